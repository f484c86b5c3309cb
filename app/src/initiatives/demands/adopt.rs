//! Page: a table of demands is adopted under a body's decision, and holds from a day on.

use axum::response::Response;
use domain::forums::{Decider, DemandsAdopt};
use domain::{DecisionId, Refusals};
use maud::html;

use super::{head, proposed};
use crate::initiatives::choices;
use crate::look::{self, Button, Choice, Field, Tone};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/demands/adoption", May::Staff, show), form("/demands/adoption", May::Act("forums.demands.adopt"), adopt)]
}

async fn show(view: View) -> Response {
    sheet(&view, &Fields::default(), &Refusals::none())
}

/// Adopts what is proposed; where nothing is, the table in force goes on, now for all.
async fn adopt(mut deed: Deed) -> Result<Response, Problem> {
    let initiatives = &deed.view.town.initiatives;
    let standing = initiatives.adoption(deed.view.today).and_then(|adoption| adoption.table.clone());
    let table = initiatives.proposal.as_ref().map(|proposal| proposal.table.clone()).or(standing);
    let unnamed = DecisionId::new("unnamed").ok_or(Problem::NotFound)?;
    let act = DemandsAdopt { decision: deed.fields.choice("decision", unnamed), from: deed.fields.date("from"), table };
    Ok(deed.then(act, "/demands", "demands-adopted", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let faults = Faults::new(view, refusals);
    let mut decisions: Vec<_> = view.town.forums.decisions.values().filter(|decision| matches!(decision.by, Decider::Body(_))).collect();
    decisions.sort_by_key(|decision| (std::cmp::Reverse(decision.date), &decision.id));
    let named = decisions
        .iter()
        .map(|decision| Choice::new(decision.id.as_str(), format!("{} {} {}", decision.date, decision.paragraph, decision.matter)));
    let all = std::iter::once(choices::none(view)).chain(named);
    let body = html! {
        (faults)
        @if view.town.initiatives.proposal.is_none() { (look::callout(Tone::Info, "", html! { p { (view.t("demands-no-proposal")) } })) }
        (proposed(view))
        form method="post" action="/demands/adoption" {
            (view.marks())
            (Field::select("decision", view.t("demands-decision"), all).help(view.t("demands-decision-help")).value(fields.raw("decision")).error(faults.of("decision")))
            (Field::date("from", view.t("demands-from")).help(view.t("demands-from-help")).value(fields.raw("from")).error(faults.of("from")))
            (look::actions([Button::primary(view.t("demands-adopt-now")), Button::quiet(view.t("initiative-cancel")).to("/demands")]))
        }
    };
    view.page(head(view, "demands-adopt").under("/demands", view.t("demands-title")).lead(view.t("demands-adopt-lead")), body)
}
