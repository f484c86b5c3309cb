//! Läget: how many initiatives stand in each phase.

use domain::Arg;
use domain::initiatives::Phase;
use domain::situation;
use maud::Markup;

use crate::look::chart::{self, Bar, Paint, Said};
use crate::look::{self, Column, Link, Table};
use crate::web::view::View;

/// The panel.
pub fn panel(view: &View) -> Markup {
    let phases = situation::by_phase(&view.town);
    let all: usize = phases.iter().map(|(_, count)| count).sum();
    let open: usize = phases.iter().filter(|(phase, _)| phase.is_open()).map(|(_, count)| count).sum();
    let bars: Vec<Bar> = phases.iter().map(|(phase, count)| bar(view, *phase, *count)).collect();
    let said = Said {
        id: "initiatives-by-phase".to_owned(),
        title: view.t("overview-phases-title").to_owned(),
        description: view.say("overview-phases-description", &[("all", Arg::from(all)), ("open", open.into())]),
    };
    let table = Table::new("initiatives-by-phase-table", said.title.as_str())
        .caption_hidden()
        .column(Column::text(view.t("overview-phase")))
        .column(Column::number(view.t("overview-count")))
        .rows(&phases, |line, (phase, count)| {
            let code = serde_json::to_value(phase).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
            line.link(&view.at(&format!("/initiatives?phase={code}")), &view.of("phase", phase)).cell(*count);
        });
    let drawing = chart::bars(&said, &bars);
    let figure = chart::figure(&said, &drawing, view.t("chart-as-table"), table);
    look::panel(view.t("overview-work"), figure, Some(Link::new(view.at("/initiatives"), view.t("overview-work-more"))))
}

fn bar(view: &View, phase: Phase, count: usize) -> Bar {
    let value = i64::try_from(count).unwrap_or(i64::MAX);
    Bar { label: view.of("phase", phase), value, text: count.to_string(), target: None, paint: Paint::of_series(0) }
}
