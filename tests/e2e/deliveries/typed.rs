//! Whatever is typed about a delivery is text wherever it is shown, in calendars as well.
use tests::TestApp;

use super::{announced, step, with};

const HOSTILE: [&str; 3] = [
    "\"><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Another",
];

#[tokio::test]
async fn whatever_is_typed_is_text_on_pages_and_in_calendars() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for text in HOSTILE {
        let typed = [
            ("venue", text),
            ("city", text),
            ("country", text),
            ("documents", text),
            ("contact", text),
        ];
        let code = announced(&director, &typed).await;
        let faulty = with(&[("id", "x"), ("zone", text), ("member", text), ("starts", text)]);
        let faulty: Vec<_> = faulty.into_iter().filter(|(name, _)| *name != "id").collect();
        let form = director.post("/deliveries/new", &faulty).await;
        form.is(422).does_not_say("<script>alert");
        step(&director, &code, "postponement", &[("reason", text)]).await.is(303);
        for page in ["", "/edit", "/announcement", "/cancellation", "/copy"] {
            let shown = director.get(&format!("/deliveries/{code}{page}")).await;
            shown.is(200).does_not_say("<script>alert").does_not_say("' onmouseover='");
        }
        for page in ["/calendar", "/deliveries", "/courses/LIA-201"] {
            let shown = director.get(page).await;
            shown.is(200).does_not_say("<script>alert").does_not_say("' onmouseover='");
        }
        let event = app.visitor().get(&format!("/deliveries/{code}/calendar.ics")).await;
        assert_eq!(event.text.matches("\r\nBEGIN:VEVENT").count(), 1, "{}", event.text);
        assert_eq!(event.text.matches("\r\nSUMMARY:").count(), 1, "{}", event.text);
    }
}
