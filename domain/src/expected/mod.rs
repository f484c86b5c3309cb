//! What is expected of people: everything that waits for somebody on a day, found by looking at the rooms
//! and never kept anywhere. The same list stands behind the count on every page, the page of what is
//! expected of me, and the overview's question of what waits for whom.

mod agenda;
mod decisions;
mod effects;
mod help;
mod meetings;
mod steering;

pub use agenda::{Cause, Matter, waits_for};

use serde::Serialize;

use crate::organisation::{Role, Scope};
use crate::{Date, Municipality, PersonId, Subject};

/// How many days ahead something with a due day is told of.
pub const AHEAD: i32 = 30;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Decide an application to the fund.
    DecideApplication,
    /// Decide an initiative paid in another way.
    DecideInitiative,
    /// Record the body's decision on an initiative no delegate may decide.
    BringToBody,
    /// Decide an object's plan.
    DecidePlan,
    /// Recommend on a round, as its board.
    Recommend,
    /// Declare an interest in an application, or score it.
    Assess,
    /// Finish an idea.
    FinishIdea,
    /// Finish a business case.
    FinishCase,
    /// Write in an idea somebody has invited one to.
    WriteIdea,
    /// Write in a business case somebody has invited one to.
    WriteCase,
    /// Finish an object's plan.
    FinishPlan,
    /// Begin what has been decided.
    Begin,
    /// Report how delivery goes.
    ReportDelivery,
    /// Take a measure against a risk.
    MeetRisk,
    /// Answer somebody who asked for help.
    AnswerHelp,
    /// Read what help was given, and close the thread or go on asking.
    ReadHelp,
    /// Wait for the help asked for.
    AwaitHelp,
    /// Attest what a benefit came to.
    AttestBenefit,
    /// See to it, as owner of the object, that an outcome long overdue is attested.
    ChaseBenefit,
    /// See to it, as owner of the object, that work long unreported is reported.
    ChaseReport,
    /// Enter a value of an indicator.
    MeasureIndicator,
    /// Report back on an undertaking.
    ReportUndertaking,
    /// Record whether a committee agrees to an allocation key.
    AgreeKey,
    /// Report a decision under delegation to the body.
    ReportDecision,
    /// Answer a recommendation of the auditors.
    AnswerAdvice,
    /// Do a measure because of a recommendation.
    DoMeasure,
    /// Take a stand on an activity of high priority that was let go, by deciding its plan anew.
    AnswerPromise,
    /// Call a planned meeting, with its agenda.
    CallMeeting,
    /// Write the minutes of a meeting that has been.
    WriteMinutes,
}

impl Kind {
    /// Whether it is to see that somebody else does something, which waits for that person all the same.
    pub fn chases(self) -> bool {
        matches!(self, Self::ChaseBenefit | Self::ChaseReport)
    }
}

/// Something that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Task {
    /// The last day, where there is one.
    pub due: Option<Date>,
    /// What is to be done.
    pub kind: Kind,
    /// What it is about.
    pub about: Subject,
    /// Everybody who may do it; one of them is enough.
    pub who: Vec<PersonId>,
}

impl Task {
    /// Whether its last day has passed.
    pub fn is_late(&self, date: Date) -> bool {
        self.due.is_some_and(|due| due < date)
    }
}

/// Everything that waits for somebody on a day: what is most urgent first, what has no last day at the end.
pub fn expected(town: &Municipality, date: Date) -> Vec<Task> {
    let mut tasks = Vec::new();
    decisions::add(town, date, &mut tasks);
    effects::add(town, date, &mut tasks);
    help::add(town, date, &mut tasks);
    meetings::add(town, date, &mut tasks);
    steering::add(town, date, &mut tasks);
    tasks.sort_by(|one, other| (one.due.is_none(), one).cmp(&(other.due.is_none(), other)));
    tasks
}

/// What waits for one person on a day.
pub fn expected_of(town: &Municipality, who: &PersonId, date: Date) -> Vec<Task> {
    let mut tasks = expected(town, date);
    tasks.retain(|task| task.who.contains(who));
    tasks
}

/// Who holds a role on a day, for one thing or for any.
fn holders(town: &Municipality, role: Role, scope: Option<&Scope>, date: Date) -> Vec<PersonId> {
    let held = town.organisation.appointments.values().filter(|held| held.role == role && held.is_in_force(date));
    let mut people: Vec<PersonId> =
        held.filter(|held| scope.is_none_or(|scope| held.scope == *scope)).map(|held| held.person.clone()).collect();
    people.sort();
    people.dedup();
    people
}

/// Whether a day is so near that it should be told of, or has passed.
fn is_near(due: Date, date: Date) -> bool {
    due <= date.saturating_add(jiff::Span::new().days(AHEAD))
}
