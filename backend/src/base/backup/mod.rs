//! Backups: a directory with the database, the stored files and a manifest. It gets its name as
//! the last thing, so that half a backup is none; who restores it checks every byte first.
mod manifest;
mod postgres;
mod sqlite;

use std::fs::{self, DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};

pub use self::manifest::{MANIFEST, Manifest, Part};
use super::App;
use super::audit;
use super::files::{self, Files, Stored};

/// A place for a backup, or for what is restored: it goes away unless it is kept.
#[derive(Debug)]
struct Unfinished(Option<PathBuf>);

impl Unfinished {
    fn path(&self) -> &Path {
        self.0.as_deref().unwrap_or(Path::new(""))
    }

    /// Gives it its name.
    fn finish(mut self, name: &Path) -> anyhow::Result<()> {
        if let Some(path) = self.0.take() {
            fs::rename(&path, name)
                .with_context(|| format!("{} cannot be made", name.display()))?;
        }
        sync(name.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new(".")))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let Some(path) = &self.0 else { return };
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
}

/// Makes a backup of what is committed now, as the directory `path`, while others write.
pub async fn make(app: &App, path: &Path) -> anyhow::Result<Manifest> {
    ensure!(!path.exists(), "{} is there already; a backup is a new directory", path.display());
    let unfinished = directory_beside(path)?;
    let postgres = app.db.get_database_backend() == DbBackend::Postgres;
    let (mut manifest, stored) = if postgres {
        postgres::dump(app, unfinished.path()).await?
    } else {
        sqlite::copy(app, unfinished.path()).await?
    };
    manifest.files = copied(app, &stored, unfinished.path()).await?;
    manifest.made_at = app.clock.now();
    manifest.write(unfinished.path(), &app.settings.secret_key)?;
    sync(unfinished.path())?;
    unfinished.finish(path)?;
    Ok(manifest)
}

/// Copies the files that the copied database refers to. None of them is swept meanwhile, because
/// what is let go stays for two hours.
async fn copied(app: &App, stored: &[Stored], backup: &Path) -> anyhow::Result<Vec<Part>> {
    if stored.is_empty() {
        return Ok(Vec::new());
    }
    let directory = backup.join(manifest::FILES);
    files::copy_to(app, stored, &directory).await?;
    sync(&directory)?;
    let part = |file: &Stored| Part {
        name: file.id.to_string(),
        bytes: file.bytes.unsigned_abs(),
        sha256: file.sha256.clone(),
    };
    Ok(stored.iter().map(part).collect())
}

/// Restores the files of a backup whose manifest was read and checked into a store that is empty.
pub async fn restore_files(
    backup: &Path,
    manifest: &Manifest,
    files: &Files,
) -> anyhow::Result<()> {
    let names: Vec<_> = manifest.files.iter().map(|file| file.name.clone()).collect();
    files::restore(files, &names, &backup.join(manifest::FILES)).await
}

fn directory_beside(path: &Path) -> anyhow::Result<Unfinished> {
    let name = path.file_name().with_context(|| format!("{} has no name", path.display()))?;
    let mut unfinished = name.to_owned();
    unfinished.push(format!(".unfinished-{}", std::process::id()));
    let unfinished = path.with_file_name(unfinished);
    DirBuilder::new()
        .mode(0o700)
        .create(&unfinished)
        .with_context(|| format!("{} cannot be made", unfinished.display()))?;
    Ok(Unfinished(Some(unfinished)))
}

/// What kind of database an address names, as manifests call it.
pub fn kind_of(database_url: &str) -> &'static str {
    if database_url.starts_with("sqlite:") { sqlite::KIND } else { postgres::KIND }
}

/// Where a restored database stands before it is in service.
#[derive(Debug)]
pub struct Restored {
    /// The address of the database to be made ready.
    pub database_url: String,
    place: Option<(Unfinished, PathBuf)>,
}

impl Restored {
    /// Puts the database, which must be closed, in the place where it is served from.
    pub fn finish(self) -> anyhow::Result<()> {
        match self.place {
            Some((unfinished, place)) => unfinished.finish(&place),
            None => Ok(()),
        }
    }
}

/// Restores the database of a backup whose manifest was read and checked into the empty place
/// that `database_url` names.
pub async fn restore(
    backup: &Path,
    manifest: &Manifest,
    database_url: &str,
) -> anyhow::Result<Restored> {
    let wanted = kind_of(database_url);
    ensure!(
        manifest.database == wanted,
        "the backup is of {}, and database_url names {wanted}: \
         a backup is restored into a database of its own kind",
        manifest.database
    );
    let [part] = manifest.parts.as_slice() else { bail!("the backup has not one part") };
    let part = backup.join(&part.name);
    if wanted == sqlite::KIND {
        sqlite::restore(&part, database_url)
    } else {
        postgres::restore(&part, database_url).await
    }
}

/// The manifest of a database as `db` sees it, without parts.
async fn described(
    db: &impl ConnectionTrait,
    kind: &'static str,
    version: &str,
) -> anyhow::Result<Manifest> {
    let (head, _) =
        audit::head(db).await?.context("the audit log has no head: run `rctm migrate`")?;
    let sql = "SELECT version AS text FROM seaql_migrations ORDER BY version";
    Ok(Manifest {
        format: manifest::FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: chrono::DateTime::UNIX_EPOCH,
        database: kind.to_owned(),
        server: texts(db, version).await?.join(" "),
        schema: texts(db, sql).await?,
        audit_head: head.to_string(),
        parts: Vec::new(),
        files: Vec::new(),
        seal: String::new(),
    })
}

/// The column `text` of what a query answers.
async fn texts(db: &impl ConnectionTrait, sql: &str) -> anyhow::Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        text: String,
    }
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    Ok(rows.into_iter().map(|row| row.text).collect())
}

/// Makes what was written to a file or a directory last.
fn sync(path: &Path) -> anyhow::Result<()> {
    let file = File::open(path).and_then(|file| file.sync_all());
    file.with_context(|| format!("{} cannot be written to the disk", path.display()))
}
