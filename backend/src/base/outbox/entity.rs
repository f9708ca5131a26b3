//! A row of the outbox.
#![expect(missing_docs, reason = "the columns are named after what they hold")]
use sea_orm::entity::prelude::*;

use crate::base::ids::{AccountId, EmailId, OrganisationId};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EmailId,
    pub event: String,
    pub account_id: Option<AccountId>,
    pub organisation_id: Option<OrganisationId>,
    pub to_name: String,
    pub to_address: String,
    pub locale: String,
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub body_text: String,
    #[sea_orm(column_type = "Text")]
    pub body_html: String,
    pub message_id: String,
    pub unsubscribe: Option<String>,
    pub state: super::EmailState,
    pub attempts: i32,
    pub next_attempt_at: DateTimeUtc,
    pub lease_until: Option<DateTimeUtc>,
    pub last_error: Option<String>,
    pub queued_at: DateTimeUtc,
    pub sent_at: Option<DateTimeUtc>,
}
impl ActiveModelBehavior for ActiveModel {}
