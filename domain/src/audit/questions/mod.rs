//! The eight questions of the audit, each in a file of its own with its criteria (report 2.1).
//!
//! A criterion is a small function that names its population and asks one thing of each. Which words
//! of the report it stands for is said above it, and gathered in `docs/decisions/0005-audit-answers.md`.

mod basis;
mod coordination;
mod follow_up;
mod model;
mod population;
mod resources;
mod risks;
mod steering;
mod users;

use super::{Answer, Criterion};
use crate::{Date, Municipality};

/// Answers the eight questions as they stand on a day, in the report's order.
pub fn answers(town: &Municipality, date: Date) -> Vec<Answer> {
    let questions: [fn(&Municipality, Date) -> Vec<Criterion>; 8] = [
        steering::criteria,
        model::criteria,
        resources::criteria,
        basis::criteria,
        coordination::criteria,
        risks::criteria,
        users::criteria,
        follow_up::criteria,
    ];
    (1..).zip(questions).map(|(number, criteria)| Answer::from(number, town, criteria(town, date))).collect()
}
