//! What an error of the database means to the person who waits: ours, busy, or away.
use sea_orm::sqlx;
use sea_orm::{DbErr, RuntimeErr};

use crate::base::error::Error;

/// What kept the database from answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    /// Somebody else holds what is needed, or every connection is in use.
    Busy,
    /// It cannot be reached or written: link cut, restarting, disk full.
    Away,
    /// Our own fault: a statement that it does not take.
    Ours,
}

/// Seconds after which it is worth another try.
pub const TRY_AGAIN_AFTER: u32 = 5;

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match trouble(&error) {
            Trouble::Away => {
                tracing::error!(%error, "The database cannot be reached or written");
                Self::Away { unsure: false }
            }
            Trouble::Busy => {
                tracing::error!(%error, "The database is busy");
                Self::Busy(TRY_AGAIN_AFTER)
            }
            Trouble::Ours => Self::Internal(error.into()),
        }
    }
}

/// What follows from a commit that failed. Where the link broke meanwhile, nobody here can tell
/// whether the other end had made the change last.
pub fn of_commit(error: DbErr) -> Error {
    let broke = match runtime(&error) {
        Some(sqlx::Error::Database(database)) => database.code().is_none(),
        Some(_) => true,
        None => matches!(&error, DbErr::Conn(_)),
    };
    match Error::from(error) {
        Error::Away { .. } => Error::Away { unsure: broke },
        other => other,
    }
}

fn runtime(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}

fn trouble(error: &DbErr) -> Trouble {
    match (runtime(error), error) {
        (Some(sqlx::Error::Database(error)), _) => match error.code() {
            Some(code) => of_code(&code),
            None => Trouble::Ours,
        },
        (
            Some(
                sqlx::Error::Io(_)
                | sqlx::Error::Tls(_)
                | sqlx::Error::Protocol(_)
                | sqlx::Error::PoolTimedOut
                | sqlx::Error::PoolClosed
                | sqlx::Error::WorkerCrashed,
            ),
            _,
        )
        | (None, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => Trouble::Away,
        _ => Trouble::Ours,
    }
}

/// A code of SQLite (a number) or of PostgreSQL (five characters).
fn of_code(code: &str) -> Trouble {
    if code.len() == 5 {
        return of_state(code);
    }
    // The lowest byte is the kind; what is above it says more.
    match code.parse::<i64>().map(|code| code & 0xff) {
        // Busy, locked.
        Ok(5 | 6) => Trouble::Busy,
        // Read-only, I/O error, full, cannot be opened.
        Ok(8 | 10 | 13 | 14) => Trouble::Away,
        _ => Trouble::Ours,
    }
}

fn of_state(state: &str) -> Trouble {
    match state {
        // Lock not to be had, cancelled, deadlock, serialization: somebody else was faster.
        "55P03" | "57014" | "40P01" | "40001" => Trouble::Busy,
        // Shut down, crashed, starting, idle for too long, read-only, damaged disk.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25006" | "58030" => Trouble::Away,
        // Connection exceptions; out of disk, memory or connections.
        _ if state.starts_with("08") || state.starts_with("53") => Trouble::Away,
        _ => Trouble::Ours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_a_lock_and_our_own_fault_are_told_apart() {
        for (code, expected) in [
            ("5", Trouble::Busy),
            ("517", Trouble::Busy),
            ("13", Trouble::Away),
            ("778", Trouble::Away),
            ("1", Trouble::Ours),
            ("2067", Trouble::Ours),
            ("53100", Trouble::Away),
            ("57P01", Trouble::Away),
            ("08006", Trouble::Away),
            ("55P03", Trouble::Busy),
            ("23505", Trouble::Ours),
            ("42601", Trouble::Ours),
        ] {
            assert_eq!(of_code(code), expected, "{code}");
        }
    }

    #[test]
    fn where_the_link_broke_at_the_commit_nobody_is_sure() {
        let cut = || std::io::Error::from(std::io::ErrorKind::ConnectionReset);
        let of = |error: sqlx::Error| DbErr::Exec(RuntimeErr::SqlxError(error.into()));
        assert!(matches!(of_commit(of(sqlx::Error::Io(cut()))), Error::Away { unsure: true }));
        let before = Error::from(of(sqlx::Error::Io(cut())));
        assert!(matches!(before, Error::Away { unsure: false }));
    }
}
