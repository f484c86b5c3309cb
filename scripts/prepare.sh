#!/usr/bin/env bash
# Sees to it that the tests have what they need. On Debian and its kin the
# missing packages are installed (as root, or through sudo without a password);
# elsewhere they are named.
set -euo pipefail

packages=()   # what Debian calls it
missing=()    # what people call it
need() { missing+=("$1"); packages+=("${@:2}"); }

command -v cc > /dev/null || need "a C compiler (for SQLite)" gcc libc6-dev
command -v make > /dev/null || need "make" make
command -v git > /dev/null || need "git" git
command -v runuser > /dev/null || need "runuser" util-linux
ls /usr/lib/postgresql/*/bin/initdb > /dev/null 2>&1 || command -v initdb > /dev/null \
    || need "PostgreSQL's programs (initdb, postgres)" postgresql
command -v chromium > /dev/null || command -v google-chrome > /dev/null \
    || need "Chromium" chromium
command -v pdftotext > /dev/null || need "pdftotext and pdfinfo, to read the PDFs back" poppler-utils
command -v qpdf > /dev/null || need "qpdf, to check the PDFs" qpdf
command -v python3 > /dev/null || need "Python 3 (for the second verifier)" python3
if ! command -v node > /dev/null || ! command -v npm > /dev/null; then
    need "Node.js 18 or newer with npm" nodejs npm
fi

if ! command -v cargo > /dev/null; then
    echo "prepare: Rust is missing: install it with rustup (https://rustup.rs), 1.92 or newer" >&2
    exit 1
fi
[ ${#missing[@]} -eq 0 ] && exit 0

printf 'prepare: missing: %s\n' "${missing[@]}"
if ! command -v apt-get > /dev/null; then
    echo "prepare: install these with your system's package manager, then try again" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif sudo --non-interactive true 2> /dev/null; then
    as_root=(sudo)
else
    echo "prepare: run this, then try again:  sudo apt-get install ${packages[*]}" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update --quiet --quiet
"${as_root[@]}" apt-get install --yes --quiet --quiet --no-install-recommends "${packages[@]}" > /dev/null
echo "prepare: installed ${packages[*]}"
