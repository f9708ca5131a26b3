//! Courses that centres deliver together.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{OnConflict, Query, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement, Value,
};

use super::courses::Hand;
use super::listing::centres_publishing;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, OrganisationId};
use crate::catalogue::rules::CoDeliveryState;
use crate::identity::CentreScope;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, OrganisationId};
    use crate::catalogue::rules::CoDeliveryState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "co_delivery")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub centre_id: OrganisationId,
        pub state: CoDeliveryState,
        #[sea_orm(column_type = "Text")]
        pub message: String,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub invited_at: DateTimeUtc,
        pub state_since: DateTimeUtc,
        pub state_by: Option<AccountId>,
        pub revision: i32,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as CoDelivery;
use entity::{ActiveModel, COLUMN, Column, Entity};

/// The most courses of others that the home of a centre shows.
const AT_HOME: u64 = 20;

/// Every centre that was ever asked to deliver a course, in the order in which they were.
pub async fn of_course(db: &impl ConnectionTrait, course: CourseId) -> Result<Vec<CoDelivery>> {
    let all = Entity::find().filter(COLUMN.course_id.eq(course));
    Ok(all.order_by_asc(Column::InvitedAt).order_by_asc(Column::CentreId).all(db).await?)
}

/// What stands between a course and the own centre.
pub async fn of_partner(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    course: CourseId,
) -> Result<Option<CoDelivery>> {
    Ok(Entity::find_by_id((course, scope.id())).one(db).await?)
}

/// What stands between a course and a centre, which nobody else changes until the transaction
/// ends.
pub async fn to_change(
    tx: &Transaction,
    course: CourseId,
    centre: OrganisationId,
) -> Result<Option<CoDelivery>> {
    Ok(Entity::find_by_id((course, centre)).lock_exclusive().one(tx).await?)
}

/// Invites a centre that was never asked; answers whether it still was not.
pub async fn invite(
    tx: &Transaction,
    (course, centre): (CourseId, OrganisationId),
    message: &str,
    hand: Hand,
) -> Result<bool> {
    let row = ActiveModel {
        course_id: Set(course),
        centre_id: Set(centre),
        state: Set(CoDeliveryState::Invited),
        message: Set(message.to_owned()),
        reason: Set(String::new()),
        invited_at: Set(hand.at),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        revision: Set(1),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0)
}

/// Takes another state, with what is said about it: the message of an invitation, else a reason.
pub async fn turn(
    tx: &Transaction,
    row: &CoDelivery,
    (state, said): (CoDeliveryState, &str),
    hand: Hand,
) -> Result<()> {
    let mut change = ActiveModel {
        state: Set(state),
        reason: Set(said.to_owned()),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        revision: Set(row.revision + 1),
        ..ActiveModel::default()
    };
    if state == CoDeliveryState::Invited {
        change.message = Set(said.to_owned());
        change.reason = Set(String::new());
        change.invited_at = Set(hand.at);
    }
    let changed = Entity::update_many()
        .set(change)
        .filter(COLUMN.course_id.eq(row.course_id))
        .filter(COLUMN.centre_id.eq(row.centre_id))
        .filter(COLUMN.revision.eq(row.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// The centres that deliver a course with its owner, those first that accepted first.
pub async fn partners(db: &impl ConnectionTrait, course: CourseId) -> Result<Vec<OrganisationId>> {
    let accepted = Entity::find()
        .select_only()
        .column(Column::CentreId)
        .filter(COLUMN.course_id.eq(course))
        .filter(Column::State.eq(CoDeliveryState::Accepted));
    let in_order = accepted.order_by_asc(Column::StateSince).order_by_asc(Column::CentreId);
    Ok(in_order.into_tuple().all(db).await?)
}

/// The courses of others that a centre delivers too, as a part of another query.
pub(super) fn accepted_by(centre: OrganisationId) -> SelectStatement {
    Query::select()
        .column(Column::CourseId)
        .from(Entity)
        .and_where(Column::CentreId.eq(centre))
        .and_where(Column::State.eq(CoDeliveryState::Accepted))
        .to_owned()
}

/// The courses that these centres deliver with their owners, by centre.
pub async fn courses_shared_with(
    db: &impl ConnectionTrait,
    centres: &[OrganisationId],
) -> Result<Vec<(OrganisationId, CourseId)>> {
    let accepted = Entity::find()
        .select_only()
        .columns([Column::CentreId, Column::CourseId])
        .filter(COLUMN.centre_id.is_in(centres.iter().copied()))
        .filter(Column::State.eq(CoDeliveryState::Accepted));
    Ok(accepted.into_tuple().all(db).await?)
}

/// Which centres publish a course of which of these types or deliver one with its owner, each
/// pair once.
pub async fn centres_teaching(
    db: &impl ConnectionTrait,
    types: &[&str],
) -> Result<Vec<(String, OrganisationId)>> {
    let mut teaching = centres_publishing(db, types).await?;
    if types.is_empty() {
        return Ok(teaching);
    }
    let marks: Vec<_> = (2..types.len() + 2).map(|number| format!("${number}")).collect();
    let sql = format!(
        "SELECT DISTINCT l.course_type, d.centre_id FROM co_delivery d \
         JOIN course_listing l ON l.course_id = d.course_id \
         WHERE d.state = $1 AND l.course_type IN ({})",
        marks.join(", ")
    );
    let accepted = Value::from(CoDeliveryState::Accepted.as_str());
    let values = [accepted].into_iter().chain(types.iter().map(|code| Value::from(*code)));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    for row in db.query_all_raw(statement).await? {
        teaching.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    teaching.sort_unstable();
    teaching.dedup();
    Ok(teaching)
}

/// A course of another centre that the own centre is asked to deliver, or delivers.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Shared {
    /// Its code.
    pub code: String,
    /// Its title, where it is in the catalogue.
    pub title: Option<String>,
    /// The centre whose course it is.
    pub owner_id: OrganisationId,
    /// How far it is.
    pub state: CoDeliveryState,
    /// Since when.
    pub state_since: DateTime<Utc>,
}

/// What the own centre is asked to deliver and what it delivers of others, invitations first.
pub async fn shared_with(db: &impl ConnectionTrait, scope: CentreScope) -> Result<Vec<Shared>> {
    let sql = "SELECT c.code, l.title, c.centre_id AS owner_id, d.state, d.state_since \
        FROM co_delivery d JOIN course c ON c.id = d.course_id \
        LEFT JOIN course_listing l ON l.course_id = d.course_id \
        WHERE d.centre_id = $1 AND d.state IN ('invited', 'accepted') \
        ORDER BY d.state DESC, d.state_since, c.code LIMIT $2";
    let values = [Value::from(scope.id()), Value::from(AT_HOME)];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Shared::find_by_statement(statement).all(db).await?)
}
