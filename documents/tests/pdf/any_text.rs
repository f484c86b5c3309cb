//! Whatever a person may write, the report of it can be written too.

use crate::report::{columns, of, typeface};
use documents::{Align, Block, Row, Table, Text, Tone, pdf};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_in_any_place_becomes_an_accessible_report(
        words in prop::collection::vec(any::<String>(), 9),
        rows in 0_usize..40,
        row_headers: bool,
        ordered: bool,
    ) {
        let text = |nth: usize| Text::plain(words[nth].as_str()).and_strong(words[(nth + 1) % 9].as_str());
        let mut document = of(vec![
            Block::Heading { level: 1, text: words[0].clone() },
            Block::Paragraph(text(1).and_link(words[2].as_str(), format!("https://styrbord.example/{rows}"))),
            Block::List { ordered, items: vec![text(3), Text::default(), text(4)] },
            Block::Facts(vec![(words[5].clone(), text(6))]),
            Block::Callout { tone: Tone::Neutral, text: text(7) },
            Block::PageBreak,
            Block::Table(Table {
                caption: Some(words[8].clone()),
                columns: columns(&[(words[0].as_str(), Align::Start), (words[1].as_str(), Align::End)]),
                row_headers,
                rows: (0..rows).map(|nth| Row::new([text(nth % 9), text((nth + 4) % 9)])).collect(),
            }),
        ]);
        document.title.push_str(&words[2]);
        document.publisher = words[3].clone();
        document.date_line = words[4].clone();
        document.subtitle = Some(words[5].clone());
        prop_assert!(pdf(&document, &typeface()).is_ok(), "{:?}", pdf(&document, &typeface()));
    }
}
