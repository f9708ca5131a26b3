//! Every page, by every role that may see it, in every language tested, on a desktop and on a
//! phone, in light and dark, and at a zoom of 400 %.
use rctm::front::rules::{Tested, WIDTHS, languages};
use rctm::identity::Role;
use tests::browser::Browser;
use tests::{PASSWORD, Served};

use super::pictures::writes;
use super::places::{Places, READERS, Reader, opened_by, pages};

/// Light and dark.
const COLOURS: usize = 2;

fn reader(role: Option<Role>) -> Reader {
    READERS.into_iter().find(|(known, _)| *known == role).expect("somebody in every role")
}

/// Opens all that this reader may see and tells what is wrong, one line each.
async fn wrong_for(
    browser: &Browser,
    places: &Places,
    role: Option<Role>,
    tag: &str,
) -> Vec<String> {
    let (_, email) = reader(role);
    browser.forget().await;
    browser.speak("en").await;
    if role.is_some() {
        browser.sign_in(email, PASSWORD).await;
    }
    browser.speak(tag).await;
    let who = role.map_or("visitor", Role::as_str);
    let mut wrong = Vec::new();
    for example in opened_by(role) {
        browser.goto(&places.fill(&example)).await;
        let name = format!("{example} as {who} in {tag}");
        let spoken = browser.run("return document.documentElement.lang").await;
        if spoken.as_str() != Some(tag) {
            wrong.push(format!("{name}: speaks {spoken}"));
        }
        wrong.extend(browser.wrong_in_every_light(&name).await);
        if writes() {
            let file = format!("{tag}-{who}{}", example.replace(['/', '?', '=', '&'], "-"));
            browser.pictures_in_every_light(&file).await;
        }
    }
    wrong
}

/// Looks at the pages of these roles, each language in turn.
async fn looks_well_for(roles: &[Option<Role>]) {
    let served = Served::new().await;
    let places = Places::arrange(&served).await;
    let browser = Browser::open(&served).await;
    let mut wrong = Vec::new();
    for locale in languages() {
        let tag = locale.tag();
        let theirs = vec![tag.as_str().into()];
        served.test.execute("update account set locale = $1", theirs).await;
        for role in roles {
            wrong.extend(wrong_for(&browser, &places, *role, &tag).await);
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_page_is_open_to_a_visitor_who_may_see_it() {
    looks_well_for(&[None]).await;
}

#[tokio::test]
async fn every_page_is_open_to_focal_points() {
    looks_well_for(&[Some(Role::FocalPoint), Some(Role::DeputyFocalPoint)]).await;
}

#[tokio::test]
async fn every_page_is_open_to_centres() {
    looks_well_for(&[Some(Role::TrainingDirector), Some(Role::CourseEditor)]).await;
}

#[tokio::test]
async fn every_page_is_open_to_the_office() {
    looks_well_for(&[Some(Role::RsoOfficer), Some(Role::RsoManager)]).await;
}

#[tokio::test]
async fn every_page_is_open_to_those_who_read() {
    let readers = [Role::AgencyNominator, Role::Auditor, Role::Administrator];
    looks_well_for(&readers.map(Some)).await;
}

/// Where the day of the last whole test is kept.
const LAST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../backend/src/front/rules/tested.txt");

#[test]
fn the_statement_says_what_is_tested() {
    let roles = READERS.iter().map(|(role, _)| *role);
    assert!(Role::ALL.iter().all(|role| roles.clone().any(|known| known == Some(*role))));
    let pages = pages().len();
    let opened: usize = roles.map(|role| opened_by(role).len()).sum();
    let looks = opened * languages().len() * WIDTHS.len() * COLOURS;
    #[expect(clippy::disallowed_methods, reason = "the day on which the test really runs")]
    let on = chrono::Utc::now().date_naive();
    if writes() {
        std::fs::write(LAST, Tested { on, pages, looks }.to_string()).expect("it can be written");
        return;
    }
    let said = Tested::last().expect("a day and two numbers");
    assert_eq!(
        (said.pages, said.looks),
        (pages, looks),
        "/accessibility speaks of other pages than are tested; RCTM_PICTURES=write tests/run writes it anew"
    );
}
