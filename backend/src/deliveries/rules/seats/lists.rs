//! How seats are shared, and what happens to them.
use std::collections::BTreeMap;

use crate::base::closed_list::stored_list;
use crate::base::ids::OrganisationId;

stored_list! {
    /// How the seats of a delivery are shared among States.
    Sharing {
        /// As the round proposes, from the places that were asked.
        Demand = "demand", "seats-sharing-demand";
        /// The same number for each State that is chosen.
        Equal = "equal", "seats-sharing-equal";
        /// None for anybody in particular: who is accepted first has one.
        Open = "open", "seats-sharing-open";
        /// As the centre typed.
        Custom = "custom", "seats-sharing-custom";
        /// All for the one State for which the delivery is.
        National = "national", "seats-sharing-national";
    }
}

stored_list! {
    /// What happened to seats.
    EntryKind {
        /// The delivery has more seats; they are in the reserve.
        CapacityRaised = "capacity_raised", "seats-entry-capacity-raised";
        /// The delivery has fewer seats; the reserve gave them.
        CapacityLowered = "capacity_lowered", "seats-entry-capacity-lowered";
        /// The centre gave seats of the reserve to a State.
        Allotted = "allotted", "seats-entry-allotted";
        /// The centre took free seats of a State into the reserve.
        QuotaLowered = "quota_lowered", "seats-entry-quota-lowered";
        /// The reserve gave a State a seat for one person.
        Granted = "granted", "seats-entry-granted";
        /// A person took a free seat of the State.
        Taken = "taken", "seats-entry-taken";
        /// A person left a seat, which the State has free again.
        Freed = "freed", "seats-entry-freed";
        /// A free seat of the State is kept for somebody to whom it is offered.
        Offered = "offered", "seats-entry-offered";
        /// An offer came to nothing; the State has the seat free again.
        OfferEnded = "offer_ended", "seats-entry-offer-ended";
        /// A State returned free seats to the reserve.
        TurnedBack = "turned_back", "seats-entry-turned-back";
        /// Free seats of a State went into the reserve, since nobody took them in time.
        Recalled = "recalled", "seats-entry-recalled";
    }
}

impl Sharing {
    /// How seats are shared that were to be shared so: what was changed since it was proposed is
    /// as the centre typed.
    #[must_use]
    pub fn settled(
        self,
        seats: &BTreeMap<OrganisationId, i32>,
        proposed: &[&BTreeMap<OrganisationId, i32>],
    ) -> Self {
        let first = seats.values().next();
        let holds = match self {
            Self::Demand => proposed.contains(&seats),
            Self::Equal => first.is_some() && seats.values().all(|one| Some(one) == first),
            Self::Open => seats.is_empty(),
            Self::Custom | Self::National => true,
        };
        if holds { self } else { Self::Custom }
    }

    /// The ways among which a centre chooses.
    pub const CHOICES: [Self; 4] = [Self::Demand, Self::Equal, Self::Open, Self::Custom];
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_was_changed_by_hand_is_as_the_centre_typed() {
        let seats = |all: &[i32]| {
            let member = |(place, seats): (usize, &i32)| {
                (OrganisationId(Uuid::from_u128(place as u128)), *seats)
            };
            all.iter().enumerate().map(member).collect::<BTreeMap<_, _>>()
        };
        let (three, mixed, none) = (seats(&[3, 3, 3]), seats(&[3, 2]), seats(&[]));
        let settled = |sharing: Sharing, seats| sharing.settled(seats, &[&mixed]);
        assert_eq!(settled(Sharing::Equal, &three), Sharing::Equal);
        assert_eq!(settled(Sharing::Equal, &mixed), Sharing::Custom);
        assert_eq!(settled(Sharing::Demand, &mixed), Sharing::Demand);
        assert_eq!(settled(Sharing::Demand, &three), Sharing::Custom);
        assert_eq!(settled(Sharing::Open, &none), Sharing::Open);
        assert_eq!(settled(Sharing::Open, &three), Sharing::Custom);
        assert_eq!(settled(Sharing::Custom, &none), Sharing::Custom);
    }
}
