//! Lists where there is much to list: a page shows a hundred rows at most and reads everything a steady number of
//! times, so that four times as much takes four times as long and not sixteen.

use domain::{Act, PersonId, tally};
use serde_json::{Value, json};

use super::town::Town;
use crate::demo;
use crate::helm::Order;

/// The pages that list what a municipality's steering is made of, as somebody who may do everything sees them.
const LISTS: [&str; 21] = [
    "/objects",
    "/objects?sort=-plan",
    "/objects/activities?year=2024",
    "/objects/activities?year=2024&sort=object",
    "/objects/portfolio?year=2024",
    "/objects/portfolio?year=2024&by=goal",
    "/objects/portfolio/order?year=2024",
    "/objects/portfolio/load?year=2024",
    "/objects/activities/activity-1/needs",
    "/goals",
    "/goals/plans?year=2024",
    "/goals/plans/ks",
    "/goals/strategy",
    "/organisation",
    "/organisation/appointments",
    "/organisation/people",
    "/organisation/upkeep",
    "/money",
    "/money?sort=decision",
    "/forums?sort=of",
    "/forums/calendar?year=2024",
];

/// As many objects, plans, activities, goals, undertakings, posts, meetings, units and roles as are asked for.
fn crowd(name: &str, many: usize) -> Town {
    let mut acts = vec![
        json!({"act": "organisation.appointment.make", "id": "keeper", "person": "keeper", "role": "administrator", "scope": "municipality", "from": "2022-01-01"}),
        json!({"act": "organisation.unit.establish", "id": "ks", "name": "Kommunstyrelsen", "kind": "executive_board"}),
        json!({"act": "organisation.unit.establish", "id": "staff", "name": "Förvaltningen", "kind": "administration", "under": "ks"}),
        json!({"act": "forums.forum.establish", "id": "board", "name": "Styrgruppen", "kind": "portfolio_board", "level": "strategic"}),
    ];
    for role in ["secretary", "digitalisation_officer", "controller"] {
        acts.push(json!({"act": "organisation.appointment.make", "id": role.replace('_', "-"), "person": "keeper", "role": role, "scope": "municipality", "from": "2022-01-01"}));
    }
    acts.push(json!({"act": "goals.document.adopt", "id": "plan", "kind": "operational_plan", "title": "Verksamhetsplan", "unit": "ks", "from": "2024-01-01", "to": "2024-12-31"}));
    acts.push(json!({"act": "goals.area.establish", "id": "social", "name": "Social hållbarhet"}));
    acts.extend((0..many).flat_map(one));
    let start = demo::instant(demo::TODAY).expect("a day");
    let keeper = PersonId::new("keeper").expect("an identity");
    let order = |act: Value| Order { at: Some(start), ..Order::new(Act::read(act).expect("an act"), keeper.clone()) };
    Town::founded(name, acts.into_iter().map(order))
}

/// One of everything; each activity needs the one before.
fn one(number: usize) -> Vec<Value> {
    let (object, plan, activity) = (format!("object-{number}"), format!("plan-{number}"), format!("activity-{number}"));
    let needs = if number > 0 { json!([format!("activity-{}", number - 1)]) } else { json!([]) };
    let held = |role: &str, side: &str| {
        json!({"act": "organisation.appointment.make", "id": format!("{role}-{number}").replace('_', "-"), "person": if role == "object_owner" { "keeper".to_owned() } else { format!("person-{number}") },
            "role": role, "scope": {"object": object}, "side": side, "share": 1000, "from": "2024-01-01"})
    };
    vec![
        json!({"act": "organisation.unit.establish", "id": format!("unit-{number}"), "name": format!("Enhet {number}"), "kind": "department", "under": "staff"}),
        json!({"act": "goals.goal.set", "id": format!("goal-{number}"), "document": "plan", "wording": {"title": format!("Mål {number}"), "area": "social"}}),
        json!({"act": "goals.undertaking.enter", "id": format!("undertaking-{number}"), "document": "plan", "kind": "assignment", "text": format!("Uppdrag {number}")}),
        json!({"act": "objects.object.establish", "id": object, "description": {"name": format!("Objekt {number}"), "owner": "ks"}}),
        held("object_owner", "business"),
        held("object_manager", "it"),
        json!({"act": "objects.plan.draft", "id": plan, "object": object, "year": 2024}),
        json!({"act": "objects.activity.plan", "id": activity, "plan": plan, "text": {"name": format!("Aktivitet {number}"), "kind": "development",
            "priority": "high", "it_hours": 100, "from": "2024-01-01", "to": "2024-06-30", "goals": [format!("goal-{number}")], "needs": needs}}),
        json!({"act": "money.post.enter", "id": format!("post-{number}"), "kind": "allocation", "purpose": format!("Satsning {number}"), "to": {"unit": "ks"},
            "first_year": 2024, "last_year": 2024, "amount": 100}),
        json!({"act": "forums.meeting.call", "id": format!("meeting-{number}"), "of": {"forum": "board"}, "date": "2024-05-15", "agenda": [{"matter": "Ett ärende"}]}),
    ]
}

/// Asks for a page: how much was read for it, and the page.
async fn asked(town: &Town, path: &str) -> (u64, String) {
    let before = tally::so_far();
    let answer = town.get(path, Some("keeper")).await;
    assert!(answer.status.is_success(), "{path}: {}\n{}", answer.status, answer.body);
    (tally::so_far() - before, answer.body)
}

#[tokio::test]
async fn four_times_as_much_is_read_four_times_and_not_sixteen() {
    let crowds = std::thread::spawn(|| [crowd("few", 120), crowd("many", 480)]).join().expect("two municipalities");
    let mut slow = Vec::new();
    for path in LISTS {
        let [few, many] = [asked(&crowds[0], path).await, asked(&crowds[1], path).await];
        if many.0 > few.0 * 5 {
            slow.push(format!("{path}: {} read where there are few, {} where there are four times as many", few.0, many.0));
        }
        for table in many.1.split("<tbody").skip(1) {
            let rows = table.split("</tbody>").next().map_or(0, |table| table.matches("<tr").count());
            // The picture of a year has room for 120 activities and shows them as a table too.
            assert!(rows <= 120, "{path}: a table of {rows} rows");
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
