//! The versions of a course, one of them as it was published, and what differs between two.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::course::{InLanguage, version_page};
use super::readable::{Readable, Shown};
use super::{code_in, public};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Compared, VersionSide as Side};
use crate::catalogue::rules::{Act, CourseContent, Piece};
use crate::catalogue::store::{Course, Version, versions};
use crate::identity::Visitor;

/// How many versions a page lists.
const PER_PAGE: u64 = 20;
/// How many of the newest versions can be chosen for a comparison.
const CHOICES: i32 = 200;

#[derive(Template)]
#[template(path = "pages/catalogue/versions.html")]
struct VersionsPage<'a> {
    frame: &'a Frame,
    course: &'a Course,
    title: &'a str,
    versions: Vec<Version>,
    /// Whether there are older ones.
    more: bool,
    /// The number before which the list begins, where it is not the newest.
    before: Option<i32>,
    draft_open: bool,
    own: bool,
}

#[derive(Deserialize)]
pub(super) struct Before {
    #[serde(default)]
    before: Option<i32>,
}

/// The versions of a course, the newest first.
pub async fn versions(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Before>,
) -> Result<Response> {
    let (course, draft_open) = actions::readable(&app, &by, &code_in(&path)?).await?;
    let stretch = (wanted.before, PER_PAGE + 1);
    let mut found = versions::before(&app.db, course.id, stretch).await?;
    let more = found.len() as u64 > PER_PAGE;
    found.truncate(usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
    let content = shown(&app, &course).await?;
    let page = VersionsPage {
        frame: &frame,
        course: &course,
        title: title(&course, &content),
        versions: found,
        more,
        before: wanted.before,
        draft_open,
        own: is_own(&by, &course),
    };
    Ok(if draft_open {
        frame.page(&page)?.into_response()
    } else {
        public(&by, frame.page(&page)?)
    })
}

fn is_own(by: &Visitor, course: &Course) -> bool {
    by.centre_staff().is_some_and(|staff| staff.centre().id() == course.centre_id)
}

/// What a course says: its published version, or its draft where it has none.
async fn shown(app: &App, course: &Course) -> Result<CourseContent> {
    match course.published_version {
        Some(number) => versions::content_of(&app.db, course.id, number).await,
        None => course.content(),
    }
}

fn title<'a>(course: &'a Course, content: &'a CourseContent) -> &'a str {
    if content.title.is_empty() { &course.code } else { &content.title }
}

impl VersionsPage<'_> {
    fn is_newest(&self, version: &Version) -> bool {
        self.course.published_version == Some(version.number)
    }

    /// The numbers that can be chosen, the newest first.
    fn numbers(&self) -> impl Iterator<Item = i32> {
        let newest = self.course.published_version.unwrap_or(0);
        (1..=newest).rev().take(CHOICES.unsigned_abs() as usize)
    }
}

/// One version, as it was published.
pub async fn version(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path((path, number)): Path<(String, String)>,
    Query(wanted): Query<InLanguage>,
) -> Result<Response> {
    let (course, draft_open) = actions::readable(&app, &by, &code_in(&path)?).await?;
    let version = versions::of_number(&app.db, course.id, number_in(&number)?).await?;
    let version = version.ok_or(Error::NotFound)?;
    let content = versions::content_of(&app.db, course.id, version.number).await?;
    let page = version_page(&app, (&frame, &by), (&course, &content), (version, &wanted)).await?;
    Ok(if draft_open { page.into_response() } else { public(&by, page) })
}

/// The number in an address; what is none is a version that is not there.
pub(super) fn number_in(path: &str) -> Result<i32> {
    path.parse().ok().filter(|number| *number > 0).ok_or(Error::NotFound)
}

#[derive(Template)]
#[template(path = "pages/catalogue/differences.html")]
struct DifferencesPage<'a> {
    frame: &'a Frame,
    compared: &'a Compared,
    title: &'a str,
    readable: Readable,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    page: Option<usize>,
}

/// What differs between two versions, or between one and the working draft.
pub async fn differences(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let sides = (side(&wanted.from)?, side(&wanted.to)?);
    let compared = actions::compare(&app, &by, &code_in(&path)?, sides).await?;
    let content = shown(&app, &compared.course).await?;
    let page = DifferencesPage {
        frame: &frame,
        title: title(&compared.course, &content),
        readable: Readable::of(
            &compared.differences,
            frame.reader.locale,
            wanted.page.unwrap_or(1),
        ),
        compared: &compared,
    };
    let open = compared.draft_open;
    Ok(if open { frame.page(&page)?.into_response() } else { public(&by, frame.page(&page)?) })
}

/// The side in an address; none where nothing is chosen.
fn side(typed: &str) -> Result<Option<Side>> {
    if typed.is_empty() {
        return Ok(None);
    }
    Side::read(typed).map(Some).ok_or(Error::NotFound)
}
