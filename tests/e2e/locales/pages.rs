//! Nobody who chose a language reads English beside it, whatever they open.
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::Method;
use rctm::base::i18n::LANGUAGE_COOKIE;
use tests::{Person, Reply, TestApp};

use super::translations::by_key;

/// How many pages of one route a person opens.
const OF_A_ROUTE: usize = 2;
/// Shorter pieces of English may be names.
const SHORTEST: usize = 12;

/// The attributes that people read or hear.
const SPOKEN: [&str; 8] = [
    "aria-label",
    "title",
    "alt",
    "placeholder",
    "data-l",
    "data-dropped",
    "data-ended",
    "data-refused",
];
/// Elements that hold no words of ours.
const DATA: [&str; 4] = ["script", "textarea", "pre", "code"];

/// The texts that somebody reads on a page or hears; what is marked as another language, and what
/// somebody typed, is left out.
fn words_on(html: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        words.push(plain(&rest[..start]));
        let Some(end) = rest[start..].find('>') else { break };
        let tag = &rest[start + 1..start + end];
        rest = &rest[start + end + 1..];
        words.extend(SPOKEN.iter().filter_map(|name| attribute(tag, name)).map(plain));
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let foreign = attribute(tag, "lang").is_some() && name != "html";
        if foreign || DATA.contains(&name) {
            let close = format!("</{name}>");
            rest = rest.find(&close).map_or("", |at| &rest[at + close.len()..]);
        }
    }
    words.retain(|text| !text.is_empty());
    words
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

fn plain(text: &str) -> String {
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#34;", "\"");
    text.replace("&#39;", "'").replace("&#38;", "&").trim().to_owned()
}

/// Pieces of English that a translation does not say itself.
fn english_besides(tag: &str) -> BTreeSet<String> {
    let other = by_key(tag);
    let english = by_key("en").into_values().flat_map(|message| {
        let same = other.get(&message.key).map(super::ftl::Message::texts).unwrap_or_default();
        let texts = message.texts().into_iter();
        texts
            .filter(move |text| !same.iter().any(|other| other.contains(text.trim())))
            .collect::<Vec<_>>()
    });
    let pieces = english.map(|text| text.trim().to_owned());
    pieces.filter(|text| text.chars().count() > SHORTEST).collect()
}

/// A walk of one person through all that their pages link to.
struct Walk<'a> {
    person: &'a Person,
    english: &'a BTreeSet<String>,
    tag: &'a str,
    opened: BTreeMap<&'static str, usize>,
    faults: Vec<String>,
    pages: usize,
}

impl Walk<'_> {
    fn look_at(&mut self, path: &str, reply: &Reply) {
        if !reply.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            return;
        }
        // What was written to somebody else is in that person's language.
        if path.starts_with("/demo/mail") {
            return;
        }
        self.pages += 1;
        let dir = if self.tag == "ar" { "rtl" } else { "ltr" };
        let head = format!("<html lang=\"{}\" dir=\"{dir}\">", self.tag);
        if !reply.text.contains(&head) {
            self.faults.push(format!("{path}: no {head}"));
        }
        for words in words_on(&reply.text) {
            if let Some(piece) = self.english.iter().find(|piece| words.contains(*piece)) {
                self.faults.push(format!("{path}: {piece:?} in {words:?}"));
            }
        }
    }

    /// The route of a path, while more of its pages are to be opened.
    fn opens(&mut self, path: &str, routes: &[&'static str]) -> bool {
        let bare = path.split(['?', '#']).next().unwrap_or_default();
        let Some(route) = routes.iter().find(|route| is_of(bare, route)) else { return false };
        let opened = self.opened.entry(route).or_default();
        *opened += 1;
        *opened <= OF_A_ROUTE
    }

    async fn go(&mut self, routes: &[&'static str]) {
        let bare = routes.iter().filter(|route| !route.contains('{'));
        let mut ahead: VecDeque<String> = bare.map(|route| (*route).to_owned()).collect();
        ahead.push_back("/no-such-page".to_owned());
        let mut seen: BTreeSet<String> = ahead.iter().cloned().collect();
        while let Some(path) = ahead.pop_front() {
            let reply = self.person.get(&path).await;
            self.look_at(&path, &reply);
            for link in links(&reply.text) {
                if seen.insert(link.clone()) && self.opens(&link, routes) {
                    ahead.push_back(link);
                }
            }
        }
    }

    async fn send(&mut self, path: &str, fields: &[(&str, &str)]) {
        let reply = self.person.post(path, fields).await;
        self.look_at(&format!("POST {path}"), &reply);
    }
}

/// Whether a path belongs to a route.
fn is_of(path: &str, route: &str) -> bool {
    let (parts, wanted): (Vec<_>, Vec<_>) = (path.split('/').collect(), route.split('/').collect());
    parts.len() == wanted.len()
        && parts.iter().zip(wanted).all(|(part, wanted)| wanted.starts_with('{') || *part == wanted)
}

fn links(html: &str) -> Vec<String> {
    let links = html.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|link| link.starts_with('/')).map(plain).collect()
}

/// The routes that can be opened.
fn routes() -> Vec<&'static str> {
    let listed = rctm::app::pages().listed;
    listed.iter().filter(|route| route.method == Method::GET).map(|route| route.path).collect()
}

async fn everybody(app: &TestApp) -> Vec<(&'static str, Person)> {
    vec![
        ("a visitor", app.visitor()),
        ("a focal point", app.focal_point("Fiji").await),
        ("a nominator", app.nominator("Bangladesh").await),
        ("a director", app.director("JCLEC").await),
        ("an editor", app.editor("JCLEC").await),
        ("an officer", app.rso().await),
        ("the auditor", app.auditor().await),
        ("the administrator", app.administrator().await),
    ]
}

/// What each of them can do wrong.
async fn mistakes(app: &TestApp, walk: &mut Walk<'_>) {
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = walk.person.get(&sheet).await;
    let revision = revision.text.contains("name=\"revision\"").then(|| revision.revision());
    let revision = revision.unwrap_or_default();
    let faulty = [
        ("revision", revision.as_str()),
        ("do", "check"),
        ("liaison.freq", "annual"),
        ("liaison.people", "900"),
        ("liaison.rank", "x"),
        ("liaison.urgency", "high"),
        ("new.freq", "once"),
    ];
    walk.send(&sheet, &faulty).await;
    walk.send(&sheet, &faulty).await;
    walk.send("/account/reading", &[("language", "x")]).await;
    walk.send("/account/password", &[("current", "x"), ("password", "y")]).await;
    walk.send("/courses", &[]).await;
    walk.send("/rounds", &[("id", "00000000-0000-0000-0000-000000000001")]).await;
    walk.send("/language", &[("language", "x")]).await;
}

/// A sheet that is sent, so that emails, receipts and histories have something to show.
async fn something_happens(app: &TestApp) {
    let focal_point = app.focal_point("Fiji").await;
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = focal_point.get(&sheet).await.revision();
    let fields = [
        ("revision", revision.as_str()),
        ("do", "check"),
        ("liaison.freq", "twice_a_year"),
        ("liaison.people", "3"),
        ("liaison.rank", "1"),
        ("liaison.q", "1"),
        ("liaison.q", "3"),
    ];
    let check = format!("{sheet}/submission");
    focal_point.post(&sheet, &fields).await.leads_to(&check);
    let revision = focal_point.get(&check).await.revision();
    focal_point.post(&check, &[("revision", &revision)]).await.leads_to(&check);
}

async fn nobody_reads_english(tag: &str) {
    let app = TestApp::new().await;
    something_happens(&app).await;
    let (english, routes) = (english_besides(tag), routes());
    let mut faults = Vec::new();
    let mut pages = 0;
    for (who, person) in everybody(&app).await {
        person.keep_cookie(LANGUAGE_COOKIE, tag);
        let mut walk = Walk {
            person: &person,
            english: &english,
            tag,
            opened: BTreeMap::new(),
            faults: Vec::new(),
            pages: 0,
        };
        walk.go(&routes).await;
        mistakes(&app, &mut walk).await;
        pages += walk.pages;
        faults.extend(walk.faults.iter().map(|fault| format!("{who} {fault}")));
    }
    println!("{tag}: {pages} pages, {} pieces of English looked for", english.len());
    assert!(pages > 150, "only {pages} pages were opened: the walk does not work");
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} times English:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn nobody_who_reads_arabic_reads_english_beside_it() {
    nobody_reads_english("ar").await;
}

#[tokio::test]
async fn nobody_who_reads_indonesian_reads_english_beside_it() {
    nobody_reads_english("id").await;
}

#[tokio::test]
async fn the_search_for_english_finds_it() {
    let app = TestApp::new().await;
    let english = english_besides("ar");
    let person = app.visitor();
    let mut walk = Walk {
        person: &person,
        english: &english,
        tag: "ar",
        opened: BTreeMap::new(),
        faults: Vec::new(),
        pages: 0,
    };
    let page = person.get("/sign-in").await;
    walk.look_at("/sign-in", &page);
    assert!(walk.faults.len() > 5, "{:#?}", walk.faults);
    assert_eq!(
        words_on("<p title=\"a &#38; b\">c <bdi lang=\"en\">d</bdi><i>e</i></p><pre>f</pre>"),
        ["a & b", "c", "e"]
    );
}
