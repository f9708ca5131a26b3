//! Choosing what one is told; looking after what the installation sends.
use super::rules::{Kind, StopLink};
use super::store;
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::csrf::STOP_PURPOSE;
use crate::base::error::{Error, Result};
use crate::base::ids::EmailId;
use crate::base::outbox::{self, Recipient};
use crate::identity::{MailKeeper, SignedIn, Visitor};

/// The address at which `recipient` stops this kind of news without signing in.
pub fn stop_link(app: &App, recipient: &Recipient, kind: Kind) -> String {
    let link = StopLink { account: recipient.account, kind };
    let token = app.settings.secret_key.sign(STOP_PURPOSE, &link.payload());
    app.settings.link(&format!("/unsubscribe/{token}"))
}

/// What the token of such an address stands for.
pub fn read_stop_link(app: &App, token: &str) -> Result<StopLink> {
    let payload = app.settings.secret_key.verify(STOP_PURPOSE, token);
    payload.and_then(|payload| StopLink::read(&payload)).ok_or(Error::NotFound)
}

/// Saves which kinds of news a person wants; what did not change is left alone.
#[tracing::instrument(skip_all)]
pub async fn choose(app: &App, by: &SignedIn, wanted: &[(Kind, bool)]) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let stopped = store::stopped(&tx, by.account()).await?;
    let changed: Vec<_> = wanted
        .iter()
        .filter(|(kind, wanted)| kind.can_be_stopped() && stopped.contains(kind) == *wanted)
        .collect();
    if changed.is_empty() {
        return Ok(());
    }
    for choice in &changed {
        store::choose(&tx, by.account(), **choice, now).await?;
    }
    let fields: Vec<_> = changed.iter().map(|(kind, _)| kind.as_str()).collect();
    let account = by.account().to_string();
    audit::record(&tx, now, &by.by(), chosen(&account, &fields)).await?;
    tx.commit().await
}

/// Stops one kind of news for whoever a signed link was sent to; tells which.
#[tracing::instrument(skip_all)]
pub async fn stop(app: &App, _: &Visitor, token: &str) -> Result<Kind> {
    let StopLink { account, kind } = read_stop_link(app, token)?;
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    if store::has_stopped(&tx, account, kind).await? {
        return Ok(kind);
    }
    store::choose(&tx, account, (kind, false), now).await?;
    let by = By { account: Some(account), role: "signed_link", ..By::default() };
    audit::record(&tx, now, &by, chosen(&account.to_string(), &[kind.as_str()])).await?;
    tx.commit().await?;
    Ok(kind)
}

fn chosen<'a>(account: &'a str, fields: &'a [&'a str]) -> Deed<'a> {
    Deed { action: "notices.choose", object: "account", object_id: account, fields }
}

/// Sends a failed email again, with the same Message-ID.
#[tracing::instrument(skip_all, fields(email.id = %id))]
pub async fn send_again(app: &App, by: &MailKeeper, id: EmailId) -> Result<()> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    if !store::requeue(&tx, by.region(), (id, now)).await? {
        outbox::one(&tx, id).await?.ok_or(Error::NotFound)?;
        return Err(Error::refused("emails-not-failed"));
    }
    let object_id = id.to_string();
    let deed = Deed {
        action: "email.send_again",
        object: "email",
        object_id: &object_id,
        fields: &["state"],
    };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}
