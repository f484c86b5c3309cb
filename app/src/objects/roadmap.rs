//! The roadmap of a year's activities: quarters across, activities down, grouped as the reader asks.

use std::collections::BTreeMap;

use domain::Subject;
use domain::objects::{Activity, ActivityStatus, Priority};
use maud::{Markup, html};

use super::words;
use crate::look::chart::{Lane, Paint, Roadmap, Said, Span, figure, roadmap};
use crate::look::{Column, Table};
use crate::web::view::View;

/// What the roadmap can be grouped by.
pub const GROUPS: [&str; 4] = ["object", "priority", "goal", "responsible"];

/// The most activities one picture shows: more cannot be read in it. The page says how many there are.
const SHOWN: usize = 120;

/// The activities as a picture and as a table, group by group.
pub fn picture(view: &View, activities: &[&Activity], by: &str, year: i16) -> Markup {
    let groups = grouped(view, activities, by);
    let count: usize = groups.values().map(Vec::len).sum();
    let description = if count > SHOWN {
        view.say("roadmap-shown", &[("shown", SHOWN.into()), ("count", count.into())])
    } else {
        view.t("roadmap-help").to_owned()
    };
    let shown = shown(groups);
    let said = Said { id: "roadmap".into(), title: view.t("roadmap-title").into(), description };
    let mut lanes = Vec::new();
    for (name, members) in &shown {
        lanes.push(Lane { label: name.to_uppercase(), ..Lane::default() });
        lanes.extend(members.iter().map(|activity| lane(view, activity, year)));
    }
    let now = (view.today.year() == year).then(|| (quarter_of(view.today), view.t("now").to_owned()));
    let periods = (1..=4).map(|quarter| words::quarter(view, quarter)).collect();
    html! { (figure(&said, &roadmap(&said, &Roadmap { periods, lanes, now }), view.t("chart-as-table"), table(view, &shown))) }
}

/// The groups as far as there is room for their activities.
fn shown(groups: BTreeMap<String, Vec<&Activity>>) -> Vec<(String, Vec<&Activity>)> {
    let mut left = SHOWN;
    let room = |(name, members): (String, Vec<_>)| {
        let fits: Vec<&Activity> = members.into_iter().take(left).collect();
        left -= fits.len();
        (name, fits)
    };
    groups.into_iter().map(room).filter(|(_, members)| !members.is_empty()).collect()
}

/// The activities by what the reader asks for; one that serves several goals stands under each.
fn grouped<'a>(view: &View, activities: &[&'a Activity], by: &str) -> BTreeMap<String, Vec<&'a Activity>> {
    let mut groups: BTreeMap<String, Vec<&Activity>> = BTreeMap::new();
    for activity in activities {
        for name in names(view, activity, by) {
            groups.entry(name).or_default().push(activity);
        }
    }
    for members in groups.values_mut() {
        members.sort_by_key(|activity| (activity.text.priority, activity.text.from, activity.text.name.clone()));
    }
    groups
}

fn names(view: &View, activity: &Activity, by: &str) -> Vec<String> {
    let missing = || vec![view.t("missing").to_owned()];
    match by {
        "priority" => vec![format!("{} {}", activity.text.priority as u8 + 1, view.of("priority", activity.text.priority))],
        "goal" if activity.text.goals.is_empty() => missing(),
        "goal" => activity.text.goals.iter().map(|goal| view.name(&goal.into())).collect(),
        "responsible" => activity.text.responsible.as_ref().map_or_else(missing, |who| vec![view.person(who).to_owned()]),
        _ => view.town.objects.plans.get(&activity.plan).map_or_else(missing, |plan| vec![view.name(&Subject::from(&plan.object))]),
    }
}

fn lane(view: &View, activity: &Activity, year: i16) -> Lane {
    let (from, to) = (activity.text.from, activity.text.to);
    let paint = match (activity.text.priority, activity.progress.status) {
        (_, ActivityStatus::Postponed | ActivityStatus::Cancelled) => Paint::Empty,
        (_, ActivityStatus::Done) => Paint::Quiet,
        _ if activity.is_late(view.today) => Paint::Bad,
        (Priority::High, _) => Paint::First,
        (Priority::Medium, _) => Paint::Second,
        (Priority::Low, _) => Paint::Third,
    };
    let state = if activity.is_late(view.today) {
        view.t("activity-late").to_owned()
    } else {
        view.of("activity-status", activity.progress.status)
    };
    let span = Span {
        from: if from.year() < year { 0 } else { quarter_of(from) },
        to: if to.year() > year { 3 } else { quarter_of(to) },
        label: format!("{} – {}, {state}", activity.text.name, view.of("priority", activity.text.priority)),
        paint,
    };
    Lane { spans: vec![span], ..Lane::default() }
}

/// The quarter of a day, counted from nought.
fn quarter_of(date: domain::Date) -> usize {
    usize::from(date.month().unsigned_abs().saturating_sub(1) / 3)
}

fn table(view: &View, groups: &[(String, Vec<&Activity>)]) -> Table {
    let rows = groups.iter().flat_map(|(name, members)| members.iter().map(move |activity| (name, *activity)));
    Table::new("roadmap-table", view.t("roadmap-title"))
        .caption_hidden()
        .column(Column::text(view.t("activity")))
        .column(Column::text(view.t("roadmap-group")))
        .column(Column::text(view.t("priority")))
        .column(Column::text(view.t("activity-period")))
        .column(Column::text(view.t("status")))
        .empty(view.t("activities-none"))
        .rows(rows, |line, (name, activity)| {
            line.link(&view.href(&(&activity.id).into()), &activity.text.name)
                .cell(name)
                .cell(view.of("priority", activity.text.priority))
                .cell(words::period(view, &activity.text))
                .cell(words::activity(view, activity));
        })
}
