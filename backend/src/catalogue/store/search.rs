//! Looking courses up: one page of the list, how many there are, and the counts of the facets.
//! Three statements whatever is asked and however many courses there are.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::listing::OfferedCourse;
use crate::base::error::Result;
use crate::catalogue::rules::{Facet, Filter, Goal, Order, PER_PAGE, Window, like, words};

/// How many courses have a value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct FacetCount {
    /// The name of the facet.
    pub facet: String,
    /// The value.
    pub value: String,
    /// How many courses would be listed with the other filters and this value alone.
    pub count: i64,
}

/// What a reader finds.
#[derive(Clone, Debug)]
pub struct Found {
    /// The courses of the page.
    pub courses: Vec<OfferedCourse>,
    /// Which part of the list it is.
    pub window: Window,
    /// The counts of every value that some course has.
    pub counts: Vec<FacetCount>,
}

/// Looks courses up.
pub async fn search(db: &impl ConnectionTrait, filter: &Filter) -> Result<Found> {
    let window = Window::of(filter.page, count(db, filter).await?);
    Ok(Found {
        courses: page(db, filter, window).await?,
        window,
        counts: facet_counts(db, filter).await?,
    })
}

async fn count(db: &impl ConnectionTrait, filter: &Filter) -> Result<i64> {
    let mut sql = Sql::new("SELECT COUNT(*) AS count FROM course_listing l WHERE 1 = 1");
    sql.matching(filter);
    let row = db.query_one_raw(sql.statement(db)).await?;
    Ok(row.map(|row| row.try_get("", "count")).transpose()?.unwrap_or_default())
}

async fn page(
    db: &impl ConnectionTrait,
    filter: &Filter,
    window: Window,
) -> Result<Vec<OfferedCourse>> {
    let mut sql = Sql::new(
        "SELECT l.course_id, l.code, l.centre_id, l.centre_code, l.course_type, l.goal, l.title, \
         l.summary, l.duration_days, l.module_count, l.languages, l.levels_of_delivery, l.sample \
         FROM course_listing l WHERE 1 = 1",
    );
    sql.matching(filter);
    sql.push(match filter.order {
        Order::Title => " ORDER BY l.sort_title, l.code",
        Order::Newest => " ORDER BY l.published_at DESC, l.code DESC",
        Order::Shortest => " ORDER BY l.duration_days, l.sort_title, l.code",
    });
    sql.push(" LIMIT ");
    sql.bind(PER_PAGE);
    sql.push(" OFFSET ");
    sql.bind(window.skipped());
    Ok(OfferedCourse::find_by_statement(sql.statement(db)).all(db).await?)
}

/// A published course as programs are shown it in the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ListedCourse {
    pub code: String,
    pub sort_title: String,
    pub centre_code: String,
    pub course_type: String,
    pub goal: Goal,
    pub title: String,
    pub summary: String,
    pub level: String,
    pub duration_days: i32,
    pub train_the_trainer: String,
    pub module_count: i32,
    pub languages: String,
    pub levels_of_delivery: String,
    pub sample: bool,
    pub published_at: DateTime<Utc>,
}

impl ListedCourse {
    /// What it is found by in the list: its title as it is sorted, and its code.
    pub fn key(&self) -> (String, String) {
        (self.sort_title.clone(), self.code.clone())
    }
}

/// At most `rows` courses that pass the filter, by title, those after `after`; in one statement.
pub async fn stretch(
    db: &impl ConnectionTrait,
    filter: &Filter,
    after: Option<&(String, String)>,
    rows: u64,
) -> Result<Vec<ListedCourse>> {
    let mut sql = Sql::new(
        "SELECT l.code, l.sort_title, l.centre_code, l.course_type, l.goal, l.title, l.summary, \
         l.level, l.duration_days, l.train_the_trainer, l.module_count, l.languages, \
         l.levels_of_delivery, l.sample, l.published_at FROM course_listing l WHERE 1 = 1",
    );
    sql.matching(filter);
    if let Some((title, code)) = after {
        sql.push(" AND (l.sort_title, l.code) > (");
        sql.bind(title.clone());
        sql.push(", ");
        sql.bind(code.clone());
        sql.push(")");
    }
    sql.push(" ORDER BY l.sort_title, l.code LIMIT ");
    sql.bind(i64::try_from(rows).unwrap_or(i64::MAX));
    Ok(ListedCourse::find_by_statement(sql.statement(db)).all(db).await?)
}

/// A facet's counts ignore what is chosen of that facet. So a course counts for every facet when
/// it misses no choice, and for the one facet that it misses when it misses one. `missed` has a
/// bit for each facet of which something is chosen. The courses are found once and then joined
/// with their facets, in that order: the other way round is twenty times slower on `SQLite`.
async fn facet_counts(db: &impl ConnectionTrait, filter: &Filter) -> Result<Vec<FacetCount>> {
    let mut sql = Sql::new("");
    if filter.in_use() == 0 {
        sql.push("SELECT facet, value, COUNT(*) AS count FROM course_facet GROUP BY facet, value");
    } else {
        sql.push("WITH near AS MATERIALIZED (SELECT l.course_id, 0");
        sql.missed(filter);
        sql.push(" AS missed FROM course_listing l WHERE 1 = 1");
        sql.text(filter);
        sql.push(
            ") SELECT f.facet, f.value, COUNT(*) AS count FROM near n CROSS JOIN course_facet f \
             WHERE f.course_id = n.course_id AND f.facet = CASE n.missed WHEN 0 THEN f.facet",
        );
        for (bit, (facet, _)) in chosen(filter).enumerate() {
            sql.push(&format!(" WHEN {} THEN '{}'", 1 << bit, facet.as_str()));
        }
        sql.push(" END GROUP BY f.facet, f.value");
    }
    Ok(FacetCount::find_by_statement(sql.statement(db)).all(db).await?)
}

/// A statement under construction; what people typed is only ever bound.
struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), values: Vec::new() }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn bind(&mut self, value: impl Into<Value>) {
        self.values.push(value.into());
        self.text.push('$');
        self.text.push_str(&self.values.len().to_string());
    }

    fn statement(self, db: &impl ConnectionTrait) -> Statement {
        Statement::from_sql_and_values(db.get_database_backend(), self.text, self.values)
    }

    fn matching(&mut self, filter: &Filter) {
        self.text(filter);
        for (facet, values) in chosen(filter) {
            self.push(" AND ");
            self.has(facet, values);
        }
    }

    fn text(&mut self, filter: &Filter) {
        for word in words(&filter.q) {
            self.push(" AND l.search_text LIKE ");
            self.bind(like(&word));
            self.push(" ESCAPE '!'");
        }
    }

    /// The sum of the bits of the facets whose choice the course misses.
    fn missed(&mut self, filter: &Filter) {
        for (bit, (facet, values)) in chosen(filter).enumerate() {
            self.push(" + CASE WHEN ");
            self.has(facet, values);
            self.push(&format!(" THEN 0 ELSE {} END", 1 << bit));
        }
    }

    /// Whether the course has one of the values.
    fn has(&mut self, facet: Facet, values: &[String]) {
        if let Some(column) = column(facet) {
            self.push(&format!("l.{column} IN "));
            self.list(values);
        } else {
            self.push(&format!(
                "l.course_id IN (SELECT x.course_id FROM course_facet x \
                 WHERE x.facet = '{}' AND x.value IN ",
                facet.as_str()
            ));
            self.list(values);
            self.push(")");
        }
    }

    fn list(&mut self, values: &[String]) {
        for (index, value) in values.iter().enumerate() {
            self.push(if index == 0 { "(" } else { ", " });
            self.bind(value.clone());
        }
        self.push(")");
    }
}

fn chosen(filter: &Filter) -> impl Iterator<Item = (Facet, &[String])> {
    let some = filter.chosen.iter().filter(|(_, values)| !values.is_empty());
    some.map(|(facet, values)| (*facet, values.as_slice()))
}

/// The column of a facet of which a course has one value; none where it has several.
const fn column(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Goal => Some("goal"),
        Facet::Type => Some("course_type"),
        Facet::Centre => Some("centre_code"),
        Facet::Length => Some("length"),
        Facet::Level => Some("level"),
        Facet::Trainers => Some("train_the_trainer"),
        Facet::Language | Facet::Mode | Facet::Delivery => None,
    }
}
