//! Seats, quotas and the ledger, as they are kept.

pub(super) mod seating {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, DeliveryId};
    use crate::deliveries::rules::seats::Sharing;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery_seating")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub delivery_id: DeliveryId,
        pub sharing: Sharing,
        pub capacity: i32,
        pub reserve: i32,
        pub agency_limit: Option<i32>,
        pub entries: i32,
        pub published_at: Option<DateTimeUtc>,
        pub published_by: Option<AccountId>,
        pub revision: i32,
        pub changed_at: DateTimeUtc,
        pub changed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod quota {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{DeliveryId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "delivery_quota")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub delivery_id: DeliveryId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: OrganisationId,
        pub asked: i32,
        pub held: i32,
        pub taken: i32,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod entry {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, DeliveryId, OrganisationId};
    use crate::deliveries::rules::seats::EntryKind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "seat_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub delivery_id: DeliveryId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub at: DateTimeUtc,
        pub by_account: Option<AccountId>,
        pub kind: EntryKind,
        pub from_member: Option<OrganisationId>,
        pub to_member: Option<OrganisationId>,
        pub seats: i32,
        pub nomination_id: Option<Uuid>,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}

pub use entry::Model as SeatEntry;
