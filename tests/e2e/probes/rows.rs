//! What the database holds, whole: to see whether anything changed, and to look for what should
//! not be there.
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use sea_orm::{ConnectionTrait, DbBackend, QueryResult};
use tests::TestApp;

/// What is written whoever asks for whatever: that somebody was there, and who guesses.
const NOTED: [&str; 4] = ["session", "brake", "api_token", "seaql_migrations"];

/// A column, with its type as the database calls it.
#[derive(Clone, Debug)]
pub struct Column {
    pub table: String,
    pub name: String,
    pub kind: String,
}

fn text(row: &QueryResult, name: &str) -> String {
    row.try_get("", name).expect("text")
}

/// Every column of every table of ours.
pub async fn columns(app: &TestApp) -> Vec<Column> {
    let sql = match app.app.db.get_database_backend() {
        DbBackend::Postgres => {
            "select table_name::text as t, column_name::text as c, data_type::text as k \
             from information_schema.columns where table_schema = 'public' \
             order by table_name, ordinal_position"
        }
        _ => {
            "select m.name as t, c.name as c, c.type as k from sqlite_master m, \
             pragma_table_info(m.name) c where m.type = 'table' order by m.name, c.cid"
        }
    };
    let rows = app.query(sql, vec![]).await;
    let column = |row: &QueryResult| Column {
        table: text(row, "t"),
        name: text(row, "c"),
        kind: text(row, "k"),
    };
    let ours = |column: &Column| !column.table.starts_with("sqlite_");
    rows.iter().map(column).filter(ours).collect()
}

/// The rows of a table as text, in an order of their own.
fn whole_table(backend: DbBackend, table: &str, columns: &[&Column]) -> String {
    if backend == DbBackend::Postgres {
        return format!(
            "select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as n \
             from \"{table}\" t"
        );
    }
    let cells: Vec<_> = columns.iter().map(|c| format!("quote(\"{}\")", c.name)).collect();
    format!(
        "select coalesce(group_concat(r, char(10)), '') as n \
         from (select {} as r from \"{table}\" order by 1)",
        cells.join(" || '|' || ")
    )
}

/// Every table of ours as text.
pub async fn dump(app: &TestApp) -> BTreeMap<String, String> {
    let columns = columns(app).await;
    let mut tables: BTreeMap<String, Vec<&Column>> = BTreeMap::new();
    for column in &columns {
        tables.entry(column.table.clone()).or_default().push(column);
    }
    let mut dumped = BTreeMap::new();
    for (table, columns) in tables {
        let sql = whole_table(app.app.db.get_database_backend(), &table, &columns);
        let rows = app.query(&sql, vec![]).await;
        dumped.insert(table, text(rows.first().expect("a row"), "n"));
    }
    dumped
}

/// A number for each table that anybody's action could change.
#[derive(PartialEq)]
pub struct Digest(BTreeMap<String, u64>);

impl Digest {
    pub async fn of(app: &TestApp) -> Self {
        let mut dumped = dump(app).await;
        dumped.retain(|table, _| !NOTED.contains(&table.as_str()));
        let number = |text: String| {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            hasher.finish()
        };
        Self(dumped.into_iter().map(|(table, text)| (table, number(text))).collect())
    }

    /// The tables that differ.
    pub fn differs_from(&self, other: &Self) -> Vec<&str> {
        let tables = self.0.iter().filter(|(table, number)| other.0.get(*table) != Some(number));
        tables.map(|(table, _)| table.as_str()).collect()
    }
}

/// How many entries the audit log has, and how many emails are queued.
pub async fn written(app: &TestApp) -> (i64, i64) {
    let entries = app.count("select count(*) as n from audit_entry", vec![]).await;
    (entries, app.count("select count(*) as n from outbox", vec![]).await)
}
