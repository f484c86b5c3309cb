//! Undertakings and assignments: what a committee has promised in its plan, or told its
//! administration to do (report appendix 1).

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{
    Date, DocumentId, Event as AnyEvent, GoalId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject, UndertakingId, UnitId,
};

/// What kind of promise it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndertakingKind {
    /// What the plan says the committee wants or means, with nothing to tick off.
    Statement,
    /// What the committee has said it will do.
    Undertaking,
    /// Uppdrag: what the committee has told its administration to do.
    Assignment,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UndertakingStatus {
    /// Nothing has been reported yet.
    #[default]
    Open,
    /// Work goes on.
    Ongoing,
    /// Done, and reported back to the committee.
    Done,
    /// The committee has let it go.
    Dropped,
}

/// What was reported back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The day.
    pub date: Date,
    /// Who reported.
    pub who: PersonId,
    /// How far it had come.
    pub status: UndertakingStatus,
    /// In words.
    pub text: String,
}

/// An undertaking or assignment about digitalisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Undertaking {
    /// Its identity.
    pub id: UndertakingId,
    /// The plan that holds it.
    pub document: DocumentId,
    /// The committee.
    pub unit: UnitId,
    /// What kind it is.
    pub kind: UndertakingKind,
    /// The plan's wording.
    pub text: String,
    /// The council's goal the plan ties it to, where it does.
    pub goal: Option<GoalId>,
    /// Who answers for it.
    pub responsible: Option<PersonId>,
    /// The day it is to be reported back.
    pub due: Option<Date>,
    /// How far it has come.
    pub status: UndertakingStatus,
    /// What has been reported back, oldest first.
    pub reports: Vector<Report>,
}

impl Undertaking {
    /// Whether its day has passed without it being done or dropped.
    pub fn is_late(&self, date: Date) -> bool {
        !self.is_closed() && self.due.is_some_and(|due| due < date)
    }

    /// Whether nothing more is to be done.
    pub fn is_closed(&self) -> bool {
        matches!(self.status, UndertakingStatus::Done | UndertakingStatus::Dropped)
    }
}

/// Enter what a committee's plan says about digitalisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndertakingEnter {
    /// Its identity, not yet taken.
    pub id: UndertakingId,
    /// The plan; its body is the undertaking's.
    pub document: DocumentId,
    /// What kind it is.
    pub kind: UndertakingKind,
    /// The plan's wording, 3–2 000 characters.
    pub text: String,
    /// The council's goal the plan ties it to.
    pub goal: Option<GoalId>,
    /// Who answers for it.
    pub responsible: Option<PersonId>,
    /// The day it is to be reported back.
    pub due: Option<Date>,
}

impl Rule for UndertakingEnter {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.goals.undertakings.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("text", &self.text, 3..=2000);
        if let Some(goal) = &self.goal {
            lacks.unless(town.goals.goals.has(goal), Refusal::new("goal-unknown").at("goal").with("id", goal.as_str()));
        }
        let Some(document) = town.goals.demand_document(&mut lacks, &self.document) else { return Err(lacks) };
        lacks.end()?;
        Ok(vec![
            Event::UndertakingEntered(Undertaking {
                id: self.id.clone(),
                document: self.document.clone(),
                unit: document.unit.clone(),
                kind: self.kind,
                text: self.text.trim().to_owned(),
                goal: self.goal.clone(),
                responsible: self.responsible.clone(),
                due: self.due,
                status: UndertakingStatus::Open,
                reports: Vector::new(),
            })
            .into(),
        ])
    }
}

/// Report back on an undertaking.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndertakingReport {
    /// Which.
    pub id: UndertakingId,
    /// How far it has come.
    pub status: UndertakingStatus,
    /// In words, 3–2 000 characters.
    pub text: String,
}

impl Rule for UndertakingReport {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(undertaking) = town.goals.undertakings.get(&self.id) else {
            return Err(Refusal::new("undertaking-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(!undertaking.is_closed(), Refusal::new("undertaking-closed").at("status"));
        lacks.text("text", &self.text, 3..=2000);
        lacks.end()?;
        let report = Report { date: stamp.date, who: stamp.who.clone(), status: self.status, text: self.text.trim().to_owned() };
        Ok(vec![Event::UndertakingReported { id: self.id.clone(), report }.into()])
    }
}

/// Say who answers for an undertaking and when it is to be reported back, in place of what was said before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UndertakingAssign {
    /// Which.
    pub id: UndertakingId,
    /// Who answers for it from now on.
    pub responsible: Option<PersonId>,
    /// The day it is to be reported back.
    pub due: Option<Date>,
}

impl Rule for UndertakingAssign {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(undertaking) = town.goals.undertakings.get(&self.id) else {
            return Err(Refusal::new("undertaking-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.unless(!undertaking.is_closed(), Refusal::new("undertaking-closed").at("responsible"));
        lacks.end()?;
        Ok(vec![Event::UndertakingAssigned { id: self.id.clone(), responsible: self.responsible.clone(), due: self.due }.into()])
    }
}
