//! `POST /api/v1/portfolio/choice`: an instance in, an answer out, as on the command line. It reads and
//! changes nothing of the municipality's.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use axum::Json;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use engine::Control;
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use super::options::Options;
use crate::harbour::Shared;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::session;

/// The largest instance that is taken, in bytes: some ten thousand initiatives.
const LARGEST: usize = 8 << 20;
/// Seconds a choice gets where none are asked for, and at most.
const USUAL: f64 = 10.0;
const LONGEST: f64 = 60.0;
/// Choices made at the same time; further ones are turned away at once, so that pages stay quick.
static PLACES: Semaphore = Semaphore::const_new(2);

pub fn routes() -> Vec<Route> {
    vec![form("/api/v1/portfolio/choice", May::Staff, choice)]
}

/// The instance is the body, in the form `styrbord-portfolio/1`; the options stand in the address, named as
/// on the command line with `_` for `-`. Answers 400 with the place of what cannot be understood, 413 for
/// what is too large, 503 while all places are taken. Whoever goes away stops the search.
async fn choice(State(harbour): State<Shared>, request: Request) -> Result<Response, Problem> {
    session::of_program(request.headers(), &harbour)?;
    let options = match Query::<Options>::try_from_uri(request.uri()) {
        Ok(Query(options)) => options,
        Err(error) => return Ok(turned_away(StatusCode::BAD_REQUEST, "unreadable", &error.body_text())),
    };
    let Ok(input) = to_bytes(request.into_body(), LARGEST).await else {
        let why = format!("an instance has at most {LARGEST} bytes");
        return Ok(turned_away(StatusCode::PAYLOAD_TOO_LARGE, "too-large", &why));
    };
    let Ok(place) = PLACES.try_acquire() else {
        let why = "as many choices as there are places for are being made: ask again in a while";
        return Ok(([(header::RETRY_AFTER, "10")], turned_away(StatusCode::SERVICE_UNAVAILABLE, "busy", why)).into_response());
    };
    let leaving = Leaving(Arc::default());
    let left = Arc::clone(&leaving.0);
    let made = tokio::task::spawn_blocking(move || {
        // The place is taken until the search has ended, whoever has gone.
        let _place = place;
        made(&input, &options, &left)
    })
    .await;
    drop(leaving);
    Ok(match made {
        Ok(Ok(answer)) => Json(answer).into_response(),
        Ok(Err(why)) => turned_away(StatusCode::BAD_REQUEST, "unreadable", &why),
        Err(error) => return Err(Problem::Storage(error.to_string())),
    })
}

/// Sets its flag where it is dropped: when the answer is there, or when whoever asked has gone.
struct Leaving(Arc<AtomicBool>);

impl Drop for Leaving {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn made(input: &Bytes, options: &Options, left: &AtomicBool) -> Result<Value, String> {
    let start = Instant::now();
    let asked = options.time_limit.unwrap_or(USUAL);
    let (wants, mut limits) = options.read()?;
    limits.time = Some(Duration::try_from_secs_f64(asked.min(LONGEST)).unwrap_or_default());
    let control = Control { elapsed: &|| start.elapsed(), cancelled: &|| left.load(Ordering::Relaxed), report: &|_| {}, limits };
    engine::reply(input, &wants, control).map_err(|malformed| malformed.to_string())
}

fn turned_away(status: StatusCode, problem: &str, why: &str) -> Response {
    (status, Json(json!({"problem": problem, "reasons": [why]}))).into_response()
}
