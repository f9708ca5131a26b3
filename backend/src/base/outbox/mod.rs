//! Emails are rows written in the caller's transaction; a worker sends them later.
use std::sync::Arc;

use chrono_tz::Tz;
use sea_orm::{ActiveValue::Set, EntityTrait, sea_query::OnConflict};

use super::App;
use super::db::Transaction;
use super::error::Result;
use super::i18n::{Locale, Message, Reader};
use super::ids::{AccountId, EmailId, OrganisationId};
use super::letter::{Envelope, Letter};

pub(super) mod entity;
mod keeping;

pub use self::entity::Model as OutboxEmail;
pub use self::keeping::{
    AWAY_AFTER, Counts, Listed, OnItsWay, PAGE, Tally, Wanted, counts, differences, hold_back,
    last_failure_of, listed, newest, of_events, one, requeue, silent_since, tally,
};

/// Where an email is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum EmailState {
    /// Waiting for its first or next attempt.
    Queued,
    /// A worker holds it until its lease ends.
    Sending,
    /// The mail server took it.
    Sent,
    /// Given up: the mail server refused it, or too many attempts failed.
    Failed,
}

impl EmailState {
    /// Every state, in the order in which an email may pass through them.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Sending, Self::Sent, Self::Failed];

    /// The name in tables and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// The class of its sign.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Queued => "wait",
            Self::Sending => "sent",
            Self::Sent => "yes",
            Self::Failed => "due",
        }
    }

    /// The words beside its sign.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::Queued => "email-queued",
            Self::Sending => "email-sending",
            Self::Sent => "email-sent",
            Self::Failed => "email-failed",
        })
    }
}

/// Whom an email goes to. The address stays in here: no page can show it by accident.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The account, for preferences.
    pub account: AccountId,
    /// The organisation for which the person receives it.
    pub organisation: OrganisationId,
    /// The full name.
    pub name: String,
    pub(super) address: String,
    /// The recipient's language and zone.
    pub reader: Reader,
}

impl Recipient {
    /// A person of `organisation` who reads `locale` in `zone`.
    pub fn new(
        (account, organisation): (AccountId, OrganisationId),
        (name, address): (String, String),
        locale: Locale,
        zone: Tz,
    ) -> Self {
        Self { account, organisation, name, address, reader: Reader { locale, zone } }
    }
}

/// Where an email goes, to a person with an account or without. The address stays in here as well.
#[derive(Clone, Debug)]
pub struct Addressee {
    account: Option<AccountId>,
    organisation: Option<OrganisationId>,
    name: String,
    address: String,
    reader: Reader,
}

impl Addressee {
    /// Somebody of whom nothing but the address is known.
    pub fn visitor(address: String, reader: Reader) -> Self {
        Self { account: None, organisation: None, name: String::new(), address, reader }
    }

    /// A person, in no role in particular.
    pub fn person(account: AccountId, (name, address): (String, String), reader: Reader) -> Self {
        Self { account: Some(account), organisation: None, name, address, reader }
    }

    /// The same, read in another language or zone.
    #[must_use]
    pub fn reading(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }
}

impl From<&Recipient> for Addressee {
    fn from(recipient: &Recipient) -> Self {
        Self {
            account: Some(recipient.account),
            organisation: Some(recipient.organisation),
            name: recipient.name.clone(),
            address: recipient.address.clone(),
            reader: recipient.reader,
        }
    }
}

/// By which links whoever gets an email changes what they get.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Where such emails are stopped; none where they cannot be.
    pub unsubscribe: Option<String>,
    /// Where people choose what they are told; none where there is nothing to choose.
    pub notices: Option<String>,
    /// Whether what the email leads to needs signing in.
    pub sign_in: bool,
}

/// Something that we write to people.
pub trait Email {
    /// The subject line.
    fn subject(&self) -> Message;
    /// What it says.
    fn letter(&self) -> Letter;
}

/// Rung after a commit that queued emails.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<tokio::sync::Notify>);

impl Bell {
    /// Wakes the worker.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits until somebody rings.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}

/// Queues `email` for `recipient`; it is sent only if `tx` commits. One event writes to one
/// address once, however often it is queued.
pub async fn enqueue(
    app: &App,
    tx: &Transaction,
    event: &str,
    recipient: &Recipient,
    (email, unsubscribe): (&(impl Email + Sync), Option<String>),
) -> Result<()> {
    let notices = Some(app.settings.link("/notices"));
    let links = Links { unsubscribe, notices, sign_in: true };
    post(app, tx, event, &recipient.into(), (email, links)).await
}

/// The same for anybody who can be written to.
pub async fn post(
    app: &App,
    tx: &Transaction,
    event: &str,
    to: &Addressee,
    (email, links): (&(impl Email + Sync), Links),
) -> Result<()> {
    let now = app.clock.now();
    let reader = to.reader;
    let subject = one_line(&reader.locale.say(&email.subject()));
    let letter = email.letter();
    let envelope = Envelope {
        written: reader.moment(now),
        notices: links.notices.as_deref(),
        unsubscribe: links.unsubscribe.as_deref(),
        sign_in: links.sign_in,
        demo: app.settings.demo,
    };
    let body_text = printable(&letter.text(reader, &envelope)?);
    let body_html = printable(&letter.html(reader, &subject, &envelope)?);
    let id = EmailId::new();
    let row = entity::ActiveModel {
        id: Set(id),
        event: Set(event.to_owned()),
        account_id: Set(to.account),
        organisation_id: Set(to.organisation),
        to_name: Set(one_line(&to.name)),
        to_address: Set(to.address.clone()),
        locale: Set(reader.locale.tag()),
        subject: Set(subject),
        body_text: Set(body_text),
        body_html: Set(body_html),
        message_id: Set(message_id(app, id)),
        unsubscribe: Set(links.unsubscribe),
        state: Set(EmailState::Queued),
        attempts: Set(0),
        next_attempt_at: Set(now),
        lease_until: Set(None),
        last_error: Set(None),
        queued_at: Set(now),
        sent_at: Set(None),
    };
    let once = OnConflict::columns([entity::Column::Event, entity::Column::ToAddress])
        .do_nothing()
        .to_owned();
    entity::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok(())
}

fn message_id(app: &App, id: EmailId) -> String {
    format!("<{id}@{}>", app.settings.public_url.host_str().unwrap_or("localhost"))
}

/// Without control characters, which could break a header.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Without control characters but line ends and tabs: a database may not keep a NUL.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
