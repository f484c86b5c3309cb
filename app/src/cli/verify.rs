//! `styrbord verify`: the live database, or an evidence pack.

use std::path::{Path, PathBuf};

use clap::Args;
use domain::Municipality;
use ledger::{Store, Verdict, evidence};

use super::settings::Settings;
use super::{Failure, attachments, reader};
use crate::helm::{FORMAT, fold_all};

/// Verify the ledger in the database, or an evidence pack.
///
/// Exit code 0 where all holds; otherwise 1, with the first entry that does not hold.
#[derive(Args)]
pub struct Verify {
    /// An evidence pack; without it, the database is verified
    #[arg(value_name = "FILE.zip")]
    pub pack: Option<PathBuf>,
    /// A folder of attachments that came with the pack, to be held to the hashes it names
    #[arg(long, value_name = "DIR", requires = "pack")]
    pub files: Option<PathBuf>,
}

impl Verify {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        match &self.pack {
            Some(pack) => verify_pack(pack, self.files.as_deref()),
            None => verify_database(settings),
        }
    }
}

fn verify_pack(path: &Path, files: Option<&Path>) -> Result<(), Failure> {
    let bytes = std::fs::read(path).map_err(|error| Failure::Asked(format!("{}: {error}", path.display())))?;
    let examined = evidence::verify(&bytes);
    tell(&examined.verdict)?;
    if let Some(key) = &examined.key {
        println!("  signed by {key}");
    }
    if !examined.sealed {
        println!("  the file has been packed anew since it was written; what it holds is as it was signed");
    }
    files.map_or(Ok(()), |folder| attachments::hold_folder(&bytes, folder))
}

fn verify_database(settings: &Settings) -> Result<(), Failure> {
    let mut store = reader(settings)?;
    let inspection = store.verify_all().map_err(Failure::of)?;
    if inspection.tenants.is_empty() {
        println!("The ledger is empty.");
    }
    for verdict in &inspection.tenants {
        tell(verdict)?;
        for key in store.signers(&verdict.tenant).map_err(Failure::of)? {
            println!("  signed by {key}");
        }
    }
    if !settings.signing_key().exists() {
        println!("The signing key is not at hand: compare the public key above with the one you know.");
    }
    for verdict in &inspection.tenants {
        attachments::hold_kept(&mut store, &verdict.tenant)?;
    }
    if let Some(fault) = &inspection.beside {
        return Err(Failure::Failed(format!("beside the ledgers: {fault}")));
    }
    for verdict in &inspection.tenants {
        verify_snapshot(&mut store, &verdict.tenant)?;
    }
    Ok(())
}

/// Folds from the first entry, and holds the newest snapshot to what comes of it.
fn verify_snapshot(store: &mut Store, tenant: &str) -> Result<(), Failure> {
    let Some(snapshot) = store.newest_snapshot(tenant, FORMAT).map_err(Failure::of)? else { return Ok(()) };
    let saved: Municipality = serde_json::from_slice(&snapshot.body).map_err(|error| Failure::Failed(format!("the snapshot: {error}")))?;
    let (mut town, mut same) = (Municipality::default(), false);
    fold_all(store, tenant, &mut town, |town, _| same |= town.size == saved.size && *town == saved).map_err(Failure::of)?;
    if same || town == saved {
        println!("  the snapshot at entry {} is what folding from the first entry gives", snapshot.seq);
        return Ok(());
    }
    Err(Failure::Failed(format!("{tenant}: the snapshot at entry {} is not what folding from the first entry gives", snapshot.seq)))
}

fn tell(verdict: &Verdict) -> Result<(), Failure> {
    if let Some(fault) = &verdict.first_fault {
        return Err(Failure::Failed(format!("{} does not hold: {fault}", verdict.tenant)));
    }
    println!("{} holds: {} entries, root {}", verdict.tenant, verdict.size, verdict.root.base64());
    println!("  {} payloads removed under a decision", verdict.disposed.len());
    for disposed in &verdict.disposed {
        println!("  entry {}: removed by entry {} under {}", disposed.seq, disposed.by, disposed.decision);
    }
    Ok(())
}
