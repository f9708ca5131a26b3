//! What a colleague saved while somebody filled the form of the same delivery.
use chrono::{DateTime, Utc};

use crate::base::App;
use crate::base::error::Result;
use crate::deliveries::rules::TypedDelivery;
use crate::deliveries::store::Delivery;
use crate::identity;

/// What a colleague saved meanwhile.
pub(super) struct Conflict {
    /// Who saved it.
    pub(super) who: Option<String>,
    /// When.
    pub(super) at: DateTime<Utc>,
    /// The answers that differ: the key of the label, theirs and ours.
    pub(super) answers: Vec<(&'static str, String, String)>,
}

impl Conflict {
    /// How what is kept differs from what was typed.
    pub(super) async fn of(
        app: &App,
        known: &Delivery,
        (theirs, ours): (&TypedDelivery, &TypedDelivery),
    ) -> Result<Self> {
        let accounts: Vec<_> = known.changed_by.into_iter().collect();
        let who = identity::names_of(&app.db, &accounts).await?.into_values().next();
        Ok(Self { who, at: known.changed_at, answers: theirs.differences(ours) })
    }
}
