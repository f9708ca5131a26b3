//! The catalogue for programs.
use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::TestApp;

use super::{all, content, faults, whole_course};

fn codes(items: &[Value]) -> Vec<String> {
    items.iter().map(|item| item["code"].as_str().expect("a code").to_owned()).collect()
}

#[tokio::test]
async fn a_list_is_read_page_by_page_and_every_course_stands_on_one_of_them() {
    let app = TestApp::new().await;
    let program = app.program();
    let whole = codes(&all(&program, "/courses", 200).await);
    let published = app.count("select count(*) as n from course_listing", vec![]).await;
    assert_eq!(i64::try_from(whole.len()), Ok(published));
    for limit in [1, 7, 50] {
        assert_eq!(codes(&all(&program, "/courses", limit).await), whole, "{limit} a page");
    }
    assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), whole.len());
    let usual = program.get("/courses").await.json();
    assert_eq!(usual["items"].as_array().map(Vec::len), Some(whole.len().min(50)));
}

#[tokio::test]
async fn each_filter_finds_what_has_it_and_nothing_else() {
    let app = TestApp::new().await;
    let program = app.program();
    for (name, facet) in [
        ("goal", "goal"),
        ("course_type", "type"),
        ("centre", "centre"),
        ("language", "language"),
        ("mode", "mode"),
        ("level", "level"),
    ] {
        let rows = app.query(
            "select l.code as code, f.value as value from course_facet f \
             join course_listing l on l.course_id = f.course_id where f.facet = $1",
            vec![facet.into()],
        );
        let rows: Vec<(String, String)> = rows
            .await
            .iter()
            .map(|row| {
                (row.try_get("", "code").expect("text"), row.try_get("", "value").expect("text"))
            })
            .collect();
        let values: BTreeSet<_> = rows.iter().map(|(_, value)| value.clone()).collect();
        for value in values {
            let wanted: BTreeSet<_> =
                rows.iter().filter(|row| row.1 == value).map(|row| row.0.clone()).collect();
            let found = all(&program, &format!("/courses?{name}={value}"), 200).await;
            assert_eq!(
                codes(&found).into_iter().collect::<BTreeSet<_>>(),
                wanted,
                "{name}={value}"
            );
        }
    }
    let both = all(&program, "/courses?level=introductory&level=advanced", 200).await;
    let levels: BTreeSet<_> = both.iter().map(|item| item["level"].as_str()).collect();
    assert_eq!(levels, BTreeSet::from([Some("advanced"), Some("introductory")]));
    assert!(all(&program, "/courses?centre=NOBODY", 200).await.is_empty());
    assert!(!all(&program, "/courses?q=passport", 200).await.is_empty());
    assert!(all(&program, "/courses?q=xyzzyxyzzy", 200).await.is_empty());
}

#[tokio::test]
async fn what_does_not_exist_is_not_left_out_but_named() {
    let app = TestApp::new().await;
    let rounds = app.client_of("RSO").await.get("/rounds?limit=1").await.json();
    let foreign = format!("/courses?after={}", rounds["next"].as_str().expect("a cursor"));
    let long = format!("/courses?q={}", "x".repeat(201));
    for (path, place) in [
        ("/courses?goal=dancing", "goal"),
        ("/courses?level=easy", "level"),
        ("/courses?goals=prevention", "goals"),
        ("/courses?limit=0", "limit"),
        ("/courses?limit=201", "limit"),
        ("/courses?limit=ten", "limit"),
        ("/courses?limit=1&limit=2", "limit"),
        ("/courses?after=x", "after"),
        (foreign.as_str(), "after"),
        (long.as_str(), "q"),
    ] {
        let reply = app.program().get(path).await;
        reply.is(422);
        assert_eq!(faults(&reply), [place], "{path}");
    }
    let reply = app.program().get("/courses?goal=x&level=y&z=1&limit=0").await;
    assert_eq!(faults(&reply), ["goal", "level", "limit", "z"]);
    app.program().get("/courses?q=%00").await.is(400);
}

#[tokio::test]
async fn a_centre_begins_changes_and_publishes_a_course() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let begun = centre.post("/courses", json!({"code": "net-101", "title": "Networks"})).await;
    begun.is(201);
    assert_eq!(begun.header("location"), Some("/api/v1/courses/NET-101"));
    let course = begun.json();
    assert_eq!((&course["state"], &course["version"]), (&json!("draft"), &Value::Null));
    assert_eq!(course["centre"], "JCLEC");
    let tag = begun.header("etag").expect("a tag").to_owned();
    for other in [app.program(), app.client_of("ABFC").await, app.client_of("Fiji").await] {
        other.get("/courses/NET-101").await.is(404);
    }
    app.client_of("RSO").await.get("/courses/NET-101").await.is(200);
    let refused = centre.post("/courses/NET-101/publication", json!({"note": "First"})).await;
    refused.is(422);
    assert!(faults(&refused).contains(&"/summary".to_owned()), "{:?}", faults(&refused));
    let changed = centre.patch("/courses/NET-101", &tag, content()).await;
    changed.is(200);
    assert_ne!(changed.header("etag"), Some(tag.as_str()));
    assert_eq!(changed.json()["modules"][0]["code"], "NET-101-M1");
    let published = centre.post("/courses/NET-101/publication", json!({"note": "First"})).await;
    published.is(200);
    assert_eq!(published.json()["version"], 1);
    let public = app.program().get("/courses/net-101").await;
    public.is(200);
    assert_eq!(public.json()["title"], content()["title"]);
    assert!(codes(&all(&app.program(), "/courses", 200).await).contains(&"NET-101".to_owned()));
    app.visitor().get("/courses/NET-101").await.is(200).says("Liaison in a network");
    let left = "select count(*) as n from audit_entry where api_client_id is not null \
        and account_id is null and action in ('course.create', 'course.save', 'course.publish')";
    assert_eq!(app.count(left, vec![]).await, 3);
    let director = app.director("JCLEC").await;
    director.get("/audit-log").await.says("course.publish").says("API client");
}

#[tokio::test]
async fn readers_see_the_published_version_and_its_centre_the_draft() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    centre.post("/courses", whole_course("NET-101")).await.is(201);
    centre.post("/courses/NET-101/publication", json!({"note": "First"})).await.is(200);
    let tag = centre.get("/courses/NET-101").await.header("etag").expect("a tag").to_owned();
    let change = json!({"title": "Another title", "level": null});
    let changed = centre.patch("/courses/NET-101", &tag, change).await.json();
    assert_eq!((&changed["level"], &changed["audience"]), (&Value::Null, &content()["audience"]));
    let own = centre.get("/courses/NET-101").await.json();
    assert_eq!(
        (&own["title"], &own["unpublished_changes"]),
        (&json!("Another title"), &json!(true))
    );
    let public = app.program().get("/courses/NET-101").await.json();
    assert_eq!(public["title"], content()["title"]);
    assert_eq!(public["unpublished_changes"], false);
    let readless = app.client_with("JCLEC", Some(&["catalogue:write"])).await;
    assert_eq!(readless.get("/courses/NET-101").await.json()["title"], content()["title"]);
}

#[tokio::test]
async fn two_programs_do_not_overwrite_each_other() {
    let app = TestApp::new().await;
    let (one, other) = (app.client_of("JCLEC").await, app.client_of("JCLEC").await);
    let begun = one.post("/courses", whole_course("NET-101")).await;
    let tag = begun.header("etag").expect("a tag").to_owned();
    one.patch("/courses/NET-101", &tag, json!({"title": "One"})).await.is(200);
    let late = other.patch("/courses/NET-101", &tag, json!({"title": "Other"})).await;
    late.is(412);
    assert_eq!(late.json()["type"], "http://127.0.0.1:8080/api/docs#outdated");
    let blind = json!({"title": "Blind"});
    let patch = axum::http::Method::PATCH;
    other.ask(patch, "/courses/NET-101", &[], Some(blind.clone())).await.is(428);
    let publication = [("if-match", tag.as_str())];
    let address = "/courses/NET-101/publication";
    let note = Some(json!({"note": "First"}));
    other.ask(axum::http::Method::POST, address, &publication, note).await.is(412);
    assert_eq!(one.get("/courses/NET-101").await.json()["title"], "One");
    other.patch("/courses/NET-101", "*", blind).await.is(200);
}

#[tokio::test]
async fn a_centre_touches_no_other_centres_courses() {
    let app = TestApp::new().await;
    let (jclec, abfc) = (app.client_of("JCLEC").await, app.client_of("ABFC").await);
    jclec.post("/courses", whole_course("NET-101")).await.is(201);
    abfc.patch("/courses/NET-101", "*", json!({"title": "Mine"})).await.is(404);
    abfc.post("/courses/NET-101/publication", json!({"note": "Mine"})).await.is(404);
    let taken = abfc.post("/courses", whole_course("NET-101")).await;
    taken.is(422);
    assert_eq!(faults(&taken), ["/code"]);
}

#[tokio::test]
async fn every_fault_of_a_body_is_named_by_its_place() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    for body in [
        json!({}),
        json!([]),
        json!({"code": 7}),
        json!({"code": "NET-101", "colour": "blue"}),
        json!({"code": "NET-101", "level": "easy"}),
        json!({"code": "NET-101", "duration_days": -1}),
        json!({"code": "NET-101", "duration_days": 1.5}),
        json!({"code": "NET-101", "title": null}),
        json!({"code": "NET-101", "modules": [{"title": "A", "length": 1}]}),
    ] {
        centre.post("/courses", body).await.is(422);
    }
    let reply = centre
        .post(
            "/courses",
            json!({
                "code": "NET-101",
                "title": "x".repeat(201),
                "languages": ["en", "English"],
                "prerequisites": ["LIA 201"],
                "duration_days": 10_000,
                "modules": [{}, {"title": "x".repeat(201)}],
            }),
        )
        .await;
    reply.is(422);
    let found: BTreeSet<_> = faults(&reply).into_iter().collect();
    for place in
        ["/languages/1", "/prerequisites/0", "/title", "/duration_days", "/modules/1/title"]
    {
        assert!(found.contains(place), "{place} is not in {found:?}");
    }
    assert_eq!(faults(&centre.post("/courses", json!({"code": "NET"})).await), ["/code"]);
    centre.post("/courses", json!({"code": "NET-101", "title": "a\0b"})).await.is(400);
    assert_eq!(
        app.count("select count(*) as n from course where code = 'NET-101'", vec![]).await,
        0
    );
}

#[tokio::test]
async fn an_empty_parameter_says_nothing() {
    let app = TestApp::new().await;
    let program = app.program();
    let empty = "/courses?q=&goal=&course_type=&centre=&language=&mode=&level=&limit=&after=";
    let (all, same) = (program.get("/courses").await, program.get(empty).await);
    same.is(200);
    assert_eq!(same.json(), all.json());
    program.get("/courses?mode=&mode=&q=&q=").await.is(200);
}
