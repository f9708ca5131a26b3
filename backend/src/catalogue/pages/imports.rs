//! Importing tables of courses: sending one, looking at what would become of each row, saying yes,
//! and taking it back.
use std::collections::HashMap;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::{AccountId, CourseImportId};
use crate::base::page::Frame;
use crate::base::upload::Upload;
use crate::catalogue::actions::imports as actions;
use crate::catalogue::rules::import::{Field, Mapping, Outcome, Step};
use crate::catalogue::rules::{PER_PAGE, Window};
use crate::catalogue::store::imports::{self, NewImport, Shown};
use crate::catalogue::store::{CourseImport, ImportRow, ImportState};
use crate::identity::{CentreStaff, names_of};

/// How long somebody waits for a table to be read, before the page says how far that is.
const WAITS: Duration = Duration::from_millis(1500);
/// How soon the page of a table that is read looks again, in seconds.
const LOOKS_AGAIN: &str = "3";
/// Asks the browser to open the page again; no element does it, so nobody's reading is cut off
/// by a script or a tag that cannot be turned off.
const REFRESH: HeaderName = HeaderName::from_static("refresh");

#[derive(Template)]
#[template(path = "pages/catalogue/imports.html")]
struct ImportsPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    imports: Vec<CourseImport>,
    names: HashMap<AccountId, String>,
    window: Window,
    errors: &'a FieldErrors,
    most: usize,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: Option<i64>,
}

/// The imports of the own centre, and the form for another.
pub async fn list(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    list_page(&app, (&by, &frame), page, &FieldErrors::default()).await
}

async fn list_page(
    app: &App,
    (by, frame): (&CentreStaff, &Frame),
    page: i64,
    errors: &FieldErrors,
) -> Result<Response> {
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (found, total) = imports::list(&app.db, by.centre(), stretch).await?;
    let imports: Vec<_> = found.into_iter().map(|own| actions::as_it_is(app, own)).collect();
    let people: Vec<AccountId> = imports.iter().filter_map(|own| own.created_by).collect();
    let names = names_of(&app.db, &people).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    let most = app.settings.limits.largest_table / (1024 * 1024);
    let page = ImportsPage { frame, by, imports, names, window, errors, most };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

/// Takes a table in.
pub async fn send(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    upload: Upload,
) -> Result<Response> {
    let id = CourseImportId::new();
    let new = NewImport { id, file_name: upload.name, file: upload.bytes.to_vec() };
    match actions::send(&app, &by, new).await {
        Ok(id) => read(&app, &by, id).await,
        Err(Error::Invalid(errors)) => list_page(&app, (&by, &frame), 1, &errors).await,
        Err(other) => Err(other),
    }
}

/// Leads to a table; a small one is read by then.
async fn read(app: &App, by: &CentreStaff, id: CourseImportId) -> Result<Response> {
    actions::read_within(app, by, (id, WAITS)).await?;
    Ok(Redirect::to(&format!("/course-imports/{id}")).into_response())
}

impl ImportsPage<'_> {
    fn name_of(&self, import: &CourseImport) -> &str {
        let known = import.created_by.and_then(|account| self.names.get(&account));
        known.map_or("", String::as_str)
    }

    fn range(&self) -> Message {
        range(self.window)
    }
}

fn range(window: Window) -> Message {
    Message::new("catalogue-range")
        .with("first", window.first())
        .with("last", window.last())
        .with("total", window.total)
}

#[derive(Template)]
#[template(path = "pages/catalogue/import.html")]
struct ImportPage<'a> {
    frame: &'a Frame,
    import: CourseImport,
    progress: Option<(usize, usize)>,
    rows: Vec<ImportRow>,
    shown: Shown,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: Option<i64>,
}

/// How far an import is, and what becomes of its rows.
pub async fn import(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
    Query(which): Query<Which>,
) -> Result<Response> {
    let import = actions::find(&app, &by, id).await?;
    let reading = import.state == ImportState::Reading;
    let shown = Shown::of(&which.show).unwrap_or(Shown::Courses);
    let page = which.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (rows, total) = match import.state {
        ImportState::Reading | ImportState::Failed => (Vec::new(), 0),
        _ => imports::rows(&app.db, &import, (shown, i32::MIN), stretch).await?,
    };
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    let progress = app.readers.progress(id.0);
    let page = ImportPage { frame: &frame, import, progress, rows, shown, window };
    let mut response = frame.page(&page)?.into_response();
    if reading {
        response.headers_mut().insert(REFRESH, HeaderValue::from_static(LOOKS_AGAIN));
    }
    Ok(response)
}

impl ImportPage<'_> {
    fn may_be_mapped(&self) -> bool {
        self.import.state == ImportState::Examined && !self.import.whole
    }

    fn range(&self) -> Message {
        range(self.window)
    }

    fn tally(&self) -> [(Shown, u32); 7] {
        let counts = self.import.counted();
        [
            (Shown::Courses, counts.all() - counts.skipped),
            (Shown::New, counts.new),
            (Shown::Change, counts.change),
            (Shown::Same, counts.same),
            (Shown::Warned, counts.warned),
            (Shown::Rejected, counts.rejected),
            (Shown::Skipped, counts.skipped),
        ]
    }

    fn on_page(&self, page: i64) -> String {
        format!("/course-imports/{}?show={}&page={page}", self.import.id, self.shown.as_str())
    }

    fn progress_said(&self) -> Message {
        match self.progress {
            Some((done, all)) if all > 0 => {
                Message::new("import-progress").with("done", done).with("all", all)
            }
            _ => Message::new("import-progress-begun"),
        }
    }

    /// Whether a row names a course that is there.
    fn leads_to(&self, row: &ImportRow) -> bool {
        let there = matches!(row.step, Step::Change | Step::Same);
        there || row.step == Step::New && self.import.state == ImportState::Confirmed
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/import_columns.html")]
struct ColumnsPage<'a> {
    frame: &'a Frame,
    import: CourseImport,
    columns: Vec<ColumnShown>,
    errors: &'a FieldErrors,
}

struct ColumnShown {
    head: String,
    sample: String,
    field: Option<Field>,
}

impl ColumnShown {
    /// Whether the field of this name is chosen.
    fn holds(&self, field: &str) -> bool {
        self.field.is_some_and(|chosen| chosen.as_str() == field)
    }
}

/// What the columns of a table hold, as it was understood.
pub async fn columns(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Response> {
    let import = actions::find(&app, &by, id).await?;
    if import.state != ImportState::Examined || import.whole {
        return Ok(Redirect::to(&format!("/course-imports/{id}")).into_response());
    }
    let mapping = import.mapped();
    columns_page(&frame, import, (&mapping, &FieldErrors::default()))
}

fn columns_page(
    frame: &Frame,
    import: CourseImport,
    (mapping, errors): (&Mapping, &FieldErrors),
) -> Result<Response> {
    let mut samples = import.sample_texts().into_iter();
    let mut fields = mapping.0.iter().copied();
    let shown = |head: String| ColumnShown {
        head,
        sample: samples.next().unwrap_or_default(),
        field: fields.next().flatten(),
    };
    let columns = import.head_texts().into_iter().map(shown).collect();
    let page = frame.page(&ColumnsPage { frame, import, columns, errors })?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

/// Says what the columns hold.
pub async fn map(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
    Fields(fields): Fields,
) -> Result<Response> {
    let chosen = fields.iter().filter(|(name, _)| name == "column");
    let mapping = Mapping(chosen.map(|(_, value)| Field::of(value)).collect());
    match actions::map(&app, &by, id, &mapping).await {
        Ok(()) => read(&app, &by, id).await,
        Err(Error::Invalid(errors)) => {
            columns_page(&frame, actions::find(&app, &by, id).await?, (&mapping, &errors))
        }
        Err(other) => Err(other),
    }
}

/// Takes a table over.
pub async fn confirm(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Redirect> {
    actions::confirm(&app, &by, id).await?;
    Ok(Redirect::to(&format!("/course-imports/{id}")))
}

/// Takes it back.
pub async fn undo(
    by: CentreStaff,
    State(app): State<App>,
    Path(id): Path<CourseImportId>,
) -> Result<Redirect> {
    actions::undo(&app, &by, id).await?;
    Ok(Redirect::to(&format!("/course-imports/{id}")))
}
