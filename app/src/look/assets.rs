//! The style sheets, the typeface and the script: embedded in the binary, served under a path that names their content.
//!
//! Every file is reached as `/assets/VERSION/NAME`, where VERSION is a hash of
//! all of them together. A browser may therefore keep them for ever, and a new
//! release is a new path. Style sheets can name their neighbours relatively.
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// One embedded file.
#[derive(Debug)]
pub struct Asset {
    /// The last part of its path.
    pub name: &'static str,
    /// What `Content-Type` says.
    pub media_type: &'static str,
    /// The file as it is.
    pub bytes: &'static [u8],
    /// The same, compressed, for browsers that take it so; empty where it would gain nothing.
    pub gzip: &'static [u8],
}

/// Every embedded file, in the order they are hashed.
pub static ASSETS: [Asset; 6] = [
    Asset {
        name: "theme.css",
        media_type: "text/css; charset=utf-8",
        bytes: include_bytes!("../../assets/vendor/theme.css"),
        gzip: include_bytes!("../../assets/vendor/theme.css.gz"),
    },
    Asset {
        name: "designsystemet.css",
        media_type: "text/css; charset=utf-8",
        bytes: include_bytes!("../../assets/vendor/designsystemet.css"),
        gzip: include_bytes!("../../assets/vendor/designsystemet.css.gz"),
    },
    Asset {
        name: "styrbord.css",
        media_type: "text/css; charset=utf-8",
        bytes: concat!(
            include_str!("../../assets/frame.css"),
            include_str!("../../assets/masthead.css"),
            include_str!("../../assets/parts.css"),
            include_str!("../../assets/forms.css"),
            include_str!("../../assets/lists.css"),
            include_str!("../../assets/overview.css"),
            include_str!("../../assets/charts.css"),
            include_str!("../../assets/print.css"),
        )
        .as_bytes(),
        gzip: &[],
    },
    Asset {
        name: "htmx.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/vendor/htmx.js"),
        gzip: include_bytes!("../../assets/vendor/htmx.js.gz"),
    },
    Asset { name: "inter.woff2", media_type: "font/woff2", bytes: include_bytes!("../../assets/vendor/inter.woff2"), gzip: &[] },
    Asset { name: "mark.svg", media_type: "image/svg+xml", bytes: include_bytes!("../../assets/mark.svg"), gzip: &[] },
];

/// A hash of all the files: twelve hexadecimal digits.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for asset in &ASSETS {
        hash.update(asset.bytes);
    }
    hex::encode(&hash.finalize()[..6])
});

/// The path under which a file is served now.
pub fn path(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

/// Answers `GET /assets/{version}/{name}`.
///
/// A page made by the previous release may still ask for its own version: it
/// is given today's file, but told not to keep it.
pub async fn serve(Path((version, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let common = [(header::CONTENT_TYPE, asset.media_type), (header::CACHE_CONTROL, keep), (header::VARY, "accept-encoding")];
    if !asset.gzip.is_empty() && takes_gzip(&headers) {
        return (common, [(header::CONTENT_ENCODING, "gzip")], asset.gzip).into_response();
    }
    (common, asset.bytes).into_response()
}

/// Whether the browser says that it takes gzip.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    accepted.is_some_and(|list| {
        list.split(',').any(|coding| {
            let mut parts = coding.trim().split(';');
            parts.next() == Some("gzip") && parts.all(|weight| weight.trim() != "q=0")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn ask(version: &str, name: &str, encoding: &str) -> Response {
        let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, encoding.parse().unwrap())]);
        serve(Path((version.to_owned(), name.to_owned())), headers).await
    }

    #[tokio::test]
    async fn the_current_version_may_be_kept_for_ever() {
        let answer = ask(&VERSION, "styrbord.css", "").await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    }

    #[tokio::test]
    async fn an_old_version_is_answered_but_not_kept() {
        let answer = ask("000000000000", "styrbord.css", "").await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()[header::CACHE_CONTROL], "no-cache");
    }

    #[tokio::test]
    async fn a_browser_that_takes_gzip_gets_it_and_another_does_not() {
        let packed = ask(&VERSION, "htmx.js", "br, gzip").await;
        assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
        let plain = ask(&VERSION, "htmx.js", "br, gzip;q=0").await;
        assert!(!plain.headers().contains_key(header::CONTENT_ENCODING));
    }

    #[tokio::test]
    async fn a_name_that_is_not_embedded_is_not_found() {
        assert_eq!(ask(&VERSION, "../Cargo.toml", "").await.status(), StatusCode::NOT_FOUND);
    }

    #[test]
    fn the_path_names_the_content() {
        let path = path("theme.css");
        assert!(path.starts_with("/assets/") && path.ends_with("/theme.css"), "{path}");
        assert_eq!(path.len(), "/assets/".len() + 12 + "/theme.css".len());
    }
}
