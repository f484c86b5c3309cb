//! A route: a path, what it answers, and who may ask. There is no other way in.

use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, on};
use domain::{Act, Standing, Subject};

use super::problem::Problem;
use super::session;
use crate::harbour::Shared;

/// Who may ask for a page or send a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Anyone, citizens included.
    Anyone,
    /// Anyone who works for the municipality.
    Staff,
    /// Whoever may do this act to some thing; the act's own rule says to which.
    Act(&'static str),
}

/// A line of the table of routes.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with `{name}` where something stands in for it.
    pub path: &'static str,
    /// Who may.
    pub may: May,
    pub(super) handler: MethodRouter<Shared>,
}

/// A page.
pub fn page<H, T>(path: &'static str, may: May, handler: H) -> Route
where
    H: Handler<T, Shared>,
    T: 'static,
{
    Route { method: Method::GET, path, may, handler: on(axum::routing::MethodFilter::GET, handler) }
}

/// A form sent.
pub fn form<H, T>(path: &'static str, may: May, handler: H) -> Route
where
    H: Handler<T, Shared>,
    T: 'static,
{
    Route { method: Method::POST, path, may, handler: on(axum::routing::MethodFilter::POST, handler) }
}

impl Route {
    /// The same, for forms of up to so many bytes: such as carry a file.
    pub fn up_to(self, bytes: usize) -> Self {
        Self { handler: self.handler.layer(axum::extract::DefaultBodyLimit::max(bytes)), ..self }
    }
}

/// Stands before every handler.
pub async fn guard(State((harbour, may)): State<(Shared, May)>, request: Request, next: Next) -> Response {
    let session = session::of(request.headers(), &harbour);
    if let Some(session) = &session {
        harbour.helm.reach(session.seen).await;
    }
    let allowed = match (may, &session) {
        (May::Anyone, _) => true,
        (_, None) => return Problem::SignIn(request.uri().to_string()).into_response(),
        (May::Staff | May::Act(_), Some(session)) => is_staff(&harbour, session),
    };
    debug_assert!(!matches!(may, May::Act(name) if Act::row_named(name).is_none()), "{may:?}");
    if allowed { next.run(request).await } else { Problem::Forbidden(None).into_response() }
}

/// Whether a session is that of somebody who works for the municipality now.
fn is_staff(harbour: &Shared, session: &session::Session) -> bool {
    let now = harbour.helm.now();
    Standing::Staff.ground(&now.town, &session.who, &Subject::Municipality, harbour.clock.today()).is_some()
}
