//! Page: enter a budget post, with the decision behind it.

use axum::response::Response;
use domain::money::{Form, Party, PostEnter, PostKind};
use domain::{PostId, Refusal, Refusals, Subject, UnitId};
use maud::html;

use super::words;
use crate::look::Choice;
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

/// The kinds of posts, as the form lists them: a frame is mostly entered with all the others of its year.
const KINDS: [PostKind; 5] = [PostKind::Allocation, PostKind::Fund, PostKind::Transfer, PostKind::Grant, PostKind::Frame];
/// What the form calls several committees together; no identity has a colon.
const COMMITTEES: &str = ":committees";

pub fn routes() -> Vec<Route> {
    vec![page("/money/new", May::Act("money.post.enter"), show), form("/money/new", May::Act("money.post.enter"), enter)]
}

async fn show(view: View) -> Result<Response, Problem> {
    view.demand("money.post.enter", &Subject::Municipality)?;
    Ok(sheet(&view, &proposed(&view), &Refusals::none()))
}

async fn enter(mut deed: Deed) -> Result<Response, Problem> {
    let purpose = deed.fields.text("purpose");
    let id = deed.id_after("post", &purpose, PostId::new)?;
    let act = PostEnter {
        id: id.clone(),
        kind: deed.fields.choice("kind", PostKind::Allocation),
        form: deed.fields.choice("money_form", Form::Operating),
        from: giver(&mut deed.fields),
        to: receiver(&mut deed.fields),
        purpose,
        part_of: deed.fields.maybe("part_of"),
        first_year: year(&mut deed.fields, "first_year"),
        last_year: year(&mut deed.fields, "last_year"),
        amount: deed.fields.money("amount"),
        decision: deed.fields.maybe("decision"),
    };
    let page = format!("/money/{id}");
    Ok(deed.then(act, &page, "post-entered", |view, fields, refusals| sheet(&view, &fields, &refusals)).await)
}

/// A year; what is no year becomes one that no rule lets through.
fn year(fields: &mut Fields, name: &'static str) -> i16 {
    i16::try_from(fields.number(name)).unwrap_or(i16::MAX)
}

/// Who gives: somebody outside by name, one of the bodies, or the council where nobody is named.
fn giver(fields: &mut Fields) -> Option<Party> {
    let outside = fields.text("giver");
    if outside.is_empty() { party(fields, "from") } else { Some(Party::Outside(outside)) }
}

fn receiver(fields: &mut Fields) -> Party {
    party(fields, "to").unwrap_or_else(|| {
        fields.lacks(Refusal::new("choice-missing").at("to"));
        Party::Committees
    })
}

fn party(fields: &mut Fields, name: &'static str) -> Option<Party> {
    if fields.raw(name) == COMMITTEES { Some(Party::Committees) } else { fields.maybe::<UnitId>(name).map(Party::Unit) }
}

/// The form as it opens: for this year, and as a part of the post that a link asked for.
fn proposed(view: &View) -> Fields {
    let whole = PostId::new(view.ask("part_of")).and_then(|id| view.town.money.posts.get(&id));
    let (first, last) = whole.map_or((view.today.year(), view.today.year()), |whole| (whole.first_year, whole.last_year));
    Fields::filled([
        ("kind", whole.map_or_else(String::new, |_| sent(PostKind::Allocation))),
        ("money_form", sent(whole.map_or(Form::Operating, |whole| whole.form))),
        ("part_of", whole.map_or_else(String::new, |whole| whole.id.to_string())),
        ("first_year", first.to_string()),
        ("last_year", last.to_string()),
    ])
}

fn sheet(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head = Head::new(Part::Money, view.t("post-enter")).under("/money", view.t("money-title")).lead(view.t("post-enter-lead"));
    let blank = Blank::new(view, fields, refusals);
    let optional = blank.optional();
    let inputs = html! {
        (blank.radios("kind", "post-kind-label", KINDS.map(|kind| {
            Choice::new(sent(kind), view.of("post-kind", kind)).help(view.of("post-kind-help", kind))
        })))
        (blank.text("purpose", "post-purpose"))
        (blank.number("amount", "amount", "kr").help(view.t("post-amount-help")))
        (blank.radios("money_form", "post-form", choices::of(view, "post-form", &[Form::Operating, Form::Investment])))
        (blank.text("first_year", "post-first-year").short())
        (blank.text("last_year", "post-last-year").short())
        (blank.select("to", "post-to", or_none(view, parties(view))))
        (blank.select("from", "post-from", or_none(view, parties(view))).help(view.t("post-from-help")).optional(optional))
        (blank.text("giver", "post-giver").help(view.t("post-giver-help")).optional(optional))
        (blank.select("part_of", "post-part-of", or_none(view, wholes(view))).help(view.t("post-part-of-help")).optional(optional))
        (blank.select("decision", "post-decision", or_none(view, choices::decisions(view))).help(view.t("post-decision-help")).optional(optional))
    };
    view.page(head, blank.form("/money/new", inputs, "post-enter", "/money"))
}

fn parties(view: &View) -> Vec<Choice> {
    let together = Choice::new(COMMITTEES, view.t("party-committees"));
    choices::bodies(view).into_iter().chain([together]).collect()
}

/// The posts something may be taken out of: those of this year and later.
fn wholes(view: &View) -> Vec<Choice> {
    let lasting = view.town.money.for_digitalisation().filter(|post| view.today.year() <= post.last_year);
    let named = |post: &domain::money::Post| {
        format!("{}, {}, {}", words::party_name(view, Some(&post.to)), view.name(&(&post.id).into()), view.short(post.amount))
    };
    lasting.map(|post| Choice::new(post.id.as_str(), named(post))).collect()
}
