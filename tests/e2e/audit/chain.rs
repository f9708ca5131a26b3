//! Whoever changes the log, deletes from it, adds to it, swaps entries or cuts it off is found out.
use migration::{Migrator, MigratorTrait};
use rctm::base::audit::chain::Head;
use rctm::base::audit::{self, By, Deed};
use rctm::base::db::Db;
use rctm::base::ids::AuditEntryId;
use rctm::base::secrets::SecretKey;
use sea_orm::{ConnectionTrait, DbBackend};
use tests::{Database, TestApp};

use super::{found, head};

/// An installation whose owner of the database has put the guards out of the way.
async fn unguarded() -> (TestApp, i64) {
    let app = TestApp::new().await;
    drop(app.rso().await);
    let postgres = app.app.db.get_database_backend() == DbBackend::Postgres;
    for (trigger, table) in [
        ("audit_entry_stays", "audit_entry"),
        ("audit_entry_remains", "audit_entry"),
        ("audit_entry_is_chained", "audit_entry"),
        ("audit_head_moves_on", "audit_head"),
        ("audit_head_remains", "audit_head"),
    ] {
        let on = if postgres { format!(" on {table}") } else { String::new() };
        app.tamper(&format!("drop trigger {trigger}{on}")).await;
    }
    let last = head(&app).await.seq;
    assert!(last > 20, "the demonstration has left only {last} entries");
    (app, last)
}

#[tokio::test]
async fn what_nobody_touched_is_whole() {
    let app = TestApp::new().await;
    drop(app.rso().await);
    assert_eq!(found(&app, Some(&head(&app).await)).await, [""; 0]);
    let rows = app.query("select seq from audit_entry order by seq", vec![]).await;
    let seqs: Vec<i64> = rows.iter().map(|row| row.try_get("", "seq").expect("a number")).collect();
    assert!(seqs.iter().copied().eq(1..=i64::try_from(seqs.len()).expect("few")), "{seqs:?}");
}

#[tokio::test]
async fn each_entry_that_was_touched_is_named() {
    let (app, last) = unguarded().await;
    app.tamper("update audit_entry set role = 'auditor' where seq = 3").await;
    app.tamper("delete from audit_entry where seq = 6").await;
    app.tamper("update audit_entry set seq = -1 where seq = 9").await;
    app.tamper("update audit_entry set seq = 9 where seq = 12").await;
    app.tamper("update audit_entry set seq = 12 where seq = -1").await;
    let forged = AuditEntryId::new();
    app.tamper(&insertion(&app, forged, "null")).await;
    app.tamper(&format!("delete from audit_entry where seq > {}", last - 2)).await;
    let mut found = found(&app, None).await;
    found.sort();
    let mut named = vec![
        "audit entry 3 was changed".to_owned(),
        "audit entry 6 was deleted".to_owned(),
        "audit entry 12 was put in the place of audit entry 9".to_owned(),
        "audit entry 9 was put in the place of audit entry 12".to_owned(),
        format!("audit entry {forged} was inserted"),
        format!("the audit log was cut off: entries {} to {last} were deleted", last - 1),
    ];
    named.sort();
    assert_eq!(found, named);
}

fn insertion(app: &TestApp, id: AuditEntryId, seq: &str) -> String {
    let id = match app.app.db.get_database_backend() {
        DbBackend::Sqlite => format!("x'{}'", id.0.simple()),
        _ => format!("'{id}'"),
    };
    format!(
        "insert into audit_entry (id, at, role, action, object, object_id, fields, seq, prev, hash) \
         select {id}, at, role, action, object, object_id, fields, {seq}, prev, hash \
         from audit_entry where seq = 4"
    )
}

#[tokio::test]
async fn an_entry_added_at_the_end_without_the_key_is_named() {
    let (app, last) = unguarded().await;
    let forged = AuditEntryId::new();
    app.tamper(&insertion(&app, forged, &(last + 1).to_string())).await;
    assert_eq!(found(&app, None).await, [format!("audit entry {forged} was inserted")]);
}

#[tokio::test]
async fn a_head_without_the_key_stays_broken_whatever_is_written_after_it() {
    let (app, last) = unguarded().await;
    app.tamper(&format!("delete from audit_entry where seq = {last}")).await;
    app.tamper(&format!(
        "update audit_head set seq = {0}, hash = (select hash from audit_entry where seq = {0})",
        last - 1
    ))
    .await;
    let broken = ["the head of the audit log was changed"];
    assert_eq!(found(&app, None).await, broken);
    drop(app.focal_point("Fiji").await);
    assert_eq!(head(&app).await.seq, last, "the service goes on");
    assert_eq!(found(&app, None).await, broken);
}

#[tokio::test]
async fn an_old_head_put_back_is_found_by_the_head_that_was_written_down() {
    let (app, _) = unguarded().await;
    let rows = app.query("select seq, hash, seal from audit_head", vec![]).await;
    let (hash, seal): (Vec<u8>, Vec<u8>) = (
        rows[0].try_get("", "hash").expect("a hash"),
        rows[0].try_get("", "seal").expect("a seal"),
    );
    let old = head(&app).await;
    drop(app.focal_point("Fiji").await);
    let written_down =
        Head::read(&head(&app).await.to_string()).expect("it reads as it is written");
    app.tamper(&format!("delete from audit_entry where seq > {}", old.seq)).await;
    app.execute(
        "update audit_head set seq = $1, hash = $2, seal = $3",
        vec![old.seq.into(), hash.into(), seal.into()],
    )
    .await;
    assert_eq!(found(&app, None).await, [""; 0], "nothing in the database can show it");
    let seq = written_down.seq;
    assert_eq!(
        found(&app, Some(&written_down)).await,
        [format!("the audit log is not the one whose head at {seq} was written down")]
    );
}

#[tokio::test]
async fn another_key_is_told_from_a_thousand_changes() {
    let app = TestApp::new().await;
    let other = SecretKey::read(&SecretKey::generate()).expect("a secret");
    let db = Db::open(app.database().url(), 1, &other).await.expect("it opens");
    let mut faults = Vec::new();
    let mut note = |fault: audit::Fault| faults.push(fault);
    audit::walk(&db, db.chain(), None, &mut note).await.expect("it can be read");
    assert_eq!(faults, [audit::Fault::OtherKey]);
}

#[tokio::test]
async fn the_database_itself_refuses_to_change_the_log() {
    let app = TestApp::new().await;
    let db = app.app.db.for_migrations();
    let mut forbidden = vec![
        "update audit_entry set role = 'auditor' where seq = 3".to_owned(),
        "update audit_entry set seq = null where seq = 3".to_owned(),
        "delete from audit_entry where seq = 3".to_owned(),
        "delete from audit_entry".to_owned(),
        insertion(&app, AuditEntryId::new(), "null"),
        "update audit_head set seq = seq - 1".to_owned(),
        "update audit_head set hash = seal".to_owned(),
        "delete from audit_head".to_owned(),
    ];
    if db.get_database_backend() == DbBackend::Postgres {
        forbidden.extend(["truncate audit_entry".to_owned(), "truncate audit_head".to_owned()]);
    }
    for statement in forbidden {
        let error = db.execute_unprepared(&statement).await.expect_err(&statement).to_string();
        assert!(error.contains("audit log"), "{statement}: {error}");
    }
}

#[tokio::test]
async fn entries_from_before_the_chain_are_chained_and_the_log_says_so() {
    let database = Database::empty().await;
    let secret = SecretKey::read(&SecretKey::generate()).expect("a secret");
    let db = Db::open(database.url(), 2, &secret).await.expect("it opens");
    let chain = Migrator::migrations().iter().position(|step| step.name().contains("audit_chain"));
    let before = u32::try_from(chain.expect("a step")).expect("few steps");
    Migrator::up(db.for_migrations(), Some(before)).await.expect("up");
    for number in 0..1_203 {
        let id = AuditEntryId::new();
        let id = match db.get_database_backend() {
            DbBackend::Sqlite => format!("x'{}'", id.0.simple()),
            _ => format!("'{id}'"),
        };
        let sql = format!(
            "insert into audit_entry (id, at, role, action, object, object_id, fields) values \
             ({id}, '2026-11-25 03:00:00+00:00', 'operator', 'old.deed', 'thing', '{number}', '')"
        );
        db.for_migrations().execute_unprepared(&sql).await.expect("an old entry");
    }
    Migrator::up(db.for_migrations(), None).await.expect("up");
    for _ in 0..2 {
        audit::begin_chain(&db, "2026-11-26T00:00:00Z".parse().expect("a moment"))
            .await
            .expect("begun");
    }
    let entries = audit::entries(&db, None, None, 3_000).await.expect("entries");
    assert_eq!(entries.len(), 1_204);
    assert_eq!(
        (entries[0].action.as_str(), entries[0].object_id.as_str()),
        ("audit.begin", "1203")
    );
    let order: Vec<_> = entries.iter().skip(1).map(|entry| entry.object_id.clone()).collect();
    assert!(order.into_iter().rev().eq((0..1_203).map(|number| number.to_string())));
    let mut faults = Vec::new();
    let walked = audit::walk(&db, db.chain(), None, &mut |fault| faults.push(fault)).await;
    assert_eq!((faults, walked.expect("it can be read").entries), (vec![], 1_204));
}

#[tokio::test]
async fn a_log_without_a_head_is_not_given_a_new_one() {
    let (app, _) = unguarded().await;
    app.tamper("delete from audit_head").await;
    let refused = rctm::app::migrate(&app.app).await.expect_err("a new head would hide it");
    assert!(format!("{refused:?}").contains("removed the head"), "{refused:?}");
}

#[tokio::test]
async fn writers_at_once_leave_no_hole_and_wait_for_no_circle() {
    let app = TestApp::new().await;
    let before = head(&app).await.seq;
    let writers = (0..16).map(|writer: i32| {
        let app = app.app.clone();
        tokio::spawn(async move {
            for number in 0..25 {
                let tx = app.db.begin().await.expect("a transaction");
                // One entry or two, so that a number given out too early would be given twice.
                for deed in 0..=(number % 2) {
                    let id = format!("{writer}:{number}:{deed}");
                    let by = By::the_program();
                    let deed =
                        Deed { action: "a.test", object: "test", object_id: &id, fields: &[] };
                    audit::record(&tx, tests::beginning(), &by, deed).await.expect("noted");
                }
                tx.commit().await.expect("committed");
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("no panic");
    }
    assert_eq!(head(&app).await.seq, before + 16 * 37);
}
