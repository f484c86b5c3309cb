//! What goes wrong, said in words: what happened, and what to do.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Refusals;
use maud::html;

use super::session;
use super::view::{Head, Part, View};
use crate::harbour::Shared;
use crate::look::Button;

/// A request that cannot be answered as asked.
#[derive(Clone, Debug)]
pub enum Problem {
    /// There is no such page or thing.
    NotFound,
    /// The person may not; with the act's refusal where there is one.
    Forbidden(Option<Refusals>),
    /// Somebody must sign in first; the address they wanted.
    SignIn(String),
    /// The form did not come from a page of ours, or the session has changed since.
    Foreign,
    /// Something in the address or the form cannot be read; the key of the sentence.
    Unreadable(&'static str),
    /// The rules say no.
    Refused(Refusals),
    /// It could not be written or read.
    Storage(String),
}

impl Problem {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden(_) | Self::Foreign => StatusCode::FORBIDDEN,
            Self::SignIn(_) => StatusCode::SEE_OTHER,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::Refused(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Storage(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Self::NotFound => "problem-not-found",
            Self::Forbidden(_) => "problem-forbidden",
            Self::SignIn(_) => "problem-sign-in",
            Self::Foreign => "problem-foreign",
            Self::Unreadable(key) => key,
            Self::Refused(_) => "problem-refused",
            Self::Storage(_) => "problem-storage",
        }
    }
}

impl IntoResponse for Problem {
    /// The bare status; `in_words` makes a page of it, since only it knows the reader.
    fn into_response(self) -> Response {
        if let Self::SignIn(wanted) = &self {
            let wanted: String = wanted.bytes().map(escaped).collect();
            return Redirect::to(&format!("/session?to={wanted}")).into_response();
        }
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"/-_.".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

/// The page for an address that is not ours.
pub async fn not_found() -> Problem {
    Problem::NotFound
}

/// Whether an answer is an error with no words of ours.
fn is_bare(answer: &Response) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    answer.status().is_client_error() && (kind.is_empty() || kind.starts_with("text/plain"))
}

/// Turns a problem into a page for people, or into JSON for programs.
pub async fn in_words(State(harbour): State<Shared>, request: Request, next: Next) -> Response {
    let for_programs = request.uri().path().starts_with("/api/");
    let (parts, body) = request.into_parts();
    let reader = View::bare(&harbour, &parts);
    let lang = session::language(&parts.headers);
    let mut answer = next.run(Request::from_parts(parts, body)).await;
    if answer.extensions().get::<Problem>().is_none() && is_bare(&answer) {
        // What the framework itself turned away: a path that names no identity, a form of another kind.
        let unread = matches!(
            answer.status(),
            StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::PAYLOAD_TOO_LARGE | StatusCode::UNPROCESSABLE_ENTITY
        );
        let problem = if unread { Problem::Unreadable("problem-form") } else { Problem::NotFound };
        *answer.status_mut() = problem.status();
        answer.extensions_mut().insert(problem);
    }
    let Some(problem) = answer.extensions().get::<Problem>().cloned() else {
        return answer;
    };
    if let Problem::Storage(error) = &problem {
        tracing::error!(error, "a request could not be answered");
    }
    let texts = harbour.texts.of(lang);
    let reasons: Vec<String> = match &problem {
        Problem::Refused(refusals) | Problem::Forbidden(Some(refusals)) => refusals.0.iter().map(|one| texts.refusal(one)).collect(),
        _ => Vec::new(),
    };
    let status = answer.status();
    if for_programs {
        let said = serde_json::json!({"problem": problem.key(), "title": texts.t(&format!("{}-title", problem.key())), "reasons": reasons});
        return (status, [(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], said.to_string()).into_response();
    }
    let title = texts.t(&format!("{}-title", problem.key())).to_owned();
    let body = html! {
        p { (texts.t(problem.key())) }
        @if !reasons.is_empty() { ul { @for reason in &reasons { li { (reason) } } } }
        p { (Button::secondary(texts.t("problem-home")).to("/")) }
    };
    (status, reader.page(Head::new(Part::None, title), body)).into_response()
}
