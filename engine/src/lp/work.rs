//! The vectors a solve works in, kept so that none is allocated twice.

/// Vectors kept between solves.
#[derive(Default)]
pub(super) struct Work {
    pub(super) by_row: Vec<f64>,
    pub(super) by_position: Vec<f64>,
    pub(super) rho: Vec<f64>,
    pub(super) alpha_row: Vec<f64>,
    pub(super) touched: Vec<u32>,
    pub(super) alpha: Vec<f64>,
    pub(super) tau: Vec<f64>,
    pub(super) flips: Vec<f64>,
    pub(super) candidates: Vec<(f64, u32, f64)>,
    /// The row of Bᵀ⁻¹ that proves infeasibility, with its sign.
    pub(super) ray: Vec<f64>,
}
