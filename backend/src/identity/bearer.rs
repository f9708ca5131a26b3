//! The layer that reads the token of a program: who is asking through the API. No cookie is read
//! here, so a browser cannot be made to ask in somebody's name.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::actors::{Client, Who};
use super::store;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::ApiTokenId;

/// Puts the client of the token into the request. A token that does not hold is refused wherever
/// it is shown.
pub async fn resolve(State(app): State<App>, mut request: Request, next: Next) -> Response {
    match client_of(&app, request.headers()).await {
        Ok(Some(client)) => drop(request.extensions_mut().insert(Who::Client(client))),
        Ok(None) => {}
        Err(error) => return error.into_response(),
    }
    next.run(request).await
}

async fn client_of(app: &App, headers: &HeaderMap) -> Result<Option<Client>> {
    let mut said = headers.get_all(header::AUTHORIZATION).iter();
    let Some(shown) = said.next() else { return Ok(None) };
    let token = shown.to_str().ok().filter(|_| said.next().is_none()).and_then(bearer);
    let now = app.clock.now();
    let claims = token.and_then(|token| app.tokens.read(token, now)).ok_or(Error::BadToken)?;
    let holder = store::holder_of(&app.db, (ApiTokenId(claims.jti), &claims.sub), now).await?;
    holder.ok_or(Error::BadToken).map(Some)
}

fn bearer(shown: &str) -> Option<&str> {
    let (scheme, token) = shown.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}
