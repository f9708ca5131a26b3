//! The letters of subscriptions, in every language.
use chrono::Duration;
use tests::TestApp;

use super::{ADDRESS, OURS, asks, digests, path_in, publishes, sent};

/// The text with signed tokens taken out of its addresses.
fn steady(text: &str) -> String {
    let ours = format!("{OURS}/subscriptions/");
    let word = |word: &str| match word.rsplit_once('/') {
        Some((start, _)) if word.starts_with(&ours) => format!("{start}/…"),
        _ => word.to_owned(),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let filter = "q=documents&type=identity&language=en&language=id";
    asks(&visitor, (ADDRESS, filter, "daily"), tag).await.is(303);
    let letter = sent(&app).await.pop().expect("a letter");
    visitor.post(&path_in(&letter.text, "/subscriptions/confirmation/"), &[]).await.is(303);
    publishes(&app, "IDM-777").await;
    app.pass(Duration::days(1));
    assert_eq!(digests(&app).await, 1);
    let dir = if tag == "ar" { "rtl" } else { "ltr" };
    for (name, letter) in ["asked", "digest"].into_iter().zip(sent(&app).await) {
        assert!(letter.html.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")));
        let said = format!("{}\n\n{}", letter.subject, steady(&letter.text));
        insta::assert_snapshot!(format!("{name}_{tag}"), said);
    }
}

#[tokio::test]
async fn letters_in_english() {
    letters_in("en").await;
}

#[tokio::test]
async fn letters_in_indonesian() {
    letters_in("id").await;
}

#[tokio::test]
async fn letters_in_arabic() {
    letters_in("ar").await;
}
