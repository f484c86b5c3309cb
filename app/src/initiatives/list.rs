//! Page: all initiatives, narrowed, sorted, added up, and as a table to take away.

use axum::response::Response;
use domain::UnitId;
use domain::initiatives::{Delivery, FinancingSource, Form, Initiative, Phase};
use maud::html;

use super::{choices, words};
use crate::look::{self, Button, Choice};
use crate::web::fields::sent;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/initiatives", May::Anyone, show)]
}

async fn show(view: View) -> Result<Response, Problem> {
    let found = list(&view).find(view.town.initiatives.values().filter(|initiative| words::is_visible(&view, initiative)));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Initiatives, view.t("initiatives-title")).lead(view.t("initiatives-lead"));
    let mut buttons = vec![
        Button::secondary(view.t("demands-title")).to(view.at("/demands")),
        Button::secondary(view.t("premises-title")).to(view.at("/premises")),
    ];
    if view.as_of.is_none() && view.is_staff() {
        buttons.insert(0, Button::primary(view.t("initiative-new")).to("/initiatives/new"));
        buttons.push(Button::secondary(view.t("coordination-title")).to("/initiatives/coordination"));
    }
    let head = head.actions(look::actions(buttons));
    Ok(view.page(head, html! { (found) }))
}

fn list(view: &View) -> List<'_, &Initiative> {
    let units = view.town.organisation.units.values().filter(|unit| unit.kind.is_body());
    let units = units.map(|unit| Choice::new(unit.id.as_str(), unit.name.as_str()));
    List::new(view, "initiatives", "initiatives-caption")
        .empty("initiatives-none")
        .order("title")
        .search("initiatives-words", |initiative: &&Initiative| format!("{} {}", initiative.card.title, initiative.id))
        .choice("phase", "initiative-phase", choices::of(view, "phase", &Phase::ALL), |initiative, asked| sent(initiative.phase) == asked)
        .choice("unit", "initiative-body", units, |initiative, asked| {
            let asked = UnitId::new(asked);
            asked.is_none_or(|asked| initiative.card.unit == asked || initiative.bodies(&view.town).contains(&asked))
        })
        .choice("object", "initiative-object", choices::objects(view), |initiative, asked| {
            initiative.card.object.as_ref().is_some_and(|object| object.as_str() == asked)
        })
        .choice("form", "initiative-form", choices::of(view, "form", &Form::ALL), |initiative, asked| sent(initiative.card.form) == asked)
        .choice("source", "initiative-source", choices::of(view, "source", &FinancingSource::ALL), |initiative, asked| {
            initiative.case.financing.iter().any(|line| sent(line.source) == asked)
        })
        .column("title", "initiative-title", |initiative| initiative.card.title.clone())
        .linked(|initiative| view.href(&(&initiative.id).into()))
        .column("unit", "initiative-unit", |initiative| words::unit(view, &initiative.card.unit))
        .column("object", "initiative-object", |initiative| initiative.card.object.as_ref().map(|object| view.name(&object.into())))
        .in_file_only()
        .column("form", "initiative-form", |initiative| view.of("form", initiative.card.form))
        .column("phase", "initiative-phase", |initiative| view.of("phase", initiative.phase))
        .ranked(|initiative| initiative.phase as i64)
        .shown(|initiative| words::phase(view, initiative))
        .column("size", "initiative-size", |initiative| view.of("size", initiative.size(&view.town, view.today)))
        .ranked(|initiative| initiative.size(&view.town, view.today) as i64)
        .column("cost", "initiative-cost", |initiative| initiative.likely_cost())
        .short()
        .summed()
        .column("spent", "delivery-spent", |initiative| initiative.delivery.as_ref().map(Delivery::spent))
        .short()
        .summed()
        .column("end", "delivery-end", |initiative| initiative.delivery.as_ref().map(Delivery::end))
        .column("lead", "initiative-lead", |initiative| view.person(&initiative.card.lead).to_owned())
}
