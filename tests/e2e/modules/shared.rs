//! A module that several courses use.
use tests::TestApp;

use super::{begun, change, entries, made, page_of, press, published};
use crate::catalogue_editing::publish;

#[tokio::test]
async fn a_module_that_was_written_once_is_used_in_another_course() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    let page = page_of(&director, "IDM-777-M2").await;
    director.get(&page).await.is(200).says("Impostors").says("IDM-777").says("Version 1");
    begun(&director, "IDM-778").await;
    let offered = director.get("/courses/IDM-778/edit/modules").await;
    offered.is(200).says("<option value=\"IDM-777-M2\">IDM-777-M2 Impostors</option>");
    let choice = [("do", "choose-module"), ("library", "IDM-777-M2")];
    let chosen = press(&director, "IDM-778", &choice).await;
    chosen.leads_to("/courses/IDM-778/edit/modules#m1.title");
    director
        .get("/courses/IDM-778/edit/modules")
        .await
        .says("name=\"m1.code\" value=\"IDM-777-M2\"")
        .says("name=\"m1.title\" value=\"Impostors\"")
        .says("<span class=\"st yes\">Version 1</span>")
        .does_not_say("<option value=\"IDM-777-M2\">");
    let both = director.get(&page).await;
    both.says("/courses/IDM-777/edit/modules").says("/courses/IDM-778/edit/modules");
    director.get("/my-centre/modules?q=impostors").await.says(">2</td>");
}

#[tokio::test]
async fn a_new_version_leaves_published_courses_alone_until_they_take_it() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    let page = page_of(&director, "IDM-777-M2").await;
    let before = app.visitor().get("/courses/IDM-777").await.text;
    let new = [("title", "Impostors and twins"), ("hours", "9"), ("summary", "Faces, twice.")];
    change(&director, &page, "1", &new).await.leads_to(&page);
    director
        .get(&page)
        .await
        .says("<h1>Impostors and twins</h1>")
        .says("A note")
        .says("Version 2 is there")
        .says("Impostors<");
    assert_eq!(app.visitor().get("/courses/IDM-777").await.text, before);
    director.get("/courses/IDM-777/publication").await.says("Nothing to publish");

    let part = director.get("/courses/IDM-777/edit/modules").await;
    part.says("Version 1; version 2 is there").says("name=\"take\" value=\"2\"");
    let taken = press(&director, "IDM-777", &[("take", "2")]).await;
    taken.leads_to("/courses/IDM-777/edit/modules#m2.title");
    let part = director.get("/courses/IDM-777/edit/modules").await;
    part.says("value=\"Impostors and twins\"").does_not_say("version 2 is there");
    assert_eq!(app.visitor().get("/courses/IDM-777").await.text, before);
    let history = "select cast(module_version as bigint) as n from course_module m \
        join course c on c.id = m.course_id where m.code = 'IDM-777-M2' \
        and course_version = $1";
    assert_eq!(app.count(history, vec![1.into()]).await, 1);
    publish(&director, "IDM-777", "Twins").await.is(303);
    app.visitor().get("/courses/IDM-777").await.says("Impostors and twins");
    assert_eq!(app.count(history, vec![1.into()]).await, 1);
    assert_eq!(app.count(history, vec![2.into()]).await, 2);
    assert_eq!(entries(&app, "module.change").await, 1);
}

#[tokio::test]
async fn a_module_that_is_changed_in_one_course_becomes_a_version_and_the_other_course_keeps_its() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    begun(&director, "IDM-778").await;
    let choice = [("do", "choose-module"), ("library", "IDM-777-M1")];
    press(&director, "IDM-778", &choice).await.is(303);
    press(&director, "IDM-777", &[("m1.hours", "7"), ("do", "save")]).await.is(303);
    let part = director.get("/courses/IDM-777/edit/modules").await;
    part.says("Changed here: becomes version 2 when the course is published");
    let check = director.get("/courses/IDM-777/publication").await;
    check.says("Modules that are new or changed").says("version 2");
    publish(&director, "IDM-777", "An hour more").await.is(303);
    let page = page_of(&director, "IDM-777-M1").await;
    director.get(&page).await.says("An hour more").says("Version 2 is there");
    let other = director.get("/courses/IDM-778/edit/modules").await;
    other.says("name=\"m1.hours\" inputmode=\"numeric\" value=\"6\"");
    other.says("Version 1; version 2 is there");
}

#[tokio::test]
async fn the_text_of_a_course_becomes_a_version_with_a_note_and_leads_back_to_the_course() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    let press_it = [("m2.summary", "Faces and twins."), ("keep-module", "2")];
    let kept = press(&director, "IDM-777", &press_it).await;
    kept.is(303);
    let form = kept.location().expect("a form").to_owned();
    let page = page_of(&director, "IDM-777-M2").await;
    assert_eq!(form, format!("{page}/edit?course=IDM-777&module=IDM-777-M2"));
    director.get(&form).await.is(200).says("Faces and twins.").says("Make version 2");
    let back = "/courses/IDM-777/edit/modules";
    let text = [
        ("title", "Impostors"),
        ("hours", "9"),
        ("summary", "Faces and twins."),
        ("course", "IDM-777"),
    ];
    change(&director, &page, "1", &text).await.leads_to(back);
    director.get(back).await.says("<span class=\"st yes\">Version 2</span>");
}

#[tokio::test]
async fn a_module_of_a_draft_comes_to_the_centre_before_its_course_is_published() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    crate::catalogue_editing::written(&editor, "IDM-777").await;
    let part = editor.get("/courses/IDM-777/edit/modules").await;
    part.says("New: comes to the modules of your centre when the course is published");
    let kept = press(&editor, "IDM-777", &[("keep-module", "1")]).await;
    let form = kept.is(303).location().expect("a form").to_owned();
    assert_eq!(form, "/my-centre/modules/new?course=IDM-777&module=IDM-777-M1");
    editor.get(&form).await.says("value=\"IDM-777-M1\"").says("value=\"Paper and print\"");
    let text = [
        ("title", "Paper and print"),
        ("hours", "6"),
        ("summary", "What a document is made of."),
        ("course", "IDM-777"),
    ];
    let back = "/courses/IDM-777/edit/modules";
    super::created(&editor, "IDM-777-M1", &text).await.leads_to(back);
    editor.get(back).await.says("<span class=\"st yes\">Version 1</span>");
}

#[tokio::test]
async fn a_new_module_of_a_course_never_takes_the_code_of_an_old_one() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    press(&director, "IDM-777", &[("remove", "2")]).await.is(303);
    press(&director, "IDM-777", &[("do", "add-module")]).await.is(303);
    let part = director.get("/courses/IDM-777/edit/modules").await;
    part.says("name=\"m2.code\" value=\"IDM-777-M3\"");
}

#[tokio::test]
async fn a_retired_module_is_offered_to_no_course_and_those_with_it_keep_it() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    let (retired, used) =
        (made(&director, "INT-900-M1").await, page_of(&director, "IDM-777-M1").await);
    let editor = app.editor("JCLEC").await;
    editor.get(&retired).await.is(200).does_not_say("/retirement");
    editor.post(&format!("{retired}/retirement"), &[]).await.is(403);
    for page in [&retired, &used] {
        director.post(&format!("{page}/retirement"), &[]).await.leads_to(page);
        director.post(&format!("{page}/retirement"), &[]).await.leads_to(page);
        director.get(page).await.says("Retired on").says("Take it back into use");
    }
    assert_eq!(entries(&app, "module.retire").await, 2);
    let part = director.get("/courses/IDM-777/edit/modules").await;
    part.does_not_say("<option value=\"INT-900-M1\">").says("value=\"Paper and print\"");
    for code in ["INT-900-M1", "NOT-900-M1", ""] {
        let choice = [("do", "choose-module"), ("library", code)];
        press(&director, "IDM-777", &choice).await.is(422).says("id=\"library-e\"");
    }
    change(&director, &retired, "1", &[("title", "Other")]).await.is(409).says("retired");
    director.get(&format!("{retired}/edit")).await.is(409);
    app.visitor().get("/courses/IDM-777").await.says("Paper and print");
    let back = format!("{retired}/retirement/withdrawal");
    director.post(&back, &[]).await.leads_to(&retired);
    director.get("/courses/IDM-777/edit/modules").await.says("<option value=\"INT-900-M1\">");
    assert_eq!(entries(&app, "module.take_back").await, 1);
}

#[tokio::test]
async fn the_code_of_a_module_is_typed_where_there_are_too_many_to_list() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for number in 1..=151 {
        made(&director, &format!("INT-900-M{number}")).await;
    }
    begun(&director, "IDM-778").await;
    let part = director.get("/courses/IDM-778/edit/modules").await;
    part.says("There are too many to list here").says("<input class=\"w-m\" id=\"library\"");
    let choice = [("do", "choose-module"), ("library", " int-900-m77 ")];
    press(&director, "IDM-778", &choice).await.is(303);
    let part = director.get("/courses/IDM-778/edit/modules").await;
    part.says("name=\"m1.code\" value=\"INT-900-M77\"");
    press(&director, "IDM-778", &choice).await.is(422).says("the course has this one");
}
