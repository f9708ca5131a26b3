//! What happened to a course since somebody was last told, and whether a filter asks for it.
use chrono::{DateTime, Utc};

use super::filter::{Facet, Filter};
use super::search::Query;
use super::state::CourseState;
use crate::base::closed_list::closed_list;

closed_list! {
    /// What happened to a course.
    Happened {
        /// It was published for the first time.
        Published = "published", "subscription-news-published";
        /// Another version was published.
        Changed = "changed", "subscription-news-changed";
        /// It is back after a pause.
        Resumed = "resumed", "subscription-news-resumed";
        /// It was taken out of the catalogue for a time.
        Suspended = "suspended", "subscription-news-suspended";
        /// It was given up.
        Retired = "retired", "subscription-news-retired";
    }
}

/// A version as it is news.
#[derive(Clone, Debug)]
pub struct VersionNews {
    /// Its number, from 1.
    pub number: i32,
    /// When it was published.
    pub at: DateTime<Utc>,
    /// What it changed.
    pub note: String,
}

/// A course to which something happened.
#[derive(Clone, Debug)]
pub struct CourseNews {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: CourseState,
    /// Since when.
    pub state_since: DateTime<Utc>,
    /// Why, where it is not in the catalogue.
    pub reason: String,
    /// Its versions of late, the oldest first.
    pub versions: Vec<VersionNews>,
    /// Its values, by facet.
    pub values: Vec<(Facet, String)>,
    /// The tokens by which it is found, in their order, joined by spaces.
    pub tokens: String,
}

/// One line of a digest.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'a> {
    /// What happened.
    pub what: Happened,
    /// What the centre says about it; may be empty.
    pub note: &'a str,
    /// When.
    pub at: DateTime<Utc>,
}

impl CourseNews {
    /// What happened after `since`, as one line; none where nothing did. What took a course out of
    /// the catalogue counts for more than what came before it.
    pub fn since(&self, since: DateTime<Utc>) -> Option<Item<'_>> {
        let turned = self.state_since > since;
        let left = match self.state {
            CourseState::Suspended => Some(Happened::Suspended),
            CourseState::Retired => Some(Happened::Retired),
            CourseState::Draft | CourseState::InReview | CourseState::Published => None,
        };
        if let Some(what) = left {
            let item = Item { what, note: &self.reason, at: self.state_since };
            return turned.then_some(item);
        }
        let mut new = self.versions.iter().filter(|version| version.at > since);
        let first = new.clone().next();
        match (first, new.next_back()) {
            (Some(first), Some(last)) if first.number == 1 => {
                Some(Item { what: Happened::Published, note: "", at: last.at })
            }
            (_, Some(last)) => {
                Some(Item { what: Happened::Changed, note: &last.note, at: last.at })
            }
            (_, None) => {
                turned.then_some(Item { what: Happened::Resumed, note: "", at: self.state_since })
            }
        }
    }

    /// Whether a filter asks for the course, as it is or as it last was.
    pub fn fits(&self, filter: &Filter) -> bool {
        let has = |facet: Facet, wanted: &[String]| {
            wanted.is_empty()
                || self.values.iter().any(|(of, value)| *of == facet && wanted.contains(value))
        };
        filter.chosen.iter().all(|(facet, wanted)| has(*facet, wanted))
            && (filter.q.is_empty() || Query::read(&filter.q).is_met_by(&self.tokens))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::rules::{CourseContent, search};

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(minute * 60, 0).expect("a moment")
    }

    fn course(state: (CourseState, i64), versions: &[(i32, i64)]) -> CourseNews {
        let version = |(number, minute): &(i32, i64)| VersionNews {
            number: *number,
            at: at(*minute),
            note: format!("note {number}"),
        };
        CourseNews {
            code: "LIA-201".into(),
            title: "Liaison".into(),
            state: state.0,
            state_since: at(state.1),
            reason: "a reason".into(),
            versions: versions.iter().map(version).collect(),
            values: vec![(Facet::Goal, "prevention".into()), (Facet::Language, "en".into())],
            tokens: search::tokens("LIA-201", &["Liaison in a network"], &CourseContent::default()),
        }
    }

    fn what(course: &CourseNews, since: i64) -> Option<(Happened, String)> {
        course.since(at(since)).map(|item| (item.what, item.note.to_owned()))
    }

    #[test]
    fn what_happened_last_is_told_once() {
        let published = course((CourseState::Published, 10), &[(1, 10), (2, 20)]);
        assert_eq!(what(&published, 5), Some((Happened::Published, String::new())));
        assert_eq!(what(&published, 10), Some((Happened::Changed, "note 2".into())));
        assert_eq!(what(&published, 20), None);
        let back = course((CourseState::Published, 40), &[(2, 20)]);
        assert_eq!(what(&back, 30), Some((Happened::Resumed, String::new())));
        let retired = course((CourseState::Retired, 50), &[(2, 20)]);
        assert_eq!(what(&retired, 5), Some((Happened::Retired, "a reason".into())));
        assert_eq!(what(&retired, 50), None);
    }

    #[test]
    fn a_filter_asks_for_every_facet_and_every_word() {
        let course = course((CourseState::Published, 10), &[(1, 10)]);
        let fits = |query: &str| course.fits(&super::super::read_query(query));
        assert!(fits("") && fits("goal=prevention&goal=other&language=en&q=NETWORK+liaison"));
        assert!(!fits("goal=other") && !fits("q=liaison+passport") && !fits("level=advanced"));
        assert!(fits("q=networks+liaisons") && fits("q=net") && fits("q=lia201") && !fits("q=%21"));
    }
}
