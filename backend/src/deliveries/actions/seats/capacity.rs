//! The seats of a delivery follow how many people there is room for.
use std::collections::BTreeMap;

use super::changing::changes;
use super::sharing::uneven;
use super::telling::tell_states;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{FieldErrors, Result};
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;
use crate::catalogue::Hand;
use crate::deliveries::emails::SeatsNews;
use crate::deliveries::rules::Plan;
use crate::deliveries::rules::seats::{Books, Sharing, Uneven};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{Saving, save, to_share};
use crate::identity::CentreStaff;
use crate::organisations;

/// Gives a delivery that is held for change so many seats. More are in the reserve, fewer come from
/// it; of a delivery for one State, more are that State's, and fewer its free ones. Where there are
/// not so many to give, the refusal names the States that hold them. A draft is emptied where the
/// delivery is for others from then on.
pub(in crate::deliveries::actions) async fn fit(
    app: &App,
    tx: &Transaction,
    (by, known): (&CentreStaff, &Delivery),
    plan: &Plan,
    hand: Hand,
) -> Result<()> {
    let (capacity, for_others) = (plan.participants.1.into(), plan.whom != known.whom());
    let Some(before) = to_share(tx, known).await? else { return Ok(()) };
    if before.books.capacity == capacity && !for_others {
        return Ok(());
    }
    let mut now = before.clone();
    if for_others {
        now.sharing = Sharing::Open;
        now.books.share(&BTreeMap::new()).map_err(|_| uneven())?;
    }
    let member = known.member_id.filter(|_| before.is_published());
    if resize(&mut now.books, capacity, member).is_err() {
        return Err(refusal(tx, &before.books, capacity, member).await?.into());
    }
    save(tx, &now, Saving::Shares, hand).await?;
    if before.is_published() {
        let told = changes(&before.books, &now.books).into_iter();
        let told = told.map(|(member, before, held)| (member, SeatsNews::Changed { before, held }));
        let told: Vec<_> = told.collect();
        tell_states(app, tx, (by.capacity(), known, before.revision + 1), &told).await?;
    }
    Ok(())
}

/// Has so many seats, all of them for one State where one is named.
fn resize(books: &mut Books, capacity: i32, member: Option<OrganisationId>) -> Result<(), Uneven> {
    let Some(member) = member else { return books.resize(capacity) };
    let shares = [(member, capacity)].into();
    if capacity > books.capacity {
        books.resize(capacity)?;
        books.share(&shares)
    } else {
        books.share(&shares)?;
        books.resize(capacity)
    }
}

/// Why there cannot be so few seats, beside the field.
async fn refusal(
    tx: &Transaction,
    books: &Books,
    capacity: i32,
    member: Option<OrganisationId>,
) -> Result<FieldErrors> {
    let least = match member {
        Some(member) => books.of(member).taken,
        None => books.capacity - books.reserve,
    };
    if least <= capacity {
        return Err(uneven());
    }
    let shares = books.shares();
    let ids: Vec<_> = shares.keys().copied().collect();
    let mut named = organisations::by_ids(tx, &ids).await?;
    named.sort_by(|a, b| a.name.cmp(&b.name));
    let held = named.iter().map(|one| {
        let held = if member.is_some() { least } else { books.of(one.id).held };
        format!("{} {held}", one.name)
    });
    let key = if member.is_some() { "seats-capacity-taken" } else { "seats-capacity-held" };
    let message = Message::new(key).with("least", i64::from(least));
    let mut errors = FieldErrors::default();
    errors.add("max_participants", message.with("held", held.collect::<Vec<_>>().join(", ")));
    Ok(errors)
}
