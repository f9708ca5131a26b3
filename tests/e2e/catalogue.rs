//! Reading the catalogue: for everyone, everything in the address.
use rctm::identity::Operator;
use serde_json::Value;
use tests::{Reply, TestApp};

#[tokio::test]
async fn everyone_reads_the_catalogue_without_an_account() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get("/catalogue").await;
    page.is(200).says("34 courses from 15 centres of excellence").says("34 courses found");
    page.says("1 to 20 of 34").says("Sample data");
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let tag = page.header("etag").expect("a tag").to_owned();
    let again = axum::http::Request::get("/catalogue").header("if-none-match", tag);
    visitor.send(again.body(axum::body::Body::empty()).expect("a request")).await.is(304);
}

#[tokio::test]
async fn somebody_signed_in_gets_a_page_that_no_cache_keeps() {
    let app = TestApp::new().await;
    let page = app.focal_point("Fiji").await.get("/catalogue").await;
    assert_eq!(page.is(200).header("cache-control"), Some("no-store"));
}

#[tokio::test]
async fn words_are_found_in_any_order_and_whatever_their_accents() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for query in ["liaison+immigration+first+posting", "posting+FIRST+immigration+liaison"] {
        let page = visitor.get(&format!("/catalogue?q={query}")).await;
        page.is(200).says("/courses/LIA-201\"");
    }
    let accented = "/catalogue?q=p%C3%B3sting+%C3%8Emmigr%C3%A4tion+l%C3%AFaison";
    visitor.get(accented).await.says("/courses/LIA-201\"");
    visitor.get("/catalogue?q=lia-201").await.says("/courses/LIA-201\"");
    let none = visitor.get("/catalogue?q=liaison+zebra").await;
    none.is(200).says("No course found").does_not_say("/courses/LIA-201\"");
}

#[tokio::test]
async fn what_means_something_to_the_database_is_looked_up_as_itself() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    for query in ["%25", "_", "!", "%22%22", "%5C", "%F0%9F%98%80"] {
        let page = visitor.get(&format!("/catalogue?q={query}")).await;
        page.is(200).says("No course found");
    }
    // Of words that are also found in courses, only those courses.
    for query in ["%27+OR+1%3D1+--", "units+NOT+1", "a+NEAR+b", "units*+AND+-(1)"] {
        let page = visitor.get(&format!("/catalogue?q={query}")).await;
        page.is(200).does_not_say("34 courses found");
    }
    for query in ["goal=%27)%20OR%201=1", "type=%25", "page=-1", "page=99999999999"] {
        visitor.get(&format!("/catalogue?{query}")).await.is(200);
    }
}

#[tokio::test]
async fn filters_stand_in_the_address_and_are_taken_away_one_by_one() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor
        .get("/catalogue?q=border&goal=prevention&goal=migration_management&language=en")
        .await;
    page.is(200)
        .says("Filters: 4 in use")
        .says("href=\"/catalogue?goal=prevention&#38;goal=migration_management&#38;language=en\"")
        .says("href=\"/catalogue?q=border&#38;goal=migration_management&#38;language=en\"")
        .says("href=\"/catalogue?q=border&#38;goal=prevention&#38;goal=migration_management\"")
        .says("value=\"border\"")
        .says("name=\"goal\" value=\"prevention\" checked");
}

#[tokio::test]
async fn each_facet_narrows_the_list() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let every = seed::courses();
    let by = |test: &dyn Fn(&seed::Course) -> bool| every.iter().filter(|c| test(c)).count();
    for (query, expected) in [
        ("type=liaison", by(&|c| c.course_type == "liaison")),
        ("centre=JCLEC", by(&|c| c.centre_code == "JCLEC")),
        ("language=fr", by(&|c| c.languages.iter().any(|l| l == "fr"))),
        ("mode=online", by(&|c| c.delivery_modes.contains(&seed::DeliveryMode::Online))),
        ("level=advanced", by(&|c| c.level == seed::Level::Advanced)),
        (
            "delivery=national",
            by(&|c| c.levels_of_delivery.contains(&seed::DeliveryLevel::National)),
        ),
        ("length=short", by(&|c| c.duration_days <= 3)),
        ("length=week", by(&|c| matches!(c.duration_days, 4 | 5))),
        ("length=long", by(&|c| c.duration_days > 5)),
        ("ttt=yes", by(&|c| c.train_the_trainer)),
    ] {
        let page = visitor.get(&format!("/catalogue?{query}")).await;
        assert_eq!(found(&page), expected, "{query}");
    }
}

#[tokio::test]
async fn the_list_is_read_page_by_page_in_the_order_asked_for() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let mut titles: Vec<_> = seed::courses().into_iter().map(|c| c.title).collect();
    titles.sort_by_key(|title| title.to_lowercase());
    let first = visitor.get("/catalogue").await;
    let second = visitor.get("/catalogue?page=2").await;
    let listed = [listed(&first), listed(&second)].concat();
    assert_eq!(listed, titles);
    visitor.get("/catalogue?page=77").await.says("21 to 34 of 34");
    let days: Vec<_> = durations(&visitor.get("/catalogue?sort=shortest").await);
    assert!(days.is_sorted(), "{days:?}");
    first.says("href=\"/catalogue?page=2\"");
}

#[tokio::test]
async fn an_empty_result_says_what_to_loosen() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/catalogue?q=zebra&goal=prevention").await;
    page.is(200)
        .says("No course fits")
        .says("href=\"/catalogue?q=zebra\"")
        .says("href=\"/catalogue?goal=prevention\"");
}

#[tokio::test]
async fn a_course_page_says_all_that_the_centre_wrote() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/courses/LIA-201").await;
    page.is(200)
        .says("<h1>Immigration Liaison Officer Training</h1>")
        .says("Jakarta Centre for Law Enforcement Cooperation")
        .says("6 modules, 60 hours over 10 days")
        .says("LIA-201-M4")
        .says("Bahasa Indonesia")
        .says("Buku pegangan")
        .says("12 to 24 people")
        .says("First version")
        .says("Sample data")
        .says("<link rel=\"canonical\" href=\"http://127.0.0.1:8080/courses/LIA-201\">")
        .says("Focal points: sign in");
    assert_eq!(page.header("cache-control"), Some("no-cache"));
    let with_prerequisite = app.visitor().get("/courses/INT-201").await;
    with_prerequisite.says("<a href=\"/courses/INT-101\">");
}

#[tokio::test]
async fn a_focal_point_finds_the_way_from_a_course_to_the_sheet() {
    let app = TestApp::new().await;
    let page = app.focal_point("Fiji").await.get("/courses/LIA-201").await;
    page.is(200).says("href=\"/nominations\"").does_not_say("Focal points: sign in");
}

#[tokio::test]
async fn search_engines_read_the_course_as_data() {
    let app = TestApp::new().await;
    let data = json_ld(&app.visitor().get("/courses/LIA-201").await);
    assert_eq!(data["@type"], "Course");
    assert_eq!(data["courseCode"], "LIA-201");
    assert_eq!(data["name"], "Immigration Liaison Officer Training");
    assert_eq!(data["timeRequired"], "PT60H");
    assert_eq!(data["inLanguage"], serde_json::json!(["en", "id"]));
    assert_eq!(data["hasPart"].as_array().map(Vec::len), Some(6));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let app = TestApp::new().await;
    for path in ["/courses/XYZ-999", "/courses/x", "/courses/%27", "/courses/LIA-201/nothing"] {
        app.visitor().get(path).await.is(404);
    }
}

#[tokio::test]
async fn what_each_course_type_covers_is_told_with_the_way_to_its_courses() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/course-types").await;
    page.is(200).says("href=\"/catalogue?type=liaison\"").says("Posting officers abroad");
    let every = seed::courses();
    for kind in seed::course_types() {
        let count = every.iter().filter(|course| course.course_type == kind.code).count();
        let row = page.text.split(&format!("<tr id=\"{}\"", kind.code)).nth(1).expect("a row");
        let cell = row.split("class=\"r\">").nth(1).and_then(|rest| rest.split('<').next());
        assert_eq!(cell, Some(count.to_string().as_str()), "{}", kind.code);
    }
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let app = TestApp::new().await;
    let before = rows(&app).await;
    let by = Operator::at_the_console();
    rctm::cli::load::demonstration(&app.app, &by).await.expect("loaded again");
    assert_eq!(rows(&app).await, before);
    assert_eq!(before[0], 34);
}

async fn rows(app: &TestApp) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["course", "course_version", "course_listing", "course_facet", "audit_entry"] {
        let sql = format!("SELECT COUNT(*) AS n FROM {table}");
        counts.push(app.count(&sql, vec![]).await);
    }
    counts
}

/// How many courses a page of the catalogue says that it found.
pub fn found(page: &Reply) -> usize {
    let words = page.text.split("<h2 id=\"n\">").nth(1).expect("a heading");
    let words = words.split('<').next().expect("its end");
    match words.split(' ').next() {
        Some("One") => 1,
        Some("No") => 0,
        number => number.and_then(|number| number.parse().ok()).expect("a number"),
    }
}

fn listed(page: &Reply) -> Vec<String> {
    let titles = page.text.split("<h3><a href=\"/courses/").skip(1);
    let title = |rest: &str| {
        let title = rest.split('>').nth(1).and_then(|rest| rest.split('<').next());
        title.expect("a title").replace("&#38;", "&").replace("&#39;", "'")
    };
    titles.map(title).collect()
}

fn durations(page: &Reply) -> Vec<u32> {
    let spans = page.text.split("<p class=\"meta\">").skip(1);
    let days = |rest: &str| {
        let span = rest.split("<span>").nth(2).expect("the days");
        span.split(' ').next().and_then(|days| days.parse().ok()).unwrap_or(1)
    };
    spans.map(days).collect()
}

/// The data about the course that stands in a page.
pub fn json_ld(page: &Reply) -> Value {
    let data = page.text.split("<script type=\"application/ld+json\">").nth(1).expect("data");
    let data = data.split("</script>").next().expect("its end");
    serde_json::from_str(data).expect("JSON")
}
