//! What came of a decision: everything that rests on it, kind by kind, each with its page.

use domain::resting::resting_on;
use domain::{DecisionId, Subject};
use maud::{Markup, html};

use crate::initiatives::words::is_visible;
use crate::look::Summary;
use crate::money::words::party;
use crate::web::view::View;

/// What rests on a decision, besides what it says itself that it concerns; nothing where nothing does.
pub fn resting(view: &View, id: &DecisionId, concerns: &[Subject]) -> Markup {
    let found: Vec<Subject> =
        resting_on(&view.town, id).into_iter().filter(|about| !concerns.contains(about) && is_shown(view, about)).collect();
    // One kind stands together: subjects are in the order of their kinds.
    let kinds = found.chunk_by(|one, next| std::mem::discriminant(one) == std::mem::discriminant(next));
    let facts = kinds.fold(Summary::new(), |facts, things| facts.fact(kind(view, &things[0]), links(view, things)));
    html! { @if !found.is_empty() { h2 { (view.t("resting-title")) } (facts) } }
}

/// Whether the reader may know of it: appointments are the staff's, and initiatives wait for their first decision.
fn is_shown(view: &View, about: &Subject) -> bool {
    match about {
        Subject::Appointment(_) => view.is_staff(),
        Subject::Initiative(id) => view.town.initiatives.get(id).is_some_and(|initiative| is_visible(view, initiative)),
        _ => true,
    }
}

fn kind<'a>(view: &'a View, about: &Subject) -> &'a str {
    view.t(match about {
        Subject::Appointment(_) => "resting-appointments",
        Subject::Document(_) => "resting-documents",
        Subject::ObjectPlan(_) => "resting-plans",
        Subject::Post(_) => "resting-posts",
        Subject::Key(_) => "resting-keys",
        Subject::Initiative(_) => "resting-initiatives",
        Subject::Round(_) => "resting-rounds",
        Subject::Application(_) => "resting-applications",
        Subject::Decision(_) => "resting-decisions",
        Subject::Delegation(_) => "resting-delegations",
        Subject::Method(_) => "resting-methods",
        _ => "resting-others",
    })
}

/// Each thing on a line: money with who got it and how much, a role with who has it.
fn links(view: &View, things: &[Subject]) -> Markup {
    html! {
        @for about in things {
            div {
                (view.link(about))
                @match about {
                    Subject::Post(id) => {
                        @if let Some(post) = view.town.money.posts.get(id) { ", " (party(view, Some(&post.to))) ", " (view.kr(post.amount)) }
                    }
                    Subject::Appointment(id) => {
                        @if let Some(held) = view.town.organisation.appointments.get(id) { ", " (view.person(&held.person)) }
                    }
                    _ => {}
                }
            }
        }
    }
}
