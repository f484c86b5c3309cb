//! What waits because people meet: agendas to send, minutes to write, and high priority that was let go and
//! that an owner has yet to take a stand on.

use super::{Kind, Task, holders, is_near};
use crate::forums::{Host, Meeting};
use crate::objects::unanswered;
use crate::organisation::{Role, Scope};
use crate::{Date, Municipality};

/// An agenda is sent this many days ahead.
const AHEAD: i32 = 7;
/// Minutes are written within this many days.
const AFTER: i32 = 7;

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    for activity in unanswered(town, date.year()) {
        let Some(plan) = town.objects.plans.get(&activity.plan) else { continue };
        let who = holders(town, Role::ObjectOwner, Some(&Scope::Object(plan.object.clone())), date);
        tasks.push(Task { due: None, kind: Kind::AnswerPromise, about: (&activity.id).into(), who });
    }
    let [secretaries, officers] = [Role::Secretary, Role::DigitalisationOfficer].map(|role| holders(town, role, None, date));
    for meeting in town.forums.meetings.values().filter(|meeting| meeting.is_open()) {
        let Some((kind, due)) = next(meeting, date).filter(|(_, due)| is_near(*due, date)) else { continue };
        let who = if matches!(meeting.of, Host::Body(_)) { &secretaries } else { &officers };
        tasks.push(Task { due: Some(due), kind, about: (&meeting.id).into(), who: who.clone() });
    }
}

/// What is to be done about a meeting, and by when.
fn next(meeting: &Meeting, date: Date) -> Option<(Kind, Date)> {
    let days = |days: i32| meeting.date.saturating_add(jiff::Span::new().days(days));
    match (meeting.is_called(), meeting.date < date) {
        (false, false) => Some((Kind::CallMeeting, days(-AHEAD))),
        (true, true) => Some((Kind::WriteMinutes, days(AFTER))),
        (_, _) => None,
    }
}
