//! The emails of a demonstration, to be read by whoever tries it. Nothing of this is there in
//! an installation that writes to people.
use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::ids::EmailId;
use crate::base::mailer;
use crate::base::outbox::{self, OutboxEmail};
use crate::base::page::Frame;
use crate::identity::Visitor;

/// How many emails are listed.
const NEWEST: u64 = 100;

#[derive(Template)]
#[template(path = "pages/notifications/demo_mail.html")]
struct MailPage<'a> {
    frame: &'a Frame,
    emails: Vec<OutboxEmail>,
}

#[derive(Template)]
#[template(path = "pages/notifications/demo_letter.html")]
struct LetterPage<'a> {
    frame: &'a Frame,
    email: OutboxEmail,
    from: String,
}

pub(super) async fn mail(_: Visitor, frame: Frame, State(app): State<App>) -> Result<Html<String>> {
    only_in_a_demonstration(&app)?;
    let emails = outbox::newest(&app.db, NEWEST).await?;
    frame.page(&MailPage { frame: &frame, emails })
}

pub(super) async fn letter(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<EmailId>,
) -> Result<Html<String>> {
    let email = of_the_demonstration(&app, id).await?;
    let from = app.settings.mail_from.to_string();
    frame.page(&LetterPage { frame: &frame, email, from })
}

pub(super) async fn download(
    _: Visitor,
    State(app): State<App>,
    Path(id): Path<EmailId>,
) -> Result<Response> {
    let email = of_the_demonstration(&app, id).await?;
    let built = mailer::build(&email, &app.settings.mail_from)
        .map_err(|_| Error::Internal(anyhow::anyhow!("the message cannot be made")))?;
    let attachment = format!("attachment; filename=\"rctm-{id}.eml\"");
    let attachment = HeaderValue::from_str(&attachment).map_err(anyhow::Error::from)?;
    let kind = HeaderValue::from_static("message/rfc822");
    let headers = [(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attachment)];
    Ok((headers, built.bytes).into_response())
}

async fn of_the_demonstration(app: &App, id: EmailId) -> Result<OutboxEmail> {
    only_in_a_demonstration(app)?;
    outbox::one(&app.db, id).await?.ok_or(Error::NotFound)
}

fn only_in_a_demonstration(app: &App) -> Result<()> {
    if app.settings.demo { Ok(()) } else { Err(Error::NotFound) }
}
