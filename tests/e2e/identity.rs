//! Signing in and out.
use tests::{PASSWORD, TestApp};

#[tokio::test]
async fn a_focal_point_signs_in_and_lands_at_home() {
    let app = TestApp::new().await;
    let person = app.visitor();
    let reply = person.sign_in("focal.point@fiji.example", PASSWORD).await;
    reply.leads_to("/my-state");
    person.get("/account").await.is(200).says("focal.point@fiji.example");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_words() {
    let app = TestApp::new().await;
    let known = app.visitor().try_to_sign_in("focal.point@fiji.example", "wrong password").await;
    let unknown = app.visitor().try_to_sign_in("nobody@fiji.example", "wrong password").await;
    known.is(422);
    unknown.is(422);
    let blank = |text: &str, email: &str| text.replace(email, "");
    assert_eq!(
        blank(&known.text, "focal.point@fiji.example"),
        blank(&unknown.text, "nobody@fiji.example")
    );
}

#[tokio::test]
async fn after_signing_out_the_session_is_gone_everywhere() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let copy = person.second_browser();
    person.post("/sign-out", &[]).await.leads_to("/");
    copy.get("/account").await.leads_to("/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn a_session_ends_after_an_hour_without_a_request() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    for _ in 0..3 {
        app.pass(chrono::Duration::minutes(50));
        person.get("/account").await.is(200);
    }
    app.pass(chrono::Duration::minutes(61));
    person.get("/account").await.is(303);
}

#[tokio::test]
async fn a_session_ends_after_a_day_however_active() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    for _ in 0..28 {
        app.pass(chrono::Duration::minutes(50));
        person.get("/account").await.is(200);
    }
    app.pass(chrono::Duration::minutes(50));
    person.get("/account").await.is(303);
}

#[tokio::test]
async fn guessing_is_slowed_and_the_owner_gets_in() {
    let app = TestApp::new().await;
    let owner = app.focal_point("Fiji").await;
    owner.post("/sign-out", &[]).await;
    let guesser = app.visitor();
    let mut refused = 0;
    for _ in 0..10 {
        let reply = guesser.try_to_sign_in("focal.point@fiji.example", "another guess").await;
        refused += u32::from(reply.status.as_u16() == 429);
    }
    assert!(refused > 0, "ten guesses in a row were all heard");
    owner.sign_in("focal.point@fiji.example", PASSWORD).await;
    app.pass(chrono::Duration::seconds(11));
    app.visitor().sign_in("focal.point@fiji.example", PASSWORD).await;
}

#[tokio::test]
async fn somebody_with_two_roles_chooses_one_and_acts_in_it() {
    let app = TestApp::new().await;
    let person = app.visitor();
    person.sign_in("seconded.editor@jclec.example", PASSWORD).await.leads_to("/capacity");
    let page = person.get("/capacity").await;
    page.says("Course editor").says("RSO officer");
}
