//! A block: the rows of one fund or role over all periods, with its columns.

use std::collections::HashMap;

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
    /// Whether it joins two funds or roles.
    pub(crate) joint: bool,
}

/// Columns beyond which no joint blocks are made: there the single ones say
/// almost as much, and each joint one is large.
const MOST_JOINT_COLUMNS: usize = 1_500;

impl Block {
    /// The blocks of a programme that can bind at all: each fund and role, then
    /// each pair that has columns in common.
    pub(crate) fn all(program: &Program) -> Vec<Option<Self>> {
        let mut blocks: Vec<Option<Self>> = program.blocks.iter().map(|rows| Self::of(program, rows, false)).collect();
        let single = blocks.len();
        if program.columns.len() > MOST_JOINT_COLUMNS {
            return blocks;
        }
        for a in 0..single {
            for b in 0..a {
                let (Some(one), Some(other)) = (&blocks[a], &blocks[b]) else {
                    blocks.push(None);
                    continue;
                };
                let joined = one.columns.iter().any(|c| other.columns.contains(c));
                let rows: Vec<u32> = program.blocks[a].iter().chain(&program.blocks[b]).copied().collect();
                blocks.push(if joined { Self::of(program, &rows, true) } else { None });
            }
        }
        blocks
    }

    fn of(program: &Program, rows: &[u32], joint: bool) -> Option<Self> {
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
        let mut place: HashMap<u32, usize> = HashMap::new();
        let mut block = Self { room: Vec::new(), columns: Vec::new(), weight: Vec::new(), group: Vec::new(), joint };
        let count = binding.len();
        for (at, row) in binding.iter().enumerate() {
            let row = &program.rows[*row as usize];
            block.room.push(row.most);
            for &(column, a) in &row.terms {
                let Column::Pick(i, _) = program.columns[column as usize] else { continue };
                let item = *place.entry(column).or_insert_with(|| {
                    block.columns.push(column);
                    block.group.push(i);
                    block.weight.resize(block.columns.len() * count, 0);
                    block.columns.len() - 1
                });
                block.weight[item * count + at] = a;
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
