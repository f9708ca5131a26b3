//! Writing the modules of a centre, alone and side by side.
use tests::TestApp;

use super::{change, created, entries, made};

#[tokio::test]
async fn a_module_is_written_found_and_changed_with_a_note() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let page = made(&editor, "int-900-m1").await;
    editor.get(&page).await.is(200).says("<h1>Interviews</h1>").says("INT-900-M1");
    for words in ["interviews", "LISTEN+how", "int-900", "%C3%8Enterv"] {
        editor.get(&format!("/my-centre/modules?q={words}")).await.says("INT-900-M1");
    }
    for words in ["zebra", "%25", "_", "!"] {
        let none = editor.get(&format!("/my-centre/modules?q={words}")).await;
        none.is(200).says("No module found").does_not_say("INT-900-M1");
    }
    editor.get(&format!("{page}/edit")).await.says("value=\"Interviews\"").says("Make version 2");
    let text = [("hours", "8"), ("note", "Two hours more")];
    change(&editor, &page, "1", &text).await.leads_to(&page);
    change(&editor, &page, "1", &text).await.leads_to(&page);
    let shown = editor.get(&page).await;
    shown.says("Two hours more").says("Compare two versions").says("<h2>Versions</h2>");
    assert_eq!(entries(&app, "module.change").await, 1, "pressed twice, it is one version");
    change(&editor, &page, "2", &[("title", "Listening"), ("hours", "8")]).await.is(303);
    let compared = editor.get(&format!("{page}?from=1&to=3")).await;
    compared.is(200).says("<th scope=\"col\">Version 1</th><th scope=\"col\">Version 3</th>");
    compared.says("Listening").says(">Hours</th>").does_not_say(">What it covers</th>");
    let same = editor.get(&format!("{page}?from=2&to=2")).await;
    same.says("Versions 2 and 2 say the same");
    for odd in ["from=x", "from=9&to=-1"] {
        let status = editor.get(&format!("{page}?{odd}")).await.status.as_u16();
        assert!(matches!(status, 200 | 400 | 422), "{odd}: {status}");
    }
}

#[tokio::test]
async fn two_people_who_change_one_module_lose_no_text() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    let page = made(&editor, "INT-900-M1").await;
    let theirs = [("title", "The director’s title"), ("note", "Theirs")];
    change(&director, &page, "1", &theirs).await.leads_to(&page);
    // What only one of them changed is put together.
    change(&editor, &page, "1", &[("hours", "7"), ("note", "Mine")]).await.leads_to(&page);
    let both = editor.get(&format!("{page}/edit")).await;
    both.says("value=\"The director’s title\"").says("value=\"7\"");

    let mine = [("title", "The editor’s title"), ("summary", "The editor’s."), ("hours", "7")];
    change(&director, &page, "3", &[("title", "A third"), ("hours", "7")]).await.is(303);
    let clash = change(&editor, &page, "3", &mine).await;
    clash
        .is(409)
        .says("Nothing was saved: a colleague made version 4")
        .says("name=\"keep.title\" value=\"theirs\"")
        .says("value=\"The editor’s title\"")
        .says("<p>A third</p>")
        .says("The editor’s.")
        .says("name=\"version\" value=\"4\"")
        .says("A note")
        .does_not_say("name=\"keep.summary\"");
    director.get(&page).await.does_not_say("The editor’s");
    let chosen = [&mine[..], &[("keep.title", "theirs")]].concat();
    change(&editor, &page, "4", &chosen).await.leads_to(&page);
    let whole = editor.get(&page).await;
    whole.says("<h1>A third</h1>").says("The editor’s.");
}

#[tokio::test]
async fn what_is_missing_is_told_at_once_and_what_was_typed_stays() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let empty = created(&editor, "", &[]).await;
    empty.is(422).says("<title>Error:").says("4 answers need your attention");
    let typed = [("title", "Half a \"title\" <b>"), ("hours", "six"), ("summary", "All of it")];
    let faulty = created(&editor, "one two", &typed).await;
    faulty
        .is(422)
        .says("value=\"one two\"")
        .says("Half a &#34;title&#34; &#60;b&#62;")
        .says("value=\"six\"")
        .says("All of it")
        .says("href=\"#hours\"");
    let page = made(&editor, "INT-900-M1").await;
    let taken = created(&editor, "INT-900-M1", &super::WHOLE).await;
    taken.is(422).says("a module of your centre has this one");
    let fields = [("hours", "0"), ("note", " "), ("title", "")];
    let faulty = change(&editor, &page, "1", &fields).await;
    faulty.is(422).says("id=\"title-e\"").says("id=\"hours-e\"").says("id=\"note-e\"");
    editor.get(&page).await.says("<h1>Interviews</h1>");
    assert_eq!(entries(&app, "module.create").await, 1);
    editor.post(&format!("{page}/edit"), &[("version", "9"), ("note", "x")]).await.is(400);
}

#[tokio::test]
async fn a_centre_without_modules_is_told_how_it_gets_one() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    app.execute("delete from course_module", vec![]).await;
    app.execute("delete from module_version", vec![]).await;
    app.execute("delete from module", vec![]).await;
    let list = director.get("/my-centre/modules").await;
    list.is(200).says("Your centre has no module yet").says("/my-centre/modules/new");
}

#[tokio::test]
async fn the_modules_of_a_centre_stand_on_pages() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for number in 10..35 {
        made(&director, &format!("ZZZ-900-M{number}")).await;
    }
    let first = director.get("/my-centre/modules?q=zzz").await;
    first.says("1 to 20 of 25").says("ZZZ-900-M10").does_not_say("ZZZ-900-M30");
    first.says("/my-centre/modules?q=zzz&#38;page=2");
    let last = director.get("/my-centre/modules?q=zzz&page=99").await;
    last.says("21 to 25 of 25").says("ZZZ-900-M34").does_not_say("ZZZ-900-M10");
}

#[tokio::test]
async fn nothing_of_the_modules_of_another_centre_is_seen_or_changed() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let page = made(&editor, "INT-900-M1").await;
    let stranger = app.director("ABFC").await;
    stranger.get("/my-centre/modules").await.is(200).does_not_say("INT-900-M1");
    for path in ["", "/edit"] {
        stranger.get(&format!("{page}{path}")).await.is(404).does_not_say("Interviews");
    }
    change(&stranger, &page, "1", &[("title", "Mine")]).await.is(404);
    stranger.post(&format!("{page}/retirement"), &[]).await.is(404);
    stranger.post(&format!("{page}/retirement/withdrawal"), &[]).await.is(404);
    super::begun(&stranger, "ABF-900").await;
    let part = stranger.get("/courses/ABF-900/edit/modules").await;
    part.is(200).does_not_say("INT-900-M1");
    let choice = [("do", "choose-module"), ("library", "INT-900-M1")];
    super::press(&stranger, "ABF-900", &choice).await.is(422).does_not_say("Interviews");
    // The code is theirs to use for a module of their own.
    let own = made(&stranger, "INT-900-M1").await;
    assert_ne!(own, page);
    editor.get(&page).await.says("<h1>Interviews</h1>").does_not_say("Mine");
    app.rso().await.get(&page).await.is(403);
    app.focal_point("Fiji").await.get(&page).await.is(403);
}
