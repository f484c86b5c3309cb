//! Page: what needs what, every object's activities: whether the order holds, and where it does not.

use axum::response::Response;
use domain::ActivityId;
use domain::objects::{Activity, Snag};
use maud::{Render, html};

use super::words;
use crate::look::{Choice, Field, Tag};
use crate::web::choices;
use crate::web::list::List;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/objects/portfolio/order", May::Anyone, show)]
}

/// An activity, one that it needs, and what stands in the way between them.
pub type Need<'a> = (&'a Activity, &'a ActivityId, Option<Snag>);

/// Everything the activities of a year need.
pub fn needs<'a>(view: &'a View, year: i16) -> impl Iterator<Item = Need<'a>> {
    let objects = &view.town.objects;
    objects.activities_in(year).flat_map(|activity| {
        let snags = objects.snags(activity);
        let snag = move |needed: &ActivityId| snags.iter().find(|(id, _)| *id == needed).map(|(_, snag)| *snag);
        activity.text.needs.iter().map(move |needed| (activity, needed, snag(needed)))
    })
}

async fn show(view: View) -> Result<Response, Problem> {
    let year = view.ask("year").parse().unwrap_or(view.today.year());
    let found = list(&view, year).find(needs(&view, year));
    if let Some(file) = found.file()? {
        return Ok(file);
    }
    let head = Head::new(Part::Objects, view.t("portfolio-needs"))
        .under("/objects", view.t("objects-title"))
        .under(view.at(&format!("/objects/portfolio?year={year}")), view.t("portfolio-plans"))
        .lead(view.t("portfolio-order-lead"));
    Ok(view.page(head, html! { (found) }))
}

/// What an activity's object is called.
fn object(view: &View, id: &ActivityId) -> String {
    let activity = view.town.objects.activities.get(id);
    let plan = activity.and_then(|activity| view.town.objects.plans.get(&activity.plan));
    plan.map(|plan| view.name(&(&plan.object).into())).unwrap_or_default()
}

fn list(view: &View, year: i16) -> List<'_, Need<'_>> {
    let owner = |activity: &Activity| view.town.objects.plans.get(&activity.plan).map(|plan| plan.object.as_str());
    let holds = ["broken", "holds"].map(|word| Choice::new(word, view.of("order", word)));
    List::new(view, "needs", "portfolio-needs")
        .empty("portfolio-needs-none")
        .order("order")
        .search("search", |(activity, needed, _): &Need| format!("{} {}", activity.text.name, view.name(&(*needed).into())))
        .narrow("year", Field::select("year", view.t("year"), super::portfolio::years(view, year)), |_, _| true)
        .otherwise(year.to_string())
        .choice("object", "object", choices::objects(view), move |(activity, ..), asked| owner(activity) == Some(asked))
        .choice("order", "portfolio-order", holds, |(.., snag), asked| snag.is_some() == (asked == "broken"))
        .column("name", "activity", |(activity, ..)| activity.text.name.clone())
        .linked(|(activity, ..)| view.href(&(&activity.id).into()))
        .column("object", "object", |(activity, ..)| object(view, &activity.id))
        .column("from", "activity-from", |(activity, ..)| activity.text.from)
        .column("needed", "activity-needs", |(_, needed, _)| view.name(&(*needed).into()))
        .linked(|(_, needed, _)| view.href(&(*needed).into()))
        .column("owner", "portfolio-needed-object", |(_, needed, _)| object(view, needed))
        .column("to", "activity-to", |(_, needed, _)| view.town.objects.activities.get(needed).map(|needed| needed.text.to))
        .column("order", "portfolio-order", |(.., snag)| match snag {
            Some(snag) => view.of("snag", snag),
            None => view.t("portfolio-in-order").to_owned(),
        })
        .ranked(|(.., snag)| snag.map_or(9, |snag| snag as i64))
        .shown(|(.., snag)| match snag {
            Some(snag) => words::snag(view, *snag).render(),
            None => Tag::good(view.t("portfolio-in-order")).render(),
        })
}
