//! Modules are put in order with buttons of the form: by keyboard, and without a script.
use tests::{Person, TestApp};

use crate::catalogue_editing::{publish, save, written};

const MODULES: &str = "/courses/IDM-777/edit/modules";

async fn titles(person: &Person) -> Vec<String> {
    let page = person.get(MODULES).await;
    let rest = page.text.split(".title\" value=\"").skip(1);
    rest.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_module_moves_with_what_was_typed_and_the_reader_stays_with_it() {
    let app = TestApp::new().await;
    let (editor, director) = (app.editor("JCLEC").await, app.director("JCLEC").await);
    written(&editor, "IDM-777").await;
    let page = editor.get(MODULES).await;
    page.says("id=\"m2.up\" name=\"move\" value=\"2:up\"")
        .says("id=\"m1.down\" name=\"move\" value=\"1:down\"")
        .does_not_say("value=\"1:up\"")
        .does_not_say("value=\"2:down\"");
    let typed = [
        ("m1.title", "Paper"),
        ("m1.hours", "6"),
        ("m1.summary", "What a document is made of."),
        ("m2.title", "Faces"),
        ("m2.hours", "9"),
        ("m2.summary", "Faces and pictures."),
    ];
    let pressed = [&typed[..], &[("move", "2:up")]].concat();
    save(&editor, "IDM-777", &pressed).await.leads_to(&format!("{MODULES}#m1.down"));
    assert_eq!(titles(&editor).await, ["Faces", "Paper"]);
    let [first, second] = [&typed[3..], &typed[..3]];
    let swapped: Vec<_> = first
        .iter()
        .map(|(name, value)| (name.replace("m2", "m1"), *value))
        .chain(second.iter().map(|(name, value)| (name.replace("m1", "m2"), *value)))
        .collect();
    let mut down: Vec<(&str, &str)> =
        swapped.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    down.push(("move", "1:down"));
    save(&editor, "IDM-777", &down).await.leads_to(&format!("{MODULES}#m2.up"));
    assert_eq!(titles(&editor).await, ["Paper", "Faces"]);
    // The order is part of what a version says.
    publish(&director, "IDM-777", "First").await.is(303);
    save(&editor, "IDM-777", &pressed).await.is(303);
    publish(&director, "IDM-777", "Faces first").await.is(303);
    let page = app.visitor().get("/courses/IDM-777/differences").await;
    page.says("<del>").says("<ins>").says("Faces (9 h)");
}
