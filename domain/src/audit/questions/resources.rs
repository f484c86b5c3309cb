//! Question 3: "Finns en förankrad resursfördelningsmodell för digitaliseringsarbetet med tydliggjorda
//! prioriteringsgrunder?" (report 4.3)

use std::collections::BTreeSet;

use super::steering::committees;
use crate::audit::Criterion;
use crate::goals::Smart;
use crate::money::{CostKind, Party, PostKind};
use crate::{Date, Municipality, Ore, Subject};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![frames(town, date), posts_decided(town), costs_shared(town, date), grounds(town, date), goals_rank(town, date)]
}

/// Every committee has a frame for the year: "en resursfördelningsmodell som utgår från ordinarie
/// budgetfördelning" (4.3.1).
fn frames(town: &Municipality, date: Date) -> Criterion {
    let judged = committees(town).map(|unit| {
        let to = Party::Unit(unit.id.clone());
        let mut frames = town.money.posts.values().filter(|post| post.kind == PostKind::Frame && post.to == to);
        match frames.find(|post| post.in_year(date.year()) > Ore::ZERO) {
            Some(post) => (Subject::from(&post.id), None),
            None => (Subject::from(&unit.id), Some("no-frame")),
        }
    });
    Criterion::over("frames-given", judged)
}

/// Every post of money for digitalisation goes back to a decision: "finansiering av digitaliseringsarbetet
/// är tydlig" (4.3).
fn posts_decided(town: &Municipality) -> Criterion {
    let loose: BTreeSet<_> = town.money.without_decision().map(|post| &post.id).collect();
    let judged = town.money.for_digitalisation().map(|post| (Subject::from(&post.id), loose.contains(&post.id).then_some("no-decision")));
    Criterion::over("money-decided", judged)
}

/// Every object that several committees pay for has an agreed key for improvement and for development:
/// "det inte ännu är tydliggjort hur kostnader ska fördelas inom objekten vid olika typer av
/// förbättrings- eller utvecklingsaktiviteter" (4.3, 4.3.1).
fn costs_shared(town: &Municipality, date: Date) -> Criterion {
    let kinds = [(CostKind::Improvement, "no-key-improvement"), (CostKind::Development, "no-key-development")];
    let shared = town.objects.objects.values().filter(|object| !object.description.co_owners.is_empty());
    let judged = shared.flat_map(|object| {
        kinds.map(|(kind, why)| match town.money.key_for(&object.id, kind, date) {
            Some(key) => (Subject::from(&key.id), None),
            None => (Subject::from(&object.id), Some(why)),
        })
    });
    Criterion::over("shared-costs-settled", judged)
}

/// The portfolio board has given planning premises and priority grounds for the year: "de av
/// portföljstyrgruppen beslutade prioriteringsgrunderna" (4.1.4, 4.3.1).
fn grounds(town: &Municipality, date: Date) -> Criterion {
    let given = [(town.forums.premises_for(date.year()), "no-premises"), (town.forums.grounds_for(date.year()), "no-grounds")];
    let judged = given.map(|(given, why)| match given {
        Some(recommendation) => (Subject::from(&recommendation.forum), None),
        None => (Subject::Municipality, Some(why)),
    });
    Criterion::over("priority-grounds-given", judged)
}

/// Every goal can rank what is proposed, being carried by the strategy and measurable: "prioriteringsgrunder
/// … är otydliga. Detta då styrning utifrån mål- och budget och nuvarande digitaliseringsstrategi inte är
/// samstämmiga. Nuvarande formuleringar saknar tydliga och mätbara mål" (4.3.1).
fn goals_rank(town: &Municipality, date: Date) -> Criterion {
    let carried = town.goals.carried_goals(date);
    let smart = town.goals.all_smart_on_digitalisation();
    let judged = town.goals.in_force(date).map(|goal| {
        let lack = || smart.get(&goal.id).and_then(Smart::lack);
        let why = if carried.contains(&goal.id) { lack() } else { Some("no-direction") };
        (Subject::from(&goal.id), why)
    });
    Criterion::over("goals-can-rank", judged)
}
