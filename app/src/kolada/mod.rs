//! Key figures from Kolada: which indicators are tied to one, what an answer says of them, and the acts that
//! take it in. The service or a saved answer gives the rows; the acts are decided like everybody's.

mod answer;
mod api;
#[cfg(test)]
mod standing_in;

use std::collections::{BTreeMap, BTreeSet};

use domain::goals::{Indicator, IndicatorImport, Kolada, Reading};
use domain::{Date, Municipality};

pub use answer::{Row, saved};
pub use api::{Away, Service};

/// How old what was fetched may be before it is entered anew though nothing changed, in days.
const FRESH: i32 = 30;

/// The indicators that are tied to a key figure, by municipality.
fn tied(town: &Municipality) -> BTreeMap<&str, Vec<(&Indicator, &Kolada)>> {
    let mut by: BTreeMap<&str, Vec<(&Indicator, &Kolada)>> = BTreeMap::new();
    for indicator in town.goals.indicators.values() {
        if let Some(kolada) = &indicator.measure.kolada {
            by.entry(kolada.municipality.as_str()).or_default().push((indicator, kolada));
        }
    }
    by
}

/// How many indicators are tied to a key figure.
pub fn count(town: &Municipality) -> usize {
    tied(town).values().map(Vec::len).sum()
}

/// Asks the service about every indicator that is tied to a key figure, and says what there is to take in.
///
/// # Errors
/// Kolada is away; then nothing is to be taken in.
pub fn fetched(town: &Municipality, service: &Service, today: Date) -> Result<Vec<IndicatorImport>, Away> {
    let (mut rows, mut known) = (Vec::new(), BTreeSet::new());
    for (municipality, indicators) in tied(town) {
        let kpis: BTreeSet<String> = indicators.iter().map(|(_, kolada)| kolada.kpi.clone()).collect();
        let kpis: Vec<String> = kpis.into_iter().collect();
        known.extend(service.known(&kpis)?);
        let there: Vec<String> = kpis.into_iter().filter(|kpi| known.contains(kpi)).collect();
        rows.extend(service.rows(&there, municipality)?);
    }
    Ok(imports(town, &rows, |_, kpi| !known.contains(kpi), today))
}

/// What a saved answer has to take in. It says nothing of key figures that it does not hold: what was withdrawn
/// stays so.
pub fn from_saved(town: &Municipality, rows: &[Row], today: Date) -> Vec<IndicatorImport> {
    let is_gone = |indicator: &Indicator| indicator.fetched.as_ref().is_some_and(|before| before.withdrawn);
    imports(town, rows, |indicator, kpi| is_gone(indicator) && rows.iter().all(|row| row.kpi != kpi), today)
}

/// One act for each indicator of which there is something new to say.
fn imports(town: &Municipality, rows: &[Row], withdrawn: impl Fn(&Indicator, &str) -> bool, today: Date) -> Vec<IndicatorImport> {
    let all = tied(town).into_values().flatten();
    all.filter_map(|(indicator, kolada)| {
        let own = rows.iter().filter(|row| row.kpi == kolada.kpi && row.municipality == kolada.municipality);
        let readings: Vec<Reading> = own.filter_map(Row::reading).filter(|reading| reading.on <= today).collect();
        let withdrawn = withdrawn(indicator, &kolada.kpi);
        (says_more(indicator, &readings, withdrawn, today)).then(|| IndicatorImport {
            id: indicator.id.clone(),
            kpi: kolada.kpi.clone(),
            readings,
            withdrawn,
        })
    })
    .collect()
}

/// Whether an answer is worth an entry: a new or revised value, a key figure gone or back, or old news.
fn says_more(indicator: &Indicator, readings: &[Reading], withdrawn: bool, today: Date) -> bool {
    let is_news = indicator.news(readings).next().is_some();
    match indicator.fetched {
        None => is_news || withdrawn,
        Some(before) => {
            let old = before.on.saturating_add(jiff::Span::new().days(FRESH)) <= today;
            is_news || before.withdrawn != withdrawn || (old && !readings.is_empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::standing_in::{Server, kpi, row};
    use super::*;

    fn town() -> Municipality {
        let mut town = Municipality::default();
        let at = "2024-03-18T08:00:00Z".parse().expect("an instant");
        let who = domain::PersonId::new("keeper").expect("an identity");
        let stamp = domain::Stamp::new(who, at);
        let event = |id: &str, kpi: &str| -> domain::Event {
            serde_json::from_value(serde_json::json!({"goals": {"indicator_defined": {"id": id, "goal": "service", "values": [], "measure":
                {"name": "Svar", "unit": "procent", "better": "higher", "frequency": "yearly", "source": "",
                 "kolada": {"kpi": kpi, "municipality": "0126"}}}}}))
            .expect("an event")
        };
        let change = domain::Change {
            about: domain::Subject::Municipality,
            told_on: vec![],
            events: vec![event("there", "N00945"), event("gone", "N00001")],
            source: None,
        };
        town.fold("goals.indicator.define", &stamp, Some(&change));
        town
    }

    #[test]
    fn new_values_and_withdrawn_key_figures_become_one_act_each_and_old_news_none() {
        let server = Server::start(|path, _| {
            let value = if path.starts_with("/kpi") { kpi("N00945") } else { row("N00945", 2022, "71.5") };
            (200, format!(r#"{{"values": [{value}], "count": 1}}"#))
        });
        let (mut town, today) = (town(), "2024-03-18".parse().expect("a day"));
        let acts = fetched(&town, &Service::at(&server.address), today).expect("an answer");
        let said: Vec<_> = acts.iter().map(|act| (act.id.as_str(), act.readings.len(), act.withdrawn)).collect();
        assert_eq!(said, [("gone", 0, true), ("there", 1, false)]);
        assert!(!server.asked().iter().any(|path| path.starts_with("/data") && path.contains("N00001")), "what is gone is not asked for");
        let stamp =
            domain::Stamp::new(domain::PersonId::new("keeper").expect("an identity"), "2024-03-18T09:00:00Z".parse().expect("an instant"));
        for act in acts {
            let events = vec![domain::Event::from(domain::goals::Event::IndicatorImported {
                id: act.id,
                readings: act.readings.into_iter().collect(),
                fetched: domain::goals::Fetched { on: today, withdrawn: act.withdrawn },
            })];
            town.fold(
                "goals.indicator.import",
                &stamp,
                Some(&domain::Change { about: domain::Subject::Municipality, told_on: vec![], events, source: None }),
            );
        }
        assert!(fetched(&town, &Service::at(&server.address), today).expect("an answer").is_empty(), "the same is not news");
    }

    #[test]
    fn a_saved_answer_takes_in_its_own_key_figures_and_says_nothing_of_others() {
        let rows = saved(include_str!("saved.json")).expect("an answer");
        let acts = from_saved(&town(), &rows, "2024-03-18".parse().expect("a day"));
        assert_eq!(acts.iter().map(|act| (act.id.as_str(), act.readings.len())).collect::<Vec<_>>(), [("there", 2)]);
    }
}
