//! The scenario of a round: its money once, its applications as they were submitted, its criteria.
//!
//! A round gives one sum, whatever years it is spent in, so there is one period. A person's departure
//! from the ranking is left aside: the question is what the points alone would choose.

use domain::Municipality;
use domain::fund::Round;
use serde_json::json;

use super::{Own, coverage, covers, criteria, scores, weight_sets, written};

/// The fund's name in a round's instance, and the one way there is to do an initiative.
const FUND: &str = "fund";

/// Which applications of a round should have its money.
pub(super) fn instance(town: &Municipality, round: &Round) -> Own {
    let (mut initiatives, mut left_out) = (Vec::new(), Vec::new());
    for application in town.fund.standing_in(&round.id) {
        match scores(round, application, false) {
            Ok(scores) => initiatives.push(json!({
                "id": application.initiative,
                "mandatory": false,
                "scores": scores,
                "coverage": covers(town, &application.case.initiative),
                "options": [{"id": FUND, "start": 0, "value_permille": 1000, "money": [[FUND, 0, application.case.asked.0]], "capacity": []}],
            })),
            Err(why) => left_out.push((application.initiative.clone(), why)),
        }
    }
    let instance = json!({
        "format": "styrbord-portfolio/1",
        "periods": [round.opens.year().to_string()],
        "money": [{"id": FUND, "amounts": [round.money.0]}],
        "capacity": [],
        "criteria": criteria(round),
        "weight_sets": weight_sets(round),
        "coverage": coverage(town),
        "initiatives": initiatives,
        "rules": [],
    });
    written(&instance, left_out)
}
