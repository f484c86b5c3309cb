//! Pages: set a goal of a steering document, word one anew, and end one.

use axum::extract::Path;
use axum::response::Response;
use domain::goals::{DocumentKind, Goal, GoalEnd, GoalReword, GoalSet, GoalWording};
use domain::{DocumentId, GoalAreaId, GoalId, Refusals, Subject};
use maud::{Markup, html};

use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

/// The documents that hold goals.
const HOLD_GOALS: [DocumentKind; 2] = [DocumentKind::BudgetAndGoals, DocumentKind::OperationalPlan];

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/new", May::Act("goals.goal.set"), new),
        form("/goals/new", May::Act("goals.goal.set"), set),
        page("/goals/{goal}/wording", May::Act("goals.goal.reword"), wording),
        form("/goals/{goal}/wording", May::Act("goals.goal.reword"), reword),
        page("/goals/{goal}/end", May::Act("goals.goal.end"), ending),
        form("/goals/{goal}/end", May::Act("goals.goal.end"), end),
    ]
}

async fn new(view: View) -> Result<Response, Problem> {
    view.demand("goals.goal.set", &Subject::Municipality)?;
    let fields = Fields::filled([("document", view.ask("document").to_owned()), ("breaks_down", view.ask("breaks_down").to_owned())]);
    Ok(setting(&view, &fields, &Refusals::none()))
}

async fn set(mut deed: Deed) -> Result<Response, Problem> {
    let title = deed.fields.text("title");
    let id = deed.id_after("goal", &title, GoalId::new)?;
    let nowhere = DocumentId::new("nowhere").ok_or(Problem::NotFound)?;
    let act = GoalSet {
        id: id.clone(),
        document: deed.fields.choice("document", nowhere),
        breaks_down: deed.fields.maybe("breaks_down"),
        wording: read(&mut deed.fields)?,
    };
    Ok(deed.then(act, &format!("/goals/{id}"), "goal-set", |view, fields, refusals| setting(&view, &fields, &refusals)).await)
}

async fn wording(view: View, Path(id): Path<GoalId>) -> Result<Response, Problem> {
    let goal = found(&view, &id)?;
    view.demand("goals.goal.reword", &(&id).into())?;
    Ok(changing(&view, goal, &held(&goal.wording), &Refusals::none()))
}

async fn reword(Path(id): Path<GoalId>, mut deed: Deed) -> Result<Response, Problem> {
    let goal = found(&deed.view, &id)?.clone();
    let act = GoalReword { id: id.clone(), wording: read(&mut deed.fields)? };
    Ok(deed.then(act, &format!("/goals/{id}"), "goal-reworded", |view, fields, refusals| changing(&view, &goal, &fields, &refusals)).await)
}

async fn ending(view: View, Path(id): Path<GoalId>) -> Result<Response, Problem> {
    let goal = found(&view, &id)?;
    view.demand("goals.goal.end", &(&id).into())?;
    let until = view.town.goals.holding_goal(goal, view.today).map_or(view.today, |document| document.to);
    Ok(last_day(&view, goal, &Fields::filled([("last", until.to_string())]), &Refusals::none()))
}

async fn end(Path(id): Path<GoalId>, mut deed: Deed) -> Result<Response, Problem> {
    let goal = found(&deed.view, &id)?.clone();
    let act = GoalEnd { id: id.clone(), last: deed.fields.date("last") };
    Ok(deed.then(act, &format!("/goals/{id}"), "goal-ended", |view, fields, refusals| last_day(&view, &goal, &fields, &refusals)).await)
}

fn found<'a>(view: &'a View, id: &GoalId) -> Result<&'a Goal, Problem> {
    view.town.goals.goals.get(id).ok_or(Problem::NotFound)
}

fn read(fields: &mut Fields) -> Result<GoalWording, Problem> {
    let nowhere = GoalAreaId::new("nowhere").ok_or(Problem::NotFound)?;
    Ok(GoalWording {
        title: fields.text("title"),
        text: fields.text("text"),
        digitalisation: fields.text("digitalisation"),
        area: fields.choice("area", nowhere),
        binds_all: fields.is_ticked("binds_all"),
        answers: fields.maybe("answers"),
        due: fields.maybe_date("due"),
    })
}

/// The wording as its form shows it.
fn held(wording: &GoalWording) -> Fields {
    Fields::filled([
        ("title", wording.title.clone()),
        ("text", wording.text.clone()),
        ("digitalisation", wording.digitalisation.clone()),
        ("area", wording.area.to_string()),
        ("binds_all", if wording.binds_all { "yes".to_owned() } else { String::new() }),
        ("answers", wording.answers.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("due", wording.due.map(|due| due.to_string()).unwrap_or_default()),
    ])
}

fn setting(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Goals, view.t("goal-set")).under("/goals", view.t("goals-title")).lead(view.t("goal-set-lead"));
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (blank.select("document", "document", or_none(view, choices::documents(view, &HOLD_GOALS))).help(view.t("goal-document-help")))
        (blank.select("breaks_down", "goal-breaks-down", or_none(view, choices::goals(view))).help(view.t("goal-breaks-down-help")).optional(blank.optional()))
        (words(view, &blank))
    };
    view.page(head, blank.form("/goals/new", inputs, "goal-set", "/goals"))
}

fn beneath(view: &View, goal: &Goal, title: &str) -> Head {
    Head::new(Part::Goals, title)
        .kicker(goal.wording.title.as_str())
        .under("/goals", view.t("goals-title"))
        .under(format!("/goals/{}", goal.id), goal.wording.title.as_str())
}

fn changing(view: &View, goal: &Goal, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let page = format!("/goals/{}", goal.id);
    let body = blank.form(&format!("{page}/wording"), words(view, &blank), "form-save", &page);
    view.page(beneath(view, goal, view.t("goal-reword")).lead(view.t("goal-reword-lead")), body)
}

fn words(view: &View, blank: &Blank<'_>) -> Markup {
    html! {
        (blank.text("title", "goal").help(view.t("goal-title-help")))
        (blank.area("text", "goal-text").help(view.t("goal-text-help")).optional(blank.optional()))
        (blank.area("digitalisation", "goal-digitalisation").help(view.t("goal-digitalisation-help")).optional(blank.optional()))
        (blank.select("area", "goal-area", or_none(view, choices::goal_areas(view))))
        (blank.select("answers", "goal-answers", or_none(view, choices::units(view))).help(view.t("goal-answers-help")).optional(blank.optional()))
        (blank.date("due", "goal-due").help(view.t("goal-due-help")).optional(blank.optional()))
        (blank.check("binds_all", "goal-binds-all-label"))
    }
}

fn last_day(view: &View, goal: &Goal, fields: &Fields, refusals: &Refusals) -> Response {
    let blank = Blank::new(view, fields, refusals);
    let page = format!("/goals/{}", goal.id);
    let body = blank.form(&format!("{page}/end"), html! { (blank.date("last", "goal-last")) }, "goal-end", &page);
    view.page(beneath(view, goal, view.t("goal-end")).lead(view.t("goal-end-lead")), body)
}
