//! Help: guides that anybody may read, reached from the pages that they are about.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rctm::base::assets;
use rctm::front::rules::GUIDES;
use tests::{Person, TestApp};

/// The most bytes of a first visit to a guide, and of a picture in it.
const FIRST_VISIT: usize = 14_600;
const PICTURE: usize = 30_000;

#[tokio::test]
async fn anybody_reads_every_guide_and_a_browser_keeps_it() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let contents = visitor.get("/help").await;
    for guide in GUIDES {
        contents.is(200).says(&format!("href=\"{}\"", guide.address()));
        let page = visitor.get(&guide.address()).await;
        page.is(200).says("notices@rctm.example").says("What you can do");
        assert_eq!(page.header("cache-control"), Some("no-cache"), "{}", guide.name);
    }
    visitor.get("/help/kings").await.is(404);
}

#[tokio::test]
async fn people_see_which_guide_is_theirs() {
    let app = TestApp::new().await;
    let contents = app.auditor().await.get("/help").await;
    let (_, own) = contents.text.split_once("<h3><a href=\"/help/auditors\"").expect("a link");
    assert!(own.split("</h3>").next().is_some_and(|heading| heading.contains("Your role")));
    assert_eq!(contents.text.matches("Your role").count(), 1);
    app.visitor().get("/help").await.does_not_say("Your role");
}

/// The addresses of help on a page: where its masthead and its links lead.
fn helps(page: &str) -> BTreeSet<String> {
    let links = page.split("href=\"/help/").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|rest| format!("/help/{rest}")).collect()
}

async fn leads_to_help_that_exists(app: &TestApp, person: &Person, path: &str) -> usize {
    let page = person.get(path).await;
    page.is(200);
    let mut sections = 0;
    for help in helps(&page.text) {
        let (guide, section) = help.split_once('#').unwrap_or((&help, "main"));
        app.visitor().get(guide).await.is(200).says(&format!("id=\"{section}\""));
        sections += usize::from(section != "main");
    }
    sections
}

#[tokio::test]
async fn help_with_a_page_leads_to_the_section_about_it() {
    let app = TestApp::new().await;
    let fiji = app.focal_point("Fiji").await;
    let home = fiji.get("/my-state").await.text;
    let links = home.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let sheet =
        links.into_iter().find(|link| link.ends_with("/sheet")).expect("a sheet").to_owned();
    let nominator = app.nominator("Bangladesh").await;
    let (director, editor) = (app.director("JCLEC").await, app.editor("JCLEC").await);
    app.pass(chrono::Duration::minutes(2));
    let (office, auditor) = (app.rso().await, app.auditor().await);
    for (person, path) in [
        (&fiji, sheet.as_str()),
        (&fiji, "/nominations"),
        (&fiji, "/demand"),
        (&nominator, sheet.as_str()),
        (&nominator, "/nominations"),
        (&director, "/demand"),
        (&director, "/courses/LIA-201/edit"),
        (&director, "/courses/LIA-201/publication"),
        (&director, "/courses/LIA-201/suspension"),
        (&director, "/proposals"),
        (&director, "/deliveries"),
        (&editor, "/deliveries/new"),
        (&editor, "/courses/new"),
        (&editor, "/courses/LIA-201/versions"),
        (&editor, "/courses/LIA-201/edit"),
        (&editor, "/courses/LIA-201/publication"),
        (&office, "/demand"),
        (&office, "/rounds"),
        (&office, "/emails"),
        (&office, "/organisations"),
        (&auditor, "/audit-log"),
        (&app.administrator().await, "/emails"),
        (&app.visitor(), "/catalogue"),
        (&app.visitor(), "/calendar"),
        (&app.visitor(), "/sign-in"),
    ] {
        let sections = leads_to_help_that_exists(&app, person, path).await;
        assert!(sections > 0, "{path} leads to no section of a guide");
    }
    for path in ["/account", "/notices", "/my-state"] {
        leads_to_help_that_exists(&app, &fiji, path).await;
    }
}

/// Every word in braces of a language's files that is no placeholder: a message of ours that
/// another one quotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split("{ ")
        .skip(1)
        .filter_map(|rest| rest.split_once(" }"))
        .map(|(inside, _)| inside)
        .filter(|inside| {
            inside.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        })
}

#[test]
fn what_a_guide_quotes_is_what_pages_say() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend-templates/locales");
    for language in fs::read_dir(locales).expect("languages") {
        let folder = language.expect("a language").path();
        let files = fs::read_dir(&folder).expect("files").map(|file| file.expect("a file").path());
        let all: String = files.map(|file| fs::read_to_string(file).expect("text")).collect();
        let known: BTreeSet<_> =
            all.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key).collect();
        for key in quoted(&all) {
            assert!(known.contains(key), "{} quotes {key}, which nobody says", folder.display());
        }
    }
    assert_eq!(quoted("a “{ sheet-save }” { $n } { \", \" }").collect::<Vec<_>>(), ["sheet-save"]);
}

#[tokio::test]
async fn guides_are_small_and_their_pictures_are_kept_for_a_year() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let mut frame = super::bytes::bytes_of(&visitor, assets::STYLESHEET).await;
    frame += super::bytes::bytes_of(&visitor, assets::ICON).await;
    for guide in GUIDES {
        let whole = frame + super::bytes::bytes_of(&visitor, &guide.address()).await;
        println!("{}: {whole} bytes with stylesheet and icon", guide.address());
        assert!(whole <= FIRST_VISIT, "{}: {whole} bytes", guide.name);
        let page = visitor.get(&guide.address()).await;
        for shown in guide.pictures() {
            let picture = assets::pictures().find(|picture| picture.name == shown.name);
            let picture = picture.expect("a picture");
            let size = format!("width=\"{}\" height=\"{}\"", picture.width, picture.height);
            page.says(&format!("src=\"{}\" {size} loading=\"lazy\" alt=\"", picture.address));
            let file = visitor.get(picture.address).await;
            assert!(file.bytes <= PICTURE, "{}: {} bytes", shown.name, file.bytes);
            assert_eq!(file.header("content-type"), Some("image/webp"));
            let cache = file.header("cache-control").expect("a cache");
            assert!(cache.contains("immutable"), "{cache}");
            assert!((300..=760).contains(&picture.width), "{}: {}", shown.name, picture.width);
        }
    }
}

#[tokio::test]
async fn the_statement_on_accessibility_says_where_to_write_and_what_was_tested() {
    let app = TestApp::new().await;
    let page = app.visitor().get("/accessibility").await;
    page.is(200).says("WCAG").says("notices@rctm.example").says(rctm::front::rules::AXE_VERSION);
    let last = rctm::front::rules::Tested::last().expect("a last test");
    page.says("The last whole test").says(&last.on.format("%-d %B %Y").to_string());
    assert_eq!(page.header("cache-control"), Some("no-cache"));
}

#[test]
fn nothing_moves() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend-templates/assets");
    for name in ["rctm.css", "board.css"] {
        let sheet = fs::read_to_string(assets.join(name)).expect("the stylesheet");
        for moving in ["animation", "transition", "@keyframes", "scroll-behavior"] {
            assert!(!sheet.contains(moving), "/accessibility says that nothing moves: {moving}");
        }
    }
}
