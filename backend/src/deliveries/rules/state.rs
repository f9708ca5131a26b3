//! The states of a delivery, and which of them allows what.
use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;

stored_list! {
    /// Where a delivery stands.
    DeliveryState {
        /// Planned by its centre; nobody else is told.
        Proposed = "proposed", "delivery-state-proposed";
        /// Told to those for whom it is.
        Announced = "announced", "delivery-state-announced";
        /// States put people forward.
        Nominating = "nominating", "delivery-state-nominating";
        /// The centre chooses among them.
        Selecting = "selecting", "delivery-state-selecting";
        /// It takes place.
        Confirmed = "confirmed", "delivery-state-confirmed";
        /// It is under way.
        Running = "running", "delivery-state-running";
        /// It has taken place.
        Completed = "completed", "delivery-state-completed";
        /// What came of it is written down.
        Reported = "reported", "delivery-state-reported";
        /// It does not take place on its days; new ones are to be settled.
        Postponed = "postponed", "delivery-state-postponed";
        /// It does not take place.
        Cancelled = "cancelled", "delivery-state-cancelled";
    }
}

/// What a centre does with a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Changes what it says.
    Edit,
    /// Tells those for whom it is.
    Announce,
    /// Says that it takes place.
    Confirm,
    /// Gives up its days, or moves it to others.
    Postpone,
    /// Gives it up.
    Cancel,
}

impl DeliveryState {
    /// The sign of the state, a class of the stylesheet.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Proposed => "plan",
            Self::Announced | Self::Nominating | Self::Selecting => "set",
            Self::Confirmed | Self::Running | Self::Completed | Self::Reported => "yes",
            Self::Postponed => "wait",
            Self::Cancelled => "no",
        }
    }

    /// Whether a delivery may go from this state to `next`: one step at a time; before it begins
    /// it may be postponed, and before it is over cancelled.
    pub fn may_become(self, next: Self) -> bool {
        match next {
            Self::Postponed => {
                matches!(
                    self,
                    Self::Announced | Self::Nominating | Self::Selecting | Self::Confirmed
                )
            }
            Self::Cancelled => !matches!(self, Self::Completed | Self::Reported | Self::Cancelled),
            Self::Announced | Self::Nominating if self == Self::Postponed => true,
            _ => {
                let way = &Self::ALL[..8];
                way.windows(2).any(|pair| pair == [self, next])
            }
        }
    }

    /// Where a delivery stands once it is postponed: on other days it goes on as before.
    #[must_use]
    pub const fn once_postponed(self, has_days: bool) -> Self {
        if has_days { self } else { Self::Postponed }
    }

    /// Where a delivery stands once it is announced: where seats are shared already, States go on
    /// putting people forward.
    #[must_use]
    pub const fn once_announced(seats_are_shared: bool) -> Self {
        if seats_are_shared { Self::Nominating } else { Self::Announced }
    }

    /// Whether people are put forward, chosen and replaced while a delivery is in this state.
    pub const fn takes_people(self) -> bool {
        matches!(self, Self::Nominating | Self::Selecting | Self::Confirmed)
    }

    /// Whether the state allows `act`; the refusal says what is the matter.
    pub fn allows(self, act: Act) -> Result<(), Message> {
        let refusal = match (self, act) {
            (Self::Proposed | Self::Postponed, Act::Edit | Act::Announce | Act::Cancel)
            | (
                Self::Announced | Self::Nominating | Self::Selecting | Self::Confirmed,
                Act::Edit | Act::Postpone | Act::Cancel,
            )
            | (Self::Selecting, Act::Confirm)
            | (Self::Running, Act::Cancel) => return Ok(()),
            (Self::Announced, Act::Confirm) => "delivery-refused-not-nominating",
            (Self::Nominating, Act::Confirm) => "delivery-refused-nominating",
            (Self::Confirmed, Act::Confirm) => "delivery-refused-confirmed",
            (Self::Proposed, Act::Confirm | Act::Postpone) => "delivery-refused-not-announced",
            (Self::Postponed, Act::Confirm | Act::Postpone) => "delivery-refused-postponed",
            (
                Self::Announced | Self::Nominating | Self::Selecting | Self::Confirmed,
                Act::Announce,
            ) => "delivery-refused-announced",
            (Self::Running, _) => "delivery-refused-running",
            (Self::Completed | Self::Reported, _) => "delivery-refused-over",
            (Self::Cancelled, _) => "delivery-refused-cancelled",
        };
        Err(Message::new(refusal))
    }

    /// Whether the state allows `act`, for showing a button or not.
    pub fn may(self, act: Act) -> bool {
        self.allows(act).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(state: DeliveryState) -> Vec<DeliveryState> {
        DeliveryState::ALL.iter().copied().filter(|next| state.may_become(*next)).collect()
    }

    #[test]
    fn a_delivery_goes_on_step_by_step_and_can_be_given_up_until_it_is_over() {
        use DeliveryState as S;
        assert_eq!(from(S::Proposed), [S::Announced, S::Cancelled]);
        assert_eq!(from(S::Announced), [S::Nominating, S::Postponed, S::Cancelled]);
        assert_eq!(from(S::Confirmed), [S::Running, S::Postponed, S::Cancelled]);
        assert_eq!(from(S::Running), [S::Completed, S::Cancelled]);
        assert_eq!(from(S::Completed), [S::Reported]);
        assert_eq!(from(S::Postponed), [S::Announced, S::Nominating, S::Cancelled]);
        assert!(from(S::Reported).is_empty() && from(S::Cancelled).is_empty());
    }

    #[test]
    fn what_is_moved_to_other_days_stays_what_it_was() {
        assert_eq!(DeliveryState::Announced.once_postponed(true), DeliveryState::Announced);
        assert_eq!(DeliveryState::Announced.once_postponed(false), DeliveryState::Postponed);
    }

    #[test]
    fn what_is_announced_again_with_seats_that_are_shared_opens_nominations_again() {
        let again = DeliveryState::once_announced(true);
        assert!(again == DeliveryState::Nominating && DeliveryState::Postponed.may_become(again));
        assert_eq!(DeliveryState::once_announced(false), DeliveryState::Announced);
    }

    #[test]
    fn what_is_done_leads_where_a_delivery_may_go() {
        let leads = [
            (Act::Announce, DeliveryState::Announced),
            (Act::Confirm, DeliveryState::Confirmed),
            (Act::Postpone, DeliveryState::Postponed),
            (Act::Cancel, DeliveryState::Cancelled),
        ];
        for state in DeliveryState::ALL.iter().copied() {
            for (act, next) in leads {
                assert_eq!(state.may(act), state.may_become(next), "{state:?} {act:?}");
            }
        }
    }

    #[test]
    fn what_is_cancelled_stays_as_it_is() {
        for act in [Act::Edit, Act::Announce, Act::Confirm, Act::Postpone, Act::Cancel] {
            let refusal = DeliveryState::Cancelled.allows(act).expect_err("refused");
            assert_eq!(refusal.key(), "delivery-refused-cancelled");
        }
    }
}
