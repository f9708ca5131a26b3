//! Before people are sent on: who, what is shared, who will be told.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use super::around::Names;
use super::{code_in, field, ids};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::identity::StateStaff;
use crate::participants::actions::{self, Desk, Sending, desk};
use crate::participants::rules::Place;

#[derive(Template)]
#[template(path = "pages/participants/submission.html")]
struct SubmissionPage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    names: Names,
    desk: &'a Desk,
    errors: FieldErrors,
    refused: Option<Message>,
    changed_meanwhile: bool,
}

/// The check page.
pub(super) async fn check(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    page(&app, (&frame, &by), (&path, None)).await
}

/// Sends them on.
pub(super) async fn send(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Fields(fields): Fields,
) -> Result<Response> {
    let agreed = !field(&fields, "agreed").is_empty();
    let sending = Sending { nominations: ids(&fields, "p"), agreed };
    match actions::send(&app, &by, &code_in(&path)?, &sending).await {
        Ok(_) => Ok(Redirect::to(&format!("/deliveries/{path}/participants")).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Refused(_) | Error::Conflict)) => {
            page(&app, (&frame, &by), (&path, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &StateStaff),
    (path, error): (&str, Option<Error>),
) -> Result<Response> {
    let desk = &desk(app, by, (&code_in(path)?, "")).await?;
    if desk.to_send().next().is_none() {
        return Ok(Redirect::to(&format!("/deliveries/{path}/participants")).into_response());
    }
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let (errors, refused) = match error {
        Some(Error::Invalid(errors)) => (errors, None),
        Some(Error::Refused(why)) => (FieldErrors::default(), Some(why)),
        _ => (FieldErrors::default(), None),
    };
    let names = Names::read(app).await?;
    let page = SubmissionPage { frame, by, names, desk, errors, refused, changed_meanwhile };
    Ok((status, frame.page(&page)?).into_response())
}

impl SubmissionPage<'_> {
    fn people(&self) -> usize {
        self.desk.to_send().count()
    }

    fn centre(&self) -> &str {
        self.names.short(self.desk.delivery.centre_id)
    }

    /// Whether they go to the centre; else to the focal point.
    fn to_centre(&self) -> bool {
        self.by.focal_point().is_some()
    }
}
