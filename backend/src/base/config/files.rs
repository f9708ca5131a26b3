//! The settings of files.
use url::Url;

use super::Reading;
use crate::base::files::{FilesSettings, Place, beside_database, mib};

impl Reading<'_> {
    /// Where files are kept: in a directory beside the database unless the settings say otherwise.
    pub(super) fn files(&mut self, database_url: &str) -> FilesSettings {
        let beside = Place::Directory(beside_database(database_url));
        let mut place = self.or("files", Place::read, beside);
        let endpoint = self.or("files_s3_endpoint", |text| endpoint(text).map(Some), None);
        let region = self.or("files_s3_region", |text| Ok(Some(text.to_owned())), None);
        let text = |text: &str| Ok(Some(text.to_owned()));
        let key = self.or("files_s3_key", text, None);
        let secret = self.or("files_s3_secret", text, None);
        if key.is_some() != secret.is_some() {
            let mistake = "is given with files_s3_secret, or neither of them";
            self.mistakes.0.push(("files_s3_key", mistake.into()));
        }
        let given = [
            ("files_s3_endpoint", endpoint.is_some()),
            ("files_s3_region", region.is_some()),
            ("files_s3_key", key.is_some()),
            ("files_s3_secret", secret.is_some()),
        ];
        if let Place::S3(s3) = &mut place {
            s3.endpoint = endpoint;
            s3.key = key.zip(secret);
            s3.region = region.unwrap_or_else(|| s3.region.clone());
        } else if let Some((name, _)) = given.iter().find(|(_, given)| *given) {
            self.mistakes.0.push(("files", format!("must be s3://.. where {name} is given")));
        }
        let largest = self.or("files_largest_mib", mebibytes, FilesSettings::LARGEST_MIB);
        let quota = self.or("files_quota_mib", mebibytes, FilesSettings::QUOTA_MIB);
        FilesSettings { place, largest: mib(largest), quota: mib(quota) }
    }
}

fn mebibytes(text: &str) -> Result<u32, String> {
    match text.parse() {
        Ok(number @ 1..=1_048_576) => Ok(number),
        _ => Err("is not a number of MiB from 1 to 1048576".into()),
    }
}

fn endpoint(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).map_err(|error| error.to_string())?;
    let here = matches!(url.host_str(), Some("127.0.0.1" | "localhost"));
    match url.scheme() {
        "https" => Ok(url),
        "http" if here => Ok(url),
        _ => Err("must begin with https:// (http:// is for 127.0.0.1 and localhost)".into()),
    }
}
