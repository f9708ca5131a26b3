//! What the installation sends, for those who look after it: no address, no text.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, Redirect};
use chrono::{DateTime, Duration, Utc};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::EmailId;
use crate::base::mailer::Trouble;
use crate::base::outbox::{EmailState, Listed, PAGE, Tally, Wanted};
use crate::base::page::Frame;
use crate::identity::MailKeeper;
use crate::notifications::rules::{Shown, label_of_event};
use crate::notifications::{actions, store};

/// How far back the count of sent emails goes.
const COUNTED_DAYS: i64 = 30;

#[derive(Template)]
#[template(path = "pages/notifications/emails.html")]
struct EmailsPage<'a> {
    frame: &'a Frame,
    tally: Tally,
    emails: Vec<Listed>,
    shown: Shown,
    older: Option<EmailId>,
    first: bool,
    silent_since: Option<String>,
    queued_again: bool,
}

impl EmailsPage<'_> {
    fn kind(email: &Listed) -> Message {
        label_of_event(&email.event)
    }

    fn at(&self, at: &DateTime<Utc>) -> String {
        self.frame.reader.moment(*at)
    }

    fn trouble(email: &Listed) -> Option<Trouble> {
        email.last_error.as_deref().and_then(Trouble::read)
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    state: String,
    before: Option<EmailId>,
    again: Option<String>,
}

pub(super) async fn emails(
    by: MailKeeper,
    frame: Frame,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>> {
    let (now, shown) = (app.clock.now(), Shown::of(&asked.state));
    let wanted = Wanted { states: shown.states(), before: asked.before };
    let tally = store::tally(&app.db, by.region(), now - Duration::days(COUNTED_DAYS)).await?;
    let silent = store::silent_since(&app.db, by.region(), now).await?;
    let mut emails = store::emails(&app.db, by.region(), wanted).await?;
    let more = emails.len() as u64 > PAGE;
    emails.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    frame.page(&EmailsPage {
        frame: &frame,
        older: emails.last().filter(|_| more).map(|email| email.id),
        silent_since: silent.map(|at| frame.reader.moment(at)),
        first: asked.before.is_none(),
        queued_again: asked.again.is_some(),
        tally,
        emails,
        shown,
    })
}

pub(super) async fn send_again(
    by: MailKeeper,
    State(app): State<App>,
    Path(id): Path<EmailId>,
) -> Result<Redirect> {
    actions::send_again(&app, &by, id).await?;
    Ok(Redirect::to("/emails?state=failed&again=yes"))
}
