//! What a centre decides on somebody, and why: the words that the State reads.
use crate::base::closed_list::closed_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::participants::rules::ParticipantState;

closed_list! {
    /// What a Training Director decides.
    Decision {
        /// The person gets a seat.
        Accept = "accept", "decision-accept";
        /// The person waits for one.
        Waitlist = "waitlist", "decision-waitlist";
        /// The person does not take part.
        Decline = "decline", "decision-decline";
    }
}

closed_list! {
    /// Why a nomination stands where it does.
    Why {
        /// A seat of the State was free.
        OwnSeat = "own_seat", "why-own-seat";
        /// The seats of the State were taken; the reserve had one.
        Reserve = "reserve", "why-reserve";
        /// No seat was free.
        NoSeat = "no_seat", "why-no-seat";
        /// Seats are kept for others.
        Order = "order", "why-order";
        /// The post or the work does not fit the course.
        Profile = "profile", "why-profile";
        /// What the course asks for first is missing.
        Prerequisites = "prerequisites", "why-prerequisites";
        /// The person took the course before.
        TookBefore = "took_before", "why-took-before";
        /// Others of the agency take part.
        AgencyLimit = "agency_limit", "why-agency-limit";
        /// All seats are taken, and the list is long.
        Full = "full", "why-full";
        /// As the centre writes.
        Other = "other", "why-other";
        /// The person goes instead of somebody of the same State.
        InPlaceOf = "in_place_of", "why-in-place-of";
        /// The State gave it up.
        State = "state", "why-state";
        /// The delivery does not take place.
        Cancelled = "cancelled", "why-cancelled";
        /// Names are final, and no seat was free until then.
        NamesFinal = "names_final", "why-names-final";
        /// Nobody of the State had a seat.
        BelowFloor = "below_floor", "why-below-floor";
        /// Whoever stands first on the waiting list is next.
        NextInOrder = "next_in_order", "why-next-in-order";
        /// Nobody answered the offer in time.
        OfferRanOut = "offer_ran_out", "why-offer-ran-out";
        /// The person, or the State, declined the offer.
        OfferDeclined = "offer_declined", "why-offer-declined";
    }
}

/// Why the centre says no, or lets wait, as a choice.
pub struct Reason;

impl Reason {
    /// Those for which a centre says no.
    pub const DECLINES: [Why; 6] = [
        Why::Profile,
        Why::Prerequisites,
        Why::TookBefore,
        Why::AgencyLimit,
        Why::Full,
        Why::Other,
    ];
    /// Those for which a centre lets somebody wait.
    pub const WAITS: [Why; 2] = [Why::NoSeat, Why::Order];
}

/// The longest text of a reason, in characters.
const LONGEST: usize = 500;

/// A decision as typed.
#[derive(Clone, Debug, Default)]
pub struct TypedDecision {
    /// Which.
    pub decision: String,
    /// Why.
    pub why: String,
    /// The same in the centre's words.
    pub text: String,
}

impl Decision {
    /// To which state it leads.
    pub const fn leads_to(self) -> ParticipantState {
        match self {
            Self::Accept => ParticipantState::Accepted,
            Self::Waitlist => ParticipantState::Waitlisted,
            Self::Decline => ParticipantState::NotSelected,
        }
    }

    /// The reasons from which to choose one.
    pub const fn reasons(self) -> &'static [Why] {
        match self {
            Self::Accept => &[],
            Self::Waitlist => &Reason::WAITS,
            Self::Decline => &Reason::DECLINES,
        }
    }
}

impl TypedDecision {
    /// Reads it: the decision, why (none where the seats say it) and the words of the centre.
    pub fn read(&self) -> Result<(Decision, Option<Why>, String), FieldErrors> {
        let mut errors = FieldErrors::default();
        let Some(decision) = Decision::of(&self.decision) else {
            errors.add("decision", "decision-missing");
            return Err(errors);
        };
        let text = read_text(&self.text, "text", &mut errors);
        let why = Why::of(&self.why).filter(|why| decision.reasons().contains(why));
        if why.is_none() && !decision.reasons().is_empty() {
            errors.add("why", "decision-needs-why");
        }
        if why == Some(Why::Other) && text.is_empty() {
            errors.add("text", "decision-needs-text");
        }
        errors.or((decision, why, text))
    }
}

/// Reads why a State gives somebody up; needed where the centre knows of the person.
pub fn read_reason(typed: &str, needed: bool) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let text = read_text(typed, "reason", &mut errors);
    if text.is_empty() && needed {
        errors.add("reason", "delivery-needs-reason");
    }
    errors.or(text)
}

fn read_text(typed: &str, field: &'static str, errors: &mut FieldErrors) -> String {
    let seen = |c: &char| !c.is_control() || *c == '\n';
    let text: String = typed.trim().chars().filter(seen).collect();
    if text.chars().count() > LONGEST {
        errors.add(field, Message::new("delivery-text-long").with("most", LONGEST));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(decision: &str, why: &str, text: &str) -> Result<(Decision, Option<Why>), Vec<String>> {
        let typed = TypedDecision { decision: decision.into(), why: why.into(), text: text.into() };
        let read = typed.read().map(|(decision, why, _)| (decision, why));
        read.map_err(|errors| errors.iter().map(|(field, _)| field.to_owned()).collect())
    }

    #[test]
    fn saying_no_and_letting_wait_need_a_reason_that_fits() {
        assert_eq!(read("accept", "", ""), Ok((Decision::Accept, None)));
        assert_eq!(read("waitlist", "no_seat", ""), Ok((Decision::Waitlist, Some(Why::NoSeat))));
        assert_eq!(read("decline", "profile", ""), Ok((Decision::Decline, Some(Why::Profile))));
        for (decision, why) in [("waitlist", ""), ("waitlist", "profile"), ("decline", "no_seat")] {
            assert_eq!(read(decision, why, ""), Err(vec!["why".to_owned()]), "{decision} {why}");
        }
        assert_eq!(read("decline", "other", " "), Err(vec!["text".to_owned()]));
        assert_eq!(read("promote", "", ""), Err(vec!["decision".to_owned()]));
        assert!(read("decline", "other", &"x".repeat(501)).is_err());
    }

    #[test]
    fn what_the_centre_knows_of_is_given_up_with_a_reason() {
        assert!(read_reason(" ", true).is_err());
        assert_eq!(read_reason(" ", false), Ok(String::new()));
        assert_eq!(read_reason(" Posted abroad ", true), Ok("Posted abroad".to_owned()));
    }
}
