//! The web: one table of routes, each with its permission; views for reading, deeds for acting.

pub mod blank;
pub mod choices;
pub mod deed;
pub mod faults;
pub mod fields;
mod head;
pub mod history;
pub mod list;
pub mod naming;
pub mod problem;
pub mod route;
pub mod session;
pub mod upload;
pub mod view;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;

use crate::harbour::Shared;
use crate::look::assets;
use crate::rooms;
use route::Route;

/// The whole site.
pub fn site(harbour: Shared) -> Router {
    let mut router = Router::new();
    for Route { method, path, may, handler } in rooms::routes() {
        tracing::debug!(%method, path, ?may, "route");
        let guard = from_fn_with_state((harbour.clone(), may), route::guard);
        router = router.route(path, handler.layer(guard));
    }
    router
        .route("/assets/{version}/{name}", axum::routing::get(assets::serve))
        .fallback(problem::not_found)
        .layer(from_fn_with_state(harbour.clone(), problem::in_words))
        .layer(from_fn(protect))
        .with_state(harbour)
}

/// What browsers are told about every answer: run no foreign code, stand in no frame, tell no one.
async fn protect(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    const HEADERS: [(HeaderName, &str); 5] = [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let mut answer = next.run(request).await;
    for (name, value) in HEADERS {
        answer.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}
