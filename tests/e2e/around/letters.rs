//! What centres are written is in the language of whoever reads it, in text and in HTML alike.
use rctm::base::i18n::Locale;
use rctm::catalogue::actions::remind;
use tests::TestApp;

const DIRECTOR: &str = "training.director@jclec.example";

/// Pieces of English that no letter in another language has.
const ENGLISH: [&str; 4] =
    ["verified for a year", "together with you", "You get this", "your centre"];

#[tokio::test]
async fn letters_to_centres_speak_the_readers_language() {
    for locale in Locale::all() {
        let tag = locale.tag();
        let app = TestApp::new().await;
        app.execute("delete from outbox", vec![]).await;
        let director = app.director("JCLEC").await;
        let fields = [("language", tag.as_str()), ("zone", "")];
        director.post("/account/reading", &fields).await.is(303);
        let page = "/courses/LIA-201/co-delivery";
        director.post(page, &[("centre", "ABFC"), ("message", "")]).await.is(303);
        app.director("ABFC").await.post(&format!("{page}/acceptance"), &[]).await.is(303);
        let then = app.now() - chrono::Duration::days(370);
        app.execute("update course set verified_at = $1", vec![then.into()]).await;
        remind(&app.app).await.expect("a run");
        let sql = "select locale, body_text, body_html from outbox where to_address = $1";
        let rows = app.query(sql, vec![DIRECTOR.into()]).await;
        assert_eq!(rows.len(), 2, "{tag}");
        for row in rows {
            let read = |name: &str| row.try_get::<String>("", name).expect("text");
            assert_eq!(read("locale"), tag);
            for part in [read("body_text"), read("body_html")] {
                assert!(part.contains("LIA-201"), "{part}");
                let english = ENGLISH.iter().filter(|piece| part.contains(*piece)).count();
                assert_eq!(english == 0, tag != "en", "{tag}: {part}");
            }
        }
    }
}
