//! The program under test: started, asked for its address, and killed.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tempfile::TempDir;

/// The binary that was built for these tests.
const STYRBORD: &str = env!("CARGO_BIN_EXE_styrbord");
/// The settings an environment may hold, which would change what the tests ask for.
const SETTINGS: [&str; 6] =
    ["STYRBORD_KOLADA", "STYRBORD_DATABASE_URL", "STYRBORD_LISTEN", "STYRBORD_MUNICIPALITY", "STYRBORD_NAME", "STYRBORD_KEYS"];

/// The program with nothing of the environment's settings.
pub fn command() -> Command {
    let mut command = Command::new(STYRBORD);
    for setting in SETTINGS {
        command.env_remove(setting);
    }
    command
}

/// Runs a command to its end.
pub fn styrbord<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Output {
    command().args(arguments).output().expect("the program starts")
}

/// What a command said, for the message of a test that fails.
pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A folder with the keys, and a database there or elsewhere.
pub struct Place {
    folder: TempDir,
    /// Where the ledger lives.
    pub database: String,
}

impl Place {
    /// A place whose database is a SQLite file in its folder.
    pub fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = format!("sqlite:{}", folder.path().join("demo.db").display());
        Self { folder, database }
    }

    /// A place whose database is elsewhere.
    pub fn on(database: String) -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), database }
    }

    /// A file in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Serves the demo here, filled where it is empty.
    pub fn demo(&self) -> Program {
        Program::start(&mut self.demo_command())
    }

    /// Starts the demo here, and waits for nothing it may say.
    pub fn demo_unheard(&self) -> Child {
        self.demo_command().stdout(Stdio::null()).spawn().expect("the program starts")
    }

    fn demo_command(&self) -> Command {
        let mut command = command();
        command.arg("demo").arg("--data").arg(self.folder()).args(["--listen", "127.0.0.1:0", "--database", &self.database]);
        command
    }

    /// Serves the municipality here.
    pub fn serve(&self) -> Program {
        Program::start(command().args(["serve", "--listen", "127.0.0.1:0"]).args(self.here()))
    }

    /// Fills the demo and stops.
    pub fn filled(self) -> Self {
        drop(self.demo());
        self
    }

    /// Runs a command on this place.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Output {
        command().args(arguments).args(self.here()).output().expect("the program starts")
    }

    /// The exit code of `styrbord verify` here; its words are printed for a test that fails.
    pub fn verify(&self) -> Option<i32> {
        let output = self.run(["verify"]);
        println!("{}", said(&output));
        output.status.code()
    }

    fn here(&self) -> [String; 4] {
        ["--database".to_owned(), self.database.clone(), "--keys".to_owned(), self.folder().display().to_string()]
    }
}

/// A program that serves; it is killed where it is dropped.
pub struct Program {
    child: Child,
    /// Where it answers: host and port.
    pub address: String,
    /// The lines it said when it was ready.
    pub said: String,
    // A program that writes to a closed pipe fails: the pipe stays open as long as the program runs.
    _output: BufReader<ChildStdout>,
}

impl Program {
    fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut output = BufReader::new(child.stdout.take().expect("standard output is piped"));
        let mut said = String::new();
        for _ in 0..2 {
            output.read_line(&mut said).expect("the program says where it answers");
        }
        let address = said.split("http://").nth(1).and_then(|rest| rest.lines().next()).map(str::to_owned);
        let address = address.unwrap_or_else(|| panic!("the program gave no address: {said}"));
        Self { child, address, said, _output: output }
    }

    /// SIGKILL: the program gets to do nothing more.
    pub fn kill(mut self) {
        self.child.kill().expect("a program that runs can be killed");
        self.child.wait().expect("a killed program ends");
    }

    /// SIGTERM, as a keeper stops it; gives its exit code.
    pub fn stop(mut self) -> Option<i32> {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("the command kill");
        assert!(told.success(), "the program runs");
        self.child.wait().expect("a stopped program ends").code()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already, and then there is nothing to do.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
