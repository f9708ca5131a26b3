//! The ledger says where every seat went, to whom it concerns.
use rctm::deliveries::free_seat;
use sea_orm::prelude::Uuid;
use tests::TestApp;

use super::{change, done, hand, held, member, shared, take};

#[tokio::test]
async fn the_ledger_names_colleagues_and_of_others_their_organisation_only() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "1"), ("BD", "2")]).await;
    assert_eq!(take(&app, &code, &["FJ", "FJ"]).await, [true, true]);
    let (tx, delivery) = held(&app, &code).await;
    let person = (member(&app, "FJ").await, Uuid::from_u128(1));
    free_seat(&tx, &delivery, person, hand(&app), "Ill").await.expect("a seat is left");
    done(&app, tx, &delivery).await;
    let page = format!("/deliveries/{code}/seats/ledger");
    let name = "select a.full_name from account a join membership m on m.account_id = a.id join \
        organisation g on g.id = m.organisation_id where m.role = 'training_director' and \
        g.code = 'JCLEC'";
    let name: String = app.query(name, vec![]).await[0].try_get("", "full_name").expect("a name");
    let all = director.get(&page).await;
    for words in [
        "The delivery has more seats",
        "Given to a State",
        "Given to a State for one person",
        "Taken by a person",
        "Left by a person",
        "A person of Fiji",
        "Bangladesh",
        "Ill",
        name.as_str(),
    ] {
        all.says(words);
    }
    let fiji = app.focal_point("Fiji").await;
    let own = fiji.get(&page).await;
    own.is(200).says("Taken by a person").says("JCLEC").says("Ill");
    own.does_not_say("Bangladesh").does_not_say(&name).does_not_say("The delivery has more");
    let office = app.rso().await.get(&page).await;
    office.says("Bangladesh").does_not_say(&name);
    app.visitor().get(&page).await.is(303);
    for file in ["csv", "xlsx"] {
        let path = format!("{page}.{file}");
        director.get(&path).await.is(200);
        app.rso().await.get(&path).await.is(200);
        app.visitor().get(&path).await.is(303);
    }
    let csv = fiji.get(&format!("{page}.csv")).await;
    csv.is(200).says("\"granted\",\"\",\"FJ\",\"1\",\"JCLEC\"").does_not_say("\"BD\"");
    let csv = director.get(&format!("{page}.csv")).await;
    csv.says("\"capacity_raised\",\"\",\"\",\"24\"").says("\"allotted\",\"\",\"BD\",\"2\"");
}

#[tokio::test]
async fn a_long_ledger_has_pages_and_a_cursor() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = shared(&director, &[], &[("FJ", "1")]).await;
    for turn in 0..30 {
        let seats = if turn % 2 == 0 { "2" } else { "1" };
        change(&director, &code, &[("FJ", seats)]).await.is(303);
    }
    let page = format!("/deliveries/{code}/seats/ledger");
    director.get(&page).await.says("rel=\"next\"").does_not_say("The delivery has more seats");
    director.get(&format!("{page}?page=9")).await.is(303);
    let centre = app.client_of("JCLEC").await;
    let path = format!("/deliveries/{code}/seats/entries");
    let first = centre.get(&format!("{path}?limit=30")).await.json();
    assert_eq!(first["items"][0]["number"], 32);
    let next = first["next"].as_str().expect("a cursor");
    let rest = centre.get(&format!("{path}?limit=30&after={next}")).await.json();
    let rest = rest["items"].as_array().expect("items").clone();
    assert_eq!((rest.len(), &rest[1]["kind"]), (2, &serde_json::json!("capacity_raised")));
    let own = app.client_of("Fiji").await.get(&format!("{path}?limit=200")).await.json();
    assert_eq!(own["items"].as_array().expect("items").len(), 31);
    let other = app.client_of("Bangladesh").await.get(&path).await.json();
    assert_eq!(other["items"], serde_json::json!([]));
    app.program().get(&path).await.is(401);
}

#[tokio::test]
async fn the_audit_replays_the_ledger_and_names_what_does_not_add_up() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    for (sql, words) in [
        ("update delivery_quota set taken = taken + 1 where held > taken and", "quotas that its"),
        ("update delivery_seating set reserve = reserve + 1 where", "do not add up"),
        ("update seat_entry set seats = seats + 1 where number = 1 and", "in reserve than its"),
        ("update seat_entry set kind = 'freed' where number = 2 and", "move that cannot be"),
        ("delete from seat_entry where number = 1 and", "rows missing"),
    ] {
        let code = shared(&director, &[], &[("FJ", "3"), ("BD", "2")]).await;
        let of = "delivery_id = (select id from delivery where code = $1)";
        app.execute(&format!("{sql} {of}"), vec![code.as_str().into()]).await;
        let mut found = Vec::new();
        let mut note = |difference: &str| found.push(difference.to_owned());
        rctm::proof::actions::inspect(&app.app, None, &mut note).await.expect("a check");
        let named = |one: &&String| one.contains(&code) && one.contains(words);
        assert!(found.iter().any(|one| named(&one)), "{sql}: {found:?}");
    }
    let most = "update delivery set max_participants = 99 where code = 'PRO-101-D1'";
    app.execute(most, vec![]).await;
    let mut found = Vec::new();
    let mut note = |difference: &str| found.push(difference.to_owned());
    rctm::proof::actions::inspect(&app.app, None, &mut note).await.expect("a check");
    assert!(found.iter().any(|one| one.contains("PRO-101-D1 shares another number")), "{found:?}");
}
