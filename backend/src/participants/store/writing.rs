//! Writing nominations: each change with its step. Whoever writes holds the delivery, so that the
//! list of a State and the seats do not change meanwhile.
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entities::{Nomination, Person, nomination, step};
use super::steps::{note, note_begun};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::ParticipantNominationId;
use crate::catalogue::Hand;
use crate::deliveries::Delivery;
use crate::identity::NomineeScope;
use crate::participants::rules::{NOTICE_VERSION, ParticipantState, Why};

use nomination::{ActiveModel, COLUMN, Column, Entity};

/// Somebody to be put on the list of a State.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    /// The id.
    pub id: ParticipantNominationId,
    /// Who.
    pub person: &'a Person,
    /// Why this person, in the words of the State.
    pub reason: &'a str,
    /// The nomination whose place is taken.
    pub replaces: Option<ParticipantNominationId>,
}

/// Which way nominations go.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    /// To which state.
    pub to: ParticipantState,
    /// Why.
    pub why: Option<Why>,
    /// The same in somebody's words.
    pub text: &'a str,
}

/// The last rank on the whole list of a State for a delivery.
pub async fn last_rank(
    tx: &Transaction,
    (scope, delivery): (NomineeScope, &Delivery),
) -> Result<i32> {
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Rank)
        .filter(COLUMN.delivery_id.eq(delivery.id))
        .filter(COLUMN.member_id.eq(scope.state().id()))
        .order_by_desc(Column::Rank)
        .limit(1)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.unwrap_or(0))
}

/// Puts people at the end of the list of a State for a delivery.
pub async fn add_drafts(
    tx: &Transaction,
    (scope, delivery): (NomineeScope, &Delivery),
    (drafts, last): (&[Draft<'_>], i32),
    hand: Hand,
) -> Result<Vec<Nomination>> {
    if drafts.is_empty() {
        return Ok(Vec::new());
    }
    let rows = (last + 1..).zip(drafts).map(|(rank, draft)| Nomination {
        id: draft.id,
        delivery_id: delivery.id,
        centre_id: delivery.centre_id,
        member_id: scope.state().id(),
        agency_id: draft.person.agency_id,
        person_id: draft.person.id,
        state: ParticipantState::Draft,
        open: true,
        state_since: hand.at,
        state_by: hand.by,
        rank,
        reason: draft.reason.to_owned(),
        why: None,
        why_text: String::new(),
        notice_version: None,
        agreed_at: None,
        approved_at: None,
        replaces_id: draft.replaces,
        offer_until: None,
        offers: 0,
        ran_out: 0,
        revision: 1,
        sample: draft.person.sample,
        created_at: hand.at,
        created_by: hand.by,
    });
    let rows: Vec<Nomination> = rows.collect();
    let models = rows.iter().cloned().map(|row| ActiveModel::from(row).reset_all());
    Entity::insert_many(models).exec_without_returning(tx).await?;
    note_begun(tx, &rows, hand).await?;
    Ok(rows)
}

/// Takes these nominations, as they were read, one step on.
pub async fn move_on(
    tx: &Transaction,
    before: &[&Nomination],
    way: &Move<'_>,
    hand: Hand,
) -> Result<()> {
    write(tx, before, (way.change(hand), &[]), way, hand).await
}

impl Move<'_> {
    /// What of a nomination is another once it has gone this way.
    pub(super) fn change(&self, hand: Hand) -> ActiveModel {
        ActiveModel {
            state: Set(self.to),
            open: Set(self.to.is_open()),
            state_since: Set(hand.at),
            state_by: Set(hand.by),
            why: Set(self.why.map(|why| why.as_str().to_owned())),
            why_text: Set(self.text.to_owned()),
            offer_until: Set(None),
            ..Default::default()
        }
    }
}

/// Sends these nominations, as they were read, to the centre: the people have read the notice and
/// agree.
pub async fn approve(tx: &Transaction, before: &[&Nomination], hand: Hand) -> Result<()> {
    let way = Move { to: ParticipantState::Approved, why: None, text: "" };
    let change = ActiveModel {
        notice_version: Set(Some(NOTICE_VERSION)),
        agreed_at: Set(Some(hand.at)),
        approved_at: Set(Some(hand.at)),
        ..way.change(hand)
    };
    write(tx, before, (change, &[]), &way, hand).await
}

/// Writes the change with its step; `counted` are numbers that rise with it.
pub(super) async fn write(
    tx: &Transaction,
    before: &[&Nomination],
    (change, counted): (ActiveModel, &[(Column, Expr)]),
    way: &Move<'_>,
    hand: Hand,
) -> Result<()> {
    if before.iter().any(|one| !one.may_become(way.to)) {
        return Err(Error::Conflict);
    }
    for some in before.chunks(500) {
        let ids = some.iter().map(|one| one.id);
        let mut changing = Entity::update_many()
            .set(change.clone())
            .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
            .filter(Column::Id.is_in(ids));
        for (column, next) in counted {
            changing = changing.col_expr(*column, next.clone());
        }
        let changed = changing.exec(tx).await?;
        if changed.rows_affected != some.len() as u64 {
            return Err(Error::Conflict);
        }
    }
    note(tx, before, way, hand).await
}

/// Puts these nominations, as they were read, into this order, on the ranks that they have among
/// others.
pub async fn rank(tx: &Transaction, order: &[&Nomination]) -> Result<()> {
    let mut ranks: Vec<_> = order.iter().map(|one| one.rank).collect();
    ranks.sort_unstable();
    for (rank, one) in ranks.into_iter().zip(order) {
        if one.rank != rank {
            let change = Entity::update_many().col_expr(Column::Rank, Expr::value(rank));
            change.filter(COLUMN.id.eq(one.id)).exec(tx).await?;
        }
    }
    Ok(())
}

/// Keeps why this person.
pub async fn set_reason(tx: &Transaction, one: &Nomination, reason: &str) -> Result<()> {
    let change = Entity::update_many().col_expr(Column::Reason, Expr::value(reason));
    change.filter(COLUMN.id.eq(one.id)).exec(tx).await?;
    Ok(())
}

/// Takes drafts that nobody else has seen off the list.
pub async fn remove(tx: &Transaction, draft: &Nomination) -> Result<()> {
    let steps = step::Entity::delete_many().filter(step::COLUMN.nomination_id.eq(draft.id));
    steps.exec(tx).await?;
    Entity::delete_many().filter(COLUMN.id.eq(draft.id)).exec(tx).await?;
    Ok(())
}
