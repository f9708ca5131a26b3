use proptest::prelude::*;

use super::*;

fn judged(start: &str, end: &str) -> (Option<String>, Option<String>, Option<u16>, Vec<Code>) {
    let cell = |text: &str| Value::Text(text.to_owned());
    let reference = NaiveDate::from_ymd_opt(2015, 11, 15).expect("a day");
    let mut said = Said::default();
    let days = read((&cell(start), &cell(end)), reference, &mut said);
    let shown = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    (shown(days.start), shown(days.end), days.duration, said.codes())
}

#[test]
fn dates_are_read_day_first_unless_the_row_proves_otherwise() {
    let some = |day: &str| Some(day.to_owned());
    for (start, end, expected) in [
        ("07/03/2016", "18/03/2016", (some("2016-03-07"), some("2016-03-18"), None, vec![])),
        (
            "04/11/2016",
            "04/22/2016",
            (some("2016-04-11"), some("2016-04-22"), None, vec![Code::DateMonthFirst]),
        ),
        ("03/04/2016", "5 days", (some("2016-04-03"), None, Some(5), vec![Code::DateAmbiguous])),
        (
            "9–13 May 2016",
            "",
            (some("2016-05-09"), some("2016-05-13"), None, vec![Code::DateRangeInCell]),
        ),
        (
            "30 May - 3 June 2016",
            "",
            (some("2016-05-30"), some("2016-06-03"), None, vec![Code::DateRangeInCell]),
        ),
        ("42430", "3 days", (some("2016-03-01"), None, Some(3), vec![Code::DateSerial])),
        (
            "05-Sep-16",
            "16-Sep-16",
            (some("2016-09-05"), some("2016-09-16"), None, vec![Code::DateTwoDigitYear]),
        ),
        ("12 ก.พ. 2559", "", (some("2016-02-12"), None, None, vec![Code::DateBuddhistEra])),
        ("21/11/2016 09:00", "3 hari", (some("2016-11-21"), None, Some(3), vec![])),
        ("31/02/2016", "", (None, None, None, vec![Code::DateImpossible])),
        ("TBC", "2 days", (None, None, Some(2), vec![Code::DateIncomplete])),
        ("Q2 2016", "", (None, None, None, vec![Code::DateIncomplete])),
        ("2016-11", "", (None, None, None, vec![Code::DateIncomplete])),
        ("1395/02/15", "", (None, None, None, vec![Code::DateUnreadable])),
        ("平成28年11月14日", "", (None, None, None, vec![Code::DateUnreadable])),
    ] {
        assert_eq!(judged(start, end), expected, "{start} {end}");
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange_for_a_date(start in ".{0,30}", end in "[0-9/. a-z-]{0,20}") {
        let _ = judged(&start, &end);
    }

    #[test]
    fn every_day_is_read_as_it_is_written(number in 0..36_000_u64) {
        let day = NaiveDate::from_ymd_opt(1950, 1, 1).expect("a day") + Days::new(number);
        for form in ["%Y-%m-%d", "%Y/%m/%d", "%d %B %Y", "%B %d, %Y"] {
            let (start, ..) = judged(&day.format(form).to_string(), "");
            prop_assert_eq!(start, Some(day.to_string()));
        }
    }
}
