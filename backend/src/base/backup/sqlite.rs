//! Copying a database of SQLite while others write to it.
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, ensure};
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement, Value};

use super::manifest::{Manifest, Part, private};
use super::{Restored, Unfinished, described, sync, texts};
use crate::base::App;
use crate::base::files::{Stored, kept};

/// How manifests call it.
pub const KIND: &str = "sqlite";
const FILE: &str = "rctm.db";

/// Copies what is committed into `directory`; answers the manifest of the copy, and the files that
/// it refers to. The copy is one
/// reader of the log beside the file, so nobody who writes waits for it.
pub async fn copy(app: &App, directory: &Path) -> anyhow::Result<(Manifest, Vec<Stored>)> {
    let file = directory.join(FILE);
    drop(private(&file)?);
    let name = file.to_str().context("the name of the backup is not text")?;
    let db = app.db.for_migrations();
    let backend = db.get_database_backend();
    let copy = Statement::from_sql_and_values(backend, "VACUUM INTO $1", [Value::from(name)]);
    db.execute_raw(copy).await.context("the database could not be copied")?;
    let copy = open_to_read(&file).await?;
    let whole = texts(&copy, "SELECT integrity_check AS text FROM pragma_integrity_check").await?;
    ensure!(whole == ["ok"], "the copy is damaged: {}", whole.join("; "));
    let manifest = described(&copy, KIND, "SELECT sqlite_version() AS text").await?;
    let files = kept(&copy).await?;
    copy.close().await?;
    Ok((Manifest { parts: vec![Part::of(directory, FILE)?], ..manifest }, files))
}

async fn open_to_read(file: &Path) -> anyhow::Result<DatabaseConnection> {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite:");
    options
        .max_connections(1)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| sqlite.filename(&file).read_only(true));
    Ok(Database::connect(options).await?)
}

/// Puts a copy beside the place that `database_url` names, where there must be nothing.
pub fn restore(part: &Path, database_url: &str) -> anyhow::Result<Restored> {
    let place = place(database_url)?;
    let unfinished = beside(&place, ".restoring");
    for name in [place.clone(), beside(&place, "-wal"), beside(&place, "-shm"), unfinished.clone()]
    {
        ensure!(
            !name.exists(),
            "{} is there already; a backup is restored into an empty place only",
            name.display()
        );
    }
    let mut to = private(&unfinished)?;
    let unfinished = Unfinished(Some(unfinished));
    let copied = fs::File::open(part).and_then(|mut from| std::io::copy(&mut from, &mut to));
    copied.with_context(|| format!("{} cannot be written", unfinished.path().display()))?;
    sync(unfinished.path())?;
    let database_url = format!("sqlite:{}", unfinished.path().display());
    Ok(Restored { database_url, place: Some((unfinished, place)) })
}

fn place(database_url: &str) -> anyhow::Result<PathBuf> {
    let options = SqliteConnectOptions::from_str(database_url).context("database_url")?;
    Ok(options.get_filename().to_owned())
}

fn beside(place: &Path, ending: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
