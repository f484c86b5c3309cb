//! Sensitivity: how much each line alone moves the worth of a case, the one that moves it most first: the
//! tornado (DOMAIN.md U3).

use super::{Case, Estimate, Line, Premises};
use crate::Ore;

/// How a line alone moves the worth.
#[derive(Clone, Debug)]
pub struct Swing<'a> {
    /// The line.
    pub line: Line<'a>,
    /// The worth of the whole case where this line comes out at its worst, and all others as likely.
    pub worst: Ore,
    /// The same where it comes out at its best.
    pub best: Ore,
}

impl Swing<'_> {
    /// How far apart the two lie.
    pub fn width(&self) -> Ore {
        self.best - self.worst
    }
}

impl Case {
    /// How much each line alone moves the likely worth, the most first. Lines that are certain move nothing.
    pub fn sensitivity(&self, premises: &Premises) -> Vec<Swing<'_>> {
        let (Some(first), Some(worth)) = (self.first_year(), self.calculation(premises)) else { return Vec::new() };
        let base = worth.both.likely;
        let swing = |line: Line<'_>| -> Estimate { line.signed(line.worth(first, premises.rate)) };
        let mut swings: Vec<Swing<'_>> = self
            .lines()
            .map(|line| (line, swing(line)))
            .map(|(line, own)| Swing { line, worst: base + own.low - own.likely, best: base + own.high - own.likely })
            .filter(|swing| swing.width() > Ore::ZERO)
            .collect();
        swings.sort_by_key(|swing| (std::cmp::Reverse(swing.width()), swing.line.key()));
        swings
    }
}
