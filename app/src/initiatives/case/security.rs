//! Information security, data protection and suppliers of a case: the classification, the nine questions, the way out.

use domain::initiatives::{ASSESSED_FROM, Classification, Screening};
use maud::{Markup, Render, html};

use super::Parts;
use crate::look::{self, Summary, Tone};

impl Parts<'_> {
    pub(super) fn security(&self) -> Markup {
        let view = self.view;
        let body = html! {
            @match &self.initiative.case.classification {
                Some(class) => (self.classified(class)),
                None => p .sb-nothing { (view.t("security-none")) },
            }
        };
        self.section("security", body, Some(("security-write", "classification")))
    }

    fn classified(&self, class: &Classification) -> Markup {
        let view = self.view;
        let mut facts = Summary::new()
            .fact(view.t("security-confidentiality"), view.of("klassa", class.confidentiality.to_string()))
            .fact(view.t("security-correctness"), view.of("klassa", class.correctness.to_string()))
            .fact(view.t("security-availability"), view.of("klassa", class.availability.to_string()))
            .fact(view.t("security-date"), view.date(class.date));
        if let Some(again) = class.again {
            facts = facts.fact(view.t("security-again"), view.date(again));
        }
        if !class.reference.is_empty() {
            facts = facts.fact(view.t("security-reference"), class.reference.as_str());
        }
        html! {
            @if class.stops() { (look::callout(Tone::Bad, view.t("security-stops"), html! { p { (view.t("security-stops-why")) } })) }
            (facts)
        }
    }

    pub(super) fn privacy(&self) -> Markup {
        let view = self.view;
        let body = html! {
            @match &self.initiative.case.screening {
                Some(screening) => (self.screened(screening)),
                None => p .sb-nothing { (view.t("privacy-none")) },
            }
        };
        self.section("privacy", body, Some(("privacy-write", "screening")))
    }

    fn screened(&self, screening: &Screening) -> Markup {
        let view = self.view;
        let verdict = match screening {
            none if !none.personal_data => (Tone::Good, "privacy-no-data"),
            asks if asks.lacks_assessment() => (Tone::Bad, "privacy-asks"),
            done if done.asks_for_assessment() => (Tone::Good, "privacy-assessed"),
            _ => (Tone::Good, "privacy-no-need"),
        };
        let counted = [("count", screening.concerns.len().into()), ("least", ASSESSED_FROM.into())];
        let mut facts = Summary::new().fact(view.t("privacy-date"), view.date(screening.date));
        if !screening.note.is_empty() {
            facts = facts.fact(view.t("privacy-note"), screening.note.as_str());
        }
        if let Some(assessment) = &screening.assessment {
            facts = facts
                .fact(view.t("privacy-assessed-on"), view.date(assessment.date))
                .fact(view.t("privacy-reference"), assessment.reference.as_str())
                .fact(view.t("privacy-outcome"), assessment.outcome.as_str())
                .fact(view.t("privacy-officer"), assessment.officer.as_str());
        }
        html! {
            (look::callout(verdict.0, "", html! { p { (view.say(verdict.1, &counted)) } }))
            @if !screening.concerns.is_empty() { ul { @for concern in &screening.concerns { li { (view.of("concern", concern)) } } } }
            (facts)
        }
    }

    pub(super) fn supply(&self) -> Markup {
        let view = self.view;
        let facts = self.initiative.case.supply.as_ref().map(|supply| {
            let facts = Summary::new().fact(view.t("supply-supplier"), supply.supplier.as_str());
            let facts = if supply.behind.is_empty() { facts } else { facts.fact(view.t("supply-behind"), supply.behind.as_str()) };
            let facts = match supply.until {
                Some(until) => facts.fact(view.t("supply-until"), view.date(until)),
                None => facts,
            };
            facts.fact(view.t("supply-continuity"), supply.continuity.as_str()).fact(view.t("supply-exit"), supply.exit.as_str()).render()
        });
        let none = if self.initiative.has_supplier() { "supply-missing" } else { "supply-none" };
        let body = html! {
            @match facts { Some(facts) => (facts), None => p .sb-nothing { (view.t(none)) } }
        };
        self.section("supply", body, Some(("supply-write", "supply")))
    }
}
