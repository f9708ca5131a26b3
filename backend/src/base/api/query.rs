//! What an address of the API asks for. Every fault is told at once, and a parameter that does
//! not exist is one: a slip in a name would else give the whole list.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Paging;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::has_nul;
use crate::base::i18n::Message;
use crate::base::secrets::SecretKey;

/// The most values of a parameter that may be repeated.
pub(super) const MOST_VALUES: usize = 50;
/// The longest code, in characters.
const LONGEST_CODE: usize = 40;

/// The parameters of an address.
pub struct Asked {
    pairs: Vec<(String, String)>,
    known: Vec<&'static str>,
    errors: FieldErrors,
    key: SecretKey,
}

impl FromRequestParts<App> for Asked {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let query = parts.uri.query().unwrap_or_default().as_bytes();
        if has_nul(query) {
            return Err(Error::Unreadable("a NUL character".into()));
        }
        let pairs = url::form_urlencoded::parse(query).into_owned().collect();
        let key = app.settings.secret_key.clone();
        Ok(Self { pairs, known: Vec::new(), errors: FieldErrors::default(), key })
    }
}

impl Asked {
    /// The value of `name`, at most `most` characters; said twice it is a fault.
    pub fn one(&mut self, name: &'static str, most: usize) -> Option<String> {
        let mut values = self.values(name);
        let value = values.pop()?;
        if !values.is_empty() {
            self.fault(name, Message::new("problem-query-once"));
        } else if value.chars().count() > most {
            self.fault(name, Message::new("problem-query-long").with("most", most));
        }
        Some(value)
    }

    /// The values of `name`, each one that `of` knows.
    pub fn many<T>(&mut self, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let values = self.values(name);
        if self.pairs.iter().filter(|(known, _)| known == name).count() > MOST_VALUES {
            self.fault(name, Message::new("problem-query-many").with("most", MOST_VALUES));
        }
        let read: Vec<_> = values.iter().filter_map(|value| of(value)).collect();
        if read.len() < values.len() {
            self.fault(name, Message::new("problem-query-unknown"));
        }
        read
    }

    /// The values of `name`, each a code: of a course type, a centre, a member, a language.
    pub fn codes(&mut self, name: &'static str) -> Vec<String> {
        let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let code = |value: &str| value.len() <= LONGEST_CODE && value.chars().all(letter);
        self.many(name, |value| code(value).then(|| value.to_owned()))
    }

    /// The value of `name`, if `of` knows it.
    pub fn choice<T>(&mut self, name: &'static str, of: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut values = self.many(name, of);
        if values.len() > 1 {
            self.fault(name, Message::new("problem-query-once"));
        }
        values.pop()
    }

    /// Which page of the list of this name; none where there is a fault, which [`Self::done`]
    /// tells.
    pub fn paging<K: Serialize + DeserializeOwned>(
        &mut self,
        list: &'static str,
    ) -> Option<Paging<K>> {
        let (limit, after) = (self.once("limit"), self.once("after"));
        match Paging::read(&self.key, list, (limit.as_deref(), after.as_deref())) {
            Ok(paging) => Some(paging),
            Err("limit") => {
                let limits = Message::new("problem-limit").with("most", super::listed::MOST);
                self.fault("limit", limits);
                None
            }
            Err(name) => {
                self.fault(name, Message::new("problem-cursor"));
                None
            }
        }
    }

    /// Tells every fault, if there is any.
    pub fn done<T>(mut self, value: Option<T>) -> Result<T> {
        let unknown: Vec<_> = self
            .pairs
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| !self.known.contains(&name.as_str()))
            .collect();
        for name in unknown {
            self.errors.add(format!("?{name}"), "problem-query-name");
        }
        self.errors.or(())?;
        value.ok_or_else(|| Error::Unreadable("a parameter".into()))
    }

    fn once(&mut self, name: &'static str) -> Option<String> {
        self.one(name, super::listed::LONGEST_CURSOR)
    }

    /// What is said of `name`; an empty value says nothing, as an untouched field of a form.
    fn values(&mut self, name: &'static str) -> Vec<String> {
        self.known.push(name);
        let of_name = self.pairs.iter().filter(|(known, value)| known == name && !value.is_empty());
        of_name.map(|(_, value)| value.clone()).collect()
    }

    fn fault(&mut self, name: &str, message: Message) {
        self.errors.add(format!("?{name}"), message);
    }
}
