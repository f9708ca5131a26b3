//! The private calendar of a person: made, replaced, and fetched by its secret.
use std::collections::HashMap;
use std::fmt::Write;

use chrono::{DateTime, Months, Utc};

use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::error::{Error, Result};
use crate::base::i18n::Reader;
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::base::secrets::{digest_of, random_token};
use crate::catalogue::Hand;
use crate::deliveries::rules::Slot;
use crate::deliveries::store::{self, Delivery, Feed};
use crate::identity::{self, ReaderScope, SignedIn};
use crate::organisations;

/// The most deliveries in a calendar.
const MOST: u64 = 500;
/// What ended so long ago is in no calendar any more.
const KEPT: Months = Months::new(12);

/// What a calendar holds.
#[derive(Debug)]
pub struct FeedContent {
    /// The deliveries, the next first.
    pub deliveries: Vec<Delivery>,
    /// Their sessions.
    pub slots: HashMap<DeliveryId, Vec<Slot>>,
    /// The names of their centres.
    pub centres: HashMap<OrganisationId, String>,
}

/// These deliveries with what calendars are told of them.
pub async fn content(app: &App, deliveries: Vec<Delivery>) -> Result<FeedContent> {
    let slots = store::slots_of_all(&app.db, &deliveries).await?;
    let mut ids: Vec<_> = deliveries.iter().map(|one| one.centre_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let centres = organisations::by_ids(&app.db, &ids).await?;
    let centres = centres.into_iter().map(|centre| (centre.id, centre.name)).collect();
    Ok(FeedContent { deliveries, slots, centres })
}

/// A person makes the private calendar of the role acted in, or gives it another secret; answers
/// the secret, which is shown once.
#[tracing::instrument(skip_all)]
pub async fn make_feed(app: &App, by: &SignedIn) -> Result<String> {
    let token = random_token();
    let hand = Hand { at: app.clock.now(), by: Some(by.account()) };
    let membership = by.capacity().and_then(identity::Capacity::membership);
    let tx = app.db.begin().await?;
    store::put_feed(&tx, (by.account(), membership), &hash_of(&token), hand).await?;
    let object_id = by.account().to_string();
    let deed = Deed {
        action: "calendar_feed.make",
        object: "account",
        object_id: &object_id,
        fields: &["calendar_feed"],
    };
    audit::record(&tx, hand.at, &by.by(), deed).await?;
    tx.commit().await?;
    Ok(token)
}

/// The private calendar of a person, if there is one: when it was made.
pub async fn feed_made_at(app: &App, by: &SignedIn) -> Result<Option<DateTime<Utc>>> {
    Ok(store::feed_of(&app.db, by.account()).await?.map(|feed| feed.made_at))
}

/// Whoever has the secret reads what its owner may read now; nothing once the owner may no more.
pub async fn open_feed(app: &App, token: &str) -> Result<(Reader, FeedContent)> {
    let feed = store::feed_of_token(&app.db, &hash_of(token)).await?.ok_or(Error::NotFound)?;
    let now = app.clock.now();
    let (scope, reader) = owner_of(app, &feed, now).await?.ok_or(Error::NotFound)?;
    let from = now.date_naive().checked_sub_months(KEPT).unwrap_or_else(|| now.date_naive());
    let deliveries = store::told_to(&app.db, scope, from, MOST).await?;
    Ok((reader, content(app, deliveries).await?))
}

async fn owner_of(
    app: &App,
    feed: &Feed,
    now: DateTime<Utc>,
) -> Result<Option<(ReaderScope, Reader)>> {
    identity::reading_later(&app.db, (feed.account_id, feed.membership_id), now).await
}

/// What is kept of a secret.
fn hash_of(token: &str) -> String {
    digest_of(token.as_bytes()).iter().fold(String::new(), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
