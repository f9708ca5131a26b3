//! The audit log: every write leaves one entry. Identifiers and field names, no personal values.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::db::Transaction;
use super::error::Result;
use super::ids::{AccountId, ApiClientId, AuditEntryId, OrganisationId};

mod entity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, ApiClientId, AuditEntryId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AuditEntryId,
        pub at: DateTimeUtc,
        pub account_id: Option<AccountId>,
        pub api_client_id: Option<ApiClientId>,
        pub organisation_id: Option<OrganisationId>,
        pub role: String,
        pub action: String,
        pub object: String,
        pub object_id: String,
        pub fields: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as AuditEntry;

/// Who did it, on whose behalf.
#[derive(Clone, Debug, Default)]
pub struct By {
    /// The account; none where the operator acted at the console, or an API client.
    pub account: Option<AccountId>,
    /// The API client, where one acted.
    pub api_client: Option<ApiClientId>,
    /// The organisation on whose behalf.
    pub organisation: Option<OrganisationId>,
    /// The role that allowed it.
    pub role: &'static str,
}

/// What was done to what.
#[derive(Clone, Debug)]
pub struct Deed<'a> {
    /// What was done, as `noun.verb`: `round.open`.
    pub action: &'static str,
    /// The kind of thing: `round`.
    pub object: &'static str,
    /// Which one.
    pub object_id: &'a str,
    /// The names of the fields that changed.
    pub fields: &'a [&'a str],
}

/// Writes the entry of a deed in the caller's transaction.
pub async fn record(tx: &Transaction, now: DateTime<Utc>, by: &By, deed: Deed<'_>) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(AuditEntryId::new()),
        at: Set(now),
        account_id: Set(by.account),
        api_client_id: Set(by.api_client),
        organisation_id: Set(by.organisation),
        role: Set(by.role.to_owned()),
        action: Set(deed.action.to_owned()),
        object: Set(deed.object.to_owned()),
        object_id: Set(deed.object_id.to_owned()),
        fields: Set(deed.fields.join(" ")),
    };
    entity::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Entries on behalf of `organisation` (of all where there is none), newest first, older than
/// `before` where that is given. Identifiers of version 7 sort by time.
pub async fn entries(
    db: &impl ConnectionTrait,
    organisation: Option<OrganisationId>,
    before: Option<AuditEntryId>,
    limit: u64,
) -> Result<Vec<AuditEntry>> {
    let mut wanted = entity::Entity::find().order_by_desc(entity::Column::Id).limit(limit);
    if let Some(organisation) = organisation {
        wanted = wanted.filter(entity::Column::OrganisationId.eq(organisation));
    }
    if let Some(before) = before {
        wanted = wanted.filter(entity::Column::Id.lt(before));
    }
    Ok(wanted.all(db).await?)
}
