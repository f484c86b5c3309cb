//! Läget: what is late, and what waits for whom.

use std::collections::BTreeMap;

use domain::expected::{Kind, Task};
use domain::situation;
use maud::{Markup, html};

use crate::look::{self, Column, Link, Table, Tag};
use crate::mine;
use crate::web::view::View;

/// How many lines each list shows here; the caption says how many there are, and the rest is one link away.
const SHOWN: usize = 6;

/// How many deliveries and tasks are late.
pub fn count(view: &View, tasks: &[Task]) -> usize {
    situation::late_deliveries(&view.town, view.today).len() + late_tasks(view, tasks).count()
}

/// The tasks that are late, each once: what somebody else is asked to chase is left to whoever is to do it.
fn late_tasks<'a>(view: &View, tasks: &'a [Task]) -> impl Iterator<Item = &'a Task> {
    let today = view.today;
    tasks.iter().filter(move |task| task.is_late(today) && !task.kind.chases())
}

/// What is late, the longest first.
pub fn panel(view: &View, tasks: &[Task]) -> Markup {
    let deliveries = situation::late_deliveries(&view.town, view.today);
    let deliveries = deliveries.into_iter().map(|(initiative, end)| {
        let about = (&initiative.id).into();
        (end, view.href(&about), view.name(&about), view.t("overview-late-delivery").to_owned())
    });
    let late = late_tasks(view, tasks)
        .filter_map(|task| Some((task.due?, mine::way(view, task), view.name(&task.about), view.of("expected", task.kind))));
    let mut late: Vec<_> = deliveries.chain(late).collect();
    late.sort();
    let shown = late.len().min(SHOWN);
    let caption = view.say("overview-shown", &[("shown", shown.into()), ("count", late.len().into())]);
    let table = Table::new("late", caption)
        .column(Column::text(view.t("everyone-what")))
        .column(Column::text(view.t("everyone-due")))
        .empty(view.t("overview-late-none"))
        .rows(late.iter().take(SHOWN), |line, (due, href, name, kind)| {
            line.cell(html! { a .ds-link href=(href) { (name) } p .sb-quiet { (kind) } }).cell(look::day(due));
        });
    let more = view.is_staff().then(|| Link::new(view.at("/mine/everyone?late=yes"), view.t("overview-late-more")));
    look::panel(view.t("overview-late-title"), html! { div #late { (table) } }, more)
}

/// What waits for whom: for staff person by person, for others by what it is.
pub fn waiting(view: &View, tasks: &[Task]) -> Markup {
    let table = if view.is_staff() { people(view, tasks) } else { kinds(view, tasks) };
    let more = view.is_staff().then(|| Link::new(view.at("/mine/everyone"), view.t("mine-everyone")));
    look::panel(view.t("overview-waiting"), html! { (table) }, more)
}

fn people(view: &View, tasks: &[Task]) -> Table {
    let people = mine::by_person(tasks, view.today);
    let shown = people.len().min(SHOWN);
    let caption = view.say("overview-shown", &[("shown", shown.into()), ("count", people.len().into())]);
    Table::new("waiting", caption)
        .column(Column::text(view.t("everyone-who")))
        .column(Column::number(view.t("overview-count")))
        .column(Column::number(view.t("overview-of-which-late")))
        .empty(view.t("mine-none"))
        .rows(people.iter().take(SHOWN), |line, (who, late, all)| {
            line.link(&view.at(&format!("/mine/everyone?who={who}")), view.person(who)).cell(*all).cell(lateness(*late));
        })
}

fn kinds(view: &View, tasks: &[Task]) -> Table {
    let mut kinds: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for task in tasks {
        let count = kinds.entry(task.kind).or_default();
        *count = (count.0 + 1, count.1 + usize::from(task.is_late(view.today)));
    }
    Table::new("waiting", view.t("overview-waiting"))
        .caption_hidden()
        .column(Column::text(view.t("everyone-kind")))
        .column(Column::number(view.t("overview-count")))
        .column(Column::number(view.t("overview-of-which-late")))
        .empty(view.t("mine-none"))
        .rows(kinds, |line, (kind, (all, late))| {
            line.cell(view.of("expected", kind)).cell(all).cell(lateness(late));
        })
}

fn lateness(late: usize) -> Markup {
    html! { @if late > 0 { (Tag::bad(late.to_string())) } @else { "0" } }
}
