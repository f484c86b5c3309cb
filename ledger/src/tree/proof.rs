//! Proofs of RFC 6962: that a leaf is in a tree, and that one tree grew out of another.

use super::{Frontier, Hash, node};

fn root(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::default();
    leaves.iter().for_each(|leaf| frontier.push(*leaf));
    frontier.root()
}

/// Where RFC 6962 splits a tree of `size` > 1 leaves: the largest power of two below it.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

/// The audit path of the leaf at `index` (from 0) among all `leaves`, lowest first.
pub(crate) fn inclusion(leaves: &[Hash], index: usize) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, sibling) = match index.checked_sub(left.len()) {
        None => (inclusion(left, index), right),
        Some(index) => (inclusion(right, index), left),
    };
    path.push(root(sibling));
    path
}

/// The proof that the tree of all `leaves` grew out of the tree of the first `old` of them.
pub(crate) fn consistency(leaves: &[Hash], old: usize) -> Vec<Hash> {
    subproof(leaves, old, true)
}

fn subproof(leaves: &[Hash], old: usize, known: bool) -> Vec<Hash> {
    if old == leaves.len() {
        return if known { Vec::new() } else { vec![root(leaves)] };
    }
    if old == 0 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, other) = match old.checked_sub(left.len()) {
        None | Some(0) => (subproof(left, old, known), right),
        Some(old) => (subproof(right, old, false), left),
    };
    path.push(root(other));
    path
}

/// Whether `path` proves that `leaf` is the leaf at `index` (from 0) of the tree
/// with `size` leaves and this `root` (RFC 9162, 2.1.3.2).
#[must_use]
pub fn inclusion_holds(leaf: Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            hash = node(step, &hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, step);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether `path` proves that the tree (`new`, `new_root`) grew out of the tree
/// (`old`, `old_root`) by adding leaves only (RFC 9162, 2.1.4.2).
#[must_use]
pub fn consistency_holds(old: u64, old_root: &Hash, new: u64, new_root: &Hash, path: &[Hash]) -> bool {
    if old == new {
        return path.is_empty() && old_root == new_root;
    }
    if old == 0 {
        return path.is_empty() && *old_root == Hash::of(b"");
    }
    if old > new {
        return false;
    }
    // A complete old tree is its own first step; else the proof gives it.
    let (first, steps) = if old.is_power_of_two() {
        (*old_root, path)
    } else if let [first, steps @ ..] = path {
        (*first, steps)
    } else {
        return false;
    };
    let (mut at, mut last) = (old - 1, new - 1);
    while at & 1 == 1 {
        at >>= 1;
        last >>= 1;
    }
    let (mut old_hash, mut new_hash) = (first, first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if at & 1 == 1 || at == last {
            old_hash = node(step, &old_hash);
            new_hash = node(step, &new_hash);
            while at & 1 == 0 && at != 0 {
                at >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node(&new_hash, step);
        }
        at >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == *old_root && new_hash == *new_root
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::{leaf, tests::LEAVES};

    fn leaves(size: usize) -> Vec<Hash> {
        (0..size).map(|nth| leaf(&hex::decode(LEAVES[nth % 8]).unwrap().repeat(nth / 8 + 1))).collect()
    }

    #[test]
    fn every_leaf_of_every_tree_is_proved_to_be_in_it_and_in_no_other_place() {
        for size in 1..=40 {
            let all = leaves(size);
            let top = root(&all);
            for index in 0..size {
                let path = inclusion(&all, index);
                assert!(inclusion_holds(all[index], index as u64, size as u64, &path, &top), "{index} of {size}");
                let elsewhere = (index + 1) % size;
                assert!(size == 1 || !inclusion_holds(all[index], elsewhere as u64, size as u64, &path, &top));
                assert!(!inclusion_holds(leaf(b"other"), index as u64, size as u64, &path, &top));
                for spoilt in spoil(&path) {
                    assert!(!inclusion_holds(all[index], index as u64, size as u64, &spoilt, &top));
                }
            }
        }
    }

    #[test]
    fn every_tree_is_proved_to_have_grown_out_of_every_smaller_one() {
        for new in 1..=40 {
            let all = leaves(new);
            for old in 0..=new {
                let path = consistency(&all, old);
                let (before, after) = (root(&all[..old]), root(&all));
                assert!(consistency_holds(old as u64, &before, new as u64, &after, &path), "{old} to {new}");
                assert!(!consistency_holds(old as u64, &leaf(b"other"), new as u64, &after, &path));
                assert!(old == 0 || !consistency_holds(old as u64, &before, new as u64, &leaf(b"other"), &path));
                for spoilt in spoil(&path) {
                    assert!(!consistency_holds(old as u64, &before, new as u64, &after, &spoilt), "{old} to {new}");
                }
            }
        }
    }

    /// The path with one step changed, one lost, and one too many.
    fn spoil(path: &[Hash]) -> Vec<Vec<Hash>> {
        let mut spoilt: Vec<_> = (0..path.len())
            .map(|nth| {
                let mut path = path.to_vec();
                path[nth] = leaf(b"other");
                path
            })
            .collect();
        spoilt.extend(path.split_last().map(|(_, rest)| rest.to_vec()));
        spoilt.push([path, &[leaf(b"other")]].concat());
        spoilt
    }
}
