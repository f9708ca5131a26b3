//! A national delivery is shown to its State, to its centre and to the Regional Support Office.
use tests::TestApp;

use super::{announced, shared, step, subjects};

const FIJI: [(&str, &str); 2] = [("scope", "national"), ("member", "FJ")];

#[tokio::test]
async fn a_national_delivery_is_shown_to_its_state_its_centre_and_the_office_only() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let code = announced(&director, &FIJI).await;
    let page = format!("/deliveries/{code}");
    let feed = format!("{page}/calendar.ics");
    let lists = ["/calendar", "/calendar?view=month&month=2027-03", "/calendar.ics"];
    for person in
        [app.focal_point("Fiji").await, app.deputy("Fiji").await, app.rso().await, director]
    {
        let shown = person.get(&page).await;
        shown.is(200).says("For Fiji only").says("noindex").does_not_say("ld+json");
        assert_eq!(shown.header("cache-control"), Some("no-store"));
        person.get(&feed).await.is(200);
        for list in lists {
            person.get(list).await.says(&code);
        }
        person.get("/courses/LIA-201").await.says(&code);
    }
    app.pass(chrono::Duration::minutes(2));
    for person in [
        app.visitor(),
        app.focal_point("Bangladesh").await,
        app.nominator("Bangladesh").await,
        app.director("ABFC").await,
        app.auditor().await,
    ] {
        person.get(&page).await.is(404);
        person.get(&feed).await.is(404);
        for list in lists {
            person.get(list).await.is(200).does_not_say(&code);
        }
        person.get("/courses/LIA-201").await.does_not_say(&code);
        person.get("/").await.does_not_say(&code);
    }
    let path = format!("/deliveries/{code}");
    app.client_of("Fiji").await.get(&path).await.is(200);
    app.client_of("RSO").await.get(&path).await.is(200);
    for program in [app.program(), app.client_of("Bangladesh").await, app.client_of("ABFC").await] {
        program.get(&path).await.is(404);
        program.get("/deliveries?limit=200").await.does_not_say(&code);
    }
}

#[tokio::test]
async fn the_focal_points_of_the_state_are_told_each_step_unless_they_chose_not_to_be() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let deputy = app.deputy("Fiji").await;
    deputy.post("/notices", &[("delivery_for_state", "off")]).await.is(303);
    let code = announced(&director, &FIJI).await;
    let check = director.get(&format!("/deliveries/{code}/cancellation")).await;
    check.says("The focal points of").says("Fiji");
    let days = [("first_day", "2027-04-05"), ("last_day", "2027-04-07"), ("reason", "A storm")];
    step(&director, &code, "postponement", &days).await.is(303);
    step(&director, &code, "postponement", &[("reason", "Another storm")]).await.is(303);
    step(&director, &code, "cancellation", &[("reason", "The season is over")]).await.is(303);
    let told = subjects(&app, "focal_point", "FJ").await;
    let told: Vec<_> = told.iter().rev().take(4).rev().collect();
    for (subject, word) in told.iter().zip(["announces", "moves", "postpones", "cancels"]) {
        assert!(subject.contains(word), "{told:?}");
    }
    let deputy = subjects(&app, "deputy_focal_point", "FJ").await;
    assert!(deputy.iter().all(|one| !one.contains("cancels")), "{deputy:?}");
    let others = subjects(&app, "focal_point", "BD").await;
    assert!(others.iter().all(|one| !one.contains("announces")), "{others:?}");
}

#[tokio::test]
async fn of_what_a_partner_holds_for_a_state_only_the_owner_of_the_course_is_told() {
    let app = TestApp::new().await;
    let (owner, partner) = shared(&app).await;
    let code = announced(&partner, &FIJI).await;
    owner.get(&format!("/deliveries/{code}")).await.is(200);
    let told = subjects(&app, "training_director", "JCLEC").await;
    assert!(told.last().is_some_and(|one| one.contains("announces")), "{told:?}");
    // The other way round the partner is told nothing: it is for one State.
    let before = subjects(&app, "training_director", "ABFC").await.len();
    let own = announced(&owner, &FIJI).await;
    assert_eq!(subjects(&app, "training_director", "ABFC").await.len(), before);
    partner.get(&format!("/deliveries/{own}")).await.is(404);
}
