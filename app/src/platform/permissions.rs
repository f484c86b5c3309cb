//! The permissions as a document: every act, room by room, and who may do it.

use axum::response::Response;
use domain::{Act, Arg};
use maud::html;

use crate::look::{Column, Table};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/permissions", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::None, view.t("permissions-title")).lead(view.t("permissions-lead"));
    let body = html! {
        @for (room, rows) in Act::TABLES {
            @let name = view.t(&format!("room-{}", room.replace('_', "-"))).to_owned();
            h2 { (name) }
            (Table::new(format!("permissions-{room}"), view.say("permissions-caption", &[("room", Arg::from(name.as_str()))]))
                .caption_hidden()
                .column(Column::text(view.t("permissions-act")))
                .column(Column::text(view.t("permissions-who")))
                .rows(*rows, |line, row| {
                    let who: Vec<String> = row.by.iter().map(|standing| standing_words(&view, *standing)).collect();
                    line.cell(act_words(&view, row.name)).cell(who.join(", "));
                }))
        }
    };
    view.page(head, body)
}

/// An act in words.
pub fn act_words(view: &View, act: &str) -> String {
    view.t(&format!("act-{}", act.replace(['.', '_'], "-"))).to_owned()
}

/// A standing in words.
pub fn standing_words(view: &View, standing: domain::Standing) -> String {
    match standing {
        domain::Standing::Delegate(power) => view.of("delegate", power),
        other => view.of("standing", other),
    }
}
