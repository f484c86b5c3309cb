//! The permissions as a document: every act, room by room, and who may do it.

use axum::response::Response;
use domain::organisation::Role;
use domain::{Act, Arg, Standing};
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

/// A standing in words: where it is a role that has a name of its own here, by that name.
pub fn standing_words(view: &View, standing: Standing) -> String {
    if let Standing::Delegate(power) = standing {
        return view.of("delegate", power);
    }
    let own = role(standing).and_then(|role| view.town.organisation.names.of_role(role));
    own.map_or_else(|| view.of("standing", standing), str::to_owned)
}

/// The role that gives a standing, where one alone does.
fn role(standing: Standing) -> Option<Role> {
    match standing {
        Standing::Administrator => Some(Role::Administrator),
        Standing::Secretary => Some(Role::Secretary),
        Standing::Controller => Some(Role::Controller),
        Standing::Auditor => Some(Role::Auditor),
        Standing::ChiefExecutive => Some(Role::ChiefExecutive),
        Standing::DigitalisationDepartment => Some(Role::DigitalisationOfficer),
        Standing::ForumMember => Some(Role::ForumMember),
        Standing::ObjectOwner => Some(Role::ObjectOwner),
        Standing::ObjectManager => Some(Role::ObjectManager),
        _ => None,
    }
}
