//! The head of a page: its part, heading and trail, and the frame a view draws around it.

use axum::response::{Html, IntoResponse, Response};
use domain::Arg;
use maud::Markup;

use super::naming;
use super::view::View;
use crate::look::{self, AsOf, Banner, Frame, Link, NavItem, Notice, Tone, Who, Words};

/// The part of Styrbord a page belongs to: what people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Läget.
    Overview,
    /// Mitt: what is expected of me.
    Mine,
    /// Mål.
    Goals,
    /// Objekt.
    Objects,
    /// Initiativ.
    Initiatives,
    /// Digitaliseringspotten.
    Fund,
    /// Pengar.
    Money,
    /// Beslut.
    Decisions,
    /// Uppföljning.
    FollowUp,
    /// Revision.
    Audit,
    /// None of them.
    None,
}

impl Part {
    pub(super) const ALL: [(Self, &'static str, &'static str); 10] = [
        (Self::Overview, "/", "nav-overview"),
        (Self::Mine, "/mine", "nav-mine"),
        (Self::Goals, "/goals", "nav-goals"),
        (Self::Objects, "/objects", "nav-objects"),
        (Self::Initiatives, "/initiatives", "nav-initiatives"),
        (Self::Fund, "/fund", "nav-fund"),
        (Self::Money, "/money", "nav-money"),
        (Self::Decisions, "/decisions", "nav-decisions"),
        (Self::FollowUp, "/follow-up", "nav-follow-up"),
        (Self::Audit, "/audit", "nav-audit"),
    ];
}

/// The head of a page: what stands around its body.
pub struct Head {
    pub(super) part: Part,
    pub(super) title: String,
    pub(super) kicker: String,
    pub(super) lead: String,
    pub(super) trail: Vec<Link>,
    pub(super) actions: Option<Markup>,
    pub(super) marks: Option<Markup>,
}

impl Head {
    /// A page in a part, with its one heading.
    pub fn new(part: Part, title: impl Into<String>) -> Self {
        Self { part, title: title.into(), kicker: String::new(), lead: String::new(), trail: Vec::new(), actions: None, marks: None }
    }

    /// What kind of thing the page is about, above the heading.
    pub fn kicker(mut self, text: impl Into<String>) -> Self {
        self.kicker = text.into();
        self
    }

    /// What the page is for, in a sentence or two.
    pub fn lead(mut self, text: impl Into<String>) -> Self {
        self.lead = text.into();
        self
    }

    /// A step of the trail that leads here, outermost first.
    pub fn under(mut self, href: impl Into<String>, label: impl Into<String>) -> Self {
        self.trail.push(Link::new(href, label));
        self
    }

    /// The primary action and what stands beside it.
    pub fn actions(mut self, actions: Markup) -> Self {
        self.actions = Some(actions);
        self
    }

    /// Tags beside the heading.
    pub fn marks(mut self, marks: Markup) -> Self {
        self.marks = Some(marks);
        self
    }
}

impl View {
    /// A whole page.
    pub fn page(&self, head: Head, body: Markup) -> Response {
        Html(look::page(&self.frame(head), body).into_string()).into_response()
    }

    fn frame(&self, head: Head) -> Frame {
        let texts = self.texts();
        let other = self.lang.other();
        let waiting = crate::rooms::waiting(self);
        Frame {
            lang: self.lang.code().to_owned(),
            words: Words {
                skip: texts.t("frame-skip").to_owned(),
                menu: texts.t("frame-menu").to_owned(),
                navigation: texts.t("frame-navigation").to_owned(),
                trail: texts.t("frame-trail").to_owned(),
            },
            product: "Styrbord".to_owned(),
            municipality: self.harbour.name.clone(),
            banners: self.banners(),
            who: Some(self.signed_in()),
            language: Some((
                Link::new(format!("/language/{}?to={}", other.code(), naming::escaped(&self.path)), texts.t("frame-other-language")),
                other.code().to_owned(),
            )),
            nav: Part::ALL
                .iter()
                .filter(|(part, ..)| *part != Part::Mine || self.who.is_some())
                .map(|(part, href, key)| NavItem {
                    href: self.at(href),
                    label: texts.t(key).to_owned(),
                    current: *part == head.part,
                    waiting: if *part == Part::Mine { waiting } else { 0 },
                })
                .collect(),
            trail: head.trail.into_iter().map(|step| Link::new(self.at(&step.href), step.label)).collect(),
            kicker: head.kicker,
            title: head.title,
            marks: head.marks,
            lead: head.lead,
            actions: head.actions,
            notices: self.notices(),
            as_of: Some(AsOf {
                label: texts.t("frame-as-of").to_owned(),
                value: self.today.to_string(),
                button: texts.t("frame-as-of-button").to_owned(),
                keep: self.questions_besides(&["as_of", "at"]).into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
            }),
            foot: ["delegations", "permissions", "ledger", "accessibility"]
                .iter()
                // A link that leads to a no is no link.
                .filter(|word| **word != "ledger" || self.is_staff())
                .map(|word| Link::new(self.at(&format!("/{word}")), texts.t(&format!("foot-{word}"))))
                .collect(),
            foot_note: self.say("foot-ledger-head", &[("size", Arg::Number(i64::try_from(self.town.size).unwrap_or(i64::MAX)))]),
        }
    }

    fn banners(&self) -> Vec<Banner> {
        let mut banners = Vec::new();
        if let Some(date) = self.as_of {
            let text = match self.basis {
                Some(size) => {
                    self.say("banner-at", &[("date", date.into()), ("size", Arg::Number(i64::try_from(size).unwrap_or(i64::MAX)))])
                }
                None => self.say("banner-as-of", &[("date", date.into())]),
            };
            let back = Link::new(self.not_asking(&["as_of", "at"]), self.t("banner-as-of-back"));
            banners.push(Banner { tone: Tone::Partly, text, action: Some(back) });
        }
        if self.harbour.demo && self.as_of.is_none() {
            banners.push(Banner { tone: Tone::Info, text: self.say("banner-demo", &[("date", self.today.into())]), action: None });
        }
        banners
    }

    fn signed_in(&self) -> Who {
        match &self.who {
            None => Who {
                name: self.t("frame-citizen").to_owned(),
                role: String::new(),
                change: Link::new("/session", self.t("frame-sign-in")),
            },
            Some(who) => Who {
                name: self.person(who).to_owned(),
                role: self.harbour.people.get(who).map(|person| person.title.clone()).unwrap_or_default(),
                change: Link::new("/session", self.t("frame-change-person")),
            },
        }
    }

    /// What the form just sent came to, named by `?done=KEY`.
    fn notices(&self) -> Vec<Notice> {
        let key = format!("done-{}", self.ask("done"));
        if self.texts().has(&key) { vec![Notice { tone: Tone::Good, text: self.t(&key).to_owned() }] } else { Vec::new() }
    }
}
