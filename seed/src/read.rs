//! Reading compiled-in files: rows of a CSV file and the notations inside its fields.

use chrono_tz::Tz;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer};

/// The rows of a compiled-in CSV file with a header.
pub(crate) fn rows<T: DeserializeOwned>(file: &str) -> Vec<T> {
    csv::Reader::from_reader(file.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .expect("every compiled-in row has the shape of its type")
}

/// A list written with `;` between its items; an empty field is an empty list.
pub(crate) fn list<'de, D, T>(field: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let field = String::deserialize(field)?;
    let items = field.split(';').filter(|item| !item.is_empty());
    items.map(|item| T::deserialize(item.into_deserializer())).collect()
}

/// A truth value written `yes` or `no`.
pub(crate) fn yes_no<'de, D: Deserializer<'de>>(field: D) -> Result<bool, D::Error> {
    match String::deserialize(field)?.as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        other => Err(D::Error::unknown_variant(other, &["yes", "no"])),
    }
}

/// A time zone written with its IANA name, such as `Asia/Dhaka`.
pub(crate) fn time_zone<'de, D: Deserializer<'de>>(field: D) -> Result<Tz, D::Error> {
    String::deserialize(field)?.parse().map_err(D::Error::custom)
}
