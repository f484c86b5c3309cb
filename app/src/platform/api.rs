//! Acts for programs: the same acts, rules and permissions as on the pages.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::Act;
use serde_json::{Value, json};

use crate::harbour::Shared;
use crate::helm::{Halt, Order};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::session;

pub fn routes() -> Vec<Route> {
    vec![form("/api/v1/acts", May::Staff, act)]
}

/// `{"act": NAME, …fields}` → `{"seq": N}`.
async fn act(State(harbour): State<Shared>, headers: HeaderMap, Json(fields): Json<Value>) -> Result<Response, Problem> {
    let session = session::of_program(&headers, &harbour)?;
    let act = match Act::read(fields) {
        Ok(act) => act,
        Err(error) => {
            return Ok((StatusCode::BAD_REQUEST, Json(json!({"problem": "unreadable", "reasons": [error.to_string()]}))).into_response());
        }
    };
    match harbour.helm.act(Order::new(act, session.who)).await {
        Ok(receipt) => Ok(Json(json!({"seq": receipt.seq, "repeated": receipt.repeated})).into_response()),
        Err(Halt::Refused(refusals)) if refusals.has("not-permitted") => Err(Problem::Forbidden(Some(refusals))),
        Err(Halt::Refused(refusals)) => Err(Problem::Refused(refusals)),
        Err(Halt::Storage(error)) => Err(Problem::Storage(error)),
    }
}
