//! Page: how accessible Styrbord is, what is lacking, and whom to tell (DOS-lagen, EN 301 549).

use axum::response::Response;
use maud::html;

use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/accessibility", May::Anyone, show)]
}

async fn show(view: View) -> Response {
    let head = Head::new(Part::None, view.t("accessibility-title")).lead(view.t("accessibility-lead"));
    let body = html! {
        h2 { (view.t("accessibility-how")) }
        p { (view.t("accessibility-how-text")) }
        h2 { (view.t("accessibility-lacks")) }
        ul {
            li { (view.t("accessibility-lack-tables")) }
            li { (view.t("accessibility-lack-people")) }
        }
        h2 { (view.t("accessibility-tell")) }
        p { (view.t("accessibility-tell-text")) }
    };
    view.page(head, body)
}
