//! `styrbord choose`: the best portfolio for a file in the form `styrbord-portfolio/1` or for the
//! municipality's own portfolio, the check of an answer, and the same through the API.

mod api;
mod options;
pub mod own;
mod watching;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use domain::Municipality;
use engine::{Control, Limits, checker};

use crate::cli::Failure;
use crate::web::route::Route;
use options::Options;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    api::routes()
}

/// Chooses the best portfolio, proves it, and says what it rests on.
#[derive(Debug, Args)]
pub struct Choose {
    /// The instance, or - for standard input.
    #[arg(required_unless_present = "scenario", conflicts_with = "scenario")]
    file: Option<PathBuf>,
    /// The municipality's own portfolio: a fund round, or `all` that waits for a decision.
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Write that portfolio to a file (or - for standard output) and choose nothing.
    #[arg(long, value_name = "FILE", requires = "scenario", conflicts_with = "check")]
    export: Option<PathBuf>,
    /// Threads to work on.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
    #[command(flatten)]
    options: Options,
    /// Recompute an answer from the instance alone; exit 0 where it holds.
    #[arg(long, value_name = "ANSWER")]
    check: Option<PathBuf>,
}

/// Runs the command; `open` gives the municipality where its own portfolio is asked for. Exit 0: an answer
/// or instance was written, or the checked answer holds; 1: the checked answer does not hold, or something
/// could not be read or written; 2: the input cannot be understood, with one line that names the place and
/// nothing written.
pub fn run(asked: &Choose, open: impl FnOnce() -> Result<Arc<Municipality>, Failure>) -> ExitCode {
    let input = match (&asked.file, &asked.scenario) {
        (Some(file), _) => contents(file).map_err(Failure::Asked),
        (None, Some(scenario)) => open().and_then(|town| exported(&town, scenario)),
        (None, None) => Err(Failure::Asked("name a FILE or a --scenario".to_owned())),
    };
    let done = input.and_then(|input| match (&asked.export, &asked.check) {
        (Some(file), _) => export(&input, file),
        (None, Some(answer)) => check(&input, answer),
        (None, None) => answer(&input, asked),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Failed(why)) => told(&why, 1),
        Err(Failure::Asked(why)) => told(&why, 2),
    }
}

/// The municipality's own portfolio; what has no scores to be compared by is named on standard error.
fn exported(town: &Municipality, scenario: &str) -> Result<Vec<u8>, Failure> {
    let own = own::instance(town, scenario)
        .ok_or_else(|| Failure::Asked(format!("--scenario: there is no {scenario:?}; there are {}", own::scenarios(town).join(", "))))?;
    for (initiative, why) in &own.left_out {
        eprintln!("{initiative} is left out: it {}", why.in_words());
    }
    Ok(own.text.into_bytes())
}

fn export(instance: &[u8], file: &Path) -> Result<(), Failure> {
    if file.as_os_str() == "-" {
        return write(instance);
    }
    std::fs::write(file, instance).map_err(|error| Failure::Failed(format!("{}: {error}", file.display())))
}

fn answer(input: &[u8], asked: &Choose) -> Result<(), Failure> {
    let start = Instant::now();
    let (wants, limits) = asked.options.read().map_err(Failure::Asked)?;
    let cancelled = watching::cancelled_by_ctrl_c();
    let line = watching::Line::on_terminal();
    let control = Control {
        elapsed: &|| start.elapsed(),
        cancelled: &|| cancelled.load(std::sync::atomic::Ordering::Relaxed),
        report: &|progress| line.show(progress),
        limits: Limits { threads: usize::from(asked.threads), ..limits },
    };
    let reply = engine::reply(input, &wants, control);
    line.clear();
    let value = reply.map_err(|malformed| Failure::Asked(malformed.to_string()))?;
    write(format!("{value}\n").as_bytes())
}

/// Writes to standard output; a reader that has gone away is no fault of the answer.
fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::Failed(format!("the answer could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

fn check(input: &[u8], answer: &Path) -> Result<(), Failure> {
    let answer = contents(answer).map_err(Failure::Asked)?;
    match checker::check(input, &answer) {
        Ok(_) => Ok(()),
        Err(checker::Rejected::Wrong(why)) => Err(Failure::Failed(why)),
        Err(checker::Rejected::Malformed(why)) => Err(Failure::Asked(why)),
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

fn told(why: &str, code: u8) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(code)
}
