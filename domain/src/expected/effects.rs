//! What waits in the initiatives: ideas and cases to finish, delivery to report, risks to meet, effects to attest.

use std::collections::BTreeMap;

use super::{Kind, Task, holders, is_near};
use crate::follow_up::{Reminder, dues};
use crate::initiatives::{Initiative, Phase};
use crate::organisation::{Role, Scope};
use crate::{Date, Municipality, ObjectId, PersonId, Subject};

/// Delivery is reported at least every tertial, in months.
const TERTIAL: i32 = 4;

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    let chasers = Chasers::on(town, date);
    for initiative in town.initiatives.values() {
        carry_on(initiative, &chasers, date, tasks);
        meet_risks(initiative, date, tasks);
    }
    for due in dues(town).into_iter().filter(|due| due.outcome.is_none() && is_near(due.date, date)) {
        let about: Subject = (&due.benefit.id).into();
        tasks.push(Task { due: Some(due.date), kind: Kind::AttestBenefit, about: about.clone(), who: vec![due.benefit.owner.clone()] });
        if Reminder::of(due.date, date) == Some(Reminder::Escalated) {
            tasks.push(Task { due: Some(due.date), kind: Kind::ChaseBenefit, about, who: chasers.of(due.initiative) });
        }
    }
}

/// Who is told of what is long overdue: the owners of the object, or where it has none the department. All
/// of them are found in one reading, for thousands of follow-ups may be late at once.
struct Chasers {
    owners: BTreeMap<ObjectId, Vec<PersonId>>,
    department: Vec<PersonId>,
}

impl Chasers {
    fn on(town: &Municipality, date: Date) -> Self {
        let mut owners: BTreeMap<ObjectId, Vec<PersonId>> = BTreeMap::new();
        let held = town.organisation.appointments.values().filter(|held| held.role == Role::ObjectOwner && held.is_in_force(date));
        for held in held {
            if let Scope::Object(object) = &held.scope {
                owners.entry(object.clone()).or_default().push(held.person.clone());
            }
        }
        for owners in owners.values_mut() {
            owners.sort();
            owners.dedup();
        }
        Self { owners, department: holders(town, Role::DigitalisationOfficer, None, date) }
    }

    fn of(&self, initiative: &Initiative) -> Vec<PersonId> {
        let owners = initiative.card.object.as_ref().and_then(|object| self.owners.get(object));
        owners.unwrap_or(&self.department).clone()
    }
}

/// The next step of an initiative that its lead takes, and what those who were invited to write may help with.
fn carry_on(initiative: &Initiative, chasers: &Chasers, date: Date, tasks: &mut Vec<Task>) {
    let lead = |kind, due| Task { due, kind, about: (&initiative.id).into(), who: vec![initiative.card.lead.clone()] };
    match (initiative.phase, &initiative.delivery) {
        (Phase::Idea, _) => {
            tasks.push(lead(Kind::FinishIdea, None));
            write_along(initiative, Kind::WriteIdea, tasks);
        }
        (Phase::Case, _) => {
            tasks.push(lead(Kind::FinishCase, None));
            write_along(initiative, Kind::WriteCase, tasks);
        }
        (Phase::Start, _) => tasks.push(lead(Kind::Begin, None)),
        (Phase::Delivery, Some(work)) => {
            let latest = work.reports.last().map_or(work.plan.start, |report| report.date);
            let due = latest.saturating_add(jiff::Span::new().months(TERTIAL));
            if is_near(due, date) {
                tasks.push(lead(Kind::ReportDelivery, Some(due)));
                if Reminder::of(due, date) == Some(Reminder::Escalated) {
                    tasks.push(Task {
                        due: Some(due),
                        kind: Kind::ChaseReport,
                        about: (&initiative.id).into(),
                        who: chasers.of(initiative),
                    });
                }
            }
        }
        _ => {}
    }
}

/// Those who were invited to write, as long as what they were invited to is a draft.
fn write_along(initiative: &Initiative, kind: Kind, tasks: &mut Vec<Task>) {
    let who: Vec<_> = initiative.card.writers.iter().filter(|writer| **writer != initiative.card.lead).cloned().collect();
    if !who.is_empty() {
        tasks.push(Task { due: None, kind, about: (&initiative.id).into(), who });
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
