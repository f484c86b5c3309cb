//! The PDF as other programs see it: poppler reads it, qpdf takes it apart.

mod any_text;
mod report;

use std::path::PathBuf;
use std::process::Command;

use documents::{Align, Block, PdfError, Row, Table, Text, pdf};
use report::{audit, columns, heading, of, typeface};

/// Writes a report to a file for another program to open.
fn file(name: &str, document: &documents::Document) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let bytes = pdf(document, &typeface()).expect("the report is written");
    std::fs::write(&path, bytes).expect("the file is written");
    path
}

/// What another program says of a file.
fn says(program: &str, arguments: &[&str], path: &PathBuf, after: &[&str]) -> String {
    let output = Command::new(program).args(arguments).arg(path).args(after).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing; on Debian: apt-get install poppler-utils qpdf"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    // Poppler 22 reads the `/Suspects false` of ISO 32000-1, table 321, and yet complains of it.
    let complaints = String::from_utf8_lossy(&output.stderr).replace("Syntax Error: Suspects object is wrong type (boolean)", "");
    assert!(complaints.trim().is_empty(), "{program}: {complaints}");
    // Poppler prints a heading's title as it stands in the file, which is UTF-16.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_file_says_its_title_its_date_and_that_it_is_tagged() {
    let info = says("pdfinfo", &["-isodates"], &file("info.pdf", &audit()), &[]);
    for line in [
        "Title:           Revisionens åtta frågor",
        "Author:          Huddinge kommun",
        "Tagged:          yes",
        "CreationDate:    2023-08-25T22:00:00Z",
    ] {
        assert!(info.contains(line), "{line} is not in\n{info}");
    }
}

#[test]
fn the_file_declares_accessible_and_archival_form_with_language_and_title_shown() {
    let path = file("catalogue.pdf", &audit());
    says("qpdf", &["--check"], &path, &[]);
    let json = says("qpdf", &["--json=2", "--json-key=qpdf"], &path, &[]);
    for part in ["\"/Lang\": \"u:sv\"", "\"/Marked\": true", "\"/DisplayDocTitle\": true", "\"/StructTreeRoot\": \"", "\"/Tabs\": \"/S\""] {
        assert!(json.contains(part), "{part} is missing");
    }
    let whole = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
    for part in ["pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"] {
        assert!(whole.contains(part), "{part} is missing");
    }
}

#[test]
fn a_screen_reader_meets_headings_lists_tables_and_links_in_reading_order() {
    let path = file("structure.pdf", &audit());
    let tree = says("pdfinfo", &["-struct-text"], &path, &[]);
    let mut rest = tree.as_str();
    for step in [
        "H1 ",
        "\"Revisionens åtta frågor\"",
        "Svar ur styrningens",
        "TH",
        "\"Kommun\"",
        "TD",
        "\"Huddinge\"",
        "Link",
        "\"så verifieras underlaget\"",
        "Span (inline)",
        "\"beräknat, aldrig ",
        "Table",
        "Caption",
        "\"Svaren i sammandrag\"",
        "THead",
        "TH",
        "/Scope /Column",
        "\"Fråga\"",
        "TBody",
        "TR",
        "TD",
        "\"1\"",
        "\"Hela revisionen\"",
        "H2 ",
        "\"1. Finns det mål",
        "\"Delvis. \"",
        "TH",
        "/Scope /Row",
        "H3 \"Undantag\"",
        "\"125 000\"",
        "L (block)",
        "/ListNumbering /Disc",
        "LI",
        "Lbl",
        "\"•\"",
        "LBody",
        "Link",
        "Object",
        "\"Kommundirektörens",
        "H2 ",
        "\"8. Följs nyttan upp",
    ] {
        let Some(at) = rest.find(step) else {
            panic!("{step} does not come next; next is\n{}", rest.chars().take(800).collect::<String>())
        };
        rest = &rest[at + step.len()..];
    }
}

#[test]
fn every_page_says_whose_report_it_is_of_when_and_which_page_of_how_many() {
    let path = file("pages.pdf", &audit());
    let text = says("pdftotext", &["-layout"], &path, &["-"]);
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 4);
    for (index, page) in pages.iter().enumerate() {
        for part in ["Huddinge kommun", "Läget per 25 augusti 2023", &format!("{} ({})", index + 1, pages.len())] {
            assert!(page.contains(part), "page {} lacks {part}", index + 1);
        }
    }
}

/// A table that needs several pages.
fn long_table(row: impl Fn(usize) -> Row) -> Block {
    Block::Table(Table {
        caption: None,
        columns: columns(&[("Aktivitet", Align::Start), ("Belopp (kr)", Align::End)]),
        row_headers: true,
        rows: (1..=120).map(row).collect(),
    })
}

#[test]
fn a_long_table_shows_its_header_on_every_page_and_a_screen_reader_meets_it_once() {
    let table = long_table(|nth| Row::new([format!("Aktivitet nr {nth}").into(), Text::from(format!("{nth}"))]));
    let path = file("long.pdf", &of(vec![table]));
    let text = says("pdftotext", &["-layout"], &path, &["-"]);
    assert_eq!(text.matches("Belopp (kr)").count(), text.matches('\u{c}').count());
    let tree = says("pdfinfo", &["-struct-text"], &path, &[]);
    assert_eq!(tree.matches("\"Belopp (kr)\"").count(), 1);
    for nth in 1..=120 {
        assert!(tree.contains(&format!("\"Aktivitet nr {nth}\"")), "row {nth} is gone");
    }
}

#[test]
fn a_row_taller_than_a_page_goes_on_over_the_next_and_loses_no_word() {
    let words: Vec<String> = (1..=1500).map(|nth| format!("ord{nth}")).collect();
    let table = Block::Table(Table {
        caption: Some("Yttrande".into()),
        columns: columns(&[("Nämnd", Align::Start), ("Svar", Align::Start)]),
        row_headers: true,
        rows: vec![Row::new([Text::from("Socialnämnden"), words.join(" ").into()])],
    });
    let text = says("pdftotext", &[], &file("tall.pdf", &of(vec![table])), &["-"]);
    assert!(text.matches('\u{c}').count() > 1);
    for word in words {
        assert!(text.split_whitespace().any(|found| found == word), "{word} is gone");
    }
}

#[test]
fn what_the_typeface_cannot_draw_is_named_and_steering_marks_are_left_out() {
    let wild = "Glad \u{1f600}, mjukt binde\u{ad}streck, rad\nbrytning, \u{202e}vänd, e\u{301}, 東, Łódź";
    let blocks = vec![Block::Paragraph(wild.into()), Block::Paragraph(Text::default())];
    let text = says("pdftotext", &[], &file("wild.pdf", &of(blocks)), &["-"]);
    for part in ["Glad [U+1F600], mjukt bindestreck, rad brytning, vänd,", "[U+6771], Łódź"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_word_wider_than_its_column_is_cut_and_not_lost() {
    let address = format!("https://styrbord.example/{}", "a1b2".repeat(60));
    let table = Block::Table(Table {
        caption: None,
        columns: columns(&[("Rot", Align::Start), ("Adress", Align::Start)]),
        row_headers: false,
        rows: vec![Row::new([Text::from("x".repeat(90)), address.clone().into()])],
    });
    let tree = says("pdfinfo", &["-struct-text"], &file("wide.pdf", &of(vec![table])), &[]);
    let joined: String = tree.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"')).collect();
    assert!(joined.contains(&address) && joined.contains(&"x".repeat(90)), "{tree}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert!(pdf(&audit(), &typeface()).unwrap() == pdf(&audit(), &typeface()).unwrap());
    let mut later = audit();
    later.created = "2024-01-01T00:00:00Z".parse().unwrap();
    assert!(pdf(&audit(), &typeface()).unwrap() != pdf(&later, &typeface()).unwrap());
}

#[test]
fn a_report_that_a_screen_reader_would_stumble_over_is_refused() {
    let refusal = |document| pdf(&document, &typeface()).unwrap_err();
    let mut untitled = of(vec![]);
    untitled.title = " ".into();
    assert!(matches!(refusal(untitled), PdfError::NoTitle));
    let mut mute = of(vec![]);
    mute.language.clear();
    assert!(matches!(refusal(mute), PdfError::NoLanguage));
    let skips = refusal(of(vec![heading(1, "Ett"), heading(3, "Tre")]));
    assert!(matches!(skips, PdfError::HeadingOrder { level: 3, before: 1, .. }));
    let Block::Table(mut table) = long_table(|_| Row::new(["a".into(), "b".into()])) else { unreachable!() };
    table.rows[6].cells.pop();
    assert!(matches!(refusal(of(vec![Block::Table(table)])), PdfError::UnevenRow { row: 7, .. }));
}

#[test]
fn no_reader_needs_a_font_of_its_own() {
    let fonts = says("pdffonts", &[], &file("fonts.pdf", &audit()), &[]);
    let embedded: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(embedded.len(), 2, "{fonts}");
    for font in embedded {
        assert!(font.contains("SourceSans3") && font.contains("yes yes yes"), "{fonts}");
    }
}
