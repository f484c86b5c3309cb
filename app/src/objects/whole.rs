//! The whole plan in one piece: a page to read through or print, and the same as a tagged PDF.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::{Align, Block, Document, Row, Table, TableColumn, Text, Tone};
use domain::objects::{Activity, Object, ObjectPlan};
use domain::organisation::Side;
use domain::{ObjectPlanId, Ore, Subject};

use super::words;
use crate::forums;
use crate::look::{Button, actions};
use crate::paper;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/plans/{plan}/whole", May::Anyone, show), page("/objects/plans/{plan}/pdf", May::Anyone, print)]
}

async fn show(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    let about = Subject::from(&id);
    let head = Head::new(Part::Objects, view.name(&about))
        .kicker(view.t("object-plan"))
        .under("/objects", view.t("objects-title"))
        .under(view.href(&about), view.name(&about))
        .actions(actions([Button::secondary(view.t("plan-pdf")).to(view.at(&format!("/objects/plans/{id}/pdf")))]));
    Ok(view.page(head, paper::blocks(&blocks(&view, plan))))
}

async fn print(view: View, Path(id): Path<ObjectPlanId>) -> Result<Response, Problem> {
    let plan = view.town.objects.plans.get(&id).ok_or(Problem::NotFound)?;
    let document = Document {
        title: view.name(&(&id).into()),
        language: view.texts().lang.code().to_owned(),
        publisher: view.harbour().name.clone(),
        subtitle: Some(view.t("object-plan").to_owned()),
        date_line: view.date(view.today),
        created: view.harbour().clock.now(),
        blocks: blocks(&view, plan),
    };
    let bytes = paper::pdf(&document).map_err(|error| Problem::Storage(error.to_string()))?;
    let file = format!("inline; filename=\"{id}.pdf\"");
    Ok(([(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}

fn blocks(view: &View, plan: &ObjectPlan) -> Vec<Block> {
    let Some(object) = view.town.objects.objects.get(&plan.object) else { return Vec::new() };
    let mut activities: Vec<&Activity> = view.town.objects.activities_of(&plan.id).collect();
    activities.sort_by_key(|activity| (activity.text.priority, activity.text.from, activity.text.name.clone()));
    let heading = |key: &str| Block::Heading { level: 1, text: view.t(key).to_owned() };
    let said = |text: &str| Block::Paragraph(if text.is_empty() { view.t("missing") } else { text }.into());
    let mut all = vec![facts(view, plan, object)];
    all.extend(raised(view, &activities));
    all.push(heading("plan-governed"));
    all.extend(governed(view, plan));
    all.extend([heading("plan-long-goals"), said(&plan.text.long_goals), heading("plan-year-goals"), said(&plan.text.year_goals)]);
    all.extend([heading("plan-organisation"), organisation(view, object), heading("plan-products"), systems(view, object)]);
    if !object.components.is_empty() {
        all.push(components(view, object));
    }
    all.extend([heading("activities"), work(view, &activities), means(view, &activities)]);
    all.extend([heading("plan-capacity"), capacity(view, plan), heading("plan-risks"), said(&plan.text.risks)]);
    all
}

fn facts(view: &View, plan: &ObjectPlan, object: &Object) -> Block {
    let units = |units: &[domain::UnitId]| units.iter().map(|unit| view.name(&unit.into())).collect::<Vec<_>>().join(", ");
    let mut facts = vec![
        (view.t("status").to_owned(), view.of("plan-state", plan.state).into()),
        (view.t("object-owner").to_owned(), view.name(&(&object.description.owner).into()).into()),
    ];
    for (label, named) in [("object-co-owners", &object.description.co_owners), ("object-supports", &object.description.supports)] {
        if !named.is_empty() {
            facts.push((view.t(label).to_owned(), units(named).into()));
        }
    }
    if let Some(decided) = &plan.decided {
        facts.push((view.of("plan-state", "decided"), format!("{}, {}", view.date(decided.date), view.person(&decided.who)).into()));
    }
    Block::Facts(facts)
}

fn raised<'a>(view: &'a View, activities: &'a [&Activity]) -> impl Iterator<Item = Block> + 'a {
    activities.iter().filter_map(|activity| {
        let breach = view.town.objects.breach(activity, view.today)?;
        let text = Text::default().and_strong(format!("{}: ", view.of("breach", breach))).and(&activity.text.name);
        Some(Block::Callout { tone: Tone::Bad, text })
    })
}

fn governed(view: &View, plan: &ObjectPlan) -> Vec<Block> {
    let rules = [view.town.forums.premises_for(plan.year), view.town.forums.grounds_for(plan.year)];
    let mut all: Vec<Block> = rules
        .into_iter()
        .flatten()
        .flat_map(|rule| {
            let from = format!(" ({}, {})", view.name(&(&rule.forum).into()), view.date(rule.date));
            [
                Block::Paragraph(Text::default().and_strong(forums::recommended(view, rule)).and(from)),
                Block::Paragraph(rule.text.as_str().into()),
            ]
        })
        .collect();
    if all.is_empty() {
        all.push(Block::Paragraph(view.t("plan-governed-by-nothing").into()));
    }
    all
}

/// A table whose first cell names the row; the columns named in `figures` stand to the right.
fn table(view: &View, caption: &str, labels: &[&str], figures: &[usize], rows: Vec<Row>) -> Block {
    let columns = labels.iter().enumerate().map(|(place, label)| TableColumn {
        heading: view.t(label).to_owned(),
        align: if figures.contains(&place) { Align::End } else { Align::Start },
    });
    Block::Table(Table { caption: Some(view.t(caption).to_owned()), columns: columns.collect(), row_headers: true, rows })
}

fn organisation(view: &View, object: &Object) -> Block {
    let seats = view.town.objects.seats_of(object, &view.town.organisation, view.today);
    let rows = seats.iter().map(|seat| {
        let holders: Vec<&str> = seat.holders.iter().map(|held| view.person(&held.person)).collect();
        let holders = if holders.is_empty() { view.t("vacant").to_owned() } else { holders.join(", ") };
        Row::new([view.of("role", seat.role).into(), view.of("side", seat.side).into(), holders.into()])
    });
    table(view, "plan-seats", &["seat-role", "seat-side", "seat-holder"], &[], rows.collect())
}

fn systems(view: &View, object: &Object) -> Block {
    let rows = object.systems.iter().map(|system| {
        let supplier = if system.supplier.is_empty() { view.t("system-own") } else { &system.supplier };
        let classes = system.classes.map_or_else(|| view.t("system-unclassed").to_owned(), words::classes);
        Row::new([system.name.as_str().into(), supplier.into(), classes.into()])
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return Block::Paragraph(view.t("systems-none").into());
    }
    table(view, "systems", &["system", "system-supplier", "system-classes"], &[], rows)
}

fn components(view: &View, object: &Object) -> Block {
    let rows = object.components.iter().map(|component| {
        Row::new([component.name.as_str().into(), view.of("side", component.side).into(), component.text.as_str().into()])
    });
    table(view, "components", &["component", "seat-side", "component-text"], &[], rows.collect())
}

fn work(view: &View, activities: &[&Activity]) -> Block {
    let rows = activities.iter().map(|activity| {
        let text = &activity.text;
        let areas = text
            .area
            .iter()
            .map(Subject::from)
            .chain(text.priority_area.iter().map(Subject::from))
            .chain(text.goals.iter().map(Subject::from));
        let serves: Vec<String> = areas.map(|about| view.name(&about)).collect();
        Row::new([
            text.name.as_str().into(),
            view.of("priority", text.priority).into(),
            text.responsible.as_ref().map_or(view.t("missing"), |who| view.person(who)).into(),
            words::period(view, text).into(),
            serves.join(", ").into(),
        ])
    });
    let labels = ["activity", "priority", "activity-responsible", "activity-period", "activity-serves"];
    table(view, "plan-work", &labels, &[], rows.collect())
}

fn means(view: &View, activities: &[&Activity]) -> Block {
    let line = |name: &str, operating: Ore, investment: Ore, it: i64, business: i64| {
        let number = |hours| view.texts().number(hours);
        [name.into(), view.kr(operating).into(), view.kr(investment).into(), number(it).into(), number(business).into()]
    };
    let rows = activities
        .iter()
        .map(|activity| &activity.text)
        .map(|text| Row::new(line(&text.name, text.operating, text.investment, text.it_hours.into(), text.business_hours.into())));
    let money = |of: fn(&Activity) -> Ore| activities.iter().map(|activity| of(activity)).sum::<Ore>();
    let hours = |of: fn(&Activity) -> u32| activities.iter().map(|activity| i64::from(of(activity))).sum::<i64>();
    let total = Row::total(line(
        view.t("sum"),
        money(|activity| activity.text.operating),
        money(|activity| activity.text.investment),
        hours(|activity| activity.text.it_hours),
        hours(|activity| activity.text.business_hours),
    ));
    let labels = ["activity", "activity-operating", "activity-investment", "activity-it-hours", "activity-business-hours"];
    table(view, "activity-means", &labels, &[1, 2, 3, 4], rows.chain([total]).collect())
}

fn capacity(view: &View, plan: &ObjectPlan) -> Block {
    let rows = view.town.objects.loads_of(plan, &view.town.organisation);
    let rows = rows.iter().map(|load| {
        let year = load.year();
        let had = if load.side == Side::It { plan.text.it_hours } else { plan.text.business_hours };
        let number = |hours: u32| view.texts().number(hours.into());
        Row::new([view.of("side", load.side).into(), number(year.needed).into(), number(had).into(), number(year.held).into()])
    });
    table(view, "plan-hours", &["seat-side", "plan-need", "plan-had", "load-held"], &[1, 2, 3], rows.collect())
}
