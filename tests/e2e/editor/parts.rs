//! Each page of the editor saves its own fields, and two people at work never lose a text.
use tests::{Person, Reply, TestApp};

use crate::catalogue_editing::{seen, written};

const ABOUT: &str = "/courses/IDM-777/edit";

/// The form of the first page as it was opened, with other texts.
struct Form {
    revision: String,
    seen: String,
}

impl Form {
    async fn opened(person: &Person) -> Self {
        Self::on(&person.get(ABOUT).await)
    }

    fn on(page: &Reply) -> Self {
        Self { revision: page.revision(), seen: seen(page) }
    }

    async fn send(&self, person: &Person, changes: &[(&str, &str)]) -> Reply {
        const TEXTS: [(&str, &str); 7] = [
            ("title", "Reading travel documents"),
            ("course_type", "identity"),
            ("summary", "Prepares officers to read a travel document."),
            ("objectives", "Read a document\nRefer a doubtful case"),
            ("audience", "Officers at a border"),
            ("level", "introductory"),
            ("do", "save"),
        ];
        let base = [("revision", self.revision.as_str()), ("seen", self.seen.as_str())];
        let unchanged = |(name, _): &&(&str, &str)| changes.iter().all(|(other, _)| other != name);
        let texts: Vec<_> = TEXTS.iter().filter(unchanged).copied().collect();
        person.post(ABOUT, &[&base[..], &texts, changes].concat()).await
    }
}

async fn at_work(app: &TestApp) -> (Person, Person) {
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    (editor, director)
}

#[tokio::test]
async fn two_people_who_write_different_fields_both_keep_their_work() {
    let app = TestApp::new().await;
    let (editor, director) = at_work(&app).await;
    let (mine, theirs) = (Form::opened(&editor).await, Form::opened(&director).await);
    theirs.send(&director, &[("title", "The director’s title")]).await.leads_to(ABOUT);
    mine.send(&editor, &[("audience", "Who reads passports")]).await.leads_to(ABOUT);
    let page = editor.get(ABOUT).await;
    page.says("The director’s title").says("Who reads passports");
}

#[tokio::test]
async fn where_both_wrote_one_field_each_is_shown_and_one_is_chosen() {
    let app = TestApp::new().await;
    let (editor, director) = at_work(&app).await;
    let mine = Form::opened(&editor).await;
    let theirs = [("title", "The director’s title"), ("summary", "The director’s summary.")];
    Form::opened(&director).await.send(&director, &theirs).await.is(303);
    let typed = [("title", "The editor’s title"), ("audience", "The editor’s audience")];
    let page = mine.send(&editor, &typed).await;
    page.is(409)
        .says("Nothing was saved: Retno Wijayanti saved this course")
        .says("name=\"keep.title\" value=\"theirs\"")
        .says("value=\"The editor’s title\"")
        .says("<p>The director’s title</p>")
        .says("The editor’s audience")
        // What only the other changed is in the form, and is not asked about.
        .says("The director’s summary.")
        .does_not_say("name=\"keep.summary\"")
        .does_not_say("name=\"keep.audience\"");
    director.get(ABOUT).await.does_not_say("The editor’s");

    let again = Form::on(&page);
    let chosen = [&typed[..], &[theirs[1], ("keep.title", "theirs")]].concat();
    again.send(&editor, &chosen).await.leads_to(ABOUT);
    editor
        .get(ABOUT)
        .await
        .says("value=\"The director’s title\"")
        .says("The editor’s audience")
        .says("The director’s summary.");
}

#[tokio::test]
async fn a_third_change_between_the_choice_and_its_saving_is_asked_about_again() {
    let app = TestApp::new().await;
    let (editor, director) = at_work(&app).await;
    let mine = Form::opened(&editor).await;
    Form::opened(&director).await.send(&director, &[("title", "Second")]).await.is(303);
    let page = mine.send(&editor, &[("title", "Mine")]).await;
    page.is(409);
    Form::opened(&director).await.send(&director, &[("title", "Third")]).await.is(303);
    let mine = [("title", "Mine"), ("keep.title", "mine")];
    let asked = Form::on(&page).send(&editor, &mine).await;
    asked.is(409).says("<p>Third</p>").says("value=\"Mine\"");
    Form::on(&asked).send(&editor, &mine).await.is(303);
    director.get(ABOUT).await.says("value=\"Mine\"");
}

#[tokio::test]
async fn a_form_that_cannot_be_read_is_still_compared_with_what_it_was_filled_on() {
    let app = TestApp::new().await;
    let (editor, director) = at_work(&app).await;
    let mine = Form::opened(&editor).await;
    Form::opened(&director).await.send(&director, &[("title", "Theirs")]).await.is(303);
    let typed = [("title", "Mine"), ("prerequisites", "???")];
    let faulty = mine.send(&editor, &typed).await;
    faulty.is(422).says("value=\"Mine\"");
    let page = Form::on(&faulty).send(&editor, &[("title", "Mine")]).await;
    page.is(409).says("<p>Theirs</p>");
}

#[tokio::test]
async fn a_page_of_the_editor_leaves_the_fields_of_the_others_alone() {
    let app = TestApp::new().await;
    let (editor, _) = at_work(&app).await;
    let page = "/courses/IDM-777/edit/languages";
    let opened = editor.get(page).await;
    opened.is(200).says("aria-current=\"page\">Languages</a>");
    let fields = [
        ("revision", opened.revision()),
        ("seen", seen(&opened)),
        ("languages", "id".into()),
        ("title", "Not of this page".into()),
    ];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    editor.post(page, &fields).await.leads_to(page);
    editor.get("/courses/IDM-777/edit").await.says("value=\"Reading travel documents\"");
    editor.get("/courses/IDM-777/edit/modules").await.says("value=\"Impostors\"");
    editor.get("/courses/IDM-777/edit/deliveries").await.says("value=\"16\"");
}

#[tokio::test]
async fn what_is_missing_is_marked_on_the_page_that_has_it() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let id = rctm::base::ids::CourseId::new().to_string();
    let new = [("id", id.as_str()), ("code", "IDM-777"), ("title", "T"), ("course_type", "")];
    editor.post("/courses/new", &new).await.is(303);
    let check = editor.get("/courses/IDM-777/publication").await;
    for (page, field) in [
        ("edit", "course_type"),
        ("edit/deliveries", "duration_days"),
        ("edit/languages", "languages"),
        ("edit/modules", "modules"),
    ] {
        check.says(&format!("href=\"/courses/IDM-777/{page}?check=1#{field}\""));
        let marked = editor.get(&format!("/courses/IDM-777/{page}?check=1")).await;
        marked.is(200).says(&format!("id=\"{field}-e\""));
    }
    let marked = editor.get("/courses/IDM-777/edit/languages?check=1").await;
    marked.says("One answer needs your attention");
}
