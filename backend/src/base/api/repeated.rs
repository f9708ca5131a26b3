//! Requests that a client may repeat (`Idempotency-Key`): whatever is repeated is done once, and
//! answered as it was the first time.
//!
//! A request first claims its key, for as long as a lease; the answer is kept beside the claim for
//! a day. What a program that was killed has left behind is claimed anew when the lease has run
//! out. The claim also gives the id of what the request makes, so that making it again finds it.
use std::future::Future;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::Asking;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::error_response::taken_from;
use crate::base::extract::read_at;
use crate::base::i18n::Message;
use crate::base::ids::{ApiClientId, ApiRequestId};
use crate::base::secrets::digest_of;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{ApiClientId, ApiRequestId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "api_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApiRequestId,
        pub api_client_id: ApiClientId,
        pub route: String,
        pub key: String,
        pub digest: Vec<u8>,
        pub made_at: DateTimeUtc,
        pub lease_until: DateTimeUtc,
        pub status: Option<i32>,
        pub content_type: Option<String>,
        pub etag: Option<String>,
        pub location: Option<String>,
        pub body: Option<Vec<u8>>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, COLUMN, Column, Entity, Model};

const KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The longest key, in characters.
pub(super) const LONGEST_KEY: usize = 255;
/// How long a request that is under way holds its key.
const LEASE: Duration = Duration::seconds(60);
/// How long an answer is kept.
const KEPT: Duration = Duration::hours(24);
/// The largest answer that is kept, in bytes.
const LARGEST_ANSWER: usize = 1 << 22;

/// The id of what a request makes: the same whenever the request is repeated.
#[derive(Clone, Copy, Debug)]
pub struct NewId(pub Uuid);

impl FromRequestParts<App> for NewId {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        let claimed = parts.extensions.get::<Self>().copied();
        Ok(claimed.unwrap_or_else(|| Self(ApiRequestId::new().0)))
    }
}

/// Answers with `act`, at most once for each key of a client.
pub async fn once<F>(
    app: &App,
    client: ApiClientId,
    request: Request,
    act: impl FnOnce(Request) -> F,
) -> Result<Response>
where
    F: Future<Output = Response> + Send + 'static,
{
    let Some(key) = key_of(&request)? else { return Ok(act(request).await) };
    let asking = Asking::of(app, &request);
    let route = format!("{} {}", request.method(), request.uri().path());
    let (parts, body) = request.into_parts();
    let body = read_at(parts.uri.path(), body, app).await?;
    let digest = digest(&parts, &body);
    let claim = Claim { client, route, key, digest };
    let claimed = match claim.make(app).await? {
        Claimed::Mine(id) => id,
        Claimed::Answered(row) => return again(*row),
    };
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(NewId(claimed.0));
    let (app, doing) = (app.clone(), act(request));
    // A client that goes away does not interrupt what it has begun.
    let done = tokio::spawn(async move { finish(&app, claimed, &asking, doing.await).await });
    done.await.map_err(|error| Error::Internal(error.into()))?
}

fn key_of(request: &Request) -> Result<Option<String>> {
    let mut said = request.headers().get_all(KEY).iter();
    let Some(key) = said.next() else { return Ok(None) };
    let plain = |key: &&str| key.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    let key = key.to_str().ok().filter(plain);
    let key = key.filter(|key| (1..=LONGEST_KEY).contains(&key.len()));
    if let (Some(key), None) = (key, said.next()) {
        return Ok(Some(key.to_owned()));
    }
    let fault = Message::new("problem-key-bad").with("most", LONGEST_KEY);
    Err(about_the_key(fault))
}

fn about_the_key(message: Message) -> Error {
    let mut errors = FieldErrors::default();
    errors.add(":Idempotency-Key", message);
    errors.into()
}

/// What makes two requests the same, beside client, key and route.
fn digest(parts: &Parts, body: &[u8]) -> Vec<u8> {
    let mut whole = parts.uri.query().unwrap_or_default().as_bytes().to_vec();
    for name in [header::CONTENT_TYPE, header::IF_MATCH] {
        for value in parts.headers.get_all(name) {
            whole.push(0);
            whole.extend(value.as_bytes());
        }
        whole.push(0);
    }
    whole.extend(body);
    digest_of(&whole)
}

/// A request that claims its key.
struct Claim {
    client: ApiClientId,
    route: String,
    key: String,
    digest: Vec<u8>,
}

enum Claimed {
    Mine(ApiRequestId),
    Answered(Box<Model>),
}

impl Claim {
    async fn make(&self, app: &App) -> Result<Claimed> {
        let now = app.clock.now();
        let tx = app.db.begin().await?;
        forget_old(&tx, self, now).await?;
        let id = ApiRequestId::new();
        if self.insert(&tx, id, now).await? {
            tx.commit().await?;
            return Ok(Claimed::Mine(id));
        }
        let row = self.find(&tx).await?.ok_or(Error::UnderWay)?;
        if row.digest != self.digest {
            return Err(about_the_key(Message::new("problem-key-reused")));
        }
        if row.status.is_some() {
            return Ok(Claimed::Answered(Box::new(row)));
        }
        if row.lease_until > now || !take_over(&tx, &row, now).await? {
            return Err(Error::UnderWay);
        }
        tx.commit().await?;
        Ok(Claimed::Mine(row.id))
    }

    async fn insert(&self, tx: &Transaction, id: ApiRequestId, now: DateTime<Utc>) -> Result<bool> {
        let row = ActiveModel {
            id: Set(id),
            api_client_id: Set(self.client),
            route: Set(self.route.clone()),
            key: Set(self.key.clone()),
            digest: Set(self.digest.clone()),
            made_at: Set(now),
            lease_until: Set(now + LEASE),
            status: Set(None),
            content_type: Set(None),
            etag: Set(None),
            location: Set(None),
            body: Set(None),
        };
        let once = OnConflict::columns([Column::ApiClientId, Column::Key, Column::Route])
            .do_nothing()
            .to_owned();
        Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0)
    }

    async fn find(&self, tx: &Transaction) -> Result<Option<Model>> {
        Ok(Entity::find()
            .filter(COLUMN.api_client_id.eq(self.client))
            .filter(COLUMN.key.eq(self.key.as_str()))
            .filter(COLUMN.route.eq(self.route.as_str()))
            .one(tx)
            .await?)
    }
}

/// Forgets the claim of the same key that is older than a day, before the sweep comes to it.
async fn forget_old(tx: &Transaction, claim: &Claim, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many()
        .filter(COLUMN.api_client_id.eq(claim.client))
        .filter(COLUMN.key.eq(claim.key.as_str()))
        .filter(COLUMN.route.eq(claim.route.as_str()))
        .filter(COLUMN.made_at.lte(now - KEPT))
        .exec(tx)
        .await?;
    Ok(())
}

async fn take_over(tx: &Transaction, row: &Model, now: DateTime<Utc>) -> Result<bool> {
    let taken = Entity::update_many()
        .col_expr(Column::LeaseUntil, Expr::value(now + LEASE))
        .filter(COLUMN.id.eq(row.id))
        .filter(COLUMN.lease_until.eq(row.lease_until))
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Renders the answer and keeps it; one that says "try again" is not kept, and frees the key.
async fn finish(
    app: &App,
    claim: ApiRequestId,
    asking: &Asking,
    response: Response,
) -> Result<Response> {
    let response = match taken_from(response) {
        (bare, Some(error)) => asking.problem(&error, &bare),
        (response, None) => response,
    };
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, LARGEST_ANSWER).await.map_err(|e| Error::Internal(e.into()))?;
    let tx = app.db.begin().await?;
    if lasts(parts.status) {
        let text = |name: HeaderName| {
            let value = parts.headers.get(name).and_then(|value| value.to_str().ok());
            Set(value.map(str::to_owned))
        };
        let answer = ActiveModel {
            status: Set(Some(parts.status.as_u16().into())),
            content_type: text(header::CONTENT_TYPE),
            etag: text(header::ETAG),
            location: text(header::LOCATION),
            body: Set(Some(body.to_vec())),
            ..ActiveModel::default()
        };
        Entity::update_many().set(answer).filter(COLUMN.id.eq(claim)).exec(&tx).await?;
    } else {
        Entity::delete_by_id(claim).exec(&tx).await?;
    }
    tx.commit().await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}

/// Whether the same request would be answered the same way later.
fn lasts(status: StatusCode) -> bool {
    !status.is_server_error()
        && !matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_MANY_REQUESTS)
}

fn again(row: Model) -> Result<Response> {
    let status = row.status.and_then(|status| u16::try_from(status).ok());
    let status = status.and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.ok_or_else(|| Error::Internal(anyhow::anyhow!("a status that is none")))?;
    let mut response = (status, Body::from(row.body.unwrap_or_default())).into_response();
    let kept = [
        (header::CONTENT_TYPE, row.content_type),
        (header::ETAG, row.etag),
        (header::LOCATION, row.location),
    ];
    for (name, value) in kept {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}

/// Forgets answers that have been kept for a day at `now`.
pub async fn sweep(tx: &Transaction, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(COLUMN.made_at.lte(now - KEPT)).exec(tx).await?;
    Ok(())
}
