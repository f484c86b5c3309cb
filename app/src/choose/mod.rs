//! `styrbord choose`: the best portfolio for a file in the form
//! `styrbord-portfolio/1`, and the check of an answer.

mod watching;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use engine::{Control, Limits, Wants, checker};

/// Chooses the best portfolio, proves it, and says what it rests on.
#[derive(Debug, Args)]
pub struct Choose {
    /// The instance, or - for standard input.
    file: PathBuf,
    /// Stop after this many seconds, with the best found and its bound.
    #[arg(long, value_name = "S", value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Stop when the bound exceeds the value by at most this many permille.
    #[arg(long, value_name = "PERMILLE", default_value_t = 0, value_parser = clap::value_parser!(i64).range(0..))]
    gap: i64,
    /// Threads to work on.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
    /// A weight set in place of the criteria's weights.
    #[arg(long, value_name = "ID")]
    weights: Option<String>,
    /// Where nothing meets every demand, give the least-bad choice too.
    #[arg(long)]
    elastic: bool,
    /// Value as a function of one fund's money: a list of answers.
    #[arg(long, value_name = "FUND[:FROM..TO]")]
    frontier: Option<String>,
    /// Which initiatives hold under all weights that the weight sets span.
    #[arg(long)]
    robust: bool,
    /// Draw this many scenarios from low, likely and high estimates.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    scenarios: Option<u32>,
    /// The seed of what is drawn.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Explain the choice: reasons, next in, first out, prices.
    #[arg(long)]
    explain: bool,
    /// The choice whose greatest regret over the weight sets is least.
    #[arg(long)]
    regret: bool,
    /// Equal shares of this fund among the weight sets, and its price.
    #[arg(long, value_name = "FUND")]
    equal_shares: Option<String>,
    /// What changes when costs are this many permille of the estimates.
    #[arg(long, value_name = "PERMILLE", value_parser = clap::value_parser!(i64).range(0..=1_000_000))]
    uplift: Option<i64>,
    /// Recompute an answer from the instance alone; exit 0 where it holds.
    #[arg(long, value_name = "ANSWER")]
    check: Option<PathBuf>,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| format!("{text:?} is not a number of seconds"))?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

/// Runs the command. Exit 0: an answer was written, or the checked one holds;
/// 1: the checked answer does not hold; 2: the input cannot be understood, with
/// one line that names the place and nothing written.
pub fn run(asked: &Choose) -> ExitCode {
    let input = match contents(&asked.file) {
        Ok(input) => input,
        Err(why) => return refuse(&why),
    };
    match &asked.check {
        Some(answer) => check(&input, answer),
        None => answer(&input, asked),
    }
}

fn answer(input: &[u8], asked: &Choose) -> ExitCode {
    let start = Instant::now();
    let cancelled = watching::cancelled_by_ctrl_c();
    let line = watching::Line::on_terminal();
    let control = Control {
        elapsed: &|| start.elapsed(),
        cancelled: &|| cancelled.load(std::sync::atomic::Ordering::Relaxed),
        report: &|progress| line.show(progress),
        limits: Limits { time: asked.time_limit, gap_permille: asked.gap, threads: usize::from(asked.threads), nodes: None },
    };
    let wants = Wants {
        weights: asked.weights.clone(),
        elastic: asked.elastic,
        frontier: asked.frontier.clone(),
        robust: asked.robust,
        scenarios: asked.scenarios.map(|count| count as usize),
        seed: asked.seed,
        explain: asked.explain,
        regret: asked.regret,
        equal_shares: asked.equal_shares.clone(),
        uplift: asked.uplift,
    };
    let reply = engine::reply(input, &wants, control);
    line.clear();
    match reply {
        Ok(value) => write(&value),
        Err(malformed) => refuse(&malformed.to_string()),
    }
}

/// Writes the answer with each initiative of a choice on the same line; a reader
/// that has gone away is no fault of the answer.
fn write(value: &serde_json::Value) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{value}").and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the answer could not be written: {error}");
            ExitCode::FAILURE
        }
    }
}

fn check(input: &[u8], answer: &Path) -> ExitCode {
    let answer = match contents(answer) {
        Ok(answer) => answer,
        Err(why) => return refuse(&why),
    };
    match checker::check(input, &answer) {
        Ok(_) => ExitCode::SUCCESS,
        Err(checker::Rejected::Wrong(why)) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
        Err(checker::Rejected::Malformed(why)) => refuse(&why),
    }
}

/// The bytes of a file or of standard input, never more than the engine reads.
fn contents(path: &Path) -> Result<Vec<u8>, String> {
    let most = engine::MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(2)
}
