#!/usr/bin/env bash
# Puts the style sheets, the typefaces and the script named in
# app/assets/package-lock.json into app/assets/vendor/, where the build embeds
# them. Does nothing where neither the lock file nor this
# script has changed since last time.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root/app/assets"

lock=$(cat package-lock.json "$root/scripts/assets.sh" | cksum)
if [ -f vendor/.lock ] && [ "$(cat vendor/.lock)" = "$lock" ]; then
    exit 0
fi
"$root/scripts/npm-ci.sh" .
rm -rf vendor
mkdir -p vendor/licences
cp node_modules/@digdir/designsystemet-css/dist/src/index.css vendor/designsystemet.css
cp node_modules/@digdir/designsystemet-css/dist/theme/designsystemet.css vendor/theme.css
cp node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2 vendor/inter.woff2
cp node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf vendor/source-sans-regular.ttf
cp node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf vendor/source-sans-semibold.ttf
cp node_modules/htmx.org/dist/htmx.min.js vendor/htmx.js
cp node_modules/@digdir/designsystemet-css/LICENSE vendor/licences/designsystemet.txt
cp node_modules/@fontsource-variable/inter/LICENSE vendor/licences/inter.txt
cp node_modules/@expo-google-fonts/source-sans-3/LICENSE_FONT vendor/licences/source-sans.txt
cp node_modules/htmx.org/LICENSE vendor/licences/htmx.txt
gzip --best --no-name --keep vendor/designsystemet.css vendor/theme.css vendor/htmx.js
printf '%s\n' "$lock" > vendor/.lock
echo "assets: fetched into app/assets/vendor"
