//! Before publishing, a centre sees what others offer already.
use std::time::Instant;

use rctm::base::ids::{CourseId, OrganisationId};
use rctm::catalogue::rules::{Neighbour, Neighbours, Traits};
use serde_json::json;
use tests::TestApp;

use super::{copied, copied_and_published, entries};
use crate::catalogue_editing::publish;

#[tokio::test]
async fn a_director_sees_similar_courses_of_other_centres_and_publishes_all_the_same() {
    let app = TestApp::new().await;
    let director = app.director("ABFC").await;
    copied(&director, "LIA-777").await;
    let check = director.get("/courses/LIA-777/publication").await;
    check.is(200).says("Similar courses of other centres").says("href=\"/courses/LIA-201\"");
    check.says("Same course type").says("Nearly the same title").says("Nearly the same audience");
    check.says("Taught in the same language").says("of 100");
    publish(&director, "LIA-777", "First").await.leads_to("/courses/LIA-777");
    // The other side sees it as well; neither sees its own.
    let other = app.director("JCLEC").await.get("/courses/LIA-201/overlap").await;
    other.is(200).says("href=\"/courses/LIA-777\"").does_not_say("href=\"/courses/LIA-901\"");
}

#[tokio::test]
async fn a_draft_of_another_centre_is_not_shown() {
    let app = TestApp::new().await;
    copied(&app.director("ABFC").await, "LIA-777").await;
    let page = app.director("JCLEC").await.get("/courses/LIA-201/overlap").await;
    page.is(200).does_not_say("LIA-777");
}

#[tokio::test]
async fn a_dismissed_pair_stays_dismissed_until_it_is_taken_back() {
    let app = TestApp::new().await;
    let director = app.director("ABFC").await;
    copied(&director, "LIA-777").await;
    let page = "/courses/LIA-777/overlap";
    let form = director.get(&format!("{page}?with=LIA-201")).await;
    form.is(200).says("Not the same as:").says("name=\"reason\"");
    let empty = director.post(page, &[("with", "LIA-201"), ("reason", " ")]).await;
    empty.is(422).says("Enter a reason.");
    let unknown = [("with", "LIA-777"), ("reason", "Kept while it is wrong")];
    let kept = director.post(page, &unknown).await;
    kept.is(422).says("Choose a published course of another centre.").says("Kept while it is");
    let fields = [("with", "LIA-201"), ("reason", "For airport staff only")];
    for _ in 0..2 {
        director.post(page, &fields).await.leads_to(page);
    }
    assert_eq!(entries(&app, "overlap.dismiss").await, 1);
    director.get(page).await.says("For airport staff only").says("Compare again");
    publish(&director, "LIA-777", "First").await.is(303);
    app.pass(chrono::Duration::days(90));
    let director = app.director("ABFC").await;
    let shown = director.get(page).await;
    shown.says("For airport staff only").does_not_say("?with=LIA-201");
    // It is the own centre's word, and nobody else is told of it.
    let other = app.director("JCLEC").await.get("/courses/LIA-201/overlap").await;
    other.says("LIA-777").does_not_say("For airport staff only");
    let withdrawal = format!("{page}/withdrawal");
    for _ in 0..2 {
        director.post(&withdrawal, &[("with", "LIA-201")]).await.leads_to(page);
    }
    assert_eq!(entries(&app, "overlap.take_back").await, 1);
    director.get(page).await.says("?with=LIA-201").does_not_say("For airport staff only");
}

#[tokio::test]
async fn a_course_editor_reads_what_is_similar_and_decides_nothing() {
    let app = TestApp::new().await;
    copied_and_published(&app.director("ABFC").await, "LIA-777").await;
    let editor = app.editor("JCLEC").await;
    let page = "/courses/LIA-201/overlap";
    editor.get(page).await.is(200).says("LIA-777").does_not_say("?with=");
    let fields = [("with", "LIA-777"), ("reason", "Other")];
    editor.post(page, &fields).await.is(403);
    editor.post(&format!("{page}/withdrawal"), &fields).await.is(403);
    app.director("ABFC").await.get(page).await.is(404);
}

#[tokio::test]
async fn programs_read_what_is_similar_and_dismiss_it() {
    let app = TestApp::new().await;
    copied_and_published(&app.director("ABFC").await, "LIA-777").await;
    let centre = app.client_of("JCLEC").await;
    let path = "/courses/LIA-201/overlap";
    let found = centre.get(path).await.json();
    assert_eq!(found["items"][0]["code"], "LIA-777", "{found}");
    assert_eq!(found["items"][0]["centre"], "ABFC");
    assert!(found["items"][0]["reasons"].as_array().expect("reasons").len() == 4, "{found}");
    assert!(found["items"][0]["score"].as_u64().is_some_and(|score| score > 80), "{found}");
    centre.post(path, json!({"course": "LIA-777", "reason": ""})).await.is(422);
    centre.post(path, json!({"course": "NOT-101", "reason": "Other"})).await.is(422);
    let said = centre.post(path, json!({"course": "LIA-777", "reason": "Other people"})).await;
    assert_eq!(said.json()["items"][0]["dismissal"]["reason"], "Other people");
    let back = centre.post(&format!("{path}/withdrawal"), json!({"course": "LIA-777"})).await;
    assert!(back.json()["items"][0]["dismissal"].is_null());
    app.client_of("ABFC").await.get(path).await.is(404);
    app.client_of("Fiji").await.get(path).await.is(403);
    app.program().get(path).await.is(401);
}

/// Five thousand courses are compared in memory. The bound is generous: this is the figure of a
/// build without optimisation, on a machine that does other things.
#[test]
fn five_thousand_courses_are_compared_while_somebody_waits() {
    let titles = seed::courses();
    let course = |number: usize| {
        let model = &titles[number % titles.len()];
        let title = format!("{} {number}", model.title);
        let tags = ["en", "id"].into_iter();
        Neighbour {
            id: CourseId::new(),
            code: format!("C-{number}"),
            traits: Traits::of(&model.course_type, &title, &model.audience, tags),
            title,
            centre: OrganisationId(CourseId::new().0),
        }
    };
    let all = Neighbours((0..5_000).map(course).collect());
    let own = all.0[0].traits.clone();
    let began = Instant::now();
    let found = all.similar(&own, OrganisationId(CourseId::new().0));
    let took = began.elapsed();
    assert_eq!(found.len(), 10);
    println!("5,000 courses compared in {took:?}");
    assert!(took.as_millis() < 1_500, "{took:?}");
}
