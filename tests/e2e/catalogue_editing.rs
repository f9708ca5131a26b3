//! A centre writes a course, and publishes it.
use rctm::base::ids::CourseId;
use rctm::catalogue::rules::Part;
use tests::{Person, Reply, TestApp};

use crate::catalogue::json_ld;

/// All that a course needs before it can be published.
pub const WHOLE: [(&str, &str); 20] = [
    ("title", "Reading travel documents"),
    ("course_type", "identity"),
    ("summary", "Prepares officers to read a travel document."),
    ("duration_days", "4"),
    ("min_participants", "8"),
    ("max_participants", "16"),
    ("levels_of_delivery", "regional"),
    ("delivery_modes", "in_person"),
    ("objectives", "Read a document\nRefer a doubtful case"),
    ("m1.title", "Paper and print"),
    ("m1.hours", "6"),
    ("m1.summary", "What a document is made of."),
    ("m2.title", "Impostors"),
    ("m2.hours", "9"),
    ("m2.summary", "Faces and pictures."),
    ("audience", "Officers at a border"),
    ("level", "introductory"),
    ("languages", "en"),
    ("languages", "id"),
    ("do", "save"),
];

/// A new course of this code, saved whole by `person`.
pub async fn written(person: &Person, code: &str) {
    begun(person, code).await.leads_to(&format!("/courses/{code}/edit"));
    let edit = format!("/courses/{code}/edit");
    save(person, code, &WHOLE).await.leads_to(&edit);
}

async fn begun(person: &Person, code: &str) -> Reply {
    let id = CourseId::new().to_string();
    let fields = [("id", id.as_str()), ("code", code), ("title", "A title"), ("course_type", "")];
    person.post("/courses/new", &fields).await
}

/// Sends each page of the editor the fields of its own, as it is opened now; the answer is the
/// first that saves nothing, or that of the page whose button is pressed.
pub async fn save(person: &Person, code: &str, fields: &[(&str, &str)]) -> Reply {
    let mut last = None;
    for (place, own) in pages_of(fields) {
        let page = format!("/courses/{code}/{place}");
        let opened = person.get(&page).await;
        if opened.status.as_u16() != 200 {
            return opened;
        }
        let base = [("revision", opened.revision()), ("seen", seen(&opened))];
        let base: Vec<_> = base.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = person.post(&page, &[base, own].concat()).await;
        if reply.status.as_u16() != 303 {
            return reply;
        }
        last = Some(reply);
    }
    last.expect("a page of the editor")
}

/// The fields by the page of the editor that has them, that with the pressed button last.
pub fn pages_of<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'static str, Vec<(&'a str, &'a str)>)> {
    const BUTTONS: [&str; 4] = ["do", "move", "remove", "remove-material"];
    let (pressed, typed): (Vec<_>, Vec<_>) =
        fields.iter().copied().partition(|(name, _)| BUTTONS.contains(name));
    let place_of = |(name, value): &(&str, &str)| match (*name, *value) {
        ("move" | "remove", _) | ("do", "add-module") => "edit/modules",
        ("remove-material", _) | ("do", "add-material") => "edit/materials",
        ("do", _) => "edit",
        (name, _) => Part::of(name).place(),
    };
    let with_button = pressed.iter().map(place_of).find(|place| *place != "edit").unwrap_or("edit");
    let mut places: Vec<&'static str> = Part::ALL.into_iter().map(Part::place).collect();
    places.retain(|place| {
        *place == with_button || typed.iter().any(|field| place_of(field) == *place)
    });
    places.sort_by_key(|place| *place == with_button);
    let own = |place: &'static str| {
        let mut own: Vec<_> =
            typed.iter().copied().filter(|field| place_of(field) == place).collect();
        if place == with_button {
            own.extend(&pressed);
        }
        (place, own)
    };
    places.into_iter().map(own).collect()
}

/// What the form of an opened page of the editor was filled on.
pub fn seen(page: &Reply) -> String {
    let rest = page.text.split_once("name=\"seen\" value=\"").expect("a print").1;
    rest.split('"').next().unwrap_or_default().to_owned()
}

/// Publishes what is saved, with a note.
pub async fn publish(person: &Person, code: &str, note: &str) -> Reply {
    let check = format!("/courses/{code}/publication");
    let revision = person.get(&check).await.revision();
    person.post(&check, &[("revision", &revision), ("note", note)]).await
}

/// All that a course needs, with other texts in some fields.
pub fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = WHOLE.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.copied().chain(changes.iter().copied()).collect()
}

#[tokio::test]
async fn an_editor_writes_a_course_and_the_director_publishes_it() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    written(&editor, "IDM-777").await;
    let check = editor.get("/courses/IDM-777/publication").await;
    check.is(200).says("first version").says("Your Training Director publishes");
    let refused = editor.post("/courses/IDM-777/publication", &[("revision", "5")]).await;
    refused.is(403);

    let director = app.director("JCLEC").await;
    publish(&director, "IDM-777", "The first edition").await.leads_to("/courses/IDM-777");
    let page = app.visitor().get("/courses/IDM-777").await;
    page.is(200)
        .says("<h1>Reading travel documents</h1>")
        .says("2 modules, 15 hours over 4 days")
        .says("The first edition")
        .does_not_say("Sample data");
    app.visitor().get("/catalogue?q=faces+pictures+print").await.says("/courses/IDM-777\"");
    app.visitor().get("/catalogue").await.says("35 courses");
}

#[tokio::test]
async fn a_draft_is_seen_by_its_centre_and_the_rso_only() {
    let app = TestApp::new().await;
    written(&app.editor("JCLEC").await, "IDM-777").await;
    for (person, status) in [
        (app.visitor(), 404),
        (app.focal_point("Fiji").await, 404),
        (app.director("ABFC").await, 404),
        (app.auditor().await, 404),
        (app.administrator().await, 404),
        (app.director("JCLEC").await, 200),
        (app.rso().await, 200),
    ] {
        let page = person.get("/courses/IDM-777").await;
        page.is(status);
        if status == 200 {
            page.says("This is a draft").does_not_say("application/ld+json");
            assert_eq!(page.header("cache-control"), Some("no-store"));
        } else {
            page.does_not_say("Reading travel documents");
        }
    }
    app.visitor().get("/catalogue?q=faces+pictures+print").await.says("No course found");
}

#[tokio::test]
async fn changes_stay_in_the_draft_until_they_are_published() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director, "IDM-777").await;
    publish(&director, "IDM-777", "One").await.is(303);
    save(&director, "IDM-777", &with(&[("title", "Reading passports")])).await.is(303);
    app.visitor().get("/courses/IDM-777").await.does_not_say("Reading passports");
    let listed = app.visitor().get("/catalogue?q=passports+reading").await;
    listed.is(200).does_not_say("/courses/IDM-777");
    director.get("/courses/IDM-777/preview").await.is(200).says("Reading passports");
    director.get("/courses").await.says("Changes not published");
    let check = director.get("/courses/IDM-777/publication").await;
    check.says("Reading travel documents").says("Reading passports").says("Publish version 2");
    publish(&director, "IDM-777", "A clearer title").await.is(303);
    let page = app.visitor().get("/courses/IDM-777").await;
    page.says("<h1>Reading passports</h1>").says("A clearer title").says(">One<");
    app.visitor().get("/catalogue?q=passports+reading").await.says("/courses/IDM-777");
    let listed = app.visitor().get("/catalogue?q=%22reading+travel+documents%22").await;
    listed.says("/courses/IDM-777").does_not_say("Reading travel documents");
    let nothing = director.get("/courses/IDM-777/publication").await;
    nothing.says("Nothing to publish");
}

#[tokio::test]
async fn a_course_of_another_centre_is_not_there() {
    let app = TestApp::new().await;
    let stranger = app.director("ABFC").await;
    for path in ["edit", "publication", "suspension", "retirement", "preview"] {
        stranger.get(&format!("/courses/LIA-201/{path}")).await.is(404);
    }
    let fields = [("revision", "2"), ("reason", "x"), ("note", "x"), ("title", "Mine")];
    for path in ["edit", "publication", "suspension", "resumption", "retirement", "verification"] {
        stranger.post(&format!("/courses/LIA-201/{path}"), &fields).await.is(404);
    }
    app.visitor().get("/courses/LIA-201").await.says("Immigration Liaison Officer Training");
}

#[tokio::test]
async fn of_two_editors_the_second_keeps_their_text_and_sees_the_other() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    let opened = editor.get("/courses/IDM-777/edit").await.revision();
    save(&director, "IDM-777", &with(&[("title", "The director’s title")])).await.is(303);

    let fields = with(&[("title", "The editor’s title"), ("audience", "Typed for an hour")]);
    let stale = [&[("revision", opened.as_str())], fields.as_slice()].concat();
    let page = editor.post("/courses/IDM-777/edit", &stale).await;
    page.is(409)
        .says("Nothing was saved: Retno Wijayanti saved this course")
        .says("The director’s title")
        .says("value=\"The editor’s title\"")
        .says("Typed for an hour");
    director.get("/courses/IDM-777/edit").await.says("The director’s title");

    let fresh = page.revision();
    let again = [&[("revision", fresh.as_str())], fields.as_slice()].concat();
    editor.post("/courses/IDM-777/edit", &again).await.is(303);
    director.get("/courses/IDM-777/edit").await.says("The editor’s title");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_at_once_and_nothing_typed_is_lost() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    written(&editor, "IDM-777").await;
    let fields = with(&[("prerequisites", "IDM-777 ???"), ("audience", "Half a \"sentence\" <b>")]);
    let page = save(&editor, "IDM-777", &fields).await;
    page.is(422)
        .says("<title>Error:")
        .says("2 answers need your attention")
        .says("value=\"IDM-777 ???\"")
        .says("Half a &#34;sentence&#34; &#60;b&#62;");
    let page = save(&editor, "IDM-777", &with(&[("duration_days", "a week")])).await;
    page.is(422).says("value=\"a week\"");
    let page = save(&editor, "IDM-777", &with(&[("m2.hours", "nine"), ("m1.hours", "-1")])).await;
    page.is(422).says("value=\"nine\"").says("value=\"-1\"").says("href=\"#m2.hours\"");
    editor.get("/courses/IDM-777/edit/deliveries").await.says("value=\"4\"");
    editor.get("/courses/IDM-777/edit/modules").await.says("value=\"9\"");
}

#[tokio::test]
async fn a_draft_may_be_saved_half_done() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    begun(&editor, "IDM-777").await.is(303);
    save(&editor, "IDM-777", &[("title", "Only a title")]).await.leads_to("/courses/IDM-777/edit");
    let check = save(&editor, "IDM-777", &[("title", "Only a title"), ("do", "check")]).await;
    check.leads_to("/courses/IDM-777/publication");
    let page = editor.get("/courses/IDM-777/publication").await;
    page.says("12 answers are missing").says("/courses/IDM-777/edit?check=1#course_type");
    let marked = editor.get("/courses/IDM-777/edit?check=1").await;
    marked.is(200).says("id=\"summary-e\"").says("Choose a course type.");
}

#[tokio::test]
async fn buttons_inside_the_form_keep_all_that_was_typed() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    written(&editor, "IDM-777").await;
    let moved = save(&editor, "IDM-777", &with(&[("do", ""), ("move", "2:up")])).await;
    moved.leads_to("/courses/IDM-777/edit/modules#m1.down");
    let page = editor.get("/courses/IDM-777/edit/modules").await;
    page.says("name=\"m1.title\" value=\"Impostors\"").says("Reading travel documents");
    let fields = with(&[("do", "add-module"), ("summary", "Typed before adding")]);
    save(&editor, "IDM-777", &fields).await.leads_to("/courses/IDM-777/edit/modules#m3.title");
    editor.get("/courses/IDM-777/edit").await.says("Typed before adding");
    editor.get("/courses/IDM-777/edit/modules").await.says("name=\"m3.title\"");
    let fields = with(&[("do", ""), ("remove", "1")]);
    save(&editor, "IDM-777", &fields).await.leads_to("/courses/IDM-777/edit/modules#modules");
    editor.get("/courses/IDM-777/edit/modules").await.does_not_say("Paper and print");
    save(&editor, "IDM-777", &with(&[("do", "add-material")])).await.is(303);
    editor.get("/courses/IDM-777/edit/materials").await.says("name=\"f1.title\"");
}

#[tokio::test]
async fn nothing_is_published_without_what_is_missing_or_without_a_note() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    begun(&director, "IDM-777").await.is(303);
    let early = [("revision", "1"), ("note", "Too early")];
    director.post("/courses/IDM-777/publication", &early).await.is(422).says("are missing");
    app.visitor().get("/courses/IDM-777").await.is(404);
    save(&director, "IDM-777", &WHOLE).await.is(303);
    director.get("/courses/IDM-777/publication").await.does_not_say("is missing");
    let page = publish(&director, "IDM-777", "  ").await;
    page.is(422).says("<title>Error:").says("Enter what this version changes.");
    let long = "x".repeat(501);
    publish(&director, "IDM-777", &long).await.is(422).says(&long);
    let stale = [("revision", "1"), ("note", "My note")];
    let page = director.post("/courses/IDM-777/publication", &stale).await;
    page.is(409).says("My note");
}

#[tokio::test]
async fn a_course_asks_first_only_for_courses_that_readers_can_see() {
    let app = TestApp::new().await;
    written(&app.director("ABFC").await, "SEC-777").await;
    let director = app.director("JCLEC").await;
    written(&director, "IDM-777").await;
    let fields = with(&[("prerequisites", "LIA-201, SEC-777")]);
    save(&director, "IDM-777", &fields).await.is(303);
    let page = director.get("/courses/IDM-777/publication").await;
    page.says("Take SEC-777 out").does_not_say("Take LIA-201 out");
}

#[tokio::test]
async fn pressing_the_button_twice_begins_one_course() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = CourseId::new().to_string();
    let fields = [("id", id.as_str()), ("code", "idm-777"), ("title", "T"), ("course_type", "")];
    editor.post("/courses/new", &fields).await.leads_to("/courses/IDM-777/edit");
    editor.post("/courses/new", &fields).await.leads_to("/courses/IDM-777/edit");
    let taken = begun(&app.editor("JCLEC").await, "IDM-777").await;
    taken.is(422).says("a course has this one").says("value=\"IDM-777\"");
    let bad = begun(&editor, "no code").await;
    bad.is(422).says("value=\"no code\"").says("value=\"A title\"").says("<title>Error:");
}

#[tokio::test]
async fn a_centre_finds_its_own_courses_and_no_others() {
    let app = TestApp::new().await;
    let page = app.editor("JCLEC").await.get("/courses").await;
    page.is(200).says("LIA-201").says("Published").does_not_say("VIS-201");
    app.focal_point("Fiji").await.get("/courses").await.is(403);
    app.visitor().get("/courses").await.leads_to("/sign-in?next=%2Fcourses");
    app.editor("JCLEC").await.get("/courses?page=9").await.leads_to("/courses?page=1");
}

#[tokio::test]
async fn nothing_that_a_centre_writes_runs_in_a_readers_browser() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director, "IDM-777").await;
    let title = "</script><script>alert(1)</script>";
    save(&director, "IDM-777", &with(&[("title", title)])).await.is(303);
    publish(&director, "IDM-777", title).await.is(303);
    let page = app.visitor().get("/courses/IDM-777").await;
    page.does_not_say("<script>alert");
    assert_eq!(json_ld(&page)["name"], title);
    app.visitor().get("/catalogue?q=alert").await.is(200).does_not_say("<script>alert");
}

#[tokio::test]
async fn pressing_publish_twice_at_once_makes_one_version() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    written(&director, "IDM-777").await;
    let second = director.second_browser();
    let fields = [("revision", "5"), ("note", "At once")];
    let (one, other) = tokio::join!(
        director.post("/courses/IDM-777/publication", &fields),
        second.post("/courses/IDM-777/publication", &fields)
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    let page = app.visitor().get("/courses/IDM-777").await;
    assert_eq!(page.text.matches("At once").count(), 1);
}
