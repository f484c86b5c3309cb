//! Solves one instance and prints value, bound and time: `measure FILE [SECONDS]`.
fn main() {
    let path = std::env::args().nth(1).unwrap_or_default();
    let time: f64 = std::env::args().nth(2).and_then(|t| t.parse().ok()).unwrap_or(20.0);
    let bytes = std::fs::read(path).unwrap_or_default();
    let instance = match engine::read_instance(&bytes) {
        Ok(instance) => instance,
        Err(error) => return println!("{error}"),
    };
    let start = std::time::Instant::now();
    let control = engine::Control {
        elapsed: &|| start.elapsed(),
        cancelled: &|| false,
        report: &|p| {
            if std::env::var("V").is_ok() {
                eprintln!("{:.2} {:?} {:?} {}", p.elapsed.as_secs_f64(), p.value, p.bound, p.nodes)
            }
        },
        limits: engine::Limits { time: Some(std::time::Duration::from_secs_f64(time)), ..Default::default() },
    };
    let answer = engine::choose(&instance, &instance.own_weights(), control);
    println!(
        "{:?} {:?} {:?} gap {:?} in {:.3}",
        answer.status,
        answer.value,
        answer.bound,
        answer.gap_permille(),
        start.elapsed().as_secs_f64()
    );
}
