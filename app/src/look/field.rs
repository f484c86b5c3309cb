//! Form fields: each with its label, help and error, tied together for those who cannot see the page.
//!
//! No field limits how much one may write, none is checked by the browser
//! alone, and what is optional says so; everything else is required.
use maud::{Markup, Render, html};

/// One thing to choose, in a select, among radio buttons or check boxes.
#[derive(Clone, Debug)]
pub struct Choice {
    value: String,
    label: String,
    help: Option<String>,
}

impl Choice {
    /// A value to send and the label to show.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), help: None }
    }

    /// A sentence that says what choosing it means (not shown in a select).
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }
}

/// What one answers a field with.
#[derive(Clone, Debug)]
enum Control {
    Line { kind: &'static str, short: bool, numeric: bool, unit: Option<String> },
    Area { rows: u32 },
    Select { choices: Vec<Choice> },
    Radios { choices: Vec<Choice> },
    Checks { choices: Vec<Choice> },
    Check { value: String },
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    name: String,
    label: String,
    control: Control,
    values: Vec<String>,
    help: Option<String>,
    error: Option<String>,
    optional: Option<String>,
    autocomplete: Option<&'static str>,
}

impl Field {
    fn new(name: impl Into<String>, label: impl Into<String>, control: Control) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            control,
            values: Vec::new(),
            help: None,
            error: None,
            optional: None,
            autocomplete: None,
        }
    }

    fn line(name: impl Into<String>, label: impl Into<String>, kind: &'static str) -> Self {
        let short = kind == "date";
        Self::new(name, label, Control::Line { kind, short, numeric: false, unit: None })
    }

    /// One line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(name, label, "text")
    }

    /// Words to search for.
    pub fn search(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(name, label, "search")
    }

    /// A password, never shown again.
    pub fn password(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(name, label, "password").autocomplete("current-password")
    }

    /// A day, by the browser's own calendar; the value is `YYYY-MM-DD`.
    pub fn date(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::line(name, label, "date")
    }

    /// A number with its unit, such as “kr” or “%”. It is text to the browser,
    /// so that spaces between thousands survive until the server reads them.
    pub fn number(name: impl Into<String>, label: impl Into<String>, unit: impl Into<String>) -> Self {
        let unit = Some(unit.into());
        Self::new(name, label, Control::Line { kind: "text", short: true, numeric: true, unit })
    }

    /// Several lines of text, five to begin with.
    pub fn area(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(name, label, Control::Area { rows: 5 })
    }

    /// One of many, in a list that opens. Add an empty choice first where none is chosen.
    pub fn select(name: impl Into<String>, label: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self::new(name, label, Control::Select { choices: choices.into_iter().collect() })
    }

    /// One of a few, all in view.
    pub fn radios(name: impl Into<String>, label: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self::new(name, label, Control::Radios { choices: choices.into_iter().collect() })
    }

    /// Any number of a few, all in view.
    pub fn checks(name: impl Into<String>, label: impl Into<String>, choices: impl IntoIterator<Item = Choice>) -> Self {
        Self::new(name, label, Control::Checks { choices: choices.into_iter().collect() })
    }

    /// A single box to tick; it sends `value` where ticked and nothing where not.
    pub fn check(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(name, label, Control::Check { value: value.into() })
    }

    /// What it holds now. For check boxes, call it once for each that is ticked.
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.values.push(value.into());
        self
    }

    /// A sentence that helps one to answer.
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// What is wrong with the answer, and how to mend it; nothing where all is well.
    pub fn error(mut self, message: Option<impl Into<String>>) -> Self {
        self.error = message.map(Into::into);
        self
    }

    /// Says that the field may be left empty; the text is the word for “optional”.
    pub fn optional(mut self, word: impl Into<String>) -> Self {
        self.optional = Some(word.into());
        self
    }

    /// How many lines a text area shows before one has written more.
    pub fn rows(mut self, number: u32) -> Self {
        if let Control::Area { rows } = &mut self.control {
            *rows = number;
        }
        self
    }

    /// A narrow line, for answers of a word or two.
    pub fn short(mut self) -> Self {
        if let Control::Line { short, .. } = &mut self.control {
            *short = true;
        }
        self
    }

    /// What a browser may fill in by itself, in HTML's words: `username`, `name`, `off`.
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = Some(what);
        self
    }

    /// Its name, and what it is called on the page.
    pub fn called(&self) -> (&str, &str) {
        (&self.name, &self.label)
    }

    /// The id of the input with this name; the error summary links to it.
    pub fn id_of(name: &str) -> String {
        let plain = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' });
        "f-".chars().chain(plain).collect()
    }

    fn first_value(&self) -> &str {
        self.values.first().map_or("", String::as_str)
    }

    fn holds(&self, value: &str) -> bool {
        self.values.iter().any(|held| held == value)
    }

    /// The ids of the help and the error, for `aria-describedby`.
    fn described_by(&self, id: &str) -> Option<String> {
        let help = self.help.is_some().then(|| format!("{id}-help"));
        let error = self.error.is_some().then(|| format!("{id}-error"));
        match (help, error) {
            (Some(help), Some(error)) => Some(format!("{error} {help}")),
            (help, error) => help.or(error),
        }
    }

    fn label_text(&self) -> Markup {
        html! { (self.label) @if let Some(word) = &self.optional { " " span .sb-optional { "(" (word) ")" } } }
    }

    fn help_text(&self, id: &str) -> Markup {
        html! { @if let Some(help) = &self.help { p data-field="description" id={ (id) "-help" } { (help) } } }
    }

    fn error_text(&self, id: &str) -> Markup {
        html! {
            @if let Some(error) = &self.error {
                p .ds-validation-message data-field="validation" id={ (id) "-error" } { (error) }
            }
        }
    }

    fn single(&self, id: &str) -> Markup {
        let described = self.described_by(id);
        let invalid = self.error.is_some().then_some("true");
        html! {
            div .ds-field.sb-field {
                label .ds-label for=(id) data-weight="semibold" { (self.label_text()) }
                (self.help_text(id))
                @match &self.control {
                    Control::Line { kind, short, numeric, unit } => div class=[line_class(*short, unit.is_some())] {
                        input .ds-input type=(kind) id=(id) name=(self.name)
                            value=[(*kind != "password").then(|| self.first_value())]
                            inputmode=[numeric.then_some("numeric")]
                            autocomplete=[self.autocomplete.or(numeric.then_some("off"))]
                            aria-describedby=[described] aria-invalid=[invalid];
                        @if let Some(unit) = unit { span .ds-field-affix { (unit) } }
                    },
                    Control::Area { rows } => textarea .ds-input id=(id) name=(self.name) rows=(rows)
                        aria-describedby=[described] aria-invalid=[invalid] { "\n" (self.first_value()) },
                    Control::Select { choices } => select .ds-input data-width="auto" id=(id) name=(self.name)
                        aria-describedby=[described] aria-invalid=[invalid] {
                        @for choice in choices {
                            option value=(choice.value) selected[self.holds(&choice.value)] { (choice.label) }
                        }
                    },
                    Control::Radios { .. } | Control::Checks { .. } | Control::Check { .. } => {}
                }
                (self.error_text(id))
            }
        }
    }

    fn group(&self, id: &str, kind: &str, choices: &[Choice]) -> Markup {
        let invalid = self.error.is_some().then_some("true");
        html! {
            div .sb-field { fieldset .ds-fieldset.sb-choices aria-describedby=[self.described_by(id)] {
                legend .ds-label data-weight="semibold" { (self.label_text()) }
                (self.help_text(id))
                @for (position, choice) in choices.iter().enumerate() {
                    @let own = if position == 0 { id.to_owned() } else { format!("{id}-{position}") };
                    @let help = choice.help.is_some().then(|| format!("{own}-about"));
                    div .ds-field {
                        input .ds-input type=(kind) id=(own) name=(self.name) value=(choice.value)
                            checked[self.holds(&choice.value)] aria-describedby=[help.as_ref()] aria-invalid=[invalid];
                        label .ds-label data-weight="regular" for=(own) { (choice.label) }
                        @if let Some(text) = &choice.help { p data-field="description" id=[help.as_ref()] { (text) } }
                    }
                }
                (self.error_text(id))
            } }
        }
    }

    fn check_box(&self, id: &str, value: &str) -> Markup {
        html! {
            div .ds-field.sb-field {
                input .ds-input type="checkbox" id=(id) name=(self.name) value=(value)
                    checked[self.holds(value)] aria-describedby=[self.described_by(id)]
                    aria-invalid=[self.error.is_some().then_some("true")];
                label .ds-label data-weight="regular" for=(id) { (self.label_text()) }
                (self.help_text(id))
                (self.error_text(id))
            }
        }
    }
}

/// How the line is laid out: narrow, with its unit beside it, both or neither.
fn line_class(short: bool, with_unit: bool) -> Option<&'static str> {
    match (short, with_unit) {
        (true, true) => Some("ds-field-affixes sb-short"),
        (true, false) => Some("sb-short"),
        (false, true) => Some("ds-field-affixes"),
        (false, false) => None,
    }
}

impl Render for Field {
    fn render(&self) -> Markup {
        let id = Self::id_of(&self.name);
        match &self.control {
            Control::Radios { choices } => self.group(&id, "radio", choices),
            Control::Checks { choices } => self.group(&id, "checkbox", choices),
            Control::Check { value } => self.check_box(&id, value),
            Control::Line { .. } | Control::Area { .. } | Control::Select { .. } => self.single(&id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_and_error_describe_the_input_with_the_error_first() {
        let html = Field::text("title", "Rubrik").help("Kort och klart").error(Some("Skriv en rubrik")).render().into_string();
        assert!(html.contains(r#"aria-describedby="f-title-error f-title-help" aria-invalid="true""#), "{html}");
        assert!(html.contains(r#"id="f-title-error""#) && html.contains(r#"id="f-title-help""#));
    }

    #[test]
    fn a_password_is_never_written_back() {
        let html = Field::password("secret", "Lösenord").value("hemligt").render().into_string();
        assert!(!html.contains("hemligt"), "{html}");
    }

    #[test]
    fn what_was_written_comes_back_escaped_and_keeps_its_first_line_break() {
        let html = Field::area("idea[need]", "Behov").value("\n</textarea><b>").render().into_string();
        assert!(html.contains("rows=\"5\">\n\n&lt;/textarea&gt;&lt;b&gt;</textarea>"), "{html}");
        assert!(html.contains(r#"id="f-idea-need-""#));
    }

    #[test]
    fn the_first_radio_button_carries_the_id_that_the_error_summary_links_to() {
        let choices = [Choice::new("yes", "Ja"), Choice::new("no", "Nej")];
        let html = Field::radios("answer", "Svar", choices).value("no").render().into_string();
        assert!(html.contains(r#"id="f-answer" name="answer" value="yes">"#), "{html}");
        assert!(html.contains(r#"id="f-answer-1" name="answer" value="no" checked>"#), "{html}");
    }
}
