//! How many acts a second become durable, beside what the disk itself can sync.
//!
//! ```sh
//! cargo run --release --example durability -- [ENTRIES [URL…]]
//! ```
//!
//! Without a URL it measures SQLite in a temporary folder and, with the feature
//! `testing`, a PostgreSQL of its own. The last lines read and verify ENTRIES
//! (default 20 000).

use jiff::Timestamp;
use ledger::{Draft, SigningKey, StorageError, Store};
use std::error::Error;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// How long acts and syncs take turns for.
const TURN: Duration = Duration::from_millis(50);

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let entries = arguments.next().map_or(Ok(20_000), |number| number.parse())?;
    let folder = tempfile::tempdir()?;
    let mut urls: Vec<String> = arguments.collect();
    if urls.is_empty() {
        urls.push(format!("sqlite:{}", folder.path().join("ledger.db").display()));
        #[cfg(feature = "testing")]
        urls.push(ledger::testing::Postgres::shared().fresh_database());
    }
    for url in urls {
        measure(&url, folder.path(), entries)?;
    }
    Ok(())
}

fn measure(url: &str, folder: &Path, entries: u64) -> Outcome<()> {
    println!("\n{}", url.split(':').next().unwrap_or_default());
    let mut store = Store::open(url, SigningKey::from_bytes(&[7; 32]))?;
    for width in [1, 10, 100] {
        let (commits, syncs) = side_by_side(&mut store, width, folder)?;
        let acts = commits * width as f64;
        println!("{:<36}{acts:>9.0} /s", format!("durable acts, {width} to a commit"));
        println!("{:<36}{syncs:>9.0} /s: {:.2} commits to a sync, {:.2} acts", "  beside syncs of 4 KiB", commits / syncs, acts / syncs);
    }
    for size in (0..entries).step_by(1000) {
        store.append("large", size, &batch(1000.min(entries - size))?)?;
    }
    let mut bytes = 0;
    let read = timed(|| {
        store.read("large", 1, u64::MAX, |_, payload| {
            bytes += payload.map_or(0, <[u8]>::len);
            Ok::<(), StorageError>(())
        })
    })?;
    println!("{:<36}{:>9.0} /s", format!("read {entries} entries"), entries as f64 / read.as_secs_f64());
    let verify = timed(|| store.verify("large").map(|verdict| assert!(verdict.holds())))?;
    println!("{:<36}{:>9.0} /s", format!("verify {entries} entries"), entries as f64 / verify.as_secs_f64());
    let prove = timed(|| store.prove_inclusion("large", 1, entries))?;
    println!("{:<36}{:>9} ms", "prove that the first is one of them", prove.as_millis());
    Ok(())
}

/// Commits a second, and the disk's own syncs of 4 KiB appended to a file, by
/// turns: others may use the disk too, and then both are slow.
fn side_by_side(store: &mut Store, width: u64, folder: &Path) -> Outcome<(f64, f64)> {
    const TURNS: u32 = 40;
    let tenant = format!("batches-of-{width}");
    let mut file = File::create(folder.join("syncs"))?;
    let (mut size, mut commits, mut syncs) = (0, 0.0, 0.0);
    for _ in 0..TURNS {
        commits += rate(|| {
            size += width;
            store.append(&tenant, size - width, &batch(width)?)?;
            Ok(())
        })?;
        syncs += rate(|| {
            file.write_all(&[0xA5; 4096])?;
            Ok(file.sync_data()?)
        })?;
    }
    Ok((commits / f64::from(TURNS), syncs / f64::from(TURNS)))
}

/// How often a second something is done, over a short while.
fn rate(mut act: impl FnMut() -> Outcome<()>) -> Outcome<f64> {
    let (start, mut done) = (Instant::now(), 0);
    while start.elapsed() < TURN {
        act()?;
        done += 1;
    }
    Ok(f64::from(done) / start.elapsed().as_secs_f64())
}

fn timed<T, E: Error + 'static>(work: impl FnOnce() -> Result<T, E>) -> Outcome<Duration> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed())
}

/// Acts with a payload of some 250 bytes, as an ordinary form gives.
fn batch(width: u64) -> Outcome<Vec<Draft>> {
    let says = "Invånare ska kunna följa sitt ärende från ansökan till beslut utan att ringa. ".repeat(3);
    (0..width).map(|_| Ok(Draft::new(Timestamp::UNIX_EPOCH, "u7", "idea.write", &says)?)).collect()
}
