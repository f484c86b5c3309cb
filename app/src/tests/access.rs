//! Every route as every role: nothing is reached without its permission, and nothing breaks.

use super::town::Town;
use crate::rooms;
use crate::web::route::May;
use axum::http::{Method, StatusCode};

/// One person of each door, and a citizen.
const ROLES: [Option<&str>; 11] = [
    None,
    Some("sara-ek"),
    Some("peter-nyman"),
    Some("karin-wallin"),
    Some("elin-sjo"),
    Some("fatima-noor"),
    Some("camilla-frisk"),
    Some("anders-palm"),
    Some("helena-storm"),
    Some("rolf-dahl"),
    Some("mikael-strand"),
];

/// A path with something that exists, or cannot exist, in each place.
fn filled(path: &str) -> String {
    path.split('/').map(|part| if part.starts_with('{') { "finns-inte" } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn a_citizen_is_sent_to_sign_in_wherever_a_page_is_not_public() {
    let town = Town::open();
    for route in rooms::routes().into_iter().filter(|route| route.may != May::Anyone) {
        let answer = if route.method == Method::GET {
            town.get(&filled(route.path), None).await
        } else {
            town.post(&filled(route.path), None, "").await
        };
        assert!(
            answer.status == StatusCode::SEE_OTHER && answer.location.starts_with("/session?to="),
            "{} {}: {}",
            route.method,
            route.path,
            answer.status
        );
    }
}

#[tokio::test]
async fn a_form_without_its_mark_changes_nothing_whoever_sends_it() {
    let town = Town::open();
    let size = town.harbour.helm.now().town.size;
    for route in rooms::routes().into_iter().filter(|route| route.method == Method::POST && !route.path.starts_with("/session")) {
        for who in ROLES.into_iter().flatten() {
            let answer = town.post(&filled(route.path), Some(who), "name=x").await;
            assert!(answer.status.is_client_error(), "{} as {who}: {}", route.path, answer.status);
        }
    }
    assert_eq!(town.harbour.helm.now().town.size, size);
}

#[tokio::test]
async fn no_page_breaks_for_any_role_now_or_on_a_past_day() {
    let town = Town::open();
    for route in rooms::routes().into_iter().filter(|route| route.method == Method::GET) {
        for who in ROLES {
            for day in ["", "?as_of=2023-08-25", "?as_of=2021-09-01", "?as_of=1999-01-01"] {
                let path = format!("{}{day}", filled(route.path));
                let answer = town.get(&path, who).await;
                assert!(!answer.status.is_server_error(), "{path} as {who:?}: {}\n{}", answer.status, answer.body);
            }
        }
    }
}

#[tokio::test]
async fn an_address_that_leads_nowhere_says_so_in_words() {
    let town = Town::open();
    for path in ["/finns-inte", "/organisation/finns-inte", "/organisation/%00", "/organisation/Å%20Ä", "/organisation/%3Cscript%3E"] {
        let answer = town.get(path, None).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("Sidan finns inte"), "{path}: {}", answer.body);
    }
}

#[tokio::test]
async fn a_day_that_cannot_be_read_says_what_to_write() {
    let answer = Town::open().get("/organisation?as_of=igår", None).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("till exempel 2023-08-25"));
}

#[tokio::test]
async fn a_session_of_another_municipality_is_no_session() {
    let town = Town::open();
    let cookie = town.cookie("camilla-frisk").replace("huddinge", "botkyrka");
    assert_ne!(cookie, town.cookie("camilla-frisk"));
    let headers = axum::http::HeaderMap::from_iter([(axum::http::header::COOKIE, cookie.parse().expect("a cookie"))]);
    assert!(crate::web::session::of(&headers, &town.harbour).is_none());
}
