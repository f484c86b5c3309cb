//! What one chooses among in the forms of initiatives.

use crate::look::Choice;
pub use crate::web::choices::{objects, of, people, units};
use crate::web::view::View;

/// A choice that is none yet.
pub fn none(view: &View) -> Choice {
    Choice::new("", view.t("initiative-choose"))
}
