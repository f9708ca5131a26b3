//! When a course has not been verified for so long that its centre is asked to look at it.
use chrono::{DateTime, Duration, Months, Utc};

/// After so many months a course is stale.
const STALE_AFTER: Months = Months::new(12);
/// After so many months its centre is reminded again.
const AGAIN_AFTER: Months = Months::new(3);
/// Courses that become stale one after another do not make a letter each.
const QUIET: Duration = Duration::days(7);

/// What was verified at this moment or before is stale now.
pub fn stale_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now.checked_sub_months(STALE_AFTER).unwrap_or(DateTime::<Utc>::MIN_UTC)
}

/// Whether what was verified then is stale now.
pub fn is_stale(verified_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    verified_at <= stale_before(now)
}

/// A stale course as its reminders see it.
#[derive(Clone, Copy, Debug)]
pub struct Aging {
    /// When it was last verified.
    pub verified_at: DateTime<Utc>,
    /// When its centre was last reminded of it.
    pub reminded_at: Option<DateTime<Utc>>,
}

/// Whether a centre with these stale courses is written to now; `last` is when it last was.
pub fn is_letter_due(stale: &[Aging], last: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    let quiet = last.is_some_and(|last| last <= now && now - last < QUIET);
    let again = now.checked_sub_months(AGAIN_AFTER).unwrap_or(now);
    let waits = |course: &Aging| {
        let told = course.reminded_at.filter(|told| *told > course.verified_at);
        told.is_none_or(|told| told <= again)
    };
    !quiet && stale.iter().any(waits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}T03:00:00Z").parse().expect("a moment")
    }

    fn course(verified: &str, reminded: Option<&str>) -> Aging {
        Aging { verified_at: at(verified), reminded_at: reminded.map(at) }
    }

    #[test]
    fn a_course_is_stale_twelve_months_after_it_was_verified() {
        assert!(!is_stale(at("2025-11-26"), at("2026-11-25")));
        assert!(is_stale(at("2025-11-25"), at("2026-11-25")));
        assert!(is_stale(at("2024-02-28"), at("2025-02-28")));
    }

    #[test]
    fn a_centre_is_told_at_once_and_again_every_three_months() {
        let now = at("2026-11-25");
        for (course, due) in [
            (course("2025-11-25", None), true),
            (course("2025-01-01", Some("2026-09-01")), false),
            (course("2025-01-01", Some("2026-08-25")), true),
            // It was verified since, and has become stale once more.
            (course("2025-11-01", Some("2025-10-01")), true),
        ] {
            assert_eq!(is_letter_due(&[course], course.reminded_at, now), due, "{course:?}");
        }
        assert!(!is_letter_due(&[], None, now));
    }

    #[test]
    fn courses_that_become_stale_in_one_week_come_in_one_letter() {
        let fresh = course("2025-11-24", None);
        assert!(!is_letter_due(&[fresh], Some(at("2026-11-20")), at("2026-11-25")));
        assert!(is_letter_due(&[fresh], Some(at("2026-11-20")), at("2026-11-27")));
    }
}
