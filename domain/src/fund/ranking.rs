//! Ranking: by points, down to where the round's money reaches; a person may depart from it with a
//! written reason. The same input always gives the same ranking.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::points::{Points, Unready, points, tallies};
use super::{Application, Fund, Placed, Round};
use crate::{ApplicationId, Ore, RoundId, Timestamp};

/// Why an application is within or outside what the money reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its points: the money reaches it.
    Reached,
    /// The money ended above it.
    BelowLine,
    /// A person placed it within.
    PlacedIn,
    /// A person placed it outside.
    PlacedOut,
}

impl Why {
    /// Whether money is meant for it.
    pub fn is_within(self) -> bool {
        matches!(self, Self::Reached | Self::PlacedIn)
    }
}

/// An application in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranked {
    /// Its place by points, from 1.
    pub place: u32,
    /// The application.
    pub application: ApplicationId,
    /// Its points.
    pub points: Points,
    /// The sum asked for.
    pub asked: Ore,
    /// Whether the money reaches it, and why.
    pub why: Why,
    /// What is left of the round's money after it and all above it that are within.
    pub left: Ore,
}

/// A round's applications in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// Those with points, best first.
    pub rows: Vec<Ranked>,
    /// Those that cannot be ranked yet, and what each lacks.
    pub unready: Vec<(ApplicationId, Unready)>,
}

impl Ranking {
    /// The row of an application.
    pub fn row(&self, application: &ApplicationId) -> Option<&Ranked> {
        self.rows.iter().find(|row| row.application == *application)
    }

    /// The money meant for those within.
    pub fn reached(&self) -> Ore {
        self.rows.iter().filter(|row| row.why.is_within()).map(|row| row.asked).sum()
    }
}

impl Fund {
    /// The ranking of a round. Others than this crate ask [`super::visible_ranking`].
    ///
    /// Ties go to the higher score on the heaviest criterion where they differ, then to the smaller sum,
    /// then to the one submitted first. The line is drawn above the first application that does not fit
    /// whole in what is left: below it only a person's written reason reaches.
    pub(crate) fn ranking(&self, round: &RoundId) -> Ranking {
        let Some(round) = self.rounds.get(round) else { return Ranking::default() };
        let mut unready = Vec::new();
        let mut judged = Vec::new();
        for application in self.standing_in(&round.id) {
            match points(application, round) {
                Ok(points) => judged.push((order(application, round, points), application, points)),
                Err(lack) => unready.push((application.id.clone(), lack)),
            }
        }
        judged.sort_by(|one, other| one.0.cmp(&other.0));
        Ranking { rows: draw_line(round.money, judged.into_iter().map(|(_, application, points)| (application, points))), unready }
    }
}

/// What applications are ordered by: points, heavy criteria, sum, time, identity.
type Order = (Reverse<Points>, Vec<Reverse<u32>>, Ore, Timestamp, ApplicationId);

fn order(application: &Application, round: &Round, points: Points) -> Order {
    let mut heaviest: Vec<_> = round.criteria.iter().zip(tallies(application, round)).collect();
    heaviest.sort_by_key(|(criterion, _)| Reverse(criterion.weight));
    let counted = heaviest.into_iter().map(|(_, tally)| Reverse(tally.counted().unwrap_or(0))).collect();
    (Reverse(points), counted, application.case.asked, application.submitted, application.id.clone())
}

/// Walks down the order: those a person placed within have their money set aside first.
fn draw_line<'a>(money: Ore, judged: impl Iterator<Item = (&'a Application, Points)> + Clone) -> Vec<Ranked> {
    let placed = |application: &Application| application.deviation.as_ref().map(|deviation| deviation.placed);
    let set_aside: Ore = judged
        .clone()
        .filter(|(application, _)| placed(application) == Some(Placed::In))
        .map(|(application, _)| application.case.asked)
        .sum();
    let mut free = money - set_aside;
    let mut left = money;
    let mut line_drawn = false;
    let mut rows = Vec::new();
    for (place, (application, points)) in (1..).zip(judged) {
        let asked = application.case.asked;
        let why = match placed(application) {
            Some(Placed::In) => Why::PlacedIn,
            Some(Placed::Out) => Why::PlacedOut,
            None if !line_drawn && asked <= free => {
                free = free - asked;
                Why::Reached
            }
            None => {
                line_drawn = true;
                Why::BelowLine
            }
        };
        if why.is_within() {
            left = left - asked;
        }
        rows.push(Ranked { place, application: application.id.clone(), points, asked, why, left });
    }
    rows
}
