//! The letters about offers of seats, in every language.
use chrono::Duration;

use super::offers::{Full, POSTED, WAIT};
use super::{decided, given_up, put_forward};
use crate::deliveries::letters::steady;

/// The letters in the order in which they are written; those without a name are read elsewhere.
const LETTERS: [&str; 19] = [
    "offered",
    "offer",
    "",
    "ran_out_waits",
    "",
    "",
    "ran_out_over",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "declined_centre",
    "declined_state",
    "accepted_centre",
    "accepted_state",
];

async fn letters_in(tag: &str) {
    let mut full = Full::new().await;
    let (ours, code) = (full.ours.clone(), full.code.clone());
    full.app.execute("update account set locale = $1", vec![tag.into()]).await;
    given_up(&full.fiji, &ours[0], "withdrawal", &POSTED).await.is(303);
    full.pass(Duration::hours(49)).await;
    full.pass(Duration::hours(49)).await;
    let more = put_forward(&full.fiji, &code, &["Dina S", "Emi K"]).await;
    for one in &more {
        decided(&full.director, &code, &[one], &WAIT).await.is(303);
    }
    given_up(&full.fiji, &ours[1], "withdrawal", &POSTED).await.is(303);
    for (address, answer) in [("dina.s", "decline"), ("emi.k", "accept")] {
        let link = full.link_to(&format!("{address}@ministry.example")).await;
        full.app.visitor().post(&link, &[("do", answer)]).await.leads_to(&link);
    }
    let sql = "select o.subject, o.body_text, o.locale from outbox o \
        left join membership m on m.account_id = o.account_id \
        left join organisation g on g.id = m.organisation_id \
        where o.body_text like $1 and (o.account_id is null or (g.code in ('FJ', 'JCLEC') \
        and m.role in ('focal_point', 'training_director'))) order by o.id";
    let rows = full.app.query(sql, vec![format!("%{code}%").into()]).await;
    assert_eq!(rows.len(), LETTERS.len());
    for (name, row) in LETTERS.into_iter().zip(rows).filter(|(name, _)| !name.is_empty()) {
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
