//! Looking courses up: one page of the list, how many there are, and the counts of the facets.
//! Two small statements whatever is asked and however many courses there are, and one more for
//! text: which courses have which values is kept in memory until somebody publishes.
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::listing::CatalogueSummary;
use super::offered::{OfferedCourse, offered_of_ids};
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::base::kept::{Numbers, Part};
use crate::catalogue::rules::{Facet, FacetCount, Filter, Index, Indexed, Window, like, words};

/// What a reader finds.
#[derive(Clone, Debug)]
pub struct Found {
    /// The courses of the page.
    pub courses: Vec<OfferedCourse>,
    /// Which part of the list it is.
    pub window: Window,
    /// The counts of every value that some course has.
    pub counts: Vec<FacetCount>,
    /// How much is published in all.
    pub summary: CatalogueSummary,
}

/// Looks courses up.
pub async fn search(app: &App, numbers: &Numbers, filter: &Filter) -> Result<Found> {
    let index = index(app, numbers).await?;
    let found = with_words(&app.db, &words(&filter.q)).await?;
    let selected = index.select(filter, found.as_deref());
    let mut rows = offered_of_ids(&app.db, &selected.page).await?;
    let place =
        |course: &OfferedCourse| selected.page.iter().position(|id| *id == course.course_id);
    rows.sort_by_key(place);
    let (window, counts) = (selected.window, selected.counts);
    Ok(Found { courses: rows, window, counts, summary: summary(&index) })
}

/// Every course that a reader finds, in the order of the list.
pub async fn sought(app: &App, numbers: &Numbers, filter: &Filter) -> Result<Vec<CourseId>> {
    let index = index(app, numbers).await?;
    let found = with_words(&app.db, &words(&filter.q)).await?;
    Ok(index.all(filter, found.as_deref()))
}

/// The index of the published courses, as it is kept or from the database.
async fn index(app: &App, numbers: &Numbers) -> Result<Arc<Index>> {
    app.kept.get((numbers, Part::Catalogue), load(&app.db)).await
}

fn summary(index: &Index) -> CatalogueSummary {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let types = index.values_of(Facet::Type);
    CatalogueSummary {
        courses: count(index.len()),
        centres: count(index.values_of(Facet::Centre).count()),
        by_type: types.map(|(code, courses)| (code.to_owned(), count(courses))).collect(),
    }
}

/// A course with its facets, one `facet=value` a line.
#[derive(FromQueryResult)]
struct Row {
    course_id: CourseId,
    code: String,
    duration_days: i32,
    published_at: DateTime<Utc>,
    facets: Option<String>,
}

async fn load(db: &impl ConnectionTrait) -> Result<Index> {
    let sql = "SELECT l.course_id, l.code, l.duration_days, l.published_at, \
        (SELECT STRING_AGG(f.facet || '=' || f.value, '\n') FROM course_facet f \
        WHERE f.course_id = l.course_id) AS facets \
        FROM course_listing l ORDER BY l.sort_title, l.code";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(Index::new(&rows.into_iter().map(indexed).collect::<Vec<_>>()))
}

fn indexed(row: Row) -> Indexed {
    let facets = row.facets.unwrap_or_default();
    let values = facets.lines().filter_map(|line| {
        let (facet, value) = line.split_once('=')?;
        Some((Facet::of(facet)?, value.to_owned()))
    });
    Indexed {
        id: row.course_id,
        published_at: row.published_at.timestamp_micros(),
        code: row.code,
        days: row.duration_days,
        values: values.collect(),
    }
}

/// The courses in whose text every word is found; none where no word is looked for.
async fn with_words(db: &impl ConnectionTrait, words: &[String]) -> Result<Option<Vec<CourseId>>> {
    if words.is_empty() {
        return Ok(None);
    }
    let conditions = (1..=words.len()).map(|n| format!("search_text LIKE ${n} ESCAPE '!'"));
    let sql = format!(
        "SELECT course_id FROM course_listing WHERE {}",
        conditions.collect::<Vec<_>>().join(" AND ")
    );
    let values = words.iter().map(|word| Value::from(like(word)));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await?;
    let ids: Result<Vec<CourseId>, _> = rows.iter().map(|row| row.try_get_by_index(0)).collect();
    Ok(Some(ids?))
}
