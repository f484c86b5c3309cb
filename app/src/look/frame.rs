//! The page frame: what every page has around what it is about.
//!
//! From the top: a way past the frame, banners (another date, the demo's
//! clock), the municipality and who one is, what people do, where one stands,
//! the page's own heading with its one primary action, notices, the page, and
//! the foot. It holds no text of its own.
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Link, Tone, assets, count};

/// A place in the main navigation.
#[derive(Clone, Debug, Default)]
pub struct NavItem {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether the page is in that part.
    pub current: bool,
    /// How many things wait there; zero shows nothing.
    pub waiting: usize,
}

/// A line across the top of the page: another date than today, or the demo's clock.
#[derive(Clone, Debug)]
pub struct Banner {
    /// How much it matters.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// What to do about it, such as going back to today.
    pub action: Option<Link>,
}

/// Who is signed in.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// The person's name.
    pub name: String,
    /// In which role, such as “objektägare Skola”.
    pub role: String,
    /// Where to change person, sign in or out.
    pub change: Link,
}

/// What just happened, said once above the page.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How it went.
    pub tone: Tone,
    /// In plain words.
    pub text: String,
}

/// The form at the foot that shows the page as it was on another date, by GET to the same address.
#[derive(Clone, Debug, Default)]
pub struct AsOf {
    /// What the date is for.
    pub label: String,
    /// The date now shown, `YYYY-MM-DD`.
    pub value: String,
    /// The button's text.
    pub button: String,
    /// The page's other query parameters, kept as they are.
    pub keep: Vec<(String, String)>,
}

/// The frame's own words, in the language of the page.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// “Skip to the content”.
    pub skip: String,
    /// The button that opens the navigation on a narrow screen.
    pub menu: String,
    /// The name of the main navigation, for those who listen.
    pub navigation: String,
    /// The name of the breadcrumb trail, for those who listen.
    pub trail: String,
}

/// All that surrounds a page.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The language of the page: `sv` or `en`.
    pub lang: String,
    /// The frame's own words.
    pub words: Words,
    /// The product's name, in the browser's title after the page's.
    pub product: String,
    /// The municipality; with the product's name it leads home.
    pub municipality: String,
    /// Banners, the most important first.
    pub banners: Vec<Banner>,
    /// Who is signed in, where anyone is.
    pub who: Option<Who>,
    /// The same page in the other language: address, and the language's own name and code.
    pub language: Option<(Link, String)>,
    /// What people do.
    pub nav: Vec<NavItem>,
    /// Where the page stands, from the outermost; the page itself is not among them.
    pub trail: Vec<Link>,
    /// What kind of thing the page is about, above the heading: “Initiativ 14”.
    pub kicker: String,
    /// The page's one heading of the first rank, and its title.
    pub title: String,
    /// Tags beside the heading.
    pub marks: Option<Markup>,
    /// One or two sentences that say what the page is for.
    pub lead: String,
    /// The page's primary action and what stands beside it.
    pub actions: Option<Markup>,
    /// What just happened.
    pub notices: Vec<Notice>,
    /// The page on another date, where the page has one.
    pub as_of: Option<AsOf>,
    /// Links at the foot.
    pub foot: Vec<Link>,
    /// A last line at the foot, such as the ledger's head.
    pub foot_note: String,
}

/// What htmx must not do: write styles into the page, evaluate text, keep pages in the browser, or ask other hosts.
const HTMX: &str =
    r#"{"includeIndicatorStyles":false,"allowEval":false,"allowScriptTags":false,"historyCacheSize":0,"selfRequestsOnly":true}"#;

/// A whole page.
pub fn page(frame: &Frame, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.lang) data-color-scheme="auto" data-color="brand1" data-size="sm" {
            (head(frame))
            body {
                a .ds-skip-link href="#main" { (frame.words.skip) }
                @for banner in &frame.banners { (line(banner)) }
                (masthead(frame))
                div .sb-page {
                    (trail(frame))
                    main #main tabindex="-1" {
                        (heading(frame))
                        @for notice in &frame.notices {
                            div .ds-alert.sb-notice role="status" data-color=(notice.tone.color()) { p { (notice.text) } }
                        }
                        (body)
                    }
                }
                (foot(frame))
            }
        }
    }
}

fn head(frame: &Frame) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="htmx-config" content=(HTMX);
            title { (frame.title) " – " (frame.product) }
            link rel="icon" type="image/svg+xml" href=(assets::path("mark.svg"));
            @for name in ["theme.css", "designsystemet.css", "styrbord.css"] {
                link rel="stylesheet" href=(assets::path(name));
            }
            script src=(assets::path("htmx.js")) defer {}
        }
    }
}

fn line(banner: &Banner) -> Markup {
    html! {
        div .sb-banner role="status" data-color=(banner.tone.color()) {
            p { (banner.text) @if let Some(action) = &banner.action { " " (action) } }
        }
    }
}

fn masthead(frame: &Frame) -> Markup {
    // Within a part, yet not at its first page: true, but not the page itself.
    let here = if frame.trail.is_empty() { "page" } else { "true" };
    html! {
        header .sb-masthead {
            div .sb-masthead-row {
                a .sb-home href="/" {
                    (PreEscaped(include_str!("../../assets/mark.svg")))
                    span { span .sb-product { (frame.product) } " " span .sb-municipality { (frame.municipality) } }
                }
                div .sb-you {
                    @if let Some(who) = &frame.who {
                        span .sb-who { span .sb-who-name { (who.name) } " " span .sb-who-role { (who.role) } }
                        a href=(who.change.href) { (who.change.label) }
                    }
                    @if let Some((other, code)) = &frame.language {
                        a href=(other.href) lang=(code) hreflang=(code) { (other.label) }
                    }
                }
                button .sb-menu type="button" popovertarget="nav" { (frame.words.menu) }
            }
            nav .sb-nav #nav popover aria-label=(frame.words.navigation) {
                // On a narrow screen the menu covers the button that opened it; this one closes it.
                button .sb-menu.sb-menu-close type="button" popovertarget="nav" popovertargetaction="hide" { (frame.words.menu) }
                ul {
                    @for item in &frame.nav {
                        li {
                            a href=(item.href) aria-current=[item.current.then_some(here)] {
                                (item.label) @if item.waiting > 0 { " " (count(item.waiting)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn trail(frame: &Frame) -> Markup {
    html! {
        @if !frame.trail.is_empty() {
            nav .sb-trail aria-label=(frame.words.trail) {
                ol { @for step in &frame.trail { li { (step) } } }
            }
        }
    }
}

fn heading(frame: &Frame) -> Markup {
    html! {
        div .sb-heading {
            div {
                @if !frame.kicker.is_empty() { p .sb-kicker { (frame.kicker) } }
                h1 .ds-heading data-size="lg" { (frame.title) }
                @if let Some(marks) = &frame.marks { div .sb-marks { (marks) } }
                @if !frame.lead.is_empty() { p .sb-lead { (frame.lead) } }
            }
            @if let Some(actions) = &frame.actions { div .sb-actions { (actions) } }
        }
    }
}

fn foot(frame: &Frame) -> Markup {
    html! {
        footer .sb-foot {
            div .sb-foot-row {
                @if let Some(as_of) = &frame.as_of {
                    form .sb-as-of method="get" {
                        @for (name, value) in &as_of.keep { (super::hidden(name, value)) }
                        label for="as-of" { (as_of.label) }
                        input .ds-input #as-of type="date" name="as_of" value=(as_of.value) data-size="sm";
                        button .ds-button type="submit" data-variant="secondary" { (as_of.button) }
                    }
                }
                @if !frame.foot.is_empty() { ul { @for link in &frame.foot { li { (link) } } } }
                @if !frame.foot_note.is_empty() { p .sb-foot-note { (frame.foot_note) } }
            }
        }
    }
}
