//! The letters about deliveries, in every language.
use tests::TestApp;

use super::{announced, shared, step};

/// The text without signed links: those that stop such letters, and those that answer offers.
pub fn steady(text: &str) -> String {
    let word = |word: &str| {
        let signed = ["/unsubscribe/", "/offers/"].into_iter().find(|link| word.contains(link));
        let cut = signed.and_then(|link| Some((word.split_once(link)?.0, link)));
        cut.map_or_else(|| word.to_owned(), |(start, link)| format!("{start}{link}…"))
    };
    let line = |line: &str| line.split(' ').map(word).collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

async fn letters_in(tag: &str) {
    let app = TestApp::new().await;
    let (owner, partner) = shared(&app).await;
    let fiji = app.focal_point("Fiji").await;
    for person in [&partner, &fiji] {
        person.post("/account/reading", &[("language", tag), ("zone", "")]).await.is(303);
    }
    app.execute("update account set locale = $1", vec![tag.into()]).await;
    app.execute("delete from outbox", vec![]).await;
    let regional = announced(&owner, &[]).await;
    step(&owner, &regional, "cancellation", &[("reason", "Too few nominations")]).await.is(303);
    let national = [("scope", "national"), ("member", "FJ"), ("city", "Suva"), ("country", "Fiji")];
    let national = announced(&owner, &national).await;
    let days = [("first_day", "2027-04-05"), ("last_day", "2027-04-09"), ("reason", "A storm")];
    step(&owner, &national, "postponement", &days).await.is(303);
    step(&owner, &national, "postponement", &[("reason", "Another storm")]).await.is(303);
    let sql = "select o.subject, o.locale, o.body_text, o.body_html from outbox o \
        join membership m on m.account_id = o.account_id \
        where m.role in ('training_director', 'focal_point') order by o.id";
    let rows = app.query(sql, vec![]).await;
    let names = ["announced_centre", "cancelled", "announced_state", "moved", "postponed"];
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
