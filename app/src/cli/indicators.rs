//! `styrbord indicators import`: values of the indicators tied to Kolada, from the service or from a saved answer.

use std::io::Read as _;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use domain::PersonId;

use super::settings::Settings;
use super::{Failure, berth};
use crate::clock::Clock;
use crate::helm::{Halt, Helm, Order};
use crate::kolada::{self, Service};
use crate::texts::{Lang, Library};

/// Indicators, from the command line.
#[derive(Args)]
pub struct Indicators {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Take in values from Kolada: from the service, or from an answer that was saved
    Import(Import),
}

/// What is taken in, and in whose name.
#[derive(Args)]
struct Import {
    /// The person in whose name it is done, who must have the right to
    #[arg(long, value_name = "PERSON")]
    by: String,
    /// An answer that was saved, or - for what comes on standard input; without it, the service is asked
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Indicators {
    pub fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let What::Import(import) = &self.what;
        import.run(settings)
    }
}

impl Import {
    fn run(&self, settings: &Settings) -> Result<(), Failure> {
        let who = PersonId::new(&self.by).ok_or_else(|| Failure::Asked(format!("\"{}\" is no identity", self.by)))?;
        let clock = Clock::real();
        let helm = Helm::take(berth(settings)?, clock).map_err(Failure::of)?;
        let town = helm.now().town.clone();
        let acts = match self.saved()? {
            Some(answer) => kolada::from_saved(&town, &kolada::saved(&answer).map_err(Failure::of)?, clock.today()),
            None => kolada::fetched(&town, &Service::at(&settings.kolada), clock.today()).map_err(Failure::of)?,
        };
        let (tied, count) = (kolada::count(&town), acts.len());
        for act in acts {
            let name = act.id.to_string();
            match helm.ask(Order::new(act, who.clone())).blocking_recv() {
                Ok(Ok(_)) => println!("{name}"),
                Ok(Err(Halt::Refused(refusals))) => return Err(Failure::Failed(format!("{name}: {}", in_words(&refusals)))),
                Ok(Err(Halt::Storage(error))) => return Err(Failure::Failed(error)),
                Err(_) => return Err(Failure::Failed("the writer has stopped".to_owned())),
            }
        }
        println!("{count} of {tied} indicators tied to Kolada had something new");
        Ok(())
    }

    /// The saved answer, where one was named.
    fn saved(&self) -> Result<Option<String>, Failure> {
        let Some(path) = &self.file else { return Ok(None) };
        if path.as_os_str() == "-" {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(Failure::of)?;
            return Ok(Some(text));
        }
        std::fs::read_to_string(path).map(Some).map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))
    }
}

fn in_words(refusals: &domain::Refusals) -> String {
    let library = Library::open();
    refusals.0.iter().map(|one| library.of(Lang::En).refusal(one)).collect::<Vec<_>>().join("; ")
}
