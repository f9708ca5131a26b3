//! The main job from end to end: a centre publishes, a State asks, the centre is told, the
//! Regional Support Office sees it.
use std::time::{Duration, Instant};

use rctm::base::config::MailSettings;
use tests::browser::Browser;
use tests::smtp_sink::{Delivery, Mode, SmtpSink};
use tests::{PASSWORD, Served};
use thirtyfour::Key;

const SUMMARY: &str = "Prepares officers to work at an embassy beside those of other States.";
const NOTE: &str = "Says for whom the course is.";
const REASON: &str = "Four liaison posts open in 2027 and nobody has had the course.";
const DIRECTOR: &str = "training.director@jclec.example";

#[tokio::test]
async fn what_a_centre_publishes_a_state_asks_for_and_the_region_sees() {
    let sink = SmtpSink::start(Mode::Accepts).await;
    let post = MailSettings::Smtp(sink.url().parse().expect("an address"));
    let served = Served::with(|settings| settings.mail = post).await;
    let browser = Browser::open(&served).await;
    let kind = seed::course_types().into_iter().find(|kind| kind.code == "liaison");
    let kind = kind.expect("a course type of JCLEC").name;

    the_director_publishes_by_keyboard_alone(&browser).await;
    anybody_reads_the_change(&browser).await;
    assert_eq!(the_office_reads_the_cell(&browser, &kind, "before").await, None);
    the_focal_point_asks_by_keyboard_alone(&browser, &kind).await;
    let email = email_to(&sink, DIRECTOR).await;
    the_email_says_what_fiji_asks_for(&email, &served, &kind);
    the_director_follows_the_link(&browser, &email, &served).await;
    assert_eq!(the_office_reads_the_cell(&browser, &kind, "after").await.as_deref(), Some("6"));
    browser.tab_to("FJI Fiji").await;
    browser.follow().await;
    browser.says(REASON).await;
    browser.looks_well_on_both("job-drill-down").await;
}

async fn the_director_publishes_by_keyboard_alone(browser: &Browser) {
    browser.sign_in(DIRECTOR, PASSWORD).await;
    browser.is_at("/my-centre").await;
    browser.looks_well_on_both("job-centre").await;
    browser.tab_to("Courses").await;
    browser.follow().await;
    browser.looks_well_on_both("job-courses").await;
    browser.tab_to("Edit: LIA-201").await;
    browser.follow().await;
    browser.is_at("/courses/LIA-201/edit").await;
    browser.fill("Summary", SUMMARY).await;
    browser.looks_well_on_both("job-editor").await;
    browser.tab_to("Check and publish").await;
    browser.follow().await;
    browser.is_at("/courses/LIA-201/publication").await;
    browser.says(SUMMARY).await;
    browser.fill("What changed", NOTE).await;
    browser.looks_well_on_both("job-publication").await;
    browser.tab_to("Publish version 2").await;
    browser.follow().await;
    browser.is_at("/courses/LIA-201").await;
    browser.looks_well_on_both("job-published").await;
}

async fn anybody_reads_the_change(browser: &Browser) {
    browser.forget().await;
    browser.goto("/catalogue?q=embassy").await;
    browser.looks_well_on_both("job-found").await;
    browser.click("a[href='/courses/LIA-201']").await;
    browser.says(SUMMARY).await;
    browser.says(NOTE).await;
    browser.looks_well_on_both("job-course").await;
}

/// What stands on the board for Fiji, which has no row before it asks for something.
async fn the_office_reads_the_cell(browser: &Browser, kind: &str, when: &str) -> Option<String> {
    browser.forget().await;
    browser.sign_in("officer@rso.example", PASSWORD).await;
    browser.is_at("/demand").await;
    browser.looks_well_on_both(&format!("job-board-{when}")).await;
    browser.cell("Fiji", kind).await
}

async fn the_focal_point_asks_by_keyboard_alone(browser: &Browser, kind: &str) {
    browser.forget().await;
    browser.sign_in("focal.point@fiji.example", PASSWORD).await;
    browser.is_at("/my-state").await;
    browser.looks_well_on_both("job-state").await;
    browser.tab_to("Start").await;
    browser.follow().await;
    browser.tab_to_group(kind).await;
    browser.arrow_to("2 a year").await;
    browser.fill("People at each delivery", "3").await;
    browser.fill("Priority, 1 comes first", "1").await;
    browser.tab_to("Quarter 1").await;
    browser.press(Key::Space).await;
    browser.fill("Reason", REASON).await;
    browser.looks_well_on_both("job-sheet").await;
    browser.tab_to("Check and submit").await;
    browser.follow().await;
    browser.says("Check before you submit").await;
    browser.says(REASON).await;
    browser.looks_well_on_both("job-check").await;
    browser.tab_to("Submit 1 course nomination").await;
    browser.follow().await;
    browser.says(REASON).await;
    browser.looks_well_on_both("job-receipt").await;
}

/// The only email to this address, once it has arrived.
async fn email_to(sink: &SmtpSink, address: &str) -> Delivery {
    let began = Instant::now();
    loop {
        let all = sink.deliveries();
        let mut theirs: Vec<_> =
            all.into_iter().filter(|email| email.to.iter().any(|to| to == address)).collect();
        assert!(theirs.len() < 2, "{address} is told {} times", theirs.len());
        if let Some(email) = theirs.pop() {
            return email;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "no email reaches {address}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// The message as its reader's program shows it: quoted-printable undone.
fn readable(email: &Delivery) -> String {
    email.message.replace("=\r\n", "").replace("=3D", "=").replace("&#38;", "&")
}

fn the_email_says_what_fiji_asks_for(email: &Delivery, served: &Served, kind: &str) {
    assert_eq!(email.to, [DIRECTOR]);
    let subject = email.header("Subject").expect("a subject");
    assert_eq!(subject, format!("Fiji asks for {kind}, 2 a year"));
    let message = readable(email);
    let (head, parts) = message.split_once("text/plain").expect("a part in text");
    let (text, html) = parts.split_once("text/html").expect("a part in HTML");
    assert!(head.contains("multipart/alternative"), "{head}");
    let link = served.link("/demand?round=");
    for part in [text, html] {
        let words = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains(REASON) && part.contains(&link), "{words}");
    }
}

async fn the_director_follows_the_link(browser: &Browser, email: &Delivery, served: &Served) {
    let message = readable(email);
    let (_, rest) = message.split_once(&served.link("/demand?")).expect("a link");
    let query = rest.split_whitespace().next().expect("its end");
    browser.forget().await;
    browser.sign_in(DIRECTOR, PASSWORD).await;
    browser.goto(&format!("/demand?{query}")).await;
    browser.says("Fiji").await;
    browser.looks_well_on_both("job-link").await;
}
