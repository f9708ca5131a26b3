//! What stands around people on pages: names of organisations, the deadlines of a delivery.
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::base::App;
use crate::base::error::Result;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;
use crate::base::kept::Numbers;
use crate::deliveries::Delivery;
use crate::deliveries::rules::Deadline;
use crate::organisations::{self, Directory, Organisation};

/// The names of organisations.
pub(super) struct Names(Arc<Directory>);

impl Names {
    /// The names as they stand.
    pub(super) async fn read(app: &App) -> Result<Self> {
        let numbers = Numbers::read(&app.db).await?;
        Ok(Self(organisations::directory(app, &numbers).await?))
    }

    /// An organisation.
    pub(super) fn of(&self, id: OrganisationId) -> Option<&Organisation> {
        self.0.of(id)
    }

    /// The name of a State.
    pub(super) fn name(&self, id: OrganisationId) -> &str {
        self.of(id).map_or("", |one| one.name.as_str())
    }

    /// The letters on the tile of a State.
    pub(super) fn tile(&self, id: OrganisationId) -> &str {
        self.of(id).map_or("", |one| one.tile.as_str())
    }

    /// The short name of a centre.
    pub(super) fn short(&self, id: OrganisationId) -> &str {
        self.of(id).map_or("", |one| one.short_name.as_str())
    }
}

/// A moment by the clocks of the venue.
pub(super) fn at_venue(delivery: &Delivery, at: &DateTime<Utc>) -> Message {
    crate::base::i18n::moment_in(delivery.time_zone(), *at)
}

/// What is due of a delivery and still to come.
pub(super) fn to_come(delivery: &Delivery, now: DateTime<Utc>) -> Vec<(Deadline, DateTime<Utc>)> {
    delivery.due().into_iter().filter(|(_, at)| *at > now).collect()
}
