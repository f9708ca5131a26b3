//! The layer that reads the session: who is asking, and the frame of the page they will see.
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use tower_sessions::Session;

use super::actors::{Capacity, Person, Who};
use super::navigation;
use super::rules::Reading;
use super::store;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Reader, asked_by};
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
        Ok(person) => {
            person.map(|(person, choices)| (speaking(person, request.headers()), choices))
        }
        Err(error) => return error.into_response(),
    };
    let frame = frame_for(&app, person.as_ref(), &request);
    request.extensions_mut().insert(frame);
    if let Some((person, _)) = person {
        request.extensions_mut().insert(Who::Person(person));
    }
    next.run(request).await
}

/// Somebody who chose no language reads what their browser asks for.
fn speaking(person: Person, headers: &HeaderMap) -> Person {
    if person.reading.language.is_some() {
        return person;
    }
    let locale = asked_by(headers);
    Person { capacity: person.capacity.map(|capacity| capacity.read_in(locale)), ..person }
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
        let reading = Reading::kept(&row.locale, row.account_zone.as_deref());
        let capacity = Some(Capacity::of(row));
        return Ok(Some(Person { account, full_name, email, reading, capacity }));
    }
    let found = store::account_by_id(&app.db, account).await?;
    Ok(found.filter(|found| found.disabled_at.is_none()).map(|found| Person {
        account,
        reading: Reading::kept(&found.locale, found.time_zone.as_deref()),
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

fn frame_for(app: &App, person: Option<&(Person, usize)>, request: &Request) -> Frame {
    let capacity = person.and_then(|(person, _)| person.capacity.as_ref());
    let reading = person.map(|(person, _)| person.reading).unwrap_or_default();
    let reader = capacity.map_or_else(|| reader_of(reading, request.headers()), Capacity::reader);
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
    let home = role.map_or("/", super::rules::Role::home);
    Frame::new(Layout {
        reader,
        nav: navigation::items(role, request.uri().path()),
        badge,
        demo: app.settings.demo,
        alarm: app.alarm.is_raised() && role.is_some_and(oversees),
        home,
        help: navigation::help(role, request.uri().path()),
        here: here(request).unwrap_or_else(|| home.to_owned()),
    })
}

/// The address of the page, where it is one that can be opened again.
fn here(request: &Request) -> Option<String> {
    let reads = request.method() == Method::GET;
    reads.then(|| request.uri().path_and_query().map(ToString::to_string)).flatten()
}

fn oversees(role: super::rules::Role) -> bool {
    role.needs() == super::rules::Capability::Oversees
}

/// Somebody who acts in no capacity, or is not signed in.
fn reader_of(reading: Reading, headers: &HeaderMap) -> Reader {
    let locale = reading.language.unwrap_or_else(|| asked_by(headers));
    Reader { locale, zone: reading.zone.unwrap_or(Tz::UTC) }
}
