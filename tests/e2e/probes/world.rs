//! A region in which everybody has something of their own, with a planted word in each text.
mod answers;
mod around;
mod deliveries;
mod emails;
mod examples;
mod imported;
mod materials;
mod modules;
mod participants;
mod subscribed;
mod texts;

use std::collections::BTreeMap;

use rctm::base::ids::{ApiClientId, CourseId, RoundId};
use sea_orm::prelude::Uuid;
use tests::{Person, Reply, TestApp};

use self::answers::{draft_answers, sent_answers, teaches};
pub use self::texts::as_pairs;
use super::cast::{Known, One, everybody};
use super::things::Thing;
use super::words::Words;
use crate::catalogue_editing::{WHOLE, save};

/// An id that nothing has.
pub const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
/// Courses of a centre that are not published, and one that is.
pub const COURSES: [(&str, &str, &str); 2] =
    [("JCLEC", "QJC-901", "LIA-201"), ("ABFC", "QAB-902", "IND-101")];
/// Whose published course is delivered by which other centre too.
pub const SHARED: (&str, &str) = ("JCLEC", "ABFC");

/// The region, and everybody in it.
pub struct World {
    pub app: TestApp,
    pub all: Vec<One>,
    pub words: Words,
    /// Rounds by what they are: for both States, for Fiji, for Bangladesh, a draft.
    pub rounds: [RoundId; 4],
    /// A form of a round that could be saved.
    pub round_form: Vec<(String, String)>,
    /// The membership of the focal point of Fiji.
    pub membership: String,
    /// The addresses to which those of the demonstration were changed.
    pub addresses: BTreeMap<&'static str, String>,
    courses: Vec<Thing>,
    modules: Vec<Thing>,
    imports: Vec<Thing>,
    deliveries: Vec<Thing>,
    calendars: Vec<Thing>,
    people: Vec<Thing>,
    participants: Vec<Thing>,
    offers: Vec<Thing>,
    materials: Vec<Thing>,
    nominations: Vec<Thing>,
    clients: Vec<Thing>,
    emails: Vec<Thing>,
    tokens: Vec<Thing>,
    kept: Vec<Thing>,
    subscriptions: Vec<Thing>,
    /// Links of subscriptions, by what they are for.
    subscribed: Vec<(&'static str, Thing)>,
}

impl World {
    pub async fn new() -> Self {
        Box::pin(Self::arranged()).await
    }

    async fn arranged() -> Self {
        let app = TestApp::with(|settings| settings.demo = false).await;
        let all = everybody(&app).await;
        let rounds = std::array::from_fn(|_| RoundId::new());
        let (courses, nominations, clients) = (Vec::new(), Vec::new(), Vec::new());
        let (emails, tokens, kept) = (Vec::new(), Vec::new(), Vec::new());
        let membership = membership_of(&app, "focal.point@fiji.example").await;
        let round_form = round_form(&app, RoundId::new(), "Another", &["FJ"]).await;
        let (words, addresses) = (Words::default(), BTreeMap::new());
        let mut world = Self {
            app,
            all,
            words,
            rounds,
            round_form,
            membership,
            addresses,
            courses,
            modules: Vec::new(),
            imports: Vec::new(),
            deliveries: Vec::new(),
            calendars: Vec::new(),
            people: Vec::new(),
            participants: Vec::new(),
            offers: Vec::new(),
            materials: Vec::new(),
            nominations,
            clients,
            emails,
            tokens,
            kept,
            subscriptions: Vec::new(),
            subscribed: Vec::new(),
        };
        world.make_rounds().await;
        world.write_courses().await;
        world.write_modules().await;
        world.send_tables().await;
        Box::pin(world.schedule()).await;
        Box::pin(world.put_people_forward()).await;
        Box::pin(world.add_materials()).await;
        world.nominate().await;
        world.make_clients().await;
        world.name_people().await;
        world.find_emails().await;
        world.subscribe().await;
        world.keep_a_form().await;
        world.name_things();
        world
    }

    pub fn person(&self, role: &str, home: &str) -> &Person {
        &self.one(role, home).person
    }

    pub fn one(&self, role: &str, home: &str) -> &One {
        let found = self.all.iter().find(|one| one.role == role && one.home == home);
        found.unwrap_or_else(|| panic!("nobody is {role} of {home}"))
    }

    async fn make_rounds(&mut self) {
        let title = self
            .words
            .plant("title of a round that is not open", |one: Known| one.sees_the_region());
        let titles = ["For both", "For Fiji", "For Bangladesh", title.as_str()];
        let invited: [&[&str]; 4] = [&["FJ", "BD"], &["FJ"], &["BD"], &["FJ", "BD"]];
        let officer = self.person("rso_officer", "RSO");
        for ((id, title), invited) in self.rounds.iter().zip(titles).zip(invited) {
            let form = round_form(&self.app, *id, title, invited).await;
            post(officer, "/rounds", &form).await.is(303);
            if !title.starts_with(super::words::BEGINNING) {
                post(officer, &format!("/rounds/{id}/opening"), &[]).await.is(303);
            }
        }
    }

    /// Each centre has a draft, and a draft of what it has published.
    async fn write_courses(&mut self) {
        for (home, draft, published) in COURSES {
            let may = move |one: Known| one.is_of(home) || one.sees_the_region();
            let mut fields = course_fields(&mut self.words, (home, "draft"), may);
            let editor = self.one("course_editor", home);
            let id = CourseId::new().to_string();
            let begin = [("id", id.as_str()), ("code", draft), ("title", "A title")];
            editor.person.post("/courses/new", &begin).await.is(303);
            save(&editor.person, draft, &as_pairs(&fields)).await.is(303);
            self.courses.push(Thing::of("a draft", draft, home));
            fields = course_fields(&mut self.words, (home, "changes"), may);
            let editor = self.one("course_editor", home);
            save(&editor.person, published, &as_pairs(&fields)).await.is(303);
            self.write_texts(home, [draft, published]).await;
            let course = Thing::of("a published course", published, home).published();
            let shared = if home == SHARED.0 { SHARED.1 } else { "" };
            self.courses.push(course.shared_with(shared));
        }
        self.share_a_course().await;
        self.propose_drafts().await;
    }

    /// Each State nominates in the round of both, and fills the sheet of its own round.
    async fn nominate(&mut self) {
        let [both, fiji, bangladesh, _] = self.rounds;
        for (home, own) in [("FJ", fiji), ("BD", bangladesh)] {
            let sheet = sent_answers(&mut self.words, home);
            let person = self.person("focal_point", home);
            save_sheet(person, both, &sheet).await.is(303);
            let submission = format!("/rounds/{both}/sheet/submission");
            let revision = person.get(&submission).await.revision();
            person.post(&submission, &[("revision", &revision)]).await.is(303);
            let draft = draft_answers(&mut self.words, home);
            save_sheet(self.person("focal_point", home), own, &draft).await.is(303);
        }
        self.find_nominations(both).await;
        let reason = self
            .words
            .plant("reason of a withdrawal of FJ", |one| one.is_of("FJ") || one.sees_the_region());
        let withdrawn = format!("/nominations/{}/withdrawal", self.nominations[1].id);
        self.person("focal_point", "FJ").post(&withdrawn, &[("reason", &reason)]).await.is(303);
    }

    async fn find_nominations(&mut self, round: RoundId) {
        let sql = "select n.id as id, n.course_type as type, o.code as code from course_nomination n \
            join organisation o on o.id = n.member_id where n.round_id = $1 \
            order by o.code desc, n.priority";
        for row in self.app.query(sql, vec![round.0.into()]).await {
            let id: Uuid = row.try_get("", "id").expect("an id");
            let code: String = row.try_get("", "code").expect("a code");
            let owner = if code == "FJ" { "FJ" } else { "BD" };
            let course_type: Option<String> = row.try_get("", "type").expect("a type or none");
            let taught =
                course_type.map(|code| if code == "liaison" { "liaison" } else { "induction" });
            let thing = Thing { taught, ..Thing::of("a nomination", id.to_string(), owner) };
            self.nominations.push(thing);
        }
    }

    async fn make_clients(&mut self) {
        let leads = [
            ("focal_point", "FJ"),
            ("focal_point", "BD"),
            ("training_director", "JCLEC"),
            ("training_director", "ABFC"),
            ("rso_manager", "RSO"),
        ];
        for (role, home) in leads {
            let name = self
                .words
                .plant(&format!("name of a program of {home}"), move |one| one.is_of(home));
            let id = ApiClientId::new().to_string();
            let form = [("id", id.as_str()), ("name", name.as_str()), ("scopes", "catalogue:read")];
            self.person(role, home).post("/api-clients", &form).await.is(200);
            self.clients.push(Thing::of("a program", id, home));
        }
    }

    /// Everybody who signs in gets a name and an address that tell, and so does the agency.
    async fn name_people(&mut self) {
        for index in 0..self.all.len() {
            let (home, email) = (self.all[index].home, self.all[index].email);
            if email.is_empty() {
                continue;
            }
            let own = move |one: Known| one.email == email;
            let name = self.words.plant(&format!("name of {email}"), move |one| {
                own(one) || one.is_of(home) || one.sees_the_region()
            });
            let address = self.words.plant(&format!("address of {email}"), own);
            let address = format!("{address}@example.org");
            self.addresses.insert(email, address.clone());
            let values = vec![name.into(), address.into(), email.into()];
            let sql = "update account set full_name = $1, email = $2 where email = $3";
            self.app.execute(sql, values).await;
        }
        let agency = self.words.plant("name of an agency of BD", |one| one.is_of("BD"));
        self.app
            .execute(
                "update agency set name = $1 where name = 'Special Branch, Dhaka'",
                vec![agency.into()],
            )
            .await;
    }

    /// The session of the focal point of Fiji ended elsewhere while something was typed there.
    async fn keep_a_form(&mut self) {
        let who = |one: Known| one.role == "focal_point" && one.is_of("FJ");
        let typed = self.words.plant("form kept for the focal point of FJ", who);
        let fields = [("revision", "1"), ("liaison.reason", typed.as_str())];
        let path = format!("/rounds/{}/sheet", self.rounds[1]);
        let reference = kept_for(self.person("focal_point", "FJ"), &path, &fields).await;
        self.kept.push(Thing::of("a kept form", reference, "FJ"));
    }

    /// Ids and codes are told to those who see the thing, and to who audits.
    fn name_things(&mut self) {
        let drafts = self.courses.iter().filter(|course| !course.public);
        for thing in drafts.chain(&self.clients).chain(&self.nominations) {
            let (what, home) = (format!("id of {} of {}", thing.name, thing.owner), thing.owner);
            let taught = thing.taught;
            self.words.name(&thing.id, &what, move |one| {
                let teaches = taught.is_some_and(|key| teaches(one.home, key));
                one.is_of(home) || one.sees_the_region() || one.reads_the_whole_log() || teaches
            });
        }
    }
}

/// The reference to a form that somebody sends after their session has ended.
pub async fn kept_for(person: &Person, path: &str, fields: &[(&str, &str)]) -> String {
    let elsewhere = person.second_browser();
    elsewhere.keep_cookie("__Host-rctm", "ended");
    let reply = elsewhere.post(path, fields).await;
    let next = reply.location().and_then(|to| to.strip_prefix("/sign-in?next=%2Fkept%2F"));
    next.expect("it is kept").to_owned()
}

/// The only membership of somebody.
pub async fn membership_of(app: &TestApp, email: &str) -> String {
    let sql = "select m.id as id from membership m join account a on a.id = m.account_id \
        where a.email = $1";
    let rows = app.query(sql, vec![email.into()]).await;
    let id: Uuid = rows.first().expect("a membership").try_get("", "id").expect("an id");
    id.to_string()
}

/// Fills and saves a course form with a planted word in every text.
fn course_fields(
    words: &mut Words,
    (home, which): (&str, &str),
    may: impl Fn(Known) -> bool + Copy + 'static,
) -> Vec<(String, String)> {
    const PLANTED: [&str; 10] = [
        "title",
        "summary",
        "audience",
        "objectives",
        "m1.title",
        "m1.summary",
        "m2.title",
        "m2.summary",
        "f1.title",
        "m1.code",
    ];
    let mut fields: Vec<(String, String)> = WHOLE
        .iter()
        .filter(|(name, _)| !PLANTED.contains(name))
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    for name in PLANTED {
        let word = words.plant(&format!("{name} in the {which} of {home}"), may);
        fields.push((name.to_owned(), word));
    }
    fields.extend([("f1.kind".into(), "slides".into()), ("f1.language".into(), "en".into())]);
    fields
}

pub async fn post(person: &Person, path: &str, fields: &[(String, String)]) -> Reply {
    person.post(path, &as_pairs(fields)).await
}

/// Saves a sheet as it is opened now, with these fields.
pub async fn save_sheet(person: &Person, round: RoundId, fields: &[(String, String)]) -> Reply {
    let path = format!("/rounds/{round}/sheet");
    let revision = person.get(&path).await.revision();
    let revision = [("revision".to_owned(), revision)];
    post(person, &path, &[&revision[..], fields].concat()).await
}

/// What the form of a new round holds.
pub async fn round_form(
    app: &TestApp,
    id: RoundId,
    title: &str,
    invited: &[&str],
) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut form = vec![
        pair("id", &id.to_string()),
        pair("revision", "0"),
        pair("title", title),
        pair("horizon_start", "2028-01-01"),
        pair("horizon_end", "2028-12-31"),
        pair("opens_date", "2026-11-25"),
        pair("opens_time", "09:00"),
        pair("closes_date", "2027-01-08"),
        pair("closes_time", "23:59"),
        pair("grace_days", "2"),
        pair("minimum_cell", "3"),
        pair("course_types", "liaison"),
        pair("course_types", "induction"),
    ];
    for code in invited {
        let member = rctm::organisations::by_code(&app.app.db, code).await.expect("a query");
        form.push(pair("members", &member.expect("a member").id.to_string()));
    }
    form
}
