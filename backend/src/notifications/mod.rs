//! The one door through which features write to people. People choose what they are told.
mod rules;
mod store;

pub use self::rules::Kind;

use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::outbox::{self, Email, Recipient};

/// Queues `email` for `recipient` in the caller's transaction, unless they chose not to be told.
/// One `event` writes to one address once.
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
    let unsubscribe = kind.can_be_stopped().then(|| unsubscribe_link(app, recipient, kind));
    outbox::enqueue(app, tx, event, recipient, (email, unsubscribe)).await
}

fn unsubscribe_link(app: &App, recipient: &Recipient, kind: Kind) -> String {
    let payload = format!("{} {}", recipient.account, kind.as_str());
    let token = app.settings.secret_key.sign("unsubscribe", &payload);
    app.settings.link(&format!("/unsubscribe/{token}"))
}
