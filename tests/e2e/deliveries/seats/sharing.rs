//! A centre prepares how seats are shared, from what States asked for or by hand.
use tests::TestApp;

use super::super::{announced, scheduled};
use super::{draft, form, shared};

#[tokio::test]
async fn a_proposal_by_demand_gives_each_state_that_asked_a_seat_and_keeps_what_is_to_be_kept() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let code = scheduled(&editor, &[]).await;
    let page = format!("/deliveries/{code}/seats/edit");
    let first = editor.get(&page).await;
    first.is(200).says("Places asked in the round").says("24 seats");
    let centre = app.client_of("JCLEC").await;
    let ask = async |query: &str| {
        let found = centre.get(&format!("/deliveries/{code}/seats/proposal?{query}")).await;
        found.is(200);
        found.json()
    };
    let proposed = ask("keep=4").await;
    let quotas = proposed["quotas"].as_array().expect("quotas").clone();
    let number = |one: &serde_json::Value, name: &str| one[name].as_i64().expect("a number");
    let sum: i64 = quotas.iter().map(|one| number(one, "seats")).sum();
    assert!(!quotas.is_empty() && sum <= 20, "{quotas:?}");
    assert_eq!(number(&proposed, "reserve"), 24 - sum);
    for one in &quotas {
        let (asked, seats) = (number(one, "asked"), number(one, "seats"));
        assert!(seats <= asked && (seats >= 1 || quotas.len() > 20), "{one:?}");
    }
    let capped = ask("keep=4&cap=1").await;
    assert!(capped["quotas"].as_array().expect("quotas").iter().all(|one| one["seats"] != 2));
    // The page shows the same proposal, and nothing is kept of it.
    let asked = editor.get(&format!("{page}?propose=1&sharing=demand&keep=4")).await;
    let most = quotas.iter().max_by_key(|one| number(one, "seats")).expect("a State");
    let field = format!("id=\"seats-{}\"", most["member"].as_str().expect("a code"));
    let (_, rest) = asked.text.split_once(&field).expect("a field");
    assert!(
        rest.split('>')
            .next()
            .is_some_and(|tag| { tag.contains(&format!("value=\"{}\"", most["seats"])) })
    );
    let faulty = editor.get(&format!("{page}?propose=1&sharing=demand&keep=99&cap=x")).await;
    faulty.is(422).says("from 0 to 24").says("from 1 to 24");
    editor.get(&format!("/deliveries/{code}/seats")).await.says("not shared yet");
}

#[tokio::test]
async fn equal_shares_go_to_the_states_that_are_ticked() {
    let app = TestApp::new().await;
    let editor = app.editor("JCLEC").await;
    let code = scheduled(&editor, &[]).await;
    let page = format!("/deliveries/{code}/seats/edit");
    let asked = "propose=1&sharing=equal&keep=3&invited=FJ&invited=BD&invited=NR&invited=TO";
    let shown = editor.get(&format!("{page}?{asked}")).await;
    shown.is(200);
    assert_eq!(
        shown
            .text
            .matches("name=\"seats\" inputmode=\"numeric\" autocomplete=\"off\" value=\"5\"")
            .count(),
        4
    );
    assert_eq!(shown.text.matches(" checked").count(), 5);
    let five = [("FJ", "5"), ("BD", "5"), ("NR", "5"), ("TO", "5")];
    editor.post(&page, &form("0", "equal", &five)).await.is(303);
    let kept = editor.get(&format!("/deliveries/{code}/seats")).await;
    kept.says("The same for each State that is chosen").says("Draft.");
    // What is changed by hand is no longer equal.
    let other = [("FJ", "6"), ("BD", "5")];
    editor.post(&page, &form("1", "equal", &other)).await.is(303);
    editor.get(&format!("/deliveries/{code}/seats")).await.says("As the centre typed");
}

#[tokio::test]
async fn a_draft_is_seen_by_its_centre_only() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    draft(&director, &code, &[("FJ", "7"), ("BD", "11")]).await.is(303);
    let page = format!("/deliveries/{code}/seats");
    director.get(&page).await.is(200).says("Fiji").says("Draft.");
    director.get(&format!("/deliveries/{code}")).await.says("Seats by State").says("Fiji");
    let office = app.rso().await;
    office.get(&page).await.is(200).says("not shared yet").does_not_say("Fiji");
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&page).await.is(200).says("not shared yet").does_not_say("7 held");
    fiji.get(&format!("/deliveries/{code}")).await.does_not_say("Seats of Fiji");
    let others =
        [(app.visitor(), 303), (app.auditor().await, 403), (app.director("ABFC").await, 404)];
    for (person, status) in others {
        person.get(&page).await.is(status);
        person.get(&format!("{page}/ledger")).await.is(status);
        person.get(&format!("/deliveries/{code}")).await.is(200).does_not_say("Seats by State");
    }
    let told = "select count(*) as n from outbox where event like 'seats%' and event like $1";
    let id = "select id from delivery where code = $1";
    let rows = app.query(id, vec![code.as_str().into()]).await;
    let id: sea_orm::prelude::Uuid = rows[0].try_get("", "id").expect("an id");
    assert_eq!(app.count(told, vec![format!("%{id}%").into()]).await, 0);
    let entries = "select count(*) as n from seat_entry where delivery_id = $1";
    assert_eq!(app.count(entries, vec![id.into()]).await, 0);
}

#[tokio::test]
async fn more_seats_than_there_are_are_refused_saying_by_how_many() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    let over = draft(&director, &code, &[("FJ", "14"), ("BD", "13")]).await;
    over.is(422).says("3 seats").says("States have 27 together").says("value=\"14\"");
    let wild = draft(&director, &code, &[("FJ", "many"), ("ZZ", "1")]).await;
    wild.is(422).says("from 0 to 1000").says("Use the code of a State.");
    let code = shared(&director, &[], &[("FJ", "24")]).await;
    super::change(&director, &code, &[("FJ", "24"), ("BD", "1")]).await.is(422).says("1 seat");
}

#[tokio::test]
async fn colleagues_do_not_overwrite_one_another_without_knowing() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &[]).await;
    draft(&director, &code, &[("FJ", "3")]).await.is(303);
    let page = format!("/deliveries/{code}/seats/edit");
    let editor = app.editor("JCLEC").await;
    let stale = editor.get(&page).await.revision();
    draft(&director, &code, &[("FJ", "4")]).await.is(303);
    let late = editor.post(&page, &form(&stale, "custom", &[("FJ", "5")])).await;
    late.is(409).says("Nothing was saved").says("value=\"5\"");
    // Pressed twice it says already what it is to say; knowing it, it is saved.
    editor.post(&page, &form(&stale, "custom", &[("FJ", "4")])).await.is(303);
    editor.post(&page, &form(&late.revision(), "custom", &[("FJ", "5")])).await.is(303);
    let publication = format!("/deliveries/{code}/seats/publication");
    let unread = director.post(&publication, &[("revision", "2")]).await;
    unread.is(409).says("Nothing was published");
}

#[tokio::test]
async fn seats_of_what_is_over_or_for_one_state_are_not_shared() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let national = announced(&director, &[("scope", "national"), ("member", "FJ")]).await;
    let page = format!("/deliveries/{national}/seats/edit");
    director.get(&page).await.is(409).says("for its State");
    director.post(&page, &form("0", "custom", &[("BD", "1")])).await.is(409);
    let given_up = announced(&director, &[]).await;
    let reason = [("reason", "Too few")];
    super::super::step(&director, &given_up, "cancellation", &reason).await.is(303);
    director.get(&format!("/deliveries/{given_up}/seats/edit")).await.is(409);
    let other = app.director("ABFC").await;
    other.get(&format!("/deliveries/{given_up}/seats/edit")).await.is(404);
}

#[tokio::test]
async fn a_draft_is_emptied_where_the_delivery_is_for_another_level() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = scheduled(&director, &[]).await;
    draft(&director, &code, &[("FJ", "3"), ("BD", "20")]).await.is(303);
    let national = [("revision", "1"), ("scope", "national"), ("member", "FJ")];
    let edit = format!("/deliveries/{code}/edit");
    director.post(&edit, &super::super::with(&national)).await.is(303);
    super::super::step(&director, &code, "announcement", &[]).await.is(303);
    super::super::step(&director, &code, "seats/publication", &[]).await.is(303);
    let fiji = app.focal_point("Fiji").await;
    fiji.get(&format!("/deliveries/{code}/seats")).await.says("24 held");
}
