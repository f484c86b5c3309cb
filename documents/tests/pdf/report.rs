//! A report in the shape of the evidence pack's: eight audit questions with
//! answer, criteria, exceptions and evidence. The figures are examples.

use std::path::Path;

use documents::{Align, Block, Document, Row, Table, TableColumn, Text, Tone, Typeface};

/// The typeface that the program embeds.
pub fn typeface() -> Typeface {
    Typeface::new(font("source-sans-regular.ttf"), font("source-sans-semibold.ttf")).expect("both files are fonts")
}

fn font(name: &str) -> &'static [u8] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/assets/vendor").join(name);
    std::fs::read(&path).unwrap_or_else(|_| panic!("{name} is not here yet: run `make assets`")).leak()
}

/// An empty report, for tests of one thing.
pub fn of(blocks: Vec<Block>) -> Document {
    Document {
        title: "Revisionens åtta frågor".into(),
        language: "sv".into(),
        publisher: "Huddinge kommun".into(),
        subtitle: Some("Svar ur styrningens egna uppgifter, med underlag och undantag".into()),
        date_line: "Läget per 25 augusti 2023".into(),
        created: "2023-08-25T22:00:00Z".parse().expect("a time"),
        blocks,
    }
}

/// A heading of the report.
pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

const QUESTIONS: [(&str, Tone, &str, u32); 8] = [
    ("Finns det mål och strategier för digitaliseringen som hänger ihop?", Tone::Partly, "Delvis", 610),
    ("Är målen mätbara och följs de upp?", Tone::Bad, "Nej", 240),
    ("Är organisationen ändamålsenlig, med roller som är besatta?", Tone::Partly, "Delvis", 720),
    ("Finns en fungerande modell för objektsstyrning (pm3) i alla nämnder?", Tone::Partly, "Delvis", 655),
    ("Är resurserna fördelade så att prioriterade insatser kan genomföras?", Tone::Good, "Ja", 1000),
    ("Fördelas kostnader mellan nämnder efter beslutade fördelningsnycklar?", Tone::Bad, "Nej", 125),
    ("Grundas besluten på fullständiga underlag om nytta, risk och användare?", Tone::Partly, "Delvis", 480),
    ("Följs nyttan upp efter genomförande?", Tone::Bad, "Nej", 90),
];

/// The whole report, over several pages.
pub fn audit() -> Document {
    let mut blocks = vec![
        Block::Facts(vec![
            ("Kommun".into(), "Huddinge".into()),
            ("Uppgifter per".into(), "25 augusti 2023".into()),
            ("Kontrollpunkt".into(), "412 poster, rot qf8Zt0m9wVXx3pCq1b5L2sKd7Yh4Rj6NcEuGiOaTvBM=".into()),
            ("Kontrollera själv".into(), Text::default().and_link("så verifieras underlaget", "https://styrbord.example/verify")),
        ]),
        Block::Paragraph(
            Text::plain("Rapporten svarar på de åtta revisionsfrågorna ur de uppgifter som styrningen själv lämnar efter sig: beslut, planer, ansökningar och uppföljningar. Varje svar är ")
                .and_strong("beräknat, aldrig inskrivet")
                .and(". Ett kriterium är uppfyllt för dem i sin population som möter det, och varje undantag står med skäl och en länk till den sida där det åtgärdas."),
        ),
        summary(),
    ];
    for (index, (question, tone, answer, share)) in QUESTIONS.into_iter().enumerate() {
        blocks.push(heading(1, &format!("{}. {question}", index + 1)));
        blocks.push(Block::Callout {
            tone,
            text: Text::default().and_strong(format!("{answer}. ")).and(format!("{} av kriteriernas mått är uppfyllda.", percent(share))),
        });
        blocks.push(criteria(share));
        blocks.push(heading(2, "Undantag"));
        blocks.push(exceptions(index));
        blocks.push(heading(2, "Underlag"));
        blocks.push(Block::List {
            ordered: index % 2 == 1,
            items: vec![
                Text::default().and_link("Kommundirektörens delegationsbeslut, 2022-11-30", "https://styrbord.example/decisions/87").and(", post 87"),
                Text::plain("Mål och budget 2023, antagen av kommunfullmäktige; de tre prioriterade insatserna tillgänglighet till tjänster, digital förmåga och grundläggande teknik, post 12"),
            ],
        });
    }
    of(blocks)
}

fn summary() -> Block {
    let rows = QUESTIONS.iter().enumerate().map(|(index, (question, _, answer, share))| {
        Row::new([Text::from((index + 1).to_string()), Text::from(*question), Text::from(*answer), Text::from(percent(*share))])
    });
    let total = Row::total(["", "Hela revisionen", "", "49,0\u{a0}%"].map(Text::from));
    Block::Table(Table {
        caption: Some("Svaren i sammandrag".into()),
        columns: columns(&[("Nr", Align::End), ("Fråga", Align::Start), ("Svar", Align::Start), ("Uppfyllt", Align::End)]),
        row_headers: false,
        rows: rows.chain([total]).collect(),
    })
}

fn criteria(share: u32) -> Block {
    let rows = [
        ("Målet har indikator, utgångsvärde, målvärde, datum, ägare och källa", 12, 20),
        ("Nämndens plan nämner digitalisering", 7, 9),
        ("Riktningen bärs av minst ett mål", 4, 6),
    ];
    Block::Table(Table {
        caption: Some("Kriterier".into()),
        columns: columns(&[("Kriterium", Align::Start), ("Uppfyller", Align::End), ("Av", Align::End), ("Andel", Align::End)]),
        row_headers: true,
        rows: rows
            .iter()
            .map(|(what, met, of)| {
                Row::new([Text::from(*what), met.to_string().into(), of.to_string().into(), percent(met * 1000 / of).into()])
            })
            .chain([Row::total([Text::from("Alla"), "23".into(), "35".into(), percent(share).into()])])
            .collect(),
    })
}

fn exceptions(question: usize) -> Block {
    let rows = (0..4 + question * 3).map(|nth| {
        Row::new([
            Text::default().and_link(format!("Mål {}.{}", question + 1, nth + 1), format!("https://styrbord.example/goals/{nth}")),
            Text::from(
                ["Förskolenämnden", "Socialnämnden", "Kultur- och fritidsnämnden", "Gymnasie- och vuxenutbildningsnämnden"][nth % 4],
            ),
            Text::from(
                [
                    "Saknar utgångsvärde",
                    "Ingen ägare är utsedd, och målet har inget datum då det ska vara uppnått",
                    "Källan till indikatorns värden är inte angiven",
                ][nth % 3],
            ),
            Text::from(format!("{}\u{a0}000", 125 + nth * 37)),
        ])
    });
    Block::Table(Table {
        caption: None,
        columns: columns(&[("Vad", Align::Start), ("Nämnd", Align::Start), ("Varför", Align::Start), ("Pengar bakom (kr)", Align::End)]),
        row_headers: true,
        rows: rows.collect(),
    })
}

/// Columns from headings and where their text stands.
pub fn columns(columns: &[(&str, Align)]) -> Vec<TableColumn> {
    columns.iter().map(|(heading, align)| TableColumn { heading: (*heading).into(), align: *align }).collect()
}

fn percent(share: u32) -> String {
    format!("{},{}\u{a0}%", share / 10, share % 10)
}
