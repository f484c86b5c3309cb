//! Small random portfolios and a brute force that tries every choice.

use engine::{Choice, Criterion, Draw, Estimate, Goal, Initiative, Instance, Resource, Rule, Selection, WeightSet};

/// Repeatable numbers (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn up_to(&mut self, most: i64) -> i64 {
        (self.roll() % (most as u64 + 1)) as i64
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.roll() % 100 < percent
    }

    fn distinct(&mut self, count: usize, below: usize) -> Vec<usize> {
        let mut picked = Vec::new();
        while picked.len() < count.min(below) {
            let next = (self.roll() % below as u64) as usize;
            if !picked.contains(&next) {
                picked.push(next);
            }
        }
        picked
    }
}

/// What a random instance is made of.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    pub initiatives: usize,
    pub options: usize,
    pub funds: usize,
    pub periods: usize,
    pub roles: usize,
    pub goals: usize,
    pub mandates: u64,
}

/// A random instance with every kind of demand.
pub fn random(seed: u64, shape: Shape) -> Instance {
    let mut dice = Dice(seed);
    let names = |kind: &str, count: usize| (0..count).map(|k| format!("{kind}{k}")).collect::<Vec<_>>();
    let mut instance = Instance { periods: names("p", shape.periods), ..Instance::default() };
    for id in names("c", 3) {
        instance.criteria.push(Criterion { id, weight: dice.up_to(9) });
    }
    for id in names("a", 3) {
        let weights = (0..3).map(|_| 1 + dice.up_to(9)).collect();
        instance.weight_sets.push(WeightSet { id, weights });
    }
    for k in 0..shape.initiatives {
        let options = 1 + dice.up_to(shape.options as i64 - 1) as usize;
        let mut item = Initiative {
            id: format!("i{k:02}"),
            mandatory: dice.chance(shape.mandates),
            scores: (0..3).map(|_| Estimate::exactly(if dice.chance(30) { 0 } else { dice.up_to(40) })).collect(),
            coverage: Vec::new(),
            options: Vec::new(),
        };
        for goal in 0..shape.goals {
            if dice.chance(50) {
                item.coverage.push((goal, dice.up_to(5)));
            }
        }
        for o in 0..options {
            let draws = |dice: &mut Dice, resources: usize, percent: u64| {
                let mut draws = Vec::new();
                for resource in 0..resources {
                    for period in 0..shape.periods {
                        if dice.chance(percent) {
                            let amount = Estimate::exactly(dice.up_to(30));
                            draws.push(Draw { resource, period, amount });
                        }
                    }
                }
                draws
            };
            item.options.push(Choice {
                id: format!("o{o}"),
                start: dice.up_to(shape.periods as i64 - 1) as usize,
                value_permille: 1000 - 137 * o as i64,
                money: draws(&mut dice, shape.funds, 60),
                capacity: draws(&mut dice, shape.roles, 40),
            });
        }
        instance.initiatives.push(item);
    }
    let room = |dice: &mut Dice| {
        let typical = 5 * shape.initiatives as i64;
        (0..shape.periods).map(|_| typical / 2 + dice.up_to(typical)).collect::<Vec<_>>()
    };
    for id in names("f", shape.funds) {
        instance.funds.push(Resource { id, amounts: room(&mut dice) });
    }
    for id in names("r", shape.roles) {
        instance.roles.push(Resource { id, amounts: room(&mut dice) });
    }
    for id in names("g", shape.goals) {
        instance.goals.push(Goal { id, at_least: dice.up_to(shape.initiatives as i64 / 2) });
    }
    for _ in 0..1 + shape.initiatives / 3 {
        let count = 2 + dice.up_to(1) as usize;
        let members = dice.distinct(count + 1, shape.initiatives);
        if members.len() < 2 {
            continue;
        }
        let (of, needs) = (members[0], members[1..].to_vec());
        instance.rules.push(match dice.up_to(3) {
            0 => Rule::NeedsAll { needs, of },
            1 => Rule::NeedsAny { needs, of },
            2 => Rule::AtMostOne(members),
            _ => Rule::Together { members, extra_value: dice.up_to(160) - 60 },
        });
    }
    instance
}

/// How much a selection misses of each kind: mandates, money, capacity, coverage; none
/// where it breaks a rule.
pub fn misses(instance: &Instance, s: &Selection) -> Option<[i64; 4]> {
    let mut missed = [0; 4];
    let option = |i: usize| s.0[i].map(|o| &instance.initiatives[i].options[o as usize]);
    for (i, item) in instance.initiatives.iter().enumerate() {
        missed[0] += i64::from(item.mandatory && !s.has(i));
    }
    for (kind, resources) in [(1, &instance.funds), (2, &instance.roles)] {
        for (k, resource) in resources.iter().enumerate() {
            for (period, there) in resource.amounts.iter().enumerate() {
                let used: i64 = (0..s.0.len())
                    .filter_map(option)
                    .flat_map(|o| if kind == 1 { &o.money } else { &o.capacity })
                    .filter(|d| d.resource == k && d.period == period)
                    .map(|d| d.amount.likely)
                    .sum();
                missed[kind] += (used - there).max(0);
            }
        }
    }
    for (g, goal) in instance.goals.iter().enumerate() {
        let served: i64 = (0..s.0.len())
            .filter(|i| s.has(*i))
            .flat_map(|i| &instance.initiatives[i].coverage)
            .filter(|(k, _)| *k == g)
            .map(|(_, extent)| extent)
            .sum();
        missed[3] += (goal.at_least - served).max(0);
    }
    let kept = instance.rules.iter().all(|rule| {
        let ready = |of: usize, need: usize| option(need).is_some_and(|n| option(of).is_some_and(|o| n.start <= o.start));
        match rule {
            Rule::NeedsAll { needs, of } => !s.has(*of) || needs.iter().all(|n| ready(*of, *n)),
            Rule::NeedsAny { needs, of } => !s.has(*of) || needs.iter().any(|n| ready(*of, *n)),
            Rule::AtMostOne(members) => members.iter().filter(|m| s.has(**m)).count() <= 1,
            Rule::Together { .. } => true,
        }
    });
    kept.then_some(missed)
}

/// Every selection there is, one after another.
pub fn every_selection(instance: &Instance, mut visit: impl FnMut(&Selection)) {
    let mut s = Selection::nothing(instance.initiatives.len());
    loop {
        visit(&s);
        let mut i = 0;
        loop {
            if i == s.0.len() {
                return;
            }
            let next = s.0[i].map_or(0, |o| o + 1);
            if (next as usize) < instance.initiatives[i].options.len() {
                s.0[i] = Some(next);
                break;
            }
            s.0[i] = None;
            i += 1;
        }
    }
}

/// The best value of a feasible selection, by trying all.
pub fn brute_force(instance: &Instance, weights: &[i64]) -> Option<i64> {
    let mut best = None;
    every_selection(instance, |s| {
        if misses(instance, s) == Some([0; 4]) {
            best = best.max(Some(value(instance, s, weights)));
        }
    });
    best
}

/// The value of a selection, added up anew.
pub fn value(instance: &Instance, s: &Selection, weights: &[i64]) -> i64 {
    let mut sum = 0;
    for (i, item) in instance.initiatives.iter().enumerate() {
        if let Some(o) = s.0[i] {
            let points: i64 = item.scores.iter().zip(weights).map(|(a, w)| a.likely * w).sum();
            sum += points * item.options[o as usize].value_permille / 1000;
        }
    }
    for rule in &instance.rules {
        if let Rule::Together { members, extra_value } = rule
            && members.iter().all(|m| s.has(*m))
        {
            sum += extra_value;
        }
    }
    sum
}
