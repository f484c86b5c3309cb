//! Methods: the templates, models and guidelines the municipality works by, what each asks for and of
//! which work. The auditors' questions 4, 6, 7 and 8 begin here: "finns etablerade metoder och krav?"
//! (report 2.1, 4.4.1–4.4.4). What the gates of an initiative demand is written in their own table;
//! a method may ask for more, as the project model asked for risk analysis long before the gates did.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DecisionId, Event as AnyEvent, MethodId, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// A decision basis with need and expected benefit (question 4).
    DecisionBasis,
    /// A risk analysis, documented (question 6).
    RiskAnalysis,
    /// That end users take part (question 7).
    EndUsers,
    /// Follow-up against the expected effects (question 8).
    FollowUp,
}

impl Asked {
    /// All of them, in the order of the questions.
    pub const ALL: [Self; 4] = [Self::DecisionBasis, Self::RiskAnalysis, Self::EndUsers, Self::FollowUp];
}

/// The kinds of work the report tells apart: what was asked of them differed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Work {
    /// Paid from the fund, wholly or partly.
    Fund,
    /// A project paid in another way.
    Project,
    /// All else: work in the line, an assignment, the introduction of something bought.
    Line,
}

impl Work {
    /// All of them, the most regulated first.
    pub const ALL: [Self; 3] = [Self::Fund, Self::Project, Self::Line];
}

/// A method.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Method {
    /// Its identity.
    pub id: MethodId,
    /// What is asked for.
    pub asks: Vec<Asked>,
    /// Of which work.
    pub of: Vec<Work>,
    /// The document or method that says so, by its title.
    pub title: String,
    /// How it is to be done, in short.
    pub text: String,
    /// The decision that made it so, where it is in the log.
    pub decision: Option<DecisionId>,
    /// First day.
    pub from: Date,
    /// Last day, where it has been lifted.
    pub to: Option<Date>,
}

impl Method {
    /// Whether it asks this of that work on a day.
    pub fn holds(&self, asked: Asked, of: Work, date: Date) -> bool {
        self.asks.contains(&asked) && self.of.contains(&of) && self.is_in_force(date)
    }

    /// Whether it is in force on a day.
    pub fn is_in_force(&self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date <= to)
    }
}

/// Establish a method.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodEstablish {
    /// Its identity, not yet taken.
    pub id: MethodId,
    /// What is asked for; at least one.
    pub asks: Vec<Asked>,
    /// Of which work; at least one.
    pub of: Vec<Work>,
    /// The document or method that says so, 3–200 characters.
    pub title: String,
    /// How it is to be done, 3–2 000 characters.
    pub text: String,
    /// The decision that made it so, already in the log.
    pub decision: Option<DecisionId>,
    /// First day.
    pub from: Date,
}

impl Rule for MethodEstablish {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.audit.methods.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(!self.asks.is_empty(), Refusal::new("choice-missing").at("asks"));
        lacks.unless(!self.of.is_empty(), Refusal::new("choice-missing").at("of"));
        lacks.text("title", &self.title, 3..=200);
        lacks.text("text", &self.text, 3..=2000);
        let known = self.decision.as_ref().is_none_or(|decision| town.forums.decisions.has(decision));
        lacks.unless(known, Refusal::new("decision-unknown").at("decision"));
        lacks.end()?;
        let method = Method {
            id: self.id.clone(),
            asks: Asked::ALL.into_iter().filter(|asked| self.asks.contains(asked)).collect(),
            of: Work::ALL.into_iter().filter(|work| self.of.contains(work)).collect(),
            title: self.title.trim().to_owned(),
            text: self.text.trim().to_owned(),
            decision: self.decision.clone(),
            from: self.from,
            to: None,
        };
        Ok(vec![Event::MethodEstablished(method).into()])
    }
}

/// Lift a method.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MethodLift {
    /// Which.
    pub id: MethodId,
    /// Its last day, no sooner than its first.
    pub to: Date,
}

impl Rule for MethodLift {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(method) = town.audit.methods.get(&self.id) else {
            return Err(Refusal::new("method-unknown").at("id").into());
        };
        let mut lacks = Refusals::none();
        lacks.period("to", method.from, self.to);
        lacks.end()?;
        Ok(vec![Event::MethodLifted { id: self.id.clone(), to: self.to }.into()])
    }
}
