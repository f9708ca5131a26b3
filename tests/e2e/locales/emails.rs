//! Emails are in the language, the direction and the time zone of whoever gets them.
use tests::TestApp;

struct Sent {
    to: String,
    locale: String,
    subject: String,
    text: String,
    html: String,
}

async fn sent(app: &TestApp) -> Vec<Sent> {
    let sql = "select to_address, locale, subject, body_text, body_html from outbox order by id";
    let rows = app.query(sql, vec![]).await;
    let sent = rows.iter().map(|row| {
        let text = |name| row.try_get::<String>("", name).expect("text");
        Sent {
            to: text("to_address"),
            locale: text("locale"),
            subject: text("subject"),
            text: text("body_text"),
            html: text("body_html"),
        }
    });
    sent.collect()
}

/// Fiji asks for two types, of which one is taught by JCLEC; both sides read `tag`.
async fn submission_in(tag: &str) -> Vec<Sent> {
    let app = TestApp::new().await;
    app.execute("delete from outbox", vec![]).await;
    let (fiji, director) = (app.focal_point("Fiji").await, app.director("JCLEC").await);
    for person in [&fiji, &director] {
        let fields = [("language", tag), ("zone", "Asia/Jakarta")];
        person.post("/account/reading", &fields).await.leads_to("/account?saved=1");
    }
    let rounds = rctm::course_nominations::open_rounds(&app.app.db).await.expect("rounds");
    let sheet = format!("/rounds/{}/sheet", rounds.first().expect("an open round").id);
    let revision = fiji.get(&sheet).await.revision();
    let fields = [
        ("revision", revision.as_str()),
        ("do", "check"),
        ("liaison.freq", "twice_a_year"),
        ("liaison.people", "3"),
        ("liaison.rank", "1"),
        ("liaison.urgency", "high"),
        ("liaison.q", "1"),
        ("liaison.q", "3"),
        ("liaison.reason", "Four new posts open in 2027"),
        ("induction.freq", "quarterly"),
        ("induction.level", "national"),
        ("induction.people", "30"),
        ("induction.rank", "2"),
    ];
    let check = format!("{sheet}/submission");
    fiji.post(&sheet, &fields).await.leads_to(&check);
    let revision = fiji.get(&check).await.revision();
    fiji.post(&check, &[("revision", &revision)]).await.leads_to(&check);
    sent(&app).await
}

/// The text with what differs from run to run taken out of its addresses.
fn steady(text: &str) -> String {
    let word = |word: &str| {
        let address = word.starts_with("http://");
        if address {
            word.split(['?', '0']).next().unwrap_or_default().to_owned()
        } else {
            word.to_owned()
        }
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines()
        .map(|one| if one.contains("/unsubscribe/") { unsigned(one) } else { line(one) })
        .collect::<Vec<_>>()
        .join("\n")
}

fn unsigned(line: &str) -> String {
    let (before, _) = line.split_once("/unsubscribe/").expect("a link");
    format!("{before}/unsubscribe/…")
}

fn to<'a>(sent: &'a [Sent], address: &str) -> &'a Sent {
    sent.iter().find(|one| one.to == address).expect("an email")
}

async fn emails_in(tag: &str) {
    let sent = submission_in(tag).await;
    let dir = if tag == "ar" { "rtl" } else { "ltr" };
    let letters = [
        ("nominated", to(&sent, "training.director@jclec.example")),
        ("receipt", to(&sent, "focal.point@fiji.example")),
    ];
    for (name, email) in letters {
        assert_eq!(email.locale, tag);
        assert!(email.html.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")));
        assert!(email.html.contains(&format!("lang=\"{tag}\" dir=\"{dir}\">\n<div")));
        for link in email.text.lines().filter(|line| line.contains("http")) {
            let marks = link.split("http").nth(1).expect("an address").contains('\u{2069}');
            assert!(!marks, "a mark of direction in an address: {link:?}");
        }
        let said = format!("{}\n\n{}", email.subject, steady(&email.text));
        insta::assert_snapshot!(format!("{name}_{tag}"), said);
    }
    let deputy = to(&sent, "deputy@fiji.example");
    assert_eq!(deputy.locale, "en", "who chose no language gets English");
}

#[tokio::test]
async fn emails_in_english() {
    emails_in("en").await;
}

#[tokio::test]
async fn emails_in_indonesian() {
    emails_in("id").await;
}

#[tokio::test]
async fn emails_in_arabic() {
    emails_in("ar").await;
}
