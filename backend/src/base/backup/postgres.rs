//! Dumping and restoring a database of PostgreSQL by its own tools.
//!
//! Passwords reach the tools by their environment or `.pgpass`, never by their arguments, which
//! everybody on the machine can read.
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail, ensure};
use sea_orm::{ConnectOptions, Database};
use url::Url;

use super::manifest::{Manifest, Part, private};
use super::{Restored, described, texts};
use crate::base::App;
use crate::base::files::{Stored, kept};

/// How manifests call it.
pub const KIND: &str = "postgresql";
const FILE: &str = "rctm.dump";

/// Dumps what is committed into `directory`; answers the manifest of the dump, and the files that
/// it refers to. All see the same moment, because the tool joins our snapshot.
pub async fn dump(app: &App, directory: &Path) -> anyhow::Result<(Manifest, Vec<Stored>)> {
    let snapshot = app.db.snapshot().await?;
    let server = "SELECT current_setting('server_version') AS text";
    let manifest = described(&snapshot, KIND, server).await?;
    let files = kept(&snapshot).await?;
    let name = texts(&snapshot, "SELECT pg_export_snapshot() AS text").await?.concat();
    let file = directory.join(FILE);
    drop(private(&file)?);
    let mut tool = Tool::new("pg_dump", &app.settings.database_url)?;
    // Never `--enable-row-security`: a role that may not see every row would leave rows out
    // without a word. Without it the tool refuses.
    tool.args(["--format=custom", "--no-owner", "--no-acl", "--no-password", "--schema=public"])
        .args([format!("--snapshot={name}"), format!("--file={}", file.display())]);
    tokio::task::block_in_place(|| tool.run())?;
    drop(snapshot);
    let mut reading = Tool::bare("pg_restore");
    reading.args(["--file=/dev/null"]).arg(&file);
    tokio::task::block_in_place(|| reading.run()).context("the dump cannot be read again")?;
    Ok((Manifest { parts: vec![Part::of(directory, FILE)?], ..manifest }, files))
}

/// Restores a dump into the database that `database_url` names, which must be empty.
pub async fn restore(part: &Path, database_url: &str) -> anyhow::Result<Restored> {
    let mut options = ConnectOptions::new(database_url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.context("the new database cannot be opened")?;
    let sql = "SELECT c.relname::text AS text FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_t%'
        ORDER BY c.relname LIMIT 1";
    let there = texts(&db, sql).await?;
    db.close().await?;
    ensure!(
        there.is_empty(),
        "the database is not empty (it has {}); a backup is restored into an empty one only",
        there.concat()
    );
    let mut tool = Tool::new("pg_restore", database_url)?;
    tool.args(["--exit-on-error", "--single-transaction", "--no-owner", "--no-acl"])
        .args(["--no-password", "--schema=public"])
        .arg(format!("--dbname={}", tool_database(database_url)?))
        .arg(part);
    tokio::task::block_in_place(|| tool.run())?;
    Ok(Restored { database_url: database_url.to_owned(), place: None })
}

fn tool_database(database_url: &str) -> anyhow::Result<String> {
    let named = variables(database_url)?.into_iter().find(|(name, _)| *name == "PGDATABASE");
    named.map(|(_, name)| name).context("database_url names no database")
}

struct Tool(Command);

impl Tool {
    fn bare(name: &'static str) -> Self {
        let mut command = Command::new(name);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        Self(command)
    }

    fn new(name: &'static str, database_url: &str) -> anyhow::Result<Self> {
        let mut tool = Self::bare(name);
        tool.0
            .envs(variables(database_url)?)
            .env("PGAPPNAME", "rctm")
            .env("PGCONNECT_TIMEOUT", "10");
        Ok(tool)
    }

    fn args<T: AsRef<std::ffi::OsStr>>(&mut self, args: impl IntoIterator<Item = T>) -> &mut Self {
        self.0.args(args);
        self
    }

    fn arg(&mut self, arg: impl AsRef<std::ffi::OsStr>) -> &mut Self {
        self.0.arg(arg);
        self
    }

    fn run(&mut self) -> anyhow::Result<()> {
        let name = self.0.get_program().to_string_lossy().into_owned();
        let output = match self.0.output() {
            Ok(output) => output,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => bail!(
                "{name} is not installed, or not on PATH: install the client programs of \
                 PostgreSQL (Debian: postgresql-client), of the server's version or newer"
            ),
            Err(error) => return Err(error).context(name),
        };
        let said = String::from_utf8_lossy(&output.stderr);
        let trap = if said.contains("row-level security") || said.contains("permission denied") {
            "\nThe role may not read everything: back up as rctm_backup (`rctm admin roles`)."
        } else {
            ""
        };
        ensure!(output.status.success(), "{name} failed: {}{trap}", said.trim());
        Ok(())
    }
}

/// An address as the variables by which the tools of PostgreSQL are told the same.
fn variables(database_url: &str) -> anyhow::Result<Vec<(&'static str, String)>> {
    let url = Url::parse(database_url).context("database_url")?;
    let path = url.path().trim_start_matches('/');
    let parts = [
        ("PGHOST", url.host_str().map(|host| host.trim_matches(['[', ']']))),
        ("PGUSER", Some(url.username())),
        ("PGPASSWORD", url.password()),
        ("PGDATABASE", Some(path)),
    ];
    let given = parts.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
    let mut variables: Vec<_> = given
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, plain(value)))
        .collect();
    variables.extend(url.port().map(|port| ("PGPORT", port.to_string())));
    for (name, value) in url.query_pairs() {
        let variable = match name.as_ref() {
            "host" => "PGHOST",
            "port" => "PGPORT",
            "user" => "PGUSER",
            "password" => "PGPASSWORD",
            "dbname" => "PGDATABASE",
            "sslmode" | "ssl-mode" => "PGSSLMODE",
            "sslrootcert" | "ssl-root-cert" | "ssl-ca" => "PGSSLROOTCERT",
            "sslcert" | "ssl-cert" => "PGSSLCERT",
            "sslkey" | "ssl-key" => "PGSSLKEY",
            _ => continue,
        };
        variables.push((variable, value.into_owned()));
    }
    Ok(variables)
}

/// A part of an address without its `%`.
fn plain(text: &str) -> String {
    let text = text.replace('+', "%2B");
    let decoded = url::form_urlencoded::parse(text.as_bytes());
    decoded
        .map(|(name, value)| if value.is_empty() { name } else { format!("{name}={value}").into() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_told_to_the_tools_by_their_variables() {
        let url = "postgres://rctm_backup:p%40ss+w=rd@db.example:5433/rctm?sslmode=verify-full";
        assert_eq!(
            variables(url).expect("an address"),
            [
                ("PGHOST", "db.example".to_owned()),
                ("PGUSER", "rctm_backup".to_owned()),
                ("PGPASSWORD", "p@ss+w=rd".to_owned()),
                ("PGDATABASE", "rctm".to_owned()),
                ("PGPORT", "5433".to_owned()),
                ("PGSSLMODE", "verify-full".to_owned()),
            ]
        );
        let socket = variables("postgres:///rctm?host=/run/postgresql").expect("an address");
        assert_eq!(
            socket,
            [("PGDATABASE", "rctm".to_owned()), ("PGHOST", "/run/postgresql".to_owned())]
        );
    }

    #[test]
    fn a_tool_that_is_missing_is_said_to_be() {
        let error = Tool::bare("rctm-no-such-tool").run().expect_err("there is none").to_string();
        assert!(error.contains("rctm-no-such-tool is not installed"), "{error}");
    }
}
