//! Page: assess an application: first whether one has a stake in it, then a score with a reason for each
//! criterion, without seeing anybody else's.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use domain::fund::{
    Application, Assessment, AssessmentAbstain, AssessmentGive, Criterion, InterestDeclare, Outcome, Round, Score, own_assessment,
};
use domain::{Act, ApplicationId, Arg, Refusals, Subject};
use maud::{Markup, html};

use super::{application, case, words};
use crate::look::{self, Button, Choice, Field, Link, Tone, actions, details, fieldset};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::fields::Fields;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        page("/fund/applications/{application}/assessment", May::Act("fund.assessment.give"), show),
        form("/fund/applications/{application}/assessment", May::Act("fund.assessment.give"), give),
        form("/fund/applications/{application}/abstention", May::Act("fund.assessment.abstain"), abstain),
        form("/fund/applications/{application}/interest", May::Act("fund.interest.declare"), declare),
    ]
}

async fn show(view: View, Path(id): Path<ApplicationId>) -> Result<Response, Problem> {
    sheet(&view, &id, &Fields::default(), &Refusals::none())
}

async fn give(Path(id): Path<ApplicationId>, deed: Deed) -> Result<Response, Problem> {
    let (_, round) = application::find(&deed.view, &id)?;
    let scores = round.criteria.iter().filter_map(|criterion| score(&deed.fields, criterion)).collect();
    done(id.clone(), deed, AssessmentGive { application: id, scores }, "assessed").await
}

async fn abstain(Path(id): Path<ApplicationId>, deed: Deed) -> Result<Response, Problem> {
    let reason = deed.fields.text("abstention");
    done(id.clone(), deed, AssessmentAbstain { application: id, reason }, "abstained").await
}

async fn declare(Path(id): Path<ApplicationId>, deed: Deed) -> Result<Response, Problem> {
    let has_stake = deed.fields.raw("stake") != "none";
    let reason = has_stake.then(|| deed.fields.text("reason"));
    done(id.clone(), deed, InterestDeclare { application: id, reason }, "declared").await
}

async fn done(id: ApplicationId, deed: Deed, act: impl Into<Act>, key: &str) -> Result<Response, Problem> {
    let (found, _) = application::find(&deed.view, &id)?;
    let assesses = deed.view.can("fund.assessment.give", &Subject::from(&id));
    let back = words::path(found, if assesses { "/assessment" } else { "/decision" });
    let again = |view: View, fields: Fields, refusals: Refusals| match assesses {
        true => sheet(&view, &id, &fields, &refusals).into_response(),
        false => Problem::Refused(refusals).into_response(),
    };
    Ok(deed.then(act, &back, key, again).await)
}

/// What was sent for a criterion; a score nobody chose is left out, and the rule says so.
fn score(fields: &Fields, criterion: &Criterion) -> Option<Score> {
    let score = fields.raw(&format!("score-{}", criterion.id)).parse().ok()?;
    Some(Score { criterion: criterion.id.clone(), score, reason: fields.text(&format!("reason-{}", criterion.id)) })
}

fn sheet(view: &View, id: &ApplicationId, fields: &Fields, refusals: &Refusals) -> Result<Response, Problem> {
    let (found, round) = application::find(view, id)?;
    let who = view.who.as_ref().ok_or(Problem::Forbidden(None))?;
    if let Err(refusal) = view.may("fund.assessment.give", &Subject::from(id)) {
        return Err(Problem::Forbidden(Some(refusal.into())));
    }
    let head = application::head(view, found, round).under(words::path(found, ""), found.case.title()).lead(view.t("assessment-lead"));
    let own = own_assessment(&view.town, who, id);
    let body = html! {
        @if let Some(own) = own {
            (given(view, round, own))
            p { (Link::new(view.at(&words::path(found, "/spread")), view.t("spread-more"))) }
        } @else if found.has_stake(who) {
            (look::callout(Tone::Neutral, view.t("interest-barred"), html! { p { (view.t("interest-barred-text")) } }))
        } @else if found.interest_of(who).is_none() {
            (declaring(view, found, fields, refusals))
        } @else {
            (scoring(view, found, round, fields, refusals))
        }
        (case::case(view, found))
    };
    Ok(view.page(head, body))
}

fn given(view: &View, round: &Round, own: &Assessment) -> Markup {
    html! {
        h2 { (view.say("assessment-given", &[("date", own.date.into())])) }
        @match &own.outcome {
            Outcome::Abstained(reason) => p { (view.t("abstained")) ": " (reason) },
            Outcome::Scored(scores) => ul {
                @for score in scores {
                    li { strong { (round.criterion(&score.criterion).map_or("", |criterion| &criterion.name)) ": " (score.score) } " – " (score.reason) }
                }
            },
        }
    }
}

fn declaring(view: &View, found: &Application, fields: &Fields, refusals: &Refusals) -> Markup {
    let faults = Faults::new(view, refusals);
    let choices =
        [Choice::new("none", view.t("interest-none")), Choice::new("stake", view.t("interest-some")).help(view.t("interest-some-help"))];
    html! {
        (faults)
        form method="post" action=(words::path(found, "/interest")) {
            (view.marks())
            (fieldset(view.t("interest-title"), Some(view.t("interest-help")), html! {
                (Field::radios("stake", view.t("interest-question"), choices).value(fields.raw("stake")))
                (Field::area("reason", view.t("interest-reason")).rows(3).optional(view.t("interest-reason-optional"))
                    .value(fields.raw("reason")).error(faults.of("reason")))
            }))
            (actions([Button::primary(view.t("interest-declare"))]))
        }
    }
}

fn scoring(view: &View, found: &Application, round: &Round, fields: &Fields, refusals: &Refusals) -> Markup {
    html! {
        (Faults::new(view, refusals))
        p { (Link::new("#case", view.t("assessment-read"))) }
        form method="post" action=(words::path(found, "/assessment")) {
            (view.marks())
            @for criterion in &round.criteria { (criterion_fields(view, criterion, fields, refusals)) }
            p { (view.t("assessment-final")) }
            (actions([Button::primary(view.t("assessment-give"))]))
        }
        (details(view.t("abstain"), html! {
            form method="post" action=(words::path(found, "/abstention")) {
                (view.marks())
                (Field::area("abstention", view.t("abstain-reason")).rows(3).value(fields.raw("abstention")))
                (actions([Button::secondary(view.t("abstain"))]))
            }
        }))
    }
}

fn criterion_fields(view: &View, criterion: &Criterion, fields: &Fields, refusals: &Refusals) -> Markup {
    let choices = (0u8..).zip(&criterion.anchors).map(|(score, anchor)| Choice::new(score.to_string(), format!("{score} – {anchor}")));
    let (score, reason) = (format!("score-{}", criterion.id), format!("reason-{}", criterion.id));
    let weight = view.texts().percent(i64::from(criterion.weight));
    let fault = |key: &str| {
        let named = |args: &[(&str, Arg)]| args.iter().any(|(_, arg)| matches!(arg, Arg::Text(name) if *name == criterion.name));
        refusals.0.iter().find(|refusal| refusal.key == key && named(&refusal.args)).map(|refusal| view.texts().refusal(refusal))
    };
    fieldset(
        &view.say("criterion-with-weight", &[("name", criterion.name.as_str().into()), ("weight", weight.as_str().into())]),
        Some(&criterion.what),
        html! {
            (Field::radios(score.as_str(), view.t("fund-score"), choices).value(fields.raw(&score)).error(fault("score-missing")))
            (Field::area(reason.as_str(), view.t("fund-reason")).rows(2).value(fields.raw(&reason)).error(fault("score-unreasoned")))
        },
    )
}
