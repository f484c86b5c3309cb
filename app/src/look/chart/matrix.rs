//! A matrix of graded cells: risks by likelihood and consequence, or what serves which goal.
use super::canvas::{Anchor, Canvas, Style, WIDE};
use super::{Drawing, Said};

/// One cell.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// What stands in it: a number, a few letters, or nothing.
    pub text: String,
    /// Its grade, 0 (nothing) to 4 (most); the caller's rule decides.
    pub grade: u8,
}

/// Rows and columns with their names, and a cell for each pair.
#[derive(Clone, Debug, Default)]
pub struct Matrix {
    /// What the columns are, written above them.
    pub columns_title: String,
    /// The columns, from the left.
    pub columns: Vec<String>,
    /// The rows, from the top: name and cells. A row that is too short is empty to its end.
    pub rows: Vec<(String, Vec<Cell>)>,
}

const NAMES: i64 = 220;
const ROW: i64 = 44;
const HEAD: i64 = 54;

/// The matrix, its cells coloured by grade and holding their text.
pub fn matrix(said: &Said, matrix: &Matrix) -> Drawing {
    let mut canvas = Canvas::new(WIDE);
    let count = i64::try_from(matrix.columns.len()).unwrap_or(1).max(1);
    let wide = ((WIDE - NAMES) / count).min(140);
    canvas.text((NAMES, 14), Anchor::Start, WIDE - NAMES, &matrix.columns_title, Style::NOTE);
    for (position, column) in (0_i64..).zip(&matrix.columns) {
        let middle = NAMES + wide * position + wide / 2;
        canvas.text((middle, HEAD - 12), Anchor::Middle, wide - 4, column, Style::LABEL);
    }
    let mut y = HEAD;
    for (name, cells) in &matrix.rows {
        canvas.text((0, y + ROW / 2 + 5), Anchor::Start, NAMES - 12, name, Style::LABEL);
        for position in 0..matrix.columns.len() {
            let x = NAMES + wide * i64::try_from(position).unwrap_or(0);
            let empty = Cell::default();
            let cell = cells.get(position).unwrap_or(&empty);
            canvas.heat(x + 1, y + 1, wide - 2, ROW - 2, cell.grade);
            if !cell.text.is_empty() {
                canvas.text((x + wide / 2, y + ROW / 2 + 5), Anchor::Middle, wide - 6, &cell.text, Style::ON_HEAT);
            }
        }
        y += ROW;
    }
    canvas.finish(said, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_row_is_empty_to_its_end_and_a_grade_beyond_four_is_four() {
        let risks = Matrix {
            columns: vec!["1".into(), "2".into()],
            rows: vec![("Trolig".into(), vec![Cell { text: "R<3".into(), grade: 9 }])],
            ..Matrix::default()
        };
        let svg = matrix(&Said::default(), &risks).svg.into_string();
        assert_eq!(svg.matches("<rect class=\"heat-").count(), 2);
        assert!(svg.contains("heat-4") && svg.contains("heat-0") && svg.contains("R&lt;3"), "{svg}");
    }

    #[test]
    fn an_empty_matrix_is_an_empty_drawing() {
        assert!(!matrix(&Said::default(), &Matrix::default()).svg.into_string().contains("<rect"));
    }
}
