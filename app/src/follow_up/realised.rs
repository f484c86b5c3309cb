//! Page: what benefits have come to against what was planned, by class, object, committee, goal or source.

use axum::response::Response;
use domain::follow_up::{Realised, realised};
use domain::initiatives::{Benefit, Initiative};
use domain::{Ore, Subject};
use maud::{Markup, html};
use serde::Serialize;

use crate::look::chart::{self, Bar, Paint, Said};
use crate::look::{Choice, Column, Field, Link, Table};
use crate::web::fields::sent;
use crate::web::list::{List, Permille};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/follow-up/realised", May::Anyone, show)]
}

/// What benefits are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Green, yellow and red.
    Class,
    /// The object the initiative belongs to.
    Object,
    /// The committee that gets the benefit.
    Committee,
    /// The goals the initiative serves.
    Goal,
    /// Where the money came from.
    Source,
}

impl By {
    const ALL: [Self; 5] = [Self::Class, Self::Object, Self::Committee, Self::Goal, Self::Source];

    fn asked(view: &View) -> Self {
        Self::ALL.into_iter().find(|by| sent(by) == view.ask("by")).unwrap_or(Self::Class)
    }
}

/// A group of benefits, by what it is called and where it leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Group {
    name: String,
    about: Option<Subject>,
}

async fn show(view: View) -> Result<Response, Problem> {
    let by = By::asked(&view);
    let found = list(&view).find(sums(&view, by));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head =
        Head::new(Part::FollowUp, view.t("realised-title")).lead(view.t("realised-lead")).under("/follow-up", view.t("follow-title"));
    let body = html! {
        (found)
        @if matches!(by, By::Goal | By::Source) { p .sb-quiet { (view.t("realised-several")) } }
        (picture(&view, by))
    };
    Ok(view.page(head, body))
}

/// Realised against planned, group by group in the order of their names.
fn sums(view: &View, by: By) -> Vec<(Group, Realised)> {
    realised(&view.town, |initiative, benefit| groups_of(view, by, initiative, benefit)).into_iter().collect()
}

fn groups_of(view: &View, by: By, initiative: &Initiative, benefit: &Benefit) -> Vec<Group> {
    let named = |subject: Subject| Group { name: view.name(&subject), about: Some(subject) };
    let said = |name: String| Group { name, about: None };
    let mut groups: Vec<Group> = match by {
        By::Class => vec![said(view.of("benefit-class", benefit.class))],
        By::Object => initiative.card.object.iter().map(|object| named(object.into())).collect(),
        By::Committee => view.town.organisation.body_of(&benefit.receiver).map(|body| named((&body.id).into())).into_iter().collect(),
        By::Goal => initiative.card.links.goals.iter().map(|goal| named(goal.into())).collect(),
        By::Source => initiative.case.financing.iter().map(|line| said(view.of("source", line.source))).collect(),
    };
    groups.sort();
    groups.dedup();
    if groups.is_empty() { vec![said(view.t("realised-group-none").to_owned())] } else { groups }
}

fn list<'v>(view: &'v View) -> List<'v, (Group, Realised)> {
    let choices = By::ALL.map(|by| Choice::new(sent(by), view.of("realised-by", by)));
    List::new(view, "realised", "realised-title")
        .empty("realised-none")
        .narrow("by", Field::select("by", view.t("realised-by"), choices), |_, _| true)
        .otherwise(sent(By::Class))
        .column("group", "realised-group", |(group, _): &(Group, Realised)| group.name.clone())
        .shown(|(group, _)| html! { @match &group.about { Some(about) => (Link::new(view.href(about), group.name.as_str())), None => (group.name) } })
        .column("benefits", "realised-benefits", |(_, sum)| count(sum.benefits))
        .column("attested", "realised-attested", |(_, sum)| count(sum.attested))
        .column("reached", "realised-reached", |(_, sum)| count(sum.reached))
        .column("planned", "realised-planned", |(_, sum)| sum.planned)
        .column("realised", "realised-realised", |(_, sum)| sum.realised)
        .column("share", "realised-share", |(_, sum)| sum.share().map(Permille))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The realised money of each group, with a mark where it was planned to be.
pub fn picture(view: &View, by: By) -> Markup {
    let sums: Vec<(Group, Realised)> = sums(view, by).into_iter().filter(|(_, sum)| sum.planned > Ore::ZERO).collect();
    if sums.is_empty() {
        return html! { p .sb-nothing { (view.t("realised-nothing-yet")) } };
    }
    let text = |sum: &Realised| sum.share().map(|share| view.texts().percent(share)).unwrap_or_default();
    let bars: Vec<Bar> = sums
        .iter()
        .map(|(group, sum)| Bar {
            label: group.name.clone(),
            value: sum.realised.0,
            text: text(sum),
            target: Some(sum.planned.0),
            paint: Paint::of_series(0),
        })
        .collect();
    let said = Said {
        id: "realised-chart".to_owned(),
        title: view.of("realised-by", by),
        description: view.t("realised-chart-description").to_owned(),
    };
    let table = Table::new("realised-chart-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("realised-group")))
        .column(Column::number(view.t("realised-planned")))
        .column(Column::number(view.t("realised-realised")))
        .rows(&sums, |row, (group, sum)| {
            row.cell(group.name.as_str()).cell(view.kr(sum.planned)).cell(view.kr(sum.realised));
        });
    chart::figure(&said, &chart::bars(&said, &bars), view.t("chart-as-table"), table)
}
