//! Writing to the chain: entries at the end of a transaction, and the beginning of the chain.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult,
    QueryFilter, Statement, Value,
};

use super::chain::{ChainKey, Head};
use super::{By, Deed, Written, entity, record};
use crate::base::db::{Db, Transaction};
use crate::base::error::{Error, Result};
use crate::base::ids::AuditEntryId;

/// How many entries from before the chain are read at once.
const AT_ONCE: usize = 500;

#[derive(FromQueryResult)]
struct HeadRow {
    seq: i64,
    hash: Vec<u8>,
    seal: Vec<u8>,
}

/// How far the chain has come, and its seal; none where it has not begun.
pub async fn head(db: &impl ConnectionTrait) -> Result<Option<(Head, Vec<u8>)>> {
    read_head(db, "").await
}

async fn read_head(db: &impl ConnectionTrait, lock: &str) -> Result<Option<(Head, Vec<u8>)>> {
    let sql = format!("SELECT seq, hash, seal FROM audit_head WHERE id = 1{lock}");
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = HeadRow::find_by_statement(statement).one(db).await?;
    Ok(row.map(|row| (Head { seq: row.seq, hash: row.hash }, row.seal)))
}

/// Writes the entries of `deeds` at the end of the chain, which nobody else can do before the
/// transaction ends.
pub(in crate::base) async fn append(
    db: &impl ConnectionTrait,
    key: &ChainKey,
    deeds: Vec<Written>,
) -> Result<()> {
    // SQLite has one writer, and it began IMMEDIATE.
    let lock = if db.get_database_backend() == DbBackend::Postgres { " FOR UPDATE" } else { "" };
    let (mut head, seal) = read_head(db, lock).await?.ok_or_else(not_begun)?;
    let sealed = key.is_sealed(&head, &seal);
    let rows: Vec<_> = deeds.into_iter().map(|deed| chained(key, &mut head, deed)).collect();
    entity::Entity::insert_many(rows).exec_without_returning(db).await?;
    // A seal that somebody broke stays broken: nobody's change is made good by the next entry.
    let seal = if sealed { key.seal(&head) } else { seal };
    put_head(db, "UPDATE audit_head SET seq = $1, hash = $2, seal = $3 WHERE id = 1", head, seal)
        .await
}

fn chained(key: &ChainKey, head: &mut Head, deed: Written) -> entity::ActiveModel {
    let (seq, prev) = (head.seq + 1, head.hash.clone());
    let hash = key.hash(seq, &prev, &deed);
    *head = Head { seq, hash: hash.clone() };
    entity::ActiveModel {
        id: Set(deed.id),
        seq: Set(seq),
        at: Set(deed.at),
        account_id: Set(deed.account_id),
        api_client_id: Set(deed.api_client_id),
        organisation_id: Set(deed.organisation_id),
        role: Set(deed.role),
        action: Set(deed.action),
        object: Set(deed.object),
        object_id: Set(deed.object_id),
        fields: Set(deed.fields),
        prev: Set(prev),
        hash: Set(hash),
    }
}

async fn put_head(db: &impl ConnectionTrait, sql: &str, head: Head, seal: Vec<u8>) -> Result<()> {
    let values: [Value; 3] = [head.seq.into(), head.hash.into(), seal.into()];
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(())
}

fn not_begun() -> Error {
    Error::Internal(anyhow::anyhow!("the chain of the audit log has not begun: run `rctm migrate`"))
}

/// Begins the chain where there is none. Entries that were written before are chained in their
/// order: from now on nobody changes them unseen. Whether somebody did before, nobody can tell,
/// so an entry says where the chain was begun, and how many entries it found.
pub async fn begin_chain(db: &Db, now: DateTime<Utc>) -> Result<()> {
    let tx = db.begin().await?;
    if head(&tx).await?.is_some() {
        return Ok(());
    }
    if entity::Entity::find().filter(entity::Column::Seq.gt(0)).one(&tx).await?.is_some() {
        return Err(Error::Internal(anyhow::anyhow!(
            "the audit log has entries and no head: somebody removed the head, and a new one \
             would hide what else they did. Restore a backup, or ask who has changed the database"
        )));
    }
    let head = chain_what_is_there(&tx, db.chain()).await?;
    let (found, seal) = (head.seq.to_string(), db.chain().seal(&head));
    let sql = "INSERT INTO audit_head (id, seq, hash, seal) VALUES (1, $1, $2, $3)";
    put_head(&tx, sql, head, seal).await?;
    let deed = Deed { action: "audit.begin", object: "audit", object_id: &found, fields: &[] };
    record(&tx, now, &By::the_program(), deed).await?;
    tx.commit().await
}

/// Chains the entries that were written before the chain, in the order of their identifiers,
/// which is that of time.
async fn chain_what_is_there(tx: &Transaction, key: &ChainKey) -> Result<Head> {
    let mut head = Head::beginning();
    let mut after = AuditEntryId(uuid::Uuid::nil());
    loop {
        let rows = unchained(tx, after).await?;
        for row in &rows {
            let (seq, prev) = (head.seq + 1, head.hash);
            let hash = key.hash(seq, &prev, row);
            head = Head { seq, hash: hash.clone() };
            let values: [Value; 4] = [seq.into(), prev.into(), hash.into(), row.id.0.into()];
            let sql = "UPDATE audit_entry SET seq = $1, prev = $2, hash = $3 WHERE id = $4";
            let backend = tx.get_database_backend();
            tx.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
        match rows.last() {
            Some(last) if rows.len() == AT_ONCE => after = last.id,
            _ => return Ok(head),
        }
    }
}

async fn unchained(tx: &Transaction, after: AuditEntryId) -> Result<Vec<Written>> {
    let sql = format!(
        "SELECT id, at, account_id, api_client_id, organisation_id, role, action, object, object_id, fields \
         FROM audit_entry WHERE seq IS NULL AND id > $1 ORDER BY id LIMIT {AT_ONCE}"
    );
    let backend = tx.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, [Value::from(after.0)]);
    Ok(Written::find_by_statement(statement).all(tx).await?)
}
