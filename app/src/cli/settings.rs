//! The settings: one table of all there are, read from the command line, the environment and a file.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One setting.
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// Its name in the environment.
    pub env: &'static str,
    /// What it is where nobody says.
    pub default: &'static str,
    /// What it does.
    pub what: &'static str,
}

/// All settings. README shows this table; a test keeps the two alike.
pub const TABLE: &[Setting] = &[
    Setting {
        name: "database",
        env: "STYRBORD_DATABASE_URL",
        default: "sqlite:styrbord.db",
        what: "where the ledger lives: `sqlite:PATH` or `postgres://…`, encrypted where the server is another machine (`?sslrootcert=FILE` for an authority of one's own)",
    },
    Setting { name: "listen", env: "STYRBORD_LISTEN", default: "127.0.0.1:8080", what: "the address to answer on" },
    Setting { name: "municipality", env: "STYRBORD_MUNICIPALITY", default: "huddinge", what: "the municipality's identity in the ledger" },
    Setting { name: "name", env: "STYRBORD_NAME", default: "Huddinge kommun", what: "the municipality's name on screen" },
    Setting {
        name: "keys",
        env: "STYRBORD_KEYS",
        default: "",
        what: "the folder with the signing key and the session secret, made where it is missing; where nobody says, the folder of the SQLite file, or `styrbord-keys`",
    },
    Setting {
        name: "kolada",
        env: "STYRBORD_KOLADA",
        default: "https://api.kolada.se/v3",
        what: "where Kolada answers, for indicators that take their values from there",
    },
];

/// The settings as chosen.
#[derive(Clone, Debug)]
pub struct Settings {
    /// See [`TABLE`].
    pub database: String,
    /// See [`TABLE`].
    pub listen: SocketAddr,
    /// See [`TABLE`].
    pub municipality: String,
    /// See [`TABLE`].
    pub name: String,
    /// See [`TABLE`].
    pub keys: PathBuf,
    /// See [`TABLE`].
    pub kolada: String,
}

#[derive(Default, Deserialize)]
#[serde(transparent)]
struct File(HashMap<String, String>);

/// The table in words, for the command line's help.
pub fn in_words() -> String {
    let line = |setting: &Setting| format!("  {:<13} {:<22} {}", setting.name, setting.env, setting.what);
    format!("Settings, by their names in the file and in the environment:\n{}", TABLE.iter().map(line).collect::<Vec<_>>().join("\n"))
}

impl Settings {
    /// Reads the settings: what the command line said, else the environment, else the file, else the default.
    ///
    /// # Errors
    /// A file that cannot be read, a setting nobody knows, or an address that is none.
    pub fn read(file: Option<&Path>, said: &[(&str, Option<String>)]) -> Result<Self, String> {
        let file = match file {
            None => File::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
                toml::from_str::<File>(&text).map_err(|error| format!("{}: {error}", path.display()))?
            }
        };
        if let Some(unknown) = file.0.keys().find(|key| TABLE.iter().all(|setting| setting.name != key.as_str())) {
            let known: Vec<&str> = TABLE.iter().map(|setting| setting.name).collect();
            return Err(format!("the file sets \"{unknown}\", which is no setting; there are {}", known.join(", ")));
        }
        let choose = |name: &str| -> String {
            let said = said.iter().find(|(said, _)| *said == name).and_then(|(_, value)| value.clone());
            let Some(setting) = TABLE.iter().find(|setting| setting.name == name) else { return String::new() };
            said.or_else(|| std::env::var(setting.env).ok().filter(|value| !value.is_empty()))
                .or_else(|| file.0.get(name).cloned())
                .unwrap_or_else(|| setting.default.to_owned())
        };
        let listen = choose("listen");
        let keys = Some(choose("keys")).filter(|keys| !keys.is_empty()).map(PathBuf::from);
        let beside = choose("database").strip_prefix("sqlite:").and_then(|path| Path::new(path).parent().map(Path::to_path_buf));
        let beside = beside.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| PathBuf::from("styrbord-keys"));
        Ok(Self {
            database: choose("database"),
            listen: listen.parse().map_err(|_| format!("\"{listen}\" is no address to listen on: write for example 127.0.0.1:8080"))?,
            municipality: choose("municipality"),
            name: choose("name"),
            keys: keys.unwrap_or(beside),
            kolada: choose("kolada"),
        })
    }

    /// The file of the key that signs the ledger.
    pub fn signing_key(&self) -> PathBuf {
        self.keys.join("signing.key")
    }

    /// The database without what may be secret in it.
    pub fn database_shown(&self) -> String {
        match self.database.split_once("://") {
            Some((scheme, rest)) => format!("{scheme}://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host)),
            None => self.database.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readme_shows_every_setting_as_it_is() {
        let readme = include_str!("../../../README.md");
        for setting in TABLE {
            let default = if setting.default.is_empty() { String::new() } else { format!(" `{}`", setting.default) };
            let row = format!("| `{}` | `{}` |{default} | {} |", setting.name, setting.env, setting.what);
            assert!(readme.contains(&row), "README lacks: {row}");
        }
    }

    #[test]
    fn the_command_line_outranks_the_default() {
        let settings = Settings::read(None, &[("listen", Some("127.0.0.1:9999".to_owned()))]).expect("settings");
        assert_eq!(settings.listen.port(), 9999);
    }

    #[test]
    fn a_password_is_never_shown() {
        let said = [("database", Some("postgres://anna:hemligt@db.example/styrbord".to_owned()))];
        assert_eq!(Settings::read(None, &said).expect("settings").database_shown(), "postgres://db.example/styrbord");
    }

    #[test]
    fn an_address_that_is_none_says_what_to_write() {
        let error = Settings::read(None, &[("listen", Some("överallt".to_owned()))]).expect_err("no address");
        assert!(error.contains("127.0.0.1:8080"), "{error}");
    }
}
