//! Page: enter a steering document a body has adopted, with its decision.

use axum::response::Response;
use domain::goals::{DocumentAdopt, DocumentKind};
use domain::{DocumentId, Refusals, Subject, UnitId};
use maud::html;

use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

/// The kinds of documents, as the form lists them.
const KINDS: [DocumentKind; 4] =
    [DocumentKind::BudgetAndGoals, DocumentKind::OperationalPlan, DocumentKind::Strategy, DocumentKind::Vision];

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/documents/new", May::Act("goals.document.adopt"), show),
        form("/goals/documents/new", May::Act("goals.document.adopt"), adopt),
    ]
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("goals.document.adopt", &Subject::Municipality)?;
    Ok(sheet(&view, &proposed(&view), &Refusals::none()))
}

async fn adopt(mut deed: Deed) -> Result<Response, Problem> {
    let title = deed.fields.text("title");
    let id = deed.id_after("document", &title, DocumentId::new)?;
    let nobody = UnitId::new("nobody").ok_or(Problem::NotFound)?;
    let act = DocumentAdopt {
        id: id.clone(),
        kind: deed.fields.choice("kind", DocumentKind::OperationalPlan),
        title,
        unit: deed.fields.choice("unit", nobody),
        summary: deed.fields.text("summary"),
        from: deed.fields.date("from"),
        to: deed.fields.date("to"),
        decision: deed.fields.maybe("decision"),
        revises: deed.fields.maybe("revises"),
    };
    // What becomes of the goals is the next thing to settle.
    let next = format!("/goals/documents/{id}");
    Ok(deed.then(act, &next, "document-adopted", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

/// The form as it opens: for the year to come, and for the committee's plan that a link asked for.
fn proposed(view: &View) -> Fields {
    let year = view.today.year() + i16::from(view.today.month() > 8);
    Fields::filled([
        ("kind", view.ask("kind").to_owned()),
        ("unit", view.ask("unit").to_owned()),
        ("revises", view.ask("revises").to_owned()),
        ("from", format!("{year}-01-01")),
        ("to", format!("{year}-12-31")),
    ])
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Goals, view.t("document-adopt")).under("/goals", view.t("goals-title")).lead(view.t("document-adopt-lead"));
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.radios("kind", "document-kind-label", choices::of(view, "document-kind", &KINDS)))
        (blank.text("title", "document-title").help(view.t("document-title-help")))
        (blank.select("unit", "document-body", or_none(view, choices::bodies(view))))
        (blank.date("from", "document-from"))
        (blank.date("to", "document-until"))
        (blank.select("decision", "document-decision", or_none(view, choices::decisions(view))).help(view.t("document-decision-help")).optional(blank.optional()))
        (blank.select("revises", "document-revises", or_none(view, choices::documents(view, &[]))).help(view.t("document-revises-help")).optional(blank.optional()))
        (blank.area("summary", "document-summary").help(view.t("document-summary-help")).optional(blank.optional()))
    };
    view.page(head, blank.form("/goals/documents/new", inputs, "document-adopt", "/goals"))
}
