//! The words by which published courses are found: kept as tokens that the program has cut, under
//! the full-text index of each database (FTS5 on SQLite, a `tsvector` under GIN on PostgreSQL).
use std::collections::BTreeMap;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult,
    QueryFilter, Statement,
};

use super::listing;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::base::kept::{self, Part};
use crate::catalogue::rules::search::{self, Condition, Field, Term, Token, VOCABULARY};
use crate::organisations;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::CourseId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_search")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub course_id: CourseId,
        pub version: i32,
        #[sea_orm(column_type = "Text")]
        pub tokens: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, COLUMN, Entity};

/// How many words are asked for in one statement.
const AT_ONCE: usize = 24;
/// How many courses are looked at, or cut anew, at once.
const BATCH: i64 = 200;

/// Keeps the tokens of a course. The number of a course that is listed again stays.
pub(super) async fn put(tx: &Transaction, course: CourseId, tokens: &str) -> Result<()> {
    // Whoever lists a course holds the number of the catalogue, so two never take the same one.
    kept::changed(tx, Part::Catalogue).await?;
    let change = ActiveModel {
        version: Set(search::VERSION),
        tokens: Set(tokens.to_owned()),
        ..ActiveModel::default()
    };
    let own = Entity::update_many().set(change).filter(COLUMN.course_id.eq(course));
    if own.exec(tx).await?.rows_affected > 0 {
        return Ok(());
    }
    let sql = "INSERT INTO course_search (number, course_id, version, tokens) \
        SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3 FROM course_search";
    let values = [course.into(), search::VERSION.into(), tokens.into()];
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

/// Forgets the tokens of a course.
pub(super) async fn remove(tx: &Transaction, course: CourseId) -> Result<()> {
    Entity::delete_many().filter(COLUMN.course_id.eq(course)).exec(tx).await?;
    Ok(())
}

/// The numbers of the courses that have a word, by field.
pub(super) type Numbers = [Vec<i64>; Field::ALL.len()];

/// The numbers of the courses that have each of these words.
pub(super) async fn numbers(db: &impl ConnectionTrait, terms: &[&Term]) -> Result<Vec<Numbers>> {
    let mut all = Vec::new();
    for some in terms.chunks(AT_ONCE) {
        all.extend(asked_at_once(db, some).await?);
    }
    Ok(all)
}

/// One row for each word and field in which it stands: which, and the numbers joined.
async fn asked_at_once(db: &impl ConnectionTrait, terms: &[&Term]) -> Result<Vec<Numbers>> {
    #[derive(FromQueryResult)]
    struct Row {
        place: i32,
        numbers: Option<String>,
    }
    let backend = db.get_database_backend();
    let (mut parts, mut values) = (Vec::new(), Vec::new());
    for (place, (term, field)) in each(terms).enumerate() {
        values.push(expression(&term.condition(field), backend).into());
        let matching = match backend {
            DbBackend::Postgres => format!("lexemes @@ CAST(${} AS tsquery)", place + 1),
            _ => format!("course_search_words MATCH ${}", place + 1),
        };
        parts.push(match backend {
            DbBackend::Postgres => format!(
                "SELECT {place} AS place, STRING_AGG(CAST(number AS text), ' ') AS numbers \
                 FROM course_search WHERE {matching}"
            ),
            _ => format!(
                "SELECT {place} AS place, GROUP_CONCAT(rowid, ' ') AS numbers \
                 FROM course_search_words WHERE {matching}"
            ),
        });
    }
    let sql = parts.join(" UNION ALL ");
    let statement = Statement::from_sql_and_values(backend, sql, values);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let found: BTreeMap<_, _> =
        rows.into_iter().map(|row| (row.place, row.numbers.unwrap_or_default())).collect();
    let list = |place: usize| {
        let joined = i32::try_from(place).ok().and_then(|place| found.get(&place));
        let numbers = joined.map_or("", String::as_str).split(' ');
        numbers.filter_map(|number| number.parse().ok()).collect::<Vec<i64>>()
    };
    let fields = Field::ALL.len();
    let of_term = |term: usize| std::array::from_fn(|field| list(term * fields + field));
    Ok((0..terms.len()).map(of_term).collect())
}

fn each<'a>(terms: &'a [&'a Term]) -> impl Iterator<Item = (&'a Term, Field)> {
    terms.iter().flat_map(|term| Field::ALL.map(|field| (*term, field)))
}

/// A condition in the language of the database. Tokens hold letters, marks and digits only, so
/// nothing in them means anything there.
fn expression(condition: &Condition, backend: DbBackend) -> String {
    let token = |token: &Token| match (backend, token.begins) {
        (DbBackend::Postgres, true) => format!("'{}':*", token.text),
        (DbBackend::Postgres, false) => format!("'{}'", token.text),
        (_, true) => format!("\"{}\" *", token.text),
        (_, false) => format!("\"{}\"", token.text),
    };
    let (tokens, between) = match (condition, backend) {
        (Condition::Any(tokens), DbBackend::Postgres) => (tokens, " | "),
        (Condition::All(tokens), DbBackend::Postgres) => (tokens, " & "),
        (Condition::Any(tokens), _) => (tokens, " OR "),
        (Condition::All(tokens), _) => (tokens, " AND "),
    };
    tokens.iter().map(token).collect::<Vec<_>>().join(between)
}

/// Every word that courses use, as it is written, and how many use it.
pub(super) async fn vocabulary(db: &impl ConnectionTrait) -> Result<Vec<(String, i64)>> {
    #[derive(FromQueryResult)]
    struct Row {
        token: String,
        courses: i64,
    }
    let backend = db.get_database_backend();
    let sql = match backend {
        DbBackend::Postgres => format!(
            "SELECT word AS token, CAST(ndoc AS bigint) AS courses \
             FROM ts_stat('SELECT lexemes FROM course_search') WHERE word LIKE '{VOCABULARY}%'"
        ),
        _ => format!(
            "SELECT term AS token, doc AS courses FROM course_search_vocabulary \
             WHERE term >= '{VOCABULARY}' AND term < '{}'",
            char::from_u32(u32::from(VOCABULARY) + 1).unwrap_or(VOCABULARY)
        ),
    };
    let rows = Row::find_by_statement(Statement::from_string(backend, sql)).all(db).await?;
    let word = |row: Row| Some((row.token.strip_prefix(VOCABULARY)?.to_owned(), row.courses));
    Ok(rows.into_iter().filter_map(word).collect())
}

/// A listed course with all of which its tokens are made, and the tokens that are kept of it.
#[derive(FromQueryResult)]
struct Listed {
    course_id: CourseId,
    code: String,
    content: String,
    type_name: String,
    centre_id: OrganisationId,
    search_text: String,
    version: Option<i32>,
    tokens: Option<String>,
}

/// What should be kept of a course.
struct Cut {
    tokens: String,
    passages: String,
}

/// The listed courses after one of this code, at most a batch; all, or those whose tokens are
/// not of this version.
async fn listed(
    db: &impl ConnectionTrait,
    (after, only_outdated): (&str, bool),
) -> Result<Vec<Listed>> {
    let which =
        if only_outdated { "AND (s.version IS NULL OR s.version <> $3)" } else { "AND $3 > 0" };
    let sql = format!(
        "SELECT l.course_id, l.code, v.content, t.name AS type_name, l.centre_id, \
         l.search_text, s.version, s.tokens FROM course_listing l JOIN course c ON c.id = l.course_id \
         JOIN course_version v ON v.course_id = c.id AND v.number = c.published_version \
         JOIN course_type t ON t.code = l.course_type \
         LEFT JOIN course_search s ON s.course_id = l.course_id \
         WHERE l.code > $1 {which} ORDER BY l.code LIMIT $2"
    );
    let values = [after.into(), BATCH.into(), search::VERSION.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Listed::find_by_statement(statement).all(db).await?)
}

/// What should be kept of each of these courses.
async fn cut(db: &impl ConnectionTrait, courses: &[Listed]) -> Result<Vec<Cut>> {
    let ids: Vec<OrganisationId> = courses.iter().map(|course| course.centre_id).collect();
    let centres = organisations::by_ids(db, &ids).await?;
    let cut = |course: &Listed| {
        let content = super::versions::thaw(&course.content)?;
        let centre = centres.iter().find(|centre| centre.id == course.centre_id);
        let mut names = vec![course.type_name.as_str()];
        names.extend(centre.iter().flat_map(|own| [own.name.as_str(), own.short_name.as_str()]));
        let tokens = search::tokens(&course.code, &names, &content);
        Ok(Cut { tokens, passages: listing::passages(&content) })
    };
    courses.iter().map(cut).collect()
}

/// Whether some course has no tokens, or those of another version of the program.
pub async fn outdated(db: &impl ConnectionTrait) -> Result<bool> {
    Ok(!listed(db, ("", true)).await?.is_empty())
}

/// Cuts a batch of courses anew whose tokens are not of this version; answers how many they were.
pub async fn bring_up_to_date(tx: &Transaction) -> Result<usize> {
    // Whichever instance comes second waits here, and then finds nothing left to do.
    kept::changed(tx, Part::Catalogue).await?;
    let courses = listed(tx, ("", true)).await?;
    for (course, cut) in courses.iter().zip(cut(tx, &courses).await?) {
        put(tx, course.course_id, &cut.tokens).await?;
        listing::keep_passages(tx, course.course_id, &cut.passages).await?;
    }
    Ok(courses.len())
}

/// Courses whose tokens are not what the course says, and tokens without a course; a sentence each.
pub(super) async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Stray {
        number: i64,
    }
    let sql = "SELECT s.number FROM course_search s LEFT JOIN course_listing l \
        ON l.course_id = s.course_id WHERE l.course_id IS NULL ORDER BY s.number LIMIT 1000";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let strays = Stray::find_by_statement(statement).all(db).await?;
    let said = |stray: &Stray| format!("words of no listed course are kept ({})", stray.number);
    let mut all: Vec<String> = strays.iter().map(said).collect();
    let mut after = String::new();
    loop {
        let courses = listed(db, (&after, false)).await?;
        let Some(last) = courses.last() else { return Ok(all) };
        after.clone_from(&last.code);
        for (course, cut) in courses.iter().zip(cut(db, &courses).await?) {
            let same = course.version == Some(search::VERSION)
                && course.tokens.as_deref() == Some(cut.tokens.as_str())
                && course.search_text == cut.passages;
            if !same {
                all.push(format!("course {} is not found by what it says", course.code));
            }
        }
    }
}
