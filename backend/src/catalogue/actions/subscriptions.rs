//! Being told by email what is new in the catalogue. Whoever has no account confirms by a link
//! that the address is theirs; nobody learns from our answers whether an address is known.
use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;

use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::csrf::END_PURPOSE;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Locale, Reader};
use crate::base::ids::SubscriptionId;
use crate::base::outbox::{Addressee, Links};
use crate::base::secrets::digest_of;
use crate::catalogue::emails;
use crate::catalogue::rules::{SubscriptionStep, Wish};
use crate::catalogue::store::Subscription;
use crate::catalogue::store::subscriptions::{self as rows, Changes, NewSubscription, Owned};
use crate::identity::{self, Pace, SignedIn, Visitor};
use crate::notifications;

/// How long a link that confirms holds, and how long what was not confirmed is kept.
pub const UNCONFIRMED: Duration = Duration::days(7);
/// The most subscriptions of one account or address.
const MOST: u64 = 50;
/// How often one network may ask, for whatever addresses.
const OF_A_NETWORK: Pace = Pace { burst: 10, seconds: 60 };
/// How often one address is written to because somebody typed it.
const OF_AN_ADDRESS: Pace = Pace { burst: 3, seconds: 900 };
/// What links that confirm are signed for.
const CONFIRM: &str = "confirm subscription";
/// What links that lead to the page of a subscription are signed for.
const MANAGE: &str = "manage subscription";

/// Somebody without an account asks to be told; a letter with a link goes to the address. What is
/// answered is the same whatever is known of the address.
#[tracing::instrument(skip_all)]
pub async fn ask(
    app: &App,
    _: &Visitor,
    peer: Option<IpAddr>,
    (address, wish): (&str, &Wish),
) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let network = peer.map_or_else(|| "unknown".to_owned(), identity::network);
    let bucket = format!("subscriptions from {network}");
    if let Some(seconds) = identity::let_by(&tx, &bucket, OF_A_NETWORK, now).await? {
        return Err(Error::TooMany(seconds));
    }
    // The brake is kept for a day, so it holds a digest in the place of the address.
    let bucket = format!("subscriptions to {}", hex(&digest_of(address.as_bytes())));
    let held_back = identity::let_by(&tx, &bucket, OF_AN_ADDRESS, now).await?.is_some();
    let owner = Owned::Address(address.to_owned());
    let known = rows::of_filter(&tx, &owner, &wish.filter).await?;
    let full = known.is_none() && rows::count_of(&tx, &owner).await? >= MOST;
    let mut object = "none".to_owned();
    if !held_back && !full {
        let id = write_down(
            &tx,
            known.as_ref(),
            &NewSubscription { owner: &owner, wish, zone: Tz::UTC.name(), at: now },
        )
        .await?;
        object = id.to_string();
        let confirmed = known.is_some_and(|known| known.confirmed_at.is_some());
        let reader = Reader { locale: wish.locale, zone: Tz::UTC };
        let to = Addressee::visitor(address.to_owned(), reader);
        let letter = emails::asked(app, &tx, (id, wish), confirmed).await?;
        let links = Links { notices: confirmed.then(|| manage_link(app, id)), ..Links::default() };
        let event = format!("{id}:asked:{}", now.timestamp_micros());
        notifications::tell_subscriber(app, &tx, &event, &to, (&letter, links)).await?;
    }
    let by = By { role: "visitor", ..By::default() };
    record(&tx, now, &by, ("subscription.ask", &object, &[])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Notes what was asked for; what is confirmed already stays as it is.
async fn write_down(
    tx: &Transaction,
    known: Option<&Subscription>,
    new: &NewSubscription<'_>,
) -> Result<SubscriptionId> {
    let Some(known) = known else { return rows::add(tx, new).await };
    if known.confirmed_at.is_none() {
        let change = Changes {
            rhythm: Some(new.wish.rhythm),
            locale: Some(new.wish.locale.tag()),
            asked_at: Some(new.at),
            ..Changes::default()
        };
        rows::change(tx, known, change).await?;
    }
    Ok(known.id)
}

/// The address that confirms a subscription asked for at `now`.
pub fn confirm_link(app: &App, id: SubscriptionId, now: DateTime<Utc>) -> String {
    let until = (now + UNCONFIRMED).timestamp();
    let token = app.settings.secret_key.sign(CONFIRM, &format!("{id} {until}"));
    app.settings.link(&format!("/subscriptions/confirmation/{token}"))
}

/// The address of the page of a subscription, for those who have no account.
pub fn manage_link(app: &App, id: SubscriptionId) -> String {
    let token = app.settings.secret_key.sign(MANAGE, &id.to_string());
    app.settings.link(&format!("/subscriptions/manage/{token}"))
}

/// The address that ends a subscription.
pub fn end_link(app: &App, id: SubscriptionId) -> String {
    let token = app.settings.secret_key.sign(END_PURPOSE, &id.to_string());
    app.settings.link(&format!("/subscriptions/stop/{token}"))
}

/// The subscription that a link confirms, as long as the link holds.
pub async fn to_confirm(app: &App, token: &str) -> Result<Subscription> {
    let payload = app.settings.secret_key.verify(CONFIRM, token).ok_or(Error::NotFound)?;
    let (id, until) = payload.split_once(' ').ok_or(Error::NotFound)?;
    let until: i64 = until.parse().map_err(|_| Error::NotFound)?;
    if until < app.clock.now().timestamp() {
        return Err(Error::NotFound);
    }
    rows::of_link(&app.db, id_in(id)?).await?.ok_or(Error::NotFound)
}

/// Whoever reads the mailbox confirms the subscription; a second time changes nothing.
#[tracing::instrument(skip_all)]
pub async fn confirm(app: &App, _: &Visitor, token: &str) -> Result<Subscription> {
    let read = to_confirm(app, token).await?;
    if read.confirmed_at.is_some() {
        return Ok(read);
    }
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let change = Changes {
        confirmed_at: Some(Some(now)),
        told_until: Some(now),
        due_at: Some(Some(read.rhythm.next(zone_of(&read), now))),
        ..Changes::default()
    };
    rows::change(&tx, &read, change).await?;
    record(&tx, now, &LINK, ("subscription.confirm", &read.id.to_string(), &["confirmed_at"]))
        .await?;
    tx.commit().await?;
    Ok(read)
}

/// A person with an account is told from now on; asked again, as was asked last.
#[tracing::instrument(skip_all)]
pub async fn subscribe(app: &App, by: &SignedIn, wish: &Wish, zone: Tz) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let owner = Owned::Account(by.account());
    if let Some(known) = rows::of_filter(&tx, &owner, &wish.filter).await? {
        let step = SubscriptionStep::Change(wish.rhythm, wish.locale);
        return alter(app, tx, (known, step), &by.by()).await;
    }
    if rows::count_of(&tx, &owner).await? >= MOST {
        return Err(Error::refused("subscription-too-many"));
    }
    let new = NewSubscription { owner: &owner, wish, zone: zone.name(), at: now };
    let id = rows::add(&tx, &new).await?;
    let added = rows::of_link(&tx, id).await?.ok_or(Error::NotFound)?;
    let change = Changes {
        confirmed_at: Some(Some(now)),
        due_at: Some(Some(wish.rhythm.next(zone, now))),
        ..Changes::default()
    };
    rows::change(&tx, &added, change).await?;
    record(&tx, now, &by.by(), ("subscription.create", &id.to_string(), &["filter", "rhythm"]))
        .await?;
    tx.commit().await
}

/// A person changes, pauses, resumes or removes one of their subscriptions.
#[tracing::instrument(skip_all)]
pub async fn step_of_person(
    app: &App,
    by: &SignedIn,
    (id, revision): (SubscriptionId, i32),
    step: SubscriptionStep,
) -> Result<Subscription> {
    let tx = app.db.begin().await?;
    let read = rows::one_of_account(&tx, by.account(), id).await?.ok_or(Error::NotFound)?;
    take_step(app, tx, (read, revision, step), &by.by()).await
}

/// The subscription that a link leads to.
pub async fn managed(app: &App, token: &str) -> Result<Subscription> {
    let payload = app.settings.secret_key.verify(MANAGE, token).ok_or(Error::NotFound)?;
    rows::of_link(&app.db, id_in(&payload)?).await?.ok_or(Error::NotFound)
}

/// Whoever was sent the link changes, pauses, resumes or removes the subscription.
#[tracing::instrument(skip_all)]
pub async fn step_of_link(
    app: &App,
    _: &Visitor,
    (token, revision): (&str, i32),
    step: SubscriptionStep,
) -> Result<Subscription> {
    let id = managed(app, token).await?.id;
    let tx = app.db.begin().await?;
    let read = rows::of_link(&tx, id).await?.ok_or(Error::NotFound)?;
    take_step(app, tx, (read, revision, step), &LINK).await
}

/// The subscription that a link ends; none where that was done before.
pub async fn to_end(app: &App, token: &str) -> Result<Option<Subscription>> {
    rows::of_link(&app.db, read_end_link(app, token)?).await
}

/// Whoever was sent the link is told no more, and their address is forgotten; a second time
/// changes nothing. Answers what was subscribed to, the first time.
#[tracing::instrument(skip_all)]
pub async fn end(app: &App, _: &Visitor, token: &str) -> Result<Option<Subscription>> {
    let id = read_end_link(app, token)?;
    let tx = app.db.begin().await?;
    let Some(read) = rows::of_link(&tx, id).await? else { return Ok(None) };
    alter(app, tx, (read.clone(), SubscriptionStep::Remove), &LINK).await?;
    Ok(Some(read))
}

/// Forgets what nobody confirmed in time.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let gone = rows::forget_unconfirmed(&tx, now - UNCONFIRMED).await?;
    if gone > 0 {
        let count = gone.to_string();
        record(&tx, now, &By::the_program(), ("subscription.forget", &count, &["address"])).await?;
    }
    tx.commit().await
}

/// Whose mornings count for a subscription.
pub fn zone_of(subscription: &Subscription) -> Tz {
    subscription.zone.parse().unwrap_or(Tz::UTC)
}

/// The language in which a subscription is told.
pub fn locale_of(subscription: &Subscription) -> Locale {
    Locale::of(&subscription.locale).unwrap_or_else(Locale::english)
}

const LINK: By = By { account: None, api_client: None, organisation: None, role: "signed_link" };

fn read_end_link(app: &App, token: &str) -> Result<SubscriptionId> {
    id_in(&app.settings.secret_key.verify(END_PURPOSE, token).ok_or(Error::NotFound)?)
}

fn id_in(text: &str) -> Result<SubscriptionId> {
    text.parse().map(SubscriptionId).map_err(|_| Error::NotFound)
}

async fn take_step(
    app: &App,
    tx: Transaction,
    (read, revision, step): (Subscription, i32, SubscriptionStep),
    by: &By,
) -> Result<Subscription> {
    if read.revision != revision {
        return Err(Error::Conflict);
    }
    alter(app, tx, (read.clone(), step), by).await?;
    Ok(read)
}

/// Does what a step says to the row that was read, and commits; what is so already is left alone.
async fn alter(
    app: &App,
    tx: Transaction,
    (read, step): (Subscription, SubscriptionStep),
    by: &By,
) -> Result<()> {
    let now = app.clock.now();
    let next = |rhythm: crate::catalogue::rules::Rhythm| Some(rhythm.next(zone_of(&read), now));
    let running = read.paused_at.is_none() && read.confirmed_at.is_some();
    let same = Changes::default();
    let (action, fields, change): (_, &[&str], _) = match step {
        SubscriptionStep::Change(rhythm, locale) => {
            if rhythm == read.rhythm && locale.tag() == read.locale {
                return Ok(());
            }
            let due = if running { next(rhythm) } else { read.due_at };
            let (rhythm, locale) = (Some(rhythm), Some(locale.tag()));
            let change = Changes { rhythm, locale, due_at: Some(due), ..same };
            ("subscription.change", &["rhythm", "locale"], Some(change))
        }
        SubscriptionStep::Pause if !running => return Ok(()),
        SubscriptionStep::Pause => {
            let change = Changes { paused_at: Some(Some(now)), due_at: Some(None), ..same };
            ("subscription.pause", &["paused_at"], Some(change))
        }
        SubscriptionStep::Resume if read.paused_at.is_none() => return Ok(()),
        SubscriptionStep::Resume => {
            let due_at = Some(next(read.rhythm));
            let change = Changes { paused_at: Some(None), told_until: Some(now), due_at, ..same };
            ("subscription.resume", &["paused_at"], Some(change))
        }
        SubscriptionStep::Remove => ("subscription.remove", &["address"], None),
    };
    match change {
        Some(change) => rows::change(&tx, &read, change).await?,
        None => rows::remove(&tx, read.id).await?,
    }
    record(&tx, now, by, (action, &read.id.to_string(), fields)).await?;
    tx.commit().await
}

async fn record(
    tx: &Transaction,
    now: DateTime<Utc>,
    by: &By,
    (action, object_id, fields): (&'static str, &str, &[&str]),
) -> Result<()> {
    let deed = Deed { action, object: "subscription", object_id, fields };
    audit::record(tx, now, by, deed).await
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
