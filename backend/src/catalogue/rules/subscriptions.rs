//! Filters of whose news people are told by email: how often, when next, and how they are kept.
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::filter::Filter;
use crate::base::closed_list::stored_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::{Locale, Message};
use crate::identity::read_email;

/// The longest filter that is kept, in bytes of its address: an index holds it whole.
const LONGEST_FILTER: usize = 1_000;
/// The hour of the day at which digests are due.
const HOUR: u32 = 6;
/// No rhythm leaves a longer gap, in days.
const LONGEST_GAP: u64 = 32;

stored_list! {
    /// How often somebody is told.
    Rhythm {
        /// Every morning.
        Daily = "daily", "subscription-daily";
        /// On Monday morning.
        Weekly = "weekly", "subscription-weekly";
        /// On the first morning of a month.
        Monthly = "monthly", "subscription-monthly";
    }
}

impl Rhythm {
    /// The first moment after `after` at which a digest is due for somebody in `zone`.
    pub fn next(self, zone: Tz, after: DateTime<Utc>) -> DateTime<Utc> {
        let today = after.with_timezone(&zone).date_naive();
        let days = (0..=LONGEST_GAP).filter_map(|days| today.checked_add_days(Days::new(days)));
        let due = days.filter(|day| self.falls_on(*day)).map(|day| morning(zone, day));
        due.into_iter().find(|due| *due > after).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    fn falls_on(self, day: NaiveDate) -> bool {
        match self {
            Self::Daily => true,
            Self::Weekly => day.weekday() == Weekday::Mon,
            Self::Monthly => day.day() == 1,
        }
    }
}

/// Six in the morning; where clocks skip that hour, the first moment after it.
fn morning(zone: Tz, day: NaiveDate) -> DateTime<Utc> {
    let at = |hour| {
        let time = NaiveTime::from_hms_opt(hour, 0, 0)?;
        zone.from_local_datetime(&day.and_time(time)).earliest()
    };
    let morning = (HOUR..24).find_map(at).map(|at| at.with_timezone(&Utc));
    morning.unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
}

/// A filter as it is kept: its address, whatever the page and the order.
pub fn kept(filter: &Filter) -> String {
    let address = Filter { page: 1, ..filter.clone() }.canonical();
    address.split_once('?').map_or_else(String::new, |(_, query)| query.to_owned())
}

/// The filter that was kept; none where this program does not understand all of it, because it
/// would then find more than was asked.
pub fn of_kept(query: &str) -> Option<Filter> {
    let filter = read_query(query);
    (kept(&filter) == query).then_some(filter)
}

/// The filter of a query, of which it takes what it understands.
pub fn read_query(query: &str) -> Filter {
    let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    Filter::read(&pairs)
}

/// What somebody wants to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// The filter as it is kept.
    pub filter: String,
    /// How often.
    pub rhythm: Rhythm,
    /// In which language.
    pub locale: Locale,
}

/// The form as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct SubscriptionForm {
    /// The address; not asked of people who are signed in.
    pub address: String,
    /// The query of the filter.
    pub filter: String,
    /// How often.
    pub often: String,
    /// In which language, as a tag.
    pub language: String,
}

impl SubscriptionForm {
    /// What the form asks for, or every fault.
    pub fn read(&self) -> Result<Wish, FieldErrors> {
        let mut errors = FieldErrors::default();
        let wish = self.wish(&mut errors);
        match wish {
            Some(wish) if errors.is_empty() => Ok(wish),
            _ => Err(errors),
        }
    }

    /// What the form asks for and the address to which, or every fault.
    pub fn read_addressed(&self) -> Result<(String, Wish), FieldErrors> {
        let mut errors = FieldErrors::default();
        let address = read_email(&self.address);
        if address.is_none() {
            let key = if self.address.trim().is_empty() {
                "subscription-address-missing"
            } else {
                "subscription-address-wrong"
            };
            errors.add("address", key);
        }
        match (address, self.wish(&mut errors)) {
            (Some(address), Some(wish)) if errors.is_empty() => Ok((address, wish)),
            _ => Err(errors),
        }
    }

    fn wish(&self, errors: &mut FieldErrors) -> Option<Wish> {
        let filter = kept(&read_query(&self.filter));
        if filter.len().max(self.filter.chars().count()) > LONGEST_FILTER {
            errors.add("filter", "subscription-filter-long");
        }
        let rhythm = Rhythm::of(&self.often);
        if rhythm.is_none() {
            errors.add("often", "subscription-often-missing");
        }
        let locale = Locale::of(&self.language);
        if locale.is_none() {
            errors.add("language", "subscription-language-missing");
        }
        Some(Wish { filter, rhythm: rhythm?, locale: locale? })
    }
}

/// What somebody does with a subscription.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SubscriptionStep {
    /// Other digests of the same filter.
    Change(Rhythm, Locale),
    /// No digests until they say so.
    Pause,
    /// Digests again, from now on.
    Resume,
    /// No digests any more.
    Remove,
}

impl SubscriptionStep {
    /// The step of a button, with what stood in the fields beside it.
    pub fn read(button: &str, often: &str, language: &str) -> Option<Self> {
        Some(match button {
            "save" => Self::Change(Rhythm::of(often)?, Locale::of(language)?),
            "pause" => Self::Pause,
            "resume" => Self::Resume,
            "remove" => Self::Remove,
            _ => return None,
        })
    }
}

/// Says of a filter in words what it asks for: the label and the words of each part. `name_of`
/// knows the names of course types, centres and languages.
pub fn told(
    filter: &Filter,
    name_of: impl Fn(super::Facet, &str) -> String,
) -> Vec<(Message, Message)> {
    let text = |text: &str| Message::new("subscription-text").with("text", text);
    let mut parts = Vec::new();
    if !filter.q.is_empty() {
        parts.push((Message::new("subscription-words"), text(&filter.q)));
    }
    for (facet, values) in filter.chosen.iter().filter(|(_, values)| !values.is_empty()) {
        let word = |value: &String| {
            facet.words_for(value).unwrap_or_else(|| text(&name_of(*facet, value)))
        };
        let joined = |start, end| Message::new("letter-list").with("start", start).with("end", end);
        if let Some(words) = values.iter().map(word).reduce(joined) {
            parts.push((facet.label(), words));
        }
    }
    if parts.is_empty() {
        parts.push(("subscription-filter".into(), "subscription-everything".into()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn digests_are_due_at_six_in_the_morning_of_whoever_reads_them() {
        // A Wednesday.
        let now = at("2026-11-25T03:00:00Z");
        let next = |rhythm: Rhythm, zone| rhythm.next(zone, now).to_rfc3339();
        assert_eq!(next(Rhythm::Daily, Tz::UTC), "2026-11-25T06:00:00+00:00");
        assert_eq!(next(Rhythm::Weekly, Tz::UTC), "2026-11-30T06:00:00+00:00");
        assert_eq!(next(Rhythm::Monthly, Tz::UTC), "2026-12-01T06:00:00+00:00");
        assert_eq!(next(Rhythm::Daily, Tz::Asia__Jakarta), "2026-11-25T23:00:00+00:00");
        assert_eq!(next(Rhythm::Weekly, Tz::Pacific__Auckland), "2026-11-29T17:00:00+00:00");
    }

    #[test]
    fn a_filter_that_is_no_longer_understood_is_none() {
        assert_eq!(of_kept("colour=red&goal=prevention"), None);
        assert_eq!(of_kept("goal=prevention").map(|filter| filter.in_use()), Some(1));
        assert_eq!(of_kept("").map(|filter| filter.in_use()), Some(0));
    }

    #[test]
    fn every_fault_of_the_form_is_told_at_once() {
        let errors = SubscriptionForm::default().read_addressed().expect_err("it is empty");
        for field in ["address", "often", "language"] {
            assert!(errors.of(field).is_some(), "{field}");
        }
    }

    proptest! {
        #[test]
        fn a_digest_is_due_after_now_and_within_its_rhythm(
            seconds in 1_700_000_000i64..2_000_000_000,
            zone in proptest::sample::select(vec![
                Tz::UTC, Tz::Asia__Kathmandu, Tz::Pacific__Chatham, Tz::America__New_York,
            ]),
        ) {
            let now = DateTime::from_timestamp(seconds, 0).expect("a moment");
            for (rhythm, days) in [(Rhythm::Daily, 1), (Rhythm::Weekly, 7), (Rhythm::Monthly, 31)] {
                let due = rhythm.next(zone, now);
                let longest = chrono::Duration::days(days) + chrono::Duration::hours(2);
                prop_assert!(due > now && due - now <= longest, "{rhythm:?} {due}");
            }
        }

        #[test]
        fn what_is_kept_is_read_as_it_was(
            q in "\\PC{0,20}",
            chosen in proptest::collection::vec((0usize..9, "[a-z]{1,6}"), 0..9),
        ) {
            let mut pairs = vec![("q".to_owned(), q), ("page".to_owned(), "7".to_owned())];
            let facets = chosen.into_iter();
            pairs.extend(facets.map(|(f, value)| {
                (super::super::Facet::ALL[f].as_str().to_owned(), value)
            }));
            let filter = Filter { page: 1, ..Filter::read(&pairs) };
            prop_assert_eq!(of_kept(&kept(&filter)), Some(filter));
        }
    }
}
