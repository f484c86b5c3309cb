//! The forms that keep the delegation order: enter a point by a body's decision, and recall one.

use axum::response::Response;
use domain::forums::{Delegation, DelegationGrant, DelegationRecall};
use domain::organisation::Role;
use domain::{DecisionId, DelegationId, Power, Refusals, Subject};
use maud::{Markup, html};

use super::{delegations, words};
use crate::look::{Button, Choice, Field, actions, details};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/delegations", May::Act("forums.delegation.grant"), grant),
        form("/delegations/recall", May::Act("forums.delegation.recall"), recall),
    ]
}

const POWERS: [&str; 3] = ["fund_applications", "object_plans", "initiatives"];
const ROLES: [&str; 4] = ["chief_executive", "director", "object_owner", "digitalisation_officer"];

async fn grant(mut deed: Deed) -> Result<Response, Problem> {
    let id = DelegationId::new(&deed.view.fresh_id("delegation")).ok_or(Problem::NotFound)?;
    let no_decision = DecisionId::new("none").ok_or(Problem::NotFound)?;
    let page = format!("/delegations#{id}");
    let fields = &mut deed.fields;
    let act = DelegationGrant {
        id,
        point: fields.text("point"),
        text: fields.text("text"),
        power: fields.choice("power", Power::Initiatives),
        to_role: fields.choice("to_role", Role::Director),
        limit: fields.maybe_money("limit"),
        decision: fields.choice("decision", no_decision),
    };
    Ok(deed.then(act, &page, "delegation-granted", |view, fields, refusals| delegations::sheet(&view, &fields, &refusals)).await)
}

async fn recall(mut deed: Deed) -> Result<Response, Problem> {
    let id = deed.fields.maybe::<DelegationId>("delegation").ok_or(Problem::NotFound)?;
    let act = DelegationRecall { id, to: deed.fields.date("to") };
    Ok(deed.then(act, "/delegations", "delegation-recalled", |view, fields, refusals| delegations::sheet(&view, &fields, &refusals)).await)
}

/// Both forms, for those who may use them.
pub fn forms(view: &View, all: &[&Delegation], fields: &Fields, refusals: &Refusals) -> Markup {
    let about = Subject::Municipality;
    html! {
        @if view.can("forums.delegation.grant", &about) {
            (Faults::new(view, refusals))
            (details(view.t("delegation-grant"), granting(view, fields, refusals)))
        }
        @if view.can("forums.delegation.recall", &about) && !all.is_empty() {
            (details(view.t("delegation-recall"), recalling(view, all, fields, refusals)))
        }
    }
}

fn granting(view: &View, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let mut decisions: Vec<_> = view.town.forums.decisions.values().filter(|decision| !decision.is_delegated()).collect();
    decisions.sort_by_key(|decision| std::cmp::Reverse(decision.date));
    let decisions = decisions.into_iter().map(|decision| {
        Choice::new(decision.id.as_str(), format!("{}, {}: {}", words::decider(view, decision), view.date(decision.date), decision.matter))
    });
    let empty = || std::iter::once(Choice::new("", ""));
    html! {
        form method="post" action="/delegations" {
            (view.marks())
            (Field::text("point", view.t("delegation-point")).short().optional(view.t("form-optional")).value(fields.raw("point")).error(faults.of("point")))
            (Field::area("text", view.t("delegation-text")).rows(3).value(fields.raw("text")).error(faults.of("text")))
            (Field::select("power", view.t("delegation-power"), POWERS.map(|power| Choice::new(power, view.of("power", power))))
                .value(fields.raw("power")).error(faults.of("power")))
            (Field::select("to_role", view.t("delegation-to"), ROLES.map(|role| Choice::new(role, view.of("role", role))))
                .value(fields.raw("to_role")).error(faults.of("to_role")))
            (Field::number("limit", view.t("delegation-limit"), "kr").optional(view.t("form-optional")).value(fields.raw("limit")).error(faults.of("limit")))
            (Field::select("decision", view.t("delegation-decision"), empty().chain(decisions)).value(fields.raw("decision")).error(faults.of("decision")))
            (actions([Button::primary(view.t("delegation-grant"))]))
        }
    }
}

fn recalling(view: &View, all: &[&Delegation], fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let points = all.iter().map(|delegation| Choice::new(delegation.id.as_str(), view.name(&Subject::from(&delegation.id))));
    html! {
        form method="post" action="/delegations/recall" {
            (view.marks())
            (Field::select("delegation", view.t("delegation-which"), points).value(fields.raw("delegation")))
            (Field::date("to", view.t("delegation-last-day")).value(fields.raw("to")).error(faults.of("to")))
            (actions([Button::danger(view.t("delegation-recall"))]))
        }
    }
}
