//! Private calendars: whose, in which capacity, and by which secret they are fetched.
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryFilter};

pub use super::entities::feed::Model as Feed;
use super::entities::feed::{ActiveModel, COLUMN, Column, Entity};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, MembershipId};
use crate::catalogue::Hand;

/// The private calendar of an account.
pub async fn feed_of(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Feed>> {
    Ok(Entity::find_by_id(account).one(db).await?)
}

/// The private calendar that this digest of a secret opens.
pub async fn feed_of_token(db: &impl ConnectionTrait, hash: &str) -> Result<Option<Feed>> {
    Ok(Entity::find().filter(COLUMN.token_hash.eq(hash)).one(db).await?)
}

/// Makes the private calendar of an account, or gives it another secret.
pub async fn put_feed(
    tx: &Transaction,
    (account, membership): (AccountId, Option<MembershipId>),
    hash: &str,
    hand: Hand,
) -> Result<()> {
    let row = ActiveModel {
        account_id: Set(account),
        membership_id: Set(membership),
        token_hash: Set(hash.to_owned()),
        made_at: Set(hand.at),
    };
    let anew = OnConflict::column(Column::AccountId)
        .update_columns([Column::MembershipId, Column::TokenHash, Column::MadeAt])
        .to_owned();
    Entity::insert(row).on_conflict(anew).exec_without_returning(tx).await?;
    Ok(())
}
