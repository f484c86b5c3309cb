//! The end users of a case: who took part, how they were found, what they said and what changed; evidence, not intent.

use std::collections::BTreeMap;

use domain::initiatives::Inclusion;
use maud::{Markup, Render, html};

use super::Parts;
use crate::look::{Column, Table, Tag};

impl Parts<'_> {
    pub(super) fn users(&self) -> Markup {
        let (view, initiative) = (self.view, self.initiative);
        let table = Table::new("users-table", view.t("basis-users"))
            .caption_hidden()
            .column(Column::text(view.t("user-group")))
            .column(Column::text(view.t("user-recruitment")))
            .column(Column::text(view.t("user-method")))
            .column(Column::text(view.t("user-date")))
            .column(Column::number(view.t("user-people")))
            .column(Column::text(view.t("user-said")))
            .column(Column::text(view.t("user-changed")))
            .column(Column::text(view.t("user-diversity")))
            .column(Column::text(view.t("user-accessibility")))
            .empty(view.t("basis-no-users"))
            .rows(initiative.case.inclusions.values(), |row, inclusion| {
                row.cell(self.named("users", inclusion.id.as_str(), &inclusion.group))
                    .cell(inclusion.recruitment.as_str())
                    .cell(inclusion.method.as_str())
                    .cell(html! { (view.date(inclusion.date)) @if !inclusion.counts(initiative.started) { " " (Tag::partly(view.t("user-before"))) } })
                    .cell(inclusion.people)
                    .cell(inclusion.said.as_str())
                    .cell(inclusion.changed.as_str())
                    .cell(inclusion.diversity.as_str())
                    .cell(inclusion.accessibility.as_str());
            });
        self.section("users", html! { (table) (self.groups()) }, Some(("user-add", "users/new")))
    }

    /// Group by group what counts: how often they took part, how many they were, and whether anything changed.
    fn groups(&self) -> Markup {
        let view = self.view;
        let mut groups: BTreeMap<&str, Vec<&Inclusion>> = BTreeMap::new();
        for inclusion in self.initiative.evidence() {
            groups.entry(inclusion.group.as_str()).or_default().push(inclusion);
        }
        if groups.len() < 2 {
            return html! {};
        }
        Table::new("groups-table", view.t("user-groups"))
            .column(Column::text(view.t("user-group")))
            .column(Column::number(view.t("user-times")))
            .column(Column::number(view.t("user-people")))
            .column(Column::text(view.t("user-led-to")))
            .rows(&groups, |row, (group, times)| {
                let led = times.iter().any(|inclusion| !inclusion.changed.is_empty());
                let people: u64 = times.iter().map(|inclusion| u64::from(inclusion.people)).sum();
                row.cell(*group).cell(times.len()).cell(people).cell(if led {
                    Tag::good(view.t("user-led-yes"))
                } else {
                    Tag::partly(view.t("user-led-no"))
                });
            })
            .render()
    }
}
