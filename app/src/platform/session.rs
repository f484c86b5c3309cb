//! Who one is: in the demo by choosing a person; and the language of the screen.

use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::PersonId;
use maud::html;
use serde::Deserialize;

use crate::harbour::Shared;
use crate::look::{self, Button};
use crate::texts::Lang;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::session::{self, LANGUAGE};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/session", May::Anyone, show),
        form("/session", May::Anyone, sign_in),
        form("/session/end", May::Anyone, sign_out),
        page("/language/{code}", May::Anyone, choose_language),
    ]
}

/// Where to go afterwards.
#[derive(Deserialize)]
struct Onward {
    #[serde(default)]
    to: String,
}

impl Onward {
    /// A path of ours; never another host.
    fn path(&self) -> &str {
        let ours = self.to.starts_with('/') && !self.to.starts_with("//") && !self.to.contains(['\\', '\n', '\r']);
        if ours { &self.to } else { "/" }
    }
}

#[derive(Deserialize)]
struct Choice {
    person: PersonId,
    #[serde(default)]
    to: String,
}

async fn show(view: View, Query(onward): Query<Onward>) -> Response {
    let head = Head::new(Part::None, view.t("session-title")).lead(view.t("session-lead"));
    if !view.harbour().demo {
        return view.page(head, html! { p { (view.t("session-closed")) } });
    }
    let body = html! {
        form method="post" action="/session" {
            (look::hidden("to", onward.path()))
            ul .sb-doors {
                @for person in view.harbour().people.doors() {
                    li {
                        (Button::secondary(person.name.clone()).sending("person", person.id.as_str()))
                        " " span { (person.title) }
                    }
                }
            }
        }
        @if view.who.is_some() {
            form method="post" action="/session/end" { (Button::quiet(view.t("session-citizen"))) }
        }
    };
    view.page(head, body)
}

async fn sign_in(State(harbour): State<Shared>, headers: HeaderMap, Form(choice): Form<Choice>) -> Response {
    let offered = harbour.people.get(&choice.person).is_some_and(|person| person.door.is_some());
    if !harbour.demo || !offered {
        return Problem::Forbidden(None).into_response();
    }
    if !is_ours(&headers) {
        return Problem::Foreign.into_response();
    }
    let onward = Onward { to: choice.to };
    with_cookie(Redirect::to(onward.path()).into_response(), &session::cookie(&harbour, &choice.person))
}

async fn sign_out(headers: HeaderMap) -> Response {
    if !is_ours(&headers) {
        return Problem::Foreign.into_response();
    }
    with_cookie(Redirect::to("/").into_response(), &session::farewell())
}

async fn choose_language(Path(code): Path<String>, Query(onward): Query<Onward>) -> Response {
    let Some(lang) = Lang::from_code(&code) else {
        return Problem::NotFound.into_response();
    };
    let cookie = format!("{LANGUAGE}={}; Path=/; SameSite=Lax; Max-Age=31536000", lang.code());
    with_cookie(Redirect::to(onward.path()).into_response(), &cookie)
}

/// Whether a form without a session's mark was at least sent from our own pages.
fn is_ours(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_none_or(|site| site == "same-origin" || site == "none")
}

fn with_cookie(mut answer: Response, cookie: &str) -> Response {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    answer
}
