//! Where files are kept, as the settings say.
use std::fmt;
use std::path::{Path as FilePath, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ClientOptions, ObjectStore, RetryConfig};
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use url::Url;

/// How long a store may take for one request.
const REQUEST_WITHIN: Duration = Duration::from_secs(30);
/// How long a request to a store is tried again.
const RETRIED_FOR: Duration = Duration::from_secs(15);
/// How often a request to a store is tried again.
const RETRIES: usize = 3;

/// How files are kept.
#[derive(Clone, Debug)]
pub struct FilesSettings {
    /// Where.
    pub place: Place,
    /// The largest file that is taken, in bytes.
    pub largest: u64,
    /// The most bytes that one organisation may keep.
    pub quota: u64,
}

impl FilesSettings {
    /// The largest file that is taken unless the settings say otherwise, in MiB.
    pub const LARGEST_MIB: u32 = 50;
    /// What one organisation may keep unless the settings say otherwise, in MiB.
    pub const QUOTA_MIB: u32 = 5 * 1024;

    /// A directory, with the usual limits.
    pub fn in_directory(directory: PathBuf) -> Self {
        let place = Place::Directory(directory);
        Self { place, largest: mib(Self::LARGEST_MIB), quota: mib(Self::QUOTA_MIB) }
    }
}

/// So many MiB in bytes.
pub fn mib(number: u32) -> u64 {
    u64::from(number) << 20
}

/// Where files are kept.
#[derive(Clone, Debug)]
pub enum Place {
    /// In a directory of this machine.
    Directory(PathBuf),
    /// In a bucket of a store that speaks S3.
    S3(S3),
}

/// A bucket of a store that speaks S3.
#[derive(Clone)]
pub struct S3 {
    /// The bucket.
    pub bucket: String,
    /// What the keys of files begin with; may be empty.
    pub prefix: String,
    /// The address of the store, where it is not that of Amazon.
    pub endpoint: Option<Url>,
    /// The region.
    pub region: String,
    /// Key and secret; none where the machine itself may use the bucket.
    pub key: Option<(String, String)>,
}

impl fmt::Debug for S3 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S3({}/{})", self.bucket, self.prefix)
    }
}

impl Place {
    /// Reads `directory:PATH` or `s3://BUCKET/PREFIX`.
    pub fn read(text: &str) -> Result<Self, String> {
        if let Some(path) = text.strip_prefix("directory:").filter(|path| !path.is_empty()) {
            return Ok(Self::Directory(path.into()));
        }
        let wrong = || "must be like directory:/var/lib/rctm/files or s3://bucket/rctm".to_owned();
        let rest = text.strip_prefix("s3://").ok_or_else(wrong)?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
        if bucket.is_empty() || !bucket.chars().all(named) {
            return Err(wrong());
        }
        let prefix = prefix.trim_matches('/').to_owned();
        let (bucket, region) = (bucket.to_owned(), "us-east-1".to_owned());
        Ok(Self::S3(S3 { bucket, prefix, endpoint: None, region, key: None }))
    }

    /// Opens the store; answers it and what keys begin with.
    pub(super) fn open(&self) -> anyhow::Result<(Arc<dyn ObjectStore>, Path)> {
        match self {
            Self::Directory(directory) => {
                make_private(directory)?;
                let store = LocalFileSystem::new_with_prefix(directory)?.with_fsync(true);
                Ok((Arc::new(store), Path::default()))
            }
            Self::S3(s3) => Ok((s3.open()?, Path::parse(&s3.prefix)?)),
        }
    }
}

/// Makes a directory that only its owner reads, unless it is there.
fn make_private(directory: &FilePath) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory);
    made.with_context(|| format!("files: {} cannot be made", directory.display()))
}

impl S3 {
    fn open(&self) -> anyhow::Result<Arc<dyn ObjectStore>> {
        let near = self.endpoint.as_ref().is_some_and(|endpoint| endpoint.scheme() == "http");
        let client = ClientOptions::new().with_allow_http(near).with_timeout(REQUEST_WITHIN);
        let retry = RetryConfig {
            max_retries: RETRIES,
            retry_timeout: RETRIED_FOR,
            ..RetryConfig::default()
        };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&self.bucket)
            .with_region(&self.region)
            .with_client_options(client)
            .with_retry(retry);
        if let Some(endpoint) = &self.endpoint {
            builder = builder.with_endpoint(endpoint.as_str().trim_end_matches('/'));
        }
        if let Some((key, secret)) = &self.key {
            builder = builder.with_access_key_id(key).with_secret_access_key(secret);
        }
        Ok(Arc::new(builder.build().context("files")?))
    }
}

/// The directory of files that belongs to a database: beside the file of SQLite, or where the
/// program runs.
pub fn beside_database(database_url: &str) -> PathBuf {
    let own = database_url.starts_with("sqlite:");
    let file = own.then(|| SqliteConnectOptions::from_str(database_url).ok()).flatten();
    match file.as_ref().map(SqliteConnectOptions::get_filename) {
        Some(file) => {
            let mut name = file.file_stem().unwrap_or_default().to_owned();
            name.push("-files");
            file.with_file_name(name)
        }
        None => PathBuf::from("rctm-files"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_directory_or_a_bucket() {
        let Ok(Place::Directory(path)) = Place::read("directory:/srv/files") else { panic!() };
        assert_eq!(path, PathBuf::from("/srv/files"));
        let Ok(Place::S3(s3)) = Place::read("s3://rctm-files/one/two/") else { panic!() };
        assert_eq!((s3.bucket.as_str(), s3.prefix.as_str()), ("rctm-files", "one/two"));
        for wrong in ["", "directory:", "/srv/files", "s3://", "s3:///x", "s3://A b", "http://x"] {
            assert!(Place::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn files_stand_beside_the_database() {
        let beside = |url: &str| beside_database(url).display().to_string();
        assert_eq!(beside("sqlite:/var/lib/rctm/rctm.db"), "/var/lib/rctm/rctm-files");
        assert_eq!(beside("sqlite:rctm.db"), "rctm-files");
        assert_eq!(beside("postgres://db/rctm"), "rctm-files");
    }

    #[test]
    fn a_secret_is_not_shown() {
        let key = Some(("key".to_owned(), "hush".to_owned()));
        let s3 =
            S3 { bucket: "b".into(), prefix: "p".into(), endpoint: None, region: "r".into(), key };
        assert_eq!(format!("{s3:?}"), "S3(b/p)");
    }
}
