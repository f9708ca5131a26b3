//! Whoever reads chooses the language: by the browser, on any page, or in the own account.
use axum::body::Body;
use axum::http::{Request, header};
use rctm::base::i18n::LANGUAGE_COOKIE;
use tests::{Person, Reply, TestApp};

/// Opens a page with a browser that accepts these languages.
async fn accepting(person: &Person, path: &str, languages: &str) -> Reply {
    let request = Request::get(path).header(header::ACCEPT_LANGUAGE, languages);
    person.send(request.body(Body::empty()).expect("a request")).await
}

#[track_caller]
fn is_in(reply: &Reply, tag: &str) {
    let dir = if tag == "ar" { "rtl" } else { "ltr" };
    reply.says(&format!("<html lang=\"{tag}\" dir=\"{dir}\">"));
}

#[tokio::test]
async fn a_visitor_reads_what_the_browser_asks_for() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for (languages, tag) in [
        ("ar-SA,ar;q=0.9,en;q=0.8", "ar"),
        ("id", "id"),
        ("fr-FR,fr;q=0.9", "en"),
        ("zh-Hans-CN,zh;q=0.9", "en"),
        ("fr, id;q=0.4", "id"),
    ] {
        for path in ["/", "/catalogue", "/sign-in", "/no-such-page"] {
            is_in(&accepting(&visitor, path, languages).await, tag);
        }
    }
    accepting(&visitor, "/catalogue", "ar").await.says("دليل الدورات");
    accepting(&visitor, "/catalogue", "id").await.says("Katalog kursus");
}

#[tokio::test]
async fn a_translation_that_nobody_reviewed_says_so() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    accepting(&visitor, "/", "id").await.says("Terjemahan ini belum ditinjau.");
    accepting(&visitor, "/", "ar").await.says("لم تُراجَع هذه الترجمة بعد.");
    accepting(&visitor, "/", "en").await.does_not_say("has not been reviewed");
}

#[tokio::test]
async fn a_visitor_chooses_a_language_and_keeps_it_on_the_next_page() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get("/catalogue?q=border&goal=prevention").await;
    page.says("name=\"next\" value=\"/catalogue?q=border&#38;goal=prevention\"");
    let next = "/catalogue?q=border&goal=prevention";
    let reply = visitor.post("/language", &[("language", "ar"), ("next", next)]).await;
    reply.leads_to(next);
    is_in(&visitor.get(next).await, "ar");
    is_in(&accepting(&visitor, "/centres", "id").await, "ar");
    visitor.post("/language", &[("language", "en"), ("next", "/centres")]).await;
    is_in(&accepting(&visitor, "/centres", "ar").await, "en");
}

#[tokio::test]
async fn a_language_that_is_not_spoken_is_refused_and_nobody_is_led_away() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.post("/language", &[("language", "fr"), ("next", "/")]).await.is(400);
    assert_eq!(visitor.cookie(LANGUAGE_COOKIE), None);
    for foreign in ["https://evil.example/", "//evil.example/", ""] {
        let fields = [("language", "id"), ("next", foreign)];
        visitor.post("/language", &fields).await.leads_to("/");
    }
}

#[tokio::test]
async fn a_cached_page_is_never_shown_in_another_language() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let known = |reply: &Reply| reply.header("etag").expect("a tag").to_owned();
    let english = accepting(&visitor, "/catalogue", "en").await;
    assert_eq!(english.header("vary"), Some("Cookie, Accept-Language"));
    let arabic = accepting(&visitor, "/catalogue", "ar").await;
    assert_ne!(known(&english), known(&arabic));
    let asking = |languages: &'static str, tag: String| {
        let request = Request::get("/catalogue")
            .header(header::ACCEPT_LANGUAGE, languages)
            .header(header::IF_NONE_MATCH, tag);
        request.body(Body::empty()).expect("a request")
    };
    visitor.send(asking("en", known(&english))).await.is(304);
    let other = visitor.send(asking("ar", known(&english))).await;
    is_in(other.is(200), "ar");
    visitor.post("/language", &[("language", "id"), ("next", "/")]).await;
    let chosen = visitor.send(asking("en", known(&english))).await;
    is_in(chosen.is(200), "id");
}

#[tokio::test]
async fn the_language_of_the_account_comes_before_that_of_the_browser() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    is_in(&accepting(&director, "/my-centre", "ar").await, "ar");
    is_in(&accepting(&director, "/my-centre", "en-AU").await, "en");
    let fields = [("language", "id"), ("zone", "")];
    director.post("/account/reading", &fields).await.leads_to("/account?saved=1");
    for path in ["/account?saved=1", "/my-centre", "/catalogue", "/no-such-page"] {
        is_in(&accepting(&director, path, "ar").await, "id");
    }
    let elsewhere = app.director("JCLEC").await;
    is_in(&accepting(&elsewhere, "/my-centre", "ar").await, "id");
    let fields = [("language", "und"), ("zone", "")];
    elsewhere.post("/account/reading", &fields).await.leads_to("/account?saved=1");
    is_in(&accepting(&elsewhere, "/my-centre", "ar").await, "ar");
}

#[tokio::test]
async fn the_language_chosen_at_the_foot_of_a_page_goes_into_the_account() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let fields = [("language", "ar"), ("next", "/my-centre")];
    director.post("/language", &fields).await.leads_to("/my-centre");
    is_in(&app.director("JCLEC").await.get("/my-centre").await, "ar");
    assert_eq!(choices(&app).await, 1);
}

async fn choices(app: &TestApp) -> i64 {
    let sql = "select count(*) as n from audit_entry where action = 'account.choose_reading'";
    app.count(sql, vec![]).await
}

#[tokio::test]
async fn a_choice_leaves_one_entry_and_the_same_choice_none() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    for _ in 0..2 {
        let fields = [("language", "id"), ("zone", "Asia/Jakarta")];
        person.post("/account/reading", &fields).await.leads_to("/account?saved=1");
    }
    assert_eq!(choices(&app).await, 1);
    let page = person.get("/account").await;
    page.says("<option value=\"id\" lang=\"id\" selected>Bahasa Indonesia</option>");
    page.says("<option value=\"Asia/Jakarta\" selected>Jakarta</option>");
}

#[tokio::test]
async fn times_are_told_in_the_zone_of_the_account() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    person.get("/nominations").await.says(" in Fiji");
    let fields = [("language", "und"), ("zone", "Asia/Tokyo")];
    person.post("/account/reading", &fields).await.leads_to("/account?saved=1");
    person.get("/nominations").await.says(" in Tokyo").does_not_say(" in Fiji");
}

#[tokio::test]
async fn what_is_no_language_and_no_zone_is_refused_in_words() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let fields = [("language", "fr"), ("zone", "Asia/Atlantis")];
    let page = person.post("/account/reading", &fields).await;
    page.is(422).says("Choose a language of the list.").says("Choose a time zone of the list.");
    assert_eq!(choices(&app).await, 0);
}

#[tokio::test]
async fn whoever_has_no_role_yet_reads_the_own_language_too() {
    let app = TestApp::new().await;
    let person = app.visitor();
    person.sign_in("seconded.editor@jclec.example", tests::PASSWORD).await.leads_to("/capacity");
    person.post("/account/reading", &[("language", "ar"), ("zone", "")]).await;
    is_in(&accepting(&person, "/capacity", "en").await, "ar");
}
