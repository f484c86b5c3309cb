//! What has happened to a thing, in order: when, who, what.
use maud::{Markup, Render, html};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Moment {
    at: String,
    at_text: String,
    who: String,
    what: Markup,
    id: Option<String>,
}

impl Moment {
    /// When, as `YYYY-MM-DD` or RFC 3339 and in words; who; and what.
    pub fn new(at: impl Into<String>, at_text: impl Into<String>, who: impl Into<String>, what: impl Render) -> Self {
        Self { at: at.into(), at_text: at_text.into(), who: who.into(), what: what.render(), id: None }
    }

    /// An id by which other pages link to the moment, such as `entry-87`.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl Render for Moment {
    fn render(&self) -> Markup {
        html! {
            li id=[self.id.as_ref()] {
                p .sb-moment-when { time datetime=(self.at) { (self.at_text) } " · " (self.who) }
                div { (self.what) }
            }
        }
    }
}

/// The moments in the order given.
pub fn timeline(moments: &[Moment]) -> Markup {
    html! { ol .sb-timeline { @for moment in moments { (moment) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_says_when_for_people_and_for_machines() {
        let moment = Moment::new("2022-11-30", "30 november 2022", "Kommunstyrelsen", "Delegation <§ 14>").id("entry-87");
        let html = timeline(&[moment]).into_string();
        assert!(html.contains(r#"<time datetime="2022-11-30">30 november 2022</time>"#), "{html}");
        assert!(html.contains("Delegation &lt;§ 14&gt;") && html.contains(r#"id="entry-87""#));
    }
}
