//! A view: the municipality as one reader sees it, now or as of a past day.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::{Act, Arg, Date, Ground, Municipality, Ore, PersonId, Refusal, Source, Standing, Subject};
use maud::{Markup, html};

pub use super::head::{Head, Part};
use super::naming;
use super::problem::Problem;
use super::session::{self, Session};
use crate::harbour::Shared;
use crate::look::{self, Link};
use crate::texts::Texts;

/// A fresh identity's last part: 10 signs that nobody can guess.
pub fn fresh() -> String {
    let mut bytes = [0u8; 5];
    getrandom::fill(&mut bytes).expect("the machine's randomness");
    hex::encode(bytes)
}

/// The value on a day: reorganisations whose day has come have taken effect.
fn on_day(town: Arc<Municipality>, date: Date) -> Arc<Municipality> {
    town.settled(date).map_or(town, Arc::new)
}

/// An address with one more question, ahead of the place on the page.
fn with_question(path: &str, name: &str, value: &str) -> String {
    let (path, place) = path.split_once('#').map_or((path, String::new()), |(path, place)| (path, format!("#{place}")));
    format!("{path}{}{name}={value}{place}", if path.contains('?') { '&' } else { '?' })
}

/// What one reader sees.
#[derive(Clone)]
pub struct View {
    /// The municipality, as of the day shown.
    pub town: Arc<Municipality>,
    /// Who is reading; nobody is a citizen.
    pub who: Option<PersonId>,
    /// The day shown: today, or the past day asked for.
    pub today: Date,
    /// The past day asked for, where one is.
    pub as_of: Option<Date>,
    /// The size of the ledger asked for, where what is shown is what something rested on.
    pub basis: Option<u64>,
    /// The questions in the address, such as filters.
    pub query: HashMap<String, String>,
    pub(super) harbour: Shared,
    pub(super) session: Option<Session>,
    pub(super) lang: crate::texts::Lang,
    pub(super) path: String,
}

impl View {
    /// The view of a reader who asked for something that cannot be shown: now, with no questions.
    pub fn bare(harbour: &Shared, parts: &Parts) -> Self {
        let session = session::of(&parts.headers, harbour);
        let today = harbour.clock.today();
        Self {
            town: on_day(Arc::clone(&harbour.helm.now().town), today),
            who: session.as_ref().map(|session| session.who.clone()),
            today,
            as_of: None,
            basis: None,
            query: HashMap::new(),
            harbour: harbour.clone(),
            session,
            lang: session::language(&parts.headers),
            path: parts.uri.path().to_owned(),
        }
    }

    /// The same reader's view after what has just been done.
    pub fn afterwards(&self) -> Self {
        Self { town: on_day(Arc::clone(&self.harbour.helm.now().town), self.today), ..self.clone() }
    }

    /// All of Styrbord around this view.
    pub fn harbour(&self) -> &Shared {
        &self.harbour
    }

    /// The texts in the reader's language.
    pub fn texts(&self) -> &Texts {
        self.harbour.texts.of(self.lang)
    }

    /// A sentence that takes no facts.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.texts().t(key)
    }

    /// A sentence told its facts.
    pub fn say(&self, key: &str, facts: &[(&'static str, Arg)]) -> String {
        self.texts().say(key, facts)
    }

    /// The word for a choice: `of("role", role)` is the text `role-…`, or the municipality's own name of it.
    pub fn of(&self, family: &str, choice: impl serde::Serialize) -> String {
        let names = &self.town.organisation.names;
        let own = match family {
            "role" => read(&choice).and_then(|role| names.of_role(role)),
            "level" | "forum-level" => read(&choice).and_then(|level| names.of_level(level)),
            _ => None,
        };
        own.map_or_else(|| self.texts().of(family, choice), str::to_owned)
    }

    /// Money in full.
    pub fn kr(&self, money: Ore) -> String {
        self.texts().kr(money)
    }

    /// Money for a glance.
    pub fn short(&self, money: Ore) -> String {
        self.texts().short(money)
    }

    /// A day in full.
    pub fn date(&self, date: Date) -> String {
        self.texts().date(date)
    }

    /// A person's name.
    pub fn person<'a>(&'a self, id: &'a PersonId) -> &'a str {
        self.harbour.people.name(id)
    }

    /// Where a thing is shown, on the day shown.
    pub fn href(&self, about: &Subject) -> String {
        self.at(&naming::href(about))
    }

    /// What a thing is called.
    pub fn name(&self, about: &Subject) -> String {
        match about {
            Subject::Person(id) => self.person(id).to_owned(),
            _ => naming::name(&self.town, self.texts(), about),
        }
    }

    /// A link to a thing, by its name.
    pub fn link(&self, about: &Subject) -> Markup {
        html! { (Link::new(self.href(about), self.name(about))) }
    }

    /// An address of ours, kept on the day shown.
    pub fn at(&self, path: &str) -> String {
        match (self.basis, self.as_of) {
            (Some(size), _) => with_question(path, "at", &size.to_string()),
            (None, Some(date)) => with_question(path, "as_of", &date.to_string()),
            (None, None) => path.to_owned(),
        }
    }

    /// A thing's page as it was when the ledger had some size: what something rested on, for ever.
    pub fn href_then(&self, about: &Subject, size: u64) -> String {
        with_question(&naming::href(about), "at", &size.to_string())
    }

    /// The questions of the address besides some, and besides those about one answer only.
    pub fn questions_besides(&self, names: &[&str]) -> Vec<(&str, &str)> {
        let questions = self.query.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let mut kept: Vec<(&str, &str)> = questions.filter(|(key, _)| !matches!(*key, "done" | "page") && !names.contains(key)).collect();
        kept.sort_unstable();
        kept
    }

    /// The same page with some questions of the address taken away, from its first page of rows.
    pub fn not_asking(&self, names: &[&str]) -> String {
        self.address(&self.questions_besides(names))
    }

    /// The same page with one question of the address changed, others kept; an empty value takes it away.
    pub fn asking(&self, name: &str, value: &str) -> String {
        let mut questions = self.questions_besides(&[name]);
        if !value.is_empty() {
            questions.push((name, value));
        }
        questions.sort_unstable();
        self.address(&questions)
    }

    fn address(&self, questions: &[(&str, &str)]) -> String {
        let asked: Vec<String> =
            questions.iter().map(|(key, value)| format!("{}={}", naming::escaped(key), naming::escaped(value))).collect();
        if asked.is_empty() { self.path.clone() } else { format!("{}?{}", self.path, asked.join("&")) }
    }

    /// A question of the address; empty where it was not asked.
    pub fn ask(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// Where the facts of a thing come from, in words; nothing where they were born here.
    pub fn source_in_words(&self, about: &Subject) -> Option<String> {
        self.town.source(about).map(|source| match source {
            Source::Example => self.t("mark-example").to_owned(),
            Source::Report(section) => self.say("mark-report", &[("section", Arg::from(section.as_ref()))]),
        })
    }

    /// Where the facts of a thing come from, as a small mark; nothing where they were born here.
    pub fn source(&self, about: &Subject) -> Option<Markup> {
        let words = self.source_in_words(about)?;
        Some(if self.town.source(about) == Some(&Source::Example) { look::example(&words) } else { look::source(&words) })
    }

    /// On what ground the reader may do an act to a thing now.
    ///
    /// # Errors
    /// Why not: a past day is shown, nobody is signed in, or nothing gives the right.
    pub fn may(&self, act: &'static str, about: &Subject) -> Result<Ground, Refusal> {
        let (None, Some(who)) = (self.as_of, &self.who) else {
            return Err(Refusal::new(if self.as_of.is_some() { "past-day" } else { "not-signed-in" }).with("act", act));
        };
        let row = Act::row_named(act).ok_or_else(|| Refusal::new("not-permitted").with("act", act))?;
        self.town.may(who, row, about, self.today)
    }

    /// Whether the reader may do an act to a thing now.
    pub fn can(&self, act: &'static str, about: &Subject) -> bool {
        self.may(act, about).is_ok()
    }

    /// Demands that the reader may do an act to a thing now, before its form is shown.
    ///
    /// # Errors
    /// A page that says why not.
    pub fn demand(&self, act: &'static str, about: &Subject) -> Result<Ground, Problem> {
        self.may(act, about).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))
    }

    /// Whether the reader has a standing towards a thing on the day shown.
    pub fn stands(&self, standing: Standing, about: &Subject) -> bool {
        self.who.as_ref().is_some_and(|who| standing.ground(&self.town, who, about, self.today).is_some())
    }

    /// Whether the reader works for the municipality; citizens see what is decided.
    pub fn is_staff(&self) -> bool {
        self.stands(Standing::Staff, &Subject::Municipality)
    }

    /// A new identity that begins with a word.
    pub fn fresh_id(&self, word: &str) -> String {
        format!("{word}-{}", fresh())
    }

    /// The hidden marks every form carries: whose it is, how fresh, and that it is one form.
    pub fn marks(&self) -> Markup {
        let mark = self.session.as_ref().map(|session| session.mark(&self.harbour.sealer)).unwrap_or_default();
        html! {
            (look::hidden("form", &mark))
            (look::hidden("seen", &self.town.size.to_string()))
            (look::hidden("once", &fresh()))
        }
    }
}

/// A choice read back from the word it is written as.
fn read<T: serde::de::DeserializeOwned>(choice: &impl serde::Serialize) -> Option<T> {
    serde_json::from_value(serde_json::to_value(choice).ok()?).ok()
}

impl FromRequestParts<Shared> for View {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, harbour: &Shared) -> Result<Self, Problem> {
        let mut view = Self::bare(harbour, parts);
        let axum::extract::Query(query) = axum::extract::Query::<HashMap<String, String>>::from_request_parts(parts, harbour)
            .await
            .map_err(|_| Problem::Unreadable("problem-query"))?;
        if let Some(asked) = query.get("as_of").filter(|asked| !asked.is_empty()) {
            let date: Date = asked.parse().map_err(|_| Problem::Unreadable("problem-date"))?;
            if date > view.today {
                return Err(Problem::Unreadable("problem-future"));
            }
            if date < view.today {
                // Folding a past day reads the ledger, and may wait for the disk.
                let reader = harbour.clone();
                let read = tokio::task::spawn_blocking(move || reader.helm.as_of(date)).await;
                let read =
                    read.map_err(|error| Problem::Storage(error.to_string()))?.map_err(|error| Problem::Storage(error.to_string()))?;
                view.town = on_day(read, date);
                view.as_of = Some(date);
                view.today = date;
            }
        }
        if let Some(asked) = query.get("at").filter(|asked| !asked.is_empty()) {
            let size: u64 = asked.parse().map_err(|_| Problem::Unreadable("problem-query"))?;
            let reader = harbour.clone();
            let read = tokio::task::spawn_blocking(move || reader.helm.at(size)).await;
            let (town, date) =
                read.map_err(|error| Problem::Storage(error.to_string()))?.map_err(|error| Problem::Storage(error.to_string()))?;
            view.today = date.unwrap_or(view.today).min(view.today);
            (view.town, view.as_of, view.basis) = (on_day(town, view.today), Some(view.today), Some(size));
        }
        view.query = query;
        Ok(view)
    }
}

/// Some rejections cannot happen; this says so to the compiler.
impl From<Infallible> for Problem {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}
