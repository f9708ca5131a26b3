//! The texts of courses for programs: the same actions as the pages.
use axum::extract::State;

use super::super::courses::{ReadCourse, code_in, own, read};
use super::shapes::{
    CourseLanguagesOut, CourseTextsList, LanguageState, ModuleTitle, TextsBody, TextsOut,
};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::i18n::is_right_to_left;
use crate::catalogue::actions::{self, Edition, TextsRow};
use crate::catalogue::rules::{CourseContent, SOURCE, Slot, TextsOf, TypedTexts, canonical_tag};
use crate::identity::{CentreStaff, TrainingDirector, Visitor};

/// How far the courses of the own centre are.
pub async fn grid(
    by: CentreStaff,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<Items<CourseLanguagesOut>>> {
    let mut asked = asked;
    let paging = asked.paging::<String>("course_texts");
    let paging = asked.done(paging)?;
    let after = paging.after().map(String::as_str);
    let rows = actions::texts_after(&app, &by, (after, paging.rows())).await?;
    let key = |row: &TextsRow| row.code.clone();
    Ok(Json(paging.page(&app, rows, (key, states))?))
}

fn states(row: TextsRow) -> CourseLanguagesOut {
    let state = |(language, state)| LanguageState { language, state };
    CourseLanguagesOut {
        code: row.code,
        title: row.title,
        languages: row.languages.into_iter().map(state).collect(),
    }
}

/// The languages that somebody may read the course in, beside English.
pub async fn list(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<CourseTextsList>> {
    Ok(Json(listed(&read(&by, &app, &path).await?)))
}

fn listed(read: &ReadCourse) -> CourseTextsList {
    let tags = may_be_read(read);
    let items = tags.into_iter().filter_map(|tag| shown(&read.content, tag)).collect();
    CourseTextsList { items, next: None }
}

fn may_be_read(read: &ReadCourse) -> Vec<&str> {
    let content = &read.content;
    if read.unpublished { content.languages_said() } else { content.languages_offered() }
}

fn shown(content: &CourseContent, tag: &str) -> Option<TextsOut> {
    let texts: &TextsOf = content.texts.get(tag)?;
    let title = |(code, title): (&String, &String)| ModuleTitle {
        code: code.clone(),
        title: title.clone(),
    };
    Some(TextsOut {
        language: tag.to_owned(),
        direction: if is_right_to_left(tag) { "rtl" } else { "ltr" },
        state: content.text_state(tag),
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        objectives: texts.objectives.clone(),
        audience: texts.audience.clone(),
        modules: texts.modules.iter().map(title).collect(),
    })
}

/// What the course says in one language.
pub async fn show(
    by: Visitor,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
) -> Result<Stated<TextsOut>> {
    let tag = tag_in(&language)?;
    let read = read(&by, &app, &path).await?;
    let known = may_be_read(&read).contains(&tag.as_str());
    let body = shown(&read.content, &tag).filter(|_| known).ok_or(Error::NotFound)?;
    Ok(Stated { revision: read.course.revision, body })
}

fn tag_in(path: &str) -> Result<String> {
    canonical_tag(path).filter(|tag| tag == path && tag != SOURCE).ok_or(Error::NotFound)
}

async fn after(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    tag: &str,
) -> Result<Stated<TextsOut>> {
    let course = own(app, by.centre(), &edition.code).await?;
    let body = shown(&course.content()?, tag).ok_or(Error::NotFound)?;
    Ok(Stated { revision: course.revision, body })
}

async fn edition(
    app: &App,
    by: &CentreStaff,
    path: &str,
    condition: &Condition,
) -> Result<Edition> {
    let code = code_in(path)?;
    let revision = condition.revision(own(app, by.centre(), &code).await?.revision)?;
    Ok(Edition { code, revision })
}

/// Writes what the draft says in one language.
pub async fn put(
    by: CentreStaff,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
    Json(body): Json<TextsBody>,
) -> Result<Stated<TextsOut>> {
    let tag = tag_in(&language)?;
    let code = code_in(&path)?;
    let course = own(&app, by.centre(), &code).await?;
    let edition = Edition { code, revision: condition.required(course.revision)? };
    let content = course.content()?;
    let typed = body.read(&content)?;
    let put = actions::put_texts(&app, &by, &edition, (&tag, &typed)).await;
    put.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(pointed(&content, faults)),
        other => other,
    })?;
    after(&app, &by, &edition, &tag).await
}

impl TextsBody {
    /// The texts by their places; what has no place in the course is a fault.
    fn read(&self, content: &CourseContent) -> Result<TypedTexts, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut texts = TextsOf {
            title: self.title.clone(),
            summary: self.summary.clone(),
            objectives: self.objectives.clone(),
            audience: self.audience.clone(),
            ..TextsOf::default()
        };
        if self.objectives.len() > content.objectives.len() {
            errors.add("/objectives", "texts-more-objectives");
        }
        for (place, module) in self.modules.iter().enumerate() {
            if content.modules.iter().all(|known| known.code != module.code) {
                errors.add(format!("/modules/{place}/code"), "texts-module-unknown");
            }
            texts.modules.insert(module.code.clone(), module.title.clone());
        }
        errors.or(TypedTexts::showing(content, &texts))
    }
}

/// Faults by the pointers into what was sent.
fn pointed(content: &CourseContent, faults: FieldErrors) -> FieldErrors {
    let slots = content.slots();
    faults.renamed(|field| {
        match slots.iter().map(|at| &at.slot).find(|slot| slot.name() == field) {
            Some(Slot::Objective(place)) => format!("/objectives/{place}"),
            Some(Slot::Module(_)) => "/modules".to_owned(),
            _ => format!("/{field}"),
        }
    })
}

/// Says that the texts were reviewed.
pub async fn review(
    by: TrainingDirector,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Stated<TextsOut>> {
    let (tag, staff) = (tag_in(&language)?, by.as_staff());
    let edition = edition(&app, &staff, &path, &condition).await?;
    actions::review_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    after(&app, &staff, &edition, &tag).await
}

/// Takes that back.
pub async fn unreview(
    by: TrainingDirector,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Stated<TextsOut>> {
    let (tag, staff) = (tag_in(&language)?, by.as_staff());
    let edition = edition(&app, &staff, &path, &condition).await?;
    actions::unreview_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    after(&app, &staff, &edition, &tag).await
}

/// Removes a language.
pub async fn remove(
    by: CentreStaff,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Json<CourseTextsList>> {
    let tag = tag_in(&language)?;
    let edition = edition(&app, &by, &path, &condition).await?;
    actions::remove_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    let course = own(&app, by.centre(), &edition.code).await?;
    let content = course.content()?;
    Ok(Json(listed(&ReadCourse { course, content, unpublished: true })))
}
