//! Better choices near the best one: all but some columns are held where the best choice has them, and
//! the small programme that is left is searched exactly (large neighbourhood search: Shaw 1998; with the
//! reduced costs to say which columns are worth freeing, as in RINS: Danna, Rothberg, Le Pape 2005).

use super::dice::Dice;
use super::domain::Domain;
use super::{Memory, Search, Source, tree::Ended};
use crate::control::{Control, Limits};
use crate::program::{Column, Origin, Program, Row};

/// How large a programme is, by its columns: what finds better choices differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Size {
    /// A tree soon proves the best choice.
    Small,
    /// A long walk comes before the small searches, and those free more.
    Medium,
    /// Small searches have more than half of the work.
    Wide,
    /// A tree closes no gap: most of the work goes to better choices.
    Large,
}

impl Size {
    pub(super) fn of(program: &Program) -> Self {
        match program.columns.len() {
            ..=400 => Self::Small,
            401..=800 => Self::Medium,
            801..=3_000 => Self::Wide,
            _ => Self::Large,
        }
    }
}

/// Initiatives from which on a plunge from the prices is better than walking.
pub(super) const MANY: usize = 3_000;

/// Columns freed at the least.
const LEAST: usize = 16;
/// How often columns are freed all over a programme of middling size, not in a part of it.
const ALL_OVER: f64 = 0.7;
/// How often a fund or role is picked by what its room is worth that the best choice leaves; in a large programme.
const COSTLY: f64 = 0.7;
const COSTLY_LARGE: f64 = 0.9;
/// What a small search's pivots count for more than its cuts do.
const CUTS: u64 = 4;

/// What decides which columns are freed next.
pub(super) struct Near {
    pub(super) dice: Dice,
    size: Size,
    /// Columns to be freed: in each fund or role of a large programme, and last otherwise; and the most that ever are.
    width: Vec<usize>,
    most: usize,
    /// Nodes of one small search.
    nodes: u64,
    /// Walks made.
    pub(super) walks: usize,
    /// Work done here, in the unit of the linear programme's effort.
    pub(super) effort: u64,
}

impl Near {
    pub(super) fn new(program: &Program) -> Self {
        let (columns, size) = (program.columns.len(), Size::of(program));
        let (width, most, nodes) = match size {
            Size::Small => ((columns / 6).max(40), 240, 200),
            Size::Medium => (columns * 2 / 5, 500, 600),
            Size::Wide => (columns * 2 / 5, 500, 1_000),
            Size::Large => (120, 500, 100),
        };
        Self { dice: Dice::new(), size, width: vec![width.min(most); program.blocks.len() + 1], most, nodes, walks: 0, effort: 0 }
    }

    /// Fits the next small search of a place to what became of one: wider where it was proven in time, else narrower.
    fn adapt(&mut self, places: &[usize], ended: Ended, full: bool) {
        let (wider, narrower) = if self.size == Size::Large { (12, 10) } else { (8, 16) };
        for place in places {
            let width = &mut self.width[*place];
            match ended {
                Ended::Done if full => *width = (*width + *width / wider + 1).min(self.most),
                Ended::Done => {}
                Ended::Stopped => *width = (*width - *width / narrower).max(LEAST),
            }
        }
    }

    /// What kind of columns are freed next.
    fn kind(&mut self) -> Kind {
        match self.size {
            Size::Large => Kind::Blocks(2),
            Size::Medium | Size::Wide if self.dice.unit() < ALL_OVER => Kind::AllOver,
            _ => match self.dice.below(4) {
                0 => Kind::AllOver,
                3 => Kind::Around,
                blocks => Kind::Blocks(blocks),
            },
        }
    }
}

/// Which columns are freed.
enum Kind {
    /// All over the portfolio.
    AllOver,
    /// In so many funds or roles.
    Blocks(usize),
    /// Around two initiatives.
    Around,
}

/// Columns that are freed.
pub(super) struct Freed {
    columns: Vec<bool>,
    /// Where they are: funds or roles, or the place after those.
    places: Vec<usize>,
    /// Whether there were as many as wanted.
    full: bool,
}

/// Steps of a walk for each open column: of the first ones (the first alone where a plunge has gone before).
const FIRST_WALKS: [usize; 2] = [100, 1_000];

impl Search<'_> {
    /// Looks for better points at the root: a walk, then small searches.
    pub(super) fn improve_at_root(&mut self, domain: &Domain) {
        let Some(merit) = self.merit(domain) else { return };
        if self.best.is_none() {
            self.settle(domain, &self.program.lower.clone(), &merit);
        }
        let (large, plunged) = (self.near.size == Size::Large, self.near.size >= Size::Wide);
        if self.program.picks.len() <= MANY {
            for length in FIRST_WALKS.into_iter().take(if plunged { 1 } else { 2 }) {
                self.walk(domain, &merit, length);
            }
        }
        let most = if large { u64::MAX } else { 2 * self.lp.effort };
        self.improve_nearby(domain, 6 + self.program.columns.len() / 50, most);
    }

    /// In the tree: one more small search where they are behind with their share of the work.
    pub(super) fn improve_in_turn(&mut self) {
        let behind = match self.near.size {
            Size::Small => 8 * self.near.effort,
            Size::Medium => 4 * self.near.effort,
            Size::Wide => self.near.effort * 3 / 4,
            Size::Large => self.near.effort / 4,
        };
        if self.outer.is_none() && behind < self.lp.effort {
            let root = self.root.clone();
            self.improve_nearby(&root, 1, 1);
        }
    }

    /// Searches near the best point until `patience` small searches in a row have found nothing better, or
    /// their work exceeds `most`. The relaxation at hand guides it.
    fn improve_nearby(&mut self, domain: &Domain, patience: usize, most: u64) {
        let Some(merit) = self.merit(domain) else { return };
        let until = self.near.effort.saturating_add(most);
        let mut failed = 0;
        while failed < patience && self.near.effort < until && !self.control.over() && !self.settled(self.bound) {
            let Some((_, best)) = self.best.clone() else { return };
            let freed = self.freed(domain, &merit, &best);
            failed = if self.search_part(&best, &freed, |part| part.run()) { 0 } else { failed + 1 };
            self.tell();
        }
    }

    /// The columns to free: of initiatives that the relaxation is undecided about, all over the portfolio, in
    /// one or two funds or roles, or around some.
    fn freed(&mut self, domain: &Domain, merit: &[f64], best: &[i64]) -> Freed {
        let program = self.program;
        let mut places = vec![program.blocks.len()];
        let rows = match self.near.kind() {
            Kind::AllOver => None,
            Kind::Around => Some((0..2).flat_map(|_| self.around(domain)).collect()),
            Kind::Blocks(count) => {
                let blocks: Vec<usize> = (0..count).map(|_| self.block(best)).collect();
                let rows = blocks.iter().filter_map(|at| program.blocks.get(*at)).flatten().copied().collect::<Vec<u32>>();
                if self.near.size == Size::Large {
                    places = blocks;
                }
                Some(rows)
            }
        };
        let width = places.iter().map(|at| self.near.width[*at]).min().unwrap_or(LEAST);
        let mut inside = vec![rows.is_none(); program.columns.len()];
        for row in rows.unwrap_or_default() {
            for (column, _) in &program.rows[row as usize].terms {
                inside[*column as usize] = true;
            }
        }
        self.free(&inside, width, places, domain, merit, best)
    }

    /// At least `width` columns of those `inside`, if there are as many, and what every better point has otherwise: the
    /// initiatives that the relaxation has otherwise than the best point, and those with small reduced costs.
    pub(super) fn free(
        &mut self,
        inside: &[bool],
        width: usize,
        places: Vec<usize>,
        domain: &Domain,
        merit: &[f64],
        best: &[i64],
    ) -> Freed {
        let program = self.program;
        let mut order: Vec<(f64, usize)> = Vec::new();
        for (initiative, picks) in program.picks.iter().enumerate() {
            let open = picks.iter().map(|c| *c as usize).filter(|c| inside[*c] && !domain.fixed(*c));
            let undecided = |c: usize| if (self.x[c] - best[c] as f64).abs() > 1e-6 { 0.1 * merit[c].abs() } else { merit[c].abs() };
            if let Some(least) = open.map(undecided).min_by(f64::total_cmp) {
                order.push((least * (0.3 + self.near.dice.unit()) + 1e-9 * self.near.dice.unit(), initiative));
            }
        }
        order.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        // What every better point has otherwise than the best one is free in any case.
        let otherwise = |c: usize| domain.fixed(c) && best[c] != domain.lower[c];
        let mut free: Vec<bool> = (0..program.columns.len()).map(otherwise).collect();
        let mut count = 0;
        for (_, initiative) in order {
            for c in program.picks[initiative].iter().map(|c| *c as usize) {
                free[c] = true;
                count += 1;
            }
            if count >= width {
                break;
            }
        }
        Freed { columns: free, places, full: count >= width }
    }

    /// A fund or role: most often one whose room the best choice leaves though it is worth much.
    fn block(&mut self, best: &[i64]) -> usize {
        let blocks = &self.program.blocks;
        let mut at = self.near.dice.below(blocks.len());
        let costly = if self.near.size == Size::Large { COSTLY_LARGE } else { COSTLY };
        if self.near.dice.unit() < costly {
            let mut left = vec![0.0; self.program.rows.len()];
            for ((row, source), dual) in self.rows.iter().zip(&self.source).zip(&self.y) {
                if let Source::Program(index) = source {
                    let drawn: i64 = row.terms.iter().map(|(c, a)| a * best[*c as usize]).sum();
                    left[*index as usize] = (row.most - drawn) as f64 * dual.max(0.0);
                }
            }
            let worth: Vec<f64> = blocks.iter().map(|rows| rows.iter().map(|row| left[*row as usize]).sum()).collect();
            let mut until = self.near.dice.unit() * worth.iter().sum::<f64>();
            let reached = worth.iter().position(|worth| {
                until -= worth;
                until < 0.0
            });
            at = reached.unwrap_or(at);
        }
        at
    }

    /// The rows of a column that is open.
    fn around(&mut self, domain: &Domain) -> Vec<u32> {
        let from = self.near.dice.below(domain.lower.len());
        let columns = (0..domain.lower.len()).map(|at| (from + at) % domain.lower.len());
        let open = columns.into_iter().find(|c| !domain.fixed(*c));
        open.map(|c| self.program.by_column[c].iter().map(|(row, _)| *row).collect()).unwrap_or_default()
    }

    /// Searches the programme that is left with the other columns held, in some way; whether it found a better point.
    pub(super) fn search_part(&mut self, best: &[i64], freed: &Freed, way: impl FnOnce(&mut Search<'_>) -> Ended) -> bool {
        let (part, kept) = part(self.program, best, &freed.columns);
        let Ok(root) = Domain::new(&part) else { return false };
        let limits = Limits { nodes: Some(self.near.nodes), gap_permille: 0, enough: None, ..self.control.limits };
        let control = Control { report: &|_| {}, limits, ..self.control };
        let mut small = Search::new(&part, control, root);
        small.outer = Some(self.near.size);
        small.recall(&Memory { points: vec![kept.iter().map(|c| best[*c]).collect()], ..Memory::default() });
        small.costs = kept.iter().map(|c| self.costs[*c]).collect();
        let ended = way(&mut small);
        for (c, cost) in kept.iter().zip(&small.costs) {
            self.costs[*c] = *cost;
        }
        self.near.effort += small.lp.effort + small.finder.work / CUTS;
        self.near.adapt(&freed.places, ended, freed.full);
        let Some((_, found)) = small.best else { return false };
        let mut x = best.to_vec();
        for (c, value) in kept.iter().zip(found) {
            x[*c] = value;
        }
        self.offer(x)
    }
}

/// The programme over the free picks and what hangs on them, the others held at `best`; with the columns it
/// kept. Rows that hold whatever the rest does are left out.
fn part(program: &Program, best: &[i64], free: &[bool]) -> (Program, Vec<usize>) {
    let touched =
        |c: usize| program.by_column[c].iter().any(|(row, _)| program.rows[*row as usize].terms.iter().any(|(k, _)| free[*k as usize]));
    let mut place = vec![u32::MAX; program.columns.len()];
    let mut kept = Vec::new();
    let mut part = Program::default();
    for (c, column) in program.columns.iter().enumerate() {
        let keep = match column {
            Column::Pick(..) => free[c],
            Column::Together(_) => touched(c),
            Column::Miss(_) | Column::Worst => true,
        };
        if keep {
            place[c] = part.add_column(*column, program.objective[c], program.upper[c]);
            part.lower[place[c] as usize] = program.lower[c];
            kept.push(c);
        }
    }
    let mut moved = vec![None; program.rows.len()];
    for (index, (row, origin)) in program.rows.iter().zip(&program.origin).enumerate() {
        moved[index] = rest(row, &place, best).and_then(|row| add(&mut part, row, *origin));
    }
    part.blocks = program.blocks.iter().map(|rows| rows.iter().filter_map(|row| moved[*row as usize]).collect()).collect();
    let open = program.picks.iter().map(|picks| picks.iter().map(|c| place[*c as usize]).filter(|c| *c != u32::MAX).collect::<Vec<u32>>());
    part.picks = open.filter(|picks| !picks.is_empty()).collect();
    (part, kept)
}

/// What a row says of the kept columns, where it says anything.
fn rest(row: &Row, place: &[u32], best: &[i64]) -> Option<Row> {
    let mut rest = Row { terms: Vec::new(), most: row.most };
    for &(c, a) in &row.terms {
        match place[c as usize] {
            u32::MAX => rest.most -= a * best[c as usize],
            at => rest.terms.push((at, a)),
        }
    }
    (!rest.terms.is_empty()).then_some(rest)
}

/// Adds a row unless it holds everywhere in the box.
fn add(part: &mut Program, row: Row, origin: Origin) -> Option<u32> {
    let most: i64 = row.terms.iter().map(|&(c, a)| a * if a > 0 { part.upper[c as usize] } else { part.lower[c as usize] }).sum();
    (most > row.most).then(|| part.add_row(row.terms, row.most, origin))
}
