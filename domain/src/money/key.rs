//! Allocation keys: how a cost is shared among the committees an object serves (report 4.3: "det inte
//! ännu är tydliggjort hur kostnader ska fördelas inom objekten").

use imbl::{OrdSet, Vector};
use serde::{Deserialize, Serialize};

use super::Event;
use crate::{Date, DecisionId, Event as AnyEvent, KeyId, Municipality, ObjectId, Ore, Refusal, Refusals, Rule, Stamp, Subject, UnitId};

/// What kind of cost a key shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CostKind {
    /// Keeping what there is.
    Maintenance,
    /// Improving what there is.
    Improvement,
    /// Making something new.
    Development,
    /// Licences.
    Licence,
}

/// By what a cost is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The owner pays all.
    OwnerPays,
    /// All payers pay the same.
    Equal,
    /// Fixed shares: the weights are permille and sum to 1000.
    Fixed,
    /// By number of employees, pupils or users: the weights are heads.
    Headcount,
    /// By volume of use: the weights are what was used.
    Usage,
    /// By expected benefit: the weights are each payer's benefit, in any one unit.
    Benefit,
    /// The owner pays up to the cap; what goes beyond is shared by the weights.
    Stepwise {
        /// The most the owner pays alone.
        cap: Ore,
    },
}

/// What one payer weighs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weight {
    /// The payer.
    pub unit: UnitId,
    /// Its weight, by the method's measure; no meaning where the owner pays or all pay the same.
    pub weight: u64,
}

/// An allocation key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Key {
    /// Its identity.
    pub id: KeyId,
    /// The object.
    pub object: ObjectId,
    /// The kind of cost.
    pub cost: CostKind,
    /// By what it shares.
    pub method: Method,
    /// The payers: the object's owner first, then its co-owners.
    pub payers: Vector<Weight>,
    /// Where the weights come from.
    pub grounds: String,
    /// The committees that have agreed.
    pub agreed: OrdSet<UnitId>,
    /// The decision, once taken.
    pub decided: Option<KeyDecided>,
}

/// That a key was decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyDecided {
    /// The decision.
    pub decision: DecisionId,
    /// The first day it shares costs.
    pub from: Date,
    /// The size of the ledger when it was decided.
    pub basis: u64,
}

impl Key {
    /// How a cost is shared: exact, the shares always sum to it.
    pub fn share(&self, cost: Ore) -> Vec<(&UnitId, Ore)> {
        let weights: Vec<u64> = match self.method {
            Method::OwnerPays => (0..self.payers.len()).map(|place| u64::from(place == 0)).collect(),
            Method::Equal => vec![1; self.payers.len()],
            _ => self.payers.iter().map(|payer| payer.weight).collect(),
        };
        let alone = match self.method {
            Method::Stepwise { cap } => cost.min(cap),
            _ => Ore::ZERO,
        };
        let mut shares = (cost - alone).shared(&weights);
        if let Some(owner) = shares.first_mut() {
            *owner += alone;
        }
        self.payers.iter().map(|payer| &payer.unit).zip(shares).collect()
    }

    /// The payers that have not agreed yet.
    pub fn waits_for(&self) -> impl Iterator<Item = &UnitId> {
        self.payers.iter().map(|payer| &payer.unit).filter(|unit| !self.agreed.contains(*unit))
    }

    /// Whether it shares costs on a day.
    pub fn is_in_force(&self, date: Date) -> bool {
        self.decided.as_ref().is_some_and(|decided| decided.from <= date)
    }
}

/// Propose an allocation key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyPropose {
    /// Its identity, not yet taken.
    pub id: KeyId,
    /// The object.
    pub object: ObjectId,
    /// The kind of cost.
    pub cost: CostKind,
    /// By what it shares.
    pub method: Method,
    /// What each payer weighs: the object's owner and co-owners, each once.
    pub payers: Vec<Weight>,
    /// Where the weights come from, 3–1 000 characters.
    pub grounds: String,
}

impl Rule for KeyPropose {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn within(&self) -> Subject {
        (&self.object).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut lacks = Refusals::none();
        lacks.unless(!town.money.keys.has(&self.id), Refusal::new("id-taken").at("id").with("id", self.id.as_str()));
        lacks.text("grounds", &self.grounds, 3..=1000);
        let Some(object) = town.objects.objects.get(&self.object) else {
            lacks.add(Refusal::new("object-unknown").at("object").with("id", self.object.as_str()));
            return Err(lacks);
        };
        let weight_of = |unit: &UnitId| self.payers.iter().find(|payer| payer.unit == *unit).map(|payer| payer.weight);
        let payers: Vector<Weight> =
            object.payers().filter_map(|unit| weight_of(unit).map(|weight| Weight { unit: unit.clone(), weight })).collect();
        let complete = payers.len() == object.payers().count() && payers.len() == self.payers.len();
        lacks.unless(complete, Refusal::new("payers-not-owners").at("payers"));
        let whole: u128 = payers.iter().map(|payer| u128::from(payer.weight)).sum();
        match self.method {
            Method::OwnerPays | Method::Equal => {}
            Method::Fixed => {
                lacks.unless(whole == 1000, Refusal::new("shares-not-whole").at("payers").with("sum", whole.to_string().as_str()))
            }
            _ => lacks.unless(whole > 0, Refusal::new("weights-nought").at("payers")),
        }
        if let Method::Stepwise { cap } = self.method {
            lacks.money("method", cap, Ore::kronor(1_000_000_000));
        }
        lacks.end()?;
        Ok(vec![
            Event::KeyProposed(Key {
                id: self.id.clone(),
                object: self.object.clone(),
                cost: self.cost,
                method: self.method.clone(),
                payers,
                grounds: self.grounds.trim().to_owned(),
                agreed: OrdSet::new(),
                decided: None,
            })
            .into(),
        ])
    }
}

/// Record that a paying committee agrees to a key.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyAgree {
    /// Which.
    pub id: KeyId,
    /// The committee.
    pub unit: UnitId,
}

impl Rule for KeyAgree {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let key = town.money.undecided_key(&self.id)?;
        if !key.payers.iter().any(|payer| payer.unit == self.unit) {
            return Err(Refusal::new("unit-no-payer").at("unit").with("id", self.unit.as_str()).into());
        }
        Ok(vec![Event::KeyAgreed { id: self.id.clone(), unit: self.unit.clone() }.into()])
    }
}

/// Enter the decision on a key all payers have agreed to; it takes over from the key before it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyDecide {
    /// Which.
    pub id: KeyId,
    /// The decision. Minutes come after the meeting, so it need not be in the log yet.
    pub decision: DecisionId,
    /// The first day it shares costs.
    pub from: Date,
}

impl Rule for KeyDecide {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let key = town.money.undecided_key(&self.id)?;
        if let Some(unit) = key.waits_for().next() {
            return Err(Refusal::new("key-not-agreed").at("id").with("unit", unit.as_str()).into());
        }
        let decided = KeyDecided { decision: self.decision.clone(), from: self.from, basis: town.size };
        Ok(vec![Event::KeyDecided { id: self.id.clone(), decided }.into()])
    }
}
