//! The kernel of a basis, held as its inverse.
//!
//! Most of a basis of ours are slacks of rows that do not bind. What is left is the square matrix K of the
//! rows that bind and the columns that are basic. It is small, and everything a pivot needs follows from its
//! explicit inverse; a row that comes or goes while it does not bind leaves the inverse alone. A pivot
//! changes it by one product of a column and a row, which also replaces, adds or takes out a row and a column.

/// Entries smaller than this are taken as zero.
const TINY: f64 = 1e-13;
/// A pivot smaller than this makes the kernel singular.
const SINGULAR: f64 = 1e-9;
/// Where a pivot may be as small as this share of the largest, rows with few entries are taken first.
const SPARSE: f64 = 0.05;
/// No place in the kernel.
const NOWHERE: u32 = u32::MAX;

/// A sparse column or row of the programme: (index, coefficient).
pub(super) type Entries = [(u32, f64)];

/// K⁻¹: a row per basic column, a column per binding row.
#[derive(Default, Clone)]
pub(super) struct Kernel {
    stride: usize,
    inverse: Vec<f64>,
    /// The basic column of each row of the inverse.
    pub(super) columns: Vec<u32>,
    /// The binding row of each column of the inverse.
    pub(super) rows: Vec<u32>,
    place_of_column: Vec<u32>,
    place_of_row: Vec<u32>,
    /// Pivots since it was made anew.
    pub(super) age: usize,
}

impl Kernel {
    /// The number of basic columns, and of binding rows.
    pub(super) fn size(&self) -> usize {
        self.columns.len()
    }

    /// An empty kernel of a programme with so many columns and rows.
    pub(super) fn clear(&mut self, columns: usize, rows: usize) {
        self.columns.clear();
        self.rows.clear();
        self.place_of_column.clear();
        self.place_of_column.resize(columns, NOWHERE);
        self.place_of_row.clear();
        self.place_of_row.resize(rows, NOWHERE);
        self.age = 0;
    }

    /// Takes over another kernel without allocating.
    pub(super) fn copy_from(&mut self, other: &Self) {
        let used = other.size() * other.stride;
        self.stride = other.stride;
        self.inverse.resize(other.stride * other.stride, 0.0);
        self.inverse[..used].copy_from_slice(&other.inverse[..used]);
        self.columns.clone_from(&other.columns);
        self.rows.clone_from(&other.rows);
        self.place_of_column.clone_from(&other.place_of_column);
        self.place_of_row.clone_from(&other.place_of_row);
        self.age = other.age;
    }

    /// Notes a new row, which does not bind.
    pub(super) fn add_row(&mut self) {
        self.place_of_row.push(NOWHERE);
    }

    /// Rows have moved: `moved` has the new place of each, `rows` is how many are left. All that bind stay.
    pub(super) fn renumber(&mut self, moved: &[u32], rows: usize) {
        self.place_of_row.clear();
        self.place_of_row.resize(rows, NOWHERE);
        for (place, row) in self.rows.iter_mut().enumerate() {
            *row = moved[*row as usize];
            self.place_of_row[*row as usize] = place as u32;
        }
    }

    /// Where a basic column stands.
    pub(super) fn place_of_column(&self, column: usize) -> Option<usize> {
        Some(self.place_of_column[column]).filter(|place| *place != NOWHERE).map(|place| place as usize)
    }

    /// Where a binding row stands.
    pub(super) fn place_of_row(&self, row: usize) -> Option<usize> {
        Some(self.place_of_row[row]).filter(|place| *place != NOWHERE).map(|place| place as usize)
    }

    /// The inverse's row of the basic column at `place`.
    pub(super) fn row(&self, place: usize) -> &[f64] {
        &self.inverse[place * self.stride..place * self.stride + self.size()]
    }

    /// `sum += Σ factor · row` of the inverse over a sparse row's basic columns.
    pub(super) fn add_rows(&self, entries: &Entries, factor: f64, sum: &mut [f64]) {
        for &(column, a) in entries {
            if let Some(place) = self.place_of_column(column as usize) {
                add(sum, self.row(place), a * factor);
            }
        }
    }

    /// K⁻¹ times a dense vector over the binding rows.
    pub(super) fn times(&self, vector: &[f64], product: &mut Vec<f64>) {
        product.clear();
        product.extend((0..self.size()).map(|place| dot(self.row(place), vector)));
    }

    /// K⁻¹ times a sparse column of the programme.
    pub(super) fn times_column(&self, entries: &Entries, product: &mut Vec<f64>) {
        product.clear();
        product.resize(self.size(), 0.0);
        for &(row, a) in entries {
            if let Some(at) = self.place_of_row(row as usize) {
                self.add_column(at, a, product);
            }
        }
    }

    /// `sum += factor ·` the inverse's column of the binding row at `place`.
    pub(super) fn add_column(&self, place: usize, factor: f64, sum: &mut [f64]) {
        for (cell, entry) in sum.iter_mut().zip(self.inverse[place..].iter().step_by(self.stride.max(1))) {
            *cell += factor * entry;
        }
    }

    /// Takes out a column or lets a row come loose, as the pivot has it: `out` leaves the basis, `incoming`
    /// enters it; `rho` is the basis inverse's row of what leaves over the binding rows, `alpha` the
    /// tableau's column of what enters over the basic columns.
    pub(super) fn exchange(&mut self, out: Member, incoming: Member, rho: &[f64], alpha: &[f64], pivot: f64) {
        self.age += 1;
        let size = self.size();
        let leaving = match out {
            Member::Column(column) => self.place_of_column[column] as usize,
            Member::Slack(_) => usize::MAX,
        };
        for (place, a) in alpha.iter().enumerate() {
            if a.abs() > TINY && place != leaving {
                let factor = -a / pivot;
                add(&mut self.inverse[place * self.stride..place * self.stride + size], rho, factor);
            }
        }
        match (out, incoming) {
            (Member::Column(column), Member::Column(entering)) => {
                for (cell, r) in self.inverse[leaving * self.stride..].iter_mut().zip(rho) {
                    *cell = r / pivot;
                }
                self.place_of_column[column] = NOWHERE;
                self.put_column(leaving, entering);
            }
            (Member::Column(column), Member::Slack(row)) => {
                self.place_of_column[column] = NOWHERE;
                self.take_out(leaving, row);
            }
            (Member::Slack(row), Member::Column(entering)) => {
                self.grow(size + 1);
                for (place, a) in alpha.iter().enumerate() {
                    self.inverse[place * self.stride + size] = -a / pivot;
                }
                for (cell, r) in self.inverse[size * self.stride..].iter_mut().zip(rho) {
                    *cell = r / pivot;
                }
                self.inverse[size * self.stride + size] = 1.0 / pivot;
                self.columns.push(0);
                self.rows.push(0);
                self.put_column(size, entering);
                self.put_row(size, row);
            }
            (Member::Slack(row), Member::Slack(loose)) => {
                let at = self.place_of_row[loose] as usize;
                for (place, a) in alpha.iter().enumerate() {
                    self.inverse[place * self.stride + at] = -a / pivot;
                }
                self.place_of_row[loose] = NOWHERE;
                self.put_row(at, row);
            }
        }
    }

    fn put_column(&mut self, place: usize, column: usize) {
        self.columns[place] = column as u32;
        self.place_of_column[column] = place as u32;
    }

    fn put_row(&mut self, place: usize, row: usize) {
        self.rows[place] = row as u32;
        self.place_of_row[row] = place as u32;
    }

    /// Takes out the inverse's row at `place` and its column of `row`, with the last ones in their stead.
    fn take_out(&mut self, place: usize, row: usize) {
        let last = self.size() - 1;
        let at = self.place_of_row[row] as usize;
        self.place_of_row[row] = NOWHERE;
        if place != last {
            let (upper, lower) = self.inverse.split_at_mut(last * self.stride);
            upper[place * self.stride..place * self.stride + last + 1].copy_from_slice(&lower[..=last]);
            self.put_column(place, self.columns[last] as usize);
        }
        if at != last {
            for k in 0..last {
                self.inverse[k * self.stride + at] = self.inverse[k * self.stride + last];
            }
            self.put_row(at, self.rows[last] as usize);
        }
        self.columns.pop();
        self.rows.pop();
    }

    /// Makes room for `size` rows and columns.
    fn grow(&mut self, size: usize) {
        if size > self.stride {
            let wider = (size + size / 2 + 8).next_multiple_of(8);
            let mut inverse = vec![0.0; wider * wider];
            for place in 0..self.size() {
                inverse[place * wider..place * wider + self.size()].copy_from_slice(self.row(place));
            }
            (self.stride, self.inverse) = (wider, inverse);
        }
    }

    /// Makes the inverse anew for the given basic columns and binding rows: column after column comes in
    /// where its entry is large and its row short. Gives the columns and rows for which no pivot was found.
    pub(super) fn invert(&mut self, programme: &Sides<'_>, columns: &[u32], rows: &[u32]) -> (Vec<u32>, Vec<u32>) {
        self.clear(programme.columns.len(), programme.rows.len());
        let mut waits = vec![false; programme.rows.len()];
        for row in rows {
            waits[*row as usize] = true;
        }
        let mut basic = vec![false; programme.columns.len()];
        for column in columns {
            basic[*column as usize] = true;
        }
        let length: Vec<u32> = programme.rows.iter().map(|row| row.iter().filter(|(c, _)| basic[*c as usize]).count() as u32).collect();
        let mut order: Vec<(usize, u32)> =
            columns.iter().map(|c| (programme.columns[*c as usize].iter().filter(|(row, _)| waits[*row as usize]).count(), *c)).collect();
        order.sort_unstable();
        let (mut alpha, mut rho, mut lost) = (Vec::new(), Vec::new(), Vec::new());
        let mut left = vec![0.0; programme.rows.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (_, column) in order {
            self.times_column(&programme.columns[column as usize], &mut alpha);
            let own = std::iter::once((column, -1.0));
            let others = self.columns.iter().copied().zip(alpha.iter().copied());
            for (c, factor) in own.chain(others).filter(|(_, factor)| factor.abs() > TINY) {
                for &(row, a) in programme.columns[c as usize].iter().filter(|(row, _)| waits[*row as usize]) {
                    left[row as usize] -= factor * a;
                    touched.push(row);
                }
            }
            let most = touched.iter().map(|row| left[*row as usize].abs()).fold(0.0, f64::max);
            let large = touched.iter().filter(|row| left[**row as usize].abs() >= (SPARSE * most).max(SINGULAR));
            let found = large.copied().min_by_key(|row| (length[*row as usize], *row));
            let pivot = found.map_or(0.0, |row| left[row as usize]);
            for row in touched.drain(..) {
                left[row as usize] = 0.0;
            }
            let Some(row) = found else {
                lost.push(column);
                continue;
            };
            rho.clear();
            rho.resize(self.size(), 0.0);
            self.add_rows(&programme.rows[row as usize], -1.0, &mut rho);
            waits[row as usize] = false;
            self.exchange(Member::Slack(row as usize), Member::Column(column as usize), &rho, &alpha, pivot);
        }
        self.age = 0;
        (lost, rows.iter().copied().filter(|row| waits[*row as usize]).collect())
    }
}

/// What leaves or enters a basis.
#[derive(Debug, Clone, Copy)]
pub(super) enum Member {
    /// A column.
    Column(usize),
    /// The slack of a row.
    Slack(usize),
}

/// The programme's coefficients by column and by row.
pub(super) struct Sides<'a> {
    pub(super) columns: &'a [Vec<(u32, f64)>],
    pub(super) rows: &'a [Vec<(u32, f64)>],
}

/// `sum += factor · other`.
fn add(sum: &mut [f64], other: &[f64], factor: f64) {
    for (cell, entry) in sum.iter_mut().zip(other) {
        *cell += factor * entry;
    }
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
