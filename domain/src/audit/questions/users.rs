//! Question 7: "Finns etablerade metoder och krav på att inkludera slutanvändare så att den digitala utvecklingen
//! anpassas efter behov och förutsättningar hos målgrupper?" (report 4.4.1, 4.4.4)

use super::population::{asked, carried_out};
use crate::audit::{Asked, Criterion};
use crate::{Date, Municipality, Subject};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![asked("users-asked", Asked::EndUsers, town, date), took_part(town), changed(town)]
}

/// End users have taken part: "slutanvändare inkluderats i låg utsträckning" (4.4.1).
fn took_part(town: &Municipality) -> Criterion {
    let judged =
        carried_out(town).map(|initiative| (Subject::from(&initiative.id), initiative.evidence().next().is_none().then_some("no-users")));
    Criterion::over("users-took-part", judged)
}

/// What they said has changed something: "så att den digitala utvecklingen anpassas" (2.1). Asked of every
/// initiative, since where nobody took part nothing can have been adapted.
fn changed(town: &Municipality) -> Criterion {
    let judged = carried_out(town).map(|initiative| {
        let why = match initiative.evidence().next() {
            None => Some("no-users"),
            Some(_) if initiative.evidence().all(|inclusion| inclusion.changed.is_empty()) => Some("users-changed-nothing"),
            Some(_) => None,
        };
        (Subject::from(&initiative.id), why)
    });
    Criterion::over("users-changed-something", judged)
}
