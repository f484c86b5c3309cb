//! The command line: what `styrbord` can be asked to do.
//!
//! Exit codes: 0 all well; 1 something does not hold or could not be done; 2 it was asked wrongly.

mod attachments;
mod audit;
mod backup;
mod indicators;
mod serve;
mod settings;
mod verify;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};
use ledger::{SigningKey, Store, SystemRandomness};

use crate::choose;
use crate::helm::Berth;
use settings::Settings;

/// The system a municipality steers its digitalisation with.
#[derive(Parser)]
#[command(name = "styrbord", version, about, disable_help_subcommand = true, after_help = settings::in_words())]
struct Line {
    #[command(subcommand)]
    command: Command,
    /// Where the ledger lives: sqlite:PATH or postgres://… [environment: STYRBORD_DATABASE_URL]
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// The municipality's identity in the ledger [environment: STYRBORD_MUNICIPALITY]
    #[arg(long, global = true, value_name = "ID")]
    municipality: Option<String>,
    /// The folder with the signing key and the session secret [environment: STYRBORD_KEYS]
    #[arg(long, global = true, value_name = "DIR")]
    keys: Option<PathBuf>,
    /// A file of settings
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    /// Fill a demo municipality where there is none, and serve it
    Demo(serve::Demo),
    /// Serve the municipality in the database
    Serve(serve::Serve),
    /// Answer the eight audit questions, now or as of a past day
    Audit(audit::Audit),
    /// Verify the ledger in the database, or an evidence pack
    Verify(verify::Verify),
    /// Write an evidence pack: the ledger and the audit answers in one file, verifiable without Styrbord
    Evidence(audit::Evidence),
    /// Write the whole database to one file
    Backup(backup::Backup),
    /// Read a backup into an empty database
    Restore(backup::Restore),
    /// Take in values of indicators from Kolada
    Indicators(indicators::Indicators),
    /// Choose the best portfolio for an instance in a file, or for the municipality's own
    Choose(choose::Choose),
}

/// Does what the command line asks.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let said = |listen: Option<String>, data: Option<&PathBuf>| {
        let database = line.database.clone().or_else(|| data.map(|dir| format!("sqlite:{}", dir.join("demo.db").display())));
        let keys = line.keys.as_ref().or(data).map(|dir| dir.display().to_string());
        Settings::read(
            line.config.as_deref(),
            &[("database", database), ("municipality", line.municipality.clone()), ("keys", keys), ("listen", listen)],
        )
    };
    if let Command::Choose(asked) = &line.command {
        return choose::run(asked, || {
            let settings = said(None, None).map_err(Failure::Asked)?;
            let (helm, _) = audit::open(&settings)?;
            Ok(Arc::clone(&helm.now().town))
        });
    }
    let settings = match &line.command {
        Command::Demo(demo) => said(demo.listen.clone(), Some(&demo.data)),
        Command::Serve(serve) => said(serve.listen.clone(), None),
        _ => said(None, None),
    };
    let done = settings.map_err(Failure::Asked).and_then(|settings| match &line.command {
        Command::Demo(demo) => demo.run(&settings),
        Command::Serve(serve) => serve.run(&settings),
        Command::Audit(audit) => audit.run(&settings),
        Command::Verify(verify) => verify.run(&settings),
        Command::Evidence(evidence) => evidence.run(&settings),
        Command::Backup(backup) => backup.run(&settings),
        Command::Restore(restore) => restore.run(&settings),
        Command::Indicators(indicators) => indicators.run(&settings),
        Command::Choose(_) => Ok(()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let (code, why) = match failure {
                Failure::Failed(why) => (1, why),
                Failure::Asked(why) => (2, why),
            };
            eprintln!("styrbord: {why}");
            ExitCode::from(code)
        }
    }
}

/// Why a command did not do what it was asked.
pub enum Failure {
    /// Something does not hold, or could not be done: exit code 1.
    Failed(String),
    /// It was asked wrongly: exit code 2.
    Asked(String),
}

impl Failure {
    /// A failure of any kind of error.
    pub fn of(error: impl std::fmt::Display) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Opens the database for whoever only reads: with the key where it is at hand, else without.
fn reader(settings: &Settings) -> Result<Store, Failure> {
    let path = settings.signing_key();
    if !path.exists() {
        return Store::open_without_key(&settings.database).map_err(Failure::of);
    }
    let key = SigningKey::load_or_create(&path, &mut SystemRandomness).map_err(Failure::of)?;
    Store::open(&settings.database, key).map_err(Failure::of)
}

/// The municipality's place, with the key that signs its ledger; the key is made where the ledger is new.
fn berth(settings: &Settings) -> Result<Berth, Failure> {
    let path = settings.signing_key();
    if !path.exists() && !reader(settings)?.tenants().map_err(Failure::of)?.is_empty() {
        let why = "holds no signing.key, and a ledger that is signed already goes on with the same key: name its folder with --keys";
        return Err(Failure::Asked(format!("{} {why}", settings.keys.display())));
    }
    std::fs::create_dir_all(&settings.keys).map_err(|error| Failure::Failed(format!("{}: {error}", settings.keys.display())))?;
    let key = SigningKey::load_or_create(&path, &mut SystemRandomness).map_err(Failure::of)?;
    Ok(Berth { url: settings.database.clone(), tenant: settings.municipality.clone(), key })
}
