//! Page: how the information is classified, by confidentiality, correctness and availability.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Classification, Initiative, Part};
use domain::{InitiativeId, Refusals};
use maud::html;

use super::{Sheet, put};
use crate::initiatives::{choices, sheet};
use crate::look::{Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/classification", May::Staff, show),
        form("/initiatives/{initiative}/case/classification", May::Act("initiatives.case.put"), save),
    ]
}

/// The three questions: the field, its label and what it asks.
const QUESTIONS: [(&str, &str, &str); 3] = [
    ("confidentiality", "security-confidentiality", "security-confidentiality-help"),
    ("correctness", "security-correctness", "security-correctness-help"),
    ("availability", "security-availability", "security-availability-help"),
];

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let class = Classification {
        confidentiality: fields.step("confidentiality"),
        correctness: fields.step("correctness"),
        availability: fields.step("availability"),
        date: fields.date("date"),
        again: fields.maybe_date("again"),
        reference: fields.text("reference"),
    };
    put(deed, &id, Part::Classification(class), "security", write).await
}

fn write(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.classification.as_ref();
    let action = format!("/initiatives/{}/case/classification", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "security-title",
        action,
        section: "security",
        known: false,
    };
    let grades = || {
        let all = (0..=4).map(|grade: u8| Choice::new(grade.to_string(), view.of("klassa", grade.to_string())));
        std::iter::once(choices::none(view)).chain(all).collect::<Vec<_>>()
    };
    let of = |place: usize| held.map(|class| class.grades()[place].to_string()).unwrap_or_default();
    sheet.page(html! {
        p { (view.t("security-lead")) }
        @for (place, (name, label, help)) in QUESTIONS.into_iter().enumerate() {
            (sheet.field(name, Field::select(name, view.t(label), grades()).help(view.t(help)), of(place)))
        }
        (sheet.field("date", Field::date("date", view.t("security-date")), held.map_or(view.today, |class| class.date).to_string()))
        (sheet.field("again", Field::date("again", view.t("security-again")).help(view.t("security-again-help")).optional(view.t("form-optional")), held.and_then(|class| class.again).map(|again| again.to_string()).unwrap_or_default()))
        (sheet.field("reference", Field::text("reference", view.t("security-reference")).help(view.t("security-reference-help")).optional(view.t("form-optional")), held.map(|class| class.reference.clone()).unwrap_or_default()))
    })
}
