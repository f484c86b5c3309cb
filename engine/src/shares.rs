//! The method of equal shares: every voter has an equal part of the money, and
//! what its supporters can pay for together is bought, cheapest per point first
//! (Peters, Pierczyński, Skowron 2021). Exact rationals throughout.

use num_rational::BigRational;
use num_traits::{Signed, Zero};

/// What is shared among whom.
#[derive(Debug, Clone, Default)]
pub struct Ballot {
    /// The money.
    pub budget: i64,
    /// The cost of each project.
    pub costs: Vec<i64>,
    /// Points of each voter (outer) for each project (inner), ≥ 0.
    pub points: Vec<Vec<i64>>,
}

fn rational(value: i64) -> BigRational {
    BigRational::from_integer(value.into())
}

/// The projects bought by equal shares, in the order they are bought. Ties go to
/// the project that comes first.
pub fn equal_shares(ballot: &Ballot) -> Vec<usize> {
    let voters = i64::try_from(ballot.points.len()).unwrap_or(i64::MAX);
    if voters == 0 {
        return Vec::new();
    }
    bought(ballot, &(rational(ballot.budget) / rational(voters)))
}

/// Equal shares completed: every voter's part is raised by one unit as long as
/// what is bought costs no more than the budget (the "add one" rule), at most
/// [`MOST_RAISES`] times.
pub fn equal_shares_completed(ballot: &Ballot) -> Vec<usize> {
    let voters = i64::try_from(ballot.points.len()).unwrap_or(i64::MAX);
    if voters == 0 {
        return Vec::new();
    }
    let mut part = rational(ballot.budget) / rational(voters);
    let mut best = bought(ballot, &part);
    let affordable = |set: &[usize]| set.iter().map(|p| ballot.costs[*p]).sum::<i64>() <= ballot.budget;
    let wanted = |p: &usize| ballot.points.iter().any(|voter| voter[*p] > 0);
    let all = (0..ballot.costs.len()).filter(|p| wanted(p) && ballot.costs[*p] <= ballot.budget).count();
    for _ in 0..MOST_RAISES {
        if best.len() >= all {
            break;
        }
        part += rational(1);
        let next = bought(ballot, &part);
        if !affordable(&next) {
            break;
        }
        best = next;
    }
    best
}

/// Raises tried before the completion is given up.
pub const MOST_RAISES: usize = 20_000;

fn bought(ballot: &Ballot, part: &BigRational) -> Vec<usize> {
    let mut purses = vec![part.clone(); ballot.points.len()];
    let mut left: Vec<usize> = (0..ballot.costs.len()).collect();
    let mut set = Vec::new();
    loop {
        let mut best: Option<(BigRational, usize)> = None;
        left.retain(|p| {
            let Some(price) = price(ballot, &purses, *p) else { return false };
            if best.as_ref().is_none_or(|(least, _)| price < *least) {
                best = Some((price, *p));
            }
            true
        });
        let Some((price, project)) = best else { return set };
        for (purse, points) in purses.iter_mut().zip(&ballot.points) {
            let due = &price * rational(points[project]);
            *purse -= if due < *purse { due } else { purse.clone() };
        }
        set.push(project);
        left.retain(|p| *p != project);
    }
}

/// The least price per point at which the supporters of a project can pay for
/// it, or none where they cannot.
fn price(ballot: &Ballot, purses: &[BigRational], project: usize) -> Option<BigRational> {
    let cost = rational(ballot.costs[project]);
    let mut supporters: Vec<(BigRational, &BigRational, i64)> = purses
        .iter()
        .zip(&ballot.points)
        .filter(|(purse, points)| points[project] > 0 && purse.is_positive())
        .map(|(purse, points)| (purse / rational(points[project]), purse, points[project]))
        .collect();
    if cost.is_zero() {
        return ballot.points.iter().any(|p| p[project] > 0).then(BigRational::zero);
    }
    if supporters.iter().map(|(_, purse, _)| (*purse).clone()).sum::<BigRational>() < cost {
        return None;
    }
    // Those who are emptied first pay all they have; the rest pay by the point.
    supporters.sort_by(|a, b| a.0.cmp(&b.0));
    let mut points: i64 = supporters.iter().map(|(_, _, points)| points).sum();
    let mut due = cost;
    for (reach, purse, own) in supporters {
        let price = &due / rational(points);
        if price <= reach {
            return Some(price);
        }
        due -= purse;
        points -= own;
    }
    None
}
