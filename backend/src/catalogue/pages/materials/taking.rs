//! Taking files: what somebody may not have is not there.
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};

use super::super::code_in;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Path;
use crate::base::ids::MaterialId;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::identity::{CourseKeeper, Visitor};

/// The file, or the way to where it is.
pub async fn download(
    by: Visitor,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    headers: HeaderMap,
) -> Result<Response> {
    let material = actions::having(&app, &by, id).await?;
    match &material.link {
        Some(link) => Ok(Redirect::to(link).into_response()),
        None => actions::download(&app, &headers, &material).await,
    }
}

/// An older version, for those who look after the course.
pub async fn old_download(
    by: CourseKeeper,
    State(app): State<App>,
    Path(which): Path<(MaterialId, i32)>,
    headers: HeaderMap,
) -> Result<Response> {
    actions::old_download(&app, &by, &headers, which).await
}

/// All that this reader may have of a course, as one file.
pub async fn pack(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    actions::pack(&app, &by, (&code_in(&path)?, frame.reader.locale)).await
}
