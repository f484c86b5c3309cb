//! What earlier searches over the same programme, or one that allows more, have proven of single columns.

use std::sync::Arc;

use super::Search;
use super::domain::{Domain, Empty};

/// What no point is worth more than that takes a column, or that does without it; nothing known where empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ceilings {
    taken: Arc<Vec<i64>>,
    left: Arc<Vec<i64>>,
}

impl Ceilings {
    /// Nothing known yet of so many columns.
    pub(crate) fn of(columns: usize) -> Self {
        let unknown = Arc::new(vec![i64::MAX; columns]);
        Self { taken: unknown.clone(), left: unknown }
    }

    /// Notes that no point worth more than `bound` takes one of these columns or, where not `taken`, does without all
    /// of them. Of several columns none alone need be taken: then the latter says nothing of one.
    pub(crate) fn lower(&mut self, columns: &[u32], taken: bool, bound: i64) {
        if !taken && columns.len() != 1 {
            return;
        }
        let list = Arc::make_mut(if taken { &mut self.taken } else { &mut self.left });
        for c in columns {
            list[*c as usize] = list[*c as usize].min(bound);
        }
    }
}

impl Search<'_> {
    /// Holds the columns that no better point than the best has otherwise.
    pub(super) fn fix_by_ceilings(&self, domain: &mut Domain) -> Result<(), Empty> {
        let Some(cutoff) = self.cutoff() else { return Ok(()) };
        let known = self.ceilings.taken.iter().zip(self.ceilings.left.iter()).enumerate();
        for (c, (taken, left)) in known.filter(|(_, (taken, left))| **taken.min(left) <= cutoff) {
            let lower = if *left <= cutoff { 1 } else { i64::MIN };
            let upper = if *taken <= cutoff { 0 } else { i64::MAX };
            domain.narrow(self.program, c, lower, upper)?;
        }
        Ok(())
    }
}
