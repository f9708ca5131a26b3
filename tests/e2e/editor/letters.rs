//! The letters about proposals, in every language.
use tests::TestApp;

use crate::catalogue_editing::{publish, save, with, written};

/// The text without the signed link that stops such letters.
fn steady(text: &str) -> String {
    let word = |word: &str| match word.split_once("/unsubscribe/") {
        Some((start, _)) => format!("{start}/unsubscribe/…"),
        None => word.to_owned(),
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    app.execute("delete from outbox", vec![]).await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    for person in [&editor, &director] {
        person.post("/account/reading", &[("language", tag), ("zone", "")]).await.is(303);
    }
    let check = "/courses/IDM-777/publication";
    written(&editor, "IDM-777").await;
    let propose = async || {
        let revision = editor.get(check).await.revision();
        let fields = [("revision", revision.as_str()), ("note", "Two exercises more")];
        editor.post("/courses/IDM-777/proposal", &fields).await.is(303);
    };
    propose().await;
    let revision = director.get(check).await.revision();
    let fields = [("revision", revision.as_str()), ("wanted", "Say who teaches module 2")];
    director.post("/courses/IDM-777/proposal/return", &fields).await.is(303);
    let trainers = [("audience", "Officers, and who trains them")];
    save(&editor, "IDM-777", &with(&trainers)).await.is(303);
    propose().await;
    publish(&director, "IDM-777", "Two exercises more").await.is(303);
    let sql = "select subject, locale, body_text, body_html from outbox order by id";
    let rows = app.query(sql, vec![]).await;
    let names = ["proposed", "sent_back", "proposed_again", "published"];
    assert_eq!(rows.len(), names.len());
    let dir = if tag == "ar" { "rtl" } else { "ltr" };
    for (name, row) in names.into_iter().zip(rows) {
        let read = |name: &str| row.try_get::<String>("", name).expect("text");
        assert_eq!(read("locale"), tag);
        assert!(read("body_html").contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")));
        if name != "proposed_again" {
            let said = format!("{}\n\n{}", read("subject"), steady(&read("body_text")));
            insta::assert_snapshot!(format!("{name}_{tag}"), said);
        }
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
