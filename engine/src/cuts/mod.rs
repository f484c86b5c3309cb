//! Cuts from each fund's (or role's) own knapsack over all periods.
//!
//! The relaxation of the whole is weak because a committee's few initiatives are
//! lumps in its yearly frame. So for each block of rows we look for inequalities
//! of the convex hull of that block's own integer points: a small linear
//! programme over the fractional columns finds the most violated one, with a
//! column for each set that fits: all of them where they are few, else as an exact
//! knapsack search finds them (Boyd's Fenchel cuts; the same bound as
//! Dantzig–Wolfe over that block). It is then lifted over the block's other
//! columns. Coefficients are integers and the right side is an exact maximum, so
//! a cut is valid whatever floating point did on the way.

mod block;
mod fenchel;
mod hull;
mod knapsack;

pub(crate) use block::Block;
pub(crate) use fenchel::Finder;

use crate::program::Row;

/// A cut and the block it came from.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub(crate) row: Row,
    pub(crate) block: u32,
}
