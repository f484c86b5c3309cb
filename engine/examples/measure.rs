//! Solves one instance on one thread and prints value, bound, gap and processor
//! time: `measure FILE [SECONDS [WAY]]`, where WAY is `choose` (the default),
//! `trace` (the same, with how value and bound came on standard error), `frontier`,
//! `sweep`, `scenarios`, `explain` or `robust`. Linux only: the time is the
//! process's own from /proc.

use std::time::Duration;

fn spent() -> Duration {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

fn main() {
    let given: Vec<String> = std::env::args().collect();
    let seconds = given.get(2).and_then(|t| t.parse().ok()).unwrap_or(20.0);
    let bytes = given.get(1).map(std::fs::read).and_then(Result::ok).unwrap_or_default();
    std::thread::yield_now();
    let began = spent();
    let instance = match engine::read_instance(&bytes) {
        Ok(instance) => instance,
        Err(error) => return println!("{error}"),
    };
    let control = engine::Control {
        elapsed: &|| spent().saturating_sub(began),
        cancelled: &|| false,
        report: &|progress: engine::Progress| {
            if given.get(3).is_some_and(|way| way == "trace") {
                eprintln!("{:7.2} s {:?} {:?} {}", progress.elapsed.as_secs_f64(), progress.value, progress.bound, progress.nodes);
            }
        },
        limits: engine::Limits { time: Some(Duration::from_secs_f64(seconds)), ..engine::Limits::default() },
    };
    let weights = instance.own_weights();
    let said = match given.get(3).map(String::as_str) {
        Some("frontier") => {
            let range = engine::usual_range(&instance, 0);
            let points = engine::frontier(&instance, &weights, 0, range, control);
            format!("\"breakpoints\":{}", points.len())
        }
        Some("sweep") => {
            let shares: Vec<i64> = (0..50).map(|k| 1200 - 8 * k).collect();
            let answers = engine::sweep(&instance, &weights, &shares, control);
            let proven = answers.iter().filter(|a| a.status != engine::Status::Feasible && a.status != engine::Status::Unknown).count();
            format!("\"points\":{},\"proven\":{proven}", answers.len())
        }
        Some("scenarios") => {
            let limits = engine::Limits { gap_permille: 10, ..control.limits };
            let found = engine::scenarios(&instance, &weights, 1000, 1, engine::Control { limits, ..control });
            format!("\"made\":{},\"certified\":{}", found.values.len(), found.certified)
        }
        Some("explain") => format!("\"explained\":{}", engine::explain(&instance, &weights, control).is_some()),
        Some("robust") => {
            let found = engine::robust(&instance, 1, control);
            format!("\"non_dominated\":{:?}", found.and_then(|r| r.non_dominated))
        }
        _ => {
            let answer = engine::choose(&instance, &weights, control);
            format!(
                "\"status\":\"{}\",\"value\":{:?},\"bound\":{:?},\"nodes\":{},\"pivots\":{}",
                answer.status.word(),
                answer.value.unwrap_or(-1),
                answer.bound.unwrap_or(-1),
                answer.nodes,
                answer.pivots
            )
        }
    };
    // The kernel brings its account up to date when a thread gives way.
    std::thread::yield_now();
    println!("{{{said},\"cpu\":{:.4}}}", spent().saturating_sub(began).as_secs_f64());
}
