//! Page: a table of demands is proposed, begun from the one that holds or from what was proposed last.

use axum::response::Response;
use domain::Refusals;
use domain::initiatives::{Asked, DEMANDS, DemandsPropose, Level, RiskScale, Size, Table, Tier, Trigger};
use maud::{Markup, html};

use super::{head, levels, scale, wording};
use crate::initiatives::choices;
use crate::look::{self, Button, Choice, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::{Fields, amount, sent};
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![page("/demands/proposal", May::Staff, show), form("/demands/proposal", May::Act("initiatives.demands.propose"), propose)]
}

/// The fields of a tier: cost, hours, shared hours, bodies, risk.
type Names = [&'static str; 5];
const SMALL: Names = ["small_cost", "small_hours", "small_shared_hours", "small_bodies", "small_risk"];
const MEDIUM: Names = ["medium_cost", "medium_hours", "medium_shared_hours", "medium_bodies", "medium_risk"];
const LEVELS: [&str; 3] = ["level_small", "level_medium", "level_large"];

async fn show(view: View) -> Response {
    sheet(&view, &Fields::default(), &Refusals::none())
}

async fn propose(mut deed: Deed) -> Response {
    let act = DemandsPropose { table: read(&mut deed.fields), reason: deed.fields.text("reason") };
    deed.then(act, "/demands", "demands-proposed", |view, fields, refusals| sheet(&view, &fields, &refusals)).await
}

fn read(fields: &mut Fields) -> Table {
    let asked = DEMANDS.iter().enumerate().filter_map(|(place, demand)| {
        let from = Size::ALL.into_iter().find(|size| sent(*size) == fields.raw(&row(place)))?;
        Some(Asked { gate: demand.gate, what: demand.what, from })
    });
    Table {
        asked: asked.collect(),
        small: tier(fields, SMALL),
        medium: tier(fields, MEDIUM),
        triggers: fields.choices("triggers"),
        levels: LEVELS.map(|level| fields.choice(level, Level::Council)),
        scale: RiskScale { steps: count(fields, "steps"), grave: count(fields, "grave") },
        words: scale::read(fields),
    }
}

fn tier(fields: &mut Fields, [cost, hours, shared, bodies, risk]: Names) -> Tier {
    Tier {
        cost_below: fields.money(cost),
        hours: count(fields, hours),
        shared_hours: count(fields, shared),
        bodies: count(fields, bodies),
        risk: count(fields, risk),
    }
}

/// A number as the table holds it; what it cannot hold becomes nought, which is seen.
fn count<T: TryFrom<i64> + Default>(fields: &mut Fields, name: &'static str) -> T {
    T::try_from(fields.number(name)).unwrap_or_default()
}

/// The name of the field of a row of the demand table.
fn row(place: usize) -> String {
    format!("asked-{place}")
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let table = view.town.initiatives.proposal.as_ref().map_or_else(|| view.town.initiatives.table(view.today), |proposal| &proposal.table);
    let form = Form { view, fields, faults: Faults::new(view, refusals) };
    let body = html! {
        (form.faults)
        form method="post" action="/demands/proposal" {
            (view.marks())
            (look::fieldset(&view.of("size", Size::Small), Some(view.t("demands-at-most")), form.tier(SMALL, &table.small)))
            (look::fieldset(&view.of("size", Size::Medium), Some(view.t("demands-at-most")), form.tier(MEDIUM, &table.medium)))
            (form.triggers(table))
            (look::fieldset(view.t("demands-decides"), None, html! {
                @for (name, size) in LEVELS.into_iter().zip(Size::ALL) {
                    (form.field(name, Field::select(name, view.of("size", size), levels(view)), sent(table.level(size))))
                }
            }))
            (look::details(view.t("demands-asked-title"), form.asked(table)))
            (look::fieldset(view.t("demands-scale-title"), Some(view.t("demands-scale-help")), html! {
                (form.field("steps", Field::text("steps", view.t("demands-steps")).short(), table.scale.steps.to_string()))
                (form.field("grave", Field::text("grave", view.t("demands-grave")).short(), table.scale.grave.to_string()))
                @for (axis, name) in scale::WORDS {
                    @let now = [("words", scale::in_a_line(view, table, axis).as_str().into())];
                    (form.field(name, Field::area(name, view.of("demands-words", axis)).help(view.say("demands-words-help", &now)).optional(view.t("form-optional")), table.words.of(axis).join("\n")))
                }
            }))
            (form.field("reason", Field::area("reason", view.t("demands-reason")).help(view.t("demands-reason-help")), String::new()))
            (look::actions([Button::primary(view.t("demands-propose-now")), Button::quiet(view.t("initiative-cancel")).to("/demands")]))
        }
    };
    view.page(head(view, "demands-propose").under("/demands", view.t("demands-title")).lead(view.t("demands-propose-lead")), body)
}

/// The form: what was sent, or what the table holds.
struct Form<'a> {
    view: &'a View,
    fields: &'a Fields,
    faults: Faults<'a>,
}

impl Form<'_> {
    fn field(&self, name: &str, field: Field, held: String) -> Field {
        let shown = if self.fields.is_ticked(name) { self.fields.raw(name).to_owned() } else { held };
        field.value(shown).error(self.faults.of(name))
    }

    fn tier(&self, [cost, hours, shared, bodies, risk]: Names, held: &Tier) -> Markup {
        let view = self.view;
        html! {
            (self.field(cost, Field::number(cost, view.t("demands-cost-below"), "kr"), amount(held.cost_below)))
            (self.field(hours, Field::number(hours, view.t("demands-hours"), "h"), held.hours.to_string()))
            (self.field(shared, Field::number(shared, view.t("demands-shared-hours"), "h").help(view.t("card-shared-hours-help")), held.shared_hours.to_string()))
            (self.field(bodies, Field::text(bodies, view.t("demands-bodies")).short(), held.bodies.to_string()))
            (self.field(risk, Field::text(risk, view.t("demands-risk")).short(), held.risk.to_string()))
        }
    }

    fn triggers(&self, table: &Table) -> Field {
        let field = Field::checks("triggers", self.view.t("demands-triggers"), choices::of(self.view, "trigger", &Trigger::ALL));
        let ticked: Vec<String> = if self.fields.is_ticked("steps") {
            self.fields.all("triggers").to_vec()
        } else {
            table.triggers.iter().map(|trigger| sent(*trigger)).collect()
        };
        ticked.into_iter().fold(field, Field::value)
    }

    /// For each demand from which size on it is asked.
    fn asked(&self, table: &Table) -> Markup {
        let view = self.view;
        let sizes = || {
            Size::ALL
                .map(|size| Choice::new(sent(size), view.of("asked", size)))
                .into_iter()
                .chain([Choice::new("never", view.t("asked-never"))])
        };
        html! {
            @for (place, demand) in DEMANDS.iter().enumerate() {
                @let held = table.asks(demand.gate, demand.what).map_or_else(|| "never".to_owned(), sent);
                @let label = format!("{}: {}", view.of("gate", demand.gate), wording::demanded(view, demand.what));
                (self.field(&row(place), Field::select(row(place), label, sizes()), held))
            }
        }
    }
}
