//! The optimum is the optimum: against brute force and a published case.

mod oracle;

use engine::{Control, Status, choose};
use oracle::{Shape, brute_force, misses, random};

fn agrees_with_brute_force(seed: u64, shape: Shape) {
    let instance = random(seed, shape);
    let weights = instance.own_weights();
    let answer = choose(&instance, &weights, Control::unlimited());
    let truth = brute_force(&instance, &weights);
    assert_eq!(answer.value, truth, "seed {seed}, {shape:?}");
    match truth {
        Some(value) => {
            assert_eq!((answer.status, answer.bound), (Status::Optimal, Some(value)), "seed {seed}");
            let selection = answer.selection.expect("a value has a selection");
            assert_eq!(misses(&instance, &selection), Some([0; 4]), "seed {seed}");
            assert_eq!(oracle::value(&instance, &selection, &weights), value, "seed {seed}");
        }
        None => assert_eq!(answer.status, Status::Infeasible, "seed {seed}"),
    }
}

#[test]
fn the_optimum_is_that_of_brute_force_for_every_kind_of_demand() {
    for seed in 0..150 {
        let initiatives = 5 + seed as usize % 6;
        let shape = Shape { initiatives, options: 1 + seed as usize % 3, funds: 2, periods: 2, roles: 1, goals: 2, mandates: 8 };
        agrees_with_brute_force(seed, shape);
    }
}

#[test]
fn the_optimum_is_that_of_brute_force_with_sixteen_to_twenty_initiatives() {
    for seed in 1000..1008 {
        let initiatives = if seed == 1000 { 20 } else { 15 };
        let shape = Shape { initiatives, options: 1, funds: 3, periods: 2, roles: 1, goals: 1, mandates: 4 };
        agrees_with_brute_force(seed, shape);
    }
}

#[test]
fn the_projects_of_lorie_and_savage_are_chosen_as_published() {
    let value = [14, 17, 17, 15, 40, 12, 14, 10, 12];
    let first = [12, 54, 6, 6, 30, 6, 48, 36, 18];
    let second = [3, 7, 6, 2, 35, 6, 4, 3, 3];
    let initiatives: Vec<String> = (0..9)
        .map(|k| {
            format!(
                r#"{{"id":"{}","scores":[{}],"options":[{{"id":"do","money":[["firm",0,{}],["firm",1,{}]]}}]}}"#,
                k + 1,
                value[k],
                first[k],
                second[k]
            )
        })
        .collect();
    let json = format!(
        r#"{{"format":"styrbord-portfolio/1","periods":["1","2"],"money":[{{"id":"firm","amounts":[50,20]}}],
            "criteria":[{{"id":"present value","weight":1}}],"initiatives":[{}]}}"#,
        initiatives.join(",")
    );
    let instance = engine::read_instance(json.as_bytes()).expect("the case is well formed");
    let answer = choose(&instance, &instance.own_weights(), Control::unlimited());
    let chosen: Vec<usize> =
        answer.selection.expect("feasible").0.iter().enumerate().filter(|(_, o)| o.is_some()).map(|(i, _)| i + 1).collect();
    assert_eq!((answer.status, answer.value), (Status::Optimal, Some(70)));
    assert_eq!(chosen, [1, 3, 4, 6, 9]);
}
