//! Taking one nomination back.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::rows::{about, asked};
use super::strip::Strip;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::CourseNominationId;
use crate::base::page::Frame;
use crate::course_nominations::actions;
use crate::course_nominations::rules::{LONGEST_REASON, NominationState, read_reason};
use crate::course_nominations::store;
use crate::identity::FocalPoint;

#[derive(Template)]
#[template(path = "pages/course_nominations/withdrawal.html")]
struct WithdrawalPage<'a> {
    frame: &'a Frame,
    strip: Strip,
    id: CourseNominationId,
    name: String,
    asked: Message,
    reason: &'a str,
    errors: &'a FieldErrors,
    longest: usize,
}

pub(super) async fn check(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<CourseNominationId>,
) -> Result<Response> {
    page(&app, (&by, &frame), id, ("", &FieldErrors::default())).await
}

async fn page(
    app: &App,
    (by, frame): (&FocalPoint, &Frame),
    id: CourseNominationId,
    (reason, errors): (&str, &FieldErrors),
) -> Result<Response> {
    let nomination = store::nomination(&app.db, by.state(), id).await?.ok_or(Error::NotFound)?;
    if nomination.state == NominationState::Withdrawn {
        return Ok(back(nomination.round_id));
    }
    let desk = store::desk(&app.db, by.state(), nomination.round_id).await?;
    let who = &by.capacity().organisation().name;
    let page = WithdrawalPage {
        frame,
        strip: Strip::of(&desk.round, who, frame.reader, app.clock.now()),
        id,
        name: about(&desk, &nomination.need().about),
        asked: asked(&nomination),
        reason,
        errors,
        longest: LONGEST_REASON,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

fn back(round: crate::base::ids::RoundId) -> Response {
    Redirect::to(&format!("/nominations?round={round}")).into_response()
}

#[derive(Deserialize)]
pub(super) struct Reason {
    #[serde(default)]
    reason: String,
}

pub(super) async fn withdraw(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<CourseNominationId>,
    Form(form): Form<Reason>,
) -> Result<Response> {
    let nomination = store::nomination(&app.db, by.state(), id).await?.ok_or(Error::NotFound)?;
    match read_reason(&form.reason) {
        Ok(reason) => {
            actions::withdraw_nomination(&app, &by, id, &reason).await?;
            Ok(back(nomination.round_id))
        }
        Err(errors) => page(&app, (&by, &frame), id, (&form.reason, &errors)).await,
    }
}
