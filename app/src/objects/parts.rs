//! What an object's product is made of: its systems and its components of business and IT, as tables.

use domain::objects::Object;
use maud::{Markup, html};

use super::words;
use crate::look::{Column, Link, Table, Tag};
use crate::web::view::View;

/// A part's name, leading to its form for those who keep the object.
fn name(view: &View, object: &Object, path: &str, id: &str, name: &str) -> Markup {
    let keeps = view.can("objects.system.enter", &(&object.id).into());
    html! { @if keeps { (Link::new(format!("/objects/{}/{path}/{id}", object.id), name)) } @else { (name) } }
}

/// The systems of an object.
pub fn systems(view: &View, object: &Object) -> Table {
    Table::new("systems", view.t("systems"))
        .column(Column::text(view.t("system")))
        .column(Column::text(view.t("system-supplier")))
        .column(Column::text(view.t("system-classes")))
        .empty(view.t("systems-none"))
        .rows(&object.systems, |line, system| {
            let supplier = if system.supplier.is_empty() { view.t("system-own") } else { &system.supplier };
            line.cell(name(view, object, "systems", system.id.as_str(), &system.name)).cell(supplier).cell(html! {
                @match system.classes { Some(classes) => (words::classes(classes)), None => (Tag::bad(view.t("system-unclassed"))) }
            });
        })
}

/// The components of an object.
pub fn components(view: &View, object: &Object) -> Table {
    Table::new("components", view.t("components"))
        .column(Column::text(view.t("component")))
        .column(Column::text(view.t("seat-side")))
        .column(Column::text(view.t("component-text")))
        .empty(view.t("components-none"))
        .rows(&object.components, |line, component| {
            line.cell(name(view, object, "components", component.id.as_str(), &component.name))
                .cell(view.of("side", component.side))
                .cell(&component.text);
        })
}
