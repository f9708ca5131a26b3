//! Each step of each nomination, written once and never changed.
use sea_orm::{ActiveValue::Set, EntityTrait};

use super::entities::{Nomination, step};
use super::writing::Move;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::catalogue::Hand;
use crate::participants::rules::ParticipantState;

/// The most rows of one statement: SQLite takes 32,766 values.
const TOGETHER: usize = 1_000;

/// Notes that these nominations, as they were before, have gone this way. The number of a step is
/// the revision to which it leads.
pub(super) async fn note(
    tx: &Transaction,
    before: &[&Nomination],
    way: &Move<'_>,
    hand: Hand,
) -> Result<()> {
    let row = |one: &&Nomination| step::ActiveModel {
        nomination_id: Set(one.id),
        number: Set(one.revision + 1),
        state: Set(way.to),
        why: Set(way.why.map(|why| why.as_str().to_owned())),
        why_text: Set(way.text.to_owned()),
        at: Set(hand.at),
        by_account: Set(hand.by),
    };
    let rows: Vec<_> = before.iter().map(row).collect();
    for some in rows.chunks(TOGETHER) {
        step::Entity::insert_many(some.to_vec()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Notes that these nominations were begun.
pub(super) async fn note_begun(tx: &Transaction, begun: &[Nomination], hand: Hand) -> Result<()> {
    let before: Vec<_> =
        begun.iter().map(|one| Nomination { revision: one.revision - 1, ..one.clone() }).collect();
    let before: Vec<_> = before.iter().collect();
    let way = Move { to: ParticipantState::Draft, why: None, text: "" };
    note(tx, &before, &way, hand).await
}
