//! The picture of the gates in the documentation is the one the rules' own table draws.

use std::path::Path;

use crate::initiatives::demands::drawing;
use crate::texts::{Lang, Library};

#[test]
fn the_picture_of_the_gates_in_the_documentation_is_current() {
    let library = Library::open();
    let drawn = format!("{}\n", drawing(library.of(Lang::Sv)).svg.into_string());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/pictures/gates.svg");
    if std::env::var_os("STYRBORD_DRAW").is_some() {
        std::fs::write(&path, &drawn).expect("the picture is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "docs/pictures/gates.svg is not what the table of gates draws: run the test with STYRBORD_DRAW=1");
}
