//! For whoever watches the machine: is it alive, is it ready, in which language to answer.

use axum::extract::State;
use axum::http::StatusCode;

use crate::harbour::Shared;
use crate::web::route::{May, Route, page};

pub fn routes() -> Vec<Route> {
    vec![page("/healthz", May::Anyone, alive), page("/readyz", May::Anyone, ready)]
}

/// The process answers.
async fn alive() -> &'static str {
    "ok\n"
}

/// The municipality is in memory and its ledger can be read.
async fn ready(State(harbour): State<Shared>) -> (StatusCode, &'static str) {
    let size = harbour.helm.now().town.size;
    let read = tokio::task::spawn_blocking(move || harbour.helm.is_readable()).await;
    match read {
        Ok(true) if size > 0 => (StatusCode::OK, "ready\n"),
        Ok(true) => (StatusCode::OK, "ready, and empty\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the ledger cannot be read\n"),
    }
}
