//! A centre's own courses, and beginning a new one.
use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::CourseId;
use crate::base::page::Frame;
use crate::catalogue::actions;
use crate::catalogue::rules::{Act, CourseCode, CourseContent, CourseForm, PER_PAGE, Window};
use crate::catalogue::store::{self, Course, CourseRow, CourseType, Proposal, courses, proposals};
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/own_courses.html")]
struct OwnCoursesPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    courses: Vec<(Course, CourseContent)>,
    /// What is proposed of them, or was sent back last.
    proposals: HashMap<CourseId, Proposal>,
    /// How many drafts wait for a Training Director.
    waiting: u64,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    page: Option<i64>,
}

/// The own centre's courses.
pub async fn courses(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = |page: i64| (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (found, total) = courses::list_of_centre(&app.db, by.centre(), stretch(page)).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        let last = format!("/courses?page={}", window.page);
        return Ok(Redirect::to(&last).into_response());
    }
    let ids: Vec<_> = found.iter().map(|course| course.id).collect();
    let proposals = proposals::of_courses(&app.db, by.centre(), &ids).await?;
    let (_, waiting) = proposals::waiting(&app.db, by.centre(), (0, 1)).await?;
    let read = |course: Course| course.content().map(|content| (course, content));
    let courses = found.into_iter().map(read).collect::<Result<_>>()?;
    let page = OwnCoursesPage { frame: &frame, by: &by, courses, proposals, waiting, window };
    Ok(frame.page(&page)?.into_response())
}

impl OwnCoursesPage<'_> {
    /// What is said of the draft beside the state of the course.
    fn review(&self, course: &Course) -> Option<&'static str> {
        let proposal = self.proposals.get(&course.id)?;
        match (proposal.is_open(), course.is_public()) {
            (true, true) => Some("proposal-sign-open"),
            (true, false) => None,
            (false, _) => Some("proposal-sign-back"),
        }
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/new_course.html")]
struct NewCoursePage<'a> {
    frame: &'a Frame,
    form: &'a NewCourseForm,
    types: Vec<CourseType>,
    errors: &'a FieldErrors,
}

#[derive(Deserialize)]
pub(super) struct NewCourseForm {
    id: CourseId,
    #[serde(default)]
    code: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    course_type: String,
}

/// The form for a new course.
pub async fn new_course(_: CentreStaff, frame: Frame, State(app): State<App>) -> Result<Response> {
    let form = NewCourseForm {
        id: CourseId::new(),
        code: String::new(),
        title: String::new(),
        course_type: String::new(),
    };
    new_course_page(&app, &frame, &form, &FieldErrors::default()).await
}

/// Begins a course.
pub async fn create(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<NewCourseForm>,
) -> Result<Response> {
    let begun = match form.read() {
        Ok(new) => actions::create(&app, &by, &new).await.map(|()| new.code),
        Err(errors) => Err(errors.into()),
    };
    match begun {
        Ok(code) => Ok(Redirect::to(&format!("/courses/{code}/edit")).into_response()),
        Err(Error::Invalid(errors)) => new_course_page(&app, &frame, &form, &errors).await,
        Err(other) => Err(other),
    }
}

async fn new_course_page(
    app: &App,
    frame: &Frame,
    form: &NewCourseForm,
    errors: &FieldErrors,
) -> Result<Response> {
    let types = store::course_types(&app.db).await?;
    let page = frame.page(&NewCoursePage { frame, form, types, errors })?;
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page).into_response())
}

impl NewCourseForm {
    fn read(&self) -> Result<CourseRow, FieldErrors> {
        let mut errors = FieldErrors::default();
        let code = match CourseCode::read(&self.code) {
            Ok(code) => code,
            Err(message) => {
                errors.add("code", message);
                return Err(errors);
            }
        };
        let form = CourseForm {
            title: self.title.clone(),
            course_type: self.course_type.clone(),
            ..CourseForm::default()
        };
        Ok(CourseRow { id: self.id, content: form.read(&code)?, code, sample: false })
    }
}
