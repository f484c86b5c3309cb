//! Question 4: "Ställs krav på dokumenterade beslutsunderlag där behov och förväntade nyttoeffekter presenteras
//! innan genomförande av digitaliseringsprojekt?" (report 4.3, 4.4.1)

use super::population::{asked, carried_out, is_paid_by_fund};
use crate::audit::{Asked, Criterion};
use crate::initiatives::{Area, Initiative};
use crate::{Date, Municipality, Ore, Subject};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![
        asked("basis-asked", Asked::DecisionBasis, town, date),
        described("fund-basis", town, is_paid_by_fund),
        described("other-basis", town, |initiative| !is_paid_by_fund(initiative)),
    ]
}

/// Need, benefit and cost are described: "krav på dokumenterade beslutsunderlag … i de fall projekten
/// finansieras med centrala medel", but "för övriga initiativ och projekt inte … tillräcklig" (4.4.4).
fn described(id: &'static str, town: &Municipality, of: fn(&Initiative) -> bool) -> Criterion {
    let judged = carried_out(town).filter(|initiative| of(initiative)).map(|initiative| {
        let why = match initiative {
            lacks if lacks.area(Area::Problem).is_empty() => Some("no-need"),
            lacks if lacks.area(Area::BenefitEstimate).is_empty() && lacks.case.benefits.is_empty() => Some("no-benefit"),
            lacks if lacks.likely_cost() == Ore::ZERO => Some("no-cost"),
            _ => None,
        };
        (Subject::from(&initiative.id), why)
    });
    Criterion::over(id, judged)
}
