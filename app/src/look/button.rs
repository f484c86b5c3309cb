//! Buttons and links: one primary action a page, the rest quieter.
use maud::{Markup, Render, html};

/// Somewhere to go, and what it is called.
#[derive(Clone, Debug, Default)]
pub struct Link {
    /// The address.
    pub href: String,
    /// What the link says.
    pub label: String,
}

impl Link {
    /// A link to an address, by name.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into() }
    }
}

impl Render for Link {
    fn render(&self) -> Markup {
        html! { a .ds-link href=(self.href) { (self.label) } }
    }
}

/// How loudly a button speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    Primary,
    Secondary,
    Quiet,
    Danger,
}

/// A button that submits its form, or a link that looks like one.
#[derive(Clone, Debug)]
pub struct Button {
    label: String,
    voice: Voice,
    href: Option<String>,
    field: Option<(String, String)>,
    form: Option<String>,
    action: Option<String>,
}

impl Button {
    fn new(voice: Voice, label: impl Into<String>) -> Self {
        Self { label: label.into(), voice, href: None, field: None, form: None, action: None }
    }

    /// The one thing the page asks for.
    pub fn primary(label: impl Into<String>) -> Self {
        Self::new(Voice::Primary, label)
    }

    /// Another thing one may do.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self::new(Voice::Secondary, label)
    }

    /// Something on the side, such as leaving a form.
    pub fn quiet(label: impl Into<String>) -> Self {
        Self::new(Voice::Quiet, label)
    }

    /// Something that is hard to take back.
    pub fn danger(label: impl Into<String>) -> Self {
        Self::new(Voice::Danger, label)
    }

    /// Makes it a link to an address instead of a submitting button.
    pub fn to(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    /// Sends this name and value along, so that a form with several buttons knows which was pressed.
    pub fn sending(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.field = Some((name.into(), value.into()));
        self
    }

    /// Submits the form with this id, where the button stands outside it.
    pub fn of_form(mut self, id: impl Into<String>) -> Self {
        self.form = Some(id.into());
        self
    }

    /// Submits to another address than the form's own.
    pub fn posting_to(mut self, address: impl Into<String>) -> Self {
        self.action = Some(address.into());
        self
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let variant = match self.voice {
            Voice::Primary => None,
            Voice::Secondary | Voice::Danger => Some("secondary"),
            Voice::Quiet => Some("tertiary"),
        };
        let color = (self.voice == Voice::Danger).then_some("danger");
        match &self.href {
            Some(href) => html! {
                a .ds-button data-variant=[variant] data-color=[color] href=(href) { (self.label) }
            },
            None => html! {
                button .ds-button type="submit" data-variant=[variant] data-color=[color]
                    name=[self.field.as_ref().map(|(name, _)| name)]
                    value=[self.field.as_ref().map(|(_, value)| value)]
                    form=[self.form.as_ref()] formaction=[self.action.as_ref()] { (self.label) }
            },
        }
    }
}

/// A row of buttons, the primary one first.
pub fn actions(buttons: impl IntoIterator<Item = Button>) -> Markup {
    html! { div .sb-actions { @for button in buttons { (button) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_with_an_address_is_a_link() {
        let link = Button::secondary("Ändra").to("/initiatives/7?a=1&b=2").render().into_string();
        assert_eq!(link, r#"<a class="ds-button" data-variant="secondary" href="/initiatives/7?a=1&amp;b=2">Ändra</a>"#);
    }

    #[test]
    fn a_button_can_say_which_of_several_was_pressed() {
        let button = Button::primary("Tillstyrk").sending("answer", "yes").render().into_string();
        assert_eq!(button, r#"<button class="ds-button" type="submit" name="answer" value="yes">Tillstyrk</button>"#);
    }
}
