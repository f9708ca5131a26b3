//! Where programs get their tokens.
use axum::Extension;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::actions::{self, Credentials, TOKEN_LASTS};
use super::api_routes::{Access, ApiRoutes};
use super::rules::Scope;
use crate::base::App;
use crate::base::api::Operation;
use crate::base::error::Result;
use crate::base::extract::Json;
use crate::base::routes::Anyone;
use crate::base::server::Peer;

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let token = Operation::new("token.issue", "Tokens", "Get a token")
        .about(
            "Show the secret of an API client, and get a token for 15 minutes. Send it with \
             every other request, as `Authorization: Bearer <token>`. Those who lead an \
             organisation make its API clients, on the page \"API clients\".",
        )
        .body::<TokenRequest>(json!({
            "client_id": "fj-pO0kyoC5d3XhS4yZtGQ1vw",
            "client_secret": "lU0dS0vNnyd3Pp8iZ6JZcYr9ywz6pQ3rvC5qkHk0T2s",
        }))
        .answers::<TokenAnswer>(
            "The token.",
            json!({
                "access_token": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.eyJpc3Mi.c2ln",
                "token_type": "Bearer",
                "expires_in": 900,
                "scope": "catalogue:read rounds:read",
            }),
        )
        .problems(&[429]);
    ApiRoutes::default().post("/token", Access::Open, issue, token)
}

/// What a client proves itself by.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenRequest {
    /// The public id of the client.
    #[schema(max_length = 100)]
    client_id: String,
    /// The secret of the client.
    #[schema(max_length = 100, format = Password)]
    client_secret: String,
}

/// A token.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TokenAnswer {
    /// The token: what is in it is nobody's business but ours.
    access_token: String,
    /// How to send it.
    #[schema(pattern = "^Bearer$")]
    token_type: &'static str,
    /// How long it holds, in seconds.
    expires_in: i64,
    /// What it allows, separated by spaces.
    scope: String,
}

async fn issue(
    _: Anyone,
    State(app): State<App>,
    peer: Option<Extension<Peer>>,
    Json(body): Json<TokenRequest>,
) -> Result<Json<TokenAnswer>> {
    let credentials = Credentials { client_id: body.client_id, client_secret: body.client_secret };
    let peer = peer.map(|Extension(peer)| peer.0);
    let issued = actions::issue_token(&app, &credentials, peer).await?;
    Ok(Json(TokenAnswer {
        access_token: issued.token,
        token_type: "Bearer",
        expires_in: TOKEN_LASTS.num_seconds(),
        scope: Scope::list(&issued.scopes),
    }))
}
