//! A Training Director tells each State how many seats it holds; nominations open.
use std::collections::BTreeMap;

use super::sharing::fresh;
use super::telling::tell_states;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::catalogue::Hand;
use crate::deliveries::actions::scheduling::{Edition, record};
use crate::deliveries::emails::SeatsNews;
use crate::deliveries::rules::seats::{SeatAct, Sharing};
use crate::deliveries::store::seats::{Kept, Saving, open_nominations, save, to_share};
use crate::deliveries::store::{self, Delivery};
use crate::identity::TrainingDirector;

/// A Training Director publishes the seats of an announced delivery as they were prepared, of one
/// for one State all for that State. Each State that holds some is told its own number.
#[tracing::instrument(skip_all)]
pub async fn publish_seats(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let known = store::to_change(&tx, by.centre(), &edition.code).await?.ok_or(Error::NotFound)?;
    let before = to_share(&tx, &known).await?;
    let revision = before.as_ref().map_or(0, |kept| kept.revision);
    if before.as_ref().is_some_and(Kept::is_published) && revision == edition.revision + 1 {
        return Ok(());
    }
    may_publish(app, &known, before.as_ref())?;
    if revision != edition.revision {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let now = shared(&known, before.as_ref(), hand)?;
    save(&tx, &now, Saving::Anew, hand).await?;
    open_nominations(&tx, &known, hand).await?;
    let told = now.books.shares().into_iter();
    let told: Vec<_> = told.map(|(member, held)| (member, SeatsNews::Published { held })).collect();
    tell_states(app, &tx, (by.capacity(), &known, revision + 1), &told).await?;
    record(&tx, hand, &by.by(), ("delivery.publish_seats", known.id, &["seats", "state"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Whether the seats of a delivery may be published now.
pub fn may_publish(app: &App, known: &Delivery, before: Option<&Kept>) -> Result<()> {
    if before.is_some_and(Kept::is_published) {
        return Err(Error::refused("seats-refused-published"));
    }
    SeatAct::Publish.allowed_in(known.state).map_err(Error::Refused)?;
    let today = app.clock.now().with_timezone(&known.time_zone()).date_naive();
    match known.first_day {
        None => Err(Error::refused("seats-refused-no-days")),
        Some(first) if first <= today => Err(Error::refused("seats-refused-past")),
        Some(_) if before.is_none() && !known.is_national() => {
            Err(Error::refused("seats-refused-no-draft"))
        }
        Some(_) => Ok(()),
    }
}

/// The seats as they are once they are published.
fn shared(known: &Delivery, draft: Option<&Kept>, hand: Hand) -> Result<Kept> {
    let asked = draft.map(|kept| kept.quotas().map(|one| (one.member, one.asked)).collect());
    let asked: Vec<_> = asked.unwrap_or_default();
    let (sharing, shares) = match (known.member_id, draft) {
        (Some(member), _) => (Sharing::National, [(member, known.max_participants)].into()),
        (None, Some(draft)) => (draft.sharing, draft.books.shares()),
        (None, None) => (Sharing::Open, BTreeMap::new()),
    };
    Ok(Kept {
        delivery: known.id,
        sharing,
        agency_limit: draft.and_then(|kept| kept.agency_limit),
        published_at: Some(hand.at),
        published_by: hand.by,
        entries: 0,
        revision: draft.map_or(0, |kept| kept.revision),
        changed_at: hand.at,
        changed_by: hand.by,
        books: fresh(known, &shares, asked)?,
    })
}
