//! Who may open what: a row for each route, a column for each role. A route without a row fails.
mod table;

use axum::body::Body;
use axum::http::{Method, Request, header};
use rctm::base::routes::Listed;
use tests::{Person, TestApp};

use self::table::{Row, TABLE};

/// An id that nothing has.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// Long enough for the brakes on guessing to let go.
const BETWEEN: chrono::Duration = chrono::Duration::minutes(2);

/// The columns: a stranger, then the roles as `rctm routes` prints them.
const WHO: [&str; 10] = [
    "stranger",
    "focal_point",
    "deputy_focal_point",
    "agency_nominator",
    "training_director",
    "course_editor",
    "rso_officer",
    "rso_manager",
    "auditor",
    "administrator",
];

async fn person(app: &TestApp, who: &str) -> Person {
    match who {
        "stranger" => app.visitor(),
        "focal_point" => app.focal_point("Fiji").await,
        "deputy_focal_point" => app.deputy("Bangladesh").await,
        "agency_nominator" => app.nominator("Bangladesh").await,
        "training_director" => app.director("JCLEC").await,
        "course_editor" => app.editor("JCLEC").await,
        "rso_officer" => app.rso().await,
        "rso_manager" => app.rso_manager().await,
        "auditor" => app.auditor().await,
        "administrator" => app.administrator().await,
        _ => panic!("nobody is {who}"),
    }
}

/// What `who` gets: the status, and where it leads.
async fn probe(person: &Person, method: &str, path: &str) -> (u16, String) {
    let path: Vec<_> =
        path.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part }).collect();
    let request = Request::builder().method(method).uri(path.join("/"));
    let request = request
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let reply = person.send(request.body(Body::empty()).expect("a request")).await;
    (reply.status.as_u16(), reply.location().unwrap_or_default().to_owned())
}

fn may(route: &Listed, who: &str) -> bool {
    let all = route.may.contains(&"everyone");
    let signed_in = route.may.contains(&"signed_in") && who != "stranger";
    all || signed_in || route.may.contains(&who)
}

/// Whether the table lets a role call a route; somebody who has chosen no role may call what
/// everybody signed in may.
pub fn may_call(method: &str, path: &str, role: &str) -> bool {
    let row = TABLE.iter().find(|row| (row.0, row.1) == (method, path));
    let standing = || rctm::app::standing().listed.iter().any(|route| route.path == path);
    let Some((.., statuses)) = row else { return standing() };
    let (stranger, signed_in) = (statuses[0], &statuses[1..]);
    match WHO.iter().position(|who| *who == role) {
        Some(0) => stranger != 303,
        Some(column) => statuses[column] != 403,
        None => !signed_in.contains(&403),
    }
}

fn row_of(route: &Listed) -> Option<&'static Row> {
    TABLE.iter().find(|(method, path, _)| *method == route.method.as_str() && *path == route.path)
}

/// A row as it is written in the table.
fn as_row(method: &str, path: &str, statuses: &[u16]) -> String {
    let quoted = (format!("\"{method}\","), format!("\"{path}\","));
    let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
    format!("    ({:<7} {:<43}[{}]),", quoted.0, quoted.1, statuses.join(", "))
}

#[tokio::test]
async fn the_table_is_whole() {
    let listed = rctm::app::pages().listed;
    let gone: Vec<_> = TABLE
        .iter()
        .filter(|(method, path, _)| {
            !listed.iter().any(|route| route.method == *method && route.path == *path)
        })
        .collect();
    assert!(gone.is_empty(), "these rows have no route: {gone:#?}");
    let mut missing: Vec<_> = listed.iter().filter(|route| row_of(route).is_none()).collect();
    missing.sort_by_key(|route| (route.path, route.method.as_str()));
    assert!(missing.is_empty(), "rows to check and add:\n{}", rows_for(&missing).await);
}

/// The rows of these routes as they answer now. What the handlers' types forbid and a role gets
/// all the same is marked, so that nobody pastes a leak.
async fn rows_for(routes: &[&Listed]) -> String {
    let app = TestApp::new().await;
    let mut statuses = vec![Vec::new(); routes.len()];
    for who in WHO {
        for (route, statuses) in routes.iter().zip(&mut statuses) {
            app.pass(BETWEEN);
            let person = person(&app, who).await;
            let (status, to) = probe(&person, route.method.as_str(), route.path).await;
            let fits = fits(route, who, (status, &to));
            statuses.push(if fits { status } else { 999 });
        }
    }
    let rows = routes.iter().zip(&statuses);
    let rows: Vec<_> =
        rows.map(|(route, row)| as_row(route.method.as_str(), route.path, row)).collect();
    rows.join("\n")
}

/// Whether an answer is one that somebody who may (or may not) call the route can get.
fn fits(route: &Listed, who: &str, (status, to): (u16, &str)) -> bool {
    let sent_to_sign_in = status == 303 && to.starts_with("/sign-in");
    match (may(route, who), who) {
        (true, "stranger") => {
            matches!(status, 200 | 303 | 400 | 404 | 409 | 422) && !sent_to_sign_in
        }
        (true, _) => matches!(status, 200 | 303 | 400 | 404 | 409 | 422),
        (false, "stranger") => sent_to_sign_in,
        (false, _) => status == 403,
    }
}

#[tokio::test]
async fn the_table_says_what_the_types_of_the_handlers_say() {
    for route in rctm::app::pages().listed {
        let Some((method, path, statuses)) = row_of(&route) else { continue };
        for (who, status) in WHO.iter().zip(statuses) {
            let to = if *who == "stranger" && !may(&route, who) { "/sign-in" } else { "" };
            assert!(
                fits(&route, who, (*status, to)),
                "{method} {path}: {who} {} call it, and the table says {status}",
                if may(&route, who) { "may" } else { "may not" }
            );
        }
    }
}

#[tokio::test]
async fn the_table_holds() {
    let app = TestApp::new().await;
    let mut probes = 0;
    let mut wrong = Vec::new();
    for (column, who) in WHO.iter().enumerate() {
        app.pass(BETWEEN);
        let lasting = person(&app, who).await;
        for (method, path, statuses) in TABLE {
            let listed = rctm::app::pages().listed;
            let route = listed.iter().find(|route| route.method == *method && route.path == *path);
            let route = route.expect("the table is whole");
            // Signing out, and nothing else, ends the session of who probes.
            let (status, to) = if *path == "/sign-out" {
                probe(&person(&app, who).await, method, path).await
            } else {
                probe(&lasting, method, path).await
            };
            probes += 1;
            if status != statuses[column] || !fits(route, who, (status, &to)) {
                let expected = statuses[column];
                wrong.push(format!("{method} {path}: {who} gets {status} {to}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {probes} probes:\n{}", wrong.len(), wrong.join("\n"));
    println!("{probes} probes, none wrong");
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_yours_look_the_same() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let one = person.get("/no-such-page").await;
    let other = person.get(&format!("/no-such-page/{NOBODY}")).await;
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (404, 404));
    assert_eq!(one.text, other.text);
    let method = Method::from_bytes(b"BREW").expect("a method");
    let request = Request::builder().method(method).uri("/no-such-page");
    let request = request.header(header::ORIGIN, "http://127.0.0.1:8080");
    person.send(request.body(Body::empty()).expect("a request")).await.is(404);
}
