//! How a table of demands is worded, line by line, so that two of them can be held side by side.

use domain::initiatives::{DEMANDS, Demanded, Size, Table, Tier, Trigger};

use super::scale;
use crate::web::view::View;

/// What is demanded, in words.
pub fn demanded(view: &View, what: Demanded) -> String {
    let times = match what {
        Demanded::Users(times) => times,
        _ => 0,
    };
    view.say(&format!("asks-{}", what.key()), &[("least", times.into())])
}

/// What differs between two tables: what it is, how it is, how it would be.
pub fn differences(view: &View, now: &Table, then: &Table) -> Vec<(String, String, String)> {
    let pairs = lines(view, now).into_iter().zip(lines(view, then));
    pairs.filter(|((_, now), (_, then))| now != then).map(|((what, now), (_, then))| (what, now, then)).collect()
}

/// A table as lines: what each is about, and what it says.
fn lines(view: &View, table: &Table) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for (size, tier) in [(Size::Small, &table.small), (Size::Medium, &table.medium)] {
        lines.extend(tier_lines(view, size, tier));
    }
    for trigger in Trigger::ALL {
        let lifts = if table.triggers.contains(&trigger) { "demands-lifts" } else { "demands-lifts-not" };
        lines.push((view.of("trigger", trigger), view.t(lifts).to_owned()));
    }
    for size in Size::ALL {
        lines.push((format!("{}: {}", view.of("size", size), view.t("demands-decides")), view.of("level", table.level(size))));
    }
    for demand in DEMANDS {
        let from = table.asks(demand.gate, demand.what);
        let from = from.map_or_else(|| view.t("asked-never").to_owned(), |size| view.of("asked", size));
        lines.push((format!("{}: {}", view.of("gate", demand.gate), demanded(view, demand.what)), from));
    }
    lines.push((view.t("demands-steps").to_owned(), table.scale.steps.to_string()));
    lines.push((view.t("demands-grave").to_owned(), table.scale.grave.to_string()));
    for (axis, _) in scale::WORDS {
        lines.push((view.of("demands-words", axis), scale::in_a_line(view, table, axis)));
    }
    lines
}

fn tier_lines(view: &View, size: Size, tier: &Tier) -> Vec<(String, String)> {
    let line = |key: &str, value: String| (format!("{}: {}", view.of("size", size), view.t(key)), value);
    vec![
        line("demands-cost-below", view.kr(tier.cost_below)),
        line("demands-hours", tier.hours.to_string()),
        line("demands-shared-hours", tier.shared_hours.to_string()),
        line("demands-bodies", tier.bodies.to_string()),
        line("demands-risk", tier.risk.to_string()),
    ]
}
