//! What programs send of deliveries.
use serde::Deserialize;
use utoipa::ToSchema;

use super::shapes::Session;
use crate::base::error::{Error, FieldErrors};
use crate::catalogue::rules::{DeliveryMode, DeliveryScope};
use crate::deliveries::rules::{Deadline, Sessions, TypedDelivery, TypedPostponement};

/// A day, or nothing where it is to be settled.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "String")]
pub struct DayOrNone(String);

impl TryFrom<String> for DayOrNone {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
        let shaped = text.len() == 10 && text.as_bytes().iter().all(digits);
        if shaped || text.is_empty() { Ok(Self(text)) } else { Err("a day is expected") }
    }
}

/// The days before the first day on which something is due; what is left out is as usual, or as it
/// was.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "each is a number of days, and says so")]
pub struct DeadlinesBody {
    /// States have put people forward.
    #[serde(default)]
    #[schema(maximum = 365)]
    nominate_days: Option<u16>,
    /// States are reminded that free seats are taken back.
    #[serde(default)]
    #[schema(maximum = 365)]
    recall_warning_days: Option<u16>,
    /// Free seats are taken back.
    #[serde(default)]
    #[schema(maximum = 365)]
    recall_days: Option<u16>,
    /// The centre says whether it takes place.
    #[serde(default)]
    #[schema(maximum = 365)]
    go_no_go_days: Option<u16>,
    /// People can be replaced until then.
    #[serde(default)]
    #[schema(maximum = 365)]
    replacement_days: Option<u16>,
    /// Names are final.
    #[serde(default)]
    #[schema(maximum = 365)]
    freeze_days: Option<u16>,
}

/// The fields of a delivery that a program may send, once for scheduling it and once for changing
/// it.
macro_rules! sent {
    ($($(#[$about:meta])* $field:ident: $kind:ty,)+) => {
        /// A delivery to be scheduled.
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct NewDelivery {
            /// The code of the course.
            #[schema(min_length = 3, max_length = 20)]
            pub course: String,
            $($(#[$about])* #[serde(default)] $field: Option<$kind>,)+
        }

        /// What changes of a delivery.
        #[derive(Deserialize, ToSchema)]
        #[serde(deny_unknown_fields)]
        pub struct DeliveryPatch {
            $($(#[$about])* #[serde(default)] $field: Option<$kind>,)+
        }

        impl NewDelivery {
            /// The code of the course, and what is said of the delivery.
            pub fn parts(self) -> (String, DeliveryPatch) {
                (self.course, DeliveryPatch { $($field: self.$field,)+ })
            }
        }
    };
}

sent! {
    /// For whom it is.
    #[schema(inline)]
    scope: DeliveryScope,
    /// The code of the State, where it is national.
    #[schema(max_length = 40)]
    member: String,
    /// How it is held.
    #[schema(inline)]
    mode: DeliveryMode,
    /// The place.
    #[schema(max_length = 200)]
    venue: String,
    /// The city.
    #[schema(max_length = 200)]
    city: String,
    /// The country.
    #[schema(max_length = 200)]
    country: String,
    /// The time zone, as IANA names it.
    #[schema(max_length = 40)]
    zone: String,
    /// The first day; empty where it is to be settled.
    #[schema(value_type = Option<String>, pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    first_day: DayOrNone,
    /// The last day; empty where it is to be settled.
    #[schema(value_type = Option<String>, pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    last_day: DayOrNone,
    /// Its sessions.
    #[schema(max_items = 100)]
    sessions: Vec<Session>,
    /// The languages in which it is held (BCP 47).
    #[schema(max_items = 10)]
    languages: Vec<String>,
    /// The languages into which it is interpreted (BCP 47).
    #[schema(max_items = 10)]
    interpretation: Vec<String>,
    /// The fewest participants.
    #[schema(minimum = 1, maximum = 1000)]
    min_participants: u16,
    /// The most participants.
    #[schema(minimum = 1, maximum = 1000)]
    max_participants: u16,
    /// The documents that are asked of participants.
    #[schema(max_length = 2000)]
    documents: String,
    /// Whom to ask.
    #[schema(max_length = 200)]
    contact: String,
    /// The days before the first day on which something is due.
    deadlines: DeadlinesBody,
}

impl DeliveryPatch {
    /// These changes over what was typed before.
    pub fn over(self, known: TypedDelivery) -> TypedDelivery {
        let sessions = self.sessions.map(sessions);
        let mut deadlines = known.deadlines;
        if let Some(sent) = self.deadlines {
            for (known, sent) in deadlines.iter_mut().zip(sent.days()) {
                if let Some(days) = sent {
                    *known = days.to_string();
                }
            }
        }
        TypedDelivery {
            scope: self.scope.map_or(known.scope, |scope| scope.as_str().to_owned()),
            member: self.member.unwrap_or(known.member),
            mode: self.mode.map_or(known.mode, |mode| mode.as_str().to_owned()),
            venue: self.venue.unwrap_or(known.venue),
            city: self.city.unwrap_or(known.city),
            country: self.country.unwrap_or(known.country),
            zone: self.zone.unwrap_or(known.zone),
            first_day: self.first_day.map_or(known.first_day, |day| day.0),
            last_day: self.last_day.map_or(known.last_day, |day| day.0),
            sessions: sessions.unwrap_or(known.sessions),
            languages: self.languages.unwrap_or(known.languages),
            interpretation: self.interpretation.unwrap_or(known.interpretation),
            min_participants: or(self.min_participants, known.min_participants),
            max_participants: or(self.max_participants, known.max_participants),
            documents: self.documents.unwrap_or(known.documents),
            contact: self.contact.unwrap_or(known.contact),
            deadlines,
        }
    }
}

fn or(sent: Option<u16>, known: String) -> String {
    sent.map_or(known, |number| number.to_string())
}

fn sessions(sent: Vec<Session>) -> Sessions {
    let each = sent.into_iter().map(|one| (one.day.to_string(), one.starts.0, one.ends.0));
    Sessions { each: each.collect(), ..Sessions::default() }
}

impl DeadlinesBody {
    const fn days(&self) -> [Option<u16>; 6] {
        [
            self.nominate_days,
            self.recall_warning_days,
            self.recall_days,
            self.go_no_go_days,
            self.replacement_days,
            self.freeze_days,
        ]
    }
}

/// A postponement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostponementBody {
    /// The new first day; empty where it is to be settled.
    #[serde(default)]
    #[schema(value_type = String, pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    first_day: DayOrNone,
    /// The new last day; empty where it is to be settled.
    #[serde(default)]
    #[schema(value_type = String, pattern = "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$")]
    last_day: DayOrNone,
    /// The sessions on the new days.
    #[serde(default)]
    #[schema(max_items = 100)]
    sessions: Vec<Session>,
    /// Why, as everybody is told who sees the delivery.
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

impl PostponementBody {
    /// As it would be typed.
    pub fn typed(self) -> TypedPostponement {
        TypedPostponement {
            first_day: self.first_day.0,
            last_day: self.last_day.0,
            sessions: sessions(self.sessions),
            reason: self.reason,
        }
    }
}

/// Why a delivery is given up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancellationBody {
    /// Why, as everybody is told who sees the delivery.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// Faults by the pointer into the body.
pub(super) fn pointed(error: Error) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(pointers(faults)),
        other => other,
    }
}

fn pointers(faults: FieldErrors) -> FieldErrors {
    faults.renamed(|field| match field {
        "slots" => "/sessions".to_owned(),
        field if Deadline::of(field).is_some() => format!("/deadlines/{field}"),
        field => format!("/{field}"),
    })
}
