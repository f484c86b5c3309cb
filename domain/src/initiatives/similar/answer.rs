//! What is done about something like an idea: join it, reuse it, or say why it is done apart; asked
//! before the idea may be handed in, with the money that is saved or paid twice frozen at the time
//! (DOMAIN.md U6).

use serde::{Deserialize, Serialize};

use super::{Hit, Index, Kin, kin_exists};
use crate::initiatives::{Event, Initiative, Phase};
use crate::{Date, Event as AnyEvent, InitiativeId, Municipality, Ore, PersonId, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// How many strong hits are asked about at once.
const ASKED: usize = 5;

/// What is done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The idea becomes part of the other initiative, and ends.
    Join,
    /// The idea goes on, and uses what there is.
    Reuse,
    /// The idea goes on by itself, for a reason.
    Apart,
}

impl How {
    /// All three, in the order pages list them.
    pub const ALL: [Self; 3] = [Self::Join, Self::Reuse, Self::Apart];
}

/// What was answered about something like an idea.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KinAnswer {
    /// What it is like.
    pub to: Kin,
    /// What is done about it.
    pub how: How,
    /// How, or why not.
    pub why: String,
    /// The day.
    pub date: Date,
    /// Who answered.
    pub by: PersonId,
    /// What would be paid twice, as known that day: the lesser of the two likely costs, in öre; nought where either is unknown.
    pub at_stake: Ore,
    /// What is saved: all that was at stake where it joined, what was stated where it reuses, else nought; in öre.
    pub saving: Ore,
}

impl KinAnswer {
    /// What is paid twice because the two are done apart, in öre.
    pub fn paid_twice(&self) -> Ore {
        if self.how == How::Apart { self.at_stake } else { Ore::ZERO }
    }
}

/// The strong hits of an initiative that nothing is answered about.
pub fn unanswered(index: &Index, initiative: &Initiative) -> Vec<Hit> {
    let strong = index.alike(initiative, ASKED).into_iter().filter(Hit::is_strong);
    strong.filter(|hit| initiative.kin.iter().all(|answer| answer.to != hit.what)).collect()
}

/// Demands that something is answered about all that is much like an idea, once the demands hold for all.
pub(in crate::initiatives) fn demand_answers(town: &Municipality, id: &InitiativeId, date: Date, lacks: &mut Refusals) {
    let open = town.initiatives.get(id).filter(|initiative| initiative.phase == Phase::Idea && town.initiatives.demands_hold(date));
    let alike = open.map_or(0, |initiative| unanswered(&Index::default().in_step_with(town), initiative).len());
    lacks.unless(alike == 0, Refusal::new("lack-kin").with("count", alike));
}

/// All that has been answered, initiative by initiative.
pub fn kin_answers(town: &Municipality) -> impl Iterator<Item = (&Initiative, &KinAnswer)> {
    town.initiatives.values().flat_map(|initiative| initiative.kin.iter().map(move |answer| (initiative, answer)))
}

/// Answer what is done about something like an initiative; a later answer of the same takes the place of an earlier.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SimilarAnswer {
    /// The initiative.
    pub initiative: InitiativeId,
    /// What it is like.
    pub to: Kin,
    /// What is done about it.
    pub how: How,
    /// How, or why not, 10–1 000 characters.
    pub why: String,
    /// What reuse is thought to save, in öre, at most the initiative's own likely cost where that is known; not for the others.
    #[serde(default)]
    pub saving: Option<Ore>,
}

impl Rule for SimilarAnswer {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn told_on(&self, town: &Municipality) -> Vec<Subject> {
        self.to.subject(town).into_iter().collect()
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = town.initiatives.find(&self.initiative)?;
        let mut lacks = Refusals::none();
        lacks.unless(initiative.phase.is_open(), Refusal::new("initiative-ended"));
        let itself = self.to == Kin::Initiative(self.initiative.clone());
        lacks.unless(kin_exists(town, &self.to) && !itself, Refusal::new("kin-unknown").at("to"));
        lacks.text("why", &self.why, 10..=1000);
        let stake = at_stake(town, initiative, &self.to);
        let own = initiative.likely_cost();
        match (self.how, self.saving) {
            (How::Reuse, Some(saving)) => lacks.money("saving", saving, if own > Ore::ZERO { own } else { Ore::kronor(10_000_000_000) }),
            (_, Some(_)) => lacks.add(Refusal::new("saving-only-by-reuse").at("saving")),
            (_, None) => {}
        }
        let joined = (self.how == How::Join).then(|| joinable(town, initiative, &self.to)).transpose();
        let joined = joined.unwrap_or_else(|refusal| {
            lacks.add(refusal);
            None
        });
        lacks.end()?;
        let saving = if self.how == How::Join { stake } else { self.saving.unwrap_or_default() };
        let why = self.why.trim().to_owned();
        let answer = KinAnswer {
            to: self.to.clone(),
            how: self.how,
            why: why.clone(),
            date: stamp.date,
            by: stamp.who.clone(),
            at_stake: stake,
            saving,
        };
        let id = || self.initiative.clone();
        let mut events = vec![Event::KinAnswered { id: id(), answer }.into()];
        if let Some(into) = joined {
            events.push(Event::Joined { id: id(), into: into.id.clone(), unit: initiative.card.unit.clone() }.into());
            events.push(Event::Ended { id: id(), to: Phase::Stopped, date: stamp.date, lessons: why }.into());
        }
        Ok(events)
    }
}

/// The lesser of the two likely costs, where both are known. What a system or an object cost is not known
/// here, and so nothing is said to be at stake: a sum that was guessed would be believed.
fn at_stake(town: &Municipality, initiative: &Initiative, to: &Kin) -> Ore {
    match to {
        Kin::Initiative(id) => town.initiatives.get(id).map_or(Ore::ZERO, |other| other.likely_cost().min(initiative.likely_cost())),
        Kin::Object(_) | Kin::System(_) => Ore::ZERO,
    }
}

/// The initiative that another can become part of: both before their end, and the one that ends before its beginning.
fn joinable<'a>(town: &'a Municipality, initiative: &Initiative, to: &Kin) -> Result<&'a Initiative, Refusal> {
    let refusal = || Refusal::new("kin-unjoinable").at("how");
    let Kin::Initiative(id) = to else { return Err(refusal()) };
    let other = town.initiatives.get(id).ok_or_else(refusal)?;
    let fits = !initiative.phase.has_begun() && initiative.decision.is_none() && other.phase < Phase::Effect;
    if fits { Ok(other) } else { Err(refusal()) }
}

impl Initiative {
    pub(in crate::initiatives) fn answer_kin(&mut self, answer: &KinAnswer) {
        self.kin.retain(|earlier| earlier.to != answer.to);
        self.kin.push(answer.clone());
    }

    pub(in crate::initiatives) fn serve(&mut self, unit: &UnitId) {
        if self.card.unit != *unit && !self.card.serves.contains(unit) {
            self.card.serves.push(unit.clone());
        }
    }

    /// The initiative it became part of, where it did.
    pub fn joined(&self) -> Option<&InitiativeId> {
        self.kin.iter().find(|answer| answer.how == How::Join && self.phase == Phase::Stopped).and_then(|answer| match &answer.to {
            Kin::Initiative(id) => Some(id),
            Kin::Object(_) | Kin::System(_) => None,
        })
    }
}
