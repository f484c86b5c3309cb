//! Wording directions, priority areas and goal areas anew: what they were called and meant before stays in the
//! history, and every past day shows the words of that day.

use serde::Deserialize;

use super::Event;
use crate::{DirectionId, Event as AnyEvent, GoalAreaId, Municipality, PriorityAreaId, Refusal, Refusals, Rule, Stamp, Subject};

/// The acts that word a thing of a register anew: each replaces what the thing is called, of so many characters,
/// and the text that explains it, of at most so many.
macro_rules! rewordings {
    ($($(#[$doc:meta])* $act:ident($id:ty) of $register:ident or $unknown:literal: $called:ident $length:expr, text $most:literal => $event:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $act {
            /// Which.
            pub id: $id,
            /// What it is called.
            pub $called: String,
            /// What it means.
            #[serde(default)]
            pub text: String,
        }

        impl Rule for $act {
            fn about(&self) -> Subject {
                (&self.id).into()
            }

            fn replaces(&self) -> bool {
                true
            }

            fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
                let mut lacks = Refusals::none();
                lacks.unless(town.goals.$register.has(&self.id), Refusal::new($unknown).with("id", self.id.as_str()));
                lacks.text(stringify!($called), &self.$called, $length);
                lacks.text("text", &self.text, 0..=$most);
                lacks.end()?;
                let ($called, text) = (self.$called.trim().to_owned(), self.text.trim().to_owned());
                Ok(vec![Event::$event { id: self.id.clone(), $called, text }.into()])
            }
        }
    )*};
}

rewordings! {
    /// Word a direction anew: a sentence of 3–200 characters, and up to 4 000 on what it means.
    DirectionReword(DirectionId) of directions or "direction-unknown": title 3..=200, text 4000 => DirectionReworded;
    /// Word a priority area anew: a name of 2–120 characters, and up to 2 000 on what it means.
    PriorityAreaReword(PriorityAreaId) of priorities or "priority-area-unknown": name 2..=120, text 2000 => PriorityAreaReworded;
    /// Word a goal area anew: a name of 2–120 characters, and up to 2 000 on what it means.
    GoalAreaReword(GoalAreaId) of areas or "goal-area-unknown": name 2..=120, text 2000 => GoalAreaReworded;
}
