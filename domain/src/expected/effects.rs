//! What waits in the initiatives: ideas and cases to finish, delivery to report, risks to meet, effects to attest.

use super::{Kind, Task, holders, is_near};
use crate::follow_up::{Reminder, dues};
use crate::initiatives::{Initiative, Phase};
use crate::organisation::{Role, Scope};
use crate::{Date, Municipality, Subject};

/// Delivery is reported at least every tertial, in months.
const TERTIAL: i32 = 4;

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    for initiative in town.initiatives.values() {
        carry_on(town, initiative, date, tasks);
        meet_risks(initiative, date, tasks);
    }
    for due in dues(town).into_iter().filter(|due| due.outcome.is_none() && is_near(due.date, date)) {
        let about: Subject = (&due.benefit.id).into();
        tasks.push(Task { due: Some(due.date), kind: Kind::AttestBenefit, about: about.clone(), who: vec![due.benefit.owner.clone()] });
        escalate(town, due.initiative, Kind::ChaseBenefit, about, due.date, date, tasks);
    }
}

/// What is long overdue is told to the owners of the object too, or where it has none to the department.
fn escalate(town: &Municipality, initiative: &Initiative, kind: Kind, about: Subject, due: Date, date: Date, tasks: &mut Vec<Task>) {
    if Reminder::of(due, date) != Some(Reminder::Escalated) {
        return;
    }
    let owners = initiative.card.object.clone().map(|object| holders(town, Role::ObjectOwner, Some(&Scope::Object(object)), date));
    let who = owners.filter(|owners| !owners.is_empty()).unwrap_or_else(|| holders(town, Role::DigitalisationOfficer, None, date));
    tasks.push(Task { due: Some(due), kind, about, who });
}

/// The next step of an initiative that its lead takes.
fn carry_on(town: &Municipality, initiative: &Initiative, date: Date, tasks: &mut Vec<Task>) {
    let lead = |kind, due| Task { due, kind, about: (&initiative.id).into(), who: vec![initiative.card.lead.clone()] };
    match (initiative.phase, &initiative.delivery) {
        (Phase::Idea, _) => tasks.push(lead(Kind::FinishIdea, None)),
        (Phase::Case, _) => tasks.push(lead(Kind::FinishCase, None)),
        (Phase::Start, _) => tasks.push(lead(Kind::Begin, None)),
        (Phase::Delivery, Some(work)) => {
            let latest = work.reports.last().map_or(work.plan.start, |report| report.date);
            let due = latest.saturating_add(jiff::Span::new().months(TERTIAL));
            if is_near(due, date) {
                tasks.push(lead(Kind::ReportDelivery, Some(due)));
                escalate(town, initiative, Kind::ChaseReport, (&initiative.id).into(), due, date, tasks);
            }
        }
        _ => {}
    }
}

/// The owners of risks whose measures are due, as long as the work is not delivered.
fn meet_risks(initiative: &Initiative, date: Date, tasks: &mut Vec<Task>) {
    if !initiative.phase.is_open() || initiative.phase.is_delivered() {
        return;
    }
    for risk in initiative.case.risks.values().filter(|risk| risk.taken.is_none()) {
        if let (Some(owner), Some(due)) = (&risk.owner, risk.due.filter(|due| is_near(*due, date))) {
            tasks.push(Task { due: Some(due), kind: Kind::MeetRisk, about: (&initiative.id).into(), who: vec![owner.clone()] });
        }
    }
}
