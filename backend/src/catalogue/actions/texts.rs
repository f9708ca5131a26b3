//! What a course says in other languages: written by its centre, read over by a Training Director.
use super::courses::{Edition, as_read, keep_as};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::CourseId;
use crate::catalogue::rules::{
    Act, BothTexts, CourseContent, TextState, TextsOf, TypedTexts, merge_texts, read_texts,
    texts_seen,
};
use crate::catalogue::store::{Course, Hand, courses};
use crate::identity::{CentreStaff, TrainingDirector};

/// What somebody sends of the texts in one language.
#[derive(Clone, Debug)]
pub struct SentTexts<'a> {
    /// The course, as it was when the form was opened.
    pub edition: &'a Edition,
    /// The language.
    pub tag: &'a str,
    /// The fingerprint of the English that stood beside the form.
    pub english: &'a str,
    /// The print of what the form showed ([`texts_seen`]).
    pub seen: &'a str,
    /// The fields of the form.
    pub fields: &'a [(String, String)],
    /// The texts in which the colleague's is to stay.
    pub given_up: &'a [String],
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum SavedTexts {
    /// They are saved: the revision now.
    Whole(i32),
    /// Nothing is saved, because two people wrote the same texts.
    Clash(Box<TextsClash>),
    /// Nothing is saved, because the English is not the one that stood beside the form.
    EnglishMoved(Box<Course>),
}

/// Two people's work on the same texts.
#[derive(Clone, Debug)]
pub struct TextsClash {
    /// The course as it stands.
    pub course: Course,
    /// What the form is to show now.
    pub merged: TextsOf,
    /// The texts that both wrote.
    pub both: Vec<BothTexts>,
}

/// A centre writes what its course says in a language, as a draft.
pub async fn save_texts(app: &App, by: &CentreStaff, sent: &SentTexts<'_>) -> Result<SavedTexts> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &sent.edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let content = course.content()?;
    if sent.english != content.fingerprint() {
        return Ok(SavedTexts::EnglishMoved(Box::new(course)));
    }
    let typed = read_texts(&TypedTexts::in_form(&content, sent.fields))?;
    let merged = merge_texts((&content, sent.tag), sent.seen, &typed, sent.given_up)?;
    if !merged.both.is_empty() {
        let (merged, both) = (merged.texts, merged.both);
        return Ok(SavedTexts::Clash(Box::new(TextsClash { course, merged, both })));
    }
    let revision = put(&tx, by, app, (&course, content), (sent.tag, merged.texts)).await?;
    tx.commit().await?;
    Ok(SavedTexts::Whole(revision))
}

/// A program writes all that a course says in a language, over the edition that it has read.
pub async fn put_texts(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    (tag, typed): (&str, &TypedTexts),
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Save).await?;
    let content = course.content()?;
    let seen = texts_seen(&content, tag);
    let merged = merge_texts((&content, tag), &seen, &read_texts(typed)?, &[])?;
    let revision = put(&tx, by, app, (&course, content), (tag, merged.texts)).await?;
    tx.commit().await?;
    Ok(revision)
}

async fn put(
    tx: &Transaction,
    by: &CentreStaff,
    app: &App,
    (course, mut content): (&Course, CourseContent),
    (tag, texts): (&str, TextsOf),
) -> Result<i32> {
    content.texts.insert(tag.to_owned(), texts);
    keep(tx, by, (app, course), (&content, "course.texts.save", tag)).await
}

async fn keep(
    tx: &Transaction,
    by: &CentreStaff,
    (app, course): (&App, &Course),
    (content, action, tag): (&CourseContent, &'static str, &str),
) -> Result<i32> {
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let field = format!("texts.{tag}");
    keep_as(tx, by, course, (content, hand), (action, &[&field])).await
}

/// A Training Director says that the texts in a language say what the English says now.
pub async fn review_texts(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    tag: &str,
) -> Result<i32> {
    mark(app, by, edition, (tag, true)).await
}

/// A Training Director takes that back: the texts are a draft again.
pub async fn unreview_texts(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    tag: &str,
) -> Result<i32> {
    mark(app, by, edition, (tag, false)).await
}

async fn mark(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    (tag, reviewed): (&str, bool),
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Save).await?;
    let mut content = course.content()?;
    let english = content.fingerprint();
    let texts = content.texts.get_mut(tag).ok_or(Error::NotFound)?;
    texts.reviewed = reviewed;
    if reviewed {
        texts.made_from = english;
    }
    let action = if reviewed { "course.texts.review" } else { "course.texts.unreview" };
    let revision = keep(&tx, &by.as_staff(), (app, &course), (&content, action, tag)).await?;
    tx.commit().await?;
    Ok(revision)
}

/// A centre removes what its course says in a language. What was published keeps it until the next
/// version. What is gone already stays so.
pub async fn remove_texts(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    tag: &str,
) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Save).await?;
    let mut content = course.content()?;
    content.texts.remove(tag);
    let done = (&content, "course.texts.remove", tag);
    let revision = keep(&tx, by, (app, &course), done).await?;
    tx.commit().await?;
    Ok(revision)
}

/// How far the texts of one course are.
#[derive(Clone, Debug, PartialEq)]
pub struct TextsRow {
    /// The course.
    pub course: CourseId,
    /// Its code.
    pub code: String,
    /// Its title in English; may be empty.
    pub title: String,
    /// Whether its draft may be changed.
    pub open: bool,
    /// The languages beside English in which its draft says something, and how far each is.
    pub languages: Vec<(String, TextState)>,
}

impl TextsRow {
    /// How far the texts in a language are.
    pub fn state_in(&self, tag: &str) -> TextState {
        let known = self.languages.iter().find(|(known, _)| known == tag);
        known.map_or(TextState::Missing, |(_, state)| *state)
    }
}

/// A stretch of the courses of a centre by code, with how far their texts are, and how many courses
/// it has.
pub async fn texts_of_centre(
    app: &App,
    by: &CentreStaff,
    (skipped, most): (u64, u64),
) -> Result<(Vec<TextsRow>, u64)> {
    let (found, total) = courses::list_of_centre(&app.db, by.centre(), (skipped, most)).await?;
    let rows = found.into_iter().map(row).collect::<Result<_>>()?;
    Ok((rows, total))
}

/// The courses of a centre that come after one of this code, at most so many, with how far their
/// texts are.
pub async fn texts_after(
    app: &App,
    by: &CentreStaff,
    (after, most): (Option<&str>, u64),
) -> Result<Vec<TextsRow>> {
    let found =
        courses::of_centre_behind(&app.db, by.centre(), (after.unwrap_or_default(), most)).await?;
    found.into_iter().map(row).collect()
}

fn row(course: Course) -> Result<TextsRow> {
    let content = course.content()?;
    let state = |tag: &String| (tag.clone(), content.text_state(tag));
    Ok(TextsRow {
        course: course.id,
        open: course.state.may(Act::Save),
        languages: content.texts.keys().map(state).collect(),
        code: course.code,
        title: content.title,
    })
}
