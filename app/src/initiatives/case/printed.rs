//! The whole case on paper: a tagged PDF that says what the page says.

use documents::{Align, Block, Document, Row, Table, TableColumn, Text};
use domain::initiatives::{Area, BenefitClass, Estimate, Initiative};
use domain::{Arg, Ore};

use super::worth;
use crate::initiatives::words;
use crate::web::view::View;

/// An initiative on its way to paper.
pub struct Paper<'a> {
    /// The reader's view.
    pub view: &'a View,
    /// The initiative.
    pub initiative: &'a Initiative,
}

impl Paper<'_> {
    /// The whole document.
    pub fn document(&self) -> Document {
        let (view, initiative) = (self.view, self.initiative);
        let mut blocks = vec![self.card(), self.heading("idea-title")];
        for area in Area::ALL {
            blocks.push(Block::Heading { level: 2, text: view.of("area", area) });
            let text = initiative.area(area);
            let lines: Vec<&str> =
                if text.is_empty() { vec![view.t("idea-area-empty")] } else { text.lines().filter(|line| !line.is_empty()).collect() };
            blocks.extend(lines.into_iter().map(|line| Block::Paragraph(line.into())));
        }
        self.money(&mut blocks);
        self.risks(&mut blocks);
        self.safety(&mut blocks);
        self.users(&mut blocks);
        self.files(&mut blocks);
        Document {
            title: initiative.card.title.clone(),
            language: view.texts().lang.code().to_owned(),
            publisher: view.harbour().name.clone(),
            subtitle: Some(view.t("whole-title").to_owned()),
            date_line: view.date(view.today),
            created: view.harbour().clock.now(),
            blocks,
        }
    }

    /// The files beside the case, each with the hash by which the ledger names it.
    fn files(&self, blocks: &mut Vec<Block>) {
        let files = &self.initiative.attachments;
        if !files.is_empty() {
            blocks.push(self.heading("attachments-title"));
        }
        blocks.extend(files.values().map(|attached| {
            let named = [("name", attached.file.name.as_str().into()), ("digest", attached.file.digest.as_str().into())];
            Block::Paragraph(self.view.say("attachment-on-paper", &named).as_str().into())
        }));
    }

    fn heading(&self, key: &str) -> Block {
        Block::Heading { level: 1, text: self.view.t(key).to_owned() }
    }

    fn card(&self) -> Block {
        let (view, initiative) = (self.view, self.initiative);
        let fact = |key: &str, value: String| (view.t(key).to_owned(), Text::from(value));
        Block::Facts(vec![
            fact("initiative-unit", view.name(&(&initiative.card.unit).into())),
            fact("initiative-lead", view.person(&initiative.card.lead).to_owned()),
            fact("initiative-form", view.of("form", initiative.card.form)),
            fact("initiative-phase", view.of("phase", initiative.phase)),
            fact("initiative-size", view.of("size", initiative.size(&view.town, view.today))),
            fact("initiative-cost", view.kr(initiative.likely_cost())),
            fact("initiative-started", view.date(initiative.started)),
        ])
    }

    /// A table; what it lists is a heading above it, and where nothing is listed a sentence says so.
    fn table(&self, key: &str, empty: &str, columns: &[(&str, Align)], rows: Vec<Vec<String>>) -> [Block; 2] {
        let view = self.view;
        let body = if rows.is_empty() {
            Block::Paragraph(view.t(empty).into())
        } else {
            Block::Table(Table {
                caption: Some(view.t(key).to_owned()),
                columns: columns.iter().map(|&(key, align)| TableColumn { heading: view.t(key).to_owned(), align }).collect(),
                row_headers: true,
                rows: rows.into_iter().map(|cells| Row::new(cells.into_iter().map(Text::from))).collect(),
            })
        };
        [self.heading(key), body]
    }

    fn between(&self, estimate: Estimate) -> String {
        let view = self.view;
        if estimate.low == estimate.high {
            return view.kr(estimate.likely);
        }
        let range = [("low", Arg::Text(view.short(estimate.low))), ("high", Arg::Text(view.short(estimate.high)))];
        format!("{} {}", view.kr(estimate.likely), view.say("estimate-between", &range))
    }

    fn money(&self, blocks: &mut Vec<Block>) {
        let (view, case) = (self.view, &self.initiative.case);
        let costs = case.costs.values().map(|line| {
            vec![line.what.clone(), view.of("cost-kind", line.kind), words::unit(view, &line.payer), self.between(line.total())]
        });
        let columns = [("cost-title", Align::Start), ("cost-kind", Align::Start), ("cost-payer", Align::Start), ("basis-sum", Align::End)];
        blocks.extend(self.table("basis-costs", "basis-no-costs", &columns, costs.collect()));
        let benefits = case.benefits.values().map(|benefit| {
            let worth = match benefit.class {
                BenefitClass::Red => {
                    benefit.weight.map_or_else(|| view.t("benefit-in-words").to_owned(), |weight| view.of("worth-in-words", weight))
                }
                _ => self.between(benefit.total()),
            };
            vec![benefit.what.clone(), view.of("benefit-class", benefit.class), view.person(&benefit.owner).to_owned(), worth]
        });
        let columns = [
            ("benefit-title", Align::Start),
            ("benefit-class", Align::Start),
            ("benefit-owner", Align::Start),
            ("benefit-worth", Align::End),
        ];
        blocks.extend(self.table("basis-benefits", "basis-no-benefits", &columns, benefits.collect()));
        self.worth(blocks);
        let ways = case.alternatives.iter().map(|way| vec![way.what.clone(), view.of("alternative-kind", way.kind), way.judgement.clone()]);
        let columns = [("alternative-what", Align::Start), ("alternative-kind", Align::Start), ("alternative-judgement", Align::Start)];
        blocks.extend(self.table("basis-alternatives", "basis-no-alternatives", &columns, ways.collect()));
        let paid = case
            .financing
            .iter()
            .map(|line| vec![view.of("source", line.source), words::unit(view, &line.unit), line.year.to_string(), view.kr(line.amount)]);
        let columns = [
            ("financing-source", Align::Start),
            ("financing-unit", Align::Start),
            ("basis-year", Align::Start),
            ("financing-amount", Align::End),
        ];
        blocks.extend(self.table("basis-financing", "basis-no-financing", &columns, paid.collect()));
    }

    fn worth(&self, blocks: &mut Vec<Block>) {
        let (view, case) = (self.view, &self.initiative.case);
        let premises = worth::premises(view, self.initiative);
        let (Some(worth), Some(spread)) = (case.calculation(&premises), case.spread(&premises)) else { return };
        let fact = |key: &str, value: String| (view.t(key).to_owned(), Text::from(value));
        let money = |money: Ore| view.kr(money);
        blocks.push(self.heading("worth-title"));
        blocks.push(Block::Facts(vec![
            fact("worth-green", self.between(worth.green)),
            fact("worth-both", self.between(worth.both)),
            fact("worth-uplifted", money(worth.uplifted)),
            fact("worth-spread-p10", money(spread.p10)),
            fact("worth-spread-p50", money(spread.p50)),
            fact("worth-spread-p90", money(spread.p90)),
        ]));
    }

    fn risks(&self, blocks: &mut Vec<Block>) {
        let view = self.view;
        let risks = self.initiative.case.risks.values().map(|risk| {
            let owner = risk.owner.as_ref().map(|owner| view.person(owner).to_owned()).unwrap_or_default();
            vec![risk.what.clone(), view.of("risk-area", risk.area), risk.weight.value().to_string(), risk.measure.clone(), owner]
        });
        let columns = [
            ("risk-title", Align::Start),
            ("risk-area", Align::Start),
            ("risk-weight", Align::End),
            ("risk-measure", Align::Start),
            ("risk-owner", Align::Start),
        ];
        blocks.extend(self.table("basis-risks", "basis-no-risks", &columns, risks.collect()));
    }

    fn safety(&self, blocks: &mut Vec<Block>) {
        let (view, case) = (self.view, &self.initiative.case);
        let fact = |key: &str, value: &str| (view.t(key).to_owned(), Text::from(value));
        blocks.push(self.heading("security-title"));
        blocks.push(case.classification.as_ref().map_or_else(
            || Block::Paragraph(view.t("security-none").into()),
            |class| {
                let keys = ["security-confidentiality", "security-correctness", "security-availability"];
                Block::Facts(
                    keys.into_iter().zip(class.grades()).map(|(key, grade)| fact(key, &view.of("klassa", grade.to_string()))).collect(),
                )
            },
        ));
        blocks.push(self.heading("privacy-title"));
        match &case.screening {
            None => blocks.push(Block::Paragraph(view.t("privacy-none").into())),
            Some(screening) if screening.concerns.is_empty() => blocks.push(Block::Paragraph(view.t("privacy-no-concern").into())),
            Some(screening) => {
                let items = screening.concerns.iter().map(|concern| view.of("concern", concern).into()).collect();
                blocks.push(Block::List { ordered: false, items });
            }
        }
        if let Some(supply) = &case.supply {
            blocks.push(self.heading("supply-title"));
            blocks.push(Block::Facts(vec![
                fact("supply-supplier", &supply.supplier),
                fact("supply-continuity", &supply.continuity),
                fact("supply-exit", &supply.exit),
            ]));
        }
    }

    fn users(&self, blocks: &mut Vec<Block>) {
        let view = self.view;
        let users = self.initiative.case.inclusions.values().map(|inclusion| {
            vec![
                inclusion.group.clone(),
                inclusion.method.clone(),
                view.date(inclusion.date),
                inclusion.said.clone(),
                inclusion.changed.clone(),
            ]
        });
        let columns = [
            ("user-group", Align::Start),
            ("user-method", Align::Start),
            ("user-date", Align::Start),
            ("user-said", Align::Start),
            ("user-changed", Align::Start),
        ];
        blocks.extend(self.table("basis-users", "basis-no-users", &columns, users.collect()));
    }
}
