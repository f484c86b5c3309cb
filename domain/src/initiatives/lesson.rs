//! Lessons: what was learnt on the way, at delivery and at closure, for whoever writes the next idea
//! (DOMAIN.md U7).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Event, Initiative, Phase};
use crate::{Date, Event as AnyEvent, InitiativeId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// Something learnt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lesson {
    /// The day it was written.
    pub date: Date,
    /// Who wrote it.
    pub by: PersonId,
    /// Where the initiative stood then.
    pub phase: Phase,
    /// What was learnt.
    pub text: Arc<str>,
}

/// Something learnt, wherever it was written: on the way, at the end, or when the initiative was stopped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learnt<'a> {
    /// The initiative it was learnt in.
    pub initiative: &'a Initiative,
    /// The day it was written.
    pub date: Date,
    /// Where the initiative stood then.
    pub phase: Phase,
    /// What was learnt.
    pub text: &'a str,
}

impl Lesson {
    /// A lesson written now; none where nothing is written.
    pub(super) fn of(text: &str, phase: Phase, stamp: &Stamp) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self { date: stamp.date, by: stamp.who.clone(), phase, text: text.into() })
    }
}

impl Initiative {
    /// All that was learnt in it, oldest first.
    pub fn learnt(&self) -> impl Iterator<Item = Learnt<'_>> {
        let noted = self.noted.iter().map(|lesson| Learnt { initiative: self, date: lesson.date, phase: lesson.phase, text: &lesson.text });
        let last = Learnt { initiative: self, date: self.phase_since, phase: self.phase, text: &self.lessons };
        noted.chain((!self.lessons.is_empty()).then_some(last))
    }
}

/// Write down something learnt while the work is under way or after it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonNote {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What was learnt, 10–4 000 characters.
    pub text: String,
}

impl Rule for LessonNote {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.unless(initiative.phase.has_begun(), Refusal::new("not-begun"));
        lacks.text("text", &self.text, 10..=4000);
        lacks.end()?;
        let lesson = Lesson::of(&self.text, initiative.phase, stamp);
        Ok(lesson.map(|lesson| Event::LessonNoted { id: self.initiative.clone(), lesson }.into()).into_iter().collect())
    }
}
