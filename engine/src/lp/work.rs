//! The vectors a solve works in, kept so that none is allocated twice.

/// Vectors kept between solves. Those of the kernel count its places, the others rows or variables.
#[derive(Default)]
pub(super) struct Work {
    /// The basis inverse's row of what leaves, over the binding rows.
    pub(super) rho: Vec<f64>,
    /// The tableau's row of what leaves, over all variables, and where it was written.
    pub(super) across: Vec<f64>,
    pub(super) touched: Vec<u32>,
    /// The tableau's column of what enters over the basic columns; the basis inverse times `rho`; and what
    /// the basic columns move by as others move to their other bound.
    pub(super) alpha: Vec<f64>,
    pub(super) tau: Vec<f64>,
    pub(super) moved: Vec<f64>,
    /// The same three over the rows.
    pub(super) slacks: Vec<[f64; 3]>,
    /// What the rows lose to nonbasic columns, or to those that move to their other bound.
    pub(super) spent: Vec<f64>,
    pub(super) at_kernel: Vec<f64>,
    /// Breakpoints: ratio, variable, size of the pivot.
    pub(super) candidates: Vec<(f64, u32, f64)>,
    /// The row of the basis inverse that proves infeasibility, with its sign, over all rows.
    pub(super) ray: Vec<f64>,
}
