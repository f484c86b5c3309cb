//! Page: enter the frames of a year, all bodies on one form, as Mål och budget decides them.

use axum::response::Response;
use domain::money::{Form, Frame, FramesEnter, Party, Post};
use domain::organisation::Unit;
use domain::{DocumentId, Ore, PostId, Refusal, Refusals, Subject};
use maud::{Markup, html};

use super::{budget, words};
use crate::goals::plans::committees;
use crate::look::{Column, Field, Table, filter_bar, hidden};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![page("/money/frames", May::Act("money.frames.enter"), show), form("/money/frames", May::Act("money.frames.enter"), enter)]
}

/// Which frames are entered: of which year, operating or investment.
#[derive(Clone, Copy)]
struct Of {
    year: i16,
    form: Form,
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("money.frames.enter", &Subject::Municipality)?;
    let form = if view.ask("money_form") == sent(Form::Investment) { Form::Investment } else { Form::Operating };
    let document = DocumentId::new(view.ask("document")).and_then(|id| view.town.goals.documents.get(&id));
    let asked = view.ask("year").parse().ok().filter(|year| (2000..=2100).contains(year));
    // The first year that lacks a frame is the one to enter, from that of the document one comes from.
    let first = document.map_or(view.today.year(), |document| document.from.year());
    let open = || (first..=2100).map(|year| Of { year, form }).find(|of| lacks_any(&view, *of));
    let of = asked.map(|year| Of { year, form }).or_else(open).ok_or(Problem::NotFound)?;
    let behind = document.filter(|document| of.year < document.from.year() + budget::AHEAD);
    let decision = behind.and_then(|document| document.decision.as_ref()).map_or_else(String::new, ToString::to_string);
    Ok(sheet(&view, of, &Fields::filled([("purpose", purpose(&view, of)), ("decision", decision)]), &Refusals::none()))
}

async fn enter(mut deed: Deed) -> Result<Response, Problem> {
    let fields = &mut deed.fields;
    let of = Of { year: i16::try_from(fields.number("year")).unwrap_or(i16::MAX), form: fields.choice("money_form", Form::Operating) };
    let mut frames = Vec::new();
    for unit in committees(&deed.view) {
        let amount = match deed.fields.raw(&field_of(unit)).trim() {
            "" => continue,
            written => written.parse::<Ore>(),
        };
        let stem = format!("ram-{}-{}", of.year, unit.id);
        match (amount, deed.id_after("frame", &stem, PostId::new)?) {
            (Ok(amount), id) => frames.push(Frame { id, unit: unit.id.clone(), amount }),
            (Err(_), _) => deed.fields.lacks(Refusal::new("frame-unread").with("unit", unit.name.as_str())),
        }
    }
    let act =
        FramesEnter { year: of.year, form: of.form, purpose: deed.fields.text("purpose"), decision: deed.fields.maybe("decision"), frames };
    Ok(deed.then(act, "/money", "frames-entered", |view, fields, refusals| sheet(&view, of, &fields, &refusals)).await)
}

fn field_of(unit: &Unit) -> String {
    format!("frame-{}", unit.id)
}

fn frame(view: &View, of: Of, unit: &Unit) -> Option<Ore> {
    view.town.money.frame_of(&Party::Unit(unit.id.clone()), of.year, of.form).map(|post| post.amount)
}

fn lacks_any(view: &View, of: Of) -> bool {
    committees(view).into_iter().any(|unit| frame(view, of, unit).is_none())
}

fn purpose(view: &View, of: Of) -> String {
    view.say("frames-purpose", &[("form", view.of("post-form", of.form).as_str().into()), ("year", of.year.to_string().as_str().into())])
}

fn sheet(view: &View, of: Of, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Money, view.t("frames-enter")).under("/money", view.t("money-title")).lead(view.t("frames-lead"));
    let blank = Blank::new(view, fields, refusals);
    let inputs = html! {
        (hidden("year", &of.year.to_string())) (hidden("money_form", &sent(of.form)))
        (blank.text("purpose", "post-purpose"))
        (blank.select("decision", "post-decision", or_none(view, choices::decisions(view))).help(view.t("post-decision-help")).optional(blank.optional()))
        @for unit in committees(view) { (row(view, of, unit, fields)) }
    };
    let body = html! {
        (asked(view, of))
        (entered(view, of))
        @if lacks_any(view, of) { (blank.form("/money/frames", inputs, "frames-enter", "/money")) }
    };
    view.page(head, body)
}

/// Which year's frames, and which money: asked above the form, since the fields depend on it.
fn asked(view: &View, of: Of) -> Markup {
    let forms = choices::of(view, "post-form", &[Form::Operating, Form::Investment]);
    let fields = [
        Field::text("year", view.t("year")).short().value(of.year.to_string()),
        Field::select("money_form", view.t("post-form"), forms).value(sent(of.form)),
    ];
    filter_bar(view.t("frames-which"), "/money/frames", &[], fields, view.t("list-show"), None)
}

/// The frames there are already; nothing where none is entered.
fn entered(view: &View, of: Of) -> Markup {
    let posts: Vec<&Post> =
        committees(view).into_iter().filter_map(|unit| view.town.money.frame_of(&Party::Unit(unit.id.clone()), of.year, of.form)).collect();
    let table = Table::new("entered", purpose(view, of))
        .column(Column::text(view.t("post-to")))
        .column(Column::text(view.t("post")))
        .column(Column::number(view.t("amount")));
    html! {
        @if !posts.is_empty() {
            (table.rows(posts, |line, post| {
                line.cell(words::party(view, Some(&post.to))).cell(view.link(&(&post.id).into())).cell(view.kr(post.amount));
            }))
        }
    }
}

/// The field for a body that has no frame yet, with last year's beside.
fn row(view: &View, of: Of, unit: &Unit, fields: &Fields) -> Markup {
    let name = field_of(unit);
    let year = of.year - 1;
    let field = Field::number(name.clone(), unit.name.as_str(), "kr").value(fields.raw(&name));
    let before = frame(view, Of { year, ..of }, unit)
        .map(|money| view.say("frames-before", &[("year", year.to_string().as_str().into()), ("money", money.into())]));
    html! {
        @if frame(view, of, unit).is_none() {
            @match before { Some(help) => (field.help(help)), None => (field) }
        }
    }
}
