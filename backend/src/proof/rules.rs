//! When a check is due, and what came of one.
use chrono::{DateTime, Duration, NaiveTime, Utc};

use crate::base::audit::Walked;
use crate::base::audit::chain::Head;

/// When checks begin: 18:00 UTC is night from Bangkok to Suva.
const BEGINS: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("a time of day");

/// What a check of the whole installation found.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Entries of the audit log.
    pub entries: u64,
    /// Its head.
    pub head: Head,
    /// How many differences there are.
    pub differences: u64,
}

impl Outcome {
    /// The outcome of a walk that met so many differences.
    pub fn of(walked: Walked, differences: u64) -> Self {
        Self { entries: walked.entries, head: walked.head, differences }
    }
}

/// Whether a check is due: none since the last night began.
pub fn is_due(last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let tonight = now.date_naive().and_time(BEGINS).and_utc();
    let began = if now >= tonight { tonight } else { tonight - Duration::days(1) };
    last.is_none_or(|last| last < began)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_check_is_due_once_a_night() {
        let last = Some(at("2026-11-25T18:40:00Z"));
        for (now, due) in [
            ("2026-11-25T19:40:00Z", false),
            ("2026-11-26T17:59:59Z", false),
            ("2026-11-26T18:00:00Z", true),
            ("2026-11-29T03:00:00Z", true),
        ] {
            assert_eq!(is_due(last, at(now)), due, "{now}");
        }
        assert!(is_due(None, at("2026-11-25T03:00:00Z")));
    }
}
