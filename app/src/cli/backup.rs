//! `styrbord backup` and `styrbord restore`: the whole database as one SQLite file, from and to either engine.

use std::path::PathBuf;

use clap::Args;
use ledger::Store;

use super::settings::Settings;
use super::{Failure, berth, reader};

/// Write the whole database to one file; others may go on working meanwhile.
#[derive(Args)]
pub struct Backup {
    /// The file to write; it must not exist
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Read a backup into an empty database.
#[derive(Args)]
pub struct Restore {
    /// The file to read
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

impl Backup {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        if self.file.exists() {
            return Err(Failure::Asked(format!("{} exists already; name a file that does not", self.file.display())));
        }
        let mut from = reader(settings)?;
        let mut to = Store::open_without_key(&format!("sqlite:{}", self.file.display())).map_err(Failure::of)?;
        let rows = from.copy_into(&mut to).map_err(Failure::of)?;
        println!(
            "{rows} rows of {} are in {}; keep a copy of the keys in {} too",
            settings.database_shown(),
            self.file.display(),
            settings.keys.display()
        );
        Ok(())
    }
}

impl Restore {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        if !self.file.exists() {
            return Err(Failure::Asked(format!("there is no file {}", self.file.display())));
        }
        let mut from = Store::open_without_key(&format!("sqlite:{}", self.file.display())).map_err(Failure::of)?;
        let mut to = Store::open(&settings.database, berth(settings)?.key).map_err(Failure::of)?;
        let rows = from.copy_into(&mut to).map_err(Failure::of)?;
        println!("{rows} rows of {} are in {}", self.file.display(), settings.database_shown());
        Ok(())
    }
}
