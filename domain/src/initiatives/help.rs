//! Help: whoever writes may ask the digitalisation department for help on any part; the question is a
//! thread with an owner and a day (DOMAIN.md R6; "förvaltningarna upplever att det är svårt att ta fram
//! underlag", report 4.3).

use serde::{Deserialize, Serialize};

use super::{Event, Initiative};
use crate::{Date, Event as AnyEvent, HelpId, InitiativeId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Standing, Subject};

/// What part of an initiative somebody asks for help with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpWith {
    /// The idea in its nine areas.
    Idea,
    /// What it costs.
    Costs,
    /// What good it does, and how that is measured.
    Benefits,
    /// The ways there are.
    Alternatives,
    /// What may go wrong.
    Risks,
    /// Information security, data protection, suppliers.
    Security,
    /// End users.
    Users,
    /// Who pays.
    Financing,
    /// Something else.
    Other,
}

impl HelpWith {
    /// All parts, in the order pages list them.
    pub const ALL: [Self; 9] = [
        Self::Idea,
        Self::Costs,
        Self::Benefits,
        Self::Alternatives,
        Self::Risks,
        Self::Security,
        Self::Users,
        Self::Financing,
        Self::Other,
    ];
}

/// Something said in a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub by: PersonId,
    /// When.
    pub date: Date,
    /// What.
    pub text: String,
    /// Whether the department answers with it.
    pub answers: bool,
}

/// A thread: a question, its owner, its day, and what was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Its identity.
    pub id: HelpId,
    /// The initiative it is about.
    pub initiative: InitiativeId,
    /// The part it is about.
    pub with: HelpWith,
    /// Who asked.
    pub asked_by: PersonId,
    /// The day an answer is needed.
    pub due: Date,
    /// Who at the department answers for it; nobody yet, and it waits for them all.
    pub owner: Option<PersonId>,
    /// The question first, then what was said.
    pub said: Vec<Said>,
    /// The day it was closed.
    pub closed: Option<Date>,
}

impl Help {
    /// Whether it waits for the department: those who asked spoke last.
    pub fn waits_for_answer(&self) -> bool {
        self.closed.is_none() && self.said.last().is_some_and(|last| !last.answers)
    }

    /// Whether it waits for whoever asked: the department spoke last.
    pub fn waits_for_asker(&self) -> bool {
        self.closed.is_none() && !self.waits_for_answer()
    }
}

/// Ask for help.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpAsk {
    /// The thread's identity, not yet taken.
    pub id: HelpId,
    /// The initiative.
    pub initiative: InitiativeId,
    /// With what.
    pub with: HelpWith,
    /// The question, 3–2 000 characters.
    pub question: String,
    /// The day an answer is needed, today or later.
    pub due: Date,
}

impl Rule for HelpAsk {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative: &Initiative = town.initiatives.find(&self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.unless(!town.initiatives.help.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.unless(initiative.phase.is_open(), Refusal::new("initiative-ended"));
        lacks.text("question", &self.question, 3..=2000);
        lacks.unless(self.due >= stamp.date, Refusal::new("date-passed").at("due").with("date", self.due));
        lacks.end()?;
        let question = Said { by: stamp.who.clone(), date: stamp.date, text: self.question.trim().to_owned(), answers: false };
        let help = Help {
            id: self.id.clone(),
            initiative: self.initiative.clone(),
            with: self.with,
            asked_by: stamp.who.clone(),
            due: self.due,
            owner: None,
            said: vec![question],
            closed: None,
        };
        Ok(vec![Event::HelpAsked(help).into()])
    }
}

/// Say something in a thread: an answer of the department, or one more question of whoever asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpSay {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The thread.
    pub id: HelpId,
    /// What, 1–4 000 characters.
    pub text: String,
}

impl Rule for HelpSay {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let help = open(town, &self.initiative, &self.id)?;
        let mut lacks = Refusals::none();
        lacks.text("text", &self.text, 1..=4000);
        lacks.end()?;
        let of_department = Standing::DigitalisationDepartment.ground(town, &stamp.who, &self.about(), stamp.date).is_some();
        let answers = of_department && stamp.who != help.asked_by;
        let said = Said { by: stamp.who.clone(), date: stamp.date, text: self.text.trim().to_owned(), answers };
        Ok(vec![Event::HelpSaid { id: self.id.clone(), said }.into()])
    }
}

/// Take on a thread: from now on it waits for nobody else at the department.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpTake {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The thread.
    pub id: HelpId,
}

impl Rule for HelpTake {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        open(town, &self.initiative, &self.id)?;
        Ok(vec![Event::HelpTaken { id: self.id.clone(), owner: stamp.who.clone() }.into()])
    }
}

/// Close a thread: whoever asked has got what was needed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpClose {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The thread.
    pub id: HelpId,
}

impl Rule for HelpClose {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        open(town, &self.initiative, &self.id)?;
        Ok(vec![Event::HelpClosed { id: self.id.clone(), date: stamp.date }.into()])
    }
}

/// A thread of this initiative that is not closed.
fn open<'a>(town: &'a Municipality, initiative: &InitiativeId, id: &HelpId) -> Result<&'a Help, Refusals> {
    let found = town.initiatives.help.get(id).filter(|help| help.initiative == *initiative);
    match found {
        None => Err(Refusal::new("help-unknown").into()),
        Some(help) if help.closed.is_some() => Err(Refusal::new("help-closed").into()),
        Some(help) => Ok(help),
    }
}
