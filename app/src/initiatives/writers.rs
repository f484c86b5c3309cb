//! The writers of an initiative: who they are, and the form that invites one more.

use axum::extract::Path;
use axum::response::Response;
use domain::initiatives::{Initiative, WriterInvite, WriterRelease};
use domain::{InitiativeId, PersonId, Refusals};
use maud::{Markup, html};

use super::{choices, sheet};
use crate::look::{self, Button, Field};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/initiatives/{initiative}/writers", May::Act("initiatives.writer.invite"), invite),
        form("/initiatives/{initiative}/writers/{person}/release", May::Act("initiatives.writer.release"), release),
    ]
}

async fn invite(Path(id): Path<InitiativeId>, mut deed: Deed) -> Result<Response, Problem> {
    let initiative = sheet::found(&deed.view, &id)?.clone();
    let nobody = PersonId::new("nobody").ok_or(Problem::NotFound)?;
    let act = WriterInvite { initiative: id.clone(), person: deed.fields.choice("person", nobody) };
    let page = format!("/initiatives/{id}/idea#writers");
    Ok(deed.then(act, &page, "writer-invited", |view, _, refusals| again(&view, &initiative, &refusals)).await)
}

/// The writers alone, with what was wrong with the invitation.
fn again(view: &View, initiative: &Initiative, refusals: &Refusals) -> Response {
    let idea = format!("/initiatives/{}/idea", initiative.id);
    let head = sheet::beneath(view, initiative, view.t("writers-title")).under(idea, view.t("idea-title"));
    view.page(head, html! { (Faults::new(view, refusals)) (section(view, initiative)) })
}

async fn release(Path((id, person)): Path<(InitiativeId, PersonId)>, mut deed: Deed) -> Result<Response, Problem> {
    sheet::found(&deed.view, &id)?;
    let receipt = deed.act(WriterRelease { initiative: id.clone(), person }).await?;
    Ok(deed.done(receipt, &format!("/initiatives/{id}/idea#writers"), "writer-released"))
}

/// Who writes, and for whoever answers for the initiative the way to invite others.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let about = (&initiative.id).into();
    let may = initiative.phase.is_open() && view.can("initiatives.writer.invite", &about);
    let page = format!("/initiatives/{}/writers", initiative.id);
    let mut people = choices::people(view);
    people.insert(0, choices::none(view));
    html! {
        section #writers {
            h2 { (view.t("writers-title")) }
            ul {
                li { (view.person(&initiative.card.lead)) " " span .sb-quiet { (view.t("writers-lead")) } }
                @for writer in &initiative.card.writers {
                    li {
                        (view.person(writer))
                        @if may {
                            form method="post" action={ (page) "/" (writer) "/release" } {
                                (view.marks())
                                (Button::quiet(view.say("writers-release", &[("name", view.person(writer).into())])))
                            }
                        }
                    }
                }
            }
            @if may {
                (look::details(view.t("writers-invite"), html! {
                    form method="post" action=(page) {
                        (view.marks())
                        (Field::select("person", view.t("writers-whom"), people).help(view.t("card-writers-help")))
                        (look::actions([Button::secondary(view.t("writers-invite-now"))]))
                    }
                }))
            }
        }
    }
}
