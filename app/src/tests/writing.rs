//! Two people write in one idea, each in a form that saves itself: neither undoes the other's words, and
//! nobody stands in their own way.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use domain::{Act, InitiativeId, PersonId, initiatives::Area};
use serde_json::{Value, json};

use super::town::{Answer, Town};
use crate::helm::Order;

const IDEA: &str = "tysta-larm";

/// A sheet as it lies open before somebody: all it would send.
#[derive(Clone)]
struct Sheet {
    who: &'static str,
    fields: BTreeMap<String, String>,
}

impl Sheet {
    async fn open(town: &Town, who: &'static str) -> Self {
        let page = town.get(&format!("/initiatives/{IDEA}/idea"), Some(who)).await;
        assert_eq!(page.status, StatusCode::OK);
        let form = page.body.split("<form id=\"idea\"").nth(1).and_then(|rest| rest.split("</form>").next()).expect("the sheet");
        let texts = form.split("<textarea").skip(1).filter_map(|area| {
            let (tag, rest) = area.split_once('>')?;
            Some((attribute(tag, "name")?, rest.split("</textarea>").next()?.trim().to_owned()))
        });
        let mut sheet = Self { who, fields: texts.collect() };
        assert_eq!(sheet.fields.len(), Area::ALL.len());
        sheet.take_marks(form);
        sheet
    }

    /// Takes the hidden fields of a page or an answer for its own, as a browser does.
    fn take_marks(&mut self, html: &str) {
        let hidden = html.split("<input").skip(1).filter(|tag| tag.contains("type=\"hidden\""));
        self.fields.extend(hidden.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))));
    }

    fn write(&mut self, area: Area, text: &str) {
        self.fields.insert(area.key().to_owned(), text.to_owned());
    }

    async fn send(&self, town: &Town, to: &str) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish();
        town.post(&format!("/initiatives/{IDEA}/{to}"), Some(self.who), &form).await
    }

    /// What is sent while one writes; the answer's marks replace the form's.
    async fn saves_itself(&mut self, town: &Town) -> String {
        let answer = self.send(town, "idea/draft").await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        self.take_marks(&answer.body);
        answer.body
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

/// An idea of Sara's, in which Amina writes too.
async fn idea() -> Town {
    let town = Town::open();
    let start: Value = json!({"act": "initiatives.idea.start", "id": IDEA, "card": {"title": "Tysta larm på natten",
        "unit": "vof", "lead": "sara-ek", "writers": ["amina-hassan"], "object": "vard-omsorg", "form": "line"}});
    let act = Act::read(start).unwrap_or_else(|error| panic!("{error}"));
    let receipt = town.harbour.helm.act(Order::new(act, PersonId::new("sara-ek").expect("an identity"))).await;
    receipt.unwrap_or_else(|halt| panic!("{halt:?}"));
    town
}

fn saved(town: &Town, area: Area) -> String {
    let id = InitiativeId::new(IDEA).expect("an identity");
    town.harbour.helm.now().town.initiatives.get(&id).expect("the idea").area(area).to_owned()
}

#[tokio::test]
async fn what_one_has_saved_oneself_is_no_reason_against_saving_more() {
    let town = idea().await;
    let mut sara = Sheet::open(&town, "sara-ek").await;
    sara.write(Area::Problem, "Larmet väcker den som sover.");
    // The sheet saves itself, and she writes on and presses before its answer has come back.
    let unanswered = sara.send(&town, "idea/draft").await;
    assert_eq!(unanswered.status, StatusCode::OK);
    sara.write(Area::Problem, "Larmet väcker den som sover, och grannen.");
    let pressed = sara.send(&town, "idea").await;
    assert_eq!(pressed.status, StatusCode::SEE_OTHER, "{}", pressed.body);
    assert_eq!(saved(&town, Area::Problem), "Larmet väcker den som sover, och grannen.");
}

#[tokio::test]
async fn words_written_again_after_others_are_saved_again() {
    let town = idea().await;
    let mut sara = Sheet::open(&town, "sara-ek").await;
    for text in ["Ett", "Två", "Ett", "Två", "Ett"] {
        sara.write(Area::Solution, text);
        assert!(sara.saves_itself(&town).await.contains("Sparat"), "{text}");
        assert_eq!(saved(&town, Area::Solution), text);
    }
}

#[tokio::test]
async fn a_sheet_that_saves_itself_leaves_what_others_write_meanwhile() {
    let town = idea().await;
    let (mut sara, mut amina) = (Sheet::open(&town, "sara-ek").await, Sheet::open(&town, "amina-hassan").await);
    amina.write(Area::Solution, "En sensor i rummet.");
    amina.saves_itself(&town).await;
    for text in ["Larmet väcker", "Larmet väcker den som sover."] {
        sara.write(Area::Problem, text);
        sara.saves_itself(&town).await;
    }
    assert_eq!(saved(&town, Area::Problem), "Larmet väcker den som sover.");
    assert_eq!(saved(&town, Area::Solution), "En sensor i rummet.", "Sara's empty area did not take Amina's words away");

    sara.write(Area::Solution, "En matta som känner steg.");
    let refused = sara.saves_itself(&town).await;
    assert!(refused.contains("Någon har ändrat detta") && !refused.contains("Sparat"), "{refused}");
    let page = sara.send(&town, "idea").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("En matta som känner steg.") && page.body.contains("En sensor i rummet."), "both are there to compare");
    assert_eq!(saved(&town, Area::Solution), "En sensor i rummet.");
}
