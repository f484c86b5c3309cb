//! What rests on a decision: everything, in whatever room, that names it as its ground, so that one may ask of
//! any decision what came of it (report 4.3, appendix 2).

use std::collections::BTreeSet;

use crate::forums::Decider;
use crate::{DecisionId, Municipality, Subject};

/// What rests on a decision, each thing once and kind by kind: what names it as its ground, the rounds that share
/// out money it gave, and the decisions taken under a delegation it gave.
pub fn resting_on(town: &Municipality, decision: &DecisionId) -> BTreeSet<Subject> {
    let is_it = |ground: &Option<DecisionId>| ground.as_ref() == Some(decision);
    let mut found = BTreeSet::new();
    found.extend(town.organisation.appointments.values().filter(|held| is_it(&held.decision)).map(|held| Subject::from(&held.id)));
    found.extend(town.goals.documents.values().filter(|document| is_it(&document.decision)).map(|document| Subject::from(&document.id)));
    let is_decided = |plan: &&crate::objects::ObjectPlan| plan.decided.as_ref().is_some_and(|decided| is_it(&decided.decision));
    found.extend(town.objects.plans.values().filter(is_decided).map(|plan| Subject::from(&plan.id)));
    found.extend(town.money.posts.values().filter(|post| is_it(&post.decision)).map(|post| Subject::from(&post.id)));
    let is_agreed = |key: &&crate::money::Key| key.decided.as_ref().is_some_and(|decided| decided.decision == *decision);
    found.extend(town.money.keys.values().filter(is_agreed).map(|key| Subject::from(&key.id)));
    found.extend(town.initiatives.values().filter(|one| is_it(&one.decision)).map(|one| Subject::from(&one.id)));
    found.extend(town.audit.methods.values().filter(|method| is_it(&method.decision)).map(|method| Subject::from(&method.id)));
    let answers = |advice: &&crate::audit::Advice| advice.response.as_ref().is_some_and(|response| response.decision == *decision);
    found.extend(town.audit.advices.values().filter(answers).map(|advice| Subject::from(&advice.id)));
    found.extend(in_the_fund(town, decision));
    found.extend(under_delegation(town, decision));
    found
}

/// The applications it was about, and the rounds of the money it gave.
fn in_the_fund<'a>(town: &'a Municipality, decision: &'a DecisionId) -> impl Iterator<Item = Subject> + 'a {
    let judged =
        town.fund.applications.values().filter(|found| found.verdict.as_deref().is_some_and(|verdict| verdict.decision == *decision));
    let gives =
        |round: &&crate::fund::Round| town.money.posts.get(&round.post).is_some_and(|post| post.decision.as_ref() == Some(decision));
    let rounds = town.fund.rounds.values().filter(gives);
    judged.map(|found| Subject::from(&found.id)).chain(rounds.map(|round| Subject::from(&round.id)))
}

/// The delegations it gave, and what was decided under them.
fn under_delegation<'a>(town: &'a Municipality, decision: &'a DecisionId) -> impl Iterator<Item = Subject> + 'a {
    let given = town.forums.delegations.values().filter(|delegation| delegation.decision == *decision);
    let under = |by: &Decider| match by {
        Decider::Body(_) => false,
        Decider::Delegate { delegation, .. } => {
            town.forums.delegations.get(delegation).is_some_and(|delegation| delegation.decision == *decision)
        }
    };
    let taken = town.forums.decisions.values().filter(move |taken| under(&taken.by));
    given.map(|delegation| Subject::from(&delegation.id)).chain(taken.map(|taken| Subject::from(&taken.id)))
}
