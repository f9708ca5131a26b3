//! Taking courses away: what a reader finds, or what a centre has written, piece by piece.
use std::sync::Arc;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::export::{Cell, Pieces, Rows};
use crate::base::i18n::Message;
use crate::base::ids::CourseId;
use crate::base::kept::Numbers;
use crate::catalogue::rules::Filter;
use crate::catalogue::rules::columns::{self, Exported, Record};
use crate::catalogue::store::{self, Course, Lists, Published, courses};
use crate::identity::{CentreScope, CentreStaff};
use crate::organisations::{self, Directory};

/// How many courses are read at a time.
const AT_A_TIME: usize = 100;
/// The most courses of a printed catalogue: some seven hundred pages.
const MOST_PRINTED: usize = 500;

/// Courses on their way out.
pub struct Taking {
    app: App,
    lists: Arc<Lists>,
    organisations: Arc<Directory>,
    left: Left,
    /// Whether a course went out already.
    begun: bool,
    /// Whether the end was written.
    ended: bool,
}

/// The courses that are left.
enum Left {
    /// Published ones, the next last.
    Found(Vec<CourseId>),
    /// Those of a centre whose codes stand behind this one.
    Own(CentreScope, String),
}

/// Everything that a reader finds by `filter`, in its order.
pub async fn found(app: &App, filter: &Filter) -> Result<Taking> {
    let numbers = Numbers::read(&app.db).await?;
    let mut ids = store::sought(app, &numbers, filter).await?;
    ids.reverse();
    taking(app, &numbers, Left::Found(ids)).await
}

/// Everything that the own centre has written, drafts as they stand, by code.
pub async fn own(app: &App, by: &CentreStaff) -> Result<Taking> {
    let numbers = Numbers::read(&app.db).await?;
    taking(app, &numbers, Left::Own(by.centre(), String::new())).await
}

/// The published courses that a reader finds by `filter`, at most `most`.
pub async fn first_found(app: &App, filter: &Filter, most: usize) -> Result<Vec<Published>> {
    let numbers = Numbers::read(&app.db).await?;
    let mut ids = store::sought(app, &numbers, filter).await?;
    ids.truncate(most);
    store::published(&app.db, &ids).await
}

/// The published courses that a reader finds by `filter`, to print: refused where they are more
/// than a book holds.
pub async fn to_print(app: &App, filter: &Filter) -> Result<Vec<Published>> {
    let numbers = Numbers::read(&app.db).await?;
    let ids = store::sought(app, &numbers, filter).await?;
    if ids.len() > MOST_PRINTED {
        let refusal = Message::new("print-too-many").with("count", ids.len());
        return Err(Error::Refused(refusal.with("most", MOST_PRINTED)));
    }
    let mut found = Vec::with_capacity(ids.len());
    for piece in ids.chunks(AT_A_TIME) {
        found.extend(store::published(&app.db, piece).await?);
    }
    Ok(found)
}

async fn taking(app: &App, numbers: &Numbers, left: Left) -> Result<Taking> {
    Ok(Taking {
        app: app.clone(),
        lists: store::lists(app, numbers).await?,
        organisations: organisations::directory(app, numbers).await?,
        left,
        begun: false,
        ended: false,
    })
}

impl Taking {
    async fn records(&mut self) -> Result<Vec<Record>> {
        match &mut self.left {
            Left::Found(ids) => {
                let mut next = ids.split_off(ids.len().saturating_sub(AT_A_TIME));
                next.reverse();
                let found = store::published(&self.app.db, &next).await?;
                found.iter().map(|course| self.published(course)).collect()
            }
            Left::Own(scope, after) => {
                let stretch = (after.as_str(), AT_A_TIME as u64);
                let found = courses::of_centre_behind(&self.app.db, *scope, stretch).await?;
                if let Some(last) = found.last() {
                    after.clone_from(&last.code);
                }
                found.iter().map(|course| self.written(course)).collect()
            }
        }
    }

    fn published(&self, course: &Published) -> Result<Record> {
        let centre = self.organisations.of(course.centre_id);
        Ok(Record {
            code: course.code.clone(),
            centre: course.centre_code.clone(),
            centre_name: centre.map(|centre| centre.name.clone()).unwrap_or_default(),
            state: course.state,
            goal: course.goal.as_str().to_owned(),
            version: Some(course.number),
            published_at: Some(course.since),
            verified_at: course.verified_at,
            content: course.content()?.as_offered(),
        })
    }

    fn written(&self, course: &Course) -> Result<Record> {
        let content = course.content()?;
        let centre = self.organisations.of(course.centre_id).ok_or(Error::NotFound)?;
        let of_type = self.lists.types.iter().find(|known| known.code == content.course_type);
        Ok(Record {
            code: course.code.clone(),
            centre: centre.code.clone(),
            centre_name: centre.name.clone(),
            state: course.state,
            goal: of_type.map(|known| known.goal.as_str().to_owned()).unwrap_or_default(),
            version: course.published_version,
            published_at: None,
            verified_at: course.verified_at,
            content,
        })
    }
}

impl Rows for Taking {
    async fn next(&mut self) -> Result<Vec<Vec<Cell>>> {
        let records = self.records().await?;
        Ok(records.iter().flat_map(columns::rows).collect())
    }
}

/// Courses as one JSON object, `{"courses": [..]}`.
pub struct AsJson(pub Taking);

impl Pieces for AsJson {
    async fn next(&mut self) -> Result<Vec<u8>> {
        let taking = &mut self.0;
        let mut bytes = Vec::new();
        if taking.ended {
            return Ok(bytes);
        }
        let records = taking.records().await?;
        if !taking.begun {
            bytes.extend(b"{\"courses\":[");
        }
        if records.is_empty() {
            taking.ended = true;
            bytes.extend(b"]}\n");
        }
        for (place, record) in records.into_iter().enumerate() {
            bytes.extend(if taking.begun || place > 0 { b",\n".as_slice() } else { b"\n" });
            serde_json::to_writer(&mut bytes, &Exported::from(record))
                .map_err(|error| Error::Internal(error.into()))?;
        }
        taking.begun = true;
        Ok(bytes)
    }
}
