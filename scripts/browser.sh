#!/usr/bin/env bash
# The browser tests: they drive Debian's Chromium against the built program.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -f tests/browser/run.mjs ] || { echo "browser: no browser tests in tests/browser"; exit 0; }
cargo build --locked --package styrbord
scripts/npm-ci.sh tests/browser
node tests/browser/run.mjs
