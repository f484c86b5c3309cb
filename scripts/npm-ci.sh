#!/usr/bin/env bash
# Installs what the lock file of a folder names, unless that is already there.
# Usage: scripts/npm-ci.sh FOLDER
set -euo pipefail
cd "$1"
lock=$(cksum < package-lock.json)
if [ -f node_modules/.styrbord-lock ] && [ "$(cat node_modules/.styrbord-lock)" = "$lock" ]; then
    exit 0
fi
if ! command -v npm > /dev/null; then
    echo "npm is missing: install Node.js 20 or newer (Debian: apt-get install nodejs npm)" >&2
    exit 1
fi
npm ci --no-audit --no-fund --loglevel=error
printf '%s\n' "$lock" > node_modules/.styrbord-lock
