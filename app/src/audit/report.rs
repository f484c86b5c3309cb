//! The audit answers as a report: for programs, as `contracts/audit.md` lays them down, and for people.

use domain::audit::{Advice, Answer, answers};
use domain::{Arg, Date, Municipality, Subject};
use ledger::Hash;
use serde_json::{Value, json};

use super::words;
use crate::texts::Texts;
use crate::web::naming;

/// Whose answers, of which day, and what they follow from.
pub struct Report<'a> {
    /// The municipality's identity.
    pub municipality: &'a str,
    /// Its value as of the day.
    pub town: &'a Municipality,
    /// The day.
    pub as_of: Date,
    /// The root of the ledger's tree over the entries the value follows from.
    pub root: Hash,
    /// The language of what is worded.
    pub texts: &'a Texts,
}

impl Report<'_> {
    /// The answers for programs.
    pub fn json(&self) -> Value {
        let answers = answers(self.town, self.as_of);
        json!({
            "municipality": self.municipality,
            "as_of": self.as_of.to_string(),
            "checkpoint": {"size": self.town.size, "root": self.root.base64()},
            "questions": answers.iter().map(|answer| self.question(answer)).collect::<Vec<_>>(),
            "recommendations": self.advices().map(|advice| self.recommendation(advice)).collect::<Vec<_>>(),
        })
    }

    fn question(&self, answer: &Answer) -> Value {
        let criteria = answer.criteria.iter().map(|criterion| {
            let exceptions = criterion
                .exceptions
                .iter()
                .map(|exception| json!({"what": exception.what.to_string(), "why": exception.why, "link": words::mend(exception)}));
            json!({"id": criterion.id, "met": criterion.met, "of": criterion.of, "exceptions": exceptions.collect::<Vec<_>>()})
        });
        let evidence =
            answer.evidence.iter().map(|(thing, seq)| json!({"what": thing.to_string(), "seq": seq, "link": naming::href(thing)}));
        json!({
            "number": answer.number,
            "question": words::question(self.texts, answer.number),
            "answer": answer.answer.code(),
            "share": f64::from(answer.share_permille) / 1000.0,
            "criteria": criteria.collect::<Vec<_>>(),
            "evidence": evidence.collect::<Vec<_>>(),
        })
    }

    fn recommendation(&self, advice: &Advice) -> Value {
        let (done, all) = self.measures(advice);
        json!({
            "id": advice.id,
            "status": advice.progress(self.town, self.as_of).code(),
            "due": advice.due.to_string(),
            "measures": all,
            "done": done,
            "link": naming::href(&Subject::from(&advice.id)),
        })
    }

    /// All advices, review by review in the order of time.
    pub(super) fn advices(&self) -> impl Iterator<Item = &Advice> {
        let mut reviews: Vec<_> = self.town.audit.reviews.values().collect();
        reviews.sort_by_key(|review| review.date);
        reviews.into_iter().flat_map(|review| self.town.audit.advices_of(&review.id))
    }

    /// How many measures are done, and how many there are.
    fn measures(&self, advice: &Advice) -> (usize, usize) {
        let measures = || self.town.audit.measures_of(&advice.id);
        (measures().filter(|measure| measure.done.is_some()).count(), measures().count())
    }

    /// The answers for people, as lines of plain text.
    pub fn text(&self) -> String {
        let texts = self.texts;
        let mut lines = vec![
            format!("{}: {}, {}", texts.t("audit-title"), self.municipality, texts.date(self.as_of)),
            texts.say("audit-text-checkpoint", &[("size", Arg::Text(self.town.size.to_string())), ("root", Arg::Text(self.root.base64()))]),
        ];
        for answer in answers(self.town, self.as_of) {
            let (said, share) = (words::verdict(texts, answer.answer), texts.percent(answer.share_permille.into()));
            lines.push(String::new());
            lines.push(format!("{}. {}", answer.number, words::question(texts, answer.number)));
            lines.push(format!("   {said}, {share}"));
            for criterion in &answer.criteria {
                lines.push(format!("   - {}: {}", words::criterion(texts, criterion.id), words::of(texts, criterion.met, criterion.of)));
                for exception in &criterion.exceptions {
                    let name = naming::name(self.town, texts, &exception.what);
                    lines.push(format!("       {name}: {} ({})", words::why(self.town, texts, exception), words::mend(exception)));
                }
            }
        }
        lines.push(String::new());
        lines.push(texts.t("audit-advices").to_owned());
        for advice in self.advices() {
            lines.push(format!("- {}", advice.text));
            let status = texts.of("audit-progress", advice.progress(self.town, self.as_of).code());
            lines.push(format!(
                "   {status}; {} {}; {}",
                texts.t("audit-due"),
                texts.date(advice.due),
                words::measures(texts, self.town, advice)
            ));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}
