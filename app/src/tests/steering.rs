//! Goals and organisation of the demo on past days and from year to year, as their readers see them.

use super::town::Town;

async fn page(path: &str, who: Option<&str>) -> String {
    let answer = Town::open().get(path, who).await;
    assert!(answer.status.is_success(), "{path}: {}", answer.status);
    answer.body
}

#[tokio::test]
async fn a_unit_is_called_what_it_was_called_on_the_day_shown() {
    let before = page("/organisation?as_of=2023-12-20", None).await;
    assert!(before.contains(">Arkitektur och innovation<") && before.contains("Arkitektur, data och innovation"), "decided, and ahead");
    let after = page("/organisation?as_of=2024-01-01", None).await;
    assert!(after.contains(">Arkitektur, data och innovation<") && !after.contains(">Arkitektur och innovation<"));
    assert!(page("/organisation/digi-arkitektur", None).await.contains("31\u{a0}december 2023"), "until when it was called otherwise");
}

#[tokio::test]
async fn a_goal_is_in_force_in_the_years_its_plans_are() {
    let list = |day: &'static str| async move { page(&format!("/goals?unit=von&as_of={day}"), None).await };
    let (then, now) = (list("2023-06-01").await, page("/goals?unit=von", None).await);
    let titles = ["Fler klarar sin vardag själva", "Medarbetarna har den kompetens som omsorgen behöver"];
    assert!(titles.iter().all(|title| then.contains(title)));
    assert!(now.contains(titles[0]) && !now.contains(titles[1]), "one was carried over, the other ended");
    let turned = page("/goals/documents/vp-2024-von/goals", None).await;
    assert!(turned.contains("lever vidare") && turned.contains("avslutat") && !turned.contains("upphör utan"));
}

#[tokio::test]
async fn a_committees_plans_stand_year_beside_year() {
    let beside = page("/goals/plans/von", None).await;
    let head = beside.split("<thead>").nth(1).and_then(|rest| rest.split("</thead>").next()).expect("a table");
    assert!(head.contains("2023") && head.contains("2024"), "{head}");
    assert!(beside.contains("Erbjuda digital tillsyn nattetid"));
}

#[tokio::test]
async fn what_hangs_loose_on_the_day_of_the_report_is_listed_with_its_mends() {
    let body = page("/goals/strategy?as_of=2023-08-25&why=direction_without_goal", None).await;
    let rows = body.split("id=\"findings\"").last().expect("the list").matches("koppla till ett mål").count();
    assert!(rows > 0 && body.contains("Strategi och mål hänger inte ihop"), "{rows}");
    let file = page("/goals/strategy?as_of=2023-08-25&export=csv", None).await;
    assert!(file.contains("inriktning som inte bär något mål"));
}

#[tokio::test]
async fn a_vacancy_names_who_could_take_it_and_why() {
    let objects = page("/objects?seats=vacant", Some("mikael-strand")).await;
    let way =
        objects.split("href=\"/objects/").find_map(|rest| rest.split('"').next().filter(|way| way.contains("/seats/"))).expect("a vacancy");
    let who = page(&format!("/objects/{way}"), Some("mikael-strand")).await;
    assert!(who.contains("/organisation/appointments/new?person="), "{way}");
    let citizen = Town::open().get(&format!("/objects/{way}"), None).await;
    assert_eq!(citizen.status, axum::http::StatusCode::SEE_OTHER, "who could take a role is for staff");
}

#[tokio::test]
async fn every_list_of_steering_becomes_a_file() {
    for (path, who) in [
        ("/goals", None),
        ("/goals/strategy", None),
        ("/goals/plans", None),
        ("/goals/indicators", None),
        ("/organisation/appointments", None),
        ("/objects", None),
    ] {
        let file = page(&format!("{path}?export=csv"), who).await;
        assert!(file.lines().count() > 2, "{path}: {file}");
    }
}
