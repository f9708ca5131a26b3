//! What a course says in other languages: the list of them, and each beside the English.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{Revision, edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Form, Path, Query};
use crate::base::filters;
use crate::base::i18n::{Message, is_right_to_left};
use crate::base::page::Frame;
use crate::catalogue::actions::{self, SavedTexts, SentTexts, TextsClash};
use crate::catalogue::rules::{
    Act, BothTexts, CourseContent, SOURCE, TAUGHT_LANGUAGES, TextState, TypedTexts, canonical_tag,
    texts_seen,
};
use crate::catalogue::store::Course;
use crate::identity::{self, CentreStaff, TrainingDirector};

#[derive(Template)]
#[template(path = "pages/catalogue/texts.html")]
struct ListPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: &'a CourseContent,
    /// What was typed as a further language.
    add: &'a str,
    errors: &'a FieldErrors,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    add: Option<String>,
}

/// The languages of a course, and how far each is; leads on to one that is to be added.
pub async fn list(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let course = own(&app, by.centre(), &path).await?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let mut errors = FieldErrors::default();
    let add = wanted.add.unwrap_or_default();
    if !add.trim().is_empty() {
        match canonical_tag(&add) {
            Some(tag) if tag == SOURCE => errors.add("add", "texts-tag-english"),
            Some(tag) => {
                let next = format!("/courses/{}/edit/texts/{tag}", course.code);
                return Ok(Redirect::to(&next).into_response());
            }
            None => errors.add("add", Message::new("texts-tag-bad").with("typed", &add)),
        }
    }
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let content = course.content()?;
    let page = ListPage {
        frame: &frame,
        by: &by,
        course: &course,
        content: &content,
        add: &add,
        errors: &errors,
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl ListPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }

    /// The languages of the region that it does not speak yet.
    fn suggested(&self) -> Vec<&'static str> {
        let known = |tag: &&str| *tag == SOURCE || self.content.texts.contains_key(*tag);
        TAUGHT_LANGUAGES.into_iter().filter(|tag| !known(tag)).collect()
    }

    /// How many of the English texts a language has.
    fn written(&self, tag: &str) -> Message {
        let slots = self.content.slots();
        let texts = self.content.texts.get(tag);
        let has = |slot| texts.is_some_and(|texts| !texts.at(slot).is_empty());
        Message::new("texts-written")
            .with("written", slots.iter().filter(|at| has(&at.slot)).count())
            .with("all", slots.len())
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/texts_edit.html")]
struct EditPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: &'a CourseContent,
    tag: &'a str,
    typed: &'a TypedTexts,
    errors: &'a FieldErrors,
    around: Around,
}

/// What is said around the form.
#[derive(Default)]
struct Around {
    /// The texts that a colleague wrote as well.
    both: Vec<BothTexts>,
    /// The colleague's name.
    who: Option<String>,
    /// Whether the English was changed while the form was open.
    moved: bool,
    /// What was typed for English texts that are no longer there.
    left: Vec<String>,
}

impl Around {
    fn is_conflict(&self) -> bool {
        self.moved || !self.both.is_empty()
    }
}

/// The language in an address; what is no tag in its one spelling, and English, is not there.
fn tag_in(path: &str) -> Result<String> {
    let tag = canonical_tag(path).filter(|tag| tag == path && tag != SOURCE);
    tag.ok_or(Error::NotFound)
}

/// The texts in one language beside the English.
pub async fn edit(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path((code, tag)): Path<(String, String)>,
) -> Result<Response> {
    let tag = tag_in(&tag)?;
    let course = own(&app, by.centre(), &code).await?;
    let content = course.content()?;
    let texts = content.texts.get(&tag).cloned().unwrap_or_default();
    let typed = TypedTexts::showing(&content, &texts);
    let form = (&typed, &FieldErrors::default());
    edit_page((&frame, &by), (&course, &tag), form, Around::default())
}

/// Saves the texts in one language.
pub async fn save(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path((code, tag)): Path<(String, String)>,
    Fields(fields): Fields,
) -> Result<Response> {
    let tag = tag_in(&tag)?;
    let value = |wanted: &str| {
        let field = fields.iter().find(|(name, _)| name == wanted);
        field.map_or("", |(_, value)| value.as_str())
    };
    let revision = value("revision").parse();
    let revision = revision.map_err(|_| Error::Unreadable("no revision".into()))?;
    let sent = SentTexts {
        edition: &edition(&code, revision)?,
        tag: &tag,
        english: value("english"),
        seen: value("seen"),
        fields: &fields,
        given_up: &given_up(&fields),
    };
    match actions::save_texts(&app, &by, &sent).await {
        Ok(SavedTexts::Whole(_)) => Ok(to_edit(&sent.edition.code, &tag)),
        Ok(SavedTexts::Clash(clash)) => compare(&app, (&frame, &by), &tag, *clash).await,
        Ok(SavedTexts::EnglishMoved(course)) => moved((&frame, &by), (&course, &tag), &fields),
        Err(Error::Invalid(errors)) => {
            let course = own(&app, by.centre(), &code).await?;
            let typed = TypedTexts::in_form(&course.content()?, &fields);
            edit_page((&frame, &by), (&course, &tag), (&typed, &errors), Around::default())
        }
        Err(other) => Err(other),
    }
}

fn to_edit(code: impl std::fmt::Display, tag: &str) -> Response {
    Redirect::to(&format!("/courses/{code}/edit/texts/{tag}")).into_response()
}

/// The texts in which the colleague's is to stay.
fn given_up(fields: &[(String, String)]) -> Vec<String> {
    let choices = fields.iter().filter(|(_, choice)| choice == "theirs");
    choices.filter_map(|(name, _)| name.strip_prefix("keep.")).map(str::to_owned).collect()
}

async fn compare(
    app: &App,
    seats: (&Frame, &CentreStaff),
    tag: &str,
    clash: TextsClash,
) -> Result<Response> {
    let who = match clash.course.draft_saved_by {
        Some(account) => identity::names_of(&app.db, &[account]).await?.remove(&account),
        None => None,
    };
    let typed = TypedTexts::showing(&clash.course.content()?, &clash.merged);
    let around = Around { both: clash.both, who, ..Around::default() };
    edit_page(seats, (&clash.course, tag), (&typed, &FieldErrors::default()), around)
}

/// The form once more beside the English as it is now, with all that was typed.
fn moved(
    seats: (&Frame, &CentreStaff),
    (course, tag): (&Course, &str),
    fields: &[(String, String)],
) -> Result<Response> {
    let content = course.content()?;
    let typed = TypedTexts::in_form(&content, fields);
    let names: Vec<String> = content.slots().iter().map(|at| at.slot.name()).collect();
    let is_text = |name: &str| {
        let single = ["title", "summary", "audience"].contains(&name);
        single || name.starts_with("objective.") || name.starts_with("module.")
    };
    let is_left =
        |name: &String, text: &str| is_text(name) && !names.contains(name) && !text.is_empty();
    let left = fields.iter().filter(|(name, text)| is_left(name, text));
    let left = left.map(|(_, text)| text.clone()).collect();
    let around = Around { moved: true, left, ..Around::default() };
    edit_page(seats, (course, tag), (&typed, &FieldErrors::default()), around)
}

fn edit_page(
    (frame, by): (&Frame, &CentreStaff),
    (course, tag): (&Course, &str),
    (typed, errors): (&TypedTexts, &FieldErrors),
    around: Around,
) -> Result<Response> {
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let status = if !errors.is_empty() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if around.is_conflict() {
        StatusCode::CONFLICT
    } else {
        StatusCode::OK
    };
    let content = &course.content()?;
    let page = EditPage { frame, by, course, content, tag, typed, errors, around };
    Ok((status, frame.page(&page)?).into_response())
}

impl EditPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }

    fn direction(&self) -> &'static str {
        if is_right_to_left(self.tag) { "rtl" } else { "ltr" }
    }

    fn state(&self) -> TextState {
        self.content.text_state(self.tag)
    }

    /// Whether a Training Director can say now that the texts were read over.
    fn may_be_reviewed(&self) -> bool {
        let waits = matches!(self.state(), TextState::Draft | TextState::OutOfDate);
        waits && self.by.may_publish() && !self.around.is_conflict()
    }

    /// What the form is filled on.
    fn seen(&self) -> String {
        texts_seen(self.content, self.tag)
    }
}

/// Says that the texts in a language were read over.
pub async fn review(
    by: TrainingDirector,
    State(app): State<App>,
    Path((code, tag)): Path<(String, String)>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    let tag = tag_in(&tag)?;
    actions::review_texts(&app, &by, &edition(&code, form.revision)?, &tag).await?;
    Ok(to_edit(&code, &tag))
}

/// Takes that back.
pub async fn unreview(
    by: TrainingDirector,
    State(app): State<App>,
    Path((code, tag)): Path<(String, String)>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    let tag = tag_in(&tag)?;
    actions::unreview_texts(&app, &by, &edition(&code, form.revision)?, &tag).await?;
    Ok(to_edit(&code, &tag))
}

/// Removes a language.
pub async fn remove(
    by: CentreStaff,
    State(app): State<App>,
    Path((code, tag)): Path<(String, String)>,
    Form(form): Form<Revision>,
) -> Result<Response> {
    let tag = tag_in(&tag)?;
    let edition = edition(&code, form.revision)?;
    actions::remove_texts(&app, &by, &edition, &tag).await?;
    Ok(Redirect::to(&format!("/courses/{}/edit/texts", edition.code)).into_response())
}
