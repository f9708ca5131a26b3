//! What programs send of seats.
use serde::Deserialize;
use utoipa::ToSchema;

use crate::base::error::{Error, FieldErrors};
use crate::deliveries::rules::seats::{Sharing, TypedProposing, TypedReturn, TypedSeats, field_of};

/// The seats of one State.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuotaBody {
    /// The code of the State.
    #[schema(min_length = 1, max_length = 40)]
    member: String,
    /// How many it holds.
    #[schema(maximum = 1000)]
    seats: u16,
}

/// How the seats of a delivery are to be shared.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatsBody {
    /// How they were proposed; numbers that are not as proposed make it `custom`.
    #[schema(inline)]
    sharing: Sharing,
    /// The seats that were to stay in reserve when they were proposed.
    #[serde(default)]
    #[schema(maximum = 1000)]
    keep: Option<u16>,
    /// The most seats of one State when they were proposed.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1000)]
    cap: Option<u16>,
    /// The most people of one agency that the centre wishes; nothing is refused for it.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1000)]
    agency_limit: Option<u16>,
    /// The seats of each State that is to hold some.
    #[schema(max_items = 200)]
    quotas: Vec<QuotaBody>,
}

impl SeatsBody {
    /// As it would be typed.
    pub fn typed(&self) -> TypedSeats {
        let number = |number: Option<u16>| number.map(|n| n.to_string()).unwrap_or_default();
        let seats = self.quotas.iter().map(|one| (one.member.clone(), one.seats.to_string()));
        let sharing = self.sharing.as_str().to_owned();
        TypedSeats {
            how: TypedProposing { sharing, keep: number(self.keep), cap: number(self.cap) },
            agency_limit: number(self.agency_limit),
            seats: seats.collect(),
        }
    }

    /// Faults by the pointer into the body.
    pub fn pointed(&self, error: Error) -> Error {
        match error {
            Error::Invalid(faults) => Error::Invalid(self.pointers(faults)),
            other => other,
        }
    }

    fn pointers(&self, faults: FieldErrors) -> FieldErrors {
        // The second of two is the one too many.
        let place =
            |field: &str| self.quotas.iter().rposition(|one| field_of(&one.member) == field);
        faults.renamed(|field| match (field, place(field)) {
            (_, Some(place)) => format!("/quotas/{place}/seats"),
            ("sharing" | "keep" | "cap" | "agency_limit", None) => format!("/{field}"),
            (_, None) => "/quotas".to_owned(),
        })
    }
}

/// Seats that a State returns.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnBody {
    /// How many.
    #[schema(minimum = 1, maximum = 1000)]
    seats: u16,
    /// Why, as the centre reads it.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: String,
}

impl ReturnBody {
    /// As it would be typed.
    pub fn typed(self) -> TypedReturn {
        TypedReturn { seats: self.seats.to_string(), reason: self.reason }
    }
}
