//! Being told by email what is new for a filter, asked for by a program.
use axum::Extension;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::PART;
use crate::base::App;
use crate::base::api::Operation;
use crate::base::error::Result;
use crate::base::extract::Json;
use crate::base::server::Peer;
use crate::catalogue::actions;
use crate::catalogue::rules::{Rhythm, SubscriptionForm};
use crate::identity::{Access, ApiRoutes, Visitor};

/// The API of subscriptions.
pub fn routes() -> ApiRoutes {
    ApiRoutes::default().post("/subscriptions", Access::Open, ask, operation())
}

/// What is asked for.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewSubscription {
    /// The address that is to be told.
    #[schema(max_length = 254, format = Email)]
    address: String,
    /// The filter as the query of an address of the catalogue; empty for every course.
    #[schema(max_length = 1000)]
    #[serde(default)]
    filter: String,
    /// How often.
    #[schema(inline)]
    often: Rhythm,
    /// The tag of a language of the interface.
    #[schema(max_length = 35)]
    language: String,
}

/// What was understood of it.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AskedSubscription {
    /// The filter as it would be kept: what was not understood is not in it.
    filter: String,
    /// How often.
    #[schema(inline)]
    often: Rhythm,
    /// The tag of the language.
    language: String,
}

fn operation() -> Operation {
    Operation::new("subscriptions.ask", PART, "Ask for news of a filter by email")
        .about(
            "A letter with a link goes to the address; whoever reads it confirms there within \
             seven days, and is told nothing otherwise. The answer is the same whatever is known \
             of the address. The letters lead to a page where the subscription is changed and \
             ended. Needs no token.",
        )
        .body::<NewSubscription>(json!({
            "address": "officer@example.org", "filter": "goal=prevention&language=en",
            "often": "weekly", "language": "en",
        }))
        .answers::<AskedSubscription>(
            "It was asked for.",
            json!({"filter": "goal=prevention&language=en", "often": "weekly", "language": "en"}),
        )
        .problems(&[429])
}

async fn ask(
    by: Visitor,
    State(app): State<App>,
    peer: Option<Extension<Peer>>,
    Json(body): Json<NewSubscription>,
) -> Result<Json<AskedSubscription>> {
    let form = SubscriptionForm {
        address: body.address,
        filter: body.filter,
        often: body.often.as_str().to_owned(),
        language: body.language,
    };
    let (address, wish) = form.read_addressed()?;
    let peer = peer.map(|Extension(peer)| peer.0);
    actions::ask(&app, &by, peer, (&address, &wish)).await?;
    let language = wish.locale.tag();
    Ok(Json(AskedSubscription { filter: wish.filter, often: wish.rhythm, language }))
}
