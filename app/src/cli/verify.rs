//! `styrbord verify`: the live database, or an evidence pack.

use std::path::PathBuf;

use clap::Args;
use ledger::Store;

use super::settings::Settings;
use super::{Failure, berth};

/// Verify the ledger in the database, or an evidence pack.
#[derive(Args)]
pub struct Verify {
    /// An evidence pack; without it, the database is verified
    pub pack: Option<PathBuf>,
}

impl Verify {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        match &self.pack {
            Some(_) => Err(Failure::Failed("evidence packs come with the ledger".to_owned())),
            None => {
                let berth = berth(settings)?;
                let mut store = Store::open(&berth.url, berth.key).map_err(Failure::of)?;
                let size = store.size(&berth.tenant).map_err(Failure::of)?;
                println!("{size}");
                Ok(())
            }
        }
    }
}
