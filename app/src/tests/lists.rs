//! A list of the demo as its readers sort, narrow, leaf through and take it away.

use super::town::Town;

const EVERY_ACTIVITY: &str = "/objects/activities?year=";

fn places(body: &str, names: [&str; 2]) -> [usize; 2] {
    names.map(|name| body.find(name).unwrap_or_else(|| panic!("{name} is not on the page")))
}

fn rows(body: &str) -> usize {
    body.matches("<th scope=\"row\">").count()
}

#[tokio::test]
async fn a_list_is_sorted_by_the_column_that_is_asked_for() {
    let town = Town::open();
    let cheapest = town.get("/initiatives?sort=cost", None).await.body;
    let dearest = town.get("/initiatives?sort=-cost", None).await.body;
    let titles: Vec<&str> =
        dearest.split("<th scope=\"row\">").skip(1).filter_map(|row| row.split('>').nth(1)?.split('<').next()).collect();
    assert!(titles.len() > 20, "{titles:?}");
    let [dear, cheap] = places(&cheapest, [titles[0], titles[5]]);
    assert!(dear > cheap, "{} does not stand after {}", titles[0], titles[5]);
    assert!(dearest.contains(r#"aria-sort="descending""#));
}

#[tokio::test]
async fn a_long_list_shows_its_first_rows_and_leads_on() {
    let town = Town::open();
    let first = town.get(&format!("{EVERY_ACTIVITY}&rows=50"), None).await.body;
    assert_eq!(rows(&first), 51, "fifty rows and their sum");
    assert!(first.contains(r#"rel="next""#) && !first.contains(r#"rel="prev""#));
    let last = town.get(&format!("{EVERY_ACTIVITY}&rows=50&page=999"), None).await.body;
    assert!(!last.contains(r#"rel="next""#) && last.contains(r#"rel="prev""#), "a page after the last is the last");
    let sum = |body: &str| body.split("<tfoot>").nth(1)?.split("</tfoot>").next().map(str::to_owned);
    assert_eq!(sum(&first), sum(&last), "the sum is that of all pages");
}

#[tokio::test]
async fn the_file_has_every_row_that_the_pages_have_together() {
    let town = Town::open();
    let file = town.get(&format!("{EVERY_ACTIVITY}&rows=50&page=2&export=csv"), None).await.body;
    let all = town.get(&format!("{EVERY_ACTIVITY}&rows=500"), None).await.body;
    assert_eq!(file.lines().count() - 1, rows(&all) - 1);
}

#[tokio::test]
async fn whoever_narrows_a_list_of_a_past_day_stays_on_that_day() {
    let town = Town::open();
    let page = town.get("/initiatives?as_of=2023-08-25&sort=-cost", None).await.body;
    let form = page.split("sb-filter").nth(1).and_then(|rest| rest.split("</form>").next()).expect("a form that narrows");
    assert!(form.contains(r#"name="as_of" value="2023-08-25""#) && form.contains(r#"name="sort" value="-cost""#), "{form}");
}

#[tokio::test]
async fn a_list_that_was_asked_odd_questions_still_answers() {
    let town = Town::open();
    for odd in ["sort=nothing", "sort=-", "rows=7", "page=-3", "page=x", "phase=none", "words=%00", "unit=%C3%A5", "year=x"] {
        for path in ["/initiatives", "/objects/activities", "/decisions", "/follow-up"] {
            let answer = town.get(&format!("{path}?{odd}"), None).await;
            assert!(answer.status.is_success(), "{path}?{odd}: {}", answer.status);
        }
    }
}

#[tokio::test]
async fn the_ledger_is_searched_by_what_was_done_and_by_whom() {
    let town = Town::open();
    let file = town.get("/ledger?act=fund.assessment.give&words=oskar&export=csv", Some("rolf-dahl")).await.body;
    let rows: Vec<&str> = file.lines().skip(1).collect();
    assert!(rows.len() > 2 && rows.iter().all(|row| row.contains("Oskar Lund")), "{file}");
    assert_eq!(town.get("/ledger", None).await.status, 303, "whoever is nobody signs in first");
}
