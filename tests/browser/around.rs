//! Around a course: a similar one is dismissed, another centre is asked, by keyboard alone.
use rctm::base::ids::CourseId;
use tests::browser::Browser;
use tests::{PASSWORD, Person, Served};

const OWNER: &str = "training.director@jclec.example";
const PARTNER: &str = "training.director@abfc.example";

/// A draft of the other centre that says what a course of JCLEC says.
async fn copies(person: &Person) {
    let course = seed::courses().into_iter().find(|course| course.code == "LIA-201");
    let course = course.expect("LIA-201");
    let id = CourseId::new().to_string();
    let begin = [
        ("id", id.as_str()),
        ("code", "LIA-777"),
        ("title", course.title.as_str()),
        ("course_type", course.course_type.as_str()),
    ];
    person.post("/courses/new", &begin).await.is(303);
    let revision = person.get("/courses/LIA-777/edit").await.revision();
    let fields = [
        ("revision", revision.as_str()),
        ("title", course.title.as_str()),
        ("course_type", course.course_type.as_str()),
        ("audience", course.audience.as_str()),
        ("languages", "en"),
        ("do", "save"),
    ];
    person.post("/courses/LIA-777/edit", &fields).await.is(303);
}

#[tokio::test]
async fn a_similar_course_is_seen_before_publishing_and_dismissed_by_keyboard() {
    let served = Served::new().await;
    copies(&served.test.director("ABFC").await).await;
    let browser = Browser::open(&served).await;
    browser.sign_in(PARTNER, PASSWORD).await;
    browser.goto("/courses/LIA-777/publication").await;
    browser.says("Nearly the same title").await;
    browser.looks_well_on_both("around-publication").await;
    browser.tab_to("Not the same: LIA-201").await;
    browser.follow().await;
    browser.fill("Reason", "Ours is for officers at airports only.").await;
    browser.looks_well_on_both("around-overlap").await;
    browser.tab_to("Not the same").await;
    browser.follow().await;
    browser.says("Ours is for officers at airports only.").await;
    browser.looks_well_on_both("around-dismissed").await;
}

#[tokio::test]
async fn a_centre_asks_another_which_accepts_by_keyboard() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in(OWNER, PASSWORD).await;
    browser.goto("/courses/LIA-201/co-delivery").await;
    browser.looks_well_on_both("around-share-empty").await;
    browser.tab_to("Centre").await;
    browser.write("Australian Border").await;
    browser.fill("Message", "A run in Suva in 2027?").await;
    browser.tab_to("Ask a centre").await;
    browser.follow().await;
    browser.says("A run in Suva in 2027?").await;
    browser.looks_well_on_both("around-share-asked").await;
    browser.forget().await;
    browser.sign_in(PARTNER, PASSWORD).await;
    browser.is_at("/my-centre").await;
    browser.looks_well_on_both("around-share-home").await;
    browser.tab_to("Answer: LIA-201").await;
    browser.follow().await;
    browser.looks_well_on_both("around-share-answer").await;
    browser.tab_to("Accept").await;
    browser.follow().await;
    browser.says("Delivers it too").await;
    browser.goto("/courses/LIA-201").await;
    browser.says("Also delivered by").await;
    browser.looks_well_on_both("around-share-course").await;
    browser.forget().await;
    browser.sign_in("officer@rso.example", PASSWORD).await;
    browser.goto("/stale-courses").await;
    browser.looks_well_on_both("around-stale").await;
}
