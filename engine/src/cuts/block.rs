//! A block: the rows of one fund or role over all periods, with its columns.

use crate::program::{Column, Program};

/// Columns that share the rows of one fund or role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What there is, one per row.
    pub(crate) room: Vec<i64>,
    /// The columns.
    pub(crate) columns: Vec<u32>,
    /// Weights, one per row, for each column in turn.
    pub(crate) weight: Vec<i64>,
    /// The initiative of each column: one option only can be chosen.
    pub(crate) group: Vec<u32>,
}

impl Block {
    /// The blocks of a programme that can bind at all: each fund and role.
    pub(crate) fn all(program: &Program) -> Vec<Option<Self>> {
        program.blocks.iter().map(|rows| Self::of(program, rows)).collect()
    }

    fn of(program: &Program, rows: &[u32]) -> Option<Self> {
        let binding: Vec<u32> = rows
            .iter()
            .copied()
            .filter(|row| {
                let row = &program.rows[*row as usize];
                row.most >= 0 && row.terms.iter().map(|(_, a)| (*a).max(0)).sum::<i64>() > row.most
            })
            .collect();
        let elastic = |row: &u32| program.rows[*row as usize].terms.iter().any(|(c, a)| *a < 0 && program.upper[*c as usize] > 0);
        if binding.is_empty() || binding.iter().any(elastic) {
            return None;
        }
        let mut place = vec![usize::MAX; program.columns.len()];
        let mut block = Self { room: Vec::new(), columns: Vec::new(), weight: Vec::new(), group: Vec::new() };
        let count = binding.len();
        for (at, row) in binding.iter().enumerate() {
            let row = &program.rows[*row as usize];
            block.room.push(row.most);
            for &(column, a) in &row.terms {
                let Column::Pick(i, _) = program.columns[column as usize] else { continue };
                let item = &mut place[column as usize];
                if *item == usize::MAX {
                    *item = block.columns.len();
                    block.columns.push(column);
                    block.group.push(i);
                    block.weight.resize(block.columns.len() * count, 0);
                }
                block.weight[*item * count + at] = a;
            }
        }
        Some(block)
    }

    pub(crate) fn rows(&self) -> usize {
        self.room.len()
    }

    pub(crate) fn weights(&self, item: usize) -> &[i64] {
        let rows = self.rows();
        &self.weight[item * rows..(item + 1) * rows]
    }
}
