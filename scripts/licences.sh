#!/usr/bin/env bash
# Licences, bans, sources and advisories of all dependencies, by deny.toml.
# cargo-deny takes minutes to build, so it is used where it is installed;
# elsewhere the licences are checked by a small script on the same list, and
# what could not be checked is said.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! cargo deny --version > /dev/null 2>&1; then
    node scripts/licences.mjs
    echo "licences: advisories were NOT checked: install cargo-deny (cargo install --locked cargo-deny)"
    exit 0
fi
cargo deny --locked check licenses bans sources
if cargo deny fetch db > /dev/null 2>&1; then
    cargo deny --locked check --disable-fetch advisories
else
    echo "licences: advisories were NOT checked: their database could not be fetched"
fi
