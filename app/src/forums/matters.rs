//! Matters in words: what waits for a forum, and an agenda written as lines with the addresses of its papers.

use domain::expected::{Cause, Matter};
use domain::forums::Item;
use domain::initiatives::kin_answers;
use domain::{Arg, Ore, Subject};

use crate::web::naming;
use crate::web::view::View;

/// A matter in a line.
pub fn said(view: &View, matter: &Matter) -> String {
    let cause = view.of("cause", matter.cause);
    match (matter.cause, &matter.about) {
        (Cause::Premises | Cause::Grounds, _) => cause,
        (Cause::Recommended, Subject::Recommendation(id)) => match view.town.forums.recommendations.get(id) {
            Some(advice) => view.say(
                "cause-recommended-by",
                &[("forum", view.name(&(&advice.forum).into()).as_str().into()), ("date", Arg::Date(advice.date))],
            ),
            None => cause,
        },
        (Cause::Apart, Subject::Initiative(id)) => {
            let answers = kin_answers(&view.town).filter(|(initiative, _)| initiative.id == *id);
            let twice: Ore = answers.map(|(_, answer)| answer.paid_twice()).sum();
            let name = view.name(&matter.about);
            if twice == Ore::ZERO {
                return format!("{cause}: {name}");
            }
            view.say("cause-apart-twice", &[("name", name.as_str().into()), ("money", Arg::Text(view.short(twice)))])
        }
        (_, about) => format!("{cause}: {}", view.name(about)),
    }
}

/// An agenda of one's own: a matter a line, and on the lines below it the addresses of its papers.
pub fn read(view: &View, text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (naming::at(&view.town, view.texts(), line), items.last_mut()) {
            (Some(about), Some(item)) => item.concerns.push(about),
            _ => items.push(Item { matter: line.to_owned(), concerns: Vec::new() }),
        }
    }
    items
}
