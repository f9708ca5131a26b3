//! The course form: one long page, saved as a draft that may lack anything.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::{edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::catalogue::rules::{
    Act, CourseForm, DeliveryMode, DeliveryScope, Difference, Level, MaterialKind, Step,
    TAUGHT_LANGUAGES, between, faults,
};
use crate::catalogue::store::{self, Activity, Course, CourseType};
use crate::identity::{self, CentreStaff};

#[derive(Template)]
#[template(path = "pages/catalogue/editor.html")]
struct EditorPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    form: &'a CourseForm,
    errors: &'a FieldErrors,
    lists: Lists,
    /// What a colleague saved meanwhile, where that differs from what was typed here.
    theirs: Option<Vec<Difference>>,
    /// The colleague's name.
    who: Option<String>,
}

/// What can be chosen from.
struct Lists {
    types: Vec<CourseType>,
    activities: Vec<Activity>,
    languages: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    check: Option<String>,
}

/// The course form; with `check` it marks what is missing before publishing.
pub async fn edit(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let course = own(&app, by.centre(), &path).await?;
    let content = course.content()?;
    let errors = match wanted.check {
        Some(_) => faults(&content, &store::known(&app.db, by.centre(), &content).await?),
        None => FieldErrors::default(),
    };
    let form = CourseForm::showing(&content);
    let page = EditorPage::of(&app, (&frame, &by), &course, (&form, &errors)).await?;
    Ok(frame.page(&page)?.into_response())
}

/// Saves the draft, after doing what the button inside the form says.
pub async fn save(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Fields(fields): Fields,
) -> Result<Response> {
    let step = Step::of(&fields);
    let mut form = CourseForm::of(&fields);
    form.apply(step);
    let edition = edition(&path, revision_in(&fields)?)?;
    let saved = match form.read(&edition.code) {
        Ok(content) => actions::save_draft(&app, &by, &edition, &content).await,
        Err(errors) => Err(errors.into()),
    };
    match saved {
        Ok(_) => Ok(Redirect::to(&next(&edition.code.to_string(), step, &form)).into_response()),
        Err(error) => again(&app, (&frame, &by), &path, (&form, error)).await,
    }
}

fn revision_in(fields: &[(String, String)]) -> Result<i32> {
    let revision = fields.iter().find(|(name, _)| name == "revision");
    let revision = revision.and_then(|(_, value)| value.parse().ok());
    revision.ok_or_else(|| Error::Unreadable("no revision".into()))
}

fn next(code: &str, step: Step, form: &CourseForm) -> String {
    match step {
        Step::Check => format!("/courses/{code}/publication"),
        other => format!("/courses/{code}/edit{}", other.place(form)),
    }
}

/// The form with all that was typed, and why it was not saved.
async fn again(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    path: &str,
    (form, error): (&CourseForm, Error),
) -> Result<Response> {
    let status = error.status();
    let course = own(app, by.centre(), path).await?;
    let errors = match error {
        Error::Invalid(errors) => errors,
        Error::Conflict => FieldErrors::default(),
        other => return Err(other),
    };
    let mut page = EditorPage::of(app, (frame, by), &course, (form, &errors)).await?;
    if status == StatusCode::CONFLICT {
        let theirs = course.content()?;
        let mut typed = form.read(&super::code_in(path)?)?;
        typed.texts.clone_from(&theirs.texts);
        page.theirs = Some(between(&typed, &theirs));
        if let Some(account) = course.draft_saved_by {
            page.who = identity::names_of(&app.db, &[account]).await?.remove(&account);
        }
    }
    Ok((status, frame.page(&page)?).into_response())
}

impl<'a> EditorPage<'a> {
    async fn of(
        app: &App,
        (frame, by): (&'a Frame, &'a CentreStaff),
        course: &'a Course,
        (form, errors): (&'a CourseForm, &'a FieldErrors),
    ) -> Result<Self> {
        course.state.allows(Act::Save).map_err(Error::Refused)?;
        let lists = Lists {
            types: store::course_types(&app.db).await?,
            activities: store::activities(&app.db).await?,
            languages: languages(form),
        };
        Ok(Self { frame, by, course, form, errors, lists, theirs: None, who: None })
    }

    fn title(&self) -> &str {
        if self.form.title.is_empty() { &self.course.code } else { &self.form.title }
    }

    fn goal(&self) -> Option<Message> {
        let known = self.lists.types.iter().find(|known| known.code == self.form.course_type);
        known.map(|known| known.goal.label())
    }

    fn total(&self) -> Message {
        let hours = self.form.modules.iter().filter_map(|m| m.hours.trim().parse::<u32>().ok());
        Message::new("course-hours-in-modules")
            .with("hours", hours.fold(0, u32::saturating_add))
            .with("modules", self.form.modules.len())
    }
}

/// The languages to offer: those of the region and whatever the course has beside them.
fn languages(form: &CourseForm) -> Vec<String> {
    let mut all: Vec<String> = TAUGHT_LANGUAGES.map(str::to_owned).to_vec();
    let materials = form.materials.iter().map(|material| &material.language);
    for tag in form.languages.iter().chain(&form.translations_available).chain(materials) {
        if !tag.is_empty() && !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all
}
