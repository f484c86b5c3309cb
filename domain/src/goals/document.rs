//! Steering documents: the vision, Mål och budget, the strategy and the committees' yearly plans (report 4.1).

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DecisionId, DocumentId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What kind of document steers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The municipality's vision.
    Vision,
    /// Mål och budget: the council's goals, priority areas and frames.
    BudgetAndGoals,
    /// A strategy with its directions.
    Strategy,
    /// Verksamhetsplan: a committee's plan for a year.
    OperationalPlan,
}

/// A steering document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// What kind it is.
    pub kind: DocumentKind,
    /// Its title.
    pub title: String,
    /// The body that adopted it.
    pub unit: UnitId,
    /// What it says about digitalisation as a whole; may be empty.
    pub summary: String,
    /// First day it steers.
    pub from: Date,
    /// Last day it was meant to steer.
    pub to: Date,
    /// The decision that adopted it.
    pub decision: Option<DecisionId>,
    /// The document it took over from.
    pub revises: Option<DocumentId>,
    /// The document that took over from it.
    pub revised_by: Option<DocumentId>,
}

impl Document {
    /// Whether it steers on a day.
    pub fn is_in_force(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    pub(super) fn hand_over_to(&mut self, later: &Self) {
        self.revised_by = Some(later.id.clone());
        self.to = self.to.min(later.from.yesterday().unwrap_or(later.from));
    }
}

/// Enter a document a body has adopted.
///
/// Where it revises an earlier one, it takes over the goals, priority areas and directions the earlier one
/// held, from its first day on; what shall not live on is ended on its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentAdopt {
    /// Its identity, not yet taken.
    pub id: DocumentId,
    /// What kind it is.
    pub kind: DocumentKind,
    /// Its title, 3–200 characters.
    pub title: String,
    /// The body that adopted it.
    pub unit: UnitId,
    /// What it says about digitalisation as a whole, up to 4 000 characters; may be empty.
    #[serde(default)]
    pub summary: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// The decision that adopted it. Minutes come after the meeting, so it need not be in the log yet.
    pub decision: Option<DecisionId>,
    /// The document it takes over from.
    pub revises: Option<DocumentId>,
}

impl Rule for DocumentAdopt {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let documents = &town.goals.documents;
        let mut lacks = Refusals::none();
        lacks.unless(!documents.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("title", &self.title, 3..=200);
        lacks.text("summary", &self.summary, 0..=4000);
        lacks.period("to", self.from, self.to);
        match town.organisation.units.get(&self.unit) {
            None => lacks.add(Refusal::new("unit-unknown").at("unit").with("id", self.unit.as_str())),
            Some(unit) => lacks.unless(unit.kind.is_body(), Refusal::new("only-bodies-decide").at("unit").with("unit", unit.name.as_str())),
        }
        if let Some(earlier) = &self.revises {
            match documents.get(earlier) {
                None => lacks.add(Refusal::new("document-unknown").at("revises").with("id", earlier.as_str())),
                Some(earlier) => {
                    lacks.unless(
                        earlier.revised_by.is_none(),
                        Refusal::new("document-revised").at("revises").with("title", earlier.title.as_str()),
                    );
                    lacks.unless(earlier.kind == self.kind && earlier.unit == self.unit, Refusal::new("document-other-kind").at("revises"));
                    lacks.period("from", earlier.from, self.from);
                }
            }
        }
        lacks.end()?;
        Ok(vec![
            Event::DocumentAdopted(Document {
                id: self.id.clone(),
                kind: self.kind,
                title: self.title.trim().to_owned(),
                unit: self.unit.clone(),
                summary: self.summary.trim().to_owned(),
                from: self.from,
                to: self.to,
                decision: self.decision.clone(),
                revises: self.revises.clone(),
                revised_by: None,
            })
            .into(),
        ])
    }
}

/// Name the decision that adopted a document, once its minutes are in the log.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentGround {
    /// Which.
    pub id: DocumentId,
    /// The decision, as the log has it.
    pub decision: DecisionId,
}

impl Rule for DocumentGround {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        let Some(document) = town.goals.documents.get(&self.id) else {
            return Err(Refusal::new("document-unknown").at("id").with("id", self.id.as_str()).into());
        };
        match town.forums.decisions.get(&self.decision) {
            None => lacks.add(Refusal::new("decision-unknown").at("decision").with("id", self.decision.as_str())),
            Some(decision) => {
                lacks.unless(decision.date <= document.to, Refusal::new("decision-later").at("decision").with("date", document.to))
            }
        }
        lacks.end()?;
        Ok(vec![Event::DocumentGrounded { id: self.id.clone(), decision: self.decision.clone() }.into()])
    }
}
