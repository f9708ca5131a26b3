//! The check page on which a focal point returns free seats of their State.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::to_the_seats;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{may_return, return_seats};
use crate::deliveries::pages::around::Names;
use crate::deliveries::pages::code_in;
use crate::deliveries::rules::seats::TypedReturn;
use crate::deliveries::store::seats::{Quota, quota_of};
use crate::deliveries::store::{self, Delivery};
use crate::identity::FocalPoint;

#[derive(Template)]
#[template(path = "pages/deliveries/seats/returning.html")]
struct ReturnPage<'a> {
    frame: &'a Frame,
    by: &'a FocalPoint,
    names: Names,
    delivery: &'a Delivery,
    quota: Quota,
    form: &'a ReturnForm,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::deliveries::pages) struct ReturnForm {
    /// How many were free when the person looked.
    free: i32,
    seats: String,
    reason: String,
}

/// The check page.
pub async fn form(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    page(&app, (&frame, &by), &path, (&ReturnForm::default(), None)).await
}

/// Returns them.
pub async fn give_back(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<ReturnForm>,
) -> Result<Response> {
    let code = code_in(&path)?;
    let typed = TypedReturn { seats: form.seats.clone(), reason: form.reason.clone() };
    match return_seats(&app, &by, (&code, Some(form.free)), &typed).await {
        Ok(()) => Ok(to_the_seats(code.as_str())),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            page(&app, (&frame, &by), &path, (&form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &FocalPoint),
    path: &str,
    (form, error): (&ReturnForm, Option<Error>),
) -> Result<Response> {
    let found = store::find(&app.db, by.state().into(), &code_in(path)?).await?;
    let delivery = &found.ok_or(Error::NotFound)?;
    may_return(app, delivery)?;
    let quota = quota_of(&app.db, delivery.id, by.state()).await?;
    let quota = quota.filter(|quota| quota.free() > 0);
    let quota = quota.ok_or_else(|| Error::refused("seats-refused-none-free"))?;
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let (names, errors) = (Names::read(app).await?, &errors);
    let page = ReturnPage { frame, by, names, delivery, quota, form, errors, changed_meanwhile };
    Ok((status, frame.page(&page)?).into_response())
}
