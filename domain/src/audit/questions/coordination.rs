//! Question 5: "Säkerställer kommunstyrelsen att arbetet när det är möjligt sker samordnat över förvaltningsgränser
//! för att undvika suboptimeringar?" (report 4.2, 4.2.2)

use std::collections::BTreeSet;

use super::model::levels_meet;
use super::population::carried_out;
use crate::audit::Criterion;
use crate::initiatives::Area;
use crate::objects::Object;
use crate::{Date, Municipality, Subject, UnitId};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![levels_meet(town, date), jointly_owned(town), wider_use(town)]
}

/// Every object that supports several committees is owned by them together: "Flera objekt har
/// verksamheter från olika nämnder där en förvaltning kan vara objektägare med andra förvaltningar som
/// delägare" (4.3), which "ger förutsättningar för samordning över förvaltningsgränser" (4.2.2).
fn jointly_owned(town: &Municipality) -> Criterion {
    let supported = |object: &Object| -> BTreeSet<UnitId> {
        let bodies = object.description.supports.iter().filter_map(|unit| town.organisation.body_of(unit));
        bodies.map(|body| body.id.clone()).collect()
    };
    let judged = town.objects.objects.values().map(|object| (object, supported(object))).filter(|(_, bodies)| bodies.len() > 1).map(
        |(object, bodies)| {
            let owners: BTreeSet<&UnitId> = object.payers().collect();
            let shared = bodies.iter().all(|body| owners.contains(body));
            (Subject::from(&object.id), (!shared).then_some("not-co-owner"))
        },
    );
    Criterion::over("objects-jointly-owned", judged)
}

/// Every initiative has asked whether more businesses can use its solution: the template's "om lösningen
/// kan användas av fler verksamheter" (4.4.1), the municipality's own means against suboptimisation. It is
/// asked of the fund's applicants only.
fn wider_use(town: &Municipality) -> Criterion {
    let judged = carried_out(town).map(|initiative| {
        let unwritten = initiative.area(Area::WiderUse).is_empty();
        (Subject::from(&initiative.id), unwritten.then_some("wider-use-unwritten"))
    });
    Criterion::over("wider-use-considered", judged)
}
