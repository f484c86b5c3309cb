//! Page: a benefit, with its owner, its measure and its worth.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Benefit, BenefitClass, Initiative, Measure, Part, PartId, TimeSaved, Worth};
use domain::{BenefitId, InitiativeId, PersonId, Refusals, UnitId};
use maud::{Markup, html};

use super::{Sheet, about_spans, drop, put, read_spans, span_fields};
use crate::initiatives::{choices, sheet};
use crate::look::{self, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/{initiative}/case/benefits/{line}", May::Staff, show),
        form("/initiatives/{initiative}/case/benefits/{line}", May::Act("initiatives.case.put"), save),
        form("/initiatives/{initiative}/case/benefits/{line}/removal", May::Act("initiatives.case.drop"), remove),
    ]
}

async fn show(view: View, Path((id, line)): Path<(InitiativeId, BenefitId)>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(write(&view, initiative, &line, &Fields::default(), &Refusals::none()))
}

async fn save(Path((id, line)): Path<(InitiativeId, BenefitId)>, mut deed: Deed) -> Result<Response, Problem> {
    let nowhere = UnitId::new("nowhere").ok_or(Problem::NotFound)?;
    let nobody = PersonId::new("nobody").ok_or(Problem::NotFound)?;
    let own = if line.as_str() == "new" { BenefitId::new(&deed.view.fresh_id("benefit")).ok_or(Problem::NotFound)? } else { line.clone() };
    let fields = &mut deed.fields;
    let time = read_time(fields);
    let benefit = Benefit {
        id: own,
        what: fields.text("what"),
        class: fields.choice("class", BenefitClass::Red),
        receiver: fields.choice("receiver", nowhere),
        owner: fields.choice("owner", nobody),
        measure: Measure {
            unit: fields.text("unit"),
            method: fields.text("method"),
            baseline: fields.maybe_number("baseline"),
            target: fields.maybe_number("target"),
        },
        spans: read_spans(fields, time.map(|time| time.yearly())),
        time,
        activity: fields.text("activity"),
        change: fields.text("change"),
        weight: fields.maybe("weight"),
    };
    put(deed, &id, Part::Benefit(benefit), "benefits", |view, initiative, fields, refusals| {
        write(view, initiative, &line, fields, refusals)
    })
    .await
}

/// The hours behind a worth, where they are told; the share is asked in per cent.
fn read_time(fields: &mut Fields) -> Option<TimeSaved> {
    let hours = fields.maybe_number("hours")?;
    let share = fields.maybe_number("share").unwrap_or(100).saturating_mul(10);
    Some(TimeSaved {
        hours: u32::try_from(hours).unwrap_or(0),
        hourly_cost: fields.money("hourly_cost"),
        share: u16::try_from(share).unwrap_or(u16::MAX),
    })
}

async fn remove(Path((id, line)): Path<(InitiativeId, BenefitId)>, deed: Deed) -> Result<Response, Problem> {
    drop(deed, &id, PartId::Benefit(line), "benefits").await
}

fn write(view: &View, initiative: &Initiative, line: &BenefitId, fields: &Fields, refusals: &Refusals) -> Response {
    let held = initiative.case.benefits.get(line);
    let refusals = about_spans(refusals);
    let action = format!("/initiatives/{}/case/benefits/{line}", initiative.id);
    let sheet = Sheet {
        view,
        initiative,
        fields,
        faults: Faults::new(view, &refusals),
        title: "benefit-title",
        action,
        section: "benefits",
        known: held.is_some(),
    };
    let class = held.map(|held| sent(held.class)).unwrap_or_default();
    let classes = BenefitClass::ALL.map(|class| view.of("benefit-class-about", class));
    let choices_of_class =
        choices::of(view, "benefit-class", &BenefitClass::ALL).into_iter().zip(classes).map(|(choice, about)| choice.help(about));
    sheet.page(html! {
        (sheet.field("what", Field::text("what", view.t("benefit-what")).help(view.t("benefit-what-help")), held.map(|held| held.what.clone()).unwrap_or_default()))
        (sheet.field("class", Field::radios("class", view.t("benefit-class"), choices_of_class), class))
        (sheet.field("receiver", Field::select("receiver", view.t("benefit-receiver"), choices::units(view)), held.map_or(&initiative.card.unit, |held| &held.receiver).as_str()))
        (sheet.field("owner", Field::select("owner", view.t("benefit-owner"), choices::people(view)).help(view.t("benefit-owner-help")), held.map_or(&initiative.card.lead, |held| &held.owner).as_str()))
        (measure(&sheet, held.map(|held| &held.measure)))
        (look::fieldset(view.t("network-title"), Some(view.t("benefit-way-help")), way(&sheet, held)))
        (look::fieldset(view.t("benefit-worth"), Some(view.t("benefit-worth-help")), html! {
            (span_fields(&sheet, held.map_or(&[], |held| &held.spans)))
            (look::details(view.t("benefit-time"), time(&sheet, held.and_then(|held| held.time))))
        }))
        (look::fieldset(view.t("benefit-in-words-title"), Some(view.t("benefit-in-words-help")), weight(&sheet, held)))
    })
}

/// What is done, and what people do otherwise because of it.
fn way(sheet: &Sheet<'_>, held: Option<&Benefit>) -> Markup {
    let view = sheet.view;
    let text = |pick: fn(&Benefit) -> &String| held.map(pick).cloned().unwrap_or_default();
    html! {
        (sheet.field("activity", Field::text("activity", view.t("benefit-activity")).help(view.t("benefit-activity-help")).optional(view.t("form-optional")), text(|held| &held.activity)))
        (sheet.field("change", Field::text("change", view.t("benefit-change")).help(view.t("benefit-change-help")).optional(view.t("form-optional")), text(|held| &held.change)))
    }
}

/// What a red benefit is worth, in words.
fn weight(sheet: &Sheet<'_>, held: Option<&Benefit>) -> Markup {
    let view = sheet.view;
    let mut words = choices::of(view, "worth-in-words", &Worth::ALL);
    words.insert(0, choices::none(view));
    let field = Field::select("weight", view.t("benefit-in-words-question"), words).optional(view.t("form-optional"));
    html! { (sheet.field("weight", field, held.and_then(|held| held.weight).map(sent).unwrap_or_default())) }
}

fn measure(sheet: &Sheet<'_>, held: Option<&Measure>) -> Markup {
    let view = sheet.view;
    let number = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
    look::fieldset(
        view.t("benefit-measure"),
        Some(view.t("benefit-measure-help")),
        html! {
            (sheet.field("unit", Field::text("unit", view.t("measure-unit")).help(view.t("measure-unit-help")), held.map(|held| held.unit.clone()).unwrap_or_default()))
            (sheet.field("method", Field::text("method", view.t("measure-method")).help(view.t("measure-method-help")), held.map(|held| held.method.clone()).unwrap_or_default()))
            (sheet.field("baseline", Field::text("baseline", view.t("measure-baseline")).short(), number(held.and_then(|held| held.baseline))))
            (sheet.field("target", Field::text("target", view.t("measure-target")).short(), number(held.and_then(|held| held.target))))
        },
    )
}

fn time(sheet: &Sheet<'_>, held: Option<TimeSaved>) -> Markup {
    let view = sheet.view;
    let hourly = amount(view.town.initiatives.premises(view.today.year()).hourly_cost);
    html! {
        p { (view.t("benefit-time-help")) }
        (sheet.field("hours", Field::number("hours", view.t("time-hours"), "h").optional(view.t("form-optional")), held.map(|time| time.hours.to_string()).unwrap_or_default()))
        (sheet.field("hourly_cost", Field::number("hourly_cost", view.t("time-cost"), "kr").optional(view.t("form-optional")), held.map_or_else(|| hourly, |time| amount(time.hourly_cost))))
        (sheet.field("share", Field::number("share", view.t("time-share"), "%").optional(view.t("form-optional")), held.map(|time| (time.share / 10).to_string()).unwrap_or_default()))
    }
}
