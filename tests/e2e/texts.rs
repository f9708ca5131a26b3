//! Courses in the languages of those who read them.
use axum::http::Method;
use serde_json::{Value, json};
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{publish, save};

const THAI: &str = "/courses/LIA-201/edit/texts/th";

/// What the form of the texts in a language would send, with these fields put over it.
pub async fn opened(person: &Person, path: &str, with: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = person.get(path).await;
    let mark = format!("<form method=\"post\" action=\"{path}\">");
    let rest = page.text.split_once(&mark).expect("a form").1;
    let form = rest.split("</form>").next().unwrap_or_default();
    let value = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(plain(rest.split('"').next()?))
    };
    let mut fields = Vec::new();
    for tag in form.split('<').filter(|tag| tag.starts_with("input") || tag.starts_with("textarea"))
    {
        let Some(name) = value(tag, "name") else { continue };
        let written = match tag.split_once(">\n") {
            Some((_, text)) if tag.starts_with("textarea") => plain(text),
            _ => value(tag, "value").unwrap_or_default(),
        };
        fields.push((name, written));
    }
    for (name, typed) in with {
        let field = fields.iter_mut().find(|(known, _)| known == name);
        let (_, value) = field.unwrap_or_else(|| panic!("no field {name}"));
        (*typed).clone_into(value);
    }
    fields
}

fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"")
}

async fn write(person: &Person, path: &str, with: &[(&str, &str)]) -> Reply {
    send(person, path, &opened(person, path, with).await).await
}

async fn send(person: &Person, path: &str, form: &[(String, String)]) -> Reply {
    let fields: Vec<_> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    person.post(path, &fields).await
}

async fn step(person: &Person, path: &str, step: &str) -> Reply {
    let revision = person.get(path).await.revision();
    person.post(&format!("{path}/{step}"), &[("revision", &revision)]).await
}

#[tokio::test]
async fn a_course_is_read_in_the_languages_that_it_has() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get("/courses/IND-101").await;
    page.is(200).says("href=\"/courses/IND-101?text=id\" hreflang=\"id\"");
    page.says("Primary inspection").does_not_say("Pemeriksaan pertama");
    let page = visitor.get("/courses/IND-101?text=id").await;
    page.is(200).says("<h1 lang=\"id\" dir=\"ltr\">Pelatihan Induksi Regional");
    page.says("Pemeriksaan pertama").does_not_say(". Primary inspection<");
    page.does_not_say("Not in this language yet").says("?text=id\"><meta");
}

#[tokio::test]
async fn what_a_language_lacks_is_marked_and_its_script_sets_the_direction() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/courses/IND-101?text=AR").await;
    page.is(200).says("<h1 lang=\"ar\" dir=\"rtl\">");
    page.says("Primary inspection<span class=\"sub\">Not in this language yet; in English.");
}

#[tokio::test]
async fn a_language_that_a_course_lacks_is_said_and_no_other_text_stands_in_silently() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get("/courses/IND-101?text=dv").await;
    page.is(200).says("no reviewed text in the language").says("Primary inspection");
    visitor.get("/courses/IND-101?text=%3Cb%3E").await.is(404);
    visitor.get("/courses/LIA-201").await.does_not_say("hreflang");
}

#[tokio::test]
async fn whoever_reads_in_a_language_finds_the_list_and_the_courses_in_it() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    visitor.get("/catalogue?q=IND-101").await.does_not_say("Pelatihan Induksi Regional");
    visitor.post("/language", &[("language", "id"), ("next", "/")]).await.is(303);
    let list = visitor.get("/catalogue?q=induksi").await;
    list.is(200).says("Pelatihan <mark>Induksi</mark> Regional").says("Titik awal bersama");
    list.does_not_say("Regional Induction Training for Frontline");
    // Whoever looks for words of the English title sees why the course was found.
    let list = visitor.get("/catalogue?q=frontline").await;
    list.says("Pelatihan Induksi Regional").says("<mark>Frontline</mark>");
    // What is not there in it stands in English, and is marked as such.
    visitor.get("/catalogue?centre=JCLEC").await.says("<bdi lang=\"en\">Immigration Liaison");
    let page = visitor.get("/courses/IND-101").await;
    page.says("<h1 lang=\"id\" dir=\"ltr\">Pelatihan Induksi Regional").says("?text=id\"><meta");
    visitor.get("/courses/IND-101?text=en").await.says("Regional Induction Training");
    let page = visitor.get("/courses/LIA-201").await;
    page.says("Belum ada dalam bahasa ini; dalam bahasa Inggris.").says("Immigration Liaison");
    app.visitor().get("/courses/LIA-201").await.does_not_say("Not in this language yet");
}

#[tokio::test]
async fn the_list_says_in_a_language_what_was_published_in_it_and_no_draft() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("ABFC").await, app.director("ABFC").await);
    let page = "/courses/IND-101/edit/texts/id";
    write(&editor, page, &[("title", "Judul lain")]).await.is(303);
    let reader = app.visitor();
    reader.post("/language", &[("language", "id"), ("next", "/")]).await.is(303);
    let list = "/catalogue?centre=ABFC";
    reader.get(list).await.says("Pelatihan Induksi Regional").does_not_say("Judul lain");
    step(&director, page, "review").await.is(303);
    publish(&director, "IND-101", "Another title").await.is(303);
    reader.get(list).await.says("Judul lain").does_not_say("Pelatihan Induksi Regional");
    let revision = director.get("/courses/IND-101/edit").await.revision();
    let fields = [("revision", revision.as_str()), ("reason", "For a time")];
    director.post("/courses/IND-101/suspension", &fields).await.is(303);
    reader.get(list).await.does_not_say("Judul lain");
    let left = "select count(*) as n from course_listing_text t where not exists \
        (select 1 from course_listing l where l.course_id = t.course_id)";
    assert_eq!(app.count(left, vec![]).await, 0);
    let revision = director.get("/courses/IND-101/edit").await.revision();
    director.post("/courses/IND-101/resumption", &[("revision", &revision)]).await.is(303);
    reader.get(list).await.says("Judul lain");
}

#[tokio::test]
async fn a_change_of_the_english_keeps_the_texts_and_puts_them_out_of_date() {
    let app = TestApp::new().await;
    let editor = app.editor("ABFC").await;
    save(&editor, "IND-101", &[("title", "Another title")]).await.is(303);
    let preview = editor.get("/courses/IND-101/preview?text=id").await;
    preview.is(200).says("Pelatihan Induksi Regional").says("was changed after this translation");
    let public = app.visitor().get("/courses/IND-101?text=id").await;
    public.is(200).does_not_say("was changed after this translation");
}

#[tokio::test]
async fn a_text_is_public_once_it_was_reviewed_and_published() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    let list = "/courses/LIA-201/edit/texts";
    editor.get(list).await.is(200).says("In English only");
    assert_eq!(editor.get(&format!("{list}?add=TH")).await.location(), Some(THAI));
    let page = editor.get(THAI).await;
    page.is(200).says("lang=\"th\" dir=\"ltr\"").says("<span class=\"st no\">Missing</span>");
    page.does_not_say("Mark as reviewed").says("lang=\"en\" dir=\"ltr\">");
    write(&editor, THAI, &[("title", "เจ้าหน้าที่ประสานงาน")]).await.is(303);
    editor.get(list).await.says("<span class=\"st draft\">Draft</span>").says("1 of ");
    publish(&director, "LIA-201", "A draft in Thai").await.is(303);
    let visitor = app.visitor();
    visitor.get("/courses/LIA-201?text=th").await.says("no reviewed text in the language");
    let revision = editor.get(THAI).await.revision();
    let review = format!("{THAI}/review");
    editor.post(&review, &[("revision", &revision)]).await.is(403);
    director.get(THAI).await.says("Mark as reviewed");
    step(&director, THAI, "review").await.is(303);
    director.get(THAI).await.says("Take the review back");
    publish(&director, "LIA-201", "Reviewed in Thai").await.is(303);
    visitor.get("/courses/LIA-201?text=th").await.says("เจ้าหน้าที่ประสานงาน");
    visitor.get("/courses/LIA-201").await.says("workTranslation");
    visitor.get("/catalogue?q=เจ้าหน้าที่ประสานงาน").await.says("/courses/LIA-201\"");
    let entries = "select count(*) as n from audit_entry where action like 'course.texts.%'";
    assert_eq!(app.count(entries, vec![]).await, 2);
    step(&director, THAI, "review/withdrawal").await.is(303);
    step(&editor, THAI, "removal").await.is(303);
    editor.get(list).await.says("In English only");
    visitor.get("/courses/LIA-201?text=th").await.says("เจ้าหน้าที่ประสานงาน");
}

#[tokio::test]
async fn a_change_of_a_reviewed_text_is_a_draft_again_and_no_change_is_none() {
    let app = TestApp::new().await;
    let editor = app.editor("ABFC").await;
    let path = "/courses/IND-101/edit/texts/id";
    let before = editor.get(path).await;
    before.says("<span class=\"st yes\">Reviewed</span>");
    write(&editor, path, &[]).await.is(303);
    assert_eq!(editor.get(path).await.revision(), before.revision());
    write(&editor, path, &[("summary", "Ringkasan lain")]).await.is(303);
    editor.get(path).await.says("<span class=\"st draft\">Draft</span>");
}

#[tokio::test]
async fn any_language_can_be_written_in_the_direction_of_its_script() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let texts = "/courses/LIA-201/edit/texts";
    for (typed, tag, direction) in [
        ("ms-arab", "ms-Arab", "rtl"),
        ("PS", "ps", "rtl"),
        ("es-419", "es-419", "ltr"),
        ("sl-rozaj", "sl-rozaj", "ltr"),
    ] {
        let led = editor.get(&format!("{texts}?add={typed}")).await;
        assert_eq!(led.location(), Some(&*format!("{texts}/{tag}")));
        let field = format!("lang=\"{tag}\" dir=\"{direction}\"");
        editor.get(&format!("{texts}/{tag}")).await.is(200).says(&field);
    }
    let refused = editor.get(&format!("{texts}?add=Klingonese")).await;
    refused.is(422).says("is not the tag of a language").says("value=\"Klingonese\"");
    editor.get(&format!("{texts}?add=EN")).await.is(422);
    for none in ["en", "TH", "x", "%3Cb%3E"] {
        editor.get(&format!("{texts}/{none}")).await.is(404);
    }
}

#[tokio::test]
async fn what_was_typed_stays_where_a_text_is_too_long_or_all_are_empty() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let long = "ก".repeat(201);
    let page = write(&editor, THAI, &[("title", &long), ("audience", "ข")]).await;
    page.is(422).says("Shorten this to 200 characters").says(&long).says("ข</textarea>");
    write(&editor, THAI, &[]).await.is(422).says("Write at least one text");
    editor.get(THAI).await.says("<span class=\"st no\">Missing</span>");
}

#[tokio::test]
async fn two_translators_of_one_language_never_lose_text() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    write(&editor, THAI, &[("title", "ก")]).await.is(303);
    let mine = opened(&editor, THAI, &[("summary", "ของฉัน"), ("title", "ฉัน")]).await;
    write(&director, THAI, &[("audience", "ผู้ฟัง"), ("title", "เขา")]).await.is(303);
    let page = send(&editor, THAI, &mine).await;
    page.is(409)
        .says("keep.title")
        .says("ฉัน")
        .says("เขา")
        .says("ของฉัน")
        .does_not_say("keep.summary");
    let form = mine.iter().filter(|(name, _)| !matches!(name.as_str(), "revision" | "seen"));
    let choice = [
        ("revision".to_owned(), page.revision()),
        ("seen".to_owned(), page.hidden("seen")),
        ("keep.title".to_owned(), "theirs".to_owned()),
    ];
    let mut chosen: Vec<_> = form.cloned().chain(choice).collect();
    let audience = chosen.iter_mut().find(|(name, _)| name == "audience").expect("a field");
    audience.1 = "ผู้ฟัง".to_owned();
    send(&editor, THAI, &chosen).await.is(303);
    editor.get(THAI).await.says("ของฉัน").says("ผู้ฟัง").says("เขา").does_not_say("ฉัน\"");
}

#[tokio::test]
async fn who_writes_beside_english_that_has_changed_sees_the_new_one_and_keeps_the_text() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    let mine = opened(&editor, THAI, &[("title", "ก"), ("objective.2", "ที่สอง")]).await;
    save(&director, "LIA-201", &[("objectives", "Only one is left")]).await.is(303);
    let page = send(&editor, THAI, &mine).await;
    // The title went from the English as well: what was typed for it is told apart.
    page.is(409).says("Only one is left").says("dir=\"ltr\">ก</li>").says("ที่สอง</li>");
    page.says("the English text was changed while you wrote");
    editor.get(THAI).await.says("<span class=\"st no\">Missing</span>");
}

#[tokio::test]
async fn a_director_sees_what_is_not_translated_and_what_states_ask_for() {
    let app = TestApp::new().await;
    let grid = "/my-centre/texts";
    let director = app.director("JCLEC").await;
    director.get(grid).await.is(200).does_not_say("Bahasa Indonesia</bdi></th>");
    director.get("/my-centre").await.says("href=\"/my-centre/texts\"");
    let round = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let round = round.first().expect("an open round").id.to_string();
    for member in ["Fiji", "Bangladesh"] {
        let focal_point = app.focal_point(member).await;
        let course = focal_point.get("/courses/LIA-201").await;
        course.says("href=\"/nominations/translation?course=LIA-201\"");
        let page = focal_point.get("/nominations/translation?course=LIA-201").await;
        page.is(200).says("We need").says("<option value=\"th\" lang=\"th\">");
        let need = [("course", "LIA-201"), ("round", &*round), ("language", "th")];
        let led = focal_point.post("/nominations/translation", &need).await;
        led.is(303);
        assert!(led.location().is_some_and(|to| to.contains("/sheet?saved=1#liaison")));
        // Asked twice, it stands in the sheet once.
        focal_point.post("/nominations/translation", &need).await.is(303);
        director.get(grid).await.does_not_say("2 States").does_not_say("Bangladesh");
        let check = format!("/rounds/{round}/sheet/submission");
        let revision = focal_point.get(&check).await.revision();
        focal_point.post(&check, &[("revision", &revision)]).await.is(303);
    }
    let page = director.get(grid).await;
    page.says("<bdi lang=\"th\">ไทย</bdi></th>").says("2 States").does_not_say("Fiji");
    let program = app.client_of("JCLEC").await;
    let wanted = program.get("/translations-wanted").await.json();
    let need =
        json!({"course": "LIA-201", "course_type": "liaison", "language": "th", "members": 2});
    assert_eq!(wanted["items"], json!([need]));
    let other = app.director("ABFC").await.get(grid).await;
    other
        .is(200)
        .says("Bahasa Indonesia</bdi></th>")
        .does_not_say("LIA-201")
        .does_not_say("2 States");
}

#[tokio::test]
async fn a_need_for_a_language_is_refused_beside_what_is_wrong() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let page = "/nominations/translation";
    let sent = [("course", "LIA-201"), ("language", "English"), ("reason", "Kept as typed")];
    let refused = fiji.post(page, &sent).await;
    refused.is(422).says("Choose the language").says("Choose a round").says("Kept as typed");
    fiji.get(&format!("{page}?course=NOT-101")).await.is(404);
    app.visitor().get("/courses/LIA-201").await.does_not_say(page);
}

#[tokio::test]
async fn programs_write_and_review_texts_as_people_do() {
    let app = TestApp::new().await;
    let centre = app.client_of("JCLEC").await;
    let path = "/courses/LIA-201/texts/th";
    let course = centre.get("/courses/LIA-201").await;
    let tag = course.header("etag").expect("a tag").to_owned();
    let english = course.json();
    let module = english["modules"][0]["code"].as_str().expect("a code").to_owned();
    let body = json!({"title": "ก", "modules": [{"code": module, "title": "ข"}]});
    let put = async |headers: &[(&str, &str)], body: &Value| {
        centre.ask(Method::PUT, path, headers, Some(body.clone())).await
    };
    put(&[], &body).await.is(428);
    let written = put(&[("if-match", &tag)], &body).await;
    written.is(200);
    assert_eq!(written.json()["state"], "draft");
    put(&[("if-match", &tag)], &json!({"title": "ค"})).await.is(412);
    let now = written.header("etag").expect("a tag").to_owned();
    let bad = json!({"title": "x".repeat(201), "modules": [{"code": "NO-1", "title": "x"}]});
    let faults = put(&[("if-match", &now)], &bad).await;
    faults.is(422).says("/modules/0/code");
    let bad = json!({"title": "x".repeat(201)});
    put(&[("if-match", &now)], &bad).await.is(422).says("/title");
    app.program().get(path).await.is(404);
    let reviewed = centre.ask(Method::POST, &format!("{path}/review"), &[], None).await;
    assert_eq!(reviewed.json()["state"], "reviewed");
    let grid = centre.get("/course-texts").await.json();
    let row = grid["items"].as_array().expect("rows").iter().find(|row| row["code"] == "LIA-201");
    let state = json!([{"language": "th", "state": "reviewed"}]);
    assert_eq!(row.expect("a row")["languages"], state);
    let public = app.program().get("/courses/IND-101/texts").await;
    let texts = public.json();
    let texts = texts["items"].as_array().expect("texts");
    assert!(texts.iter().any(|one| one["language"] == "ar" && one["direction"] == "rtl"));
    let left = centre.ask(Method::POST, &format!("{path}/removal"), &[], None).await;
    assert_eq!(left.json()["items"], json!([]));
    centre.get(path).await.is(404);
}

#[tokio::test]
async fn what_is_taken_away_holds_the_texts() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let title = "Pelatihan Induksi Regional";
    visitor.get("/catalogue.json?q=IND-101").await.is(200).says(title);
    visitor.get("/catalogue.csv?q=IND-101").await.is(200).says(title);
}
