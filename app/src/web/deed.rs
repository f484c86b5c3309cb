//! A deed: a form sent by somebody, on its way to become an act.

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::{Act, Refusals, Stamp};

use super::fields::Fields;
use super::naming;
use super::problem::Problem;
use super::session::{SEEN, Session};
use super::view::View;
use crate::harbour::Shared;
use crate::helm::{Halt, Order, Receipt};

/// The longest form there is, in bytes.
const LONGEST: usize = 512 * 1024;

/// A form sent by somebody signed in, from a page of ours.
pub struct Deed {
    /// The municipality now, as the sender sees it.
    pub view: View,
    /// What was sent.
    pub fields: Fields,
    session: Session,
    done: usize,
}

impl Deed {
    /// A new identity: a title spelled plainly, or a word where there is none, and the form's own mark, so
    /// that a form sent twice names the same thing.
    ///
    /// # Errors
    /// The form's mark cannot stand in an identity.
    pub fn id_after<T>(&self, word: &str, title: &str, make: fn(&str) -> Option<T>) -> Result<T, Problem> {
        let named = naming::named_after(title);
        let stem: String = if named.is_empty() { word } else { &named }.chars().take(50).collect();
        let mark: String = self.fields.raw("once").chars().filter(char::is_ascii_hexdigit).take(6).collect();
        make(&format!("{}-{}", stem.trim_end_matches('-'), mark.to_ascii_lowercase())).ok_or(Problem::Foreign)
    }

    /// A form that was read, where it comes from a page of ours.
    ///
    /// # Errors
    /// Where nobody is signed in, or the form does not carry this session's mark.
    pub fn of(view: View, fields: Fields) -> Result<Self, Problem> {
        let session = view.session.clone().ok_or(Problem::Foreign)?;
        if !session.marked(&view.harbour.sealer, fields.raw("form")) {
            return Err(Problem::Foreign);
        }
        Ok(Self { view, fields, session, done: 0 })
    }

    /// Does an act, unless the fields could not be read.
    ///
    /// # Errors
    /// The reasons, to be shown with the form.
    pub async fn act(&mut self, act: impl Into<Act>) -> Result<Receipt, Problem> {
        self.fields.end().map_err(Problem::Refused)?;
        let mut order = Order::new(act, self.session.who.clone());
        order.seen = self.fields.raw("seen").parse().ok();
        // Each act of a form that does several has a mark of its own.
        let nth = if self.done == 0 { String::new() } else { format!(".{}", self.done) };
        order.form = Some(self.fields.form_mark()).filter(|mark| !mark.is_empty());
        order.once = order.form.as_ref().map(|_| self.fields.fingerprint() + &nth);
        self.done += 1;
        self.view.harbour.helm.act(order).await.map_err(|halt| match halt {
            Halt::Refused(refusals) if refusals.has("not-permitted") => Problem::Forbidden(Some(refusals)),
            Halt::Refused(refusals) => Problem::Refused(refusals),
            Halt::Storage(error) => Problem::Storage(error),
        })
    }

    /// Whether an act would be done as things stand, so that what goes with it is worth preparing.
    pub fn will_do(&self, act: impl Into<Act>) -> bool {
        let stamp = Stamp::new(self.session.who.clone(), self.view.harbour.clock.now());
        self.view.town.decide(&act.into(), &stamp, None).is_ok()
    }

    /// Goes on to a page, which says what was done: the text `done-KEY`.
    pub fn done(&self, receipt: Receipt, to: &str, key: &str) -> Response {
        let (path, place) = to.split_once('#').map_or((to, String::new()), |(path, place)| (path, format!("#{place}")));
        let join = if path.contains('?') { '&' } else { '?' };
        let mut answer = Redirect::to(&format!("{path}{join}done={key}{place}")).into_response();
        let seen = format!("{SEEN}={}; Path=/; HttpOnly; SameSite=Lax", receipt.seq);
        if let Ok(seen) = HeaderValue::from_str(&seen) {
            answer.headers_mut().append(header::SET_COOKIE, seen);
        }
        answer
    }

    /// Does an act and goes on to a page; where it is refused, `again` shows the form with the reasons.
    pub async fn then<R: IntoResponse>(
        mut self,
        act: impl Into<Act>,
        to: &str,
        key: &str,
        again: impl FnOnce(View, Fields, Refusals) -> R,
    ) -> Response {
        match self.act(act).await {
            Ok(receipt) => self.done(receipt, to, key),
            Err(Problem::Refused(refusals)) => {
                let mut answer = again(self.view, self.fields, refusals).into_response();
                if answer.status().is_success() {
                    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
                }
                answer
            }
            Err(problem) => problem.into_response(),
        }
    }
}

impl FromRequest<Shared> for Deed {
    type Rejection = Problem;

    async fn from_request(request: Request, harbour: &Shared) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let view = View::bare(harbour, &parts);
        let bytes = axum::body::to_bytes(body, LONGEST).await.map_err(|_| Problem::Unreadable("problem-long-form"))?;
        let fields = Fields::new(form_urlencoded::parse(&bytes).into_owned().collect());
        Self::of(view, fields)
    }
}
