//! The audit answers for programs: `GET /api/v1/audit?as_of=DATE`.

use axum::Json;
use axum::response::{IntoResponse, Response};

use super::report::Report;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/api/v1/audit", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let (harbour, size) = (view.harbour().clone(), view.town.size);
    let reading = tokio::task::spawn_blocking(move || harbour.helm.root_at(size)).await;
    let root = reading.map_err(|error| Problem::Storage(error.to_string()))?.map_err(|error| Problem::Storage(error.to_string()))?;
    let municipality = &view.harbour().municipality;
    Ok(Json(Report { municipality, town: &view.town, as_of: view.today, root, texts: view.texts() }.json()).into_response())
}
