//! Materials for programs.
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::courses::code_in;
use super::shapes::{
    LinkBody, MaterialOut, MaterialPatch, Materials, NewMaterialBody, VersionsOut,
};
use crate::base::App;
use crate::base::api::{Asked, Condition, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::files::Incoming;
use crate::base::i18n::Locale;
use crate::base::ids::MaterialId;
use crate::catalogue::actions::{self, NewMaterial, Replacement};
use crate::catalogue::rules::{FactsForm, read_link};
use crate::catalogue::store::courses;
use crate::catalogue::store::materials::{Material, Source};
use crate::identity::{CentreStaff, CourseKeeper, Visitor};

/// The materials of a course.
pub async fn list(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<Materials>> {
    let code = code_in(&path)?;
    let mut course = None;
    if let Some(staff) = by.centre_staff() {
        course = courses::of_centre(&app.db, staff.centre(), &code).await?;
    }
    if course.is_none() {
        course = courses::public(&app.db, &code).await?;
    }
    if course.is_none()
        && let Some(officer) = by.rso_officer()
    {
        course = courses::of_region(&app.db, officer.region(), &code).await?;
    }
    let course = course.ok_or(Error::NotFound)?;
    let reader = actions::reader_of(&app, &by, (course.id, course.centre_id)).await?;
    let had = actions::shown_to(&app, reader, &course).await?;
    let items = had.into_iter().map(|had| MaterialOut::of(had.material, had.open)).collect();
    Ok(Json(Materials { items, next: None }))
}

/// A material.
pub async fn show(
    by: Visitor,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
) -> Result<Stated<MaterialOut>> {
    let seen = actions::seen(&app, &by, id).await?;
    let open = actions::is_open(&app, &by, &seen).await?;
    Ok(stated(seen, open))
}

fn stated(material: Material, open: bool) -> Stated<MaterialOut> {
    Stated { revision: material.revision, body: MaterialOut::of(material, open) }
}

/// The own material as it is now.
async fn own(app: &App, by: &CentreStaff, id: MaterialId) -> Result<Material> {
    let found = crate::catalogue::store::materials::of_centre(&app.db, by.centre(), id).await?;
    found.ok_or(Error::NotFound)
}

async fn now(app: &App, by: &CentreStaff, id: MaterialId) -> Result<Stated<MaterialOut>> {
    Ok(stated(own(app, by, id).await?, true))
}

/// Adds a material.
pub async fn create(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    new_id: NewId,
    Json(body): Json<NewMaterialBody>,
) -> Result<Response> {
    let code = code_in(&path)?;
    let mut errors = FieldErrors::default();
    let facts = body.form().read().map_err(|faults| errors = faults).ok();
    let link = body.link.as_deref().map(read_link).transpose();
    let link = link.unwrap_or_else(|faults| {
        faults.iter().for_each(|(field, message)| errors.add(field, message.clone()));
        None
    });
    let Some(facts) = facts.filter(|_| errors.is_empty()) else { return Err(pointed(errors)) };
    let id = MaterialId(new_id.0);
    let new = NewMaterial { id, facts, source: link.map(Source::Link) };
    actions::add_material(&app, &by, &code, new).await?;
    let location = [(header::LOCATION, format!("{ROOT}/materials/{id}"))];
    Ok((StatusCode::CREATED, location, now(&app, &by, id).await?).into_response())
}

/// The faults of a form by their pointers.
fn pointed(faults: FieldErrors) -> Error {
    faults.renamed(|field| format!("/{field}")).into()
}

/// Changes what is said of a material.
pub async fn change(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    condition: Condition,
    Json(changes): Json<MaterialPatch>,
) -> Result<Stated<MaterialOut>> {
    let known = own(&app, &by, id).await?;
    let revision = condition.required(known.revision)?;
    let form = changes.over(FactsForm::showing(&known.facts()));
    let facts = form.read().map_err(pointed)?;
    let done = actions::change_material(&app, &by, (id, revision), &facts).await;
    done.map_err(outdated)?;
    now(&app, &by, id).await
}

/// The file of a material.
pub async fn file(
    by: Visitor,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    headers: HeaderMap,
) -> Result<Response> {
    let material = actions::having(&app, &by, id).await?;
    actions::download(&app, &headers, &material).await
}

/// What is said of a file beside its bytes.
pub struct Said {
    condition: Condition,
    name: String,
    note: String,
}

impl FromRequestParts<App> for Said {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let condition = Condition::from_request_parts(parts, app).await?;
        let mut asked = Asked::from_request_parts(parts, app).await?;
        let name = asked.one("name", 200).unwrap_or_default();
        let note = asked.one("note", 500).unwrap_or_default();
        asked.done(Some(Self { condition, name, note }))
    }
}

/// Puts a file, as a new version.
pub async fn put_file(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    said: Said,
    incoming: Incoming,
) -> Result<Stated<MaterialOut>> {
    let (known, limit) = actions::room_in(&app, &by, id).await?;
    let revision = expected(&said.condition, &known);
    let arrived = incoming.file(&app, &said.name, limit).await?.map_err(|fault| {
        let mut errors = FieldErrors::default();
        errors.add("/", fault);
        Error::from(errors)
    })?;
    let source = Source::File(arrived.clone());
    let new = Replacement { revision, source, note: said.note };
    match actions::replace_material(&app, &by, id, new).await.map_err(outdated) {
        Err(Error::Invalid(faults)) => {
            arrived.discard(&app).await;
            // The body is the file.
            Err(faults.renamed(|_| "/".to_owned()).into())
        }
        done => {
            done?;
            now(&app, &by, id).await
        }
    }
}

/// The revision on which a client insists; none where it takes whatever there is. Whether it is
/// still the present one says the action: what was done already may be asked for again.
fn expected(condition: &Condition, known: &Material) -> Option<i32> {
    match condition {
        Condition::None | Condition::Any => None,
        Condition::Revisions(of) if of.contains(&known.revision) => Some(known.revision),
        Condition::Revisions(of) => Some(of.first().copied().unwrap_or_default()),
    }
}

/// Puts a link, as a new version.
pub async fn put_link(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    condition: Condition,
    Json(body): Json<LinkBody>,
) -> Result<Stated<MaterialOut>> {
    let (known, _) = actions::room_in(&app, &by, id).await?;
    let revision = expected(&condition, &known);
    let link = read_link(&body.link).map_err(pointed)?;
    let new = Replacement { revision, source: Source::Link(link), note: body.note };
    let replaced = actions::replace_material(&app, &by, id, new).await;
    replaced.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => pointed(faults),
        other => other,
    })?;
    now(&app, &by, id).await
}

/// Removes a material.
pub async fn remove(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
    condition: Condition,
) -> Result<Stated<MaterialOut>> {
    let known = own(&app, &by, id).await?;
    let revision = expected(&condition, &known);
    actions::remove_material(&app, &by, (id, revision)).await.map_err(outdated)?;
    now(&app, &by, id).await
}

/// Brings a material back.
pub async fn restore(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
) -> Result<Stated<MaterialOut>> {
    actions::restore_material(&app, &by, id).await?;
    now(&app, &by, id).await
}

/// The versions of a material.
pub async fn versions(
    by: CourseKeeper,
    State(app): State<App>,
    Path(id): Path<MaterialId>,
) -> Result<Json<VersionsOut>> {
    let (_, versions) = actions::history_of(&app, &by, id).await?;
    Ok(Json(VersionsOut { items: versions.into_iter().map(Into::into).collect(), next: None }))
}

/// All files of a course that a program may have.
pub async fn pack(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    actions::pack(&app, &by, (&code_in(&path)?, Locale::english())).await
}
