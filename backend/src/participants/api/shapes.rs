//! What programs are sent of people and their nominations.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::participants::actions::WaitingPlace;
use crate::participants::rules::{LanguageLevel, ParticipantState, Rank, Why};
use crate::participants::store::{NominationRow, Person, Step};

/// A language with its level.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageKnown {
    /// The language (BCP 47).
    #[schema(min_length = 2, max_length = 35)]
    pub language: String,
    /// How well it is known.
    #[schema(inline)]
    pub level: LanguageLevel,
}

/// Somebody on a roster.
#[derive(Serialize, ToSchema)]
#[schema(as = Person)]
#[serde(deny_unknown_fields)]
pub struct PersonOut {
    /// The id.
    id: Uuid,
    /// The name, as in the passport.
    full_name: String,
    /// The post.
    post: String,
    /// The unit of the State.
    agency: String,
    /// The address at work.
    email: String,
    /// Languages with their levels.
    #[schema(inline)]
    languages: Vec<LanguageKnown>,
    /// Whether the person is invented for demonstration.
    sample: bool,
}

impl From<&Person> for PersonOut {
    fn from(person: &Person) -> Self {
        let known =
            |(tag, level): (&str, LanguageLevel)| LanguageKnown { language: tag.to_owned(), level };
        Self {
            id: person.id.0,
            full_name: person.full_name.clone(),
            post: person.post.clone(),
            agency: person.agency.clone(),
            email: person.email.clone(),
            languages: person.known_languages().iter().map(known).collect(),
            sample: person.sample,
        }
    }
}

/// The fields of a nomination, once for lists and once for one of them.
macro_rules! nomination {
    ($(#[$about:meta])* $name:ident, $schema:ident $(, $(#[$meaning:meta])* $field:ident: $kind:ty)*) => {
        $(#[$about])*
        #[derive(Serialize, ToSchema)]
        #[schema(as = $schema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The id.
            id: Uuid,
            /// The code of the delivery.
            delivery: String,
            /// The code of the State.
            member: String,
            /// The place in the order of the State.
            order: i32,
            /// The person.
            #[schema(inline)]
            person: PersonOut,
            /// Why this person, in the words of the State.
            reason: String,
            /// Where it stands.
            #[schema(inline)]
            state: ParticipantState,
            /// Since when.
            state_since: DateTime<Utc>,
            /// Why; null where nothing needs to be said.
            #[schema(required, inline)]
            why: Option<Why>,
            /// The same in the words of whoever decided.
            why_text: String,
            /// Until when an offered seat is kept; null where none is offered.
            #[schema(required)]
            offer_until: Option<DateTime<Utc>>,
            $($(#[$meaning])* $field: $kind,)*
        }

        impl $name {
            /// A nomination for the delivery of this code by the member of this one.
            pub fn of(
                row: &NominationRow,
                (delivery, member): (String, String),
                $($field: $kind,)*
            ) -> Self {
                let one = &row.nomination;
                Self {
                    id: one.id.0,
                    delivery,
                    member,
                    order: one.rank,
                    person: (&row.person).into(),
                    reason: one.reason.clone(),
                    state: one.state,
                    state_since: one.state_since,
                    why: one.reason_of_state(),
                    why_text: one.why_text.clone(),
                    offer_until: one.offered_until(),
                    $($field,)*
                }
            }
        }
    };
}

nomination! {
    /// A participant nomination as lists show it.
    NominationSummary, ParticipantNominationSummary
}
nomination! {
    /// A participant nomination.
    NominationOut, ParticipantNomination,
    /// The place on the waiting list; null where the person is not on it.
    #[schema(required, inline)]
    waiting: Option<WaitingOut>,
    /// The steps that it has taken.
    #[schema(inline)]
    steps: Vec<StepOut>
}

/// A place on the waiting list of a delivery.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WaitingOut {
    /// The place, from 1.
    #[schema(minimum = 1)]
    place: usize,
    /// How many people wait.
    #[schema(minimum = 1)]
    of: usize,
    /// Why there.
    #[schema(inline)]
    why: Rank,
}

impl From<WaitingPlace> for WaitingOut {
    fn from(place: WaitingPlace) -> Self {
        Self { place: place.number, of: place.of, why: place.rank }
    }
}

/// A step that a nomination has taken.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepOut {
    /// Where it led.
    #[schema(inline)]
    state: ParticipantState,
    /// Why; null where nothing needs to be said.
    #[schema(required, inline)]
    why: Option<Why>,
    /// The same in the words of whoever took it.
    why_text: String,
    /// When.
    at: DateTime<Utc>,
}

impl From<Step> for StepOut {
    fn from(step: Step) -> Self {
        let why = step.reason();
        Self { state: step.state, why, why_text: step.why_text, at: step.at }
    }
}

/// How many people something was done with.
#[derive(Serialize, ToSchema)]
#[schema(as = PeopleDone)]
#[serde(deny_unknown_fields)]
pub struct DecisionOut {
    /// How many; 0 where it was done before.
    pub people: usize,
}
