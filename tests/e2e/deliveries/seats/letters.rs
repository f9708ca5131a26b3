//! The letters about seats, in every language.
use tests::TestApp;

use super::super::letters::steady;
use super::{change, shared};

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let fiji = app.focal_point("Fiji").await;
    app.execute("update account set locale = $1", vec![tag.into()]).await;
    app.execute("delete from outbox", vec![]).await;
    let code = shared(&director, &[], &[("FJ", "7")]).await;
    change(&director, &code, &[("FJ", "5")]).await.is(303);
    let fields = [("free", "5"), ("seats", "2"), ("reason", "The roster is short")];
    fiji.post(&format!("/deliveries/{code}/seats/return"), &fields).await.is(303);
    let sql = "select o.subject, o.locale, o.body_text, o.body_html from outbox o \
        join membership m on m.account_id = o.account_id \
        where m.role in ('training_director', 'focal_point') order by o.id";
    let rows = app.query(sql, vec![]).await;
    let names = ["published", "changed", "returned"];
    assert_eq!(rows.len(), names.len());
    let dir = if tag == "ar" { "rtl" } else { "ltr" };
    for (name, row) in names.into_iter().zip(rows) {
        let read = |name: &str| row.try_get::<String>("", name).expect("text");
        assert_eq!(read("locale"), tag);
        assert!(read("body_html").contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\">")));
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
