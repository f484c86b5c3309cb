//! The fund, from application to decision: judged blind and without interest, ranked exactly, and
//! decided by one named delegate on a basis that never changes afterwards.

mod assessment;
mod decision;
mod ranking;
mod town;
