//! What waits in threads of help: for the department an answer, for whoever asked what the department said.

use super::{Kind, Task, holders};
use crate::organisation::Role;
use crate::{Date, Municipality};

pub(super) fn add(town: &Municipality, date: Date, tasks: &mut Vec<Task>) {
    for help in town.initiatives.help.values().filter(|help| help.closed.is_none()) {
        let about = || (&help.initiative).into();
        let asker = |kind, due| Task { due, kind, about: about(), who: vec![help.asked_by.clone()] };
        if help.waits_for_asker() {
            tasks.push(asker(Kind::ReadHelp, None));
            continue;
        }
        let department = help.owner.clone().map_or_else(|| holders(town, Role::DigitalisationOfficer, None, date), |owner| vec![owner]);
        tasks.push(Task { due: Some(help.due), kind: Kind::AnswerHelp, about: about(), who: department });
        tasks.push(asker(Kind::AwaitHelp, None));
    }
}
