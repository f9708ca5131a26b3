//! The layer that reads the session: who is asking, and the frame of the page they will see.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use super::actors::{Capacity, Person};
use super::navigation;
use super::store;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Locale, Reader};
use crate::base::ids::{AccountId, MembershipId};
use crate::base::page::{Badge, Frame, Layout};

/// A session ends after this long without a request.
const IDLE: Duration = Duration::minutes(60);
/// `last_seen` is written at most this often.
const NOTED_EVERY: Duration = Duration::minutes(1);
/// A session in which no capacity is chosen lasts this many hours.
const HOURS_WITHOUT_CAPACITY: i64 = 12;

/// What a session holds.
pub(super) mod keys {
    pub const ACCOUNT: &str = "account";
    pub const MEMBERSHIP: &str = "membership";
    pub const TIMES: &str = "times";
}

/// When a session began and when it was last used.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Times {
    pub began: DateTime<Utc>,
    pub seen: DateTime<Utc>,
}

/// Puts who is asking, and the frame, into the request.
pub async fn resolve(
    State(app): State<App>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let person = match person_of(&app, &session).await {
        Ok(person) => person,
        Err(error) => return error.into_response(),
    };
    let path = request.uri().path().to_owned();
    let frame = frame_for(&app, person.as_ref(), request.headers(), &path);
    request.extensions_mut().insert(frame);
    if let Some((person, _)) = person {
        request.extensions_mut().insert(person);
    }
    next.run(request).await
}

/// The person of the session and in how many capacities they may act.
async fn person_of(app: &App, session: &Session) -> Result<Option<(Person, usize)>> {
    let Some(account) = read::<AccountId>(session, keys::ACCOUNT).await? else { return Ok(None) };
    let now = app.clock.now();
    let capacities = store::capacities_of(&app.db, account, now).await?;
    let chosen = read::<MembershipId>(session, keys::MEMBERSHIP).await?;
    let choices = capacities.len();
    let chosen = capacities.into_iter().find(|row| Some(row.id) == chosen);
    let Some(person) = person(app, account, chosen).await? else { return Ok(None) };
    if !still_good(session, person.capacity.as_ref(), now).await? {
        session.flush().await.map_err(broken)?;
        return Ok(None);
    }
    Ok(Some((person, choices)))
}

async fn person(
    app: &App,
    account: AccountId,
    chosen: Option<store::MembershipRow>,
) -> Result<Option<Person>> {
    if let Some(row) = chosen {
        let (full_name, email) = (row.full_name.clone(), row.email.clone());
        return Ok(Some(Person { account, full_name, email, capacity: Some(Capacity::of(row)) }));
    }
    let found = store::account_by_id(&app.db, account).await?;
    Ok(found.filter(|found| found.disabled_at.is_none()).map(|found| Person {
        account,
        full_name: found.full_name,
        email: found.email,
        capacity: None,
    }))
}

async fn still_good(
    session: &Session,
    capacity: Option<&Capacity>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let Some(times) = read::<Times>(session, keys::TIMES).await? else { return Ok(false) };
    let hours = capacity.map_or(HOURS_WITHOUT_CAPACITY, |c| c.role().session_hours());
    let good =
        now >= times.began && now - times.seen < IDLE && now - times.began < Duration::hours(hours);
    if good && now - times.seen >= NOTED_EVERY {
        let times = Times { seen: now, ..times };
        session.insert(keys::TIMES, times).await.map_err(broken)?;
    }
    Ok(good)
}

async fn read<T: serde::de::DeserializeOwned>(session: &Session, key: &str) -> Result<Option<T>> {
    session.get(key).await.map_err(broken)
}

pub(super) fn broken(error: tower_sessions::session::Error) -> Error {
    Error::Internal(error.into())
}

fn frame_for(
    app: &App,
    person: Option<&(Person, usize)>,
    headers: &HeaderMap,
    path: &str,
) -> Frame {
    let capacity = person.and_then(|(person, _)| person.capacity.as_ref());
    let reader = capacity.map_or_else(|| reader_of(headers), Capacity::reader);
    let badge = person.map(|(person, choices)| match &person.capacity {
        Some(capacity) => Badge {
            tile: capacity.organisation().tile.clone(),
            organisation: capacity.organisation().short_name.clone(),
            has_choice: *choices > 1,
        },
        None => {
            Badge { tile: "?".to_owned(), organisation: person.full_name.clone(), has_choice: true }
        }
    });
    let role = capacity.map(Capacity::role);
    Frame::new(Layout {
        reader,
        nav: navigation::items(role, path),
        badge,
        demo: app.settings.demo,
        alarm: app.alarm.is_raised() && role.is_some_and(oversees),
        home: role.map_or("/", super::rules::Role::home),
    })
}

fn oversees(role: super::rules::Role) -> bool {
    role.needs() == super::rules::Capability::Oversees
}

fn reader_of(headers: &HeaderMap) -> Reader {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Reader { locale: Locale::accepted(accepted.unwrap_or_default()), zone: Tz::UTC }
}
