//! Which deliveries the calendar shows, all of it in the address.
use chrono::{Datelike, Days, Months, NaiveDate};
use url::form_urlencoded::Serializer;

use crate::base::closed_list::closed_list;
use crate::catalogue::rules::DeliveryMode;

closed_list! {
    /// How the calendar is shown.
    View {
        /// One after another.
        List = "list", "calendar-view-list";
        /// Day by day.
        Month = "month", "calendar-view-month";
    }
}

closed_list! {
    /// When the deliveries are that a list shows.
    When {
        /// Those that are not over, and those whose days are not settled.
        Upcoming = "upcoming", "calendar-when-upcoming";
        /// Those of the next three months.
        Soon = "soon", "calendar-when-soon";
        /// Those whose days are not settled.
        Undated = "undated", "calendar-when-undated";
        /// Those that are over.
        Past = "past", "calendar-when-past";
    }
}

/// The longest code that is looked at.
const LONGEST: usize = 40;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Reads a month as addresses have it: 2027-02.
    pub fn read(text: &str) -> Option<Self> {
        let day = format!("{text}-01").parse::<NaiveDate>().ok()?;
        (2000..=2100).contains(&day.year()).then_some(Self(day)).filter(|_| text.len() == 7)
    }

    /// The month as addresses have it.
    pub fn as_text(self) -> String {
        self.0.format("%Y-%m").to_string()
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.next().0.pred_opt().unwrap_or(self.0)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0.checked_sub_months(Months::new(1)).unwrap_or(self.0))
    }

    /// Its weeks, each from Monday to Sunday; none stands for a day of another month.
    pub fn weeks(self) -> Vec<[Option<NaiveDate>; 7]> {
        let before = u64::from(self.0.weekday().num_days_from_monday());
        let monday = self.0.checked_sub_days(Days::new(before)).unwrap_or(self.0);
        let week = |monday: NaiveDate| {
            let day = |after: usize| monday.checked_add_days(Days::new(after as u64));
            std::array::from_fn(|after| day(after).filter(|day| Self::of(*day) == self))
        };
        let mondays = monday.iter_weeks().take_while(|monday| *monday <= self.last());
        mondays.map(week).collect()
    }
}

/// Which deliveries are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// How they are shown.
    pub view: View,
    /// When they are.
    pub when: When,
    /// The month that is shown day by day; none for the present one.
    pub month: Option<Month>,
    /// The code of the course type; empty for any.
    pub course_type: String,
    /// The tag of the language; empty for any.
    pub language: String,
    /// How they are held.
    pub mode: Option<DeliveryMode>,
    /// The page of the list, from 1.
    pub page: i64,
}

impl Default for Filter {
    fn default() -> Self {
        let (course_type, language) = (String::new(), String::new());
        let (view, when, month, mode) = (View::List, When::Upcoming, None, None);
        Self { view, when, month, course_type, language, mode, page: 1 }
    }
}

impl Filter {
    /// Reads the address; what it does not understand it leaves out.
    pub fn read(pairs: &[(String, String)]) -> Self {
        let mut filter = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "view" => filter.view = View::of(value).unwrap_or(filter.view),
                "when" => filter.when = When::of(value).unwrap_or(filter.when),
                "month" => filter.month = Month::read(value).or(filter.month),
                "type" if is_code(value) => filter.course_type.clone_from(value),
                "language" if is_code(value) => filter.language.clone_from(value),
                "mode" => filter.mode = DeliveryMode::of(value).or(filter.mode),
                "page" => filter.page = value.parse().unwrap_or(1).clamp(1, 100_000),
                _ => {}
            }
        }
        filter
    }

    /// The address of this view below `path`.
    pub fn href(&self, path: &str) -> String {
        let mut query = Serializer::new(String::new());
        let usual = Self::default();
        let month = self.month.map(Month::as_text).unwrap_or_default();
        for (name, value, usual) in [
            ("view", self.view.as_str(), usual.view.as_str()),
            ("when", self.when.as_str(), usual.when.as_str()),
            ("month", month.as_str(), ""),
            ("type", self.course_type.as_str(), ""),
            ("language", self.language.as_str(), ""),
            ("mode", self.mode.map_or("", DeliveryMode::as_str), ""),
        ] {
            if value != usual {
                query.append_pair(name, value);
            }
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The same in another way.
    #[must_use]
    pub fn seen_as(&self, view: View) -> Self {
        Self { view, page: 1, ..self.clone() }
    }

    /// The same month by month.
    #[must_use]
    pub fn in_month(&self, month: Month) -> Self {
        Self { view: View::Month, month: Some(month), page: 1, ..self.clone() }
    }

    /// Another page of the same list.
    #[must_use]
    pub fn on_page(&self, page: i64) -> Self {
        Self { page, ..self.clone() }
    }

    /// The first and the last day that a list may touch, from `today`; none has no bound.
    pub fn span(&self, today: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let quarter = today.checked_add_months(Months::new(3));
        match self.when {
            When::Upcoming | When::Undated => (Some(today), None),
            When::Soon => (Some(today), quarter),
            When::Past => (None, today.pred_opt()),
        }
    }
}

/// Whether a value can be a code or a tag.
fn is_code(value: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    value.len() <= LONGEST && value.bytes().all(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(address: &str) -> Filter {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        Filter::read(&pairs)
    }

    #[test]
    fn what_an_address_does_not_say_is_left_as_usual() {
        assert_eq!(Filter::default().href("/calendar"), "/calendar");
        assert_eq!(
            read("?view=year&when=never&month=2027-13&mode=x&page=-3&type=a b"),
            Filter::default()
        );
    }

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let month = Month::read("2027-02").expect("a month");
        let weeks = month.weeks();
        assert_eq!(weeks.len(), 4, "it begins on a Monday and has 28 days");
        assert!(weeks.iter().flatten().all(Option::is_some));
        let march = month.next().weeks();
        assert_eq!(march.iter().flatten().flatten().count(), 31);
        assert_eq!(month.previous().as_text(), "2027-01");
        for text in ["2027", "2027-2", "1999-12", "x", "2027-02-01"] {
            assert_eq!(Month::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn an_address_says_all_that_was_chosen(
            view in 0usize..2, when in 0usize..4, mode in 0usize..4, month in 0u32..1_200,
            kind in "[a-z_]{0,9}", language in "[a-z]{0,3}", page in 1i64..99,
        ) {
            let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
            let filter = Filter {
                view: View::ALL[view],
                when: When::ALL[when],
                month: Some(Month::of(first + Months::new(month))),
                course_type: kind,
                language,
                mode: DeliveryMode::ALL.get(mode).copied(),
                page,
            };
            prop_assert_eq!(read(&filter.href("/calendar")), filter);
        }
    }
}
