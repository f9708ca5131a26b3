//! The audit log: every write leaves one entry. Identifiers and field names, no personal values.
//!
//! Entries are a chain under a key that is not in the database ([`chain`]). What a transaction
//! does is collected in it and written as the last thing before it commits ([`append`]).
mod append;
pub mod chain;
mod walk;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};

pub(super) use self::append::append;
pub use self::append::{begin_chain, head};
pub use self::walk::{Fault, Walked, walk};
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
        pub seq: i64,
        pub at: DateTimeUtc,
        pub account_id: Option<AccountId>,
        pub api_client_id: Option<ApiClientId>,
        pub organisation_id: Option<OrganisationId>,
        pub role: String,
        pub action: String,
        pub object: String,
        pub object_id: String,
        pub fields: String,
        pub prev: Vec<u8>,
        pub hash: Vec<u8>,
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

impl By {
    /// What runs beside requests.
    pub const fn the_program() -> Self {
        Self { account: None, api_client: None, organisation: None, role: "program" }
    }
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

/// An entry but for its place in the chain.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Written {
    /// Its identifier.
    pub id: AuditEntryId,
    /// When.
    pub at: DateTime<Utc>,
    /// Whose account.
    pub account_id: Option<AccountId>,
    /// Which API client.
    pub api_client_id: Option<ApiClientId>,
    /// On whose behalf.
    pub organisation_id: Option<OrganisationId>,
    /// The role that allowed it.
    pub role: String,
    /// What was done.
    pub action: String,
    /// The kind of thing.
    pub object: String,
    /// Which one.
    pub object_id: String,
    /// The names of the fields that changed, with spaces between.
    pub fields: String,
}

/// Notes a deed in the caller's transaction; its entry is written when that commits.
pub async fn record(tx: &Transaction, now: DateTime<Utc>, by: &By, deed: Deed<'_>) -> Result<()> {
    tx.note(Written {
        id: AuditEntryId::new(),
        at: now,
        account_id: by.account,
        api_client_id: by.api_client,
        organisation_id: by.organisation,
        role: by.role.to_owned(),
        action: deed.action.to_owned(),
        object: deed.object.to_owned(),
        object_id: deed.object_id.to_owned(),
        fields: deed.fields.join(" "),
    });
    Ok(())
}

/// Entries on behalf of `organisation` (of all where there is none), newest first, before the
/// entry of the number `before` where that is given.
pub async fn entries(
    db: &impl ConnectionTrait,
    organisation: Option<OrganisationId>,
    before: Option<i64>,
    limit: u64,
) -> Result<Vec<AuditEntry>> {
    let mut wanted = entity::Entity::find().order_by_desc(entity::Column::Seq).limit(limit);
    if let Some(organisation) = organisation {
        wanted = wanted.filter(entity::Column::OrganisationId.eq(organisation));
    }
    if let Some(before) = before {
        wanted = wanted.filter(entity::Column::Seq.lt(before));
    }
    Ok(wanted.all(db).await?)
}

/// The last entry that says something of this kind of thing.
pub async fn last_of(db: &impl ConnectionTrait, object: &str) -> Result<Option<AuditEntry>> {
    let of = entity::Entity::find().filter(entity::Column::Object.eq(object));
    Ok(of.order_by_desc(entity::Column::Seq).one(db).await?)
}
