//! How the answers have changed: the eight questions as they stood at the end of each month.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use domain::audit::{Verdict, answers};
use domain::{Date, Municipality};

use crate::helm::{Helm, OpenError};
use crate::web::problem::Problem;
use crate::web::view::View;

/// The answers at the end of a month, or on the last day asked about.
#[derive(Clone, Debug)]
pub struct Month {
    /// The day they are of.
    pub last: Date,
    /// Answer and share in permille, question by question.
    pub answers: Vec<(Verdict, u16)>,
}

/// The months that have been looked up, so that each is folded once. What is past does not change.
#[derive(Debug, Default)]
pub struct History(Mutex<BTreeMap<Date, Month>>);

impl History {
    /// Month by month from the first entry until a day, whose value is `town`. Reads the ledger, and may
    /// wait for the disk.
    ///
    /// # Errors
    /// Where the ledger cannot be read.
    pub fn until(&self, helm: &Helm, town: &Municipality, today: Date) -> Result<Vec<Month>, OpenError> {
        let Some(first) = first_day(town) else { return Ok(Vec::new()) };
        let mut months = Vec::new();
        let mut last = first.last_of_month();
        while last < today {
            months.push(self.month(helm, last)?);
            last = last.first_of_month().saturating_add(jiff::Span::new().months(1)).last_of_month();
        }
        months.push(answered(town, today));
        Ok(months)
    }

    fn month(&self, helm: &Helm, last: Date) -> Result<Month, OpenError> {
        if let Some(known) = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&last) {
            return Ok(known.clone());
        }
        let month = answered(&*helm.as_of(last)?, last);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(last, month.clone());
        Ok(month)
    }
}

fn answered(town: &Municipality, date: Date) -> Month {
    Month { last: date, answers: answers(town, date).into_iter().map(|answer| (answer.answer, answer.share_permille)).collect() }
}

/// Of the months, those that end a quarter, and the last: as many as a chart can name.
pub fn quarters(months: &[Month]) -> Vec<&Month> {
    let ends = |place: usize, month: &Month| i16::from(month.last.month()) % 3 == 0 || place + 1 == months.len();
    months.iter().enumerate().filter(|(place, month)| ends(*place, month)).map(|(_, month)| month).collect()
}

/// The months until the day a view shows, read where waiting for the disk stops nobody else.
///
/// # Errors
/// Where the ledger cannot be read.
pub async fn read(view: &View) -> Result<Vec<Month>, Problem> {
    let (harbour, town, today) = (view.harbour().clone(), view.town.clone(), view.today);
    let reading = tokio::task::spawn_blocking(move || harbour.answers.until(&harbour.helm, &town, today));
    let read = reading.await.map_err(|error| Problem::Storage(error.to_string()))?;
    read.map_err(|error| Problem::Storage(error.to_string()))
}

/// The day of the first entry.
fn first_day(town: &Municipality) -> Option<Date> {
    town.history.values().filter_map(|traces| traces.front()).map(|trace| trace.at).min().map(domain::date_at)
}
