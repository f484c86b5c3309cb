//! Question 6: "Finns etablerade metoder och krav om riskanalyser i digitaliseringsprojekt, är dessa dokumenterade
//! och har åtgärder vidtagits för att möta risker?" (report 4.4.1, 4.4.4)

use super::population::{asked, carried_out};
use crate::audit::{Asked, Criterion};
use crate::initiatives::Size;
use crate::{Date, Municipality, Subject};

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![asked("risk-analysis-asked", Asked::RiskAnalysis, town, date), documented(town), areas_seen(town, date), met(town, date)]
}

/// The risk analysis is documented: "riskanalys görs vid större digitaliseringsprojekt men … dessa inte
/// alltid dokumenteras" (4.4.1).
fn documented(town: &Municipality) -> Criterion {
    let judged =
        carried_out(town).map(|initiative| (Subject::from(&initiative.id), initiative.case.risks.is_empty().then_some("no-risks")));
    Criterion::over("risks-documented", judged)
}

/// A documented analysis looks into the four areas the auditors name, unless the initiative is small:
/// "informationssäkerhet, arbetsmiljö, kompetensbehov och behov av förändringsledning" (4.4.4).
fn areas_seen(town: &Municipality, date: Date) -> Criterion {
    let analysed = carried_out(town).filter(|initiative| !initiative.case.risks.is_empty() && initiative.size(town, date) > Size::Small);
    let judged = analysed.map(|initiative| (Subject::from(&initiative.id), (initiative.unseen_areas() > 0).then_some("risk-areas-unseen")));
    Criterion::over("risk-areas-seen", judged)
}

/// Every initiative with grave risks meets each of them by a measure with an owner and a day that has not
/// passed in vain: "har åtgärder vidtagits för att möta risker?" (2.1).
fn met(town: &Municipality, date: Date) -> Criterion {
    let scale = town.initiatives.table(date).scale;
    let judged = carried_out(town).filter_map(|initiative| {
        let mut grave = initiative.case.risks.values().filter(|risk| risk.is_grave(scale)).peekable();
        grave.peek()?;
        let mut why = None;
        for risk in grave {
            why = if !risk.is_met() { Some("risk-unmet") } else { why.or(risk.is_late(date).then_some("risk-late")) };
        }
        Some((Subject::from(&initiative.id), why))
    });
    Criterion::over("grave-risks-met", judged)
}
