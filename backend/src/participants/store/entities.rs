//! People, nominations and their steps, as they are kept.
use chrono::{DateTime, Utc};

use crate::participants::rules::{Languages, Nominee, ParticipantState, Waiting, Why};

pub(super) mod person {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, AgencyId, OrganisationId, PersonId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PersonId,
        pub member_id: OrganisationId,
        pub agency_id: Option<AgencyId>,
        #[sea_orm(column_type = "Text")]
        pub full_name: String,
        #[sea_orm(column_type = "Text")]
        pub post: String,
        #[sea_orm(column_type = "Text")]
        pub agency: String,
        pub email: String,
        pub languages: String,
        pub sort_name: String,
        #[sea_orm(column_type = "Text")]
        pub found_by: String,
        pub revision: i32,
        pub sample: bool,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
        pub changed_at: DateTimeUtc,
        pub changed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use person::Model as Person;

pub(super) mod nomination {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{
        AccountId, AgencyId, DeliveryId, OrganisationId, ParticipantNominationId, PersonId,
    };
    use crate::participants::rules::ParticipantState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "participant_nomination")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ParticipantNominationId,
        pub delivery_id: DeliveryId,
        pub centre_id: OrganisationId,
        pub member_id: OrganisationId,
        pub agency_id: Option<AgencyId>,
        pub person_id: PersonId,
        pub state: ParticipantState,
        pub open: bool,
        pub state_since: DateTimeUtc,
        pub state_by: Option<AccountId>,
        pub rank: i32,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub why: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub why_text: String,
        pub notice_version: Option<i32>,
        pub agreed_at: Option<DateTimeUtc>,
        pub approved_at: Option<DateTimeUtc>,
        pub replaces_id: Option<ParticipantNominationId>,
        pub offer_until: Option<DateTimeUtc>,
        pub offers: i32,
        pub ran_out: i32,
        pub revision: i32,
        pub sample: bool,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use nomination::Model as Nomination;

pub(super) mod step {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, ParticipantNominationId};
    use crate::participants::rules::ParticipantState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "participant_step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub nomination_id: ParticipantNominationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub state: ParticipantState,
        pub why: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub why_text: String,
        pub at: DateTimeUtc,
        pub by_account: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod skip {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::ParticipantNominationId;
    use crate::participants::rules::PassedOver;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "offer_skip")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub nomination_id: ParticipantNominationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub seat_to: ParticipantNominationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub step_to: i32,
        pub why: PassedOver,
        pub at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

impl step::Model {
    /// Why it was taken.
    pub fn reason(&self) -> Option<Why> {
        self.why.as_deref().and_then(Why::of)
    }
}

impl Person {
    /// Languages with their levels.
    pub fn known_languages(&self) -> Languages {
        Languages::of_kept(&self.languages)
    }

    /// What is kept of the person.
    pub fn nominee(&self) -> Nominee {
        Nominee {
            full_name: self.full_name.clone(),
            post: self.post.clone(),
            agency: self.agency.clone(),
            email: self.email.clone(),
            languages: self.known_languages(),
        }
    }
}

impl Nomination {
    /// Why it stands where it does.
    pub fn reason_of_state(&self) -> Option<Why> {
        self.why.as_deref().and_then(Why::of)
    }

    /// Whether it is at the State still, in words of the list.
    pub fn is_at_home(&self) -> bool {
        self.state.is_at_home()
    }

    /// As it stands on the waiting list, at this place in the order of its State; none where it
    /// was never sent.
    pub fn waiting(&self, place: usize) -> Option<Waiting> {
        Some(Waiting {
            id: self.id,
            member: self.member_id,
            place,
            approved_at: self.approved_at?,
            ran_out: self.ran_out > 0,
        })
    }

    /// Until when the offer holds that the person has; none where there is no offer.
    pub fn offered_until(&self) -> Option<DateTime<Utc>> {
        self.offer_until.filter(|_| self.state == ParticipantState::Offered)
    }

    /// Whether it may go to `next`.
    pub fn may_become(&self, next: ParticipantState) -> bool {
        self.state.may_become(next)
    }
}
