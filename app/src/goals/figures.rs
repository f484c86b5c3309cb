//! Forms: fetch what Kolada has of the indicators tied to it, or read in an answer that was saved. While Kolada is
//! away everything else goes on, and nothing is changed.

use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Redirect, Response};
use domain::Subject;
use domain::goals::IndicatorImport;
use maud::{Markup, html};

use crate::kolada::{self, Service};
use crate::look::{self, Button, Field, Tone, actions};
use crate::web::deed::Deed;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/goals/indicators/kolada", May::Act("goals.indicator.import"), fetch),
        form("/goals/indicators/kolada/saved", May::Act("goals.indicator.import"), read_in),
    ]
}

/// How long one who asks for it waits for Kolada.
const PATIENCE: Duration = Duration::from_secs(30);

/// The list of indicators, where one ends up.
const LIST: &str = "/goals/indicators";

async fn fetch(deed: Deed) -> Result<Response, Problem> {
    let (town, today) = (Arc::clone(&deed.view.town), deed.view.today);
    let service = Service::at(&deed.view.harbour().kolada);
    let asking = tokio::task::spawn_blocking(move || kolada::fetched(&town, &service, today));
    match tokio::time::timeout(PATIENCE, asking).await {
        Ok(Ok(Ok(acts))) => take_in(deed, acts).await,
        Ok(Ok(Err(away))) => Ok(is_away(&away.to_string())),
        Ok(Err(error)) => Err(Problem::Storage(error.to_string())),
        Err(_) => Ok(is_away("no answer in time")),
    }
}

async fn read_in(deed: Deed) -> Result<Response, Problem> {
    match kolada::saved(deed.fields.raw("answer")) {
        Ok(rows) => {
            let acts = kolada::from_saved(&deed.view.town, &rows, deed.view.today);
            take_in(deed, acts).await
        }
        Err(_) => Ok(Redirect::to(&format!("{LIST}?kolada=unreadable#kolada")).into_response()),
    }
}

/// Does the acts the reader may do, and says what came of it.
async fn take_in(mut deed: Deed, acts: Vec<IndicatorImport>) -> Result<Response, Problem> {
    let mut latest = None;
    for act in acts {
        if deed.view.can("goals.indicator.import", &(&act.id).into()) {
            latest = Some(deed.act(act).await?);
        }
    }
    Ok(match latest {
        Some(receipt) => deed.done(receipt, LIST, "kolada-taken-in"),
        None => Redirect::to(&format!("{LIST}?done=kolada-nothing-new")).into_response(),
    })
}

fn is_away(why: &str) -> Response {
    tracing::warn!(why, "Kolada is away");
    Redirect::to(&format!("{LIST}?kolada=away#kolada")).into_response()
}

/// The forms, for those who may take values in, where any indicator is tied to a key figure.
pub fn fetching(view: &View) -> Markup {
    let tied = kolada::count(&view.town);
    let told = match view.ask("kolada") {
        "away" => Some("kolada-away"),
        "unreadable" => Some("kolada-unreadable"),
        _ => None,
    };
    html! {
        @if tied > 0 && view.can("goals.indicator.import", &Subject::Municipality) {
            h2 #kolada { (view.t("kolada-title")) }
            @if let Some(key) = told { (look::callout(Tone::Bad, "", html! { p { (view.t(key)) } })) }
            p { (view.say("kolada-tied", &[("count", tied.into())])) }
            form method="post" action="/goals/indicators/kolada" {
                (view.marks())
                (actions([Button::secondary(view.t("kolada-fetch"))]))
            }
            (look::details(view.t("kolada-saved"), html! {
                form method="post" action="/goals/indicators/kolada/saved" {
                    (view.marks())
                    (Field::area("answer", view.t("kolada-answer")).help(view.t("kolada-answer-help")))
                    (actions([Button::secondary(view.t("kolada-read-in"))]))
                }
            }))
        }
    }
}
