//! Whatever people type is text wherever it is shown: no element and no attribute comes of it.
mod payloads;

use std::collections::{BTreeMap, BTreeSet};

use rctm::base::ids::RoundId;
use sea_orm::prelude::Uuid;
use serde_json::Value;
use tests::markup::{Element, Markup};
use tests::{Person, TestApp};

use self::payloads::PAYLOADS;
use crate::catalogue_editing::{WHOLE, publish, save, written};
use crate::probes::world::{post, save_sheet};

/// What is typed where nothing is meant by it, as many words as a payload.
const HARMLESS: [&str; 3] = [
    "Some harmless words, and more of them",
    "Other harmless words, as many as these",
    "And a few more",
];
/// The course whose every text is typed.
const COURSE: &str = "QXS-101";
/// Attributes that hold an address.
const ADDRESSES: [&str; 7] =
    ["href", "src", "action", "formaction", "data", "poster", "xlink:href"];
/// Beginnings of the addresses that our pages hold.
const OURS: [&str; 6] = ["/", "#", "?", "http://", "https://", "mailto:"];

/// Who sends which fields to which address.
type Asked<'a> = (&'a Person, &'a str, Vec<(&'a str, &'a str)>);

/// Everybody who types and reads.
struct Readers {
    app: TestApp,
    visitor: Person,
    fiji: Person,
    director: Person,
    officer: Person,
    round: RoundId,
    nomination: Uuid,
    client: Uuid,
}

impl Readers {
    async fn new() -> Self {
        let app = TestApp::new().await;
        let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
        let round = rounds.first().expect("an open round").id;
        let (fiji, director) = (app.focal_point("Fiji").await, app.director("JCLEC").await);
        Box::pin(written(&director, COURSE)).await;
        publish(&director, COURSE, "First").await.is(303);
        let client = rctm::base::ids::ApiClientId::new();
        let id = client.to_string();
        let form = [("id", id.as_str()), ("name", HARMLESS[0]), ("scopes", "catalogue:read")];
        fiji.post("/api-clients", &form).await.is(200);
        let (visitor, officer) = (app.visitor(), app.rso().await);
        let nomination = Uuid::nil();
        let mut readers =
            Self { app, visitor, fiji, director, officer, round, nomination, client: client.0 };
        readers.submit(HARMLESS[0]).await;
        let sql = "select n.id as id from course_nomination n join organisation o \
            on o.id = n.member_id where o.code = 'FJ' and n.round_id = $1 and n.course_type is null";
        let rows = readers.app.query(sql, vec![round.0.into()]).await;
        readers.nomination = rows[0].try_get("", "id").expect("an id");
        readers
    }

    /// Puts `text` into every field in which somebody types.
    async fn plant(&self, text: &str) {
        const TYPED: [&str; 7] =
            ["title", "summary", "audience", "objectives", "m1.title", "m1.summary", "f1.title"];
        let kept = WHOLE.iter().filter(|(name, _)| !TYPED.contains(name)).copied();
        let material = [("f1.kind", "slides"), ("f1.language", "en")];
        let typed = TYPED.map(|name| (name, text));
        let fields: Vec<_> = kept.chain(material).chain(typed).collect();
        save(&self.director, COURSE, &fields).await.is(303);
        publish(&self.director, COURSE, text).await.is(303);
        self.submit(text).await;
        for (sql, id) in [
            ("update account set full_name = $1", None),
            (
                "update agency set name = $1 \
                where id in (select agency_id from membership where agency_id is not null)",
                None,
            ),
            ("update person set full_name = $1, post = $1, agency = $1", None),
            ("update participant_nomination set reason = $1, why_text = $1", None),
            ("update api_client set name = $1 where id = $2", Some(self.client)),
            ("update round set title = $1 where id = $2", Some(self.round.0)),
            ("update organisation set name = $1 where code = 'FJ'", None),
            (
                "update organisation set name = $1, city = $1, country = $1 where code = 'JCLEC'",
                None,
            ),
            (
                "update course_type set name = $1, short_name = $1, description = $1 where code = 'liaison'",
                None,
            ),
            ("update course set reason = $1 where code = 'QXS-101'", None),
        ] {
            let mut values: Vec<sea_orm::Value> = vec![text.to_owned().into()];
            values.extend(id.map(|id: Uuid| id.into()));
            self.app.execute(sql, values).await;
        }
    }

    /// Fiji asks for something, and for something new, for this reason.
    async fn submit(&self, text: &str) {
        let fields = [
            ("liaison.freq", "annual"),
            ("liaison.people", "3"),
            ("liaison.reason", text),
            ("~1.freq", "once"),
            ("~1.people", "3"),
            ("~1.title", text),
            ("~1.reason", text),
            ("do", "save"),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
        save_sheet(&self.fiji, self.round, &fields).await.is(303);
        let submission = format!("/rounds/{}/sheet/submission", self.round);
        let page = self.fiji.get(&submission).await;
        if page.text.contains("name=\"revision\"") {
            self.fiji.post(&submission, &[("revision", &page.revision())]).await.is(303);
        }
    }

    /// Every page that shows something of it.
    async fn pages(&self, text: &str) -> BTreeMap<String, String> {
        let round = self.round;
        let encoded: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
        let course = format!("/courses/{COURSE}");
        let asked: [(&Person, &[String]); 4] = [
            (
                &self.visitor,
                &[
                    "/".into(),
                    "/catalogue?q=QXS-101".into(),
                    format!("/catalogue?q={encoded}"),
                    course.clone(),
                    "/course-types".into(),
                    "/centres".into(),
                    format!("/sign-in?next={encoded}"),
                    "/demo/mail".into(),
                ],
            ),
            (
                &self.director,
                &[
                    "/my-centre".into(),
                    "/courses".into(),
                    course.clone(),
                    format!("{course}/edit"),
                    format!("{course}/preview"),
                    format!("{course}/publication"),
                    format!("{course}/suspension"),
                    format!("{course}/retirement"),
                    "/account".into(),
                    format!("/demand?round={round}&type=liaison&level="),
                    "/audit-log".into(),
                    "/api-clients".into(),
                    "/deliveries/INT-201-D1/decisions".into(),
                    "/deliveries/INT-201-D1/decisions?tab=all".into(),
                ],
            ),
            (
                &self.fiji,
                &[
                    "/my-state".into(),
                    "/participants".into(),
                    "/participants/roster".into(),
                    "/deliveries/INT-201-D1/participants".into(),
                    "/nominations".into(),
                    format!("/rounds/{round}/sheet"),
                    format!("/rounds/{round}/sheet/submission"),
                    "/account".into(),
                    "/capacity".into(),
                    format!("/nominations/{}/withdrawal", self.nomination),
                    "/api-clients".into(),
                    format!("/api-clients/{}/revocation", self.client),
                    "/notices".into(),
                    format!("/demand?round={round}&look=all&level="),
                ],
            ),
            (
                &self.officer,
                &[
                    "/rounds".into(),
                    format!("/rounds/{round}"),
                    format!("/rounds/{round}/closing"),
                    "/organisations".into(),
                    "/rounds/new".into(),
                    "/emails".into(),
                    "/audit-log".into(),
                    format!("/demand?round={round}&look=all&level="),
                    format!("/demand?round={round}&state=FJ&level=&subregion={encoded}"),
                    format!("/demand?round={round}&state={encoded}&order={encoded}"),
                ],
            ),
        ];
        let mut pages = BTreeMap::new();
        for (person, paths) in asked {
            for path in paths {
                let reply = person.get(path).await;
                assert!(!reply.status.is_server_error(), "{path} answers {}", reply.status);
                let label = path.replace(&encoded, "TYPED");
                pages.insert(format!("{label} ({})", pages.len()), reply.text);
            }
        }
        pages
    }

    /// Every form that comes back with what was typed.
    async fn forms(&self, text: &str) -> BTreeMap<String, String> {
        let id = Uuid::nil().to_string();
        let (round, course) = (self.round, format!("/courses/{COURSE}"));
        let edit = format!("{course}/edit");
        let revision = self.director.get(&edit).await.revision();
        let sheet = format!("/rounds/{round}/sheet");
        let stand = self.fiji.get(&sheet).await.revision();
        let asked: [Asked<'_>; 9] = [
            (&self.visitor, "/sign-in", vec![("email", text), ("password", text), ("next", text)]),
            (
                &self.director,
                "/courses/new",
                vec![("id", &id), ("code", text), ("title", text), ("course_type", text)],
            ),
            (
                &self.director,
                &edit,
                vec![
                    ("revision", &revision),
                    ("title", text),
                    ("duration_days", text),
                    ("m1.hours", text),
                    ("prerequisites", text),
                    ("f1.language", text),
                ],
            ),
            (&self.director, &edit, vec![("revision", "0"), ("title", text), ("summary", text)]),
            (
                &self.fiji,
                &sheet,
                vec![
                    ("revision", &stand),
                    ("liaison.freq", "once"),
                    ("liaison.people", text),
                    ("liaison.rank", text),
                    ("liaison.lang", text),
                    ("liaison.level", text),
                    ("liaison.urgency", text),
                    ("usual.people", text),
                    ("do", "check"),
                ],
            ),
            (&self.fiji, &sheet, vec![("revision", "0"), ("liaison.reason", text), ("do", "save")]),
            (&self.fiji, "/api-clients", vec![("id", &id), ("name", text), ("scopes", text)]),
            (&self.fiji, "/account/reading", vec![("language", text), ("zone", text)]),
            (
                &self.officer,
                "/rounds",
                vec![
                    ("title", text),
                    ("horizon_start", text),
                    ("horizon_end", text),
                    ("opens_date", text),
                    ("opens_time", text),
                    ("grace_days", text),
                    ("minimum_cell", text),
                    ("course_types", text),
                    ("members", text),
                ],
            ),
        ];
        let mut pages = BTreeMap::new();
        for (person, path, fields) in asked {
            self.app.pass(chrono::Duration::seconds(15));
            let fields: Vec<_> =
                fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
            let reply = post(person, path, &fields).await;
            let told = matches!(reply.status.as_u16(), 409 | 422 | 429);
            assert!(told, "POST {path} answers {} to {text}", reply.status);
            pages.insert(format!("POST {path} ({})", pages.len()), reply.text);
        }
        pages
    }

    /// The newest emails, as pages.
    async fn emails(&self) -> BTreeMap<String, String> {
        let sql = "select event, body_html from outbox order by id desc limit 4";
        let rows = self.app.query(sql, vec![]).await;
        let text = |row: &sea_orm::QueryResult, name| row.try_get("", name).expect("text");
        let pages = rows.iter().enumerate();
        pages.map(|(number, row)| (format!("email {number}"), text(row, "body_html"))).collect()
    }

    async fn everything(&self, text: &str) -> BTreeMap<String, String> {
        self.plant(text).await;
        let mut all = self.emails().await;
        all.extend(self.pages(text).await);
        all.extend(self.forms(text).await);
        all
    }
}

/// What is wrong with an element, whatever page it is on.
fn wrong_with(element: &Element) -> Option<String> {
    let scripted = element.attributes.iter().find(|(name, _)| name.starts_with("on"));
    if let Some((name, _)) = scripted {
        return Some(format!("{} has {name}", element.name));
    }
    for name in ADDRESSES {
        let Some(address) = element.attribute(name) else { continue };
        let ours = OURS.iter().any(|begin| address.starts_with(begin));
        if !address.is_empty()
            && (!ours || address.starts_with("//") || address.contains("://evil"))
        {
            return Some(format!("{} leads to {address:?}", element.name));
        }
    }
    match (element.name.as_str(), element.attribute("type"), element.attribute("src")) {
        ("script", Some("application/ld+json"), None) => {
            serde_json::from_str::<Value>(&element.text)
                .err()
                .map(|error| format!("JSON-LD: {error}"))
        }
        ("script", _, Some(from)) if from.starts_with("/assets/") => None,
        ("script", ..) => Some("a script of its own".to_owned()),
        ("base" | "iframe" | "object" | "embed", ..) => Some(format!("there is {}", element.name)),
        _ => None,
    }
}

fn shapes(page: &Markup) -> BTreeSet<String> {
    page.elements.iter().map(Element::shape).collect()
}

#[tokio::test]
async fn nothing_that_is_typed_becomes_an_element_or_an_attribute() {
    let readers = Box::pin(Readers::new()).await;
    let mut known: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // More than once, because some pages show what was there before.
    for text in HARMLESS {
        readers.app.pass(chrono::Duration::minutes(20));
        for (page, text) in readers.everything(text).await {
            known.entry(page).or_default().extend(shapes(&Markup::read(&text)));
        }
    }
    let (mut looked, mut wrong, mut shown) = (0, Vec::new(), 0);
    for payload in PAYLOADS {
        for (page, text) in readers.everything(payload).await {
            let markup = Markup::read(&text);
            let new: Vec<_> = shapes(&markup).difference(&known[&page]).cloned().collect();
            if !new.is_empty() {
                wrong.push(format!("{payload} makes {new:?} on {page}"));
            }
            let faults = markup.elements.iter().filter_map(wrong_with);
            wrong.extend(faults.map(|fault| format!("{payload} on {page}: {fault}")));
            let whole = |element: &Element| {
                element.text.contains(payload)
                    || element.attributes.iter().any(|(_, value)| value == payload)
            };
            shown += usize::from(markup.elements.iter().any(whole));
            looked += 1;
        }
    }
    wrong.truncate(40);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(shown > PAYLOADS.len() * 20, "only {shown} of {looked} pages show what was typed");
    println!(
        "{} payloads on {} pages each, {looked} looks, {shown} show it as text, 0 elements",
        PAYLOADS.len(),
        known.len()
    );
}
