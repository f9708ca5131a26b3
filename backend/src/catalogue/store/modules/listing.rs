//! The modules of a centre in a list, found by words.
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

use super::{CodeRow, thaw};
use crate::base::error::Result;
use crate::base::ids::ModuleId;
use crate::catalogue::rules::{Module, fold};
use crate::identity::CentreScope;

/// Which stretch of the modules of a centre.
#[derive(Clone, Debug, Default)]
pub struct ModulePage {
    /// The words that each must have.
    pub words: String,
    /// Leave out those that are retired.
    pub without_retired: bool,
    /// Those after this code.
    pub after: Option<String>,
    /// How many are left out.
    pub skipped: u64,
    /// How many at most.
    pub most: u64,
}

/// A module as lists show it.
#[derive(Clone, Debug)]
pub struct ListedModule {
    /// Its id.
    pub id: ModuleId,
    /// The number of its newest version.
    pub version: i32,
    /// What that says.
    pub module: Module,
    /// Since when it is retired.
    pub retired_at: Option<DateTime<Utc>>,
    /// Whether it is invented for demonstration.
    pub sample: bool,
    /// When its newest version was made.
    pub changed_at: DateTime<Utc>,
    /// How many courses of the centre have it in their drafts.
    pub courses: i64,
}

#[derive(FromQueryResult)]
struct Row {
    id: ModuleId,
    version: i32,
    content: String,
    retired_at: Option<DateTime<Utc>>,
    sample: bool,
    changed_at: DateTime<Utc>,
    courses: i64,
}

/// What narrows the list down, with the values of its places; `$1` is the centre.
fn narrowed(scope: CentreScope, page: &ModulePage) -> (String, Vec<Value>) {
    let mut sql = "o.centre_id = $1".to_owned();
    let mut values = vec![Value::from(scope.id())];
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(&format!(" AND {condition}").replace('?', &format!("${}", values.len())));
    };
    for word in fold(&page.words).split(' ').filter(|word| !word.is_empty()) {
        and("o.search_text LIKE ? ESCAPE '!'", format!("%{}%", plain(word)).into());
    }
    if let Some(after) = &page.after {
        and("o.code > ?", after.as_str().into());
    }
    if page.without_retired {
        sql.push_str(" AND o.retired_at IS NULL");
    }
    (sql, values)
}

/// A word in which nothing stands for anything else.
fn plain(word: &str) -> String {
    let signs = word.chars().flat_map(|sign| {
        let mark = matches!(sign, '%' | '_' | '!').then_some('!');
        mark.into_iter().chain([sign])
    });
    signs.collect()
}

/// A stretch of the centre's own modules, by code.
pub async fn list(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    page: &ModulePage,
) -> Result<Vec<ListedModule>> {
    let (narrowed, mut values) = narrowed(scope, page);
    let (most, skipped) = (values.len() + 1, values.len() + 2);
    values.extend([page.most.into(), page.skipped.into()]);
    let sql = format!(
        "SELECT o.id, o.version, v.content, o.retired_at, o.sample, v.created_at AS changed_at, \
         (SELECT COUNT(DISTINCT m.course_id) FROM course_module m JOIN course c \
         ON c.id = m.course_id WHERE m.code = o.code AND m.course_version = 0 \
         AND c.centre_id = o.centre_id) AS courses \
         FROM module o JOIN module_version v ON v.module_id = o.id AND v.number = o.version \
         WHERE {narrowed} ORDER BY o.code LIMIT ${most} OFFSET ${skipped}"
    );
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let listed = rows.into_iter().map(|row| {
        Ok(ListedModule {
            id: row.id,
            version: row.version,
            module: thaw(&row.content)?,
            retired_at: row.retired_at,
            sample: row.sample,
            changed_at: row.changed_at,
            courses: row.courses,
        })
    });
    listed.collect()
}

/// How many modules of the centre there are on all pages.
pub async fn count(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    page: &ModulePage,
) -> Result<i64> {
    #[derive(FromQueryResult)]
    struct Count {
        n: i64,
    }
    let (narrowed, values) = narrowed(scope, page);
    let sql = format!("SELECT COUNT(*) AS n FROM module o WHERE {narrowed}");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Count::find_by_statement(statement).one(db).await?.map_or(0, |count| count.n))
}

/// The codes of the centre's modules that begin like this.
pub async fn starting_with(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    beginning: &str,
) -> Result<Vec<String>> {
    let sql = "SELECT code FROM module WHERE centre_id = $1 AND code LIKE $2 ESCAPE '!'";
    let values = [scope.id().into(), format!("{}%", plain(beginning)).into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = CodeRow::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| row.code).collect())
}
