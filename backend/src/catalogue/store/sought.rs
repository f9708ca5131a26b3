//! What somebody looks for, found in the index of words: each word once as long as the catalogue
//! stands as it is, with the words for which slips are taken.
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use sea_orm::ConnectionTrait;
use tokio::sync::OnceCell;

use super::words;
use crate::base::error::Result;
use crate::catalogue::rules::search::{Hits, Query, Sought, Term, Vocabulary};
use crate::catalogue::rules::{Filter, Index};

/// The most words whose courses are kept; at 5,000 courses each takes 4 KB.
const MOST_WORDS: usize = 500;

/// The published courses, and what was looked for among them.
#[derive(Debug, Default)]
pub(super) struct Searched {
    pub(super) index: Index,
    words: Mutex<HashMap<String, Arc<Hits>>>,
    vocabulary: OnceCell<Vocabulary>,
}

/// A text as it was looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Text {
    /// Its words, slips corrected.
    pub(super) query: Query,
    /// Where they were found; none where no text was given.
    pub(super) sought: Option<Sought>,
    /// The same with slips corrected, where there are any.
    pub(super) nearest: Option<String>,
}

impl Searched {
    pub(super) fn new(index: Index) -> Self {
        Self { index, ..Self::default() }
    }

    /// Looks for the text of a filter. Where no course has one of its words, the nearest word is
    /// taken instead, unless the text is to be taken as it is.
    pub(super) async fn text(&self, db: &impl ConnectionTrait, filter: &Filter) -> Result<Text> {
        if filter.q.is_empty() {
            return Ok(Text::default());
        }
        let query = Query::read(&filter.q);
        let sought = self.sought(db, &query).await?;
        let nearest = self.nearest(db, (&query, &sought)).await?;
        match nearest {
            Some(nearest) if !filter.exact => {
                let query = Query::read(&nearest);
                let sought = Some(self.sought(db, &query).await?);
                Ok(Text { query, sought, nearest: Some(nearest) })
            }
            nearest => Ok(Text { query, sought: Some(sought), nearest }),
        }
    }

    async fn sought(&self, db: &impl ConnectionTrait, query: &Query) -> Result<Sought> {
        let known = |term: &Term| {
            let words = self.words.lock().expect("no holder panics");
            words.get(term.text()).cloned()
        };
        let mut all: Vec<Option<Arc<Hits>>> = query.terms().iter().map(known).collect();
        let is_new = |(_, hits): &(&Term, &Option<Arc<Hits>>)| hits.is_none();
        let new: Vec<&Term> =
            query.terms().iter().zip(&all).filter(is_new).map(|(term, _)| term).collect();
        if new.is_empty() {
            return Ok(Sought(all.into_iter().flatten().collect()));
        }
        let found = words::numbers(db, &new).await?;
        let mut fresh = new.iter().zip(&found).map(|(term, numbers)| {
            let hits = Arc::new(self.index.hits(numbers));
            self.keep(term, hits.clone());
            hits
        });
        for hits in all.iter_mut().filter(|hits| hits.is_none()) {
            *hits = fresh.next();
        }
        Ok(Sought(all.into_iter().flatten().collect()))
    }

    fn keep(&self, term: &Term, hits: Arc<Hits>) {
        let mut words = self.words.lock().expect("no holder panics");
        if words.len() >= MOST_WORDS {
            words.clear();
        }
        words.insert(term.text().to_owned(), hits);
    }

    /// The text with the nearest word in the place of each that no course has; none where some
    /// word has nothing near, or all are known.
    async fn nearest(
        &self,
        db: &impl ConnectionTrait,
        (query, sought): (&Query, &Sought),
    ) -> Result<Option<String>> {
        let terms = query.terms().iter().zip(&sought.0);
        let unknown: Vec<&Term> =
            terms.filter(|(_, hits)| hits.is_empty()).map(|(term, _)| term).collect();
        if unknown.is_empty() || !unknown.iter().all(|term| term.may_be_a_slip()) {
            return Ok(None);
        }
        let load =
            async || -> Result<Vocabulary> { Ok(Vocabulary::new(words::vocabulary(db).await?)) };
        let vocabulary = self.vocabulary.get_or_try_init(load).await?;
        let near = unknown.iter().map(|term| Some((term.text(), vocabulary.nearest(term.text())?)));
        let near: Option<Vec<(&str, &str)>> = near.collect();
        Ok(near.map(|near| query.with(&near)))
    }
}
