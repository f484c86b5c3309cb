//! The way from what is done to the goals: activity → change → benefit → goal, as a picture and a table.

use domain::initiatives::{BenefitClass, Initiative};
use domain::{GoalId, Subject};
use maud::{Markup, html};

use crate::look::chart::{self, Link, Node, Paint, Said};
use crate::look::{Column, Table};
use crate::web::view::View;

/// The network of an initiative; where no benefit is written, a sentence that says so.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let title = view.t("network-title");
    if initiative.case.benefits.is_empty() {
        return html! { h2 { (title) } p .sb-nothing { (view.t("basis-no-benefits")) } };
    }
    let net = Net::of(view, initiative);
    let said = Said { id: "network".into(), title: title.to_owned(), description: view.t("network-lead").to_owned() };
    let titles = ["network-activity", "network-change", "network-benefit", "network-goal"].map(|key| view.t(key).to_owned());
    let goals: Vec<String> = initiative.card.links.goals.iter().map(|goal| goal_name(view, goal)).collect();
    let table = Table::new("network-table", title)
        .column(Column::text(view.t("network-benefit")))
        .column(Column::text(view.t("network-activity")))
        .column(Column::text(view.t("network-change")))
        .column(Column::text(view.t("network-goal")))
        .rows(initiative.case.benefits.values(), |row, benefit| {
            row.cell(benefit.what.as_str()).cell(benefit.activity.as_str()).cell(benefit.change.as_str()).cell(goals.join("; "));
        });
    chart::figure(&said, &chart::network(&said, &titles, &net.nodes, &net.links), view.t("chart-as-table"), table)
}

fn goal_name(view: &View, goal: &GoalId) -> String {
    view.name(&Subject::from(goal))
}

/// Boxes and lines, each text once in its column.
#[derive(Default)]
struct Net {
    nodes: Vec<Node>,
    links: Vec<Link>,
}

impl Net {
    fn of(view: &View, initiative: &Initiative) -> Self {
        let mut net = Self::default();
        let goals: Vec<usize> = initiative.card.links.goals.iter().map(|goal| net.node(3, &goal_name(view, goal), Paint::Ink)).collect();
        for benefit in initiative.case.benefits.values() {
            let paint = match benefit.class {
                BenefitClass::Green => Paint::Good,
                BenefitClass::Yellow => Paint::Partly,
                BenefitClass::Red => Paint::Bad,
            };
            let own = net.node(2, &benefit.what, paint);
            let before: Vec<usize> = [(0, &benefit.activity), (1, &benefit.change)]
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(column, text)| net.node(column, text, Paint::First))
                .collect();
            for pair in before.iter().chain([&own]).collect::<Vec<_>>().windows(2) {
                net.tie(*pair[0], *pair[1]);
            }
            goals.iter().for_each(|goal| net.tie(own, *goal));
        }
        net
    }

    /// The place of the box with this text in a column; a new one where there is none.
    fn node(&mut self, column: usize, label: &str, paint: Paint) -> usize {
        let known = self.nodes.iter().position(|node| node.column == column && node.label == label);
        known.unwrap_or_else(|| {
            self.nodes.push(Node { column, label: label.to_owned(), paint });
            self.nodes.len() - 1
        })
    }

    fn tie(&mut self, from: usize, to: usize) {
        let link = Link { from, to };
        if !self.links.contains(&link) {
            self.links.push(link);
        }
    }
}
