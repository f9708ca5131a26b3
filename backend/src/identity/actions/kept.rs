//! A form that was sent after its session had ended is kept until the same person has signed in
//! again: for an hour, on this side, because a browser forgets what it posted on the way.
use std::net::IpAddr;

use chrono::Duration;

use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::{AccountId, KeptFormId};
use crate::base::typed::Typed;
use crate::identity::actors::SignedIn;
use crate::identity::brakes::network;
use crate::identity::store::{self, KeptForm};

/// How long a form is kept.
pub const KEPT: Duration = Duration::hours(1);
/// The most forms that are kept for one account; the oldest make room.
const MOST_OF_ACCOUNT: u64 = 5;
/// The most forms that are kept from one address of the network.
const MOST_OF_NETWORK: u64 = 20;
/// What references are signed for.
const PURPOSE: &str = "kept form";

/// Keeps a form for the account that last signed in where it was filled; answers the signed
/// reference to it, or none where that address has too much kept already.
pub async fn keep_form(
    app: &App,
    (account, peer): (AccountId, Option<IpAddr>),
    typed: &Typed,
) -> Result<Option<String>> {
    let now = app.clock.now();
    let network = peer.map_or_else(|| "unknown".to_owned(), network);
    let tx = app.db.begin().await?;
    if store::kept_from(&tx, &network).await? >= MOST_OF_NETWORK
        || store::account_by_id(&tx, account).await?.is_none()
    {
        return Ok(None);
    }
    let id = KeptFormId::new();
    let (address, fields) = (typed.address().to_owned(), typed.encoded());
    let form = KeptForm { id, account_id: account, network, address, fields, kept_at: now };
    store::keep_form(&tx, form).await?;
    store::forget_older_forms(&tx, account, MOST_OF_ACCOUNT).await?;
    tx.commit().await?;
    Ok(Some(app.settings.secret_key.sign(PURPOSE, &id.to_string())))
}

/// What was kept under this reference for whoever asks; none for everybody else.
pub async fn kept_form(app: &App, by: &SignedIn, reference: &str) -> Result<Option<Typed>> {
    let Some(id) = read(app, reference) else { return Ok(None) };
    let since = app.clock.now() - KEPT;
    let kept = store::kept_form(&app.db, (id, by.account()), since).await?;
    Ok(kept.map(|kept| Typed::restored(&kept.address, &kept.fields)))
}

/// Forgets what was kept under this reference: it was sent, or is not wanted any more.
pub async fn forget_form(app: &App, reference: &str) -> Result<()> {
    let Some(id) = read(app, reference) else { return Ok(()) };
    let tx = app.db.begin().await?;
    store::forget_form(&tx, id).await?;
    tx.commit().await
}

fn read(app: &App, reference: &str) -> Option<KeptFormId> {
    let id = app.settings.secret_key.verify(PURPOSE, reference)?;
    id.parse().ok().map(KeptFormId)
}
