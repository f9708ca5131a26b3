//! How long a planning horizon is.
use chrono::{Months, NaiveDate};

/// The longest horizon of a round, in months.
pub const LONGEST_HORIZON: u32 = 120;

/// The months from `start` to `end`, both inclusive; a month that is begun counts whole.
pub fn months_between(start: NaiveDate, end: NaiveDate) -> u32 {
    let after = end.succ_opt().unwrap_or(end);
    (1..LONGEST_HORIZON)
        .find(|months| {
            start.checked_add_months(Months::new(*months)).is_none_or(|day| day >= after)
        })
        .unwrap_or(LONGEST_HORIZON)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn months(start: &str, end: &str) -> u32 {
        let day = |text: &str| text.parse().expect("a date");
        months_between(day(start), day(end))
    }

    #[test]
    fn a_calendar_year_has_twelve_months() {
        assert_eq!(months("2027-01-01", "2027-12-31"), 12);
        assert_eq!(months("2028-01-01", "2028-12-31"), 12);
        assert_eq!(months("2027-07-01", "2028-06-30"), 12);
    }

    #[test]
    fn a_month_that_is_begun_counts_whole() {
        assert_eq!(months("2027-01-01", "2027-01-01"), 1);
        assert_eq!(months("2027-01-01", "2027-01-31"), 1);
        assert_eq!(months("2027-01-01", "2027-02-01"), 2);
        assert_eq!(months("2027-01-15", "2027-02-14"), 1);
        assert_eq!(months("2027-01-15", "2027-02-15"), 2);
        assert_eq!(months("2027-01-01", "2028-01-01"), 13);
    }

    proptest! {
        #[test]
        fn whole_years_are_twelve_months_each(year in 2000i32..2100, years in 1u32..9) {
            let start = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
            let end = NaiveDate::from_ymd_opt(year + i32::try_from(years).expect("few") - 1, 12, 31);
            prop_assert_eq!(months_between(start, end.expect("a date")), years * 12);
        }
    }
}
