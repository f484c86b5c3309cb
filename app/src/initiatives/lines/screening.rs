//! Page: the nine questions of data protection, and the assessment they may ask for.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{ASSESSED_FROM, Assessment, Concern, Initiative, Part, Screening};
use domain::{InitiativeId, Refusals};
use maud::{Markup, html};

use super::{Sheet, put};
use crate::initiatives::{choices, sheet};
use crate::look::{self, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/screening", May::Staff, show),
        form("/initiatives/{initiative}/case/screening", May::Act("initiatives.case.put"), save),
    ]
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn save(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let screening = Screening {
        date: fields.date("date"),
        personal_data: fields.choice("personal_data", String::new()) == "yes",
        concerns: fields.choices("concerns"),
        note: fields.text("note"),
        assessment: fields.maybe_date("assessed").map(|date| Assessment {
            date,
            reference: fields.text("reference"),
            outcome: fields.text("outcome"),
            officer: fields.text("officer"),
        }),
    };
    put(deed, &id, Part::Screening(screening), "privacy", write).await
}

fn write(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.screening.as_ref();
    let action = format!("/initiatives/{}/case/screening", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, refusals),
        title: "privacy-title",
        action,
        section: "privacy",
        known: false,
    };
    let yes_no = [Choice::new("yes", view.t("privacy-yes")), Choice::new("no", view.t("privacy-no"))];
    let answered = held.map(|held| if held.personal_data { "yes" } else { "no" }).unwrap_or_default();
    sheet.page(html! {
        p { (view.say("privacy-lead", &[("least", ASSESSED_FROM.into())])) }
        (sheet.field("personal_data", Field::radios("personal_data", view.t("privacy-personal-data"), yes_no), answered))
        (concerns(&sheet, held))
        (sheet.field("note", Field::area("note", view.t("privacy-note")).help(view.t("privacy-note-help")).rows(3).optional(view.t("form-optional")), held.map(|held| held.note.clone()).unwrap_or_default()))
        (sheet.field("date", Field::date("date", view.t("privacy-date")), held.map_or(view.today, |held| held.date).to_string()))
        (look::fieldset(view.t("privacy-assessment"), Some(view.t("privacy-assessment-help")), assessment(&sheet, held.and_then(|held| held.assessment.as_ref()))))
    })
}

fn concerns(sheet: &Sheet<'_>, held: Option<&Screening>) -> Field {
    let view = sheet.view;
    let all = choices::of(view, "concern", &Concern::ALL)
        .into_iter()
        .zip(Concern::ALL)
        .map(|(choice, one)| choice.help(view.of("concern-about", one)));
    let field =
        Field::checks("concerns", view.t("privacy-concerns"), all).help(view.t("privacy-concerns-help")).error(sheet.fault("concerns"));
    let ticked: Vec<String> = if sheet.fields.is_ticked("date") {
        sheet.fields.all("concerns").to_vec()
    } else {
        held.map(|held| held.concerns.iter().map(|one| sent(*one)).collect()).unwrap_or_default()
    };
    ticked.into_iter().fold(field, Field::value)
}

fn assessment(sheet: &Sheet<'_>, held: Option<&Assessment>) -> Markup {
    let view = sheet.view;
    let text = |pick: fn(&Assessment) -> &String| held.map(pick).cloned().unwrap_or_default();
    let optional = view.t("form-optional");
    html! {
        (sheet.field("assessed", Field::date("assessed", view.t("privacy-assessed-on")).optional(optional), held.map(|held| held.date.to_string()).unwrap_or_default()))
        (sheet.field("reference", Field::text("reference", view.t("privacy-reference")).optional(optional), text(|held| &held.reference)))
        (sheet.field("outcome", Field::area("outcome", view.t("privacy-outcome")).rows(3).optional(optional), text(|held| &held.outcome)))
        (sheet.field("officer", Field::area("officer", view.t("privacy-officer")).rows(3).optional(optional), text(|held| &held.officer)))
    }
}
