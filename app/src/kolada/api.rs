//! Kolada over the network: asked politely, in lists no longer than it allows, page by page, and again after a
//! while where it is busy. What is not answered in time is given up, and nothing here waits for ever.

use std::collections::BTreeSet;
use std::time::Duration;

use ureq::Agent;

use super::answer::{Envelope, Known, Row, Unreadable, page};

/// The most identities one list may name.
pub const LIST: usize = 25;
/// The most rows a page may have.
const PAGE: usize = 5000;
/// The most pages followed: far more than any municipality's key figures fill.
const PAGES: usize = 100;
/// How often something busy is asked again, and how long is waited before the first time.
const TRIES: u32 = 4;
/// How long one question may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest answer that is read, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// Why Kolada could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum Away {
    /// It does not answer, or not in time.
    #[error("Kolada does not answer: {0}")]
    Silent(String),
    /// It answers with something else than was asked for.
    #[error("Kolada answers {0}")]
    Says(u16),
    /// Its answer cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

/// The service.
pub struct Service {
    base: String,
    agent: Agent,
    pause: Duration,
}

impl Service {
    /// The service at an address, such as `https://api.kolada.se/v3`.
    pub fn at(base: &str) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .user_agent(concat!("styrbord/", env!("CARGO_PKG_VERSION")))
            .build();
        Self { base: base.trim_end_matches('/').to_owned(), agent: agent.into(), pause: Duration::from_millis(500) }
    }

    /// The values of key figures in a municipality, all years there are.
    ///
    /// # Errors
    /// Kolada is away.
    pub fn rows(&self, kpis: &[String], municipality: &str) -> Result<Vec<Row>, Away> {
        let mut rows = Vec::new();
        for list in kpis.chunks(LIST) {
            rows.extend(self.all(&format!("{}/data/kpi/{}/municipality/{municipality}", self.base, list.join(",")))?);
        }
        Ok(rows)
    }

    /// Which of some key figures there still are.
    ///
    /// # Errors
    /// Kolada is away.
    pub fn known(&self, kpis: &[String]) -> Result<BTreeSet<String>, Away> {
        let mut known = BTreeSet::new();
        for list in kpis.chunks(LIST) {
            let found: Vec<Known> = self.all(&format!("{}/kpi/{}", self.base, list.join(",")))?;
            known.extend(found.into_iter().map(|one| one.id));
        }
        Ok(known)
    }

    /// Everything an address has, page after page. What is not found is nothing.
    fn all<T: serde::de::DeserializeOwned>(&self, address: &str) -> Result<Vec<T>, Away> {
        let mut values = Vec::new();
        let mut next = Some(format!("{address}?per_page={PAGE}"));
        for _ in 0..PAGES {
            let Some(address) = next else { break };
            let Some(text) = self.ask(&address)? else { break };
            let Envelope { values: more, next_page } = page(&text)?;
            values.extend(more);
            // An answer leads on within the service alone.
            next = next_page.filter(|next| next.starts_with(&self.base));
        }
        Ok(values)
    }

    /// One question, asked again after a while where the service is busy; nothing where there is nothing.
    fn ask(&self, address: &str) -> Result<Option<String>, Away> {
        let mut pause = self.pause;
        let mut last = Away::Silent(String::new());
        for attempt in 0..TRIES {
            if attempt > 0 {
                std::thread::sleep(pause);
                pause *= 2;
            }
            match self.agent.get(address).call() {
                Ok(mut answer) => match answer.status().as_u16() {
                    200 => {
                        let text = answer.body_mut().with_config().limit(LONGEST).read_to_string();
                        return text.map(Some).map_err(|error| Away::Silent(error.to_string()));
                    }
                    404 => return Ok(None),
                    busy @ (429 | 500..=599) => last = Away::Says(busy),
                    other => return Err(Away::Says(other)),
                },
                Err(error) => last = Away::Silent(error.to_string()),
            }
        }
        Err(last)
    }
}

#[cfg(test)]
mod tests {
    use super::super::standing_in::{Server, kpi, row};
    use super::*;

    fn asked(server: &Server) -> Service {
        Service { pause: Duration::from_millis(1), ..Service::at(&server.address) }
    }

    #[test]
    fn every_page_is_followed_and_no_list_is_longer_than_allowed() {
        let server = Server::start(|path, address| {
            let more = format!(r#","next_page": "{address}/data/second""#);
            let (value, next) =
                if path.contains("second") { (row("N00002", 2022, "2.5"), "") } else { (row("N00001", 2022, "1"), more.as_str()) };
            (200, format!(r#"{{"values": [{value}], "count": 1{next}}}"#))
        });
        let kpis: Vec<String> = (0..30).map(|number| format!("N{number:05}")).collect();
        let rows = asked(&server).rows(&kpis, "0126").expect("an answer");
        assert_eq!(rows.len(), 4, "two lists of two pages");
        assert!(server.asked().iter().all(|path| path.matches(',').count() < LIST), "{:?}", server.asked());
    }

    #[test]
    fn a_busy_service_is_asked_again_and_one_that_stays_busy_is_given_up() {
        let server = Server::start(|path, _| {
            if path.contains("N00001") { (429, String::new()) } else { (200, format!(r#"{{"values": [{}]}}"#, kpi("N00002"))) }
        });
        let service = asked(&server);
        assert!(matches!(service.known(&["N00001".to_owned()]), Err(Away::Says(429))));
        assert_eq!(server.asked().len(), TRIES as usize);
        assert_eq!(service.known(&["N00002".to_owned()]).expect("an answer").len(), 1);
    }

    #[test]
    fn what_is_not_found_is_nothing_and_what_does_not_answer_says_so() {
        let server = Server::start(|_, _| (404, String::new()));
        assert_eq!(asked(&server).known(&["N00001".to_owned()]).expect("an answer").len(), 0);
        let nowhere = Service { pause: Duration::from_millis(1), ..Service::at("http://127.0.0.1:1") };
        assert!(matches!(nowhere.known(&["N00001".to_owned()]), Err(Away::Silent(_))));
    }

    #[test]
    fn an_answer_that_leads_elsewhere_is_not_followed() {
        let server =
            Server::start(|_, _| (200, format!(r#"{{"values": [{}], "next_page": "http://127.0.0.1:1/elsewhere"}}"#, kpi("N00001"))));
        assert_eq!(asked(&server).known(&["N00001".to_owned()]).expect("an answer").len(), 1);
        assert_eq!(server.asked().len(), 1);
    }
}
