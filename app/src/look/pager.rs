//! The pager below a long list: where in it one is, and the ways on. A list is never cut short without one.
use maud::{Markup, html};

use super::Link;

/// Where in a list one is.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// What the pager is called, for those who listen.
    pub label: String,
    /// Where one is, in words: “51–100 av 320”.
    pub position: String,
    /// The page before, where there is one.
    pub previous: Option<Link>,
    /// The page after, where there is one.
    pub next: Option<Link>,
}

/// The position, and the ways on.
pub fn pager(pager: &Pager) -> Markup {
    html! {
        nav .sb-pager aria-label=(pager.label) {
            span { (pager.position) }
            @if let Some(link) = &pager.previous {
                a .ds-button data-variant="secondary" rel="prev" href=(link.href) { (link.label) }
            }
            @if let Some(link) = &pager.next {
                a .ds-button data-variant="secondary" rel="next" href=(link.href) { (link.label) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_page_has_no_way_on() {
        let last = Pager { previous: Some(Link::new("?page=1", "Föregående")), ..Pager::default() };
        let html = pager(&last).into_string();
        assert!(html.contains(r#"rel="prev""#) && !html.contains(r#"rel="next""#), "{html}");
    }
}
