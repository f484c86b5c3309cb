//! Stops the build with one clear line where the embedded assets have not been fetched.
use std::path::Path;

/// What `scripts/assets.sh` puts in place and `look::assets` embeds.
const VENDORED: [&str; 6] =
    ["designsystemet.css", "htmx.js", "inter.woff2", "theme.css", "source-sans-regular.ttf", "source-sans-semibold.ttf"];

fn main() {
    println!("cargo::rerun-if-changed=assets");
    let missing = VENDORED.iter().any(|name| !Path::new("assets/vendor").join(name).exists());
    if missing {
        println!("cargo::error=the style sheets are not here yet: run `make assets`, then build again");
    }
}
