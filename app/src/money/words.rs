//! How posts, parties and keys are worded and coloured, wherever they are shown.

use domain::DecisionId;
use domain::money::{Key, Method, Party, Post};
use maud::{Markup, Render, html};

use crate::look::{Tag, Tone};
use crate::web::view::View;

/// An end of a post, as a link where it is a body.
pub fn party(view: &View, party: Option<&Party>) -> Markup {
    match party {
        None => html! { (view.t("party-council")) },
        Some(Party::Unit(unit)) => view.link(&unit.into()),
        Some(Party::Committees) => html! { (view.t("party-committees")) },
        Some(Party::Outside(name)) => html! { (name) },
    }
}

/// The same in words alone, as a list sorts by it.
pub fn party_name(view: &View, party: Option<&Party>) -> String {
    match party {
        None => view.t("party-council").to_owned(),
        Some(Party::Unit(unit)) => view.name(&unit.into()),
        Some(Party::Committees) => view.t("party-committees").to_owned(),
        Some(Party::Outside(name)) => name.clone(),
    }
}

/// The years of a post.
pub fn years(post: &Post) -> String {
    if post.first_year == post.last_year { post.first_year.to_string() } else { format!("{}–{}", post.first_year, post.last_year) }
}

/// The decision behind a post: its own, or that of what it is taken out of.
pub fn decided<'a>(view: &'a View, post: &'a Post) -> Option<&'a DecisionId> {
    view.town.money.trail(post).into_iter().find_map(|link| link.decision.as_ref())
}

/// The same as a link; a gap where there is none.
pub fn decision(view: &View, post: &Post) -> Markup {
    match decided(view, post) {
        None => Tag::bad(view.t("post-no-decision")).render(),
        Some(decision) if view.town.forums.decisions.has(decision) => view.link(&decision.into()),
        Some(decision) => html! { (decision.as_str()) " " (Tag::partly(view.t("post-decision-unrecorded"))) },
    }
}

/// By what a key shares.
pub fn method(view: &View, method: &Method) -> String {
    match method {
        Method::Stepwise { cap } => view.say("key-method-stepwise", &[("cap", (*cap).into())]),
        plain => view.of("key-method", plain),
    }
}

/// How far a key has come.
pub fn key(view: &View, key: &Key) -> Markup {
    if key.is_in_force(view.today) {
        return Tag::good(view.t("key-in-force")).render();
    }
    let (tone, text) = match (&key.decided, key.waits_for().next()) {
        (Some(_), _) => (Tone::Info, "key-decided"),
        (None, None) => (Tone::Partly, "key-agreed"),
        (None, Some(_)) => (Tone::Neutral, "key-proposed"),
    };
    Tag::new(tone, view.t(text)).render()
}
