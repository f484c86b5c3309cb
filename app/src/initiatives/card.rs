//! Pages: start an idea, and change the card of an initiative.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Card, CardWrite, Effort, Form, IdeaStart, Initiative, Links, Trigger};
use domain::{Act, InitiativeId, PersonId, Refusals, UnitId};
use maud::{Markup, html};

use super::{choices, sheet};
use crate::look::{self, Button, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount, sent};
use crate::web::naming;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/initiatives/new", May::Act("initiatives.idea.start"), blank),
        form("/initiatives/new", May::Act("initiatives.idea.start"), start),
        page("/initiatives/{initiative}/card", May::Staff, show),
        form("/initiatives/{initiative}/card", May::Act("initiatives.card.write"), write),
    ]
}

async fn blank(view: View) -> Response {
    starting(&view, &Fields::default(), &Refusals::none())
}

async fn start(mut deed: Deed) -> Result<Response, Problem> {
    let nobody = deed.view.who.clone().ok_or(Problem::Foreign)?;
    let title = deed.fields.text("title");
    let id = InitiativeId::new(&naming::named_after(&title)).filter(|id| !deed.view.town.initiatives.has(id));
    let id = id.or_else(|| InitiativeId::new(&deed.view.fresh_id("initiativ"))).ok_or(Problem::NotFound)?;
    let card = read(&mut deed.fields, &nobody)?;
    let page = format!("/initiatives/{id}/idea");
    let act: Act = IdeaStart { id, card }.into();
    Ok(deed.then(act, &page, "idea-started", |view, fields, refusals| starting(&view, &fields, &refusals)).await)
}

async fn show(view: View, Path(id): Path<InitiativeId>) -> Result<Response, Problem> {
    let initiative = sheet::found(&view, &id)?;
    Ok(changing(&view, initiative, &Fields::default(), &Refusals::none()))
}

async fn write(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let before = sheet::found(&deed.view, &id)?.clone();
    let card = read(&mut deed.fields, &before.card.lead)?;
    let act = CardWrite { initiative: id.clone(), card };
    let page = format!("/initiatives/{id}");
    Ok(deed.then(act, &page, "card-written", |view, fields, refusals| changing(&view, &before, &fields, &refusals)).await)
}

fn read(fields: &mut Fields, lead: &PersonId) -> Result<Card, Problem> {
    let nowhere = UnitId::new("nowhere").ok_or(Problem::NotFound)?;
    Ok(Card {
        title: fields.text("title"),
        unit: fields.choice("unit", nowhere),
        lead: fields.maybe("lead").unwrap_or_else(|| lead.clone()),
        writers: fields.choices("writers"),
        object: fields.maybe("object"),
        form: fields.choice("form_of_work", Form::Project),
        serves: fields.choices("serves"),
        links: Links {
            goals: fields.choices("goals"),
            goal_areas: fields.choices("goal_areas"),
            priority_areas: fields.choices("priority_areas"),
            directions: fields.choices("directions"),
        },
        expected_cost: fields.maybe_money("expected_cost"),
        effort: Effort { hours: hours(fields, "hours"), shared_hours: hours(fields, "shared_hours") },
        triggers: fields.choices("triggers"),
    })
}

/// Hours as the domain holds them; what cannot be hours becomes more than any rule lets through.
fn hours(fields: &mut Fields, name: &'static str) -> Option<u32> {
    fields.maybe_number(name).map(|hours| u32::try_from(hours).unwrap_or(u32::MAX))
}

fn starting(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Initiatives, view.t("initiative-new"))
        .lead(view.t("initiative-new-lead"))
        .under("/initiatives", view.t("initiatives-title"));
    let own = view.who.as_ref().and_then(|who| {
        view.town.organisation.held_by(who, view.today).find_map(|held| match &held.scope {
            domain::organisation::Scope::Unit(unit) => Some(unit.clone()),
            _ => None,
        })
    });
    let shown = Shown { fields, card: None, unit: own };
    let faults = Faults::new(view, refusals);
    let fields = first(view, &shown, &faults);
    let body = html! {
        (faults)
        form method="post" action="/initiatives/new" {
            (view.marks())
            (fields)
            (look::actions([Button::primary(view.t("idea-start")), Button::quiet(view.t("initiative-cancel")).to("/initiatives")]))
        }
    };
    view.page(head, body)
}

fn changing(view: &View, initiative: &Initiative, fields: &Fields, refusals: &Refusals) -> Response {
    let shown = Shown { fields, card: Some(&initiative.card), unit: None };
    let faults = Faults::new(view, refusals);
    let fields = html! { (first(view, &shown, &faults)) (rest(view, &shown, &faults)) };
    let body = html! {
        (faults)
        form method="post" action=(format!("/initiatives/{}/card", initiative.id)) {
            (view.marks())
            (fields)
            (look::actions([Button::primary(view.t("initiative-save")), Button::quiet(view.t("initiative-cancel")).to(format!("/initiatives/{}", initiative.id))]))
        }
    };
    view.page(sheet::beneath(view, initiative, view.t("card-title")), body)
}

/// What the form shows: what was sent, or what the card holds.
struct Shown<'a> {
    fields: &'a Fields,
    card: Option<&'a Card>,
    unit: Option<UnitId>,
}

impl Shown<'_> {
    fn one(&self, name: &str, held: impl FnOnce(&Card) -> String) -> String {
        if self.fields.is_ticked(name) { self.fields.raw(name).to_owned() } else { self.card.map(held).unwrap_or_default() }
    }

    fn ticked(&self, field: Field, name: &str, held: impl FnOnce(&Card) -> Vec<String>) -> Field {
        let sent = self.fields.is_ticked("title");
        let all = if sent { self.fields.all(name).to_vec() } else { self.card.map(held).unwrap_or_default() };
        all.into_iter().fold(field, Field::value)
    }
}

fn first(view: &View, shown: &Shown<'_>, faults: &Faults<'_>) -> Markup {
    let unit = shown.one("unit", |card| card.unit.to_string());
    let unit = if unit.is_empty() { shown.unit.as_ref().map(ToString::to_string).unwrap_or_default() } else { unit };
    let form_of_work = shown.one("form_of_work", |card| sent(card.form));
    let form_of_work = if form_of_work.is_empty() { "project".to_owned() } else { form_of_work };
    let with_none = |mut all: Vec<Choice>| {
        all.insert(0, choices::none(view));
        all
    };
    html! {
        (faults.on(Field::text("title", view.t("card-name")).help(view.t("card-title-help")).value(shown.one("title", |card| card.title.clone()))))
        (faults.on(Field::select("unit", view.t("initiative-unit"), with_none(choices::units(view))).value(unit)))
        (faults.on(Field::select("object", view.t("initiative-object"), with_none(choices::objects(view))).help(view.t("card-object-help"))
            .optional(view.t("form-optional")).value(shown.one("object", |card| card.object.as_ref().map(ToString::to_string).unwrap_or_default()))))
        (Field::radios("form_of_work", view.t("initiative-form"), choices::of(view, "form", &Form::ALL)).help(view.t("card-form-help")).value(form_of_work))
        (faults.on(Field::number("expected_cost", view.t("card-expected-cost"), "kr").help(view.t("card-expected-cost-help")).optional(view.t("form-optional"))
            .value(shown.one("expected_cost", |card| card.expected_cost.map(amount).unwrap_or_default()))))
    }
}

fn rest(view: &View, shown: &Shown<'_>, faults: &Faults<'_>) -> Markup {
    let goals = &view.town.goals;
    html! {
        (faults.on(Field::select("lead", view.t("initiative-lead"), choices::people(view)).value(shown.one("lead", |card| card.lead.to_string()))))
        (look::details(view.t("card-writers"), html! {
            (shown.ticked(Field::checks("writers", view.t("card-writers"), choices::people(view)).help(view.t("card-writers-help")), "writers",
                |card| card.writers.iter().map(ToString::to_string).collect()))
        }))
        (look::details(view.t("initiative-serves"), html! {
            (shown.ticked(Field::checks("serves", view.t("initiative-serves"), choices::units(view)).help(view.t("card-serves-help")), "serves",
                |card| card.serves.iter().map(ToString::to_string).collect()))
        }))
        (look::fieldset(view.t("card-extent"), Some(view.t("card-extent-help")), extent(view, shown, faults)))
        (look::fieldset(view.t("thread-title"), Some(view.t("card-thread-help")), html! {
            (shown.ticked(Field::checks("goals", view.t("thread-goals"), goals.in_force(view.today).map(|goal| Choice::new(goal.id.as_str(), goal.wording.title.as_str()))),
                "goals", |card| card.links.goals.iter().map(ToString::to_string).collect()).error(faults.of("goals")))
            (shown.ticked(Field::checks("goal_areas", view.t("thread-goal-areas"), goals.areas.iter().map(|(id, area)| Choice::new(id.as_str(), area.name.as_str()))),
                "goal_areas", |card| card.links.goal_areas.iter().map(ToString::to_string).collect()))
            (shown.ticked(Field::checks("priority_areas", view.t("thread-priority-areas"), goals.priorities.iter().map(|(id, area)| Choice::new(id.as_str(), area.name.as_str()))),
                "priority_areas", |card| card.links.priority_areas.iter().map(ToString::to_string).collect()))
            (shown.ticked(Field::checks("directions", view.t("thread-directions"), goals.directions.iter().map(|(id, direction)| Choice::new(id.as_str(), direction.title.as_str()))),
                "directions", |card| card.links.directions.iter().map(ToString::to_string).collect()))
        }))
    }
}

/// What decides how much is asked: the hours, and what it does that others must know of.
fn extent(view: &View, shown: &Shown<'_>, faults: &Faults<'_>) -> Markup {
    let number = |hours: Option<u32>| hours.map(|hours| hours.to_string()).unwrap_or_default();
    let optional = view.t("form-optional");
    html! {
        (faults.on(Field::number("hours", view.t("card-hours"), "h").optional(optional).value(shown.one("hours", |card| number(card.effort.hours)))))
        (faults.on(Field::number("shared_hours", view.t("card-shared-hours"), "h").help(view.t("card-shared-hours-help")).optional(optional)
            .value(shown.one("shared_hours", |card| number(card.effort.shared_hours)))))
        (shown.ticked(Field::checks("triggers", view.t("card-triggers"), choices::of(view, "trigger", &Trigger::ALL)), "triggers",
            |card| card.triggers.iter().map(|trigger| sent(*trigger)).collect()))
    }
}
