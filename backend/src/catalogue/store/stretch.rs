//! The list as programs read it: stretch by stretch, each after the last course of the one before.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use crate::base::error::Result;
use crate::catalogue::rules::{Facet, Filter, Goal, like, words};

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
    pub verified_at: Option<DateTime<Utc>>,
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
         l.levels_of_delivery, l.sample, l.published_at, c.verified_at FROM course_listing l \
         JOIN course c ON c.id = l.course_id WHERE 1 = 1",
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

/// The column of a facet of which a course has one value; none where it has several: centres that
/// deliver a course together are each one of its centres.
const fn column(facet: Facet) -> Option<&'static str> {
    match facet {
        Facet::Goal => Some("goal"),
        Facet::Type => Some("course_type"),
        Facet::Length => Some("length"),
        Facet::Level => Some("level"),
        Facet::Trainers => Some("train_the_trainer"),
        Facet::Centre | Facet::Language | Facet::Mode | Facet::Delivery => None,
    }
}
