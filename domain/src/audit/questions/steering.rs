//! Question 1: "Finns en övergripande styrning av digitaliseringsarbetet inklusive mål för arbetet?" (report 4.1)

use std::collections::BTreeSet;

use crate::audit::Criterion;
use crate::goals::{DocumentKind, Smart};
use crate::organisation::{Unit, UnitKind};
use crate::{Date, Municipality, Subject, UnitId};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![documents(town, date), plans_speak(town, date), goals_measurable(town, date), strategy_carries(town, date), activities(town, date)]
}

/// The executive board and the committees, which each adopt a plan of their own.
pub(super) fn committees(town: &Municipality) -> impl Iterator<Item = &Unit> {
    town.organisation.units.values().filter(|unit| matches!(unit.kind, UnitKind::ExecutiveBoard | UnitKind::Committee))
}

/// Mål och budget, a strategy and every committee's plan are in force: "en beslutad målstruktur", "en
/// beslutad digitaliseringsstrategi" (4.1.1–4.1.4). What is missing is mended at the body that adopts it.
fn documents(town: &Municipality, date: Date) -> Criterion {
    let in_force = |kind: DocumentKind, unit: Option<&UnitId>| {
        let mut documents = town.goals.documents.values().filter(|document| document.kind == kind && document.is_in_force(date));
        documents.find(|document| unit.is_none_or(|unit| document.unit == *unit)).map(|document| Subject::from(&document.id))
    };
    let common = [(DocumentKind::BudgetAndGoals, "no-budget-and-goals"), (DocumentKind::Strategy, "no-strategy")];
    let common = common.map(|(kind, why)| match in_force(kind, None) {
        Some(document) => (document, None),
        None => (Subject::Municipality, Some(why)),
    });
    let plans = committees(town).map(|unit| match in_force(DocumentKind::OperationalPlan, Some(&unit.id)) {
        Some(document) => (document, None),
        None => (Subject::from(&unit.id), Some("no-plan")),
    });
    Criterion::over("steering-documents", common.into_iter().chain(plans))
}

/// Every committee's plan says something about digitalisation: "Verksamhetsplanen saknar uppgifter om
/// digitalisering" (appendix 1, Socialnämnden).
fn plans_speak(town: &Municipality, date: Date) -> Criterion {
    let silent: BTreeSet<&UnitId> = town.goals.silent_committees(&town.organisation, date).map(|unit| &unit.id).collect();
    let judged = committees(town).map(|unit| (Subject::from(&unit.id), silent.contains(&unit.id).then_some("plan-silent")));
    Criterion::over("plans-speak", judged)
}

/// Every goal in force can be followed up as to what digitalisation brings it: "innehåller inte specifika
/// mål eller indikatorer", "saknar tydliga och mätbara mål" (4.1.2, 4.1.5, 4.3.1).
fn goals_measurable(town: &Municipality, date: Date) -> Criterion {
    let smart = town.goals.all_smart_on_digitalisation();
    let judged = town.goals.in_force(date).map(|goal| {
        let lack = smart.get(&goal.id).and_then(Smart::lack);
        (Subject::from(&goal.id), lack)
    });
    Criterion::over("goals-measurable", judged)
}

/// Every direction of the strategy carries a goal: "i nuvarande form saknas koppling till de av
/// kommunfullmäktige beslutade målen" (4.1.3, 4.1.5).
fn strategy_carries(town: &Municipality, date: Date) -> Criterion {
    let alone: BTreeSet<_> = town.goals.directions_without_goal(date).into_iter().map(|direction| &direction.id).collect();
    let directions = town.goals.directions_in_force(date).into_iter();
    let judged = directions.map(|direction| (Subject::from(&direction.id), alone.contains(&direction.id).then_some("carries-no-goal")));
    Criterion::over("strategy-carries-goals", judged)
}

/// Every activity of the year's object plans names its goal area and its priority area: "styrning och
/// prioritering … kopplar an till kommunens målstruktur på en övergripande nivå" (4.1.4, 4.1.5).
fn activities(town: &Municipality, date: Date) -> Criterion {
    let judged = town.objects.activities_in(date.year()).map(|activity| {
        let why = match &activity.text {
            text if text.area.is_none() => Some("no-goal-area"),
            text if text.priority_area.is_none() => Some("no-priority-area"),
            _ => None,
        };
        (Subject::from(&activity.id), why)
    });
    Criterion::over("activities-serve-steering", judged)
}
