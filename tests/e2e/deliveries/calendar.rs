//! The calendar: filters, months, pages.
use tests::TestApp;

use super::announced;

#[tokio::test]
async fn a_visitor_finds_deliveries_by_type_language_mode_and_time() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let all = visitor.get("/calendar").await;
    all.is(200).says("8 to 19 Feb 2027").says("SEA-201-D1").says("Cancelled").says("Postponed");
    all.does_not_say("RTC-901-D1").does_not_say("LIA-201-D2");
    assert_eq!(all.header("cache-control"), Some("no-cache"));
    for (query, shown, hidden) in [
        ("type=liaison", "LIA-201-D1", "PRO-101-D1"),
        ("mode=online", "PRO-101-D1", "LIA-201-D1"),
        ("when=undated", "SEA-201-D1", "LIA-201-D1"),
        ("when=soon", "LIA-201-D1", "INT-201-D1"),
        ("view=month&month=2027-02", "LIA-201-D1", "INT-201-D1"),
    ] {
        let page = visitor.get(&format!("/calendar?{query}")).await;
        page.is(200)
            .says(&format!("/deliveries/{shown}\""))
            .does_not_say(&format!("/deliveries/{hidden}\""));
    }
    visitor.get("/calendar?language=th").await.says("No delivery is found");
    visitor.get("/calendar?when=past").await.says("No delivery is found");
    let month = visitor.get("/calendar?view=month&month=2027-02").await;
    month.says("February 2027").says("month=2027-01").says("month=2027-03");
    // Nothing in an address breaks it.
    for query in
        ["view=x&month=0000-00&page=-1", "month=2027-02-01", "type=%27%20or%201", "page=999"]
    {
        visitor.get(&format!("/calendar?{query}")).await.is(200);
    }
}

#[tokio::test]
async fn time_passes_and_what_is_over_goes_behind() {
    let app = TestApp::new().await;
    app.pass(chrono::Duration::days(120));
    let visitor = app.visitor();
    visitor.get("/calendar").await.does_not_say("LIA-201-D1");
    visitor.get("/calendar?when=past").await.says("LIA-201-D1").says("PRO-101-D1");
    visitor.get("/courses/LIA-201").await.does_not_say("LIA-201-D1");
    visitor.get("/deliveries/LIA-201-D1").await.is(200);
}

#[tokio::test]
async fn a_long_calendar_comes_in_pages() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for number in 0..20 {
        let day = format!("2027-05-{:02}", number % 20 + 3);
        announced(&director, &[("first_day", &day), ("last_day", &day)]).await;
    }
    let first = app.visitor().get("/calendar").await;
    first.says("1 to 20 of").says("page=2");
    let second = app.visitor().get("/calendar?page=2").await;
    second.says("21 to").says("SEA-201-D1");
    let own = director.get("/deliveries?page=2").await;
    own.is(200).says("rel=\"prev\"");
    director.get("/deliveries?page=99").await.is(303);
    let mut seen = 0;
    let mut path = "/deliveries?limit=7".to_owned();
    let program = app.program();
    loop {
        let page = program.get(&path).await.json();
        seen += page["items"].as_array().expect("items").len();
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/deliveries?limit=7&after={next}");
    }
    assert_eq!(seen, 27, "20, and 7 of the demonstration");
}

#[tokio::test]
async fn public_pages_show_a_change_at_once() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    let page = format!("/deliveries/{code}");
    app.visitor().get(&page).await.says("Building 2");
    let changed = super::with(&[("revision", "2"), ("venue", "Building 7")]);
    director.post(&format!("{page}/edit"), &changed).await.is(303);
    app.visitor().get(&page).await.says("Building 7");
    app.another().await.visitor().get(&page).await.says("Building 7");
}
