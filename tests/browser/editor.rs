//! The course editor by keyboard: an editor puts modules in order, proposes the draft and gets it
//! back; two people write one field; the Training Director publishes; versions are compared.
use tests::browser::Browser;
use tests::{PASSWORD, Person, Served};
use thirtyfour::Key;

const DIRECTOR: &str = "training.director@jclec.example";
const EDITOR: &str = "course.editor@jclec.example";

/// Writes one field of the first page of a course beside the browser.
async fn writes(person: &Person, title: &str) {
    let page = "/courses/LIA-201/edit";
    let opened = person.get(page).await;
    let course = seed::courses().into_iter().find(|course| course.code == "LIA-201");
    let course = course.expect("LIA-201");
    let (revision, seen) = (opened.revision(), seen(&opened.text));
    let objectives = course.objectives.join("\n");
    let fields = [
        ("revision", revision.as_str()),
        ("seen", seen.as_str()),
        ("title", title),
        ("course_type", course.course_type.as_str()),
        ("summary", course.summary.as_str()),
        ("objectives", objectives.as_str()),
        ("audience", course.audience.as_str()),
        ("level", course.level.as_str()),
        ("do", "save"),
    ];
    person.post(page, &fields).await.is(303);
}

fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen\" value=\"").expect("a print");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn modules_are_put_in_order_by_keyboard_and_the_focus_stays_with_the_module() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in(EDITOR, PASSWORD).await;
    browser.goto("/courses/LIA-201/edit/modules").await;
    browser.looks_well_on_both("editor-modules").await;
    let second = value(&browser, "m2.title").await;
    browser.tab_to("Move module 2 up").await;
    browser.follow().await;
    assert_eq!(value(&browser, "m1.title").await, second);
    assert_eq!(browser.focused().await, "Move module 1 down");
    browser.follow().await;
    assert_eq!(value(&browser, "m2.title").await, second);
    assert!(browser.focused().await.starts_with("Move module 2"));
}

async fn value(browser: &Browser, id: &str) -> Option<String> {
    browser.find(&format!("[id=\"{id}\"]")).await.prop("value").await.expect("a value")
}

#[tokio::test]
async fn an_editor_proposes_and_the_director_sends_back_and_publishes() {
    let served = Served::new().await;
    writes(&served.test.editor("JCLEC").await, "Immigration liaison in a network").await;
    let browser = Browser::open(&served).await;
    browser.sign_in(EDITOR, PASSWORD).await;
    browser.goto("/courses/LIA-201/publication").await;
    browser.fill("What changed", "A better title").await;
    browser.looks_well_on_both("editor-propose").await;
    browser.tab_to("Propose").await;
    browser.follow().await;
    browser.says("proposed this draft").await;
    browser.looks_well_on_both("editor-proposed").await;
    browser.goto("/courses/LIA-201/edit").await;
    browser.says("Draft in review").await;
    browser.looks_well_on_both("editor-in-review").await;

    browser.forget().await;
    browser.sign_in(DIRECTOR, PASSWORD).await;
    browser.is_at("/my-centre").await;
    browser.looks_well_on_both("editor-waiting").await;
    browser.tab_to("Read and decide: LIA-201").await;
    browser.follow().await;
    browser.looks_well_on_both("editor-decide").await;
    browser.tab_to("Send back").await;
    browser.follow().await;
    browser.says("Enter what is wanted of the draft.").await;
    browser.looks_well_on_both("editor-wanted").await;
    browser.fill("What is wanted", "Name the network").await;
    browser.tab_to("Send back").await;
    browser.follow().await;
    browser.says("sent this draft back").await;
    // The note of the proposal stands there, and may be written anew.
    browser.fill("What changed", "").await;
    browser.press(Key::Delete).await;
    browser.tab_to("Publish version 2").await;
    browser.follow().await;
    browser.says("Enter what this version changes.").await;
    browser.fill("What changed", "A better title").await;
    browser.tab_to("Publish version 2").await;
    browser.follow().await;
    browser.is_at("/courses/LIA-201").await;
    for (page, name) in [
        ("versions", "editor-versions"),
        ("versions/1", "editor-version"),
        ("differences", "editor-differences"),
        ("versions/1/restoration", "editor-restoration"),
        ("copy", "editor-copy"),
    ] {
        browser.goto(&format!("/courses/LIA-201/{page}")).await;
        browser.looks_well_on_both(name).await;
    }
}

#[tokio::test]
async fn two_people_who_write_one_field_see_both_texts_and_lose_none() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in(EDITOR, PASSWORD).await;
    browser.goto("/courses/LIA-201/edit").await;
    writes(&served.test.director("JCLEC").await, "The director’s title").await;
    browser.fill("Title", "The editor’s title").await;
    browser.tab_to("Save").await;
    browser.follow().await;
    browser.says("Nothing was saved").await;
    browser.says("The director’s title").await;
    browser.looks_well_on_both("editor-conflict").await;
    browser.tab_to("Yours").await;
    browser.arrow_to("Your colleague’s").await;
    browser.tab_to("Save these choices").await;
    browser.follow().await;
    assert_eq!(value(&browser, "title").await.as_deref(), Some("The director’s title"));
}
