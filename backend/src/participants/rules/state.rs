//! The states of a participant nomination, and which may follow which.
use crate::base::closed_list::stored_list;

stored_list! {
    /// Where a participant nomination stands.
    ParticipantState {
        /// On the list of the State; nobody else sees it.
        Draft = "draft", "participant-state-draft";
        /// Sent by an agency to its focal point.
        Submitted = "submitted", "participant-state-submitted";
        /// The agency stands by it.
        Endorsed = "endorsed", "participant-state-endorsed";
        /// The focal point has sent it to the centre.
        Approved = "approved", "participant-state-approved";
        /// The person has a seat.
        Accepted = "accepted", "participant-state-accepted";
        /// The person waits for a seat.
        Waitlisted = "waitlisted", "participant-state-waitlisted";
        /// A seat is kept for the person until the offer is answered or runs out.
        Offered = "offered", "participant-state-offered";
        /// The centre has said no, and why.
        NotSelected = "not_selected", "participant-state-not-selected";
        /// The State has taken it back.
        Withdrawn = "withdrawn", "participant-state-withdrawn";
        /// The offer of a seat was declined.
        Declined = "declined", "participant-state-declined";
        /// Nobody has answered two offers in time, or there is no time for another.
        OfferExpired = "offer_expired", "participant-state-offer-expired";
        /// Somebody else of the State goes instead.
        Replaced = "replaced", "participant-state-replaced";
        /// The delivery does not take place.
        HostCancelled = "host_cancelled", "participant-state-host-cancelled";
    }
}

impl ParticipantState {
    /// The sign of the state, a class of the stylesheet.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted | Self::Endorsed | Self::Approved => "sent",
            Self::Accepted => "yes",
            Self::Waitlisted => "wait",
            Self::Offered => "due",
            Self::NotSelected
            | Self::Withdrawn
            | Self::Declined
            | Self::OfferExpired
            | Self::Replaced
            | Self::HostCancelled => "no",
        }
    }

    /// Whether something may still come of it. A person has one such nomination for a delivery.
    pub const fn is_open(self) -> bool {
        !matches!(
            self,
            Self::NotSelected
                | Self::Withdrawn
                | Self::Declined
                | Self::OfferExpired
                | Self::Replaced
                | Self::HostCancelled
        )
    }

    /// Whether one of the seats is the person's, or kept for them while they are offered it.
    pub const fn holds_seat(self) -> bool {
        matches!(self, Self::Accepted | Self::Offered)
    }

    /// Whether the centre knows of it: from the focal point's approval on.
    pub const fn is_with_centre(self) -> bool {
        matches!(self, Self::Approved | Self::Accepted | Self::Waitlisted | Self::Offered)
    }

    /// Whether it still is the State's own to send.
    pub const fn is_at_home(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted | Self::Endorsed)
    }

    /// Whether a nomination may go from this state to `next`.
    pub const fn may_become(self, next: Self) -> bool {
        match next {
            Self::Draft => false,
            Self::Submitted => matches!(self, Self::Draft),
            Self::Endorsed => matches!(self, Self::Submitted),
            Self::Approved => matches!(self, Self::Draft | Self::Endorsed),
            Self::Accepted => matches!(self, Self::Approved | Self::Waitlisted | Self::Offered),
            Self::Waitlisted => matches!(self, Self::Approved | Self::Offered),
            Self::Offered => matches!(self, Self::Waitlisted),
            Self::NotSelected => matches!(self, Self::Approved | Self::Waitlisted),
            Self::Declined | Self::OfferExpired => matches!(self, Self::Offered),
            // Whose offer is open answers it first.
            Self::Replaced => self.is_with_centre() && !matches!(self, Self::Offered),
            Self::Withdrawn => self.is_open() && !matches!(self, Self::Draft),
            Self::HostCancelled => self.is_open(),
        }
    }

    /// Those in which its centre knows of it.
    pub fn all_with_centre() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|state| state.is_with_centre())
    }

    /// Those in which it is open.
    pub fn all_open() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|state| state.is_open())
    }
}

#[cfg(test)]
mod tests {
    use super::ParticipantState as S;

    fn from(state: S) -> Vec<S> {
        S::ALL.iter().copied().filter(|next| state.may_become(*next)).collect()
    }

    #[test]
    fn a_nomination_goes_from_the_agency_to_the_focal_point_to_the_centre() {
        assert_eq!(from(S::Draft), [S::Submitted, S::Approved, S::HostCancelled]);
        assert_eq!(from(S::Submitted), [S::Endorsed, S::Withdrawn, S::HostCancelled]);
        assert_eq!(from(S::Endorsed), [S::Approved, S::Withdrawn, S::HostCancelled]);
        let decided = [S::Accepted, S::Waitlisted, S::NotSelected];
        let closed = [S::Withdrawn, S::Replaced, S::HostCancelled];
        assert_eq!(from(S::Approved), [&decided[..], &closed[..]].concat());
    }

    #[test]
    fn who_waits_may_still_get_a_seat_and_who_has_one_keeps_it_until_the_state_gives_it_up() {
        let closed = [S::Withdrawn, S::Replaced, S::HostCancelled];
        let waits = [S::Accepted, S::Offered, S::NotSelected, S::Withdrawn];
        assert_eq!(from(S::Waitlisted), [&waits[..], &closed[1..]].concat());
        assert_eq!(from(S::Accepted), closed);
    }

    #[test]
    fn an_offer_is_accepted_declined_or_runs_out() {
        let answered = [S::Accepted, S::Waitlisted, S::Withdrawn, S::Declined, S::OfferExpired];
        assert_eq!(from(S::Offered), [&answered[..], &[S::HostCancelled]].concat());
        assert!(S::Offered.holds_seat() && S::Offered.is_open());
    }

    #[test]
    fn what_is_closed_stays_closed() {
        for closed in S::ALL.iter().filter(|state| !state.is_open()) {
            assert!(from(*closed).is_empty(), "{closed:?}");
        }
    }
}
