//! The floor: the least that a server of the same crates costs on the same database. No
//! sessions, no languages, no layout, no compression.
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use rctm::base::db::{ConnectionTrait, Db};
use rctm::base::secrets::SecretKey;
use rctm::catalogue::CourseContent;
use sea_orm::{FromQueryResult, Statement, Value};
use serde::Serialize;
use tokio::sync::Mutex;

use super::server::SECRET;

/// Where the floor keeps what it inserts.
const OWN_TABLE: &str =
    "create table if not exists bench_floor (n bigint, word text not null, at text not null)";

/// A course in the list.
#[derive(FromQueryResult, Serialize)]
struct Listed {
    code: String,
    centre_code: String,
    course_type: String,
    goal: String,
    title: String,
    summary: String,
    level: String,
    duration_days: i32,
    train_the_trainer: String,
    module_count: i32,
    languages: String,
    levels_of_delivery: String,
    sample: bool,
    published_at: DateTime<Utc>,
}

/// A cell of the heat map.
#[derive(FromQueryResult)]
struct Cell {
    member: String,
    course_type: String,
    places: i32,
}

#[derive(FromQueryResult)]
struct Kept {
    content: String,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>Courses</title><ul>\
    {% for c in courses %}<li><a href=\"/courses/{{ c.code }}\">{{ c.title }}</a> {{ c.centre_code }} \
    {{ c.course_type }} {{ c.goal }} {{ c.duration_days }} {{ c.languages }}<p>{{ c.summary }}</p>{% endfor %}</ul>"
)]
struct List {
    courses: Vec<Listed>,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>{{ c.title }}</title><h1>{{ c.title }}</h1>\
    <p>{{ c.summary }}</p><p>{{ c.audience }}</p><ul>{% for o in c.objectives %}<li>{{ o }}{% endfor %}</ul>\
    <ol>{% for m in c.modules %}<li>{{ m.code }} {{ m.title }}<p>{{ m.summary }}</p>{% endfor %}</ol>\
    <ul>{% for m in c.materials %}<li>{{ m.title }} {{ m.language }}{% endfor %}</ul>"
)]
struct One {
    c: CourseContent,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><title>Demand</title><table>\
    {% for c in cells %}<tr><th>{{ c.member }}<th>{{ c.course_type }}<td>{{ c.places }}{% endfor %}</table>"
)]
struct Board {
    cells: Vec<Cell>,
}

#[derive(Clone)]
struct Floor {
    db: Db,
    code: String,
    round: Value,
    areas: Arc<[Mutex<Vec<Block>>; 2]>,
}

/// What went wrong; the floor has no words for it.
struct Fault(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, self.0.to_string()).into_response()
    }
}

type Reply<T> = std::result::Result<T, Fault>;

/// Serves the floor on `database` until it is stopped.
#[expect(clippy::disallowed_methods, reason = "the floor lists no routes")]
pub async fn serve(database: &str, address: SocketAddr) -> Result<()> {
    let secret = SecretKey::read(SECRET).context("a secret")?;
    let db = Db::open(database, 8, &secret).await?;
    db.for_migrations().execute_unprepared(OWN_TABLE).await?;
    let code = first(&db, "select code from course_listing order by code desc limit 1").await?;
    let round = db
        .query_one_raw(statement(&db, "select id from round order by opens_at limit 1", vec![]))
        .await?
        .context("a round")?
        .try_get::<uuid::Uuid>("", "id")?
        .into();
    let floor = Floor { db, code, round, areas: Arc::default() };
    let router = Router::new()
        .route("/list.html", get(list))
        .route("/list.json", get(list_as_json))
        .route("/one", get(one))
        .route("/board", get(board))
        .route("/inserts", post(inserts))
        .route("/sign-in", post(sign_in))
        .with_state(floor);
    let listener = tokio::net::TcpListener::bind(address).await?;
    Ok(axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |stream| {
            let _ = stream.set_nodelay(true);
        }),
        router,
    )
    .await?)
}

fn statement(db: &Db, sql: &str, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

async fn first(db: &Db, sql: &str) -> Result<String> {
    let row = db.query_one_raw(statement(db, sql, vec![])).await?.context("a row")?;
    Ok(row.try_get_by_index(0)?)
}

async fn courses(db: &Db) -> Result<Vec<Listed>> {
    let sql = "select code, centre_code, course_type, goal, title, summary, level, \
        duration_days, train_the_trainer, module_count, languages, levels_of_delivery, sample, \
        published_at from course_listing order by sort_title, code limit 50";
    Ok(Listed::find_by_statement(statement(db, sql, vec![])).all(db).await?)
}

async fn list(State(floor): State<Floor>) -> Reply<Html<String>> {
    Ok(Html(List { courses: courses(&floor.db).await? }.render()?))
}

async fn list_as_json(State(floor): State<Floor>) -> Reply<Response> {
    let text = serde_json::to_string(&courses(&floor.db).await?)?;
    Ok(([("content-type", "application/json")], text).into_response())
}

async fn one(State(floor): State<Floor>) -> Reply<Html<String>> {
    let sql = "select v.content from course c join course_version v on v.course_id = c.id \
        and v.number = c.published_version where c.code = $1";
    let asked = statement(&floor.db, sql, vec![floor.code.clone().into()]);
    let kept = Kept::find_by_statement(asked).one(&floor.db).await?.context("a course")?;
    Ok(Html(One { c: serde_json::from_str(&kept.content)? }.render()?))
}

async fn board(State(floor): State<Floor>) -> Reply<Html<String>> {
    let sql = "select o.name as member, d.course_type, d.places from demand_cell d \
        join organisation o on o.id = d.member_id where d.round_id = $1";
    let asked = statement(&floor.db, sql, vec![floor.round.clone()]);
    let cells = Cell::find_by_statement(asked).all(&floor.db).await?;
    Ok(Html(Board { cells }.render()?))
}

async fn inserts(State(floor): State<Floor>) -> Reply<&'static str> {
    let tx = floor.db.begin().await?;
    for n in 0..3i64 {
        let sql = "insert into bench_floor (n, word, at) values ($1, $2, $3)";
        let values = vec![n.into(), "three inserts, one commit".into(), "2026-11-25".into()];
        tx.execute_raw(statement(&floor.db, sql, values)).await?;
    }
    tx.commit().await?;
    Ok("kept")
}

async fn sign_in(State(floor): State<Floor>) -> Reply<&'static str> {
    let areas = floor.areas.clone();
    let mut area = match areas[0].try_lock() {
        Ok(area) => area,
        Err(_) => areas[1].lock().await,
    };
    let mut memory = std::mem::take(&mut *area);
    let hashed = tokio::task::spawn_blocking(move || {
        let params = Params::new(19_456, 2, 1, Some(32)).expect("costs within argon2's limits");
        memory.resize(params.block_count(), Block::default());
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut output = [0; 32];
        let done = argon.hash_password_into_with_memory(
            b"a password",
            b"salt of the floor",
            &mut output,
            &mut memory,
        );
        (memory, done)
    });
    let (memory, done) = hashed.await?;
    *area = memory;
    done.map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok("known")
}
