//! Page: what the municipality calls its roles and levels, with a form to name them its own way.

use axum::response::Response;
use domain::organisation::{Level, LevelName, Role, RoleName};
use domain::{Act, Refusals, Subject};
use maud::html;

use crate::look::{Choice, Column, Table};
use crate::web::blank::Blank;
use crate::web::choices::or_none;
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/organisation/names", May::Anyone, show), form("/organisation/names", May::Act("organisation.role.name"), name)]
}

/// The levels, from the top.
const LEVELS: [Level; 3] = [Level::Strategic, Level::Tactical, Level::Operational];

async fn show(view: View) -> Response {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn name(mut deed: Deed) -> Result<Response, Problem> {
    let name = deed.fields.text("name");
    let level = LEVELS.into_iter().find(|level| sent(level) == deed.fields.raw("what"));
    let act: Act = match level {
        Some(level) => LevelName { level, name }.into(),
        None => RoleName { role: deed.fields.choice("what", Role::ObjectOwner), name }.into(),
    };
    Ok(deed.then(act, "/organisation/names", "named", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::None, view.t("names-title")).under("/organisation", view.t("organisation-title")).lead(view.t("names-lead"));
    let blank = Blank::new(view, fields, refusals);
    let usual = |family: &str, word: &str| view.texts().of(family, word);
    let roles = Role::ALL.iter().map(|role| (sent(role), "role"));
    let all: Vec<(String, &str)> = LEVELS.iter().map(|level| (sent(level), "level")).chain(roles).collect();
    let what = all.iter().map(|(word, family)| Choice::new(word.as_str(), usual(family, word)));
    let inputs = html! {
        (blank.select("what", "names-what", or_none(view, what)))
        (blank.text("name", "names-own").help(view.t("names-own-help")).optional(blank.optional()))
    };
    let table = Table::new("names", view.t("names-title"))
        .caption_hidden()
        .column(Column::text(view.t("names-usual")))
        .column(Column::text(view.t("names-kind")))
        .column(Column::text(view.t("names-here")))
        .rows(&all, |line, (word, family)| {
            line.cell(usual(family, word)).cell(view.of("names-kind", family)).cell(view.of(family, word));
        });
    let body = html! {
        (table)
        @if view.can("organisation.role.name", &Subject::Municipality) {
            h2 { (view.t("names-change")) }
            (blank.form("/organisation/names", inputs, "form-save", "/organisation"))
        }
    };
    view.page(head, body)
}
