//! Page: the allocation keys, and the shared objects that have none.

use axum::response::Response;
use domain::{ObjectId, Subject};
use maud::html;

use super::words;
use crate::look::{Button, Column, Table, Tag, Task, actions, panel, task_list};
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/money/keys", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::Money, view.t("keys-title")).under("/money", view.t("money-title")).lead(view.t("keys-lead")).actions(
        html! { @if view.can("money.key.propose", &Subject::Municipality) { (actions([Button::primary(view.t("key-propose")).to("/money/keys/new")])) } },
    );
    let list = Table::new("keys", view.t("keys-title"))
        .caption_hidden()
        .column(Column::text(view.t("allocation-key")))
        .column(Column::text(view.t("key-method")))
        .column(Column::text(view.t("key-waits-for")))
        .column(Column::text(view.t("status")))
        .empty(view.t("keys-none"))
        .rows(view.town.money.keys.values(), |line, key| {
            let about = (&key.id).into();
            let waiting: Vec<String> = key.waits_for().map(|unit| view.name(&unit.into())).collect();
            line.cell(html! { (view.link(&about)) " " @if let Some(source) = view.source(&about) { (source) } })
                .cell(words::method(&view, &key.method))
                .cell(if waiting.is_empty() { view.t("none").to_owned() } else { waiting.join(", ") })
                .cell(words::key(&view, key));
        });
    // Whoever may propose a key for an object is led to do so, others to the object.
    let leads = |id: &ObjectId| match view.can("money.key.propose", &id.into()) {
        true => format!("/money/keys/new?object={id}"),
        false => view.href(&id.into()),
    };
    let lacking: Vec<Task> = view
        .town
        .money
        .objects_without_key(&view.town.objects, view.today)
        .map(|object| Task::new(object.name(), Tag::bad(view.t("object-no-key"))).at(leads(&object.id)))
        .collect();
    view.page(head, html! { (list) (panel(view.t("objects-without-key"), task_list(&lacking, view.t("objects-without-key-none")), None)) })
}
