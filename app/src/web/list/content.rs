//! What a cell of a list can hold, and how two cells are ordered.

use documents::{Cell, Kind};
use domain::{Date, Ore};

/// A value that can stand in a cell.
pub trait Content {
    /// What a column of such values holds.
    const KIND: Kind;
    /// The value as a cell.
    fn cell(self) -> Cell;
}

impl Content for String {
    const KIND: Kind = Kind::Text;
    fn cell(self) -> Cell {
        Cell::Text(self)
    }
}

impl Content for &str {
    const KIND: Kind = Kind::Text;
    fn cell(self) -> Cell {
        Cell::Text(self.to_owned())
    }
}

impl Content for Ore {
    const KIND: Kind = Kind::Kronor;
    fn cell(self) -> Cell {
        Cell::Kronor(self.0)
    }
}

impl Content for Date {
    const KIND: Kind = Kind::Date;
    fn cell(self) -> Cell {
        Cell::Date(self)
    }
}

impl Content for i64 {
    const KIND: Kind = Kind::Integer;
    fn cell(self) -> Cell {
        Cell::Integer(self)
    }
}

/// A share in permille, shown in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permille(pub i64);

impl Content for Permille {
    const KIND: Kind = Kind::Permille;
    fn cell(self) -> Cell {
        Cell::Permille(self.0)
    }
}

impl<C: Content> Content for Option<C> {
    const KIND: Kind = C::KIND;
    fn cell(self) -> Cell {
        self.map_or(Cell::Empty, C::cell)
    }
}

/// A cell as it is sorted: figures by size, words as a Swedish dictionary has them, nothing last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Order {
    /// A number, an amount, a share.
    Figure(i64),
    /// A day.
    Day(Date),
    /// Words, without regard to capitals, with å, ä and ö at the end in that order.
    Words(String),
    /// The cell is empty.
    Nothing,
}

impl Order {
    /// Where a cell stands among others of its column.
    pub fn of(cell: Cell) -> Self {
        match cell {
            Cell::Empty => Self::Nothing,
            Cell::Text(text) if text.is_empty() => Self::Nothing,
            Cell::Text(text) => Self::Words(swedish(&text)),
            Cell::Integer(figure) | Cell::Kronor(figure) | Cell::Permille(figure) => Self::Figure(figure),
            Cell::Date(day) => Self::Day(day),
        }
    }
}

/// Words in the order of the Swedish alphabet, which has å before ä, and é with e.
fn swedish(text: &str) -> String {
    let mut words = String::with_capacity(text.len() + 8);
    for sign in text.chars() {
        match sign {
            'å' | 'Å' => words.push('\u{e000}'),
            'ä' | 'Ä' | 'æ' | 'Æ' => words.push('\u{e001}'),
            'ö' | 'Ö' | 'ø' | 'Ø' => words.push('\u{e002}'),
            'é' | 'É' | 'è' | 'È' => words.push('e'),
            'ü' | 'Ü' => words.push('y'),
            ascii if ascii.is_ascii() => words.push(ascii.to_ascii_lowercase()),
            other => words.extend(other.to_lowercase()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut words: Vec<&str>) -> Vec<&str> {
        words.sort_by_key(|word| Order::of(word.cell()));
        words
    }

    #[test]
    fn words_stand_as_in_a_swedish_dictionary() {
        assert_eq!(sorted(vec!["öppna", "Ärende", "åtgärd", "idé", "Zoo", "ideal"]), ["idé", "ideal", "Zoo", "åtgärd", "Ärende", "öppna"]);
    }

    #[test]
    fn what_is_empty_stands_last() {
        assert_eq!(sorted(vec!["", "b", "a"]), ["a", "b", ""]);
        assert!(Order::of(Option::<Ore>::None.cell()) > Order::of(Ore(5).cell()));
    }
}
