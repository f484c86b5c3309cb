//! Data tables: a caption, headers that sort by links, aligned figures, totals, and a word where there is nothing.
//!
//! Rows are written straight into one string, so that five hundred of them
//! cost no more than their text.
use std::fmt::Write;

use maud::{Escaper, Markup, PreEscaped, Render, html};

/// The way a list is sorted by a column now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Not by this column.
    Unsorted,
    /// Smallest, earliest or A first.
    Ascending,
    /// Largest, latest or Ö first.
    Descending,
}

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    label: String,
    number: bool,
    hidden_label: bool,
    sort: Option<(String, Sort)>,
}

impl Column {
    fn new(label: impl Into<String>, number: bool) -> Self {
        Self { label: label.into(), number, hidden_label: false, sort: None }
    }

    /// A column of words.
    pub fn text(label: impl Into<String>) -> Self {
        Self::new(label, false)
    }

    /// A column of figures, aligned to the right.
    pub fn number(label: impl Into<String>) -> Self {
        Self::new(label, true)
    }

    /// Makes the header a link that sorts: `href` is what following it asks for, `now` how the list is sorted.
    pub fn sorts(mut self, href: impl Into<String>, now: Sort) -> Self {
        self.sort = Some((href.into(), now));
        self
    }

    /// Keeps the header for those who listen to the page, and out of sight for others.
    pub fn unlabelled(mut self) -> Self {
        self.hidden_label = true;
        self
    }
}

impl Render for Column {
    fn render(&self) -> Markup {
        let sorted = self.sort.as_ref().and_then(|(_, now)| match now {
            Sort::Unsorted => None,
            Sort::Ascending => Some("ascending"),
            Sort::Descending => Some("descending"),
        });
        html! {
            th scope="col" class=[self.number.then_some("n")] aria-sort=[sorted] {
                @match &self.sort {
                    Some((href, _)) => a .sb-sort href=(href) { (self.label) },
                    None if self.hidden_label => span .ds-sr-only { (self.label) },
                    None => (self.label),
                }
            }
        }
    }
}

/// A table under construction: columns first, then rows.
#[derive(Clone, Debug)]
pub struct Table {
    id: String,
    caption: String,
    caption_hidden: bool,
    columns: Vec<Column>,
    body: String,
    count: usize,
    totals: String,
    empty: String,
}

impl Table {
    /// A table with an id of its own on the page, and a caption that says what it lists.
    pub fn new(id: impl Into<String>, caption: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            caption_hidden: false,
            columns: Vec::new(),
            body: String::new(),
            count: 0,
            totals: String::new(),
            empty: String::new(),
        }
    }

    /// Keeps the caption for those who listen, where a heading just above already says it.
    pub fn caption_hidden(mut self) -> Self {
        self.caption_hidden = true;
        self
    }

    /// Adds a column.
    pub fn column(mut self, column: Column) -> Self {
        self.columns.push(column);
        self
    }

    /// What to say, in place of rows, where there are none.
    pub fn empty(mut self, text: impl Into<String>) -> Self {
        self.empty = text.into();
        self
    }

    /// Begins a row: `table.row().cell(..).cell(..);`. Its first cell names the row.
    pub fn row(&mut self) -> Row<'_> {
        self.count += 1;
        Row::begin(&mut self.body, &self.columns)
    }

    /// Adds a row for each item.
    pub fn rows<T>(mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(Row<'_>, T)) -> Self {
        for item in items {
            write(self.row(), item);
        }
        self
    }

    /// Begins the row of totals, below all others.
    pub fn totals(&mut self) -> Row<'_> {
        Row::begin(&mut self.totals, &self.columns)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.count
    }
}

/// A row being written; it ends where it goes out of scope.
#[derive(Debug)]
pub struct Row<'a> {
    out: &'a mut String,
    columns: &'a [Column],
    written: usize,
}

impl<'a> Row<'a> {
    fn begin(out: &'a mut String, columns: &'a [Column]) -> Self {
        out.push_str("<tr>");
        Self { out, columns, written: 0 }
    }

    /// Writes the next cell: text is escaped, markup is not.
    pub fn cell(mut self, content: impl Render) -> Self {
        let number = self.columns.get(self.written).is_some_and(|column| column.number);
        self.out.push_str(match (self.written, number) {
            (0, _) => r#"<th scope="row">"#,
            (_, true) => r#"<td class="n">"#,
            (_, false) => "<td>",
        });
        content.render_to(self.out);
        self.out.push_str(if self.written == 0 { "</th>" } else { "</td>" });
        self.written += 1;
        self
    }

    /// Writes the next cell as a link; the address and the label are escaped.
    pub fn link(self, href: &str, label: &str) -> Self {
        self.cell(Anchor { href, label })
    }
}

impl Drop for Row<'_> {
    fn drop(&mut self) {
        for _ in self.written..self.columns.len() {
            self.out.push_str("<td></td>");
        }
        self.out.push_str("</tr>");
    }
}

/// A link that writes itself without a string of its own.
struct Anchor<'a> {
    href: &'a str,
    label: &'a str,
}

impl Render for Anchor<'_> {
    fn render_to(&self, out: &mut String) {
        out.push_str(r#"<a class="ds-link" href=""#);
        let _ = Escaper::new(out).write_str(self.href);
        out.push_str("\">");
        let _ = Escaper::new(out).write_str(self.label);
        out.push_str("</a>");
    }
}

impl Render for Table {
    fn render(&self) -> Markup {
        html! {
            div .sb-table role="region" tabindex="0" aria-labelledby={ (self.id) "-caption" } {
                table .ds-table #(self.id) data-color="neutral" {
                    caption #{ (self.id) "-caption" } { span class=[self.caption_hidden.then_some("ds-sr-only")] { (self.caption) } }
                    thead { tr { @for column in &self.columns { (column) } } }
                    tbody {
                        @if self.count == 0 {
                            tr { td .sb-nothing colspan=(self.columns.len()) { (self.empty) } }
                        } @else {
                            (PreEscaped(&self.body))
                        }
                    }
                    @if !self.totals.is_empty() { tfoot { (PreEscaped(&self.totals)) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_columns() -> Table {
        Table::new("t", "Initiativ")
            .column(Column::text("Namn").sorts("?sort=name", Sort::Ascending))
            .column(Column::number("Kostnad").sorts("?sort=cost", Sort::Unsorted))
            .empty("Inga initiativ")
    }

    #[test]
    fn the_first_cell_names_the_row_and_figures_stand_to_the_right() {
        let html = two_columns().rows([("A & B", 12)], |row, (name, cost)| drop(row.cell(name).cell(cost)));
        let html = html.render().into_string();
        assert!(html.contains(r#"<tr><th scope="row">A &amp; B</th><td class="n">12</td></tr>"#), "{html}");
    }

    #[test]
    fn only_the_sorted_column_says_how_it_is_sorted() {
        let html = two_columns().render().into_string();
        assert_eq!(html.matches("aria-sort").count(), 1);
        assert!(html.contains(r#"aria-sort="ascending"><a class="sb-sort" href="?sort=name">"#), "{html}");
    }

    #[test]
    fn an_empty_table_says_so_across_all_columns() {
        let html = two_columns().render().into_string();
        assert!(html.contains(r#"<td class="sb-nothing" colspan="2">Inga initiativ</td>"#), "{html}");
    }

    #[test]
    fn a_row_that_is_cut_short_still_has_all_its_cells() {
        let mut table = two_columns();
        table.totals().cell("Summa");
        let html = table.render().into_string();
        assert!(html.contains(r#"<tfoot><tr><th scope="row">Summa</th><td></td></tr></tfoot>"#), "{html}");
    }
}
