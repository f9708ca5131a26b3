//! The page of one material for its centre: what is said of it, its versions, its removal.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form::languages;
use super::{SourceForm, limits, size_of};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::files::{Incoming, Limit};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::MaterialId;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Replacement};
use crate::catalogue::rules::{Access, FactsForm, Licence, MaterialKind};
use crate::catalogue::store::materials::{self, Material, MaterialVersion};
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/materials/one.html")]
struct MaterialPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    material: &'a Material,
    versions: Vec<MaterialVersion>,
    form: &'a FactsForm,
    source: &'a SourceForm,
    note: &'a str,
    errors: &'a FieldErrors,
    changed_meanwhile: bool,
    limits: Message,
    languages: Vec<String>,
}

/// What a form on the page says, and what is wrong with it.
#[derive(Default)]
struct Typed {
    form: Option<FactsForm>,
    source: SourceForm,
    note: String,
}

#[derive(Deserialize)]
pub struct ChangeForm {
    revision: i32,
    #[serde(default)]
    title: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    licence: String,
    #[serde(default)]
    access: String,
}

#[derive(Deserialize)]
pub struct RemovalForm {
    #[serde(default)]
    revision: Option<i32>,
}

/// The page of a material.
pub async fn material(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
) -> Result<Response> {
    let (known, limit) = actions::room_in(&app, &by, id).await?;
    page(&app, (&frame, &by), (&known, limit), (&Typed::default(), None)).await
}

/// Says other things of a material.
pub async fn change(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    Form(sent): Form<ChangeForm>,
) -> Result<Response> {
    let ChangeForm { revision, title, kind, language, licence, access } = sent;
    let form = FactsForm { title, kind, language, licence, access };
    let changed = match form.read() {
        Ok(facts) => actions::change_material(&app, &by, (id, revision), &facts).await,
        Err(faults) => Err(faults.into()),
    };
    let typed = Typed { form: Some(form), ..Typed::default() };
    answered(&app, (&frame, &by), id, (typed, changed)).await
}

/// Puts another file or link in the place of the present one.
pub async fn replace(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    incoming: Incoming,
) -> Result<Response> {
    let (_, limit) = actions::room_in(&app, &by, id).await?;
    let mut sent = incoming.form(&app, limit).await?;
    let Ok(revision) = sent.value("revision").parse() else {
        sent.discard(&app).await;
        return Err(Error::Unreadable("no revision".into()));
    };
    let note = sent.value("note").to_owned();
    let mut errors = FieldErrors::default();
    let (source, found) = SourceForm::read(&app, &mut sent, &mut errors)?;
    let replaced = match found.filter(|_| errors.is_empty()) {
        Some(found) => {
            let new = Replacement { revision: Some(revision), source: found, note: note.clone() };
            actions::replace_material(&app, &by, id, new).await
        }
        None => Err(errors.into()),
    };
    let typed = Typed { form: None, source, note };
    answered(&app, (&frame, &by), id, (typed, replaced)).await
}

/// Removes a material; the list of the course offers to bring it back.
pub async fn remove(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    Form(form): Form<RemovalForm>,
) -> Result<Response> {
    let removed = actions::remove_material(&app, &by, (id, form.revision)).await?;
    let shelf = format!("/courses/{}/edit/materials#removed", removed.course);
    Ok(Redirect::to(&shelf).into_response())
}

/// Brings a material back.
pub async fn restore(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
) -> Result<Response> {
    let restored = actions::restore_material(&app, &by, id).await?;
    let shelf = format!("/courses/{}/edit/materials#material-{id}", restored.course);
    Ok(Redirect::to(&shelf).into_response())
}

async fn answered(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    id: MaterialId,
    (mut typed, done): (Typed, Result<()>),
) -> Result<Response> {
    let error = match done {
        Ok(()) => return Ok(Redirect::to(&format!("/materials/{id}/edit")).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => error,
        Err(other) => return Err(other),
    };
    if matches!(error, Error::Conflict) {
        // What came with it is gone: whoever saved first may have sent the same.
        typed.source = SourceForm { link: typed.source.link, ..SourceForm::default() };
    }
    let (known, limit) = actions::room_in(app, by, id).await?;
    page(app, (frame, by), (&known, limit), (&typed, Some(error))).await
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    (known, limit): (&Material, Limit),
    (typed, error): (&Typed, Option<Error>),
) -> Result<Response> {
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let as_it_is = FactsForm::showing(&known.facts());
    let form = typed.form.as_ref().unwrap_or(&as_it_is);
    let page = MaterialPage {
        frame,
        by,
        material: known,
        versions: materials::history(&app.db, known.id).await?,
        form,
        source: &typed.source,
        note: &typed.note,
        errors: &errors,
        changed_meanwhile,
        limits: limits(limit),
        languages: languages(&form.language),
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl MaterialVersion {
    fn size(&self) -> Option<Message> {
        self.bytes().map(size_of)
    }
}
