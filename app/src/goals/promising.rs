//! Page: enter what a committee's plan says about digitalisation: a statement, an undertaking or an assignment.

use axum::response::Response;
use domain::goals::{DocumentKind, UndertakingEnter, UndertakingKind};
use domain::{DocumentId, Refusals, Subject, UndertakingId};
use maud::html;

use crate::look::Choice;
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/undertakings/new", May::Act("goals.undertaking.enter"), show),
        form("/goals/undertakings/new", May::Act("goals.undertaking.enter"), enter),
    ]
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("goals.undertaking.enter", &Subject::Municipality)?;
    let fields = Fields::filled([("document", view.ask("document").to_owned())]);
    Ok(sheet(&view, &fields, &Refusals::none()))
}

async fn enter(mut deed: Deed) -> Result<Response, Problem> {
    let text = deed.fields.text("text");
    let id = deed.id_after("undertaking", &text, UndertakingId::new)?;
    let nowhere = DocumentId::new("nowhere").ok_or(Problem::NotFound)?;
    let act = UndertakingEnter {
        id: id.clone(),
        document: deed.fields.choice("document", nowhere),
        kind: deed.fields.choice("kind", UndertakingKind::Undertaking),
        text,
        goal: deed.fields.maybe("goal"),
        responsible: deed.fields.maybe("responsible"),
        due: deed.fields.maybe_date("due"),
    };
    let page = format!("/goals/undertakings/{id}");
    Ok(deed.then(act, &page, "undertaking-entered", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Goals, view.t("undertaking-enter"))
        .under("/goals", view.t("goals-title"))
        .under("/goals/plans", view.t("plans-title"))
        .lead(view.t("undertaking-enter-lead"));
    let blank = Blank::new(view, fields, refusals);
    let kinds = ["assignment", "undertaking", "statement"]
        .map(|word| Choice::new(word, view.of("undertaking-kind", word)).help(view.of("undertaking-kind-help", word)));
    let may = blank.optional();
    let inputs = html! {
        (blank.select("document", "undertaking-plan", or_none(view, choices::documents(view, &[DocumentKind::OperationalPlan]))))
        (blank.radios("kind", "undertaking-kind-label", kinds))
        (blank.area("text", "undertaking-text").help(view.t("undertaking-text-help")).rows(4))
        (blank.select("goal", "goal", or_none(view, choices::goals(view))).optional(may))
        (blank.select("responsible", "undertaking-responsible", or_none(view, choices::people(view))).optional(may))
        (blank.date("due", "undertaking-due").optional(may))
    };
    view.page(head, blank.form("/goals/undertakings/new", inputs, "undertaking-enter", "/goals/plans"))
}
