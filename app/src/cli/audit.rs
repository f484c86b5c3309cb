//! `styrbord audit` and `styrbord evidence`: the eight answers, and all that they rest on, to take away.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use domain::Date;
use ledger::{Store, evidence};

use super::settings::Settings;
use super::{Failure, attachments, berth, reader};
use crate::audit::report::Report;
use crate::clock::Clock;
use crate::helm::Helm;
use crate::texts::{Lang, Library};

/// Answer the eight audit questions, now or as of a past day.
#[derive(Args)]
pub struct Audit {
    /// How the answers are written
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
    /// The day, as YYYY-MM-DD; without it, today
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
    /// The language of what is worded
    #[arg(long, value_enum, default_value = "sv")]
    pub language: Language,
}

/// Write an evidence pack: the ledger and the audit answers in one file, verifiable without Styrbord.
#[derive(Args)]
pub struct Evidence {
    /// The file to write; it must not exist
    #[arg(long, value_name = "FILE.zip")]
    pub out: PathBuf,
    /// A folder to write the attachments to, beside the pack; it must not exist
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
    /// The language of the report
    #[arg(long, value_enum, default_value = "sv")]
    pub language: Language,
}

/// How answers are written.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// The language of what is worded.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    fn lang(self) -> Lang {
        match self {
            Self::Sv => Lang::Sv,
            Self::En => Lang::En,
        }
    }
}

impl Audit {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let (helm, today) = open(settings)?;
        let as_of = self.as_of.unwrap_or(today);
        let town = helm.as_of(as_of).map_err(Failure::of)?;
        let root = helm.root_at(town.size).map_err(Failure::of)?;
        let library = Library::open();
        let texts = library.of(self.language.lang());
        let report = Report { municipality: &settings.municipality, town: &town, as_of, root, texts };
        match self.format {
            Format::Text => print!("{}", report.text()),
            Format::Json => println!("{}", report.json()),
        }
        Ok(())
    }
}

impl Evidence {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let (helm, today) = open(settings)?;
        let now = helm.now();
        let library = Library::open();
        let texts = library.of(self.language.lang());
        let report = Report { municipality: &settings.municipality, town: &now.town, as_of: today, root: now.head.root, texts };
        let pdf = report.pdf(&settings.name, now.head.at.unwrap_or_default()).map_err(Failure::of)?;
        let json = report.json().to_string();
        let annex = evidence::Annex { audit_json: json.as_bytes(), report_pdf: &pdf };
        let mut file = std::fs::File::create_new(&self.out).map_err(|error| Failure::Asked(format!("{}: {error}", self.out.display())))?;
        let berth = berth(settings)?;
        let written = Store::open(&berth.url, berth.key)
            .map_err(Failure::of)
            .and_then(|mut store| evidence::write(&mut store, &berth.tenant, now.head.size, annex, &mut file).map_err(Failure::of));
        if written.is_err() {
            // What is half written is no evidence.
            let _ = std::fs::remove_file(&self.out);
        }
        written?;
        if let Some(folder) = &self.files {
            attachments::write_folder(&mut reader(settings)?, &settings.municipality, now.head.size, folder)?;
        }
        println!("{} entries, signed, with the audit answers of {today}, are in {}", now.head.size, self.out.display());
        Ok(())
    }
}

/// The municipality, and its day: today, or the day of its last entry where the ledger is ahead of the clock.
pub(super) fn open(settings: &Settings) -> Result<(Helm, Date), Failure> {
    let clock = Clock::real();
    let berth = berth(settings)?;
    let known = Store::open(&berth.url, berth.key.clone()).and_then(|mut store| Ok(store.tenants()?)).map_err(Failure::of)?;
    if !known.contains(&settings.municipality) {
        let there = if known.is_empty() { "it is empty".to_owned() } else { format!("it has {}", known.join(", ")) };
        return Err(Failure::Asked(format!("{} has no municipality \"{}\": {there}", settings.database_shown(), settings.municipality)));
    }
    let helm = Helm::take(berth, clock).map_err(Failure::of)?;
    let last = helm.now().head.at.map_or(clock.today(), domain::date_at);
    Ok((helm, clock.today().max(last)))
}
