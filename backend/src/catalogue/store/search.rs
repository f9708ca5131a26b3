//! Looking courses up: one page of the list, how many there are, and the counts of the facets.
//! Two small statements whatever is asked and however many courses there are, and one more for
//! words that nobody looked for before: what courses have is kept in memory until somebody
//! publishes.
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use super::listed_texts::{ListedText, listed_texts};
use super::listing::{self, CatalogueSummary};
use super::offered::{OfferedCourse, offered_of_ids};
use super::sought::{Searched, Text};
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::base::kept::{Numbers, Part};
use crate::catalogue::rules::search::{Query, passage};
use crate::catalogue::rules::{Facet, FacetCount, Filter, Index, Indexed, Window};

/// What a reader finds.
#[derive(Clone, Debug)]
pub struct Found {
    /// The courses of the page.
    pub courses: Vec<OfferedCourse>,
    /// The words that were looked for, slips corrected.
    pub query: Query,
    /// The text with its slips corrected, where it has any: it was looked for instead, unless the
    /// filter takes the text as it is.
    pub nearest: Option<String>,
    /// What the list shows of courses in the language of the reader, where they have it.
    pub texts: BTreeMap<CourseId, ListedText>,
    /// Where a course says what neither title nor summary do, as the reader sees them.
    pub passages: HashMap<CourseId, String>,
    /// Where nothing was found: what would be, with less asked for.
    pub loosened: Vec<Loosened>,
    /// Which part of the list it is.
    pub window: Window,
    /// The counts of every value that some course has.
    pub counts: Vec<FacetCount>,
    /// How much is published in all.
    pub summary: CatalogueSummary,
}

/// A filter that asks for less, and how many courses it finds.
#[derive(Clone, Debug)]
pub struct Loosened {
    /// What is left out: a facet, or else the text.
    pub without: Option<Facet>,
    /// The filter without it.
    pub filter: Filter,
    /// How many courses it finds.
    pub count: usize,
}

/// Looks courses up for a reader of the language `tag`.
pub async fn search(app: &App, numbers: &Numbers, filter: &Filter, tag: &str) -> Result<Found> {
    let searched = searched(app, numbers).await?;
    let text = searched.text(&app.db, filter).await?;
    let selected = searched.index.select(filter, text.sought.as_ref());
    let mut rows = offered_of_ids(&app.db, &selected.page).await?;
    let place =
        |course: &OfferedCourse| selected.page.iter().position(|id| *id == course.course_id);
    rows.sort_by_key(place);
    let texts = listed_texts(&app.db, &selected.page, tag).await?;
    let passages = passages_of(&app.db, &text.query, (&rows, &texts)).await?;
    let nothing = selected.window.total == 0;
    Ok(Found {
        courses: rows,
        texts,
        passages,
        loosened: if nothing { loosened(&searched.index, filter, &text) } else { Vec::new() },
        query: text.query,
        nearest: text.nearest,
        window: selected.window,
        counts: selected.counts,
        summary: summary(&searched.index),
    })
}

/// Every course that a reader finds, in the order of the list.
pub async fn sought(app: &App, numbers: &Numbers, filter: &Filter) -> Result<Vec<CourseId>> {
    let searched = searched(app, numbers).await?;
    let text = searched.text(&app.db, filter).await?;
    Ok(searched.index.all(filter, text.sought.as_ref()))
}

/// The published courses, as they are kept or from the database.
pub(super) async fn searched(app: &App, numbers: &Numbers) -> Result<Arc<Searched>> {
    app.kept.get((numbers, Part::Catalogue), load(&app.db)).await
}

/// What would be found with one filter less, where that is anything.
fn loosened(index: &Index, filter: &Filter, text: &Text) -> Vec<Loosened> {
    let sought = text.sought.as_ref();
    let chosen = filter.chosen.iter().filter(|(_, values)| !values.is_empty());
    let mut all: Vec<Loosened> = chosen
        .map(|(facet, _)| {
            let filter = filter.of_any(*facet);
            Loosened { without: Some(*facet), count: index.count(&filter, sought), filter }
        })
        .collect();
    if sought.is_some() {
        let filter = filter.of_any_text();
        all.push(Loosened { without: None, count: index.count(&filter, None), filter });
    }
    all.retain(|less| less.count > 0 && less.filter.in_use() > 0);
    all
}

/// The passages of those courses that do not show every word. A title or a summary of which the
/// reader sees a translation is a passage like others.
async fn passages_of(
    db: &impl ConnectionTrait,
    query: &Query,
    (courses, texts): (&[OfferedCourse], &BTreeMap<CourseId, ListedText>),
) -> Result<HashMap<CourseId, String>> {
    let seen: Vec<Seen<'_>> =
        courses.iter().map(|course| Seen::of(course, texts.get(&course.course_id))).collect();
    let lacking: HashMap<CourseId, &Seen<'_>> = seen
        .iter()
        .filter(|seen| query.lacks(&seen.shown))
        .map(|seen| (seen.course, seen))
        .collect();
    let ids: Vec<CourseId> = lacking.keys().copied().collect();
    let mut all = HashMap::new();
    for (id, kept) in listing::passages_of(db, &ids).await? {
        let Some(seen) = lacking.get(&id) else { continue };
        let passages: Vec<&str> = seen.hidden.iter().copied().chain(kept.lines()).collect();
        all.extend(passage(query, &seen.shown, &passages).map(|passage| (id, passage)));
    }
    Ok(all)
}

/// What a reader sees of a course in the list, and what a translation stands in the place of.
struct Seen<'a> {
    course: CourseId,
    shown: [&'a str; 3],
    hidden: Vec<&'a str>,
}

impl<'a> Seen<'a> {
    fn of(course: &'a OfferedCourse, text: Option<&'a ListedText>) -> Self {
        let mut hidden = Vec::new();
        let mut either = |english: &'a str, translated: Option<&'a str>| {
            let Some(translated) = translated.filter(|text| !text.is_empty()) else {
                return english;
            };
            hidden.push(english);
            translated
        };
        let title = either(&course.title, text.map(|text| &*text.title));
        let summary = either(&course.summary, text.map(|text| &*text.summary));
        // What stands beside the course is shown as well: its code.
        Self { course: course.course_id, shown: [title, summary, &course.code], hidden }
    }
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
    sort_title: String,
    code: String,
    number: Option<i64>,
    duration_days: i32,
    published_at: DateTime<Utc>,
    facets: Option<String>,
}

async fn load(db: &impl ConnectionTrait) -> Result<Searched> {
    let sql = "SELECT l.course_id, l.sort_title, l.code, s.number, l.duration_days, \
        l.published_at, (SELECT STRING_AGG(f.facet || '=' || f.value, '\n') FROM course_facet f \
        WHERE f.course_id = l.course_id) AS facets FROM course_listing l \
        LEFT JOIN course_search s ON s.course_id = l.course_id";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(Searched::new(Index::new(rows.into_iter().map(indexed).collect())))
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
        sort_title: row.sort_title,
        code: row.code,
        number: row.number,
        days: row.duration_days,
        values: values.collect(),
    }
}
