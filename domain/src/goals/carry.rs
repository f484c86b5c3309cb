//! Goals from year to year: a goal lives on in the document its own was revised by, or is carried over into
//! another of the same body, as when a committee adopts a new plan for each year (report 4.1.1, 4.1.4).

use serde::Deserialize;

use super::{Document, Event, Goal, Goals};
use crate::{Date, DocumentId, Event as AnyEvent, GoalId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

impl Goal {
    /// Every document that holds or has held the goal, the latest first.
    pub fn documents(&self) -> impl Iterator<Item = &DocumentId> {
        std::iter::once(&self.document).chain(self.earlier.iter().rev())
    }
}

impl Goals {
    /// The document that holds a goal on a day, where any does.
    pub fn holding_goal<'a>(&'a self, goal: &'a Goal, date: Date) -> Option<&'a Document> {
        goal.documents().find_map(|document| self.holding(document, date))
    }

    /// The goals a document holds or has held: its own, and what it took over from those it revises.
    pub fn held_in<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = &'a Goal> {
        let on = document.from;
        self.goals.values().filter(move |goal| {
            goal.documents().any(|one| *one == document.id)
                || (goal.is_alive(on) && goal.documents().any(|one| self.holding(one, on).is_some_and(|held| held.id == document.id)))
        })
    }

    /// The document whose goals are to be carried over, changed or ended when `document` is adopted: the one
    /// it revises, else the latest earlier one of the same kind and body.
    pub fn before<'a>(&'a self, document: &'a Document) -> Option<&'a Document> {
        if let Some(revised) = &document.revises {
            return self.documents.get(revised);
        }
        let same = |other: &&Document| other.kind == document.kind && other.unit == document.unit && other.from < document.from;
        self.documents.values().filter(same).max_by_key(|other| other.from)
    }
}

/// Carry a goal over, as it is worded, into a later document of the same body.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoalCarry {
    /// Which.
    pub id: GoalId,
    /// The document it is to live on in.
    pub document: DocumentId,
}

impl Rule for GoalCarry {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let goals = &town.goals;
        let Some(goal) = goals.goals.get(&self.id) else {
            return Err(Refusal::new("goal-unknown").at("id").with("id", self.id.as_str()).into());
        };
        let mut lacks = Refusals::none();
        let Some(document) = goals.demand_document(&mut lacks, &self.document) else { return Err(lacks) };
        lacks.unless(goal.is_alive(document.from), Refusal::new("goal-ended").at("id").with("title", goal.wording.title.as_str()));
        lacks.unless(document.unit == goal.unit, Refusal::new("document-other-body").at("document"));
        let here = goal.documents().any(|one| *one == self.document)
            || goals.holding_goal(goal, document.from).is_some_and(|holds| holds.id == self.document);
        lacks.unless(!here, Refusal::new("goal-already-there").at("document").with("title", document.title.as_str()));
        let later = goals.documents.get(&goal.document).is_none_or(|now| now.from < document.from);
        lacks.unless(later, Refusal::new("document-earlier").at("document"));
        lacks.end()?;
        Ok(vec![Event::GoalCarried { id: self.id.clone(), document: self.document.clone() }.into()])
    }
}
