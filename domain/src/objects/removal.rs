//! Taking an activity out of a plan that is open for writing; what has begun is cancelled with a report
//! instead, so that what it cost is not forgotten.

use serde::Deserialize;

use super::{ActivityStatus, Event};
use crate::{ActivityId, Event as AnyEvent, Municipality, Refusal, Refusals, Rule, Stamp, Subject};

/// Take an activity out of its plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityRemove {
    /// Which; nothing has been reported on it but that it is let go, and nothing needs it.
    pub id: ActivityId,
}

impl Rule for ActivityRemove {
    fn about(&self) -> Subject {
        (&self.id).into()
    }

    fn replaces(&self) -> bool {
        true
    }

    fn told_on(&self, town: &Municipality) -> Vec<Subject> {
        town.objects.activities.get(&self.id).map(|activity| (&activity.plan).into()).into_iter().collect()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let Some(activity) = town.objects.activities.get(&self.id) else {
            return Err(Refusal::new("activity-unknown").at("id").with("id", self.id.as_str()).into());
        };
        let mut lacks = Refusals::none();
        town.objects.demand_open_plan(&mut lacks, &activity.plan);
        lacks.unless(activity.progress.status == ActivityStatus::Planned && activity.progress.spent.0 == 0, Refusal::new("activity-begun"));
        for other in town.objects.needing(&self.id) {
            lacks.add(Refusal::new("activity-needed").with("by", other.text.name.as_str()));
        }
        lacks.end()?;
        Ok(vec![Event::ActivityRemoved { id: self.id.clone() }.into()])
    }
}
