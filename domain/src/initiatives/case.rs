//! The business case (beslutsunderlag): what must be known before a decision, and how its parts are written.

use serde::{Deserialize, Serialize};

use super::{
    Alternative, Benefit, Classification, CostLine, Estimate, Event, Financing, FinancingSource, Inclusion, Initiative, Risk, Screening,
    Supply, editable, last_written,
};
use crate::{
    BenefitId, CostId, Event as AnyEvent, EvidenceId, InitiativeId, Municipality, Refusal, Refusals, Register, RiskId, Rule, Stamp, Subject,
};

/// The business case of an initiative. A decision keeps a copy of it, for ever.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// What it costs.
    pub costs: Register<CostId, CostLine>,
    /// What good it does.
    pub benefits: Register<BenefitId, Benefit>,
    /// What may go wrong.
    pub risks: Register<RiskId, Risk>,
    /// How end users have taken part.
    pub inclusions: Register<EvidenceId, Inclusion>,
    /// The ways considered, doing nothing among them.
    pub alternatives: Vec<Alternative>,
    /// Who pays, and out of what.
    pub financing: Vec<Financing>,
    /// How its information is classified.
    #[serde(default)]
    pub classification: Option<Classification>,
    /// The nine questions of data protection.
    #[serde(default)]
    pub screening: Option<Screening>,
    /// Who supplies it, and how one leaves them.
    #[serde(default)]
    pub supply: Option<Supply>,
}

impl Case {
    /// All costs over all years.
    pub fn cost(&self) -> Estimate {
        self.costs.values().map(CostLine::total).sum()
    }

    /// Whether money is asked from the fund.
    pub fn seeks_fund(&self) -> bool {
        self.financing.iter().any(|line| line.source == FinancingSource::Fund)
    }

    fn put(&mut self, part: &Part) {
        match part {
            Part::Cost(line) => self.costs.enter(line.id.clone(), line.clone()),
            Part::Benefit(benefit) => self.benefits.enter(benefit.id.clone(), benefit.clone()),
            Part::Risk(risk) => self.risks.enter(risk.id.clone(), risk.clone()),
            Part::Inclusion(inclusion) => self.inclusions.enter(inclusion.id.clone(), inclusion.clone()),
            Part::Alternatives(alternatives) => self.alternatives.clone_from(alternatives),
            Part::Financing(financing) => self.financing.clone_from(financing),
            Part::Classification(class) => self.classification = Some(class.clone()),
            Part::Screening(screening) => self.screening = Some(screening.clone()),
            Part::Supply(supply) => self.supply = Some(supply.clone()),
        }
    }

    fn drop(&mut self, part: &PartId) {
        match part {
            PartId::Cost(id) => self.costs.remove(id),
            PartId::Benefit(id) => self.benefits.remove(id),
            PartId::Risk(id) => self.risks.remove(id),
            PartId::Inclusion(id) => self.inclusions.remove(id),
        }
    }

    fn has(&self, part: &PartId) -> bool {
        match part {
            PartId::Cost(id) => self.costs.has(id),
            PartId::Benefit(id) => self.benefits.has(id),
            PartId::Risk(id) => self.risks.has(id),
            PartId::Inclusion(id) => self.inclusions.has(id),
        }
    }
}

/// A part of the case that is written at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A cost line.
    Cost(CostLine),
    /// A benefit.
    Benefit(Benefit),
    /// A risk.
    Risk(Risk),
    /// An occasion when end users took part.
    Inclusion(Inclusion),
    /// All alternatives.
    Alternatives(Vec<Alternative>),
    /// All financing.
    Financing(Vec<Financing>),
    /// How its information is classified.
    Classification(Classification),
    /// The nine questions of data protection.
    Screening(Screening),
    /// Who supplies it, and how one leaves them.
    Supply(Supply),
}

impl Part {
    /// The key under which its latest change is remembered.
    pub fn key(&self) -> String {
        match self {
            Self::Cost(line) => format!("cost/{}", line.id),
            Self::Benefit(benefit) => format!("benefit/{}", benefit.id),
            Self::Risk(risk) => format!("risk/{}", risk.id),
            Self::Inclusion(inclusion) => format!("inclusion/{}", inclusion.id),
            Self::Alternatives(_) => "alternatives".to_owned(),
            Self::Financing(_) => "financing".to_owned(),
            Self::Classification(_) => "classification".to_owned(),
            Self::Screening(_) => "screening".to_owned(),
            Self::Supply(_) => "supply".to_owned(),
        }
    }

    fn demand(&self, town: &Municipality, initiative: &Initiative, stamp: &Stamp, lacks: &mut Refusals) {
        match self {
            Self::Cost(line) => line.demand(town, lacks),
            Self::Benefit(benefit) => benefit.demand(town, initiative, lacks),
            Self::Risk(risk) => risk.demand(town.initiatives.table(stamp.date).scale, lacks),
            Self::Inclusion(inclusion) => inclusion.demand(stamp, lacks),
            Self::Alternatives(alternatives) => alternatives.iter().for_each(|alternative| alternative.demand(lacks)),
            Self::Financing(financing) => financing.iter().for_each(|line| line.demand(town, lacks)),
            Self::Classification(class) => class.demand(stamp, lacks),
            Self::Screening(screening) => screening.demand(stamp, lacks),
            Self::Supply(supply) => supply.demand(lacks),
        }
    }
}

/// Names a part that can be taken away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartId {
    /// A cost line.
    Cost(CostId),
    /// A benefit.
    Benefit(BenefitId),
    /// A risk.
    Risk(RiskId),
    /// An occasion when end users took part.
    Inclusion(EvidenceId),
}

/// Write one part of the case: a new line, or over the line of that identity.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasePut {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The part.
    pub part: Part,
}

impl Rule for CasePut {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn overwrites(&self, town: &Municipality) -> Vec<u64> {
        last_written(town, &self.initiative, &self.part.key())
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        written(town, stamp, &self.initiative, std::slice::from_ref(&self.part))
    }
}

/// Write several parts at once, as a whole case arrives from elsewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWrite {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Cost lines.
    #[serde(default)]
    pub costs: Vec<CostLine>,
    /// Benefits.
    #[serde(default)]
    pub benefits: Vec<Benefit>,
    /// Risks.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// Occasions when end users took part.
    #[serde(default)]
    pub inclusions: Vec<Inclusion>,
    /// The alternatives considered; nothing leaves them as they are.
    #[serde(default)]
    pub alternatives: Vec<Alternative>,
    /// The financing; nothing leaves it as it is.
    #[serde(default)]
    pub financing: Vec<Financing>,
    /// The classification; nothing leaves it as it is.
    #[serde(default)]
    pub classification: Option<Classification>,
    /// The screening; nothing leaves it as it is.
    #[serde(default)]
    pub screening: Option<Box<Screening>>,
    /// The supply; nothing leaves it as it is.
    #[serde(default)]
    pub supply: Option<Box<Supply>>,
}

impl Rule for CaseWrite {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn decide(&self, town: &Municipality, stamp: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let mut parts: Vec<Part> = Vec::new();
        parts.extend(self.costs.iter().cloned().map(Part::Cost));
        parts.extend(self.benefits.iter().cloned().map(Part::Benefit));
        parts.extend(self.risks.iter().cloned().map(Part::Risk));
        parts.extend(self.inclusions.iter().cloned().map(Part::Inclusion));
        if !self.alternatives.is_empty() {
            parts.push(Part::Alternatives(self.alternatives.clone()));
        }
        if !self.financing.is_empty() {
            parts.push(Part::Financing(self.financing.clone()));
        }
        parts.extend(self.classification.iter().cloned().map(Part::Classification));
        parts.extend(self.screening.iter().map(|screening| Part::Screening(Screening::clone(screening))));
        parts.extend(self.supply.iter().map(|supply| Part::Supply(Supply::clone(supply))));
        if parts.is_empty() {
            return Err(Refusal::new("nothing-written").into());
        }
        written(town, stamp, &self.initiative, &parts)
    }
}

fn written(town: &Municipality, stamp: &Stamp, id: &InitiativeId, parts: &[Part]) -> Result<Vec<AnyEvent>, Refusals> {
    let initiative = editable(town, id)?;
    let mut lacks = Refusals::none();
    for part in parts {
        part.demand(town, initiative, stamp, &mut lacks);
        lacks.unless(!initiative.has_promised(part), Refusal::new("part-promised"));
    }
    lacks.end()?;
    let seq = town.size + 1;
    Ok(parts.iter().map(|part| Event::CaseWritten { id: id.clone(), part: part.clone(), seq }.into()).collect())
}

/// Take a part out of the case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseDrop {
    /// The initiative.
    pub initiative: InitiativeId,
    /// Which part.
    pub part: PartId,
}

impl Rule for CaseDrop {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        if !initiative.case.has(&self.part) {
            return Err(Refusal::new("part-unknown").at("part").into());
        }
        let is_promise = matches!(self.part, PartId::Benefit(_) | PartId::Cost(_));
        if is_promise && initiative.phase.has_begun() {
            return Err(Refusal::new("part-promised").at("part").into());
        }
        Ok(vec![Event::CaseDropped { id: self.initiative.clone(), part: self.part.clone() }.into()])
    }
}

impl Initiative {
    /// Whether the part is among what the work was begun on: costs, benefits and money stand from then
    /// on as they were promised, while risks and users' voices go on being written. What was never
    /// promised may still be added, so that work begun without a case can be mended.
    fn has_promised(&self, part: &Part) -> bool {
        self.phase.has_begun()
            && match part {
                Part::Cost(line) => self.case.costs.has(&line.id),
                Part::Benefit(benefit) => self.case.benefits.has(&benefit.id),
                Part::Alternatives(_) => !self.case.alternatives.is_empty(),
                Part::Financing(_) => !self.case.financing.is_empty(),
                Part::Risk(_) | Part::Inclusion(_) | Part::Classification(_) | Part::Screening(_) | Part::Supply(_) => false,
            }
    }

    pub(super) fn write(&mut self, part: &Part, seq: u64) {
        self.touched.insert(part.key().into(), seq);
        self.case.put(part);
    }

    pub(super) fn strike(&mut self, part: &PartId) {
        self.case.drop(part);
    }
}
