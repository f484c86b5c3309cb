#!/usr/bin/env bash
# Every test, from the quickest to the slowest: those in Rust, then the browser's.
set -euo pipefail
cd "$(dirname "$0")/.."
if cargo nextest --version > /dev/null 2>&1; then
    cargo nextest run --locked --workspace --no-fail-fast
    cargo test --locked --workspace --doc --quiet
else
    cargo test --locked --workspace --no-fail-fast
fi
scripts/browser.sh
