//! PostgreSQL restarts, or the link to it is cut: away, and back without a restart of ours.
use std::time::{Duration, Instant};

use tests::proxy::Proxy;
use tests::{Person, TestApp};

use super::{NOTHING_SAVED, form_to, new_course, post};

/// An installation whose link to PostgreSQL runs through a proxy; none on SQLite, which has no
/// link.
async fn linked() -> Option<(TestApp, TestApp, Proxy)> {
    let test = TestApp::new().await;
    if !test.database().is_postgres() {
        return None;
    }
    let url = test.database().url().to_owned();
    let (_, rest) = url.split_once('@').expect("a user and a host");
    let (server, _) = rest.split_once('/').expect("a host and a database");
    let proxy = Proxy::to(server.to_owned()).await;
    let through = url.replace(server, &proxy.address().to_string());
    let app = test.reaching_by(&through).await;
    Some((test, app, proxy))
}

/// How long it takes until `person` gets this status for `path`.
async fn until(person: &Person, path: &str, status: u16, within: Duration) -> Duration {
    let began = Instant::now();
    loop {
        let reply = person.get(path).await;
        if reply.status.as_u16() == status {
            return began.elapsed();
        }
        assert!(began.elapsed() < within, "{} and not {status} after {within:?}", reply.status);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn while_the_link_is_cut_pages_say_so_and_come_back_by_themselves() {
    let Some((test, app, proxy)) = linked().await else { return };
    let director = test.director("JCLEC").await.at(&app);
    director.get("/my-centre").await.is(200);
    until(&app.visitor(), "/healthz/ready", 200, Duration::from_secs(2)).await;
    proxy.cut();
    let began = Instant::now();
    let page = director.get("/my-centre").await;
    page.is(503).says("Our data cannot be reached").does_not_say("sqlx");
    assert_eq!(page.header("retry-after"), Some("5"));
    let form = new_course("IDM-777", "Typed while it was away");
    let page = post(&director, "/courses/new", &form).await;
    page.is(503).says(NOTHING_SAVED).says("Typed while it was away");
    let waited = began.elapsed();
    assert!(waited < Duration::from_secs(14), "two requests waited for {waited:?}");
    app.visitor().get("/healthz/ready").await.is(503);
    app.visitor().get("/healthz/live").await.is(200);
    proxy.mend();
    let back = until(&director, "/my-centre", 200, Duration::from_secs(5)).await;
    let ready = until(&app.visitor(), "/healthz/ready", 200, Duration::from_secs(5)).await;
    println!("back after {back:?}, ready after {ready:?}");
    post(&director, "/courses/new", &form_to(&page, "/courses/new")).await.is(303);
}

#[tokio::test]
async fn no_place_in_the_pool_is_lost_when_the_link_is_cut_under_load() {
    let Some((test, app, proxy)) = linked().await else { return };
    let director = test.director("JCLEC").await.at(&app);
    let load = (0..24).map(|_| {
        let person = director.second_browser();
        tokio::spawn(async move { person.get("/my-centre").await.status.as_u16() })
    });
    let load: Vec<_> = load.collect();
    proxy.cut();
    for request in load {
        let status = request.await.expect("an answer");
        assert!(matches!(status, 200 | 503), "{status}");
    }
    proxy.mend();
    until(&director, "/my-centre", 200, Duration::from_secs(5)).await;
    let again = (0..24).map(|_| {
        let person = director.second_browser();
        tokio::spawn(async move { person.get("/my-centre").await.status.as_u16() })
    });
    for request in again.collect::<Vec<_>>() {
        assert_eq!(request.await.expect("an answer"), 200, "a place in the pool is stuck");
    }
}

#[tokio::test]
async fn two_hundred_writes_through_six_cuts_lose_nothing_and_double_nothing() {
    let Some((test, app, proxy)) = linked().await else { return };
    let director = test.director("JCLEC").await.at(&app);
    let writers = (0..4).map(|writer| {
        let person = director.second_browser();
        tokio::spawn(async move {
            for number in 0..50 {
                let form = new_course(&format!("C{writer}-{number}"), "Through a cut");
                let mut tries = 0;
                // As a person does: the same form again until it is taken.
                while post(&person, "/courses/new", &form).await.status.as_u16() != 303 {
                    tries += 1;
                    assert!(tries < 100, "it is never taken");
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
        })
    });
    let writers: Vec<_> = writers.collect();
    for cut in 0..6 {
        tokio::time::sleep(Duration::from_millis(250)).await;
        if cut % 2 == 0 {
            proxy.hiccup();
        } else {
            test.database().end_connections().await;
        }
    }
    for writer in writers {
        writer.await.expect("every write is taken in the end");
    }
    let titled = "select count(*) as n from course where draft like '%Through a cut%'";
    let (again, by) = (test.another().await, vec![]);
    assert_eq!(again.count(titled, by).await, 200);
    let audited = "select count(*) as n from audit_entry e join course c \
        on e.object_id = cast(c.id as text) \
        where e.action = 'course.create' and c.draft like '%Through a cut%'";
    assert_eq!(again.count(audited, vec![]).await, 200);
}
