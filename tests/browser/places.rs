//! An address for every page: the routes of the program, with examples for what they leave open.
use axum::http::Method;
use rctm::base::outbox;
use rctm::base::routes::Listed;
use rctm::course_nominations;
use rctm::front::rules::{GUIDES, guide_of};
use rctm::identity::Role;
use tests::{Person, Reply, Served};

use crate::deliveries;

/// Who reads pages: a role, none for a visitor, and the address of somebody in it.
pub type Reader = (Option<Role>, &'static str);

/// Somebody in every role, and a visitor.
pub const READERS: [Reader; 10] = [
    (None, ""),
    (Some(Role::FocalPoint), "focal.point@fiji.example"),
    (Some(Role::DeputyFocalPoint), "deputy@fiji.example"),
    (Some(Role::AgencyNominator), "nominator@bangladesh.example"),
    (Some(Role::TrainingDirector), "training.director@jclec.example"),
    (Some(Role::CourseEditor), "course.editor@jclec.example"),
    (Some(Role::RsoOfficer), "officer@rso.example"),
    (Some(Role::RsoManager), "manager@rso.example"),
    (Some(Role::Auditor), "auditor@rso.example"),
    (Some(Role::Administrator), "administrator@rso.example"),
];

/// What is no page but a file to take away.
const FILES: [&str; 28] = [
    "/calendar.ics",
    "/calendar/feeds/{token}",
    "/catalogue.csv",
    "/catalogue.ics",
    "/catalogue.json",
    "/catalogue.pdf",
    "/catalogue.rss",
    "/catalogue.xlsx",
    "/courses.csv",
    "/courses.json",
    "/courses.xlsx",
    "/courses/{code}/pack",
    "/deliveries/{code}/calendar.ics",
    "/deliveries/{code}/decisions.csv",
    "/deliveries/{code}/decisions.xlsx",
    "/deliveries/{code}/seats/ledger.csv",
    "/deliveries/{code}/seats/ledger.xlsx",
    "/stale-courses.csv",
    "/demand.csv",
    "/demand.svg",
    "/demand.xlsx",
    "/demand/nominations.csv",
    "/demand/nominations.xlsx",
    "/demo/mail/{id}/message",
    "/materials/{id}",
    "/materials/{id}/versions/{number}",
    "/sitemap.xml",
    "/sitemaps/{name}",
];

/// Pages that are there only after something was made, which the walks of `pages`, of `imports`,
/// of `session` and of `subscriptions` do.
const APART: [&str; 7] = [
    "/api-clients/{id}/revocation",
    "/course-imports/{id}",
    "/course-imports/{id}/columns",
    "/kept/{reference}",
    "/subscriptions/confirmation/{token}",
    "/subscriptions/manage/{token}",
    "/subscriptions/stop/{token}",
];

/// What stands for the open parts of a path, for paths that have some; a name in braces is one of
/// [`Places`]. A path without parameters needs no line unless it is worth more than one look.
const EXAMPLES: &[(&str, &[&str])] = &[
    ("/api/docs/{part}", &["/api/docs/catalogue"]),
    ("/calendar", &["/calendar", "/calendar?view=month&month=2027-02"]),
    ("/catalogue", &["/catalogue", "/catalogue?goal=prevention&language=en"]),
    ("/courses/{code}", &["/courses/LIA-201"]),
    ("/courses/{code}/co-delivery", &["/courses/LIA-201/co-delivery"]),
    ("/courses/{code}/overlap", &["/courses/LIA-201/overlap"]),
    ("/courses/{code}/edit", &["/courses/LIA-201/edit"]),
    ("/courses/{code}/edit/deliveries", &["/courses/LIA-201/edit/deliveries"]),
    ("/courses/{code}/edit/languages", &["/courses/LIA-201/edit/languages"]),
    ("/courses/{code}/edit/materials", &["/courses/LIA-201/edit/materials"]),
    ("/courses/{code}/edit/modules", &["/courses/LIA-201/edit/modules"]),
    ("/courses/{code}/edit/texts", &["/courses/LIA-201/edit/texts"]),
    ("/courses/{code}/edit/texts/{tag}", &["/courses/LIA-201/edit/texts/ar"]),
    ("/courses/{code}/copy", &["/courses/LIA-201/copy"]),
    ("/courses/{code}/differences", &["/courses/LIA-201/differences"]),
    ("/courses/{code}/versions", &["/courses/LIA-201/versions"]),
    ("/courses/{code}/versions/{number}", &["/courses/LIA-201/versions/1"]),
    ("/courses/{code}/versions/{number}/restoration", &["/courses/LIA-201/versions/1/restoration"]),
    ("/courses/{code}/materials/new", &["/courses/LIA-201/materials/new"]),
    ("/courses/{code}/preview", &["/courses/INT-201/preview"]),
    ("/courses/{code}/publication", &["/courses/INT-201/publication"]),
    ("/courses/{code}/retirement", &["/courses/LIA-201/retirement"]),
    ("/courses/{code}/suspension", &["/courses/LIA-201/suspension"]),
    ("/deliveries", &["/deliveries", "/deliveries?state=announced"]),
    ("/deliveries/new", &["/deliveries/new", "/deliveries/new?course=LIA-201"]),
    ("/deliveries/{code}", &["/deliveries/LIA-201-D1"]),
    ("/deliveries/{code}/announcement", &["/deliveries/LIA-201-D2/announcement"]),
    ("/deliveries/{code}/cancellation", &["/deliveries/LIA-201-D1/cancellation"]),
    ("/deliveries/{code}/confirmation", &["/deliveries/{selecting}/confirmation"]),
    ("/deliveries/{code}/copy", &["/deliveries/LIA-201-D1/copy"]),
    ("/deliveries/{code}/edit", &["/deliveries/LIA-201-D2/edit"]),
    ("/deliveries/{code}/decisions", &["/deliveries/INT-201-D1/decisions"]),
    (
        "/deliveries/{code}/participants",
        &["/deliveries/INT-201-D1/participants", "/deliveries/LIA-201-D1/participants"],
    ),
    (
        "/deliveries/{code}/participants/submission",
        &["/deliveries/INT-201-D1/participants/submission"],
    ),
    ("/offers/{token}", &["{offer}"]),
    ("/participants", &["/participants", "/participants?all=1"]),
    ("/participants/roster", &["/participants/roster", "/participants/roster?q=zebra"]),
    ("/participants/roster/{id}", &["/participants/roster/{person}"]),
    ("/participants/{id}", &["/participants/{participant}"]),
    ("/participants/{id}/offer", &["/participants/{offered}/offer"]),
    ("/participants/{id}/replacement", &["/participants/{participant}/replacement"]),
    ("/participants/{id}/withdrawal", &["/participants/{participant}/withdrawal"]),
    ("/deliveries/{code}/postponement", &["/deliveries/LIA-201-D1/postponement"]),
    ("/deliveries/{code}/seats", &["/deliveries/INT-201-D1/seats"]),
    (
        "/deliveries/{code}/seats/changes",
        &["/deliveries/INT-201-D1/seats/changes?revision=2&sharing=custom&member=FJ&seats=1"],
    ),
    ("/deliveries/{code}/seats/edit", &["/deliveries/LIA-201-D1/seats/edit"]),
    ("/deliveries/{code}/seats/ledger", &["/deliveries/INT-201-D1/seats/ledger"]),
    ("/deliveries/{code}/seats/publication", &["/deliveries/LIA-201-D1/seats/publication"]),
    ("/deliveries/{code}/seats/return", &["/deliveries/IND-101-D1/seats/return"]),
    ("/demand", &["/demand", "/demand?type=liaison"]),
    ("/demo/mail/{id}", &["/demo/mail/{email}"]),
    ("/help/{guide}", &["{guide}"]),
    ("/my-centre/modules", &["/my-centre/modules", "/my-centre/modules?q=zebra"]),
    ("/my-centre/modules/{id}", &["{module}"]),
    ("/my-centre/modules/{id}/edit", &["{module}/edit"]),
    ("/nominations/translation", &["/nominations/translation?course=LIA-201"]),
    ("/materials/{id}/edit", &["/materials/{material}/edit"]),
    ("/nominations/{id}/withdrawal", &["/nominations/{nomination}/withdrawal"]),
    ("/rounds/{id}", &["/rounds/{round}"]),
    ("/rounds/{id}/closing", &["/rounds/{round}/closing"]),
    ("/rounds/{id}/edit", &["/rounds/{draft}/edit"]),
    ("/rounds/{id}/opening", &["/rounds/{draft}/opening"]),
    ("/rounds/{id}/sheet", &["/rounds/{round}/sheet"]),
    ("/rounds/{id}/sheet/no-needs", &["/rounds/{round}/sheet/no-needs"]),
    ("/rounds/{id}/sheet/submission", &["/rounds/{round}/sheet/submission"]),
    ("/unsubscribe/{token}", &["{unsubscribe}"]),
];

/// The routes that answer with a page.
pub fn pages() -> Vec<Listed> {
    let listed = rctm::app::pages().listed.into_iter();
    listed.filter(|route| route.method == Method::GET && !is_left_out(route.path)).collect()
}

fn is_left_out(path: &str) -> bool {
    FILES.contains(&path) || APART.contains(&path)
}

/// Whether this reader may open the page. Who has signed in is led away from the page for that.
fn may(route: &Listed, role: Option<Role>) -> bool {
    let signed_in = role.is_some() && route.may.contains(&"signed_in");
    let named = role.is_some_and(|role| route.may.contains(&role.as_str()));
    let anybody = route.may.contains(&"everyone");
    (anybody || signed_in || named) && !(route.path == "/sign-in" && role.is_some())
}

/// The examples of a path; fails where it has open parts and no example.
fn examples(path: &'static str) -> Vec<&'static str> {
    if let Some((_, examples)) = EXAMPLES.iter().find(|(known, _)| *known == path) {
        return examples.to_vec();
    }
    assert!(!path.contains('{'), "{path} needs an example in tests/browser/places.rs");
    vec![path]
}

/// What this reader opens, names still in braces. A visitor reads every guide.
pub fn opened_by(role: Option<Role>) -> Vec<String> {
    let routes = pages();
    let open = routes.iter().filter(|route| may(route, role));
    let found = open.flat_map(|route| examples(route.path)).map(str::to_owned);
    found
        .flat_map(|example| if example == "{guide}" { guides_for(role) } else { vec![example] })
        .collect()
}

fn guides_for(role: Option<Role>) -> Vec<String> {
    match role.and_then(guide_of) {
        Some(own) => vec![own.address()],
        None => GUIDES.iter().map(|guide| guide.address()).collect(),
    }
}

/// What the open parts of paths stand for in one installation.
pub struct Places(Vec<(&'static str, String)>);

impl Places {
    /// Arranges something worth looking at on every page, through the doors that people use.
    pub async fn arrange(served: &Served) -> Self {
        let round = open_round(served).await;
        submits(&served.test.focal_point("Fiji").await, &round).await;
        edits(&served.test.editor("JCLEC").await).await;
        let draft = prepares(&served.test.rso().await).await;
        let emails = outbox::newest(&served.test.app.db, 10).await.expect("emails");
        let email = emails.iter().find(|email| email.unsubscribe.is_some());
        let email = email.expect("an email that can be stopped");
        let stop = email.unsubscribe.clone().unwrap_or_default();
        let own = served.test.focal_point("Fiji").await.get("/nominations").await;
        let module = has_versions(&served.test.editor("JCLEC").await).await;
        let director = served.test.director("JCLEC").await;
        let shelf = director.get("/courses/LIA-201/edit/materials").await;
        let material = between(&shelf, "href=\"/materials/", "\"");
        let fiji = served.test.focal_point("Fiji").await;
        let roster = fiji.get("/participants/roster").await;
        let people = fiji.get("/participants").await;
        let (offered, offer) = deliveries::offers_a_seat(served).await;
        Self(vec![
            ("{offered}", offered),
            ("{offer}", offer),
            ("{person}", between(&roster, "<a href=\"/participants/roster/", "\"")),
            ("{participant}", participant(&people)),
            ("{selecting}", deliveries::closes_nominations(served).await),
            ("{round}", round),
            ("{draft}", draft),
            ("{module}", module),
            ("{email}", email.id.to_string()),
            ("{unsubscribe}", stop.replace(&served.link(""), "")),
            ("{material}", material),
            ("{nomination}", between(&own, "href=\"/nominations/", "/withdrawal")),
        ])
    }

    /// The address that an example stands for.
    pub fn fill(&self, example: &str) -> String {
        self.0.iter().fold(example.to_owned(), |path, (name, value)| path.replace(name, value))
    }
}

/// The first nomination on the page of a State.
fn participant(page: &Reply) -> String {
    let links = page.text.split("href=\"/participants/").skip(1);
    let mut ids = links.filter_map(|rest| rest.split('"').next());
    ids.find(|id| id.len() == 36).expect("a participant").to_owned()
}

/// The id of the open round.
pub async fn open_round(served: &Served) -> String {
    let rounds = course_nominations::open_rounds(&served.test.app.db).await.expect("rounds");
    rounds.first().expect("an open round").id.to_string()
}

/// Answers that can be submitted.
pub const GOOD: [(&str, &str); 14] = [
    ("protection.freq", "0"),
    ("~1.freq", "0"),
    ("liaison.freq", "twice_a_year"),
    ("liaison.rank", "1"),
    ("liaison.people", "3"),
    ("liaison.lang", "en"),
    ("liaison.q", "1"),
    ("liaison.reason", "Four new liaison posts open"),
    ("induction.freq", "quarterly"),
    ("induction.level", "national"),
    ("induction.people", "30"),
    ("induction.rank", "2"),
    ("induction.reason", "Ninety officers join this year"),
    ("induction.urgency", "high"),
];

/// Saves answers in the sheet of a round.
pub async fn saves(person: &Person, round: &str, fields: &[(&str, &str)]) {
    let path = format!("/rounds/{round}/sheet");
    let revision = person.get(&path).await.revision();
    let form = [&[("revision", revision.as_str())], fields, &[("do", "save")]].concat();
    person.post(&path, &form).await.is(303);
}

/// Saves [`GOOD`] and submits it.
pub async fn submits(person: &Person, round: &str) {
    saves(person, round, &GOOD).await;
    let path = format!("/rounds/{round}/sheet/submission");
    let revision = person.get(&path).await.revision();
    person.post(&path, &[("revision", &revision)]).await.is(303);
}

/// Changes the draft of a course, so that there is something to publish.
async fn edits(editor: &Person) {
    let form = editor.get("/courses/INT-201/edit/deliveries").await;
    let fields = fields_of(&form);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| {
            (name.as_str(), if name == "duration_days" { "4" } else { value.as_str() })
        })
        .chain([("do", "save")])
        .collect();
    editor.post("/courses/INT-201/edit/deliveries", &fields).await.is(303);
}

/// Makes a second version of a module of a published course; answers the page of the module.
pub async fn has_versions(editor: &Person) -> String {
    let list = editor.get("/my-centre/modules?q=LIA-201-M1").await;
    let page = format!("/my-centre/modules/0{}", between(&list, "\"/my-centre/modules/0", "\""));
    let fields = [
        ("version", "1"),
        ("title", "Liaison in a network of posts"),
        ("hours", "8"),
        ("summary", "How to find contacts, and how to keep them."),
        ("note", "Two hours more"),
    ];
    editor.post(&format!("{page}/edit"), &fields).await.is(303);
    page
}

/// What a form on the page would send, as it stands.
fn fields_of(page: &Reply) -> Vec<(String, String)> {
    let form =
        page.text.split("<form method=\"post\" action=\"/courses/INT-201/edit/deliveries\"").nth(1);
    let form = form.and_then(|rest| rest.split("</form>").next()).expect("a form");
    let mut fields = Vec::new();
    for tag in form.split('<').filter(|tag| tag.contains(" name=\"")) {
        let name = attribute(tag, "name");
        let chosen = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        match tag.split_whitespace().next() {
            Some("input") if chosen => fields.push((name, attribute(tag, "value"))),
            Some("textarea") => fields.push((name, after(tag, ">\n"))),
            Some("select") => fields.push((name.clone(), selected(form, tag))),
            _ => {}
        }
    }
    fields
}

fn selected(form: &str, select: &str) -> String {
    let rest = form.split(select).nth(1).unwrap_or_default();
    let options = rest.split("</select>").next().unwrap_or_default();
    let chosen = options.split('<').find(|option| option.contains(" selected"));
    chosen.map(|option| attribute(option, "value")).unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> String {
    plain(after(tag, &format!(" {name}=\"")).split('"').next().unwrap_or_default())
}

fn after(text: &str, mark: &str) -> String {
    plain(text.split_once(mark).map_or("", |(_, rest)| rest))
}

fn plain(text: &str) -> String {
    text.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"")
}

/// Prepares a round that is not open yet, and tells its id.
async fn prepares(officer: &Person) -> String {
    let form = officer.get("/rounds/new").await;
    let id = between(&form, "name=\"id\" value=\"", "\"");
    let member = between(&form, "name=\"members\" value=\"", "\"");
    let fields = [
        ("id", id.as_str()),
        ("revision", "0"),
        ("title", "Round 2028"),
        ("horizon_start", "2028-01-01"),
        ("horizon_end", "2028-12-31"),
        ("opens_date", "2026-11-26"),
        ("opens_time", "09:00"),
        ("closes_date", "2027-01-08"),
        ("closes_time", "23:59"),
        ("grace_days", "2"),
        ("minimum_cell", "3"),
        ("course_types", "liaison"),
        ("members", member.as_str()),
    ];
    officer.post("/rounds", &fields).await.is(303);
    id
}

fn between(page: &Reply, start: &str, end: &str) -> String {
    let (_, rest) =
        page.text.split_once(start).unwrap_or_else(|| panic!("no {start} in {}", page.text));
    rest.split(end).next().unwrap_or_default().to_owned()
}
