//! Centres that deliver a course together: who may do what, and how far an invitation is.
use super::state::CourseState;
use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;

stored_list! {
    /// How far a centre is in delivering the course of another.
    CoDeliveryState {
        /// It was asked and has not answered.
        Invited = "invited", "co-delivery-invited";
        /// It delivers the course too.
        Accepted = "accepted", "co-delivery-accepted";
        /// It does not want to.
        Declined = "declined", "co-delivery-declined";
        /// The invitation was taken back.
        Withdrawn = "withdrawn", "co-delivery-withdrawn";
        /// It delivered the course and does no more.
        Ended = "ended", "co-delivery-ended";
    }
}

/// What is done with an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The owner invites.
    Invite,
    /// The centre invited accepts.
    Accept,
    /// The centre invited declines.
    Decline,
    /// The owner takes the invitation back.
    Withdraw,
    /// Either of the two ends it.
    End,
}

impl Step {
    /// Where the step leads.
    pub const fn leads_to(self) -> CoDeliveryState {
        match self {
            Self::Invite => CoDeliveryState::Invited,
            Self::Accept => CoDeliveryState::Accepted,
            Self::Decline => CoDeliveryState::Declined,
            Self::Withdraw => CoDeliveryState::Withdrawn,
            Self::End => CoDeliveryState::Ended,
        }
    }

    /// How the audit log calls it.
    pub const fn action(self) -> &'static str {
        match self {
            Self::Invite => "co_delivery.invite",
            Self::Accept => "co_delivery.accept",
            Self::Decline => "co_delivery.decline",
            Self::Withdraw => "co_delivery.withdraw",
            Self::End => "co_delivery.end",
        }
    }
}

impl CoDeliveryState {
    /// The sign of the state, a class of the stylesheet.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Invited => "wait",
            Self::Accepted => "yes",
            Self::Declined | Self::Withdrawn | Self::Ended => "no",
        }
    }

    /// Whether it is still to be answered or goes on.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Invited | Self::Accepted)
    }

    /// Whether the state allows `step`; the refusal says what is the matter.
    pub fn allows(self, step: Step) -> Result<(), Message> {
        let refusal = match (self, step) {
            (Self::Invited, Step::Accept | Step::Decline | Step::Withdraw)
            | (Self::Accepted, Step::End)
            | (Self::Declined | Self::Withdrawn | Self::Ended, Step::Invite) => return Ok(()),
            (Self::Invited, Step::Invite | Step::End) => "co-delivery-refused-invited",
            (Self::Accepted, _) => "co-delivery-refused-accepted",
            (Self::Declined | Self::Withdrawn | Self::Ended, _) => "co-delivery-refused-over",
        };
        Err(Message::new(refusal))
    }
}

/// A course as the policy on scheduling sees it.
#[derive(Clone, Debug)]
pub struct Offering {
    /// Where the course stands.
    pub state: CourseState,
    /// The centre whose course it is.
    pub owner: OrganisationId,
    /// The centres that deliver it too.
    pub partners: Vec<OrganisationId>,
}

/// The policy: a centre may schedule deliveries of a course that is published, if it owns the
/// course or has accepted to deliver it. Nobody but the owner edits it.
pub fn may_schedule(course: &Offering, centre: OrganisationId) -> bool {
    course.state == CourseState::Published
        && (course.owner == centre || course.partners.contains(&centre))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const STEPS: [Step; 5] = [Step::Invite, Step::Accept, Step::Decline, Step::Withdraw, Step::End];

    #[test]
    fn the_owner_and_those_who_accepted_schedule_what_is_published_and_nobody_else() {
        let [owner, partner, stranger] = [1, 2, 3].map(|n| OrganisationId(Uuid::from_u128(n)));
        for state in CourseState::ALL.iter().copied() {
            let course = Offering { state, owner, partners: vec![partner] };
            let published = state == CourseState::Published;
            assert_eq!(may_schedule(&course, owner), published, "{state:?}");
            assert_eq!(may_schedule(&course, partner), published, "{state:?}");
            assert!(!may_schedule(&course, stranger), "{state:?}");
        }
    }

    #[test]
    fn what_is_over_can_only_begin_anew_and_what_goes_on_can_only_end() {
        let open = |state: CoDeliveryState| {
            STEPS.into_iter().filter(|step| state.allows(*step).is_ok()).collect::<Vec<_>>()
        };
        assert_eq!(open(CoDeliveryState::Invited), [Step::Accept, Step::Decline, Step::Withdraw]);
        assert_eq!(open(CoDeliveryState::Accepted), [Step::End]);
        for state in CoDeliveryState::ALL.iter().filter(|state| !state.is_open()) {
            assert_eq!(open(*state), [Step::Invite], "{state:?}");
        }
    }
}
