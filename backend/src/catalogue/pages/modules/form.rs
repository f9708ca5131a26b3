//! The form of a module: for a new one, and for another version of one.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path, Query};
use crate::base::filters;
use crate::base::ids::ModuleId;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Changed, ModuleClash, OpenedModule, SentModule};
use crate::catalogue::pages::editor::given_up;
use crate::catalogue::rules::{CourseCode, Module, ModuleForm};
use crate::catalogue::store::NewModule;
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/module_form.html")]
struct FormPage<'a> {
    frame: &'a Frame,
    /// The module; none where it is a new one.
    opened: Option<&'a OpenedModule>,
    typed: &'a Typed,
    errors: &'a FieldErrors,
    /// Both texts where a colleague wrote the same fields meanwhile.
    clash: Option<&'a ModuleClash>,
}

/// What was typed.
#[derive(Default)]
struct Typed {
    /// The id of a new module.
    id: Option<ModuleId>,
    form: ModuleForm,
    /// The number of the version that the form was filled on.
    version: i32,
    note: String,
    /// The course from whose form somebody came, to go back to it.
    course: Option<CourseCode>,
}

impl Typed {
    fn of(fields: &[(String, String)]) -> Self {
        let value = |wanted: &str| {
            let field = fields.iter().find(|(name, _)| name == wanted);
            field.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self {
            id: value("id").parse().ok().map(ModuleId),
            form: ModuleForm {
                code: value("code"),
                title: value("title"),
                hours: value("hours"),
                summary: value("summary"),
            },
            version: value("version").parse().unwrap_or_default(),
            note: value("note"),
            course: CourseCode::read(&value("course")).ok(),
        }
    }

    /// Where to go when it is saved.
    fn next(&self, id: ModuleId) -> Response {
        let next = match &self.course {
            Some(course) => format!("/courses/{course}/edit/modules"),
            None => format!("/my-centre/modules/{id}"),
        };
        Redirect::to(&next).into_response()
    }
}

/// The module of a course whose text the form is filled with.
#[derive(Deserialize)]
pub(super) struct From {
    #[serde(default)]
    course: String,
    #[serde(default)]
    module: String,
}

impl From {
    async fn text(&self, app: &App, by: &CentreStaff) -> Result<Option<(CourseCode, Module)>> {
        let Ok(course) = CourseCode::read(&self.course) else { return Ok(None) };
        let module = actions::module_in_draft(app, by, (&course, &self.module)).await?;
        Ok(module.map(|module| (course, module)))
    }
}

/// The form for a new module, empty or with the text of a module of a course.
pub(super) async fn new_module(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(from): Query<From>,
) -> Result<Response> {
    let mut typed = Typed { id: Some(ModuleId::new()), ..Typed::default() };
    if let Some((course, module)) = from.text(&app, &by).await? {
        typed.form = ModuleForm::showing(&module);
        typed.course = Some(course);
    }
    page(&frame, None, &typed, Shown::Opened)
}

/// Adds a module.
pub(super) async fn create(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Fields(fields): Fields,
) -> Result<Response> {
    let typed = Typed::of(&fields);
    let id = typed.id.ok_or_else(|| Error::Unreadable("no id".into()))?;
    let made = match typed.form.read() {
        Ok(module) => actions::create_module(&app, &by, &NewModule { id, module }).await,
        Err(errors) => Err(errors.into()),
    };
    match made {
        Ok(()) => Ok(typed.next(id)),
        Err(Error::Invalid(errors)) => page(&frame, None, &typed, Shown::Faulty(&errors)),
        Err(other) => Err(other),
    }
}

/// The form for another version, with the text of the newest one or of a module of a course.
pub(super) async fn edit(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    Query(from): Query<From>,
) -> Result<Response> {
    let opened = actions::open_module(&app, &by, id).await?;
    if opened.row.is_retired() {
        return Err(Error::refused("module-refused-retired"));
    }
    let form = ModuleForm::showing(&opened.newest.module);
    let mut typed = Typed { form, version: opened.newest.number, ..Typed::default() };
    if let Some((course, module)) = from.text(&app, &by).await?
        && module.code == opened.row.code
    {
        typed.form = ModuleForm::showing(&module);
        typed.course = Some(course);
    }
    page(&frame, Some(&opened), &typed, Shown::Opened)
}

/// Makes another version.
pub(super) async fn change(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ModuleId>,
    Fields(fields): Fields,
) -> Result<Response> {
    let mut typed = Typed::of(&fields);
    let given_up = given_up(&fields);
    let (base, form, note) = (typed.version, &typed.form, typed.note.as_str());
    let sent = SentModule { id, base, form, note, given_up: &given_up };
    let changed = actions::change_module(&app, &by, &sent).await;
    let opened = actions::open_module(&app, &by, id).await?;
    match changed {
        Ok(Changed::Version(_)) => Ok(typed.next(id)),
        Ok(Changed::Clash(clash)) => {
            typed.form = ModuleForm::showing(&clash.merged);
            typed.version = clash.theirs.number;
            page(&frame, Some(&opened), &typed, Shown::Clash(&clash))
        }
        Err(Error::Invalid(errors)) => page(&frame, Some(&opened), &typed, Shown::Faulty(&errors)),
        Err(other) => Err(other),
    }
}

/// Why the form is shown.
#[derive(Clone, Copy)]
enum Shown<'a> {
    Opened,
    Faulty(&'a FieldErrors),
    Clash(&'a ModuleClash),
}

fn page(
    frame: &Frame,
    opened: Option<&OpenedModule>,
    typed: &Typed,
    shown: Shown<'_>,
) -> Result<Response> {
    let none = FieldErrors::default();
    let (status, errors, clash) = match shown {
        Shown::Opened => (StatusCode::OK, &none, None),
        Shown::Faulty(errors) => (StatusCode::UNPROCESSABLE_ENTITY, errors, None),
        Shown::Clash(clash) => (StatusCode::CONFLICT, &none, Some(clash)),
    };
    let page = frame.page(&FormPage { frame, opened, typed, errors, clash })?;
    Ok((status, page).into_response())
}
