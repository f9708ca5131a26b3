//! Nomination rounds: their states, their dates, and what makes one.
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::horizon::{LONGEST_HORIZON, months_between};
use crate::base::closed_list::stored_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;

stored_list! {
    /// Where a round stands.
    RoundState {
        /// Being prepared; members do not see it.
        Draft = "draft", "round-state-draft";
        /// Members answer.
        Open = "open", "round-state-open";
        /// Nobody answers any more; the figures stand.
        Closed = "closed", "round-state-closed";
        /// The RSO has put the needs together.
        Consolidated = "consolidated", "round-state-consolidated";
        /// The members have been told what became of it.
        Published = "published", "round-state-published";
        /// Kept for the record.
        Archived = "archived", "round-state-archived";
    }
}

impl RoundState {
    /// Whether a round may go from this state to `next`: one step at a time, never back.
    pub fn may_become(self, next: Self) -> bool {
        Self::ALL.windows(2).any(|pair| pair == [self, next])
    }

    /// The sign of the design that stands before the words.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Open => "yes",
            Self::Closed | Self::Archived => "no",
            Self::Consolidated => "sent",
            Self::Published => "set",
        }
    }
}

/// Whether a round takes answers at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// It does, until its deadline.
    Open,
    /// The deadline has passed; late answers are still taken.
    Late,
    /// It is closed, or its last moment has passed.
    Over,
    /// It has not begun.
    NotYet,
}

impl Taking {
    /// Whether a round in `state` takes answers `now`.
    pub fn of(
        state: RoundState,
        (opens_at, closes_at): (DateTime<Utc>, DateTime<Utc>),
        grace_days: u16,
        now: DateTime<Utc>,
    ) -> Self {
        match state {
            RoundState::Draft => Self::NotYet,
            RoundState::Open if now < opens_at => Self::NotYet,
            RoundState::Open if now <= closes_at => Self::Open,
            RoundState::Open if now <= closes_at + Duration::days(grace_days.into()) => Self::Late,
            _ => Self::Over,
        }
    }

    /// Whether answers are taken.
    pub const fn accepts(self) -> bool {
        matches!(self, Self::Open | Self::Late)
    }
}

/// A round as typed into its form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedRound {
    /// The title.
    pub title: String,
    /// The first day of the horizon.
    pub horizon_start: String,
    /// The last day of the horizon.
    pub horizon_end: String,
    /// The day on which it opens, and the time.
    pub opens: (String, String),
    /// The day on which it closes, and the time.
    pub closes: (String, String),
    /// How many days late answers are taken.
    pub grace_days: String,
    /// The smallest figure that is shown to the public.
    pub minimum_cell: String,
    /// The codes of the course types in scope.
    pub course_types: Vec<String>,
    /// The ids of the members invited.
    pub members: Vec<String>,
}

/// A round that can be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRound {
    /// The title, unique and recognisable.
    pub title: String,
    /// First and last day of what is planned.
    pub horizon: (NaiveDate, NaiveDate),
    /// When it opens.
    pub opens_at: DateTime<Utc>,
    /// The deadline.
    pub closes_at: DateTime<Utc>,
    /// How many days late answers are taken.
    pub grace_days: u16,
    /// The smallest figure that is shown to the public.
    pub minimum_cell: u16,
    /// The codes of the course types in scope, in their order.
    pub course_types: Vec<String>,
    /// The members invited.
    pub members: Vec<OrganisationId>,
    /// Whether it is invented for a demonstration.
    pub sample: bool,
}

impl NewRound {
    /// Reads what was typed; times are in `zone`. Scope and members must be among `known`.
    pub fn read(
        typed: &TypedRound,
        zone: Tz,
        (known_types, known_members): (&[&str], &[OrganisationId]),
    ) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = title(&typed.title, &mut errors);
        let start = day("horizon_start", &typed.horizon_start, &mut errors);
        let end = day("horizon_end", &typed.horizon_end, &mut errors);
        horizon((start, end), &mut errors);
        let opens_at = moment(("opens_date", "opens_time"), &typed.opens, zone, &mut errors);
        let closes_at = moment(("closes_date", "closes_time"), &typed.closes, zone, &mut errors);
        if opens_at.zip(closes_at).is_some_and(|(opens, closes)| closes <= opens) {
            errors.add("closes_date", "round-closes-before-opening");
        }
        let grace_days = number(("grace_days", 0, 30), &typed.grace_days, &mut errors);
        let minimum_cell = number(("minimum_cell", 1, 20), &typed.minimum_cell, &mut errors);
        let chosen = |code: &&str| typed.course_types.iter().any(|typed| typed == code);
        let course_types: Vec<String> =
            known_types.iter().copied().filter(chosen).map(str::to_owned).collect();
        let invited = |id: &OrganisationId| typed.members.contains(&id.to_string());
        let members: Vec<_> = known_members.iter().copied().filter(|id| invited(id)).collect();
        if course_types.is_empty() {
            errors.add("course_types", "round-without-types");
        }
        if members.is_empty() {
            errors.add("members", "round-without-members");
        }
        let (Some(start), Some(end), Some(opens_at), Some(closes_at)) =
            (start, end, opens_at, closes_at)
        else {
            return Err(errors);
        };
        let horizon = (start, end);
        errors.or(Self {
            title,
            horizon,
            opens_at,
            closes_at,
            grace_days,
            minimum_cell,
            course_types,
            members,
            sample: false,
        })
    }
}

pub(super) fn title(typed: &str, errors: &mut FieldErrors) -> String {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if title.is_empty() || title.chars().count() > 80 {
        errors.add("title", "round-title-bad");
    }
    title
}

fn day(field: &str, typed: &str, errors: &mut FieldErrors) -> Option<NaiveDate> {
    let day = typed.trim().parse::<NaiveDate>().ok().filter(|day| is_sensible(*day));
    if day.is_none() {
        errors.add(field, "round-date-bad");
    }
    day
}

pub(super) fn is_sensible(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (2000..2200).contains(&day.year())
}

pub(super) fn horizon(
    (start, end): (Option<NaiveDate>, Option<NaiveDate>),
    errors: &mut FieldErrors,
) {
    let Some((start, end)) = start.zip(end) else { return };
    if end <= start {
        errors.add("horizon_end", "round-horizon-backwards");
    } else if months_between(start, end) > LONGEST_HORIZON / 2 {
        errors.add("horizon_end", "round-horizon-long");
    }
}

fn moment(
    (date_field, time_field): (&str, &str),
    (date, time): &(String, String),
    zone: Tz,
    errors: &mut FieldErrors,
) -> Option<DateTime<Utc>> {
    let date = day(date_field, date, errors);
    let time = NaiveTime::parse_from_str(time.trim(), "%H:%M").ok();
    if time.is_none() {
        errors.add(time_field, "round-time-bad");
    }
    let local = date?.and_time(time?);
    let moment = zone.from_local_datetime(&local).earliest();
    if moment.is_none() {
        errors.add(time_field, "round-time-missing");
    }
    moment.map(|moment| moment.with_timezone(&Utc))
}

fn number((field, least, most): (&str, u16, u16), typed: &str, errors: &mut FieldErrors) -> u16 {
    match typed.trim().parse() {
        Ok(number) if (least..=most).contains(&number) => number,
        _ => {
            let message = Message::new("round-number-bad").with("least", least).with("most", most);
            errors.add(field, message);
            least
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_round_goes_forward_one_step_at_a_time() {
        for from in RoundState::ALL {
            for to in RoundState::ALL {
                let next = RoundState::ALL.iter().skip_while(|state| *state != from).nth(1);
                assert_eq!(from.may_become(*to), next == Some(to), "{from:?} to {to:?}");
            }
        }
    }

    #[test]
    fn answers_are_taken_to_the_last_moment_of_the_grace_and_not_after() {
        let dates = (at("2026-11-02T02:00:00Z"), at("2026-12-11T16:59:00Z"));
        let taking = |now: &str| Taking::of(RoundState::Open, dates, 2, at(now));
        assert_eq!(taking("2026-11-02T01:59:59Z"), Taking::NotYet);
        assert_eq!(taking("2026-11-02T02:00:00Z"), Taking::Open);
        assert_eq!(taking("2026-12-11T16:59:00Z"), Taking::Open);
        assert_eq!(taking("2026-12-11T16:59:01Z"), Taking::Late);
        assert_eq!(taking("2026-12-13T16:59:00Z"), Taking::Late);
        assert_eq!(taking("2026-12-13T16:59:01Z"), Taking::Over);
        let closed = Taking::of(RoundState::Closed, dates, 2, at("2026-11-03T00:00:00Z"));
        assert_eq!(closed, Taking::Over);
    }

    fn typed() -> TypedRound {
        let text = str::to_owned;
        TypedRound {
            title: text("  Round   2028 "),
            horizon_start: text("2028-01-01"),
            horizon_end: text("2028-12-31"),
            opens: (text("2027-11-01"), text("09:00")),
            closes: (text("2027-12-10"), text("23:59")),
            grace_days: text("2"),
            minimum_cell: text("3"),
            course_types: vec![text("liaison"), text("unknown")],
            members: Vec::new(),
        }
    }

    #[test]
    fn what_was_typed_is_read_in_the_zone_of_the_office() {
        let member = OrganisationId::new();
        let typed = TypedRound { members: vec![member.to_string()], ..typed() };
        let known = (&["intelligence", "liaison"][..], &[member][..]);
        let round = NewRound::read(&typed, Tz::Asia__Bangkok, known).expect("it can be held");
        assert_eq!(round.title, "Round 2028");
        assert_eq!(round.closes_at, at("2027-12-10T16:59:00Z"));
        assert_eq!(round.course_types, ["liaison"]);
    }

    #[test]
    fn every_fault_of_a_round_is_named_at_once() {
        let errors = NewRound::read(&TypedRound::default(), Tz::UTC, (&[], &[]));
        let errors = errors.expect_err("nothing was typed");
        for field in [
            "title",
            "horizon_start",
            "horizon_end",
            "opens_date",
            "opens_time",
            "closes_date",
            "closes_time",
            "grace_days",
            "minimum_cell",
            "course_types",
            "members",
        ] {
            assert!(errors.of(field).is_some(), "{field}");
        }
    }

    #[test]
    fn a_round_closes_after_it_opens_and_its_horizon_runs_forward() {
        let text = str::to_owned;
        let backwards = TypedRound {
            horizon_end: text("2027-12-31"),
            closes: (text("2027-11-01"), text("08:59")),
            ..typed()
        };
        let errors = NewRound::read(&backwards, Tz::UTC, (&["liaison"], &[]));
        let errors = errors.expect_err("it runs backwards");
        assert!(errors.of("horizon_end").is_some() && errors.of("closes_date").is_some());
    }
}
