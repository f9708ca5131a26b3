//! What stands around deliveries on pages: the names of centres, States and course types.
use std::sync::Arc;

use crate::base::App;
use crate::base::error::Result;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;
use crate::base::kept::Numbers;
use crate::catalogue::{self, CourseType};
use crate::deliveries::store::Delivery;
use crate::organisations::{self, Directory, Organisation};

/// Names of organisations and course types.
pub(super) struct Names {
    organisations: Arc<Directory>,
    pub(super) types: Vec<CourseType>,
}

impl Names {
    /// The names as they stand.
    pub(super) async fn read(app: &App) -> Result<Self> {
        let numbers = Numbers::read(&app.db).await?;
        let organisations = organisations::directory(app, &numbers).await?;
        Ok(Self { organisations, types: catalogue::course_types(&app.db).await? })
    }

    /// An organisation.
    pub(super) fn of(&self, id: OrganisationId) -> Option<&Organisation> {
        self.organisations.of(id)
    }

    /// The short name of the centre that holds a delivery.
    pub(super) fn centre(&self, delivery: &Delivery) -> &str {
        self.of(delivery.centre_id).map_or("", |centre| centre.short_name.as_str())
    }

    /// The name of the State for which a delivery is.
    pub(super) fn member(&self, delivery: &Delivery) -> Option<&str> {
        delivery.member_id.and_then(|id| self.of(id)).map(|member| member.name.as_str())
    }
}

/// For whom a delivery is, in words.
pub(super) fn whom(names: &Names, delivery: &Delivery) -> Message {
    match names.member(delivery) {
        Some(member) => Message::new("delivery-for-member").with("member", member),
        None => Message::new("delivery-for-region"),
    }
}
