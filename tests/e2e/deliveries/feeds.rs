//! Calendars to take away, and a person's own.
use tests::{Person, TestApp};

use super::{announced, scheduled, step, with};

async fn calendar(person: &Person, path: &str) -> String {
    let reply = person.get(path).await;
    reply.is(200);
    assert_eq!(reply.header("content-type"), Some("text/calendar; charset=utf-8"));
    // Long lines are folded.
    reply.text.replace("\r\n ", "")
}

fn line<'a>(text: &'a str, name: &str) -> &'a str {
    let found = text.lines().find(|line| line.starts_with(name));
    found.unwrap_or_else(|| panic!("no {name} in {text}"))
}

#[tokio::test]
async fn an_event_keeps_its_name_and_its_number_rises_with_each_change_that_matters() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    let path = format!("/deliveries/{code}/calendar.ics");
    let visitor = app.visitor();
    let first = calendar(&visitor, &path).await;
    for part in [
        "BEGIN:VTIMEZONE\r\nTZID:Asia/Jakarta\r\nBEGIN:STANDARD",
        "TZOFFSETTO:+0700",
        "DTSTART;TZID=Asia/Jakarta:20270308T090000",
        "DTEND;TZID=Asia/Jakarta:20270312T163000",
        "STATUS:CONFIRMED",
        "SEQUENCE:1",
        "LOCATION:Building 2\\, Semarang\\, Indonesia",
    ] {
        assert!(first.contains(part), "no {part} in {first}");
    }
    let uid = line(&first, "UID:").to_owned();
    let edit = format!("/deliveries/{code}/edit");
    // What no calendar shows changes nothing there.
    let quiet = with(&[("revision", "2"), ("documents", "Nothing")]);
    director.post(&edit, &quiet).await.is(303);
    assert!(calendar(&visitor, &path).await.contains("SEQUENCE:1"));
    let moved = with(&[("revision", "3"), ("documents", "Nothing"), ("venue", "Building 9")]);
    director.post(&edit, &moved).await.is(303);
    let days = [("first_day", "2027-04-05"), ("last_day", "2027-04-06"), ("reason", "Abroad")];
    step(&director, &code, "postponement", &days).await.is(303);
    let later = calendar(&visitor, &path).await;
    assert!(later.contains("SEQUENCE:3") && later.contains("20270405"), "{later}");
    step(&director, &code, "postponement", &[("reason", "Still abroad")]).await.is(303);
    let undated = calendar(&visitor, &path).await;
    assert!(undated.contains("STATUS:CANCELLED") && undated.contains("20270405"), "{undated}");
    step(&director, &code, "cancellation", &[("reason", "Given up")]).await.is(303);
    let last = calendar(&visitor, &path).await;
    assert!(last.contains("STATUS:CANCELLED") && last.contains("SEQUENCE:5"), "{last}");
    assert_eq!(line(&last, "UID:"), uid);
    assert_eq!(last.matches("BEGIN:VEVENT").count(), 1);
}

#[tokio::test]
async fn a_filter_of_the_calendar_and_of_the_catalogue_are_taken_away() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let online = calendar(&visitor, "/calendar.ics?mode=online").await;
    assert!(online.contains("PRO-101-D1") && !online.contains("LIA-201-D1"), "{online}");
    let found = calendar(&visitor, "/catalogue.ics?q=lia-201").await;
    assert!(found.contains("LIA-201-D1") && !found.contains("PRO-101-D1"), "{found}");
    let whole = calendar(&visitor, "/calendar.ics").await;
    assert!(!whole.contains("RTC-901-D1") && !whole.contains("LIA-201-D2"), "{whole}");
    assert_eq!(whole.matches("TZID:Asia/Jakarta\r\n").count(), 1, "each zone once");
}

async fn address_of(person: &Person) -> String {
    let made = person.post("/calendar/feed", &[]).await;
    made.is(200).says("It is shown this once");
    let (_, rest) = made.text.split_once("/calendar/feeds/").expect("an address");
    format!("/calendar/feeds/{}", rest.split('"').next().expect("a token"))
}

#[tokio::test]
async fn a_private_calendar_holds_what_concerns_its_owner_until_it_is_replaced() {
    let app = TestApp::new().await;
    let (fiji, anybody) = (app.focal_point("Fiji").await, app.visitor());
    fiji.get("/calendar").await.says("/calendar/feed");
    fiji.get("/calendar/feed").await.says("Make the address").does_not_say("/calendar/feeds/");
    let address = address_of(&fiji).await;
    fiji.get("/calendar/feed")
        .await
        .says("Your address was made on")
        .does_not_say("/calendar/feeds/");
    let own = calendar(&anybody, &address).await;
    assert!(own.contains("RTC-901-D1") && own.contains("LIA-201-D1"), "{own}");
    let sql = "select token_hash from calendar_feed";
    let kept: String = app.query(sql, vec![]).await[0].try_get("", "token_hash").expect("text");
    assert!(!address.contains(&kept), "the secret itself is not kept");
    let bangladesh = address_of(&app.focal_point("Bangladesh").await).await;
    let other = calendar(&anybody, &bangladesh).await;
    assert!(!other.contains("RTC-901-D1"), "{other}");
    let new = address_of(&fiji).await;
    anybody.get(&address).await.is(404);
    anybody.get(&new).await.is(200);
    anybody.get("/calendar/feeds/x").await.is(404);
}

#[tokio::test]
async fn a_private_calendar_ends_with_the_role_it_was_made_in() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let address = address_of(&director).await;
    let code = scheduled(&director, &[]).await;
    let own = calendar(&app.visitor(), &address).await;
    // A centre has what it proposes as well, and nothing of others.
    assert!(own.contains(&code) && own.contains("STATUS:TENTATIVE"), "{own}");
    assert!(!own.contains("PRO-101-D1"), "{own}");
    app.pass(chrono::Duration::days(367));
    app.visitor().get(&address).await.is(404);
}
