//! What a State may do with its nominations, by the deadlines of a delivery.
use chrono::{DateTime, Utc};

use crate::base::i18n::Message;
use crate::deliveries::rules::{Deadline, DeliveryState};

/// Until when States put people forward, as it stands at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Nominations are not open: not yet, or no more.
    Shut,
    /// Anybody may be put forward until then.
    Open(DateTime<Utc>),
    /// The deadline is over; a State may still fill its own free seats, until then.
    OwnSeats(DateTime<Utc>),
    /// Free seats were taken back: only replacements are taken.
    Over,
}

impl Window {
    /// The window of a delivery in this state with these deadlines.
    pub fn of(state: DeliveryState, due: &[(Deadline, DateTime<Utc>)], now: DateTime<Utc>) -> Self {
        let at = |wanted: Deadline| due.iter().find(|(one, _)| *one == wanted).map(|(_, at)| *at);
        if !matches!(state, DeliveryState::Nominating | DeliveryState::Selecting) {
            return Self::Shut;
        }
        match (at(Deadline::Nominate), at(Deadline::Recall)) {
            (Some(nominate), _) if now <= nominate && state == DeliveryState::Nominating => {
                Self::Open(nominate)
            }
            (Some(_), Some(recall)) if now <= recall => Self::OwnSeats(recall),
            (Some(_), Some(_)) => Self::Over,
            _ => Self::Shut,
        }
    }

    /// Whether people may be put forward at all.
    pub const fn takes(self) -> bool {
        matches!(self, Self::Open(_) | Self::OwnSeats(_))
    }

    /// Whether so many more people may be sent, where `own` is how many free seats of its own the
    /// State would still fill; the refusal says what is the matter.
    pub fn allows(self, more: usize, own: usize) -> Result<(), Message> {
        match self {
            Self::Open(_) => Ok(()),
            Self::OwnSeats(_) if more <= own => Ok(()),
            Self::OwnSeats(_) => Err(Message::new("participants-refused-late").with("seats", own)),
            Self::Shut => Err(Message::new("participants-refused-shut")),
            Self::Over => Err(Message::new("participants-refused-over")),
        }
    }
}

/// What replacing somebody leads to, as it stands at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replacing {
    /// Free: who comes takes over the place.
    Free,
    /// With a reason, and the centre decides anew.
    Asks,
}

/// What replacing leads to for a delivery in this state with these deadlines.
pub fn replacing(
    state: DeliveryState,
    due: &[(Deadline, DateTime<Utc>)],
    now: DateTime<Utc>,
) -> Result<Replacing, Message> {
    let before = |wanted| due.iter().any(|(one, at)| *one == wanted && now <= *at);
    if !state.takes_people() {
        Err(Message::new("participants-refused-shut"))
    } else if before(Deadline::Replacement) {
        Ok(Replacing::Free)
    } else if before(Deadline::Freeze) {
        Ok(Replacing::Asks)
    } else {
        Err(Message::new("participants-refused-frozen"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> DateTime<Utc> {
        format!("{day}T12:00:00Z").parse().expect("a moment")
    }

    fn due() -> Vec<(Deadline, DateTime<Utc>)> {
        let days =
            ["2027-01-07", "2027-01-18", "2027-01-25", "2027-02-08", "2027-02-22", "2027-03-05"];
        Deadline::ALL.iter().copied().zip(days.map(at)).collect()
    }

    #[test]
    fn people_are_put_forward_until_the_deadline_and_own_seats_are_filled_until_the_recall() {
        let of = |day| Window::of(DeliveryState::Nominating, &due(), at(day));
        assert_eq!(of("2027-01-07"), Window::Open(at("2027-01-07")));
        assert_eq!(of("2027-01-08"), Window::OwnSeats(at("2027-01-25")));
        assert_eq!(of("2027-01-26"), Window::Over);
        for state in [DeliveryState::Announced, DeliveryState::Postponed, DeliveryState::Running] {
            assert_eq!(Window::of(state, &due(), at("2027-01-01")), Window::Shut);
        }
        assert_eq!(Window::of(DeliveryState::Nominating, &[], at("2027-01-01")), Window::Shut);
    }

    #[test]
    fn after_the_deadline_a_state_fills_its_free_seats_and_no_more() {
        let late = Window::OwnSeats(at("2027-01-25"));
        assert!(late.allows(2, 2).is_ok());
        assert_eq!(late.allows(3, 2).expect_err("refused").key(), "participants-refused-late");
        assert!(Window::Open(at("2027-01-07")).allows(9, 0).is_ok());
        assert!(Window::Over.allows(0, 9).is_err() && Window::Shut.allows(0, 9).is_err());
    }

    #[test]
    fn replacing_is_free_then_asks_then_ends() {
        let of = |day| replacing(DeliveryState::Selecting, &due(), at(day));
        assert_eq!(of("2027-02-22"), Ok(Replacing::Free));
        assert_eq!(of("2027-02-23"), Ok(Replacing::Asks));
        assert!(of("2027-03-06").is_err());
        assert!(replacing(DeliveryState::Cancelled, &due(), at("2027-01-01")).is_err());
    }
}
