//! Pages of lists: as many as asked for, and a cursor to the rest.
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::secrets::SecretKey;

/// What a cursor is signed for.
const PURPOSE: &str = "cursor";
/// How many there are on a page, if the client does not say.
const USUAL: u64 = 50;
/// The most on a page.
pub(super) const MOST: u64 = 200;
/// The longest cursor that is looked at, in bytes.
pub(super) const LONGEST_CURSOR: usize = 2048;

/// A page of a list.
#[derive(Debug, Serialize)]
pub struct Items<T> {
    /// The things.
    pub items: Vec<T>,
    /// What to ask for `after` for the next page; none where this is the last.
    pub next: Option<String>,
}

/// Which page of a list is asked for. `K` is what the list is ordered by, of one row.
#[derive(Clone, Debug)]
pub struct Paging<K> {
    list: &'static str,
    limit: u64,
    after: Option<K>,
}

impl<K: Serialize + DeserializeOwned> Paging<K> {
    /// Reads `limit` and `after` of the list of this name; faults are named by their parameter.
    pub(super) fn read(
        key: &SecretKey,
        list: &'static str,
        (limit, after): (Option<&str>, Option<&str>),
    ) -> Result<Self, &'static str> {
        let limit = match limit {
            Some(text) => text.parse().ok().filter(|limit| (1..=MOST).contains(limit)),
            None => Some(USUAL),
        };
        let after = match after {
            Some(cursor) => Some(opened(key, list, cursor).ok_or("after")?),
            None => None,
        };
        Ok(Self { list, limit: limit.ok_or("limit")?, after })
    }

    /// How many rows to read: one more than the page has, which tells whether there are more.
    pub fn rows(&self) -> u64 {
        self.limit + 1
    }

    /// The last row of the page before.
    pub fn after(&self) -> Option<&K> {
        self.after.as_ref()
    }

    /// The page of `rows`, of which there may be one too many.
    pub fn page<R, T>(
        &self,
        app: &App,
        mut rows: Vec<R>,
        (key, item): (impl Fn(&R) -> K, impl Fn(R) -> T),
    ) -> Result<Items<T>> {
        let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| closed(&app.settings.secret_key, self.list, &key(row)));
        Ok(Items { next: next.transpose()?, items: rows.into_iter().map(item).collect() })
    }
}

fn closed(key: &SecretKey, list: &str, row: &impl Serialize) -> Result<String> {
    let payload = serde_json::to_string(&(list, row)).map_err(anyhow::Error::from);
    Ok(key.sign(PURPOSE, &payload.map_err(Error::Internal)?))
}

fn opened<K: DeserializeOwned>(key: &SecretKey, list: &str, cursor: &str) -> Option<K> {
    let cursor = Some(cursor).filter(|cursor| cursor.len() <= LONGEST_CURSOR)?;
    let payload = key.verify(PURPOSE, cursor)?;
    let (of, row): (String, K) = serde_json::from_str(&payload).ok()?;
    (of == list).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(key: &SecretKey, asked: (Option<&str>, Option<&str>)) -> Result<u64, &'static str> {
        Paging::<(String, i64)>::read(key, "courses", asked).map(|paging| paging.rows() - 1)
    }

    #[test]
    fn a_cursor_leads_on_in_its_own_list_and_in_no_other() {
        let key = SecretKey::read(&SecretKey::generate()).expect("a key");
        let cursor = closed(&key, "courses", &("Z", 7)).expect("a cursor");
        let paging = Paging::<(String, i64)>::read(&key, "courses", (None, Some(&cursor)));
        assert_eq!(paging.expect("it leads on").after(), Some(&("Z".to_owned(), 7)));
        let foreign = closed(&key, "rounds", &("Z", 7)).expect("a cursor");
        for bad in ["", "x", foreign.as_str(), &cursor[1..], &cursor.to_uppercase()] {
            assert_eq!(read(&key, (None, Some(bad))), Err("after"), "{bad}");
        }
    }

    #[test]
    fn a_page_has_from_one_to_two_hundred_things() {
        let key = SecretKey::read(&SecretKey::generate()).expect("a key");
        assert_eq!(read(&key, (None, None)), Ok(50));
        assert_eq!(read(&key, (Some("200"), None)), Ok(200));
        for bad in ["0", "201", "-1", "", "ten", "1.5", "99999999999999999999"] {
            assert_eq!(read(&key, (Some(bad), None)), Err("limit"), "{bad}");
        }
    }
}
