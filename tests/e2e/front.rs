//! Where people land.
use tests::TestApp;

#[tokio::test]
async fn anybody_reads_the_home_page_and_a_browser_keeps_it() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let home = visitor.get("/").await;
    home.is(200).says("Training planned from what States ask for").says("Round 2027");
    assert_eq!(home.header("cache-control"), Some("no-cache"));
    let tag = home.header("etag").expect("a tag").to_owned();
    let request = axum::http::Request::get("/").header("if-none-match", tag);
    let again = visitor.send(request.body(axum::body::Body::empty()).expect("a request")).await;
    again.is(304);
    assert!(again.text.is_empty());
}

#[tokio::test]
async fn every_member_is_one_equal_square() {
    let app = TestApp::new().await;
    let home = app.visitor().get("/").await;
    let squares = home.text.matches("<li class=\"r").count();
    assert_eq!(squares, 45);
    home.says("Fiji, hosts a centre of excellence");
}

#[tokio::test]
async fn each_role_lands_where_its_work_is() {
    let app = TestApp::new().await;
    app.focal_point("Bangladesh").await.get("/my-state").await.is(200).says("Round 2027");
    app.nominator("Bangladesh").await.get("/my-state").await.is(200);
    let centre = app.director("JCLEC").await.get("/my-centre").await;
    centre.is(200).says("LIA-201").says("Immigration liaison");
    app.editor("ABFC").await.get("/my-centre").await.is(200).says("IND-101");
    app.rso().await.get("/demand").await.is(200);
    app.auditor().await.get("/audit-log").await.is(200);
}

#[tokio::test]
async fn a_state_sees_what_became_of_what_it_asked_for_last_time() {
    let app = TestApp::new().await;
    let row = seed::demand_2016().into_iter().find(|row| row.member_code == "FJ").expect("a row");
    let course = seed::courses().into_iter().find(|c| c.code == row.course_code).expect("a course");
    let kind = seed::course_types().into_iter().find(|t| t.code == course.course_type);
    let page = app.focal_point("Fiji").await.get("/my-state").await;
    page.says("What became of our course nominations").says("Round 2016");
    page.says(&kind.expect("a course type").name);
    page.says("Sample data");
}

#[tokio::test]
async fn the_audit_log_shows_everybody_only_their_own() {
    let app = TestApp::new().await;
    app.focal_point("Bangladesh").await;
    let fiji = app.focal_point("Fiji").await.get("/audit-log").await;
    fiji.is(200).says("session.begin").does_not_say("Bangladesh");
    let auditor = app.auditor().await.get("/audit-log").await;
    auditor.is(200).says("Bangladesh").says("Fiji");
    auditor.does_not_say("focal.point@fiji.example");
    app.nominator("Bangladesh").await.get("/audit-log").await.is(403);
}

#[tokio::test]
async fn the_rso_sees_which_members_have_no_focal_point() {
    let app = TestApp::new().await;
    let page = app.rso().await.get("/organisations").await;
    page.is(200).says("47 of the 49 members have no active focal point.");
    app.focal_point("Fiji").await.get("/organisations").await.is(403);
}
