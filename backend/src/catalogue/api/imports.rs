//! Importing tables of courses, for programs.
use std::time::Duration;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::PART;
use crate::base::App;
use crate::base::api::{Asked, Items, NewId, Operation, Parameter, ROOT, Stated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::i18n::Message;
use crate::base::ids::CourseImportId;
use crate::base::tables::Trouble;
use crate::base::upload::plain_name;
use crate::catalogue::actions::imports as actions;
use crate::catalogue::rules::import::{Facts, Outcome, Step};
use crate::catalogue::store::imports::{self, NewImport, Shown};
use crate::catalogue::store::{Counts, CourseImport, ImportRow, ImportState};
use crate::identity::{Access, ApiRoutes, CentreStaff, Scope};

/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 120;
/// How long a program waits for its table to be read, before it has to ask again.
const WAITS: Duration = Duration::from_secs(10);

/// A table that a program sends.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewCourseImport)]
#[serde(deny_unknown_fields)]
pub struct ImportBody {
    /// The name of the file.
    #[schema(max_length = 120)]
    name: String,
    /// What it holds, in base64.
    #[schema(format = Byte)]
    content: String,
}

/// An import, and how far it is.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseImport)]
#[serde(deny_unknown_fields)]
pub struct ImportOut {
    /// Its id.
    #[schema(format = Uuid)]
    id: String,
    /// The name of the file; empty where the table was pasted.
    name: String,
    /// The SHA-256 of the file, in hexadecimal digits.
    digest: String,
    /// How far it is.
    #[schema(inline)]
    state: ImportState,
    /// Why the file cannot be read, where it cannot.
    #[schema(inline, required)]
    trouble: Option<Trouble>,
    /// How many rows of each kind there are.
    #[schema(inline)]
    counts: Counts,
    /// When it was sent.
    created_at: DateTime<Utc>,
    /// When it was taken over.
    #[schema(required)]
    confirmed_at: Option<DateTime<Utc>>,
    /// When that was undone.
    #[schema(required)]
    undone_at: Option<DateTime<Utc>>,
}

/// A row of an import, and what becomes of it.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseImportRow)]
#[serde(deny_unknown_fields)]
pub struct RowOut {
    /// The number of the row.
    row: i32,
    /// What becomes of it.
    #[schema(inline)]
    outcome: Outcome,
    /// Why, each by a code that stays the same.
    codes: Vec<String>,
    /// What it does.
    #[schema(inline)]
    step: Step,
    /// The title as it stands in the table.
    title: String,
    /// The code of the course; empty where there is none.
    course: String,
    /// The columns that cannot be read.
    detail: String,
    /// What the table says beside the course.
    #[schema(inline)]
    beside: Facts,
}

impl From<CourseImport> for ImportOut {
    fn from(import: CourseImport) -> Self {
        Self {
            trouble: import.why_not(),
            counts: import.counted(),
            id: import.id.to_string(),
            name: import.file_name,
            digest: import.digest,
            state: import.state,
            created_at: import.created_at,
            confirmed_at: import.confirmed_at,
            undone_at: import.undone_at,
        }
    }
}

impl From<ImportRow> for RowOut {
    fn from(row: ImportRow) -> Self {
        Self {
            codes: row.reasons().iter().map(|code| code.as_str().to_owned()).collect(),
            beside: row.said_beside(),
            row: row.number,
            outcome: row.outcome,
            step: row.step,
            title: row.title,
            course: row.course_code,
            detail: row.detail,
        }
    }
}

/// The routes of imports.
pub(super) fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    ApiRoutes::default()
        .get("/course-imports", reads, list, listed())
        .post("/course-imports", writes, send, sent())
        .get("/course-imports/{id}", reads, show, shown())
        .get("/course-imports/{id}/rows", reads, rows, rows_listed())
        .post("/course-imports/{id}/confirmation", writes, confirm, confirmed())
        .post("/course-imports/{id}/undo", writes, undo, undone())
}

fn example() -> Value {
    json!({
        "id": "01934d3a-0000-7000-8000-000000000001", "name": "courses.csv",
        "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "state": "examined", "trouble": null,
        "counts": {"new": 12, "change": 1, "same": 3, "warned": 4, "rejected": 1, "skipped": 2},
        "created_at": "2026-11-25T03:00:00Z", "confirmed_at": null, "undone_at": null,
    })
}

fn id() -> Parameter {
    Parameter::id("id", "The id of the import.")
}

fn listed() -> Operation {
    Operation::new("course_imports.list", PART, "List the imports of your centre")
        .about("The latest first.")
        .lists::<ImportOut>("A page of imports.", &example())
        .problems(&[422])
}

fn sent() -> Operation {
    Operation::new("course_imports.send", PART, "Send a table of courses")
        .about(
            "CSV in any encoding, a workbook, or JSON that was exported. Its rows are judged and \
             nothing changes until you confirm. A table that takes long is still `reading` when \
             this answers: ask for it again.",
        )
        .body::<ImportBody>(json!({"name": "courses.csv", "content": "dGl0bGUKTGlhaXNvbgo="}))
        .creates::<ImportOut>("The import.", example())
}

fn shown() -> Operation {
    Operation::new("course_imports.read", PART, "Read how far an import is")
        .takes(id())
        .answers_state::<ImportOut>("The import.", example())
}

fn rows_listed() -> Operation {
    let row = json!({
        "row": 8, "outcome": "import_with_warning", "codes": ["W_DATE_AMBIGUOUS"], "step": "new",
        "title": "Liaison", "course": "JCLEC-1", "detail": "",
        "beside": {"centre": "JCLEC", "dates": "03/04/2016", "venue": "Bangkok", "remarks": ""},
    });
    let shown = Shown::ALL.iter().map(|shown| shown.as_str());
    Operation::new("course_imports.rows", PART, "List the rows of an import")
        .about("In the order of the table, each with what becomes of it and why.")
        .takes(id())
        .takes(Parameter::one_of("show", "Which rows; all, if you do not say.", shown))
        .lists::<RowOut>("A page of rows.", &row)
        .problems(&[422])
}

fn confirmed() -> Operation {
    Operation::new("course_imports.confirm", PART, "Take a table over")
        .about(
            "Every course of it, or none. Where courses of your centre were changed since the \
             table was read, it is refused and read anew.",
        )
        .takes(id())
        .answers_state::<ImportOut>("The import.", example())
}

fn undone() -> Operation {
    Operation::new("course_imports.undo", PART, "Undo an import")
        .about("As a whole; refused where one of its courses was changed since.")
        .takes(id())
        .answers_state::<ImportOut>("The import.", example())
}

async fn list(
    by: CentreStaff,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<ImportOut>>> {
    let paging = asked.paging::<CourseImportId>("course_imports");
    let paging = asked.done(paging)?;
    let before = (paging.after().copied(), paging.rows());
    let found = imports::before(&app.db, by.centre(), before).await?;
    let own = found.into_iter().map(|import| actions::as_it_is(&app, import)).collect();
    Ok(Json(paging.page(&app, own, (|own: &CourseImport| own.id, ImportOut::from))?))
}

async fn send(
    by: CentreStaff,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<ImportBody>,
) -> Result<Response> {
    if body.name.chars().count() > LONGEST_NAME {
        let mut errors = FieldErrors::default();
        errors.add("/name", Message::new("course-too-long").with("most", LONGEST_NAME));
        return Err(errors.into());
    }
    let file = STANDARD.decode(&body.content).map_err(|_| about_content("import-not-base64"))?;
    let id = CourseImportId(id.0);
    let new = NewImport { id, file_name: plain_name(&body.name), file };
    actions::send(&app, &by, new).await.map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|_| "/content".to_owned())),
        other => other,
    })?;
    let read = actions::read_within(&app, &by, (id, WAITS)).await?;
    let location = [(header::LOCATION, format!("{ROOT}/course-imports/{id}"))];
    Ok((StatusCode::CREATED, location, stated(read)).into_response())
}

fn about_content(message: &'static str) -> Error {
    let mut errors = FieldErrors::default();
    errors.add("/content", message);
    errors.into()
}

fn stated(import: CourseImport) -> Stated<ImportOut> {
    Stated { revision: import.revision, body: import.into() }
}

async fn show(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Stated<ImportOut>> {
    Ok(stated(actions::find(&app, &by, id).await?))
}

async fn rows(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
    mut asked: Asked,
) -> Result<Json<Items<RowOut>>> {
    let show = asked.choice("show", Shown::of).unwrap_or(Shown::All);
    let paging = asked.paging::<i32>("course_import_rows");
    let paging = asked.done(paging)?;
    let import = actions::find(&app, &by, id).await?;
    let after = paging.after().copied().unwrap_or(i32::MIN);
    let (found, _) = imports::rows(&app.db, &import, (show, after), (0, paging.rows())).await?;
    Ok(Json(paging.page(&app, found, (|row: &ImportRow| row.number, RowOut::from))?))
}

async fn confirm(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Stated<ImportOut>> {
    actions::confirm(&app, &by, id).await?;
    Ok(stated(actions::find(&app, &by, id).await?))
}

async fn undo(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Stated<ImportOut>> {
    actions::undo(&app, &by, id).await?;
    Ok(stated(actions::find(&app, &by, id).await?))
}
