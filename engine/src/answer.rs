//! An answer in the form `styrbord-choice/1`.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::demand::{Demand, Relaxed};
use crate::instance::{Instance, Selection};

/// How sure an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The bound equals the value: no choice is better.
    Optimal,
    /// A choice, with a bound above its value.
    Feasible,
    /// No choice meets every demand.
    Infeasible,
    /// No choice was found before the search was stopped.
    Unknown,
}

impl Status {
    /// The word the answer says.
    pub fn word(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Feasible => "feasible",
            Self::Infeasible => "infeasible",
            Self::Unknown => "unknown",
        }
    }
}

/// What the engine found.
#[derive(Debug, Clone)]
pub struct Answer {
    /// How sure it is.
    pub status: Status,
    /// The best choice found.
    pub selection: Option<Selection>,
    /// Its value.
    pub value: Option<i64>,
    /// What no choice exceeds; none where no choice is possible.
    pub bound: Option<i64>,
    /// What the choice does not meet, most important first (elastic only).
    pub relaxed: Vec<Relaxed>,
    /// Demands that cannot hold together; leaving out any one of them, the
    /// others can.
    pub conflict: Vec<Demand>,
    /// Nodes of the search tree that were looked at.
    pub nodes: u64,
    /// Pivots of the linear programmes in them.
    pub pivots: u64,
}

/// What is known about a run beside its answer.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// SHA-256 of the input's bytes, in hexadecimal.
    pub input_sha256: String,
    /// Seconds it took.
    pub seconds: f64,
    /// Threads it was allowed.
    pub threads: usize,
    /// The weight set that replaced the criteria's weights.
    pub weights: Option<String>,
}

/// SHA-256 of the input's bytes, in hexadecimal.
pub fn input_hash(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

impl Answer {
    /// The share by which the bound exceeds the value, in permille rounded up.
    pub fn gap_permille(&self) -> Option<i64> {
        let (value, bound) = (self.value?, self.bound?);
        Some(gap_permille(value, bound))
    }

    /// The answer as the contract's JSON object.
    pub fn to_json(&self, instance: &Instance, run: &Run) -> Map<String, Value> {
        let mut map = Map::new();
        map.insert("format".into(), json!("styrbord-choice/1"));
        map.insert("input_sha256".into(), json!(run.input_sha256));
        map.insert("status".into(), json!(self.status.word()));
        map.insert("value".into(), json!(self.value));
        map.insert("bound".into(), json!(self.bound));
        map.insert("chosen".into(), chosen(instance, self.selection.as_ref()));
        map.insert("seconds".into(), json!((run.seconds * 1000.0).round() / 1000.0));
        map.insert("threads".into(), json!(run.threads));
        let relaxed = self.relaxed.iter().map(|entry| {
            let mut value = entry.demand.to_json(instance);
            value["by"] = json!(entry.by);
            value
        });
        map.insert("relaxed".into(), relaxed.collect());
        let conflict = self.conflict.iter().map(|demand| demand.to_json(instance));
        map.insert("conflict".into(), conflict.collect());
        if let Some(weights) = &run.weights {
            map.insert("weights".into(), json!(weights));
        }
        map
    }
}

/// The chosen options by initiative.
pub fn chosen(instance: &Instance, selection: Option<&Selection>) -> Value {
    let mut map = Map::new();
    for (i, option) in selection.iter().flat_map(|s| s.0.iter().enumerate()) {
        if let Some(o) = option {
            let item = &instance.initiatives[i];
            map.insert(item.id.clone(), json!(item.options[*o as usize].id));
        }
    }
    Value::Object(map)
}

/// (bound − value) / value in permille, rounded up; 0 where they are equal.
pub fn gap_permille(value: i64, bound: i64) -> i64 {
    let difference = i128::from(bound) - i128::from(value);
    if difference <= 0 {
        return 0;
    }
    let base = i128::from(value.unsigned_abs()).max(1);
    i64::try_from((difference * 1000 + base - 1) / base).unwrap_or(i64::MAX)
}
