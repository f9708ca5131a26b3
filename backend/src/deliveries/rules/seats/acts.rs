//! What is done with the seats of a delivery, and which of its states allow it.
use crate::base::i18n::Message;
use crate::deliveries::rules::DeliveryState;

/// What is done with the seats of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatAct {
    /// A centre prepares how they are shared.
    Draft,
    /// Its Training Director tells each State what it has, and nominations open.
    Publish,
    /// Its Training Director shares them otherwise.
    Change,
    /// A State returns free ones.
    TurnBack,
}

impl SeatAct {
    /// Whether a delivery in this state allows it; the refusal says what is the matter.
    pub fn allowed_in(self, state: DeliveryState) -> Result<(), Message> {
        use DeliveryState as S;
        let refusal = match (self, state) {
            (Self::Draft, S::Proposed | S::Announced | S::Postponed)
            | (Self::Publish, S::Announced)
            | (Self::Change, S::Nominating | S::Selecting | S::Confirmed | S::Postponed)
            | (Self::TurnBack, S::Nominating | S::Selecting | S::Confirmed) => return Ok(()),
            (_, S::Running) => "seats-refused-running",
            (_, S::Completed | S::Reported) => "delivery-refused-over",
            (_, S::Cancelled) => "delivery-refused-cancelled",
            (Self::Draft | Self::Publish, S::Nominating | S::Selecting | S::Confirmed) => {
                "seats-refused-published"
            }
            (Self::Publish, S::Proposed) => "seats-refused-not-announced",
            (_, S::Postponed) => "seats-refused-postponed",
            (Self::Change | Self::TurnBack, S::Proposed | S::Announced) => {
                "seats-refused-not-published"
            }
        };
        Err(Message::new(refusal))
    }

    /// Whether a delivery in this state allows it, for showing a button or not.
    pub fn may_in(self, state: DeliveryState) -> bool {
        self.allowed_in(state).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_shared_before_nominations_open_and_moved_until_it_begins() {
        use DeliveryState as S;
        let allowing = |act: SeatAct| {
            let all = DeliveryState::ALL.iter().copied();
            all.filter(|state| act.may_in(*state)).collect::<Vec<_>>()
        };
        assert_eq!(allowing(SeatAct::Draft), [S::Proposed, S::Announced, S::Postponed]);
        assert_eq!(allowing(SeatAct::Publish), [S::Announced]);
        let open = [S::Nominating, S::Selecting, S::Confirmed];
        assert_eq!(allowing(SeatAct::TurnBack), open);
        assert_eq!(allowing(SeatAct::Change), [&open[..], &[S::Postponed]].concat());
    }
}
