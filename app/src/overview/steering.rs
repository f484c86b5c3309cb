//! Läget: goals nobody serves, and the eight audit questions in a strip.

use domain::audit::Answer;
use domain::situation;
use maud::{Markup, html};

use crate::audit::{answer_tag, short};
use crate::look::{self, Column, Link, Table, Tone};
use crate::web::view::View;

/// The goals that neither a direction, an activity nor an initiative serves.
pub fn goals(view: &View) -> Markup {
    let alone = situation::unserved_goals(&view.town, view.today);
    let loose = view.town.goals.directions_without_goal(view.today);
    let body = html! {
        @if view.town.goals.in_force(view.today).next().is_none() {
            (look::callout(Tone::Partly, "", html! { p { (view.say("overview-goals-none", &[("year", view.today.year().to_string().as_str().into())])) } }))
        } @else if alone.is_empty() && loose.is_empty() { (look::callout(Tone::Good, "", html! { p { (view.t("overview-goals-all")) } })) }
        @if !alone.is_empty() {
            p { (view.say("overview-goals-alone", &[("count", alone.len().into())])) }
            ul { @for goal in &alone { li { (view.link(&(&goal.id).into())) } } }
        }
        @if !loose.is_empty() {
            p { (view.say("overview-directions-loose", &[("count", loose.len().into())])) }
            ul { @for direction in &loose { li { (view.link(&(&direction.id).into())) } } }
        }
    };
    look::panel(view.t("overview-goals"), body, Some(Link::new(view.at("/goals"), view.t("overview-goals-more"))))
}

/// The eight answers, each a link to what it rests on.
pub fn audit(view: &View, answers: &[Answer]) -> Markup {
    let table = Table::new("answers", view.t("overview-audit"))
        .caption_hidden()
        .column(Column::text(view.t("audit-question")))
        .column(Column::text(view.t("audit-answer")))
        .column(Column::number(view.t("audit-share")))
        .rows(answers, |line, answer| {
            let named = format!("{}. {}", answer.number, short(view.texts(), answer.number));
            line.link(&view.at(&format!("/audit/questions/{}", answer.number)), &named)
                .cell(answer_tag(view, answer))
                .cell(view.texts().percent(answer.share_permille.into()));
        });
    look::panel(view.t("overview-audit-title"), html! { (table) }, Some(Link::new(view.at("/audit"), view.t("overview-audit-more"))))
}
