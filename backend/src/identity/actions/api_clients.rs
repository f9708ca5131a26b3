//! What is done with API clients: organisations make and revoke them, and they get tokens.
use std::net::IpAddr;

use chrono::Duration;

use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::error::{Error, Result};
use crate::base::ids::{ApiClientId, ApiTokenId};
use crate::base::secrets::{digest_of, equal, random_token};
use crate::identity::actors::ApiClientKeeper;
use crate::identity::brakes::Brakes;
use crate::identity::rules::{NewClient, Scope};
use crate::identity::store::{self, ApiClient, ClientToAdd};

/// What the audit log calls a client.
const CLIENT: &str = "api_client";
/// How long a token holds.
pub const TOKEN_LASTS: Duration = Duration::minutes(15);
/// The most clients of an organisation that hold at once.
const MOST_CLIENTS: usize = 20;
/// The longest public id and the longest secret that are looked at, in bytes.
const LONGEST_CREDENTIAL: usize = 100;

/// What a client proves itself by. The secret is known at this moment only.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The public id.
    pub client_id: String,
    /// The secret.
    pub client_secret: String,
}

/// The keepers of an organisation see its clients.
pub async fn my_api_clients(app: &App, by: &ApiClientKeeper) -> Result<Vec<ApiClient>> {
    store::clients_of(&app.db, by.capacity().organisation().id).await
}

/// The keepers of an organisation see one client of it.
pub async fn my_api_client(app: &App, by: &ApiClientKeeper, id: ApiClientId) -> Result<ApiClient> {
    let organisation = by.capacity().organisation().id;
    store::client_of(&app.db, (organisation, id)).await?.ok_or(Error::NotFound)
}

/// The keepers of an organisation make a client; pressed twice it is made once, and the second
/// time nobody knows its secret any more.
pub async fn make_api_client(
    app: &App,
    by: &ApiClientKeeper,
    id: ApiClientId,
    new: &NewClient,
) -> Result<Option<Credentials>> {
    let organisation = by.capacity().organisation();
    let tx = app.db.begin().await?;
    if store::client_of(&tx, (organisation.id, id)).await?.is_some() {
        return Ok(None);
    }
    if store::count_clients_of(&tx, organisation.id).await? >= MOST_CLIENTS {
        return Err(Error::refused("api-client-refused-many"));
    }
    let client_id = format!("{}-{}", organisation.code.to_lowercase(), &random_token()[..22]);
    let made = Credentials { client_id, client_secret: random_token() };
    let secret_digest = digest_of(made.client_secret.as_bytes());
    let client = ClientToAdd { id, client_id: &made.client_id, secret_digest, new };
    let now = app.clock.now();
    if !store::add_client(&tx, organisation.id, client, (by.capacity().account(), now)).await? {
        // Pressed twice at once; or the id is somebody else's, which is nothing to know.
        let own = store::client_of(&tx, (organisation.id, id)).await?;
        return own.map(|_| None).ok_or(Error::NotFound);
    }
    let (id, fields) = (id.to_string(), ["name", "scopes"]);
    let deed = Deed { action: "api_client.make", object: CLIENT, object_id: &id, fields: &fields };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await?;
    Ok(Some(made))
}

/// The keepers of an organisation revoke a client; its tokens end at once.
pub async fn revoke_api_client(app: &App, by: &ApiClientKeeper, id: ApiClientId) -> Result<()> {
    let organisation = by.capacity().organisation().id;
    let tx = app.db.begin().await?;
    store::client_of(&tx, (organisation, id)).await?.ok_or(Error::NotFound)?;
    let now = app.clock.now();
    if !store::revoke_client(&tx, id, (by.capacity().account(), now)).await? {
        return Ok(());
    }
    let (id, fields) = (id.to_string(), ["revoked_at"]);
    let deed =
        Deed { action: "api_client.revoke", object: CLIENT, object_id: &id, fields: &fields };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await
}

/// The public id of a client of an organisation, if that client still holds.
pub async fn holding_client(
    app: &App,
    by: &ApiClientKeeper,
    client_id: &str,
) -> Result<Option<ApiClient>> {
    let organisation = by.capacity().organisation().id;
    let client = store::client_by_public_id(&app.db, client_id).await?;
    let own = |client: &ApiClient| client.organisation_id == organisation;
    Ok(client.filter(|client| own(client) && client.revoked_at.is_none()))
}

/// A token as it is issued.
#[derive(Debug)]
pub struct Issued {
    /// The token.
    pub token: String,
    /// What it allows.
    pub scopes: Vec<Scope>,
}

/// A program shows its secret and gets a token; the same words for every failure.
pub async fn issue_token(
    app: &App,
    credentials: &Credentials,
    peer: Option<IpAddr>,
) -> Result<Issued> {
    let short = |text: &str| text.len() <= LONGEST_CREDENTIAL;
    let named = Some(credentials.client_id.as_str()).filter(|id| short(id)).unwrap_or_default();
    let brakes = Brakes::of_client(peer, named);
    brakes.check(app).await?;
    let client = store::client_or_another(&app.db, named).await?;
    // A client that does not exist is compared as well, with the secret of another.
    let known = client.as_ref().map_or_else(|| vec![0; 32], |client| client.secret_digest.clone());
    let proved = equal(&digest_of(credentials.client_secret.as_bytes()), &known);
    match client.filter(|client| client.client_id == named) {
        Some(client) if proved && client.revoked_at.is_none() => begin(app, client, &brakes).await,
        other => refuse(app, other.map(|client| client.id), &brakes).await,
    }
}

async fn begin(app: &App, client: ApiClient, brakes: &Brakes) -> Result<Issued> {
    let (now, id) = (app.clock.now(), ApiTokenId::new());
    let scopes = client.scopes();
    let until = now + TOKEN_LASTS;
    let named = (client.client_id.as_str(), client.scopes.as_str());
    let token = app.tokens.sign(&app.tokens.claims(named, id.0, (now, until)))?;
    let tx = app.db.begin().await?;
    if !store::add_token(&tx, (client.id, id), (now, until)).await? {
        drop(tx);
        return refuse(app, Some(client.id), brakes).await;
    }
    brakes.release(&tx).await?;
    let by = By {
        api_client: Some(client.id),
        organisation: Some(client.organisation_id),
        role: "api_client",
        ..By::default()
    };
    let id = id.to_string();
    let deed = Deed { action: "api_token.issue", object: "api_token", object_id: &id, fields: &[] };
    audit::record(&tx, now, &by, deed).await?;
    tx.commit().await?;
    Ok(Issued { token, scopes })
}

async fn refuse(app: &App, client: Option<ApiClientId>, brakes: &Brakes) -> Result<Issued> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    brakes.tighten(&tx, now).await?;
    let by = By { role: "api_client", ..By::default() };
    let id = client.map_or_else(|| "unknown".to_owned(), |client| client.to_string());
    let deed = Deed { action: "api_token.refuse", object: CLIENT, object_id: &id, fields: &[] };
    audit::record(&tx, now, &by, deed).await?;
    tx.commit().await?;
    Err(Error::BadClient)
}
