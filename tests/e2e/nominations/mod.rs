//! What is submitted: nominations, their history, the demand of the region, who is told.
mod figures;
mod no_needs;
mod submission;
mod told;
mod withdrawal;

use rctm::base::ids::{CourseId, OrganisationId, RoundId};
use rctm::course_nominations;
use rctm::identity::Operator;
use sea_orm::QueryResult;
use tests::{Person, Reply, TestApp};

/// Fiji and Bangladesh at the open round; JCLEC teaches liaison and maritime, ABFC induction,
/// both intelligence, nobody with a director identity.
struct Round {
    app: TestApp,
    id: RoundId,
    path: String,
}

impl Round {
    async fn new() -> Self {
        let app = TestApp::new().await;
        for (centre, course_type) in [
            ("JCLEC", "liaison"),
            ("JCLEC", "maritime"),
            ("JCLEC", "intelligence"),
            ("ABFC", "intelligence"),
            ("ABFC", "induction"),
        ] {
            publish(&app, centre, course_type).await;
        }
        let rounds = course_nominations::open_rounds(&app.app.db).await.expect("rounds");
        let id = rounds.first().expect("the demonstration has an open round").id;
        Self { app, id, path: format!("/rounds/{id}/sheet") }
    }

    async fn save(&self, person: &Person, fields: &[(&str, &str)]) -> String {
        let seen = person.get(&self.path).await.revision();
        let mut form = vec![("revision", seen.as_str()), ("do", "check")];
        form.extend_from_slice(fields);
        person.post(&self.path, &form).await.leads_to(&self.submission());
        revision_or(&person.get(&self.submission()).await, &seen)
    }

    fn submission(&self) -> String {
        format!("{}/submission", self.path)
    }

    async fn submit(&self, person: &Person, fields: &[(&str, &str)]) -> Reply {
        let revision = self.save(person, fields).await;
        let reply = person.post(&self.submission(), &[("revision", &revision)]).await;
        reply.leads_to(&self.submission());
        person.get(&self.submission()).await
    }

    async fn rows(&self, member: &str) -> Vec<course_nominations::NominationRow> {
        let by = self.focal_point(member).await;
        let filter = course_nominations::Filter::default();
        let db = &self.app.app.db;
        course_nominations::nominations_of_state(db, by.state(), self.id, &filter)
            .await
            .expect("nominations")
    }

    async fn focal_point(&self, member: &str) -> rctm::identity::FocalPoint {
        let code = if member == "Fiji" { "FJ" } else { "BD" };
        let organisation = rctm::organisations::by_code(&self.app.app.db, code).await;
        let organisation = organisation.expect("a query").expect("a member");
        Operator::at_the_console().focal_point(organisation.for_identity()).expect("it nominates")
    }

    /// Address, subject and text of every email queued, oldest first.
    async fn emails(&self) -> Vec<Sent> {
        let sql =
            "select to_address, subject, body_text, unsubscribe, event from outbox order by id";
        let rows = self.app.query(sql, vec![]).await;
        let text = |row: &QueryResult, name| row.try_get::<String>("", name).expect("text");
        rows.iter()
            .map(|row| Sent {
                to: text(row, "to_address"),
                subject: text(row, "subject"),
                text: text(row, "body_text"),
                stoppable: row
                    .try_get::<Option<String>>("", "unsubscribe")
                    .expect("text")
                    .is_some(),
            })
            .collect()
    }
}

#[derive(Debug)]
struct Sent {
    to: String,
    subject: String,
    text: String,
    stoppable: bool,
}

/// The revision on a check page; a receipt has none.
fn revision_or(page: &Reply, other: &str) -> String {
    if page.text.contains("name=\"revision\"") { page.revision() } else { other.to_owned() }
}

/// Makes a centre publish a course of a type, if it does not.
async fn publish(app: &TestApp, centre: &str, course_type: &str) {
    let organisation = rctm::organisations::by_code(&app.app.db, centre).await.expect("a query");
    let centre_id = organisation.expect("a centre").id;
    let published = rctm::catalogue::centres_publishing(&app.app.db, &[course_type]).await;
    if published.expect("a query").iter().any(|(_, publisher)| *publisher == centre_id) {
        return;
    }
    let (id, code) = (CourseId::new(), format!("{centre}-{course_type}"));
    app.execute("insert into course (id, code, centre_id, state, revision, draft, draft_differs, \
         draft_saved_at, sample, created_at) values ($1, $2, $3, 'published', 1, '{}', $4, $5, $4, $5)",
        vec![
            id.0.into(),
            code.clone().into(),
            centre_id.0.into(),
            false.into(),
            app.now().into(),
        ],
    )
    .await;
    list(app, (id, centre_id), (&code, course_type)).await;
}

async fn list(
    app: &TestApp,
    (id, centre): (CourseId, OrganisationId),
    (code, course_type): (&str, &str),
) {
    app.execute("insert into course_listing (course_id, code, centre_id, course_type, goal, title, summary, \
         level, duration_days, module_count, languages, levels_of_delivery, search_text, \
         published_at) values ($1, $2, $3, $4, 'prevention', $2, '', 'basic', 5, 1, 'en', \
         'regional', '', $5)",
        vec![id.0.into(), code.into(), centre.0.into(), course_type.into(), app.now().into()],
    )
    .await;
}

const LIAISON: [(&str, &str); 7] = [
    ("liaison.freq", "twice_a_year"),
    ("liaison.people", "3"),
    ("liaison.rank", "1"),
    ("liaison.urgency", "high"),
    ("liaison.q", "1"),
    ("liaison.q", "3"),
    ("liaison.reason", "Four new posts open in 2027"),
];
const INDUCTION: [(&str, &str); 4] = [
    ("induction.freq", "quarterly"),
    ("induction.level", "national"),
    ("induction.people", "30"),
    ("induction.rank", "2"),
];

const JCLEC: &str = "training.director@jclec.example";
const ABFC: &str = "training.director@abfc.example";
