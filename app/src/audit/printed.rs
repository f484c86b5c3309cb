//! The audit answers on paper: the report of the evidence pack.

use documents::{Align, Block, Document, PdfError, Row, Table, TableColumn, Text, Tone};
use domain::audit::{Advice, Answer, Criterion, Verdict, answers};
use domain::{Arg, Timestamp};

use super::report::Report;
use super::words;
use crate::paper;
use crate::web::naming;

impl Report<'_> {
    /// The answers as a tagged PDF, published by the municipality `name` at an instant.
    ///
    /// # Errors
    /// See [`PdfError`].
    pub fn pdf(&self, name: &str, created: Timestamp) -> Result<Vec<u8>, PdfError> {
        paper::pdf(&self.document(name, created))
    }

    fn document(&self, name: &str, created: Timestamp) -> Document {
        let texts = self.texts;
        let answers = answers(self.town, self.as_of);
        let mut blocks = vec![
            Block::Facts(vec![
                (texts.t("audit-paper-municipality").to_owned(), name.into()),
                (texts.t("audit-paper-size").to_owned(), self.town.size.to_string().into()),
                (texts.t("audit-paper-root").to_owned(), self.root.base64().into()),
            ]),
            Block::Paragraph(texts.t("audit-paper-method").into()),
            self.summary(&answers),
        ];
        answers.iter().for_each(|answer| self.print(answer, &mut blocks));
        blocks.push(Block::Heading { level: 1, text: texts.t("audit-advices").to_owned() });
        blocks.push(self.printed_advices());
        Document {
            title: texts.t("audit-title").to_owned(),
            language: texts.lang.code().to_owned(),
            publisher: name.to_owned(),
            subtitle: Some(texts.t("audit-paper-subtitle").to_owned()),
            date_line: texts.date(self.as_of),
            created,
            blocks,
        }
    }

    fn summary(&self, answers: &[Answer]) -> Block {
        let texts = self.texts;
        let heading = |key: &str, align| TableColumn { heading: texts.t(key).to_owned(), align };
        Block::Table(Table {
            caption: Some(texts.t("audit-paper-summary").to_owned()),
            columns: vec![
                heading("audit-paper-question", Align::Start),
                heading("audit-paper-answer", Align::Start),
                heading("audit-paper-share", Align::End),
            ],
            row_headers: true,
            rows: answers
                .iter()
                .map(|answer| {
                    let question = format!("{}. {}", answer.number, words::short(texts, answer.number));
                    let said = words::verdict(texts, answer.answer);
                    Row::new([Text::from(question), said.into(), texts.percent(answer.share_permille.into()).into()])
                })
                .collect(),
        })
    }

    fn print(&self, answer: &Answer, blocks: &mut Vec<Block>) {
        let texts = self.texts;
        blocks.push(Block::Heading { level: 1, text: format!("{}. {}", answer.number, words::question(texts, answer.number)) });
        let share = texts.say("audit-paper-share-of", &[("share", Arg::Text(texts.percent(answer.share_permille.into())))]);
        let text = Text::default().and_strong(format!("{}. ", words::verdict(texts, answer.answer))).and(share);
        blocks.push(Block::Callout { tone: tone(answer.answer), text });
        for criterion in &answer.criteria {
            blocks.push(Block::Heading { level: 2, text: words::criterion(texts, criterion.id) });
            blocks.push(Block::Paragraph(words::of(texts, criterion.met, criterion.of).into()));
            if !criterion.exceptions.is_empty() {
                blocks.push(self.exceptions(criterion));
            }
        }
    }

    fn exceptions(&self, criterion: &Criterion) -> Block {
        let items = criterion.exceptions.iter().map(|exception| {
            let name = naming::name(self.town, self.texts, &exception.what);
            Text::from(format!("{name}: {}", words::why(self.town, self.texts, exception)))
        });
        Block::List { ordered: false, items: items.collect() }
    }

    fn printed_advices(&self) -> Block {
        let items = self.advices().map(|advice| Text::from(self.printed_advice(advice)));
        Block::List { ordered: false, items: items.collect() }
    }

    fn printed_advice(&self, advice: &Advice) -> String {
        let texts = self.texts;
        let status = texts.of("audit-progress", advice.progress(self.town, self.as_of).code());
        format!(
            "{} {status}; {} {}; {}",
            advice.text,
            texts.t("audit-due"),
            texts.date(advice.due),
            words::measures(texts, self.town, advice)
        )
    }
}

fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Yes => Tone::Good,
        Verdict::Partly => Tone::Partly,
        Verdict::No => Tone::Bad,
    }
}
