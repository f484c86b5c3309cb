//! Steps: how far a thing has come along its gates, from idea to closure.
use maud::{Markup, Render, html};

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Behind: passed.
    Done,
    /// Where it stands.
    Now,
    /// To come.
    Ahead,
    /// Where it was stopped: refused, withdrawn or ended.
    Stopped,
}

/// One step on the way.
#[derive(Clone, Debug)]
pub struct Step {
    label: String,
    progress: Progress,
    said: String,
    note: String,
    href: Option<String>,
}

impl Step {
    /// A step by name; `said` is its progress in words (“klart”, “pågår”), for those who listen.
    pub fn new(label: impl Into<String>, progress: Progress, said: impl Into<String>) -> Self {
        Self { label: label.into(), progress, said: said.into(), note: String::new(), href: None }
    }

    /// A short line below, such as a date.
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = text.into();
        self
    }

    /// Where the step is shown.
    pub fn at(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}

impl Render for Step {
    fn render(&self) -> Markup {
        let (progress, current) = match self.progress {
            Progress::Done => ("done", None),
            Progress::Now => ("now", Some("step")),
            Progress::Ahead => ("ahead", None),
            Progress::Stopped => ("stopped", Some("step")),
        };
        html! {
            li data-progress=(progress) aria-current=[current] {
                span .sb-step-label {
                    @match &self.href {
                        Some(href) => a href=(href) { (self.label) },
                        None => (self.label),
                    }
                    span .ds-sr-only { ", " (self.said) }
                }
                @if !self.note.is_empty() { span .sb-step-note { (self.note) } }
            }
        }
    }
}

/// The steps in order. The label says whose way it is.
pub fn steps(label: &str, all: &[Step]) -> Markup {
    html! { ol .sb-steps aria-label=(label) { @for step in all { (step) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_it_stands_is_current_and_progress_is_said_in_words() {
        let html = steps("Initiativets väg", &[Step::new("Idé", Progress::Done, "klart"), Step::new("Underlag", Progress::Now, "pågår")]);
        let html = html.into_string();
        assert_eq!(html.matches("aria-current").count(), 1);
        assert!(html.contains("Idé<span class=\"ds-sr-only\">, klart</span>"), "{html}");
    }
}
