//! Walking the chain from its first entry to its head, and naming what does not fit.
use std::fmt;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::Written;
use super::append::head;
use super::chain::{BEGINNING, ChainKey, Head};
use crate::base::error::{Error, Result};
use crate::base::ids::AuditEntryId;

/// How many entries are in memory at once.
const PAGE: usize = 2_000;
/// How many entries that do not fit are compared with one another, to tell moved from changed.
const COMPARED: usize = 200;
/// So many entries in a row that do not fit, from the first on, under a head that does not fit
/// either, are the work of another key.
const ANOTHER_KEY: usize = 100;

/// Something in the chain that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The entry does not say what was written, or its hash was replaced.
    Changed(i64),
    /// Entries between others are gone.
    Missing(i64, i64),
    /// The last entries are gone.
    CutOff(i64, i64),
    /// An entry stands where another was written.
    Moved {
        /// Where it stands.
        at: i64,
        /// Where it was written.
        from: i64,
    },
    /// An entry that the program did not write.
    Inserted(AuditEntryId),
    /// Two entries that the program wrote, and not one after the other.
    Unlinked(i64),
    /// The head of the chain is not what was written.
    Head,
    /// Nothing fits: the chain was written under another `secret_key`.
    OtherKey,
    /// The head that was written down earlier is not in the chain.
    NotAsExpected(i64),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed(seq) => write!(f, "audit entry {seq} was changed"),
            Self::Missing(from, to) if from == to => write!(f, "audit entry {from} was deleted"),
            Self::Missing(from, to) => write!(f, "audit entries {from} to {to} were deleted"),
            Self::CutOff(from, to) => {
                write!(f, "the audit log was cut off: entries {from} to {to} were deleted")
            }
            Self::Moved { at, from } => {
                write!(f, "audit entry {from} was put in the place of audit entry {at}")
            }
            Self::Inserted(id) => write!(f, "audit entry {id} was inserted"),
            Self::Unlinked(seq) => {
                write!(f, "audit entry {seq} was not written after the one before it")
            }
            Self::Head => write!(f, "the head of the audit log was changed"),
            Self::OtherKey => {
                write!(f, "the audit log was written under another secret_key than this one")
            }
            Self::NotAsExpected(seq) => {
                write!(f, "the audit log is not the one whose head at {seq} was written down")
            }
        }
    }
}

/// What a walk met.
#[derive(Clone, Debug)]
pub struct Walked {
    /// How many entries the chain has.
    pub entries: u64,
    /// The head as it is stored.
    pub head: Head,
}

#[derive(Clone, FromQueryResult)]
struct Row {
    seq: i64,
    prev: Vec<u8>,
    hash: Vec<u8>,
    #[sea_orm(nested)]
    entry: Written,
}

/// Walks the chain and hands each fault to `found`. `expected` is a head that somebody wrote
/// down earlier. All reads should see one moment: hand in a snapshot.
pub async fn walk(
    db: &impl ConnectionTrait,
    key: &ChainKey,
    expected: Option<&Head>,
    found: &mut (dyn FnMut(Fault) + Send),
) -> Result<Walked> {
    let (head, seal) = head(db).await?.ok_or_else(|| {
        Error::Internal(anyhow::anyhow!("the audit log has no head: run `rctm migrate`"))
    })?;
    let sealed = key.is_sealed(&head, &seal);
    let mut walk = Walk::new(key, &head, expected);
    loop {
        let rows = page(db, walk.asked).await?;
        for row in &rows {
            walk.meet(row, found);
            if !sealed && walk.fits == 0 && walk.broken_count == ANOTHER_KEY {
                found(Fault::OtherKey);
                return Ok(Walked { entries: walk.entries, head });
            }
        }
        match rows.last() {
            Some(last) if rows.len() == PAGE => walk.asked = last.seq,
            _ => break,
        }
    }
    if !sealed && walk.fits == 0 && walk.entries > 0 {
        found(Fault::OtherKey);
        return Ok(Walked { entries: walk.entries, head });
    }
    walk.end(sealed, found);
    for id in unchained(db).await? {
        found(Fault::Inserted(id));
    }
    Ok(Walked { entries: walk.entries, head })
}

async fn page(db: &impl ConnectionTrait, after: i64) -> Result<Vec<Row>> {
    let sql = format!(
        "SELECT seq, prev, hash, id, at, account_id, api_client_id, organisation_id, role, action, object, \
         object_id, fields FROM audit_entry WHERE seq > $1 ORDER BY seq, id LIMIT {PAGE}"
    );
    let backend = db.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, sql, [Value::from(after)]);
    Ok(Row::find_by_statement(statement).all(db).await?)
}

/// The first of the rows that were never chained: the program writes none.
async fn unchained(db: &impl ConnectionTrait) -> Result<Vec<AuditEntryId>> {
    #[derive(FromQueryResult)]
    struct Id {
        id: AuditEntryId,
    }
    let sql = format!("SELECT id FROM audit_entry WHERE seq IS NULL ORDER BY id LIMIT {PAGE}");
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(Id::find_by_statement(statement).all(db).await?.into_iter().map(|row| row.id).collect())
}

/// Where a walk stands.
struct Walk<'a> {
    key: &'a ChainKey,
    head: &'a Head,
    expected: Option<&'a Head>,
    /// The number after which the next page begins.
    asked: i64,
    entries: u64,
    fits: usize,
    /// The last entry met, if it was the one before the next.
    last: Option<(i64, Vec<u8>)>,
    /// Entries that do not fit, to be compared with one another at the end.
    broken: Vec<Row>,
    broken_count: usize,
}

impl<'a> Walk<'a> {
    fn new(key: &'a ChainKey, head: &'a Head, expected: Option<&'a Head>) -> Self {
        let last = Some((0, BEGINNING.to_vec()));
        Self {
            key,
            head,
            expected,
            asked: i64::MIN,
            entries: 0,
            fits: 0,
            last,
            broken: Vec::new(),
            broken_count: 0,
        }
    }

    fn reached(&self) -> i64 {
        self.last.as_ref().map_or(0, |(seq, _)| *seq)
    }

    fn meet(&mut self, row: &Row, found: &mut (dyn FnMut(Fault) + Send)) {
        self.entries += 1;
        let reached = self.reached();
        if row.seq <= reached || row.seq > self.head.seq {
            found(Fault::Inserted(row.entry.id));
            return;
        }
        if row.seq > reached + 1 {
            found(Fault::Missing(reached + 1, row.seq - 1));
        }
        let fits = self.key.hash(row.seq, &row.prev, &row.entry) == row.hash;
        let follows = self.last.as_ref().is_some_and(|(_, hash)| *hash == row.prev);
        if !fits {
            self.break_at(row, found);
        } else if row.seq == reached + 1 && !follows && !self.broken_at(reached) {
            found(Fault::Unlinked(row.seq));
        }
        self.fits += usize::from(fits);
        if self.expected.is_some_and(|head| head.seq == row.seq && (head.hash != row.hash || !fits))
        {
            found(Fault::NotAsExpected(row.seq));
        }
        self.last = Some((row.seq, row.hash.clone()));
    }

    fn break_at(&mut self, row: &Row, found: &mut (dyn FnMut(Fault) + Send)) {
        self.broken_count += 1;
        if self.broken.len() < COMPARED {
            self.broken.push(row.clone());
        } else {
            found(Fault::Changed(row.seq));
        }
    }

    /// Whether the entry of this number does not fit: then what follows it cannot fit to it.
    fn broken_at(&self, seq: i64) -> bool {
        self.broken.last().is_some_and(|row| row.seq == seq) || self.broken_count > COMPARED
    }

    fn end(&self, sealed: bool, found: &mut (dyn FnMut(Fault) + Send)) {
        for row in &self.broken {
            let here = |other: &&Row| {
                self.key.hash(other.seq, &row.prev, &row.entry) == row.hash && other.seq != row.seq
            };
            found(match self.broken.iter().find(here) {
                Some(other) => Fault::Moved { at: row.seq, from: other.seq },
                None => Fault::Changed(row.seq),
            });
        }
        let reached = self.reached();
        if reached < self.head.seq {
            found(Fault::CutOff(reached + 1, self.head.seq));
        }
        let ends = reached != self.head.seq
            || self.broken_at(reached)
            || self.last.as_ref().is_some_and(|(_, hash)| *hash == self.head.hash);
        if !sealed || !ends {
            found(Fault::Head);
        }
        if let Some(expected) = self.expected.filter(|expected| expected.seq > reached) {
            found(Fault::NotAsExpected(expected.seq));
        }
    }
}
