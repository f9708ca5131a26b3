//! Settings: defaults in code, then `rctm.toml`, then `RCTM_*`. Every mistake is named at once.
mod files;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use lettre::message::Mailbox;
use url::Url;

use super::files::FilesSettings;
use super::limits::Limits;
use super::secrets::SecretKey;

/// What an installation is told before it starts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where rows are kept: `sqlite:FILE` or `postgres://..`.
    pub database_url: String,
    /// The most connections that read at once.
    pub database_connections: u32,
    /// Where the program listens.
    pub listen: SocketAddr,
    /// Where figures for monitoring are served; nowhere when unset.
    pub metrics_listen: Option<SocketAddr>,
    /// How people reach it; links in emails begin with this.
    pub public_url: Url,
    /// The installation's secret.
    pub secret_key: SecretKey,
    /// Whom emails come from.
    pub mail_from: Mailbox,
    /// How emails leave.
    pub mail: MailSettings,
    /// Whether logs are JSON, one object a line.
    pub log_json: bool,
    /// Whether people, dates and figures are invented, and pages say so.
    pub demo: bool,
    /// Where files are kept, and how large they may be.
    pub files: FilesSettings,
    /// How slow and how large requests may be.
    pub limits: Limits,
    origin: String,
}

/// How emails leave.
#[derive(Clone, Debug)]
pub enum MailSettings {
    /// To a mail server: `smtp://HOST:PORT` (plain), `smtps://USER:PASSWORD@HOST:PORT` (TLS).
    Smtp(Url),
    /// Into this directory, one `.eml` each: for demonstrations.
    Directory(PathBuf),
}

/// The mistakes in the settings, each under its setting's name.
#[derive(Debug, Default, PartialEq)]
pub struct Mistakes(Vec<(&'static str, String)>);

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the settings cannot be used:")?;
        for (setting, mistake) in &self.0 {
            write!(f, "\n  {setting} ({}): {mistake}", variable(setting))?;
        }
        Ok(())
    }
}

impl std::error::Error for Mistakes {}

/// The settings that exist; any other is a mistake.
const SETTINGS: [&str; 16] = [
    "database_url",
    "database_connections",
    "listen",
    "metrics_listen",
    "public_url",
    "secret_key",
    "mail_from",
    "smtp_url",
    "log_json",
    "files",
    "files_s3_endpoint",
    "files_s3_region",
    "files_s3_key",
    "files_s3_secret",
    "files_largest_mib",
    "files_quota_mib",
];

impl Settings {
    /// Reads `file`, if it exists, and the environment.
    pub fn load(file: &Path) -> anyhow::Result<Self> {
        let mut given = BTreeMap::new();
        if file.exists() {
            let text = std::fs::read_to_string(file)?;
            for (name, value) in text.parse::<toml::Table>()? {
                given.insert(name, plain(&value));
            }
        }
        for name in SETTINGS {
            #[expect(clippy::disallowed_methods, reason = "this is where the environment is read")]
            if let Ok(value) = std::env::var(variable(name)) {
                given.insert(name.to_owned(), value);
            }
        }
        Ok(Self::read(&given)?)
    }

    /// Reads settings by name, as text.
    pub fn read(given: &BTreeMap<String, String>) -> Result<Self, Mistakes> {
        let mut reading = Reading { given, mistakes: Mistakes::default() };
        reading.reject_unknown();
        let database_url = reading.needed("database_url", database);
        let database_connections = reading.or("database_connections", connections, 8);
        let listen = reading.or("listen", parsed, SocketAddr::from(([127, 0, 0, 1], 8080)));
        let metrics_listen = reading.or("metrics_listen", address, None);
        let public_url = reading.needed("public_url", public_address);
        let secret_key = reading.needed("secret_key", secret);
        let mail_from = reading.needed("mail_from", mailbox);
        let smtp = reading.needed("smtp_url", smtp_address);
        let log_json = reading.or("log_json", parsed, true);
        let files = reading.files(database_url.as_deref().unwrap_or_default());
        let (Some(database_url), Some(public_url), Some(secret_key), Some(mail_from), Some(smtp)) =
            (database_url, public_url, secret_key, mail_from, smtp)
        else {
            return Err(reading.mistakes);
        };
        if metrics_listen == Some(listen) {
            let mistake = "must be another address than listen: figures are not for the public";
            reading.mistakes.0.push(("metrics_listen", mistake.into()));
        }
        if !reading.mistakes.0.is_empty() {
            return Err(reading.mistakes);
        }
        let mail = MailSettings::Smtp(smtp);
        Ok(Self {
            origin: public_url.origin().ascii_serialization(),
            database_url,
            database_connections,
            listen,
            metrics_listen,
            public_url,
            secret_key,
            mail_from,
            mail,
            log_json,
            files,
            demo: false,
            limits: Limits::default(),
        })
    }

    /// The settings of a demonstration in `directory`, reached only from this machine.
    pub fn demo(
        directory: &Path,
        listen: SocketAddr,
        secret_key: SecretKey,
        mail: MailSettings,
    ) -> Self {
        let public_url = Url::parse(&format!("http://{listen}/")).expect("a socket address");
        Self {
            database_url: format!("sqlite:{}", directory.join("rctm.db").display()),
            database_connections: 4,
            origin: public_url.origin().ascii_serialization(),
            listen,
            metrics_listen: None,
            public_url,
            secret_key,
            mail_from: "RCTM <notices@rctm.example>".parse().expect("an address"),
            mail,
            log_json: false,
            files: FilesSettings::in_directory(directory.join("files")),
            demo: true,
            limits: Limits::default(),
        }
    }

    /// Scheme, host and port of the public address, as browsers send it in `Origin`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Host and port of the public address, as browsers send them in `Host`.
    pub fn host(&self) -> &str {
        self.origin.split_once("://").map_or("", |(_, host)| host)
    }

    /// Whether people reach the installation over TLS.
    pub fn is_secure(&self) -> bool {
        self.public_url.scheme() == "https"
    }

    /// The full address of `path`, which begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

struct Reading<'a> {
    given: &'a BTreeMap<String, String>,
    mistakes: Mistakes,
}

impl Reading<'_> {
    fn reject_unknown(&mut self) {
        for name in self.given.keys().filter(|name| !SETTINGS.contains(&name.as_str())) {
            self.mistakes.0.push(("rctm.toml", format!("there is no setting {name}")));
        }
    }

    fn needed<T>(&mut self, name: &'static str, read: fn(&str) -> Result<T, String>) -> Option<T> {
        let value = self.given.get(name).map(|text| read(text));
        match value {
            Some(Ok(value)) => Some(value),
            Some(Err(mistake)) => {
                self.mistakes.0.push((name, mistake));
                None
            }
            None => {
                self.mistakes.0.push((name, "is missing; there is no default".into()));
                None
            }
        }
    }

    fn or<T>(&mut self, name: &'static str, read: fn(&str) -> Result<T, String>, default: T) -> T {
        if !self.given.contains_key(name) {
            return default;
        }
        self.needed(name, read).unwrap_or(default)
    }
}

fn variable(setting: &str) -> String {
    format!("RCTM_{}", setting.to_uppercase())
}

fn plain(value: &toml::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn parsed<T: std::str::FromStr<Err: fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| error.to_string())
}

fn address(text: &str) -> Result<Option<SocketAddr>, String> {
    parsed(text).map(Some)
}

fn connections(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(number @ 1..=64) => Ok(number),
        _ => Err("is not a number from 1 to 64".into()),
    }
}

fn database(text: &str) -> Result<String, String> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|scheme| text.starts_with(scheme)) {
        Ok(text.to_owned())
    } else {
        Err("begins with none of sqlite:, postgres://".into())
    }
}

fn public_address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let here = matches!(url.host_str(), Some("127.0.0.1" | "localhost"));
    match url.scheme() {
        "https" if url.path() == "/" => Ok(url),
        "http" if here && url.path() == "/" => Ok(url),
        "http" => Err("must begin with https:// (http:// is for 127.0.0.1 and localhost)".into()),
        _ => Err("must be like https://rctm.example.org/".into()),
    }
}

fn secret(text: &str) -> Result<SecretKey, String> {
    SecretKey::read(text).ok_or_else(|| {
        format!("must hold at least {} random bytes in URL-safe base64", SecretKey::LEAST_BYTES)
    })
}

fn mailbox(text: &str) -> Result<Mailbox, String> {
    text.parse().map_err(|_| "must be like RCTM <notices@rctm.example.org>".to_owned())
}

fn smtp_address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    match url.scheme() {
        "smtp" | "smtps" if url.host_str().is_some() => Ok(url),
        _ => Err("must be like smtps://user:password@mail.example.org:465".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> BTreeMap<String, String> {
        [
            ("database_url", "sqlite:rctm.db"),
            ("public_url", "https://rctm.example/"),
            ("secret_key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
            ("mail_from", "RCTM <notices@rctm.example>"),
            ("smtp_url", "smtp://mail.rctm.example:25"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    }

    #[test]
    fn good_settings_are_taken() {
        let settings = Settings::read(&good()).expect("they are good");
        assert_eq!(settings.link("/demand"), "https://rctm.example/demand");
    }

    #[test]
    fn every_missing_setting_is_named_at_once() {
        let mistakes = Settings::read(&BTreeMap::new()).expect_err("nothing is given").to_string();
        for setting in [
            "RCTM_DATABASE_URL",
            "RCTM_PUBLIC_URL",
            "RCTM_SECRET_KEY",
            "RCTM_MAIL_FROM",
            "RCTM_SMTP_URL",
        ] {
            assert!(mistakes.contains(setting), "{mistakes}");
        }
    }

    #[test]
    fn a_bad_setting_is_refused_by_its_name() {
        for (name, bad) in [
            ("database_url", "mysql://x"),
            ("database_connections", "0"),
            ("listen", "everywhere"),
            ("metrics_listen", "everywhere"),
            ("metrics_listen", "127.0.0.1:8080"),
            ("public_url", "http://rctm.example/"),
            ("public_url", "https://rctm.example/path"),
            ("secret_key", "changeme"),
            ("mail_from", "nobody"),
            ("smtp_url", "http://mail"),
            ("log_json", "perhaps"),
            ("files", "/srv/files"),
            ("files_s3_endpoint", "http://store.example/"),
            ("files_s3_region", "ap-southeast-1"),
            ("files_s3_key", "without a secret"),
            ("files_largest_mib", "0"),
            ("files_quota_mib", "all"),
            ("colour", "blue"),
        ] {
            let mut given = good();
            given.insert(name.to_owned(), bad.to_owned());
            let mistakes = Settings::read(&given).expect_err(name).to_string();
            assert!(mistakes.contains(name), "{mistakes}");
        }
    }
}
