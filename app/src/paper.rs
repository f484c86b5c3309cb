//! Paper and spreadsheets: the typeface of printed reports, and any list as a file.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::{Align, Block, Document, PdfError, Sheet, Span, Text, Typeface};
use maud::{Markup, Render, html};

use crate::look::{self, Link, Summary};
use crate::web::problem::Problem;
use crate::web::view::View;

static TYPEFACE: LazyLock<Typeface> = LazyLock::new(|| {
    Typeface::new(include_bytes!("../assets/vendor/source-sans-regular.ttf"), include_bytes!("../assets/vendor/source-sans-semibold.ttf"))
        .expect("the embedded typeface is a font; a test prints with it")
});

/// A report as a tagged PDF.
///
/// # Errors
/// A document without title or language, or whose headings skip a level.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    documents::pdf(document, &TYPEFACE)
}

/// The blocks of a document as a page shows them: what is printed and what is read is the same.
pub fn blocks(all: &[Block]) -> Markup {
    html! { @for (place, block) in all.iter().enumerate() { (on_page(block, place)) } }
}

fn on_page(block: &Block, place: usize) -> Markup {
    match block {
        Block::Heading { level: 1, text } => html! { h2 { (text) } },
        Block::Heading { level: 2, text } => html! { h3 { (text) } },
        Block::Heading { text, .. } => html! { h4 { (text) } },
        Block::Paragraph(text) => html! { p .sb-lines { (words(text)) } },
        Block::List { ordered: true, items } => html! { ol { @for item in items { li { (words(item)) } } } },
        Block::List { ordered: false, items } => html! { ul { @for item in items { li { (words(item)) } } } },
        Block::Facts(facts) => facts.iter().fold(Summary::new(), |all, (name, text)| all.fact(name, words(text))).render(),
        Block::Callout { tone, text } => look::callout(look_tone(*tone), "", html! { p { (words(text)) } }),
        Block::Table(table) => on_page_table(table, place).render(),
        Block::PageBreak => html! {},
    }
}

fn look_tone(tone: documents::Tone) -> look::Tone {
    match tone {
        documents::Tone::Neutral => look::Tone::Neutral,
        documents::Tone::Good => look::Tone::Good,
        documents::Tone::Partly => look::Tone::Partly,
        documents::Tone::Bad => look::Tone::Bad,
    }
}

fn words(text: &Text) -> Markup {
    html! {
        @for span in &text.0 {
            @match span {
                Span::Plain(text) => (text),
                Span::Strong(text) => strong { (text) },
                Span::Link { text, url } => (Link::new(url, text)),
            }
        }
    }
}

fn on_page_table(table: &documents::Table, place: usize) -> look::Table {
    let mut shown = look::Table::new(format!("table-{place}"), table.caption.clone().unwrap_or_default());
    for column in &table.columns {
        let figures = column.align == Align::End;
        shown = shown.column(if figures { look::Column::number(&column.heading) } else { look::Column::text(&column.heading) });
    }
    for row in &table.rows {
        let line = if row.total { shown.totals() } else { shown.row() };
        row.cells.iter().fold(line, |line, cell| line.cell(words(cell)));
    }
    shown
}

/// The list a page shows as a file, where the address asks for one by `?export=csv` or `?export=xlsx`.
///
/// The same filters, order and rights hold as on the page, since the page itself is asked.
///
/// # Errors
/// A form there is none of, or a number too long for a spreadsheet.
pub fn export(view: &View, name: &str, sheet: impl FnOnce() -> Sheet) -> Result<Option<Response>, Problem> {
    let said = |error: documents::SheetError| Problem::Storage(error.to_string());
    let (kind, bytes) = match view.ask("export") {
        "" => return Ok(None),
        "csv" => ("text/csv; charset=utf-8", documents::csv(&sheet()).map_err(said)?),
        "xlsx" => {
            let created = view.harbour().clock.now();
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (kind, documents::xlsx(&[sheet()], created).map_err(said)?)
        }
        _ => return Err(Problem::Unreadable("problem-query")),
    };
    let file = format!("attachment; filename=\"{name}-{}.{}\"", view.today, view.ask("export"));
    Ok(Some(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response()))
}

/// Links to the list as a file, for the foot of a list.
pub fn export_links(view: &View) -> Markup {
    html! {
        p .sb-export {
            (view.t("export-as")) " "
            (Link::new(view.asking("export", "xlsx"), view.t("export-xlsx"))) " "
            (Link::new(view.asking("export", "csv"), view.t("export-csv")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_typeface_prints() {
        let document = Document {
            title: "Åtta frågor".into(),
            language: "sv".into(),
            publisher: "Huddinge kommun".into(),
            subtitle: None,
            date_line: "18 mars 2024".into(),
            created: "2024-03-18T08:00:00Z".parse().expect("a time"),
            blocks: vec![],
        };
        assert!(pdf(&document).expect("a PDF").starts_with(b"%PDF-"));
    }
}
