//! Meetings: planned for the year, called with papers that are frozen, held with those who attended.

use domain::expected::{Cause, waits_for};
use domain::forums::Host;
use domain::{Act, ForumId, Municipality, PersonId, Refusals, Stamp, Subject, Timestamp};
use serde_json::{Value, json};

/// A municipality with a board and a council of officials.
struct Town {
    value: Municipality,
    clock: Timestamp,
}

fn id<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(json!(text)).expect("an identity")
}

fn reason(refused: Result<(), Refusals>) -> &'static str {
    refused.expect_err("a refusal").0[0].key
}

impl Town {
    fn new() -> Self {
        let mut town = Self { value: Municipality::default(), clock: "2023-01-09T08:00:00Z".parse().expect("an instant") };
        for (person, role, scope) in [
            ("officer", "administrator", json!("municipality")),
            ("officer", "digitalisation_officer", json!("municipality")),
            ("member", "forum_member", json!({"forum": "council"})),
            ("chair", "forum_member", json!({"forum": "board"})),
        ] {
            let name = format!("{person}-{}", town.value.organisation.appointments.len());
            town.done("officer", json!({"act": "organisation.appointment.make", "id": name, "person": person, "role": role, "scope": scope, "from": "2023-01-01"}));
        }
        for (forum, kind, level) in [("board", "portfolio_board", "strategic"), ("council", "council", "tactical")] {
            town.done("officer", json!({"act": "forums.forum.establish", "id": forum, "name": forum, "kind": kind, "level": level}));
        }
        town
    }

    fn go_to(&mut self, date: &str) {
        self.clock = format!("{date}T08:00:00Z").parse().expect("an instant");
    }

    fn act(&mut self, who: &str, fields: Value) -> Result<(), Refusals> {
        let stamp = Stamp::new(PersonId::new(who).expect("an identity"), self.clock);
        let act = Act::read(fields).expect("an act");
        let change = self.value.decide(&act, &stamp, None)?;
        self.value.fold(act.name(), &stamp, Some(&change));
        Ok(())
    }

    fn done(&mut self, who: &str, fields: Value) {
        self.act(who, fields.clone()).unwrap_or_else(|refusals| panic!("{fields}: {refusals:?}"));
    }

    fn waits(&self, forum: &str) -> Vec<Cause> {
        let host = Host::Forum(id::<ForumId>(forum));
        waits_for(&self.value, &host, domain::date_at(self.clock)).into_iter().map(|matter| matter.cause).collect()
    }
}

fn planned() -> Value {
    json!({"act": "forums.meetings.plan", "of": {"forum": "council"}, "from": "09:00", "to": "11:00", "place": "Rum 1",
        "meetings": [{"id": "spring", "date": "2023-03-15"}, {"id": "autumn", "date": "2023-09-13"}]})
}

fn call(meeting: &str, agenda: Value) -> Value {
    json!({"act": "forums.meeting.call", "id": meeting, "of": {"forum": "council"}, "date": "2023-03-15", "from": "09:00", "to": "11:00", "agenda": agenda})
}

#[test]
fn a_planned_day_becomes_a_meeting_when_its_agenda_is_sent_and_only_once() {
    let mut town = Town::new();
    town.done("officer", planned());
    assert!(!town.value.forums.meetings.get(&id("spring")).expect("planned").is_called());
    let before = town.value.size;
    town.done("officer", call("spring", json!([{"matter": "Planer", "concerns": ["forum/board"]}])));
    let meeting = town.value.forums.meetings.get(&id("spring")).expect("called");
    assert!(meeting.is_called());
    assert_eq!(meeting.basis, before, "the papers are those of the ledger before the call");
    assert_eq!(meeting.agenda[0].concerns, ["forum/board".parse::<Subject>().expect("a subject")]);
    assert_eq!(reason(town.act("officer", call("spring", json!([{"matter": "Annat"}])))), "id-taken");
}

#[test]
fn no_two_planned_meetings_share_a_day_and_none_ends_before_it_begins() {
    let mut town = Town::new();
    let mut twice = planned();
    twice["meetings"][1]["date"] = json!("2023-03-15");
    assert_eq!(reason(town.act("officer", twice)), "meeting-twice");
    let mut backwards = planned();
    backwards["to"] = json!("08:00");
    assert_eq!(reason(town.act("officer", backwards)), "times-backwards");
    let mut past = planned();
    past["meetings"][0]["date"] = json!("2022-03-15");
    assert_eq!(reason(town.act("officer", past)), "date-in-past");
}

#[test]
fn who_attended_is_noted_with_the_minutes_and_a_meeting_called_off_has_none() {
    let mut town = Town::new();
    town.done("officer", planned());
    town.done("officer", call("spring", json!([{"matter": "Planer"}])));
    town.done("officer", json!({"act": "forums.meeting.call_off", "meeting": "autumn", "why": "Sammanfaller med annat."}));
    town.go_to("2023-09-14");
    let minutes = |meeting: &str| json!({"act": "forums.minutes.write", "meeting": meeting, "text": "Rådet gick igenom planerna.", "present": ["member", "guest"]});
    assert_eq!(reason(town.act("officer", minutes("autumn"))), "meeting-called-off");
    town.done("officer", minutes("spring"));
    let meeting = town.value.forums.meetings.get(&id("spring")).expect("held");
    assert!(meeting.is_held() && meeting.present.len() == 2);
    assert_eq!(
        reason(town.act("officer", json!({"act": "forums.meeting.move", "meeting": "spring", "date": "2023-10-01"}))),
        "meeting-over"
    );
}

#[test]
fn a_meeting_is_moved_until_it_has_been_held() {
    let mut town = Town::new();
    town.done("officer", planned());
    town.done(
        "officer",
        json!({"act": "forums.meeting.move", "meeting": "spring", "date": "2023-03-22", "from": "13:00", "place": "Rum 2"}),
    );
    let meeting = town.value.forums.meetings.get(&id("spring")).expect("a meeting");
    assert_eq!((meeting.date.to_string().as_str(), meeting.place.as_str(), meeting.to), ("2023-03-22", "Rum 2", None));
}

#[test]
fn what_a_council_recommends_waits_for_the_board_until_the_board_has_met() {
    let mut town = Town::new();
    assert_eq!(town.waits("board"), [Cause::Premises, Cause::Grounds], "nothing is set for the year");
    town.done(
        "member",
        json!({"act": "forums.recommendation.make", "id": "advice", "forum": "council", "text": "Två planer går inte att genomföra."}),
    );
    assert!(town.waits("board").contains(&Cause::Recommended));
    town.done(
        "officer",
        json!({"act": "forums.meeting.call", "id": "board-1", "of": {"forum": "board"}, "date": "2023-01-10", "agenda": [{"matter": "Läget"}]}),
    );
    town.go_to("2023-01-10");
    town.done("officer", json!({"act": "forums.minutes.write", "meeting": "board-1", "text": "Styrgruppen tog del av rådets bedömning."}));
    assert!(!town.waits("board").contains(&Cause::Recommended));
    for kind in ["planning_premises", "priority_grounds"] {
        town.done(
            "chair",
            json!({"act": "forums.recommendation.make", "id": kind.replace('_', "-"), "forum": "board", "kind": {kind: 2023}, "text": "Inom ramarna.", "meeting": "board-1"}),
        );
    }
    assert!(town.waits("board").is_empty());
}

#[test]
fn a_recommendation_is_made_at_a_meeting_of_its_own_forum_that_has_been() {
    let mut town = Town::new();
    town.done("officer", planned());
    let advice = json!({"act": "forums.recommendation.make", "id": "advice", "forum": "council", "text": "Planerna går att genomföra.", "meeting": "spring"});
    assert_eq!(reason(town.act("member", advice.clone())), "meeting-unknown", "it has not been yet");
    town.go_to("2023-03-15");
    let mut elsewhere = advice.clone();
    elsewhere["forum"] = json!("board");
    assert_eq!(reason(town.act("chair", elsewhere)), "meeting-unknown");
    town.done("member", advice);
}
