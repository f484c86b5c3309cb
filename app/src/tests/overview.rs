//! The situation of the demo: what a newcomer sees first, and that everything expected can be reached.

use domain::expected::expected;
use domain::{Ore, situation};

use super::town::Town;
use crate::mine;

#[test]
fn used_and_committed_and_free_and_over_make_up_the_budgets() {
    let now = Town::open().harbour.helm.now();
    let under = situation::money_under_way(&now.town);
    assert!(under.budget > Ore::ZERO);
    assert_eq!(under.used + under.committed + under.free - under.over, under.budget);
    let bodies: Ore = situation::money_by_body(&now.town).values().map(|body| body.budget).sum();
    assert_eq!(bodies, under.budget);
}

#[tokio::test]
async fn every_task_leads_to_a_page_its_person_can_open() {
    let town = Town::open();
    let now = town.harbour.helm.now();
    let tasks = expected(&now.town, town.harbour.clock.today());
    assert!(tasks.len() > 20, "{}", tasks.len());
    for task in tasks {
        for who in &task.who {
            let place = mine::place(&task);
            let answer = town.get(&place, Some(who.as_str())).await;
            assert!(answer.status.is_success(), "{place} as {who}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn the_overview_tells_a_citizen_no_names() {
    let town = Town::open();
    let page = town.get("/", None).await.body;
    assert!(page.contains("Rapportera hur genomförandet går") || page.contains("Intyga vad nyttan blev"), "no kinds of tasks");
    for person in town.harbour.people.by_name() {
        assert!(!page.contains(&person.name), "{}", person.name);
    }
}

#[tokio::test]
async fn every_exception_leads_to_a_page_where_it_can_be_mended() {
    let town = Town::open();
    let report: serde_json::Value = serde_json::from_str(&town.get("/api/v1/audit", None).await.body).expect("JSON");
    let exceptions =
        report["questions"].as_array().into_iter().flatten().flat_map(|question| question["criteria"].as_array().into_iter().flatten());
    for exception in exceptions.flat_map(|criterion| criterion["exceptions"].as_array().into_iter().flatten()) {
        let link = exception["link"].as_str().expect("a link");
        let path = link.split('#').next().unwrap_or(link);
        let answer = town.get(path, Some("mikael-strand")).await;
        assert!(answer.status.is_success(), "{exception}: {}", answer.status);
    }
}
