//! Which program may call what: a row for each route, a column for each kind of client. A route
//! without a row fails.
use axum::http::Method;
use serde_json::json;
use tests::{Client, TestApp};

/// An id that nothing has.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// The columns: a program without a token, clients with every scope that their organisation may
/// give, and one of the Regional Support Office that has none of those asked for.
const WHO: [&str; 5] = ["stranger", "member", "centre", "office", "scopeless"];

type Row = (&'static str, &'static str, [u16; 5]);

/// The access policy. Every parameter is an id that nothing has and every body is `{}`, so whoever
/// may call gets 200, 404 or 422, and nobody else gets any of these.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // method, path                                stranger member centre office scopeless
    ("GET",   "/course-types",                      [200, 200, 200, 200, 200]),
    ("GET",   "/course-imports",                    [401, 403, 200, 403, 403]),
    ("POST",  "/course-imports",                    [401, 403, 422, 403, 403]),
    ("GET",   "/course-imports/{id}",               [401, 403, 404, 403, 403]),
    ("GET",   "/course-imports/{id}/rows",          [401, 403, 404, 403, 403]),
    ("POST",  "/course-imports/{id}/confirmation",  [401, 403, 404, 403, 403]),
    ("POST",  "/course-imports/{id}/undo",          [401, 403, 404, 403, 403]),
    ("GET",   "/courses",                           [200, 200, 200, 200, 200]),
    ("POST",  "/courses",                           [401, 403, 422, 403, 403]),
    ("GET",   "/courses/{code}",                    [404, 404, 404, 404, 404]),
    ("PATCH", "/courses/{code}",                    [401, 403, 404, 403, 403]),
    ("GET",   "/courses/{code}/materials",          [404, 404, 404, 404, 404]),
    ("POST",  "/courses/{code}/materials",          [401, 403, 422, 403, 403]),
    ("GET",   "/courses/{code}/pack",               [404, 404, 404, 404, 404]),
    ("GET",   "/materials/{id}",                    [404, 404, 404, 404, 404]),
    ("PATCH", "/materials/{id}",                    [401, 403, 404, 403, 403]),
    ("GET",   "/materials/{id}/file",               [404, 404, 404, 404, 404]),
    ("PUT",   "/materials/{id}/file",               [401, 403, 404, 403, 403]),
    ("PUT",   "/materials/{id}/link",               [401, 403, 422, 403, 403]),
    ("POST",  "/materials/{id}/removal",            [401, 403, 404, 403, 403]),
    ("POST",  "/materials/{id}/restoration",        [401, 403, 404, 403, 403]),
    ("GET",   "/materials/{id}/versions",           [401, 403, 404, 404, 404]),
    ("POST",  "/courses/{code}/publication",        [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/copies",             [401, 403, 422, 403, 403]),
    ("GET",   "/courses/{code}/differences",        [404, 404, 404, 404, 404]),
    ("POST",  "/courses/{code}/proposal",           [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/proposal/return",    [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/proposal/withdrawal", [401, 403, 404, 403, 403]),
    ("GET",   "/courses/{code}/versions",           [404, 404, 404, 404, 404]),
    ("GET",   "/courses/{code}/versions/{number}",  [404, 404, 404, 404, 404]),
    ("POST",  "/courses/{code}/versions/{number}/restoration", [401, 403, 404, 403, 403]),
    ("GET",   "/proposals",                         [401, 403, 200, 403, 403]),
    ("GET",   "/courses/{code}/co-delivery",        [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/co-delivery",        [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/co-delivery/acceptance", [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/co-delivery/end",    [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/co-delivery/refusal", [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/co-delivery/withdrawal", [401, 403, 422, 403, 403]),
    ("GET",   "/courses/{code}/overlap",            [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/overlap",            [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/overlap/withdrawal", [401, 403, 422, 403, 403]),
    ("POST",  "/courses/{code}/verification",       [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/verification/withdrawal", [401, 403, 404, 403, 403]),
    ("GET",   "/courses/{code}/modules",            [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/modules",            [401, 403, 422, 403, 403]),
    ("GET",   "/modules",                           [401, 403, 200, 403, 403]),
    ("POST",  "/modules",                           [401, 403, 422, 403, 403]),
    ("GET",   "/modules/{id}",                      [401, 403, 404, 403, 403]),
    ("GET",   "/modules/{id}/versions",             [401, 403, 404, 403, 403]),
    ("POST",  "/modules/{id}/versions",             [401, 403, 422, 403, 403]),
    ("GET",   "/modules/{id}/courses",              [401, 403, 404, 403, 403]),
    ("POST",  "/modules/{id}/retirement",           [401, 403, 404, 403, 403]),
    ("POST",  "/modules/{id}/retirement/withdrawal", [401, 403, 404, 403, 403]),
    ("GET",   "/course-texts",                      [401, 403, 200, 403, 403]),
    ("GET",   "/courses/{code}/texts",              [404, 404, 404, 404, 404]),
    ("GET",   "/courses/{code}/texts/{language}",   [404, 404, 404, 404, 404]),
    ("PUT",   "/courses/{code}/texts/{language}",   [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/texts/{language}/removal", [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/texts/{language}/review", [401, 403, 404, 403, 403]),
    ("POST",  "/courses/{code}/texts/{language}/review/withdrawal", [401, 403, 404, 403, 403]),
    ("GET",   "/stale-courses",                     [401, 403, 200, 200, 200]),
    ("GET",   "/deliveries",                       [200, 200, 200, 200, 200]),
    ("POST",  "/deliveries",                       [401, 403, 422, 403, 403]),
    ("GET",   "/deliveries/{code}",                [404, 404, 404, 404, 404]),
    ("PATCH", "/deliveries/{code}",                [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/announcement",   [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/cancellation",   [401, 403, 422, 403, 403]),
    ("POST",  "/deliveries/{code}/copies",         [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/decisions",      [401, 403, 422, 403, 403]),
    ("POST",  "/deliveries/{code}/participant-nominations/submission", [401, 422, 403, 403, 403]),
    ("GET",   "/participant-nominations",          [401, 200, 200, 403, 403]),
    ("POST",  "/participant-nominations",          [401, 422, 403, 403, 403]),
    ("GET",   "/participant-nominations/{id}",     [401, 404, 404, 403, 403]),
    ("POST",  "/participant-nominations/{id}/acceptance", [401, 404, 403, 403, 403]),
    ("POST",  "/participant-nominations/{id}/refusal", [401, 404, 403, 403, 403]),
    ("POST",  "/participant-nominations/{id}/replacement", [401, 422, 403, 403, 403]),
    ("POST",  "/participant-nominations/{id}/withdrawal", [401, 404, 403, 403, 403]),
    ("GET",   "/people",                           [401, 200, 403, 403, 403]),
    ("POST",  "/people",                           [401, 422, 403, 403, 403]),
    ("GET",   "/people/{id}",                      [401, 404, 403, 403, 403]),
    ("PATCH", "/people/{id}",                      [401, 404, 403, 403, 403]),
    ("POST",  "/deliveries/{code}/confirmation",   [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/postponement",   [401, 403, 422, 403, 403]),
    ("GET",   "/deliveries/{code}/seats",          [401, 404, 404, 404, 403]),
    ("PUT",   "/deliveries/{code}/seats",          [401, 403, 422, 403, 403]),
    ("GET",   "/deliveries/{code}/seats/entries",  [401, 404, 404, 404, 403]),
    ("GET",   "/deliveries/{code}/seats/proposal", [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/seats/publication", [401, 403, 404, 403, 403]),
    ("POST",  "/deliveries/{code}/seats/returns",  [401, 422, 403, 403, 403]),
    ("GET",   "/rounds",                            [401, 200, 200, 200, 403]),
    ("POST",  "/rounds",                            [401, 403, 403, 422, 403]),
    ("GET",   "/rounds/{id}",                       [401, 404, 404, 404, 403]),
    ("POST",  "/rounds/{id}/closing",               [401, 403, 403, 404, 403]),
    ("POST",  "/rounds/{id}/opening",               [401, 403, 403, 404, 403]),
    ("GET",   "/rounds/{id}/demand",                [401, 404, 404, 404, 403]),
    ("GET",   "/rounds/{id}/nominations",           [401, 404, 404, 404, 403]),
    ("GET",   "/rounds/{id}/sheet",                 [401, 404, 403, 403, 403]),
    ("PUT",   "/rounds/{id}/sheet",                 [401, 422, 403, 403, 403]),
    ("POST",  "/rounds/{id}/sheet/submission",      [401, 404, 403, 403, 403]),
    ("GET",   "/translations-wanted",               [401, 403, 200, 403, 403]),
    ("POST",  "/subscriptions",                     [422, 422, 422, 422, 422]),
    ("POST",  "/token",                             [422, 422, 422, 422, 422]),
];

/// Whether the table lets a kind of client call a route.
pub fn may_call(method: &str, path: &str, who: &str) -> bool {
    let row = TABLE.iter().find(|row| (row.0, row.1) == (method, path));
    let column = WHO.iter().position(|known| *known == who).expect("a column");
    row.is_some_and(|row| !matches!(row.2[column], 401 | 403))
}

async fn client(app: &TestApp, who: &str) -> Client {
    match who {
        "stranger" => app.program(),
        "member" => app.client_of("Fiji").await,
        "centre" => app.client_of("JCLEC").await,
        "office" => app.client_of("RSO").await,
        "scopeless" => app.client_with("RSO", Some(&["catalogue:read"])).await,
        _ => panic!("nobody is {who}"),
    }
}

async fn probe(client: &Client, method: &str, path: &str) -> u16 {
    let parts = path.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part });
    let path = parts.collect::<Vec<_>>().join("/");
    let body = (method != "GET").then(|| json!({}));
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    client.ask(method, &path, &[], body).await.status.as_u16()
}

#[tokio::test]
async fn the_table_is_whole() {
    let listed = rctm::app::api().routes.listed;
    let row = |method: &str, path: &str| TABLE.iter().any(|row| (row.0, row.1) == (method, path));
    let app = TestApp::new().await;
    let mut missing = Vec::new();
    for route in listed.iter().filter(|route| !row(route.method.as_str(), route.path)) {
        let mut statuses = Vec::new();
        for who in WHO {
            let client = client(&app, who).await;
            statuses.push(probe(&client, route.method.as_str(), route.path).await);
        }
        missing.push(format!("    ({:?}, {:?}, {statuses:?}),", route.method.as_str(), route.path));
    }
    assert!(missing.is_empty(), "rows to check and add:\n{}", missing.join("\n"));
    let gone: Vec<_> = TABLE
        .iter()
        .filter(|(method, path, _)| {
            !listed.iter().any(|route| route.method == *method && route.path == *path)
        })
        .collect();
    assert!(gone.is_empty(), "these rows have no route: {gone:#?}");
}

#[tokio::test]
async fn the_table_holds() {
    let app = TestApp::new().await;
    let mut wrong = Vec::new();
    for (column, who) in WHO.iter().enumerate() {
        let client = client(&app, who).await;
        for (method, path, statuses) in TABLE {
            let status = probe(&client, method, path).await;
            if status != statuses[column] {
                wrong.push(format!("{method} {path}: {who} gets {status}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_says_what_the_routes_say() {
    for route in rctm::app::api().routes.listed {
        let row = TABLE.iter().find(|row| (row.0, row.1) == (route.method.as_str(), route.path));
        let Some((method, path, statuses)) = row else { continue };
        let open = route.may.contains(&"everyone");
        assert_eq!(statuses[0] == 401, !open, "{method} {path}: a stranger");
        // Reading the catalogue is the one scope that this client has.
        if route.scope != Some("catalogue:read") {
            assert_eq!(statuses[4] == 403, !open, "{method} {path}: a client without its scope");
        }
        assert!(open || route.scope.is_some(), "{method} {path} needs no scope");
    }
}
