//! Writing to people, in the transaction of whatever they are told of.
use super::rules::Kind;
use super::{actions, rules, store};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::outbox::{self, Addressee, Email, Links, Recipient};

/// Queues `email` for `recipient` in the caller's transaction, unless they chose not to be told.
/// One `event` writes to one address once for each kind of news.
pub async fn tell(
    app: &App,
    tx: &Transaction,
    kind: Kind,
    event: &str,
    (recipient, email): (&Recipient, &(impl Email + Sync)),
) -> Result<()> {
    if kind.can_be_stopped() && store::has_stopped(tx, recipient.account, kind).await? {
        return Ok(());
    }
    let unsubscribe = kind.can_be_stopped().then(|| actions::stop_link(app, recipient, kind));
    outbox::enqueue(app, tx, &kind.event(event), recipient, (email, unsubscribe)).await
}

/// Queues `email` for somebody who is put forward for a delivery. There is nothing to choose: what
/// is written to participants needs an answer from them.
pub async fn tell_participant(
    app: &App,
    tx: &Transaction,
    event: &str,
    to: &Addressee,
    email: &(impl Email + Sync),
) -> Result<()> {
    outbox::post(app, tx, &rules::participant_event(event), to, (email, Links::default())).await
}

/// Queues `email` for somebody who asked for it by subscribing, with an account or without.
pub async fn tell_subscriber(
    app: &App,
    tx: &Transaction,
    event: &str,
    to: &Addressee,
    (email, links): (&(impl Email + Sync), Links),
) -> Result<()> {
    outbox::post(app, tx, &rules::subscription_event(event), to, (email, links)).await
}
