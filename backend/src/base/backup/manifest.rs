//! What a backup holds, and the checks of every byte of it.
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, ensure};
use aws_lc_rs::digest;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::base::secrets::{MacKey, SecretKey};

/// The name of the manifest in a backup.
pub const MANIFEST: &str = "manifest.json";
/// The format that this program writes.
pub(super) const FORMAT: u32 = 2;
/// The oldest format that it reads: the same, without files.
const OLDEST_FORMAT: u32 = 1;
/// The directory of a backup in which the files are.
pub(super) const FILES: &str = "files";

/// What a backup holds; signed under the installation's secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this format.
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    /// When it was made, UTC.
    pub made_at: DateTime<Utc>,
    /// `sqlite` or `postgresql`.
    pub database: String,
    /// The version of the database.
    pub server: String,
    /// The migrations that it has had, in order.
    pub schema: Vec<String>,
    /// The head of the audit log, `SEQ:HASH`.
    pub audit_head: String,
    /// The database, beside the manifest.
    pub parts: Vec<Part>,
    /// The stored files, each by its key, in a directory of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Part>,
    /// HMAC-SHA-256 of the manifest with this field empty, in hexadecimal digits.
    pub seal: String,
}

/// A file of a backup.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl Part {
    /// The part that a file of this directory is.
    pub(super) fn of(directory: &Path, name: &str) -> anyhow::Result<Self> {
        let file = directory.join(name);
        super::sync(&file)?;
        let (bytes, sha256) = digest_of(&file)?;
        Ok(Self { name: name.to_owned(), bytes, sha256 })
    }

    fn check(&self, directory: &Path) -> anyhow::Result<()> {
        let plain = Path::new(&self.name).file_name().is_some_and(|name| name == &*self.name);
        ensure!(plain, "the manifest names a part outside the backup");
        let file = directory.join(&self.name);
        ensure!(file.is_file(), "a part of the backup is missing: {}", self.name);
        let (bytes, sha256) = digest_of(&file)?;
        let (name, whole) = (&self.name, self.bytes);
        ensure!(bytes == whole, "{name} is damaged: it has {bytes} bytes and had {whole}");
        ensure!(sha256 == self.sha256, "{name} is damaged: its SHA-256 is not the manifest's");
        Ok(())
    }
}

impl Manifest {
    /// Writes the manifest into a backup whose parts are all there.
    pub(super) fn write(&mut self, directory: &Path, secret: &SecretKey) -> anyhow::Result<()> {
        self.seal = hex(&key(secret).sign(&self.unsealed()?));
        let text = serde_json::to_string_pretty(self)?;
        let path = directory.join(MANIFEST);
        let mut file = private(&path)?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Reads the manifest of a backup and checks every byte of its parts.
    pub fn read(directory: &Path, secret: &SecretKey) -> anyhow::Result<Self> {
        let path = directory.join(MANIFEST);
        let text = fs::read_to_string(&path).with_context(|| {
            format!("{} is no whole backup: it has no manifest", directory.display())
        })?;
        let manifest: Self = serde_json::from_str(&text)
            .with_context(|| format!("{} is damaged and cannot be read", path.display()))?;
        ensure!(
            (OLDEST_FORMAT..=FORMAT).contains(&manifest.format),
            "the backup has format {}, and this program reads {OLDEST_FORMAT} to {FORMAT}",
            manifest.format
        );
        let seal = key(secret).sign(&manifest.unsealed()?);
        ensure!(
            hex(&seal) == manifest.seal,
            "the manifest was changed, or the backup was made under another secret_key"
        );
        manifest.parts.iter().try_for_each(|part| part.check(directory))?;
        let files = directory.join(FILES);
        manifest.files.iter().try_for_each(|file| file.check(&files))?;
        Ok(manifest)
    }

    fn unsealed(&self) -> anyhow::Result<Vec<u8>> {
        Ok(serde_json::to_vec(&Self { seal: String::new(), ..self.clone() })?)
    }
}

fn key(secret: &SecretKey) -> MacKey {
    secret.mac_key("backup manifest")
}

/// A new file that only its owner reads.
pub(super) fn private(path: &Path) -> anyhow::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    file.with_context(|| format!("{} cannot be made", path.display()))
}

fn digest_of(path: &Path) -> anyhow::Result<(u64, String)> {
    let unreadable = || format!("{} cannot be read", path.display());
    let mut file = File::open(path).with_context(unreadable)?;
    let mut context = digest::Context::new(&digest::SHA256);
    let mut buffer = vec![0; 1 << 16];
    let mut bytes = 0;
    loop {
        let read = file.read(&mut buffer).with_context(unreadable)?;
        if read == 0 {
            return Ok((bytes, hex(context.finish().as_ref())));
        }
        context.update(&buffer[..read]);
        bytes += read as u64;
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
