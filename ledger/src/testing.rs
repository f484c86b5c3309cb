//! For tests: a PostgreSQL of one's own, from the binaries on the machine.
//!
//! The server listens on a free port of 127.0.0.1, keeps its data in a temporary
//! folder, syncs to disk as in production, and stops when the process that
//! started it ends, however it ends.

use postgres::{Client, NoTls};
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Runs the server until standard input ends, which the death of the process at
/// its other end brings about too; then clears up after it.
const KEEP: &str = r#"
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT || exit 1
"$BIN/initdb" -D "$folder/data" -U styrbord -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 || { cat "$folder/log" >&2; exit 1; }
if [ -n "$CERTIFICATE" ]; then
    (umask 077 && printf '%s' "$CERTIFICATE" >"$folder/data/server.crt" && printf '%s' "$KEY" >"$folder/data/server.key") || exit 1
    encryption="-c ssl=on"
fi
"$BIN/postgres" $encryption -D "$folder/data" -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c fsync=on -c shared_buffers=32MB -c max_connections=200 >"$folder/log" 2>&1 &
server=$!
echo "$folder"
read -r _
kill -INT $server
wait $server
"#;

/// A running server.
#[derive(Debug)]
pub struct Postgres {
    port: u16,
    keeper: Child,
    databases: AtomicU32,
}

impl Postgres {
    /// The one server all tests of a process share.
    ///
    /// # Panics
    /// See [`Postgres::start`].
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    /// Starts a server of its own; dropping it stops it.
    ///
    /// # Panics
    /// Where PostgreSQL is not installed, or does not start: tests that need it
    /// fail, and say what is missing, rather than pass without having run.
    #[must_use]
    pub fn start() -> Self {
        Self::started("", "")
    }

    /// Starts a server of its own that encrypts, with a certificate and its key, both PEM.
    ///
    /// # Panics
    /// See [`Postgres::start`].
    #[must_use]
    pub fn encrypting(certificate: &str, key: &str) -> Self {
        Self::started(certificate, key)
    }

    fn started(certificate: &str, key: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port on 127.0.0.1").port();
        let mut keeper = as_somebody_else("sh")
            .args(["-c", KEEP])
            .env("BIN", binaries())
            .env("PORT", port.to_string())
            .env("CERTIFICATE", certificate)
            .env("KEY", key)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell to run PostgreSQL from");
        let mut folder = String::new();
        let output = keeper.stdout.as_mut().expect("standard output is piped");
        BufReader::new(output).read_line(&mut folder).expect("the shell says where the data lies");
        assert!(!folder.is_empty(), "initdb failed; what it said stands above");
        let server = Self { port, keeper, databases: AtomicU32::new(0) };
        server.wait(folder.trim());
        server
    }

    fn wait(&self, folder: &str) {
        let start = Instant::now();
        while let Err(error) = Client::connect(&self.url("postgres"), NoTls) {
            assert!(start.elapsed() < Duration::from_secs(60), "PostgreSQL does not answer ({error}); its log is {folder}/log");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Makes an empty database, and gives its URL.
    ///
    /// # Panics
    /// The server refuses.
    pub fn fresh_database(&self) -> String {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut client = Client::connect(&self.url("postgres"), NoTls).expect("PostgreSQL answers");
        client.batch_execute(&format!("CREATE DATABASE {name}")).expect("PostgreSQL makes a database");
        self.url(&name)
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://styrbord@127.0.0.1:{}/{database}", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        // The keeper ends when the server has; that it may have ended already is no matter.
        let _ = self.keeper.wait();
    }
}

/// PostgreSQL refuses to run as root: then it runs as a user who may do less.
fn as_somebody_else(program: &str) -> Command {
    let id = Command::new("id").arg("-u").output().expect("the command id");
    if id.stdout.trim_ascii() != b"0" {
        return Command::new(program);
    }
    let exists = |user: &&str| Command::new("id").arg(user).output().is_ok_and(|known| known.status.success());
    let user = ["postgres", "nobody"].into_iter().find(exists).expect("a user postgres or nobody to run PostgreSQL as");
    let mut command = Command::new("runuser");
    // Root's own temporary folder may be closed to others.
    command.args(["-u", user, "--", program]).env_remove("TMPDIR");
    command
}

/// The folder of initdb and postgres: the newest that Debian installed, or wherever PATH finds them.
fn binaries() -> PathBuf {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    folders.sort_by_key(|folder| folder.parent().and_then(|version| version.file_name()?.to_str()?.parse::<u32>().ok()));
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders
        .into_iter()
        .rev()
        .chain(std::env::split_paths(&path))
        .find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
        .expect(
            "PostgreSQL's server is needed for these tests: install it (Debian: apt install postgresql; macOS: brew install postgresql)",
        )
}
