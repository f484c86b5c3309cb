//! `styrbord serve` and `styrbord demo`.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;
use domain::Timestamp;
use ledger::{Randomness, Store, SystemRandomness};
use tokio::signal::unix::{SignalKind, signal};

use super::settings::Settings;
use super::{Failure, berth};
use crate::audit::History;
use crate::clock::Clock;
use crate::demo;
use crate::harbour::Harbour;
use crate::helm::{Berth, Helm};
use crate::kept::Kept;
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
    /// A folder with files like those of `demo/`, to be read in place of what is built in
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
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
        let mut clock = clock_of(&berth, start)?;
        let mut helm = Helm::take(berth.clone(), clock).map_err(Failure::of)?;
        if demo::fill(&berth, &helm, self.files.as_deref()).map_err(Failure::of)? {
            clock = clock_of(&berth, start)?;
            helm = Helm::take(berth.clone(), clock).map_err(Failure::of)?;
        }
        serve(settings, &berth, helm, clock, true, begun)
    }
}

/// The demo's clock: it starts at a given instant, or where its ledger ends already.
fn clock_of(berth: &Berth, start: Timestamp) -> Result<Clock, Failure> {
    let mut store = Store::open(&berth.url, berth.key.clone()).map_err(Failure::of)?;
    let latest = store.head(&berth.tenant).map_err(Failure::of)?.at;
    Ok(Clock::from(latest.map_or(start, |latest| latest.max(start))))
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
        expectations: Kept::default(),
        alike: crate::alike::Alike::default(),
        audit: Kept::default(),
        kolada: settings.kolada.clone(),
        demo,
    });
    let size = harbour.helm.now().town.size;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(Failure::of)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(settings.listen)
            .await
            .map_err(|error| Failure::Failed(format!("{}: {error}", settings.listen)))?;
        let address = listener.local_addr().map_err(Failure::of)?;
        let stop = asked_to_stop().map_err(Failure::of)?;
        println!("Styrbord {} serves {} on http://{address}", env!("CARGO_PKG_VERSION"), harbour.name);
        println!(
            "  database {}, {size} entries; keys in {}; ready after {} ms",
            settings.database_shown(),
            settings.keys.display(),
            begun.elapsed().as_millis()
        );
        axum::serve(listener, crate::web::site(harbour)).with_graceful_shutdown(stop).await.map_err(Failure::of)
    })
}

/// Listens for the signals to stop, from now on; what it gives waits for one.
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
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
