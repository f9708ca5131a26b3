//! The letters about participants, in every language.
use tests::TestApp;

use super::{decided, known, listed, open, put_forward, sent};
use crate::deliveries::letters::steady;

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    let focal = app.focal_point("Bangladesh").await;
    let agency = app.nominator("Bangladesh").await;
    let director = app.director("JCLEC").await;
    let code = open(&app).await;
    app.execute("update account set locale = $1", vec![tag.into()]).await;
    app.execute("delete from outbox", vec![]).await;
    // Pages stay in English for whoever is signed in already; letters follow the account.
    let rashed = known(&agency, "Rashed K", "r@sb.example").await;
    listed(&agency, &code, &[&rashed]).await;
    sent(&agency, &code).await.is(303);
    let ids = put_forward(&focal, &code, &["Salma B", "Nadia R", "Omar F"]).await;
    decided(&director, &code, &[&ids[0]], &[("do", "accept")]).await.is(303);
    let wait = [("do", "waitlist"), ("why", "no_seat")];
    decided(&director, &code, &[&ids[1]], &wait).await.is(303);
    let decline = [("do", "decline"), ("why", "profile")];
    decided(&director, &code, &[&ids[2]], &decline).await.is(303);
    let page = format!("/participants/{}/withdrawal", ids[0]);
    let revision = focal.get(&page).await.revision();
    let typed = [("revision", revision.as_str()), ("reason", "Posted abroad")];
    focal.post(&page, &typed).await.is(303);
    let dina = known(&focal, "Dina S", "d@p.example").await;
    let page = format!("/participants/{}/replacement", ids[1]);
    let revision = focal.get(&page).await.revision();
    let instead = [("revision", revision.as_str()), ("person", dina.as_str()), ("agreed", "1")];
    focal.post(&page, &instead).await.is(303);
    let sql = "select o.subject, o.locale, o.body_text, o.body_html from outbox o \
        join membership m on m.account_id = o.account_id \
        where m.role in ('training_director', 'focal_point') order by o.id";
    let rows = app.query(sql, vec![]).await;
    let names = ["proposed", "nominated", "accepted", "waits", "declined", "withdrawn", "replaced"];
    assert_eq!(rows.len(), names.len());
    for (name, row) in names.into_iter().zip(rows) {
        let read = |name: &str| row.try_get::<String>("", name).expect("text");
        assert_eq!(read("locale"), tag);
        let said = format!("{}\n\n{}", read("subject"), steady(&read("body_text")));
        insta::assert_snapshot!(format!("{name}_{tag}"), said);
    }
}

#[tokio::test]
async fn letters_in_english() {
    letters_in("en").await;
}

#[tokio::test]
async fn letters_in_indonesian() {
    letters_in("id").await;
}

#[tokio::test]
async fn letters_in_arabic() {
    letters_in("ar").await;
}
