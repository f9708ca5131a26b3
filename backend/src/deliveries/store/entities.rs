//! Deliveries, their sessions and private calendars, as they are kept.
use chrono::{DateTime, Utc};

use crate::base::error::{Error, Result};
use crate::catalogue::rules::{DeliveryMode, DeliveryScope};
use crate::deliveries::rules::{
    Deadline, Deadlines, DeliveryCode, DeliveryState, For, Plan, Slot, Venue, beginning,
};

pub(super) mod delivery {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, DeliveryId, OrganisationId};
    use crate::deliveries::rules::DeliveryState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: DeliveryId,
        #[sea_orm(unique)]
        pub code: String,
        pub course_id: CourseId,
        pub number: i32,
        pub course_code: String,
        pub version: i32,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub course_type: String,
        pub owner_id: OrganisationId,
        pub centre_id: OrganisationId,
        pub scope: String,
        pub member_id: Option<OrganisationId>,
        pub mode: String,
        pub state: DeliveryState,
        pub state_since: DateTimeUtc,
        pub state_by: Option<AccountId>,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub announced_at: Option<DateTimeUtc>,
        #[sea_orm(column_type = "Text")]
        pub venue: String,
        #[sea_orm(column_type = "Text")]
        pub city: String,
        #[sea_orm(column_type = "Text")]
        pub country: String,
        pub zone: String,
        pub first_day: Option<Date>,
        pub last_day: Option<Date>,
        pub sort_day: Date,
        pub former_first_day: Option<Date>,
        pub former_last_day: Option<Date>,
        pub languages: String,
        pub interpretation: String,
        pub min_participants: i32,
        pub max_participants: i32,
        #[sea_orm(column_type = "Text")]
        pub documents: String,
        #[sea_orm(column_type = "Text")]
        pub contact: String,
        pub nominate_days: i32,
        pub recall_warning_days: i32,
        pub recall_days: i32,
        pub go_no_go_days: i32,
        pub replacement_days: i32,
        pub freeze_days: i32,
        pub revision: i32,
        pub sequence: i32,
        pub sample: bool,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
        pub changed_at: DateTimeUtc,
        pub changed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use delivery::Model as Delivery;

pub(super) mod slot {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::DeliveryId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery_slot")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub delivery_id: DeliveryId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub position: i32,
        pub day: Date,
        pub starts: Time,
        pub ends: Time,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod feed {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, MembershipId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "calendar_feed")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        pub membership_id: Option<MembershipId>,
        #[sea_orm(unique)]
        pub token_hash: String,
        pub made_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

/// Tags as they are kept: each between two semicolons, so that one is found among others.
pub(super) fn joined(tags: &[String]) -> String {
    tags.iter().fold(String::from(";"), |all, tag| all + tag + ";")
}

fn parted(kept: &str) -> impl Iterator<Item = &str> {
    kept.split(';').filter(|tag| !tag.is_empty())
}

impl Delivery {
    /// Its code.
    pub fn known_as(&self) -> DeliveryCode {
        DeliveryCode::of(&self.course_code, self.number)
    }

    /// The languages in which it is held, BCP 47.
    pub fn language_tags(&self) -> impl Iterator<Item = &str> {
        parted(&self.languages)
    }

    /// The languages into which it is interpreted, BCP 47.
    pub fn interpreted_tags(&self) -> impl Iterator<Item = &str> {
        parted(&self.interpretation)
    }

    /// The first day and the last, where they are settled.
    pub fn days(&self) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
        self.first_day.zip(self.last_day)
    }

    /// The days from which it was postponed.
    pub fn former_days(&self) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
        self.former_first_day.zip(self.former_last_day)
    }

    /// How it is held.
    pub fn held(&self) -> Option<DeliveryMode> {
        DeliveryMode::of(&self.mode)
    }

    /// For whom it is.
    pub fn whom(&self) -> For {
        self.member_id.map_or(For::Region, For::Member)
    }

    /// Whether it is for one State.
    pub fn is_national(&self) -> bool {
        DeliveryScope::of(&self.scope) == Some(DeliveryScope::National)
    }

    /// Whether those for whom it is were ever told of it.
    pub fn is_announced(&self) -> bool {
        self.announced_at.is_some()
    }

    /// The zone whose clocks its times are read off.
    pub fn time_zone(&self) -> chrono_tz::Tz {
        self.zone.parse().unwrap_or(chrono_tz::Tz::UTC)
    }

    /// Place and city, as far as they are known.
    pub fn place(&self) -> String {
        let parts = [self.city.as_str(), self.country.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Until when States nominate people, where it takes place and that is still to come.
    pub fn nominate_until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let off = matches!(self.state, DeliveryState::Cancelled | DeliveryState::Postponed);
        let first = self.first_day.filter(|_| !off)?;
        let due = self.deadlines().moments(self.time_zone(), first);
        let nominate = due.into_iter().find(|(deadline, _)| *deadline == Deadline::Nominate);
        nominate.map(|(_, at)| at).filter(|at| *at > now)
    }

    /// What it says, with these sessions.
    pub fn plan(&self, slots: Vec<Slot>) -> Result<Plan> {
        let broken = || Error::Internal(anyhow::anyhow!("a delivery is kept as none can be"));
        let people = |people: i32| u16::try_from(people).map_err(|_| broken());
        Ok(Plan {
            whom: self.whom(),
            mode: self.held().ok_or_else(broken)?,
            venue: Venue {
                name: self.venue.clone(),
                city: self.city.clone(),
                country: self.country.clone(),
            },
            zone: self.zone.parse().map_err(|_| broken())?,
            days: self.days(),
            slots,
            languages: self.language_tags().map(str::to_owned).collect(),
            interpretation: self.interpreted_tags().map(str::to_owned).collect(),
            participants: (people(self.min_participants)?, people(self.max_participants)?),
            documents: self.documents.clone(),
            contact: self.contact.clone(),
            deadlines: self.deadlines(),
        })
    }

    /// What is due when, where its days are settled.
    pub fn due(&self) -> Vec<(Deadline, DateTime<Utc>)> {
        let moments = |first| self.deadlines().moments(self.time_zone(), first);
        self.first_day.map(moments).unwrap_or_default()
    }

    /// When it begins at its venue, where its days are settled.
    pub fn begins(&self) -> Option<DateTime<Utc>> {
        self.first_day.map(|first| beginning(self.time_zone(), first))
    }

    /// What is due before it begins.
    pub fn deadlines(&self) -> Deadlines {
        let days = [
            self.nominate_days,
            self.recall_warning_days,
            self.recall_days,
            self.go_no_go_days,
            self.replacement_days,
            self.freeze_days,
        ];
        Deadlines::of(days.map(|days| u16::try_from(days).unwrap_or_default()))
    }
}
