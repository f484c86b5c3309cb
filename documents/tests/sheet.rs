//! The spreadsheets as other programs see them: calamine reads XLSX, Python reads CSV.

use std::io::{Cursor, Write};
use std::process::{Command, Stdio};

use calamine::{Data, Reader, Xlsx};
use documents::{Cell, Column, Kind, Sheet, SheetError, csv, xlsx};
use jiff::civil::date;

fn column(heading: &str, kind: Kind) -> Column {
    Column { heading: heading.into(), kind }
}

/// A list with a cell of every kind, and text that means harm.
fn sheet() -> Sheet {
    Sheet {
        name: "Ansökningar 2023: [hela]".into(),
        columns: vec![
            column("Initiativ", Kind::Text),
            column("Poäng", Kind::Integer),
            column("Sökt belopp (kr)", Kind::Kronor),
            column("Inlämnad", Kind::Date),
            column("Andel", Kind::Permille),
        ],
        rows: vec![
            vec![
                "Digital tolk; å, ä & ö".into(),
                Cell::Integer(87),
                Cell::Kronor(125_000_050),
                Cell::Date(date(2023, 8, 25)),
                Cell::Permille(615),
            ],
            vec!["=HYPERLINK(\"http://x\";\"klicka\")".into(), Cell::Integer(-3), Cell::Kronor(-5), Cell::Empty, Cell::Permille(0)],
            vec!["två\nrader".into(), Cell::Empty, Cell::Kronor(0), Cell::Date(date(1899, 1, 2)), Cell::Empty],
            vec![
                "+46 8 535 300 00".into(),
                Cell::Integer(999_999_999_999_999),
                Cell::Kronor(-123_456_789),
                Cell::Empty,
                Cell::Permille(1000),
            ],
        ],
    }
}

fn noon() -> jiff::Timestamp {
    "2023-08-25T12:00:00Z".parse().expect("a time")
}

/// The rows of a CSV as Python's own reader sees them, one line of JSON.
fn python_reads(bytes: &[u8]) -> String {
    let program = "import csv,io,json,sys\n\
        text=sys.stdin.buffer.read().decode('utf-8-sig')\n\
        print(json.dumps(list(csv.reader(io.StringIO(text,newline=''),delimiter=';')),ensure_ascii=False))";
    let mut python = Command::new("python3")
        .args(["-c", program])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed to read the CSV as another program");
    python.stdin.take().expect("it listens").write_all(bytes).expect("it reads");
    String::from_utf8(python.wait_with_output().expect("it answers").stdout).expect("in UTF-8")
}

#[test]
fn python_reads_the_csv_cell_for_cell_and_meets_no_formula() {
    assert_eq!(
        python_reads(&csv(&sheet()).unwrap()).trim(),
        r#"[["Initiativ", "Poäng", "Sökt belopp (kr)", "Inlämnad", "Andel"], ["Digital tolk; å, ä & ö", "87", "1250000,50", "2023-08-25", "61,5%"], ["'=HYPERLINK(\"http://x\";\"klicka\")", "-3", "-0,05", "", "0,0%"], ["två\nrader", "", "0,00", "1899-01-02", ""], ["'+46 8 535 300 00", "999999999999999", "-1234567,89", "", "100,0%"]]"#
    );
}

#[test]
fn no_text_that_begins_like_a_formula_reaches_a_csv_as_it_is() {
    for start in ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"] {
        let text = format!("{start}1+1");
        let one = Sheet { name: "x".into(), columns: vec![column(&text, Kind::Text)], rows: vec![vec![text.clone().into()]] };
        let written = String::from_utf8(csv(&one).unwrap()).unwrap();
        assert_eq!(written.matches(&format!("'{text}")).count(), 2, "{written:?}");
    }
}

#[test]
fn a_spreadsheet_program_reads_numbers_as_numbers_days_as_days_and_text_as_text() {
    let bytes = xlsx(&[sheet()], noon()).unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Ansökningar 2023 hela"]);
    let range = book.worksheet_range("Ansökningar 2023 hela").unwrap();
    assert_eq!(range.get_size(), (5, 5));
    let cell = |row, column| range.get((row, column)).cloned().unwrap();
    assert_eq!(cell(0, 2), Data::String("Sökt belopp (kr)".into()));
    assert_eq!(cell(1, 1), Data::Float(87.0));
    assert_eq!(cell(1, 2), Data::Float(1_250_000.5));
    assert_eq!(cell(1, 3).to_string(), "45163");
    assert!(matches!(cell(1, 3), Data::DateTime(day) if day.is_datetime()));
    assert_eq!(cell(1, 4), Data::Float(0.615));
    assert_eq!(cell(2, 0), Data::String("=HYPERLINK(\"http://x\";\"klicka\")".into()));
    assert_eq!(cell(2, 3), Data::Empty);
    assert_eq!(cell(3, 3), Data::String("1899-01-02".into()));
    assert_eq!(cell(4, 1), Data::Float(999_999_999_999_999.0));
    assert_eq!(cell(4, 2), Data::Float(-1_234_567.89));
    assert!(book.worksheet_formula("Ansökningar 2023 hela").unwrap().is_empty());
}

#[test]
fn the_same_lists_give_the_same_bytes() {
    let bytes = |time: &str| xlsx(&[sheet()], time.parse().unwrap()).unwrap();
    assert!(bytes("2023-08-25T12:00:00Z") == bytes("2023-08-25T12:00:00Z"));
    assert!(bytes("2023-08-25T12:00:00Z") != bytes("2023-08-26T12:00:00Z"));
}

#[test]
fn what_a_spreadsheet_would_change_in_silence_is_refused() {
    let with = |row: Vec<Cell>| Sheet { rows: vec![row], ..sheet() };
    let short = with(vec!["a".into()]);
    assert_eq!(csv(&short), Err(SheetError::UnevenRow { sheet: short.name.clone(), row: 1 }));
    let wrong = with(vec!["a".into(), "b".into(), Cell::Empty, Cell::Empty, Cell::Empty]);
    assert!(matches!(csv(&wrong), Err(SheetError::WrongKind { row: 1, kind: Kind::Integer, found: Kind::Text, .. })));
    let huge = with(vec!["a".into(), Cell::Empty, Cell::Kronor(1_000_000_000_000_000), Cell::Empty, Cell::Empty]);
    assert!(matches!(xlsx(&[huge], noon()), Err(SheetError::TooLarge { row: 1, .. })));
    let long = with(vec!["a".repeat(32_768).into(), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty]);
    assert!(matches!(xlsx(&[long], noon()), Err(SheetError::Refused(_))));
}

#[test]
fn an_empty_list_still_has_its_headings_and_a_nameless_one_a_name() {
    let empty = Sheet { name: "*/:".into(), rows: vec![], ..sheet() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx(&[empty], noon()).unwrap())).unwrap();
    assert_eq!(book.worksheet_range("1").unwrap().get_size(), (1, 5));
}
