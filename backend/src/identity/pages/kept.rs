//! What was typed while a session ended: kept while its owner signs in, then shown to be sent.
use askama::Template;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;

use super::known_device;
use crate::base::App;
use crate::base::error::{Error, Result, Unrendered};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::page::Frame;
use crate::base::server::Peer;
use crate::base::typed::Typed;
use crate::identity::actions;
use crate::identity::actors::SignedIn;

#[derive(Template)]
#[template(path = "pages/identity/kept.html")]
struct KeptPage<'a> {
    frame: &'a Frame,
    typed: &'a Typed,
    reference: &'a str,
}

/// Keeps a form whose sender has to sign in first, and leads through that; forgets it once it was
/// taken.
pub async fn keep_forms(State(app): State<App>, request: Request, next: Next) -> Response {
    let typed = request.extensions().get::<Typed>().cloned();
    let Some(typed) = typed else { return next.run(request).await };
    let device = known_device(&app, &CookieJar::from_headers(request.headers()));
    let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
    let response = next.run(request).await;
    let refused = response.extensions().get::<Unrendered>().map(|error| error.0.clone());
    match (refused, typed.kept(), device) {
        (None, Some(reference), _) if response.status().is_redirection() => {
            if let Err(error) = actions::forget_form(&app, reference).await {
                tracing::warn!(%error, "A kept form could not be forgotten yet");
            }
        }
        (Some(error), _, Some(account))
            if matches!(*error, Error::SignIn) && typed.can_be_offered() && typed.navigates() =>
        {
            if let Ok(Some(reference)) = actions::keep_form(&app, (account, peer), &typed).await {
                let next = format!("/sign-in?next=%2Fkept%2F{reference}");
                return Redirect::to(&next).into_response();
            }
        }
        _ => {}
    }
    response
}

/// The form as it was left. Whoever it was not kept for goes home and learns nothing.
pub(super) async fn kept(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Path(reference): Path<String>,
) -> Result<Response> {
    match actions::kept_form(&app, &by, &reference).await? {
        Some(typed) => {
            let page = KeptPage { frame: &frame, typed: &typed, reference: &reference };
            Ok(frame.page(&page)?.into_response())
        }
        None => Ok(Redirect::to(frame.home).into_response()),
    }
}

/// Its owner does not want it any more.
pub(super) async fn forget(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Path(reference): Path<String>,
) -> Result<Redirect> {
    if actions::kept_form(&app, &by, &reference).await?.is_some() {
        actions::forget_form(&app, &reference).await?;
    }
    Ok(Redirect::to(frame.home))
}
