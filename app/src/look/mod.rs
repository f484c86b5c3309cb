//! How Styrbord looks: the page frame, the parts a page is made of, and the charts.
//!
//! Nothing here knows a rule or holds a sentence: every text is handed in by
//! the page, which takes it from the Fluent files. A part is either a function
//! that returns `Markup` or a small builder that renders itself, so that a page
//! reads as a list of what is on it. `specimen.rs` shows them all on one page.
pub mod assets;
mod button;
mod callout;
pub mod chart;
mod differences;
mod field;
mod form;
mod frame;
mod pager;
mod panel;
#[cfg(test)]
mod specimen;
mod steps;
mod summary;
mod table;
mod tasks;
mod timeline;
mod tone;

pub use button::{Button, Link, actions};
pub use callout::{callout, details, quote, who_may};
pub use differences::differences;
pub use field::{Choice, Field};
pub use form::{error_summary, fieldset, filter_bar, hidden};
pub use frame::{AsOf, Banner, Frame, NavItem, Notice, Who, Words, page};
pub use pager::{Pager, pager};
pub use panel::{panel, panels};
pub use steps::{Progress, Step, steps};
pub use summary::{KeyFigure, Summary, key_figures};
pub use table::{Column, Row, Sort, Table};
pub use tasks::{Task, task_list};
pub use timeline::{Moment, timeline};
pub use tone::{Tag, Tone, count, day, example, person, source};
