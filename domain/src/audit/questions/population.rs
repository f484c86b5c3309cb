//! What several questions ask about: the initiatives that are carried out, and the methods behind them.

use crate::audit::{Asked, Criterion, Method, Work};
use crate::initiatives::{Form, Initiative, Phase};
use crate::{Date, Municipality, Subject};

/// The initiatives that are decided, under way or followed up: those for which the auditors asked to see
/// a basis. Ideas may still be incomplete, and what is closed can no longer be mended.
pub(super) fn carried_out(town: &Municipality) -> impl Iterator<Item = &Initiative> {
    town.initiatives
        .values()
        .filter(|initiative| matches!(initiative.phase, Phase::Start | Phase::Delivery | Phase::Effect | Phase::Closure))
}

/// Whether the fund pays, wholly or partly.
pub(super) fn is_paid_by_fund(initiative: &Initiative) -> bool {
    Work::of(initiative) == Work::Fund
}

impl Work {
    /// The kind of work an initiative is.
    pub fn of(initiative: &Initiative) -> Self {
        match initiative {
            paid if paid.case.seeks_fund() => Self::Fund,
            project if project.card.form == Form::Project => Self::Project,
            _ => Self::Line,
        }
    }
}

/// Each kind of work is asked for something, by a method in force or by the demands the municipality has
/// adopted for all: "de fall förvaltningarna söker centrala medel", "en projektmodell", "i linjen, så
/// finns det ingen rutin" (4.4.1).
pub(super) fn asked(id: &'static str, asked: Asked, town: &Municipality, date: Date) -> Criterion {
    let of_all = town.initiatives.adoption(date);
    let judged = Work::ALL.map(|work| {
        let method = town.audit.methods_of(asked, work, date).next().map(|method: &Method| Subject::from(&method.id));
        match method.or_else(|| of_all.map(|adoption| Subject::from(&adoption.decision))) {
            Some(ground) => (ground, None),
            None => (Subject::Municipality, Some(not_asked(work))),
        }
    });
    Criterion::over(id, judged)
}

fn not_asked(work: Work) -> &'static str {
    match work {
        Work::Fund => "not-asked-of-fund",
        Work::Project => "not-asked-of-project",
        Work::Line => "not-asked-of-line",
    }
}
