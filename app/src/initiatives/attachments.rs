//! Files beside an initiative: added, taken down again, and handed out as what they are and nothing else.

use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::initiatives::{Attached, Attachment, AttachmentAdd, AttachmentDrop, HelpWith, Initiative};
use domain::{Arg, AttachmentId, InitiativeId, Refusal, Refusals, Subject};
use ledger::Hash;
use maud::{Markup, html};

use super::{choices, sheet};
use crate::look::{self, Button, Column, Field, Link, Table};
use crate::web::deed::Deed;
use crate::web::faults::Faults;
use crate::web::naming::escaped;
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::upload::{self, Upload};
use crate::web::view::View;

pub fn routes() -> Vec<Route> {
    vec![
        form("/initiatives/{initiative}/attachments", May::Act("initiatives.attachment.add"), add).up_to(upload::LONGEST),
        page("/initiatives/{initiative}/attachments/{file}", May::Staff, hand_out),
        form("/initiatives/{initiative}/attachments/{file}/removal", May::Act("initiatives.attachment.drop"), remove),
    ]
}

async fn add(Path(id): Path<InitiativeId>, upload: Upload) -> Result<Response, Problem> {
    let Upload { mut deed, file } = upload;
    let initiative = sheet::found(&deed.view, &id)?.clone();
    deed.view.may("initiatives.attachment.add", &Subject::from(&id)).map_err(|refusal| Problem::Forbidden(Some(refusal.into())))?;
    let known = file.map(|file| (upload::kind(&file.bytes), file));
    let (kind, file) = match known {
        Some((Some(kind), file)) => (kind, file),
        Some((None, _)) => return Ok(again(&deed.view, &initiative, &Refusal::new("attachment-kind").at("file").into())),
        None => return Ok(again(&deed.view, &initiative, &Refusal::new("attachment-missing").at("file").into())),
    };
    let size = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
    let digest = Hash::of(&file.bytes).to_string();
    let attachment = Attachment {
        id: AttachmentId::new(&deed.view.fresh_id("file")).ok_or(Problem::NotFound)?,
        name: file.name,
        kind: kind.to_owned(),
        size,
        digest,
        with: deed.fields.choice("with", HelpWith::Other),
    };
    let act = AttachmentAdd { initiative: id.clone(), file: attachment };
    // What will be refused is not kept either: no file lies where no entry speaks of it.
    if deed.will_do(act.clone()) {
        deed.view.keep(file.bytes).await?;
    }
    let page = format!("/initiatives/{id}/case#files");
    Ok(deed.then(act, &page, "attachment-added", |view, _, refusals| again(&view, &initiative, &refusals)).await)
}

/// The files alone, with what was wrong with the one that was sent.
fn again(view: &View, initiative: &Initiative, refusals: &Refusals) -> Response {
    let case = format!("/initiatives/{}/case", initiative.id);
    let head = sheet::beneath(view, initiative, view.t("attachments-title")).under(case, view.t("basis-title"));
    let mut answer = view.page(head, html! { (Faults::new(view, refusals)) (adding(view, initiative)) });
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    answer
}

/// The file, to be saved and never opened in our own pages' name.
async fn hand_out(view: View, Path((id, file)): Path<(InitiativeId, AttachmentId)>) -> Result<Response, Problem> {
    let attached = sheet::found(&view, &id)?.attachments.get(&file).ok_or(Problem::NotFound)?.clone();
    let bytes = view.kept(&attached.file.digest).await?.ok_or(Problem::NotFound)?;
    let named = format!("attachment; filename*=UTF-8''{}", escaped(&attached.file.name).replace('/', "%2F"));
    let headers = [
        (header::CONTENT_TYPE, attached.file.kind.clone()),
        (header::CONTENT_DISPOSITION, named),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'".to_owned()),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin".to_owned()),
    ];
    let mut answer = bytes.into_response();
    for (name, value) in headers {
        answer.headers_mut().insert(name, HeaderValue::from_str(&value).map_err(|error| Problem::Storage(error.to_string()))?);
    }
    Ok(answer)
}

async fn remove(Path((id, file)): Path<(InitiativeId, AttachmentId)>, mut deed: Deed) -> Result<Response, Problem> {
    sheet::found(&deed.view, &id)?;
    let receipt = deed.act(AttachmentDrop { initiative: id.clone(), file }).await?;
    Ok(deed.done(receipt, &format!("/initiatives/{id}/case#files"), "attachment-dropped"))
}

/// The files of an initiative, and for those who may write the form that adds one.
pub fn section(view: &View, initiative: &Initiative) -> Markup {
    let about = Subject::from(&initiative.id);
    let open = initiative.phase.is_open();
    html! {
        section #files {
            (table(view, initiative, open && view.can("initiatives.attachment.drop", &about)))
            @if open && view.can("initiatives.attachment.add", &about) { (look::details(view.t("attachment-add"), adding(view, initiative))) }
        }
    }
}

/// The files of an initiative, to be read.
pub fn listed(view: &View, initiative: &Initiative) -> Table {
    table(view, initiative, false)
}

fn table(view: &View, initiative: &Initiative, may_drop: bool) -> Table {
    let page = format!("/initiatives/{}/attachments", initiative.id);
    let mut table = Table::new("files-table", view.t("attachments-title"))
        .column(Column::text(view.t("attachment-name")))
        .column(Column::text(view.t("help-part")))
        .column(Column::number(view.t("attachment-size")))
        .column(Column::text(view.t("attachment-by")));
    if may_drop {
        table = table.column(Column::text(view.t("line-remove")).unlabelled());
    }
    table.empty(view.t("attachments-none")).rows(initiative.attachments.values(), |row, attached: &Attached| {
        let file = &attached.file;
        let by = [("who", view.person(&attached.by).into()), ("date", attached.date.into())];
        let row = row
            .cell(Link::new(view.at(&format!("{page}/{}", file.id)), file.name.as_str()))
            .cell(view.of("help-with", file.with))
            .cell(view.say("attachment-kilobytes", &[("size", Arg::Number(i64::try_from(file.size.div_ceil(1024)).unwrap_or(0)))]))
            .cell(view.say("help-said-by", &by));
        if may_drop {
            row.cell(html! {
                form method="post" action={ (page) "/" (file.id) "/removal" } {
                    (view.marks())
                    (Button::quiet(view.say("attachment-drop", &[("name", file.name.as_str().into())])))
                }
            });
        }
    })
}

fn adding(view: &View, initiative: &Initiative) -> Markup {
    let mut parts = choices::of(view, "help-with", &HelpWith::ALL);
    parts.insert(0, choices::none(view));
    html! {
        form method="post" enctype="multipart/form-data" action=(format!("/initiatives/{}/attachments", initiative.id)) {
            (view.marks())
            div .ds-field.sb-field {
                label .ds-label for="f-file" data-weight="semibold" { (view.t("attachment-file")) }
                p data-field="description" id="f-file-help" { (view.t("attachment-help")) }
                input .ds-input type="file" id="f-file" name="file" aria-describedby="f-file-help";
            }
            (Field::select("with", view.t("help-part"), parts))
            (look::actions([Button::secondary(view.t("attachment-add"))]))
        }
    }
}
