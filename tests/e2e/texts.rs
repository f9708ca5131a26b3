//! Courses in the languages of those who read them.
use tests::TestApp;

use crate::catalogue_editing::save;

#[tokio::test]
async fn a_course_is_read_in_the_languages_that_it_has() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let page = visitor.get("/courses/IND-101").await;
    page.is(200).says("href=\"/courses/IND-101?text=id\" hreflang=\"id\"");
    page.says("Primary inspection").does_not_say("Pemeriksaan pertama");
    let page = visitor.get("/courses/IND-101?text=id").await;
    page.is(200).says("<h1 lang=\"id\" dir=\"ltr\">Pelatihan Induksi Regional");
    page.says("Pemeriksaan pertama").does_not_say("Primary inspection");
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
async fn a_change_of_the_english_keeps_the_texts_and_puts_them_out_of_date() {
    let app = TestApp::new().await;
    let editor = app.editor("ABFC").await;
    save(&editor, "IND-101", &[("title", "Another title")]).await.is(303);
    let preview = editor.get("/courses/IND-101/preview?text=id").await;
    preview.is(200).says("Pelatihan Induksi Regional").says("was changed after this translation");
    let public = app.visitor().get("/courses/IND-101?text=id").await;
    public.is(200).does_not_say("was changed after this translation");
}
