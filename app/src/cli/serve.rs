//! `styrbord serve` and `styrbord demo`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use ledger::{Randomness, Store, SystemRandomness};

use super::settings::Settings;
use super::{Failure, berth};
use crate::audit::History;
use crate::clock::Clock;
use crate::demo;
use crate::harbour::Harbour;
use crate::helm::{Berth, Helm};
use crate::people::People;
use crate::texts::Library;
use crate::web::session::Sealer;

/// Serve the municipality in the database.
#[derive(Args)]
pub struct Serve {
    /// The address to answer on [environment: STYRBORD_LISTEN]
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
}

/// Fill a demo municipality where there is none, and serve it.
#[derive(Args)]
pub struct Demo {
    /// The address to answer on [environment: STYRBORD_LISTEN]
    #[arg(long, value_name = "ADDR")]
    pub listen: Option<String>,
    /// The folder of the demo's database and keys
    #[arg(long, value_name = "DIR", default_value = "./styrbord-demo")]
    pub data: PathBuf,
    /// The day the demo's clock starts; never before its ledger's last entry
    #[arg(long, value_name = "DATE", default_value = demo::TODAY)]
    pub today: String,
}

impl Serve {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let begun = Instant::now();
        let berth = berth(settings)?;
        let clock = Clock::real();
        let helm = Helm::take(berth.clone(), clock).map_err(Failure::of)?;
        serve(settings, &berth, helm, clock, false, begun)
    }
}

impl Demo {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let begun = Instant::now();
        std::fs::create_dir_all(&self.data).map_err(|error| Failure::Failed(format!("{}: {error}", self.data.display())))?;
        let start = demo::instant(&self.today).map_err(Failure::Asked)?;
        let berth = berth(settings)?;
        let mut helm = Helm::take(berth.clone(), Clock::from(start)).map_err(Failure::of)?;
        if demo::fill(&berth, &helm).map_err(Failure::of)? {
            helm = Helm::take(berth.clone(), Clock::from(start)).map_err(Failure::of)?;
        }
        let latest = helm.now().head.at.unwrap_or(start).max(start);
        let clock = Clock::from(latest);
        let helm = if latest > start { Helm::take(berth.clone(), clock).map_err(Failure::of)? } else { helm };
        serve(settings, &berth, helm, clock, true, begun)
    }
}

fn serve(settings: &Settings, berth: &Berth, helm: Helm, clock: Clock, demo: bool, begun: Instant) -> Result<(), Failure> {
    let mut store = Store::open(&berth.url, berth.key.clone()).map_err(Failure::of)?;
    let people = People::read(&mut store, &berth.tenant).map_err(Failure::of)?;
    let harbour = Arc::new(Harbour {
        municipality: settings.municipality.clone(),
        name: if demo { demo::MUNICIPALITY.1.to_owned() } else { settings.name.clone() },
        helm,
        people,
        texts: Library::open(),
        clock,
        sealer: Sealer::new(&secret(settings)?),
        answers: History::default(),
        demo,
    });
    let size = harbour.helm.now().town.size;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::of)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(settings.listen)
            .await
            .map_err(|error| Failure::Failed(format!("{}: {error}", settings.listen)))?;
        let address = listener.local_addr().map_err(Failure::of)?;
        println!("Styrbord {} serves {} on http://{address}", env!("CARGO_PKG_VERSION"), harbour.name);
        println!(
            "  database {}, {size} entries; keys in {}; ready after {} ms",
            settings.database_shown(),
            settings.keys.display(),
            begun.elapsed().as_millis()
        );
        axum::serve(listener, crate::web::site(harbour)).with_graceful_shutdown(asked_to_stop()).await.map_err(Failure::of)
    })
}

/// Waits for the signal to stop.
async fn asked_to_stop() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => {
            tracing::warn!(%error, "only Ctrl-C stops this process");
            let _ = tokio::signal::ctrl_c().await;
            return;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

/// The secret sessions are sealed with, from its file; made where there is none.
fn secret(settings: &Settings) -> Result<Vec<u8>, Failure> {
    let path = settings.keys.join("session.secret");
    if let Ok(secret) = std::fs::read(&path)
        && secret.len() >= 32
    {
        return Ok(secret);
    }
    let mut secret = vec![0u8; 32];
    SystemRandomness.fill(&mut secret).map_err(Failure::of)?;
    write_private(&path, &secret).map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))?;
    Ok(secret)
}

/// Writes a file that only its owner can read.
fn write_private(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?.write_all(bytes)
}
