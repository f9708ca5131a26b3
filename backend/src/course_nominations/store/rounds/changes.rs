//! What changes a round: its drafts, and the step from one state to the next.
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, NotSet, QueryFilter};

use super::entity::{self, COLUMN, Column, Entity};
use super::{Round, course_types_of, covered, invitation, members_of};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::RoundId;
use crate::course_nominations::rules::{NewRound, RoundState};
use crate::course_nominations::store::By;

/// Writes a round as a draft: adds it, or puts it over what was read at `revision`. Tells whether
/// it did: somebody else may have been faster.
pub async fn save_round(
    tx: &Transaction,
    (id, revision): (RoundId, i32),
    new: &NewRound,
    by: By,
) -> Result<bool> {
    let row = entity::ActiveModel {
        id: Set(id),
        title: Set(new.title.clone()),
        horizon_start: Set(new.horizon.0),
        horizon_end: Set(new.horizon.1),
        opens_at: Set(new.opens_at),
        closes_at: Set(new.closes_at),
        grace_days: Set(new.grace_days.into()),
        minimum_cell: Set(new.minimum_cell.into()),
        state: Set(RoundState::Draft),
        revision: Set(revision + 1),
        sample: Set(new.sample),
        created_at: Set(by.at),
        created_by: Set(by.account),
        opened_at: Set(None),
        opened_by: Set(None),
        closed_at: Set(None),
        closed_by: Set(None),
    };
    let written = if revision == 0 {
        let once = OnConflict::new().do_nothing().to_owned();
        Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?
    } else {
        let (created_at, created_by) = (NotSet, NotSet);
        let row = entity::ActiveModel { id: NotSet, created_at, created_by, ..row };
        let as_read = Entity::update_many().set(row).filter(COLUMN.id.eq(id));
        as_read.filter(Column::Revision.eq(revision)).exec(tx).await?.rows_affected
    };
    if written == 1 {
        scope_round(tx, id, new).await?;
    }
    Ok(written == 1)
}

/// Whether a round says all that `new` says.
pub async fn round_says(db: &impl ConnectionTrait, round: &Round, new: &NewRound) -> Result<bool> {
    let same = round.title == new.title
        && (round.horizon_start, round.horizon_end) == new.horizon
        && (round.opens_at, round.closes_at) == (new.opens_at, new.closes_at)
        && round.grace_days == i32::from(new.grace_days)
        && round.minimum_cell == i32::from(new.minimum_cell);
    if !same {
        return Ok(false);
    }
    let (mut types, mut members) =
        (course_types_of(db, round.id).await?, members_of(db, round.id).await?);
    let (mut new_types, mut new_members) = (new.course_types.clone(), new.members.clone());
    types.sort_unstable();
    members.sort_unstable();
    new_types.sort_unstable();
    new_members.sort_unstable();
    Ok(types == new_types && members == new_members)
}

/// Puts course types and members in the place of those that a round had.
async fn scope_round(tx: &Transaction, round: RoundId, new: &NewRound) -> Result<()> {
    let former = covered::Entity::delete_many().filter(covered::COLUMN.round_id.eq(round));
    former.exec(tx).await?;
    let former = invitation::Entity::delete_many().filter(invitation::Column::RoundId.eq(round));
    former.exec(tx).await?;
    let types = new
        .course_types
        .iter()
        .map(|code| covered::ActiveModel { round_id: Set(round), course_type: Set(code.clone()) });
    covered::Entity::insert_many(types).exec_without_returning(tx).await?;
    let members = new
        .members
        .iter()
        .map(|member| invitation::ActiveModel { round_id: Set(round), member_id: Set(*member) });
    invitation::Entity::insert_many(members).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes a round to `Open` or `Closed`, unless somebody did meanwhile; answers whether it moved.
pub async fn set_state(tx: &Transaction, round: &Round, next: RoundState, by: By) -> Result<bool> {
    let (at, who) = match next {
        RoundState::Open => (Column::OpenedAt, Column::OpenedBy),
        _ => (Column::ClosedAt, Column::ClosedBy),
    };
    let opens_at =
        if next == RoundState::Open { round.opens_at.min(by.at) } else { round.opens_at };
    let moved = Entity::update_many()
        .col_expr(Column::State, Expr::value(next.as_str()))
        .col_expr(Column::OpensAt, Expr::value(opens_at))
        .col_expr(at, Expr::value(by.at))
        .col_expr(who, Expr::value(by.account.map(|account| account.0)))
        .col_expr(Column::Revision, Expr::value(round.revision + 1))
        .filter(Column::Id.eq(round.id))
        .filter(Column::State.eq(round.state))
        .exec(tx)
        .await?;
    Ok(moved.rows_affected == 1)
}
