//! How good or bad something is, said with a word, a sign and a colour together.
use maud::{Markup, Render, html};

/// The five tones of the screen. A tone is never shown by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As it should be: met, decided, on time.
    Good,
    /// On the way, or met in part: needs an eye.
    Partly,
    /// Not met, late, refused or over its money.
    Bad,
    /// A fact without a judgement.
    Neutral,
    /// Worth knowing; nothing to mend.
    Info,
}

impl Tone {
    /// The design system's name for the colours of the tone.
    pub fn color(self) -> &'static str {
        match self {
            Tone::Good => "success",
            Tone::Partly => "warning",
            Tone::Bad => "danger",
            Tone::Neutral => "neutral",
            Tone::Info => "info",
        }
    }

    /// The name under which the style sheet draws the tone's sign.
    pub fn sign(self) -> &'static str {
        match self {
            Tone::Good => "good",
            Tone::Partly => "partly",
            Tone::Bad => "bad",
            Tone::Neutral => "neutral",
            Tone::Info => "info",
        }
    }
}

/// A short word about a thing, with a sign and a colour: “Beslutad”, “Försenad”.
#[derive(Clone, Debug)]
pub struct Tag {
    tone: Tone,
    text: String,
}

impl Tag {
    /// A tag of any tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, text: text.into() }
    }

    /// As it should be.
    pub fn good(text: impl Into<String>) -> Self {
        Self::new(Tone::Good, text)
    }

    /// On the way, or in part.
    pub fn partly(text: impl Into<String>) -> Self {
        Self::new(Tone::Partly, text)
    }

    /// Not as it should be.
    pub fn bad(text: impl Into<String>) -> Self {
        Self::new(Tone::Bad, text)
    }

    /// A fact without a judgement.
    pub fn neutral(text: impl Into<String>) -> Self {
        Self::new(Tone::Neutral, text)
    }

    /// Worth knowing.
    pub fn info(text: impl Into<String>) -> Self {
        Self::new(Tone::Info, text)
    }
}

impl Render for Tag {
    fn render(&self) -> Markup {
        html! {
            span class="ds-tag sb-tag" data-color=(self.tone.color()) data-sign=(self.tone.sign()) { (self.text) }
        }
    }
}

/// How many of something, as a small figure beside a word: “Mitt 3”.
pub fn count(number: usize) -> Markup {
    html! { span .sb-count { (number) } }
}

/// Marks a fact that was invented for the demonstration; the text is the word for “example”.
pub fn example(text: &str) -> Markup {
    html! { span .sb-example { (text) } }
}

/// Marks where a fact was taken from, such as a section of the report.
pub fn source(text: &str) -> Markup {
    html! { span .sb-source { (text) } }
}

/// A day in a list, as a calendar writes it and on one line: “2024-03-18”.
pub fn day(date: impl std::fmt::Display) -> Markup {
    html! { time .sb-day datetime=(date) { (date) } }
}

/// A person or a body, by name, with the role in which they appear.
pub fn person(name: &str, role: Option<&str>) -> Markup {
    let initials: String = name.split_whitespace().filter_map(|part| part.chars().next()).take(2).collect();
    html! {
        span .sb-person {
            span .sb-person-sign aria-hidden="true" { (initials) }
            span { span .sb-person-name { (name) } @if let Some(role) = role { " " span .sb-person-role { (role) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_says_its_tone_in_words_sign_and_colour() {
        let tag = Tag::bad("Försenad <1 år").render().into_string();
        assert!(tag.contains("Försenad &lt;1 år") && tag.contains(r#"data-sign="bad""#) && tag.contains("danger"));
    }

    #[test]
    fn a_person_is_signed_by_the_first_letters_of_two_names() {
        let chip = person("Åsa Öberg Lind", Some("objektägare")).into_string();
        assert!(chip.contains(">ÅÖ<") && chip.contains("objektägare"), "{chip}");
    }
}
