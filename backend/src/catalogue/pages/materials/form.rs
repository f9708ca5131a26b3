//! Adding a file or a link to a course.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::super::code_in;
use super::{SourceForm, limits};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Path, Query};
use crate::base::files::{Incoming, Limit, Sent};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::MaterialId;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, NewMaterial};
use crate::catalogue::rules::{
    Access, CourseContent, FactsForm, Licence, MaterialKind, TAUGHT_LANGUAGES,
};
use crate::catalogue::store::Course;
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/materials/new.html")]
struct NewPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    content: CourseContent,
    id: MaterialId,
    form: &'a FactsForm,
    source: &'a SourceForm,
    errors: &'a FieldErrors,
    limits: Message,
    languages: Vec<String>,
}

#[derive(Deserialize)]
pub struct Wanted {
    /// The place of the description that it is the file of, from 1.
    #[serde(default)]
    of: Option<usize>,
}

/// The form for a file or a link, filled with what the course says of it where it says something.
pub async fn new_material(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (course, limit) = actions::room_for(&app, &by, &code_in(&path)?).await?;
    let content = course.content()?;
    let described = wanted.of.and_then(|number| content.materials.get(number.checked_sub(1)?));
    let form = described.map_or_else(FactsForm::default, |material| FactsForm {
        title: material.title.clone(),
        kind: material.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        language: material.language.clone(),
        ..FactsForm::default()
    });
    let shown = (MaterialId::new(), &form, &SourceForm::default(), &FieldErrors::default());
    page((&frame, &by), (&course, limit), shown)
}

/// Takes a file or a link.
pub async fn add(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    incoming: Incoming,
) -> Result<Response> {
    let code = code_in(&path)?;
    let (course, limit) = actions::room_for(&app, &by, &code).await?;
    let mut sent = incoming.form(&app, limit).await?;
    let Some(id) = id_in(&sent) else {
        sent.discard(&app).await;
        return Err(Error::Unreadable("no id".into()));
    };
    let form = FactsForm::of(&sent.fields);
    let mut errors = FieldErrors::default();
    let facts = form.read().map_err(|faults| errors = faults).ok();
    let (source, found) = SourceForm::read(&app, &mut sent, &mut errors)?;
    let added = match (facts, found) {
        (Some(facts), Some(found)) if errors.is_empty() => {
            let new = NewMaterial { id, facts, source: Some(found) };
            actions::add_material(&app, &by, &code, new).await
        }
        _ => Err(errors.into()),
    };
    match added {
        Ok(()) => {
            let shelf = format!("/courses/{code}/edit/materials#material-{id}");
            Ok(Redirect::to(&shelf).into_response())
        }
        Err(Error::Invalid(errors)) => {
            page((&frame, &by), (&course, limit), (id, &form, &source, &errors))
        }
        Err(other) => Err(other),
    }
}

fn id_in(sent: &Sent) -> Option<MaterialId> {
    sent.value("id").parse().ok().map(MaterialId)
}

fn page(
    (frame, by): (&Frame, &CentreStaff),
    (course, limit): (&Course, Limit),
    (id, form, source, errors): (MaterialId, &FactsForm, &SourceForm, &FieldErrors),
) -> Result<Response> {
    let page = NewPage {
        frame,
        by,
        course,
        content: course.content()?,
        id,
        form,
        source,
        errors,
        limits: limits(limit),
        languages: languages(&form.language),
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

/// The languages to choose from, with the one that is chosen.
pub(super) fn languages(chosen: &str) -> Vec<String> {
    let mut all: Vec<String> = TAUGHT_LANGUAGES.map(str::to_owned).to_vec();
    if !chosen.is_empty() && !all.iter().any(|tag| tag == chosen) {
        all.push(chosen.to_owned());
    }
    all
}

impl NewPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }
}
