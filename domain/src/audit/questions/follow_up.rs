//! Question 8: "Sker en tillräcklig uppföljning av det samlade digitaliseringsarbetet i kommunen för att säkerställa
//! att det når förväntade effekter?" (report 4.4.2–4.4.4)

use super::population::{asked, carried_out, is_paid_by_fund};
use crate::audit::{Asked, Criterion};
use crate::forums::Decider;
use crate::initiatives::{FollowUpMonths, Initiative, Phase};
use crate::organisation::UnitKind;
use crate::{Date, Municipality, Subject};

/// Something under way is reported at least this often, in months: the half-year of the board's reports.
const REPORT_MONTHS: i32 = 6;

pub(super) fn criteria(town: &Municipality, date: Date) -> Vec<Criterion> {
    vec![
        asked("follow-up-asked", Asked::FollowUp, town, date),
        whole_reported(town, date),
        followed("fund-followed-up", town, date, is_paid_by_fund),
        followed("other-followed-up", town, date, |initiative| !is_paid_by_fund(initiative)),
    ]
}

/// The board has dealt with digitalisation as a whole in each of the last two half-years: "följs
/// digitaliseringsarbetet i sin helhet upp och avrapporteras regelbundet till kommunstyrelsen" (4.4.3).
fn whole_reported(town: &Municipality, date: Date) -> Criterion {
    let half_year = |back: i32| (before(date, REPORT_MONTHS * (back + 1)), before(date, REPORT_MONTHS * back));
    let board = town.organisation.units.values().find(|unit| unit.kind == UnitKind::ExecutiveBoard);
    let judged = [0, 1].map(half_year).map(|(after, until)| {
        let mut decisions = town.forums.decisions.values().filter(|decision| after < decision.date && decision.date <= until);
        let dealt = decisions.find(|decision| matches!(&decision.by, Decider::Body(body) if board.is_some_and(|board| board.id == *body)));
        match dealt {
            Some(decision) => (Subject::from(&decision.id), None),
            None => (board.map_or(Subject::Municipality, |board| Subject::from(&board.id)), Some("nothing-reported")),
        }
    });
    Criterion::over("whole-reported", judged)
}

/// Work under way is reported against its plan, and effects are followed up when they fall due: "krav på
/// att digitaliseringsprojekt som finansierats med centrala medel följs upp", while the rest "följs …
/// inte upp rutinmässigt" (4.4.2). What has only been decided has nothing to follow up yet.
fn followed(id: &'static str, town: &Municipality, date: Date, of: fn(&Initiative) -> bool) -> Criterion {
    let begun = carried_out(town).filter(|initiative| initiative.phase != Phase::Start && of(initiative));
    Criterion::over(id, begun.map(|initiative| (Subject::from(&initiative.id), unfollowed(initiative, date))))
}

/// Why an initiative does not count as followed up.
fn unfollowed(initiative: &Initiative, date: Date) -> Option<&'static str> {
    let Some(work) = &initiative.delivery else { return Some("no-delivery-plan") };
    let Some(delivered) = work.delivered else {
        let latest = work.reports.last().map_or(work.plan.start, |report| report.date);
        return (latest < before(date, REPORT_MONTHS)).then_some("no-report");
    };
    if !initiative.case.benefits.values().any(|benefit| benefit.measure.is_complete()) {
        return Some("no-measured-benefit");
    }
    let fallen_due = FollowUpMonths::ALL.into_iter().filter(|months| months.due(delivered) <= date);
    let mut awaited = fallen_due.flat_map(|months| initiative.case.benefits.values().map(move |benefit| (benefit, months)));
    awaited.any(|(benefit, months)| !work.has_followed(&benefit.id, months)).then_some("follow-up-late")
}

fn before(date: Date, months: i32) -> Date {
    date.saturating_sub(jiff::Span::new().months(months))
}
