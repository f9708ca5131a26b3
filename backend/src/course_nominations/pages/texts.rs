//! What the courses of a centre say in which languages, and in which States need them.
use std::collections::BTreeSet;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::{self, CourseType, PER_PAGE, TextsRow, Window};
use crate::course_nominations::actions;
use crate::course_nominations::store::LanguageWish;
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/course_nominations/texts.html")]
struct GridPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    rows: Vec<TextsRow>,
    /// The languages of the columns.
    tags: Vec<String>,
    wishes: Vec<LanguageWish>,
    types: Vec<CourseType>,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: Option<i64>,
}

/// The courses of the own centre by the languages that they have or that are asked for.
pub(super) async fn grid(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (rows, total) = catalogue::texts_of_centre(&app, &by, stretch).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        let last = format!("/my-centre/texts?page={}", window.page);
        return Ok(Redirect::to(&last).into_response());
    }
    let (wishes, _) = actions::languages_wanted(&app, &by).await?;
    let types = catalogue::course_types(&app.db).await?;
    let tags = tags(&rows, &wishes);
    let page = GridPage { frame: &frame, by: &by, rows, tags, wishes, types, window };
    Ok(frame.page(&page)?.into_response())
}

/// The languages of these courses, and those in which somebody needs one of them, by tag.
fn tags(rows: &[TextsRow], wishes: &[LanguageWish]) -> Vec<String> {
    let shown = |wish: &&LanguageWish| rows.iter().any(|row| Some(row.course) == wish.course_id);
    let wanted = wishes.iter().filter(shown).map(|wish| &wish.language);
    let said = rows.iter().flat_map(|row| row.languages.iter().map(|(tag, _)| tag));
    said.chain(wanted).cloned().collect::<BTreeSet<_>>().into_iter().collect()
}

impl GridPage<'_> {
    /// How many States need a course in a language.
    fn members(&self, row: &TextsRow, tag: &str) -> i64 {
        let of = |wish: &&LanguageWish| wish.course_id == Some(row.course) && wish.language == *tag;
        self.wishes.iter().filter(of).map(|wish| wish.members).sum()
    }

    /// What is asked for without the name of a course.
    fn by_type(&self) -> Vec<&LanguageWish> {
        self.wishes.iter().filter(|wish| wish.course_id.is_none()).collect()
    }

    fn type_of<'a>(&'a self, wish: &'a LanguageWish) -> &'a str {
        let known = self.types.iter().find(|known| known.code == wish.course_type);
        known.map_or(&wish.course_type, |known| &known.name)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}
