//! Task lists: what is expected of a person now, or what a thing still lacks and where to mend it.
use maud::{Markup, Render, html};

use super::Tag;

/// One thing to do, or to mend.
#[derive(Clone, Debug)]
pub struct Task {
    label: String,
    href: Option<String>,
    help: String,
    due: String,
    state: Tag,
}

impl Task {
    /// A task by name, with its state.
    pub fn new(label: impl Into<String>, state: Tag) -> Self {
        Self { label: label.into(), href: None, help: String::new(), due: String::new(), state }
    }

    /// Where it is done.
    pub fn at(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Why it is asked for.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = text.into();
        self
    }

    /// When it is to be done, in words.
    pub fn due(mut self, text: impl Into<String>) -> Self {
        self.due = text.into();
        self
    }
}

impl Render for Task {
    fn render(&self) -> Markup {
        html! {
            li .sb-task {
                div .sb-task-what {
                    @match &self.href {
                        Some(href) => a .ds-link href=(href) { (self.label) },
                        None => span { (self.label) },
                    }
                    @if !self.help.is_empty() { p { (self.help) } }
                }
                div .sb-task-state {
                    @if !self.due.is_empty() { span .sb-task-due { (self.due) } }
                    (self.state)
                }
            }
        }
    }
}

/// The tasks in order, or a word where there are none.
pub fn task_list(tasks: &[Task], none: &str) -> Markup {
    html! {
        @if tasks.is_empty() {
            p .sb-nothing { (none) }
        } @else {
            ul .sb-tasks { @for task in tasks { (task) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_leads_to_where_it_is_done() {
        let task = Task::new("Svara på risk 3", Tag::bad("Saknas")).at("/initiatives/7/risks#3").due("senast 4 maj");
        let html = task_list(&[task], "Inget väntar på dig.").into_string();
        assert!(html.contains(r##"href="/initiatives/7/risks#3">Svara på risk 3</a>"##), "{html}");
        assert!(html.contains("senast 4 maj"));
    }

    #[test]
    fn no_tasks_is_said_in_words() {
        let html = task_list(&[], "Inget väntar på dig.").into_string();
        assert_eq!(html, r#"<p class="sb-nothing">Inget väntar på dig.</p>"#);
    }
}
