//! The basis of a linear programme, factored for solving with it.
//!
//! Most columns of our bases are slacks or hang on a single row, so the basis is
//! peeled by singletons first; what is left, the nucleus, is small and is held as
//! a dense LU with partial pivoting. Pivots since then are product-form etas.
//! `forward` solves B·x = b, `backward` solves Bᵀ·y = c.

/// Entries smaller than this are taken as zero.
const TINY: f64 = 1e-12;
/// A pivot smaller than this makes the basis singular.
const SINGULAR: f64 = 1e-9;

/// A pivot made after the factoring: the column that came in, at `position`.
struct Eta {
    position: usize,
    pivot: f64,
    from: usize,
    to: usize,
}

/// A factored basis. Rows and positions both count from 0 to m − 1.
#[derive(Default)]
pub(super) struct Factor {
    m: usize,
    start: Vec<usize>,
    index: Vec<u32>,
    coef: Vec<f64>,
    pivot: Vec<f64>,
    by_column: Vec<(u32, u32)>,
    by_row: Vec<(u32, u32)>,
    nucleus_rows: Vec<u32>,
    nucleus_positions: Vec<u32>,
    dense: Vec<f64>,
    swaps: Vec<u32>,
    /// How many times a basis has been factored.
    pub(super) generation: u64,
    etas: Vec<Eta>,
    eta_index: Vec<u32>,
    eta_coef: Vec<f64>,
    small: Vec<f64>,
}

impl Factor {
    /// How many pivots have been made since the factoring.
    pub(super) fn age(&self) -> usize {
        self.etas.len()
    }

    /// Factors the basis whose column at each position `column` gives. Where it
    /// is singular, names positions and the rows whose slacks should stand there.
    pub(super) fn factor<'a>(&mut self, m: usize, column: impl Fn(usize) -> Column<'a>) -> Result<(), Vec<(usize, usize)>> {
        self.generation += 1;
        self.load(m, column);
        let (rest_rows, rest_positions) = self.peel();
        self.nucleus_rows = rest_rows;
        self.nucleus_positions = rest_positions;
        self.eliminate()
    }

    fn load<'a>(&mut self, m: usize, column: impl Fn(usize) -> Column<'a>) {
        self.m = m;
        self.etas.clear();
        self.eta_index.clear();
        self.eta_coef.clear();
        self.start.clear();
        self.index.clear();
        self.coef.clear();
        self.start.push(0);
        for position in 0..m {
            match column(position) {
                Column::Slack(row) => {
                    self.index.push(row as u32);
                    self.coef.push(1.0);
                }
                Column::Entries(entries) => {
                    for &(row, coef) in entries {
                        self.index.push(row);
                        self.coef.push(coef);
                    }
                }
            }
            self.start.push(self.index.len());
        }
        self.pivot.clear();
        self.pivot.resize(m, 0.0);
    }

    /// Takes out singleton columns, then singleton rows; gives what is left.
    fn peel(&mut self) -> (Vec<u32>, Vec<u32>) {
        let m = self.m;
        self.by_column.clear();
        self.by_row.clear();
        let mut row_count = vec![0u32; m];
        let mut column_count = vec![0u32; m];
        let mut row_start = vec![0usize; m + 1];
        for &row in &self.index {
            row_start[row as usize + 1] += 1;
        }
        for row in 0..m {
            row_count[row] = row_start[row + 1] as u32;
            row_start[row + 1] += row_start[row];
        }
        let mut fill = row_start.clone();
        let mut in_row = vec![0u32; self.index.len()];
        for (position, count) in column_count.iter_mut().enumerate() {
            let range = self.start[position]..self.start[position + 1];
            *count = range.len() as u32;
            for &row in &self.index[range] {
                in_row[fill[row as usize]] = position as u32;
                fill[row as usize] += 1;
            }
        }
        let (mut row_done, mut column_done) = (vec![false; m], vec![false; m]);
        let mut stack: Vec<u32> = (0..m as u32).filter(|p| column_count[*p as usize] == 1).collect();
        while let Some(position) = stack.pop() {
            let p = position as usize;
            if column_done[p] || column_count[p] != 1 {
                continue;
            }
            let found = self.entries(p).find(|(row, _)| !row_done[*row as usize]);
            let Some((row, coef)) = found.filter(|(_, coef)| coef.abs() > SINGULAR) else { continue };
            let r = row as usize;
            (row_done[r], column_done[p]) = (true, true);
            self.pivot[p] = coef;
            self.by_column.push((row, position));
            for &other in &in_row[row_start[r]..row_start[r + 1]] {
                column_count[other as usize] -= 1;
                if column_count[other as usize] == 1 && !column_done[other as usize] {
                    stack.push(other);
                }
            }
        }
        for row in 0..m {
            row_count[row] = in_row[row_start[row]..row_start[row + 1]].iter().filter(|p| !column_done[**p as usize]).count() as u32;
        }
        let mut stack: Vec<u32> = (0..m as u32).filter(|r| !row_done[*r as usize] && row_count[*r as usize] == 1).collect();
        while let Some(row) = stack.pop() {
            let r = row as usize;
            if row_done[r] || row_count[r] != 1 {
                continue;
            }
            let Some(&position) = in_row[row_start[r]..row_start[r + 1]].iter().find(|p| !column_done[**p as usize]) else {
                continue;
            };
            let p = position as usize;
            let coef = self.entries(p).find(|(i, _)| *i == row).map_or(0.0, |(_, coef)| coef);
            if coef.abs() <= SINGULAR {
                continue;
            }
            (row_done[r], column_done[p]) = (true, true);
            self.pivot[p] = coef;
            self.by_row.push((row, position));
            for (other, _) in self.entries(p) {
                row_count[other as usize] -= 1;
                if row_count[other as usize] == 1 && !row_done[other as usize] {
                    stack.push(other);
                }
            }
        }
        let left = |done: &[bool]| (0..m as u32).filter(|k| !done[*k as usize]).collect();
        (left(&row_done), left(&column_done))
    }

    fn entries(&self, position: usize) -> impl Iterator<Item = (u32, f64)> + '_ {
        let range = self.start[position]..self.start[position + 1];
        self.index[range.clone()].iter().copied().zip(self.coef[range].iter().copied())
    }

    /// Dense LU of the nucleus with partial pivoting.
    fn eliminate(&mut self) -> Result<(), Vec<(usize, usize)>> {
        let k = self.nucleus_rows.len();
        let mut place = vec![u32::MAX; self.m];
        for (at, row) in self.nucleus_rows.iter().enumerate() {
            place[*row as usize] = at as u32;
        }
        self.dense.clear();
        self.dense.resize(k * k, 0.0);
        for (j, position) in self.nucleus_positions.iter().enumerate() {
            let range = self.start[*position as usize]..self.start[*position as usize + 1];
            for at in range {
                let i = place[self.index[at] as usize];
                if i != u32::MAX {
                    self.dense[i as usize * k + j] = self.coef[at];
                }
            }
        }
        self.swaps.clear();
        let mut row_of: Vec<u32> = self.nucleus_rows.clone();
        for j in 0..k {
            let best = (j..k).max_by(|a, b| self.dense[a * k + j].abs().total_cmp(&self.dense[b * k + j].abs())).unwrap_or(j);
            if self.dense[best * k + j].abs() < SINGULAR {
                let lost = (j..k).map(|at| (self.nucleus_positions[at] as usize, row_of[at] as usize));
                return Err(lost.collect());
            }
            self.swaps.push(best as u32);
            if best != j {
                row_of.swap(best, j);
                let (upper, lower) = self.dense.split_at_mut(best * k);
                upper[j * k..j * k + k].swap_with_slice(&mut lower[..k]);
            }
            let (upper, lower) = self.dense.split_at_mut((j + 1) * k);
            let source = &upper[j * k..j * k + k];
            let inverse = 1.0 / source[j];
            for row in lower.chunks_exact_mut(k) {
                if row[j] != 0.0 {
                    let factor = row[j] * inverse;
                    row[j] = factor;
                    for (target, from) in row[j + 1..].iter_mut().zip(&source[j + 1..]) {
                        *target -= factor * from;
                    }
                }
            }
        }
        Ok(())
    }

    /// Forgets the pivots after the first `age`.
    pub(super) fn rewind(&mut self, age: usize) {
        self.etas.truncate(age);
        let end = self.etas.last().map_or(0, |eta| eta.to);
        self.eta_index.truncate(end);
        self.eta_coef.truncate(end);
    }

    /// Solves B·x = b. `b` (by row) is used up; `x` (by position) is the result.
    pub(super) fn forward(&mut self, b: &mut [f64], x: &mut [f64]) {
        for &(row, position) in &self.by_row {
            self.spread(row, position, b, x);
        }
        let k = self.nucleus_rows.len();
        if k > 0 {
            self.small.clear();
            self.small.extend(self.nucleus_rows.iter().map(|row| b[*row as usize]));
            if self.small.iter().any(|value| *value != 0.0) {
                lower_upper(&self.dense, &self.swaps, &mut self.small);
            }
            for (at, position) in self.nucleus_positions.iter().enumerate() {
                let (p, value) = (*position as usize, self.small[at]);
                x[p] = value;
                if value != 0.0 {
                    for at in self.start[p]..self.start[p + 1] {
                        b[self.index[at] as usize] -= value * self.coef[at];
                    }
                }
            }
        }
        for &(row, position) in self.by_column.iter().rev() {
            self.spread(row, position, b, x);
        }
        for eta in &self.etas {
            let value = x[eta.position];
            if value != 0.0 {
                let step = value / eta.pivot;
                for at in eta.from..eta.to {
                    x[self.eta_index[at] as usize] -= self.eta_coef[at] * step;
                }
                x[eta.position] = step;
            }
        }
    }

    #[inline]
    fn spread(&self, row: u32, position: u32, b: &mut [f64], x: &mut [f64]) {
        let p = position as usize;
        let value = b[row as usize];
        if value.abs() <= TINY {
            x[p] = 0.0;
            return;
        }
        let value = value / self.pivot[p];
        x[p] = value;
        for at in self.start[p]..self.start[p + 1] {
            b[self.index[at] as usize] -= value * self.coef[at];
        }
    }

    /// Solves Bᵀ·y = c. `c` (by position) is used up; `y` (by row) is the result.
    pub(super) fn backward(&mut self, c: &mut [f64], y: &mut [f64]) {
        for eta in self.etas.iter().rev() {
            let mut sum = c[eta.position];
            for at in eta.from..eta.to {
                sum -= self.eta_coef[at] * c[self.eta_index[at] as usize];
            }
            c[eta.position] = sum / eta.pivot;
        }
        y.fill(0.0);
        for &(row, position) in &self.by_column {
            let p = position as usize;
            y[row as usize] = self.gather(p, c[p], y) / self.pivot[p];
        }
        let k = self.nucleus_rows.len();
        if k > 0 {
            let mut small = std::mem::take(&mut self.small);
            small.clear();
            small.extend(self.nucleus_positions.iter().map(|p| self.gather(*p as usize, c[*p as usize], y)));
            if small.iter().any(|value| *value != 0.0) {
                lower_upper_transposed(&self.dense, &self.swaps, &mut small);
            }
            for (at, row) in self.nucleus_rows.iter().enumerate() {
                y[*row as usize] = small[at];
            }
            self.small = small;
        }
        for &(row, position) in self.by_row.iter().rev() {
            let p = position as usize;
            y[row as usize] = self.gather(p, c[p], y) / self.pivot[p];
        }
    }

    #[inline]
    fn gather(&self, position: usize, from: f64, y: &[f64]) -> f64 {
        let mut sum = from;
        for at in self.start[position]..self.start[position + 1] {
            sum -= self.coef[at] * y[self.index[at] as usize];
        }
        sum
    }

    /// Notes that the column which `forward` turned into `alpha` came in at
    /// `position`.
    pub(super) fn replace(&mut self, position: usize, alpha: &[f64]) {
        let from = self.eta_index.len();
        for (at, value) in alpha.iter().enumerate() {
            if at != position && value.abs() > TINY {
                self.eta_index.push(at as u32);
                self.eta_coef.push(*value);
            }
        }
        let to = self.eta_index.len();
        self.etas.push(Eta { position, pivot: alpha[position], from, to });
    }
}

/// A column of the basis as it is handed in.
pub(super) enum Column<'a> {
    /// The slack of this row.
    Slack(usize),
    /// (row, coefficient) pairs.
    Entries(&'a [(u32, f64)]),
}

/// The sum of products, in eight lanes so that the processor need not wait for each addition.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (ones, others) = (one.chunks_exact(8), other.chunks_exact(8));
    let rest: f64 = ones.remainder().iter().zip(others.remainder()).map(|(a, b)| a * b).sum();
    for (ones, others) in ones.zip(others) {
        for ((lane, a), b) in lanes.iter_mut().zip(ones).zip(others) {
            *lane += a * b;
        }
    }
    lanes.iter().sum::<f64>() + rest
}

fn lower_upper(dense: &[f64], swaps: &[u32], b: &mut [f64]) {
    let k = b.len();
    for (j, other) in swaps.iter().enumerate() {
        b.swap(j, *other as usize);
    }
    for i in 1..k {
        let row = &dense[i * k..i * k + i];
        b[i] -= dot(row, &b[..i]);
    }
    for i in (0..k).rev() {
        let row = &dense[i * k..i * k + k];
        b[i] = (b[i] - dot(&row[i + 1..], &b[i + 1..])) / row[i];
    }
}

fn lower_upper_transposed(dense: &[f64], swaps: &[u32], c: &mut [f64]) {
    let k = c.len();
    for i in 0..k {
        let row = &dense[i * k..i * k + k];
        c[i] /= row[i];
        let value = c[i];
        if value != 0.0 {
            for (target, a) in c[i + 1..].iter_mut().zip(&row[i + 1..]) {
                *target -= a * value;
            }
        }
    }
    for i in (1..k).rev() {
        let value = c[i];
        if value != 0.0 {
            for (target, a) in c[..i].iter_mut().zip(&dense[i * k..i * k + i]) {
                *target -= a * value;
            }
        }
    }
    for (j, other) in swaps.iter().enumerate().rev() {
        c.swap(j, *other as usize);
    }
}
