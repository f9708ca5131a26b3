//! A sheet saves itself while somebody types, and says so when it cannot.
use std::time::{Duration, Instant};

use tests::browser::Browser;
use tests::{PASSWORD, Person, Served};

/// Longer than the script waits after the last change, on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(20);

async fn says_in_time(browser: &Browser, words: &str) {
    let began = Instant::now();
    while !browser.text().await.contains(words) {
        assert!(began.elapsed() < PATIENCE, "{words:?} never came:\n{}", browser.text().await);
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// The sheet of Bangladesh in a browser, with the first course type asked for once a year.
async fn at_the_sheet(served: &Served) -> (Browser, String) {
    let db = &served.test.app.db;
    let rounds = rctm::course_nominations::open_rounds(db).await.expect("rounds");
    let path = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let browser = Browser::open(served).await;
    browser.sign_in("focal.point@bangladesh.example", PASSWORD).await;
    browser.goto(&path).await;
    choose(&browser, "liaison", "annual").await;
    says_in_time(&browser, "Saved 09:00 in Dhaka").await;
    (browser, path)
}

async fn choose(browser: &Browser, course_type: &str, often: &str) {
    let radio = format!("[name=\"{course_type}.freq\"][value=\"{often}\"]");
    let radio = browser.find(&radio).await;
    radio.scroll_into_view().await.expect("clear of the bar");
    radio.click().await.expect("it can be chosen");
}

async fn saves(person: &Person, path: &str, reason: &str) {
    let page = person.get(path).await.text;
    let (_, rest) = page.split_once("name=\"revision\" value=\"").expect("a revision");
    let revision = rest.split('"').next().expect("a value");
    let form = [("revision", revision), ("liaison.freq", "once"), ("liaison.reason", reason)];
    person.post(path, &form).await.is(303);
}

#[tokio::test]
async fn what_is_typed_is_saved_until_somebody_else_saves() {
    let served = Served::new().await;
    let (browser, path) = at_the_sheet(&served).await;
    browser.says("Draft. 1 of 13 course types").await;
    let deputy = served.test.deputy("Bangladesh").await;
    deputy.get(&path).await.says("value=\"annual\" aria-label=\"1 a year\" checked");
    browser.looks_well("sheet-saved-itself").await;
    choose(&browser, "induction", "monthly").await;
    says_in_time(&browser, "Draft. 2 of 13 course types").await;
    saves(&deputy, &path, "words of the deputy").await;
    choose(&browser, "induction", "once").await;
    says_in_time(&browser, "somebody else saved this sheet meanwhile").await;
    browser.find(".bar button[value=save]").await.click().await.expect("it can be pressed");
    says_in_time(&browser, "Theirs, saved").await;
    browser.says("words of the deputy").await;
}

#[tokio::test]
async fn where_the_line_drops_it_says_so_and_keeps_what_was_typed() {
    let served = Served::new().await;
    let (browser, path) = at_the_sheet(&served).await;
    served.stop().await;
    choose(&browser, "induction", "monthly").await;
    says_in_time(&browser, "Not saved yet: the line is down").await;
    browser.is_at(&path).await;
}

#[tokio::test]
async fn after_the_session_has_ended_it_says_where_to_sign_in() {
    let served = Served::new().await;
    let (browser, _) = at_the_sheet(&served).await;
    served.test.pass(chrono::Duration::hours(2));
    choose(&browser, "induction", "monthly").await;
    says_in_time(&browser, "Not saved: sign in again in another tab").await;
}
