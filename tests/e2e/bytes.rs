//! What pages cost on the wire: a first visit fits into the first window of a connection.
use axum::body::Body;
use axum::http::{Method, Request, header};
use rctm::base::i18n::LANGUAGE_COOKIE;
use tests::{Person, TestApp};

/// The most bytes of a first visit: page, stylesheet and icon.
const FIRST_VISIT: usize = 14_600;
/// The most bytes of the sheet and of the demand board with what is around them.
const LARGE_PAGES: usize = 20_000;

/// What a page costs on the wire: its own bytes as browsers are sent them (brotli).
pub async fn bytes_of(person: &Person, path: &str) -> usize {
    let request = Request::get(path).header(header::ACCEPT_ENCODING, "br");
    let response = person.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(response.headers.get(header::CONTENT_ENCODING).expect("an encoding"), "br");
    response.bytes
}

#[tokio::test]
async fn a_first_visit_fits_into_the_first_window() {
    let app = TestApp::new().await;
    for tag in ["en", "id", "ar"] {
        let visitor = app.visitor();
        visitor.keep_cookie(LANGUAGE_COOKIE, tag);
        first_visit(&visitor, tag).await;
    }
}

async fn first_visit(visitor: &Person, tag: &str) {
    let mut frame = bytes_of(visitor, rctm::base::assets::STYLESHEET).await;
    frame += bytes_of(visitor, rctm::base::assets::ICON).await;
    let listed = rctm::app::pages().listed;
    let public = listed.iter().filter(|route| {
        route.method == Method::GET && route.may == ["everyone"] && !route.path.contains('{')
    });
    for route in public {
        let reply = visitor.get(route.path).await;
        if reply.header("content-type") != Some("text/html; charset=utf-8") {
            continue;
        }
        let whole = frame + bytes_of(visitor, route.path).await;
        let path = route.path;
        println!("{path} in {tag}: {whole} bytes with stylesheet and icon");
        assert!(whole <= FIRST_VISIT, "{path} in {tag}: {whole} bytes, {frame} around it");
    }
}

/// The address of the sheet of an open round, as the first page of a focal point links to it.
async fn sheet(person: &Person) -> Option<String> {
    let home = person.get("/my-state").await.text;
    let mut links = home.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.find(|link| link.starts_with("/rounds/") && link.ends_with("/sheet")).map(str::to_owned)
}

#[tokio::test]
async fn the_sheet_and_the_board_are_small_enough_for_a_slow_line() {
    let app = TestApp::new().await;
    for tag in ["en", "id", "ar"] {
        large_pages(&app, tag).await;
    }
}

async fn large_pages(app: &TestApp, tag: &str) {
    let listed = rctm::app::pages().listed;
    let exists = |path: &str| listed.iter().any(|route| route.path == path);
    let visitor = app.visitor();
    let frame = bytes_of(&visitor, rctm::base::assets::STYLESHEET).await
        + bytes_of(&visitor, rctm::base::assets::ICON).await;
    let focal_point = app.focal_point("Fiji").await;
    focal_point.keep_cookie(LANGUAGE_COOKIE, tag);
    if exists("/rounds/{id}/sheet") {
        let frame = frame + bytes_of(&visitor, rctm::base::assets::SHEET_SCRIPT).await;
        let path = sheet(&focal_point).await.expect("a link to the sheet of the open round");
        let whole = frame + bytes_of(&focal_point, &path).await;
        println!("{path} in {tag}: {whole} bytes with stylesheet, script and icon");
        assert!(whole <= LARGE_PAGES, "the sheet in {tag}: {whole} bytes, {frame} around it");
    }
    for (path, person) in [
        ("/my-state", app.focal_point("Fiji").await),
        ("/nominations", app.focal_point("Fiji").await),
        ("/my-centre", app.director("JCLEC").await),
        ("/courses", app.director("JCLEC").await),
        ("/demand", app.rso().await),
        ("/account", app.rso().await),
    ] {
        if exists(path) {
            person.keep_cookie(LANGUAGE_COOKIE, tag);
            let mut whole = frame + bytes_of(&person, path).await;
            if path == "/demand" {
                whole += bytes_of(&visitor, rctm::base::assets::BOARD_STYLESHEET).await;
            }
            println!("{path} in {tag}: {whole} bytes with stylesheet and icon");
            assert!(whole <= LARGE_PAGES, "{path} in {tag}: {whole} bytes, {frame} around it");
        }
    }
}
