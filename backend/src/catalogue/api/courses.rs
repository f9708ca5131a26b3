//! Courses for programs.
use axum::Extension;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::reading::pointed;
use super::shapes::PublicationBody;
use super::shapes::{
    Content, CourseOut, CoursePatch, CourseSummary, Facts, FoundCourses, NewCourse,
};
use crate::base::App;
use crate::base::api::{Asked, Condition, NewId, Paging, ROOT, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::CourseId;
use crate::base::ready::Lasting;
use crate::catalogue::actions::{self, Edition};
use crate::catalogue::rules::{
    CourseCode, CourseContent, DeliveryMode, DeliveryScope, Facet, Filter, Goal, Level, Rank,
};
use crate::catalogue::store::{
    self, Course, CourseRow, ListedCourse, Proposal, Stretch, courses, versions,
};
use crate::identity::{CentreScope, CentreStaff, TrainingDirector, Visitor};
use crate::organisations;

/// The published courses that the address asks for.
pub async fn list(
    _: Visitor,
    State(app): State<App>,
    asked: Asked,
) -> Result<(Extension<Lasting>, Json<FoundCourses>)> {
    let (filter, paging) = wanted(asked)?;
    let wanted = (paging.after(), paging.rows());
    let Stretch { courses, corrected } = store::stretch(&app, &filter, wanted).await?;
    let page = paging.page(&app, courses, (rank, |(course, _)| summary(course)))?;
    Ok((Extension(Lasting), Json(FoundCourses { page, corrected })))
}

fn rank((_, rank): &(ListedCourse, Rank)) -> Rank {
    rank.clone()
}

fn wanted(mut asked: Asked) -> Result<(Filter, Paging<Rank>)> {
    let mut filter = Filter { page: 1, ..Filter::default() };
    asked.one("q", 200).unwrap_or_default().trim().clone_into(&mut filter.q);
    filter.exact = asked.choice("exact", |value| (value == "yes").then_some(())).is_some();
    let chosen = [
        (Facet::Goal, asked.many("goal", |v| Goal::of(v).map(|v| v.as_str().to_owned()))),
        (Facet::Type, asked.codes("course_type")),
        (Facet::Centre, asked.codes("centre")),
        (Facet::Language, asked.codes("language")),
        (Facet::Mode, asked.many("mode", |v| DeliveryMode::of(v).map(|v| v.as_str().to_owned()))),
        (Facet::Level, asked.many("level", |v| Level::of(v).map(|v| v.as_str().to_owned()))),
    ];
    filter.chosen = chosen.into_iter().filter(|(_, values)| !values.is_empty()).collect();
    let paging = asked.paging("courses");
    asked.done(paging.map(|paging| (filter, paging)))
}

fn summary(course: ListedCourse) -> CourseSummary {
    let parts = |text: &str| -> Vec<String> {
        text.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    CourseSummary {
        languages: parts(&course.languages),
        levels_of_delivery: parts(&course.levels_of_delivery)
            .iter()
            .filter_map(|name| DeliveryScope::of(name))
            .collect(),
        code: course.code,
        title: course.title,
        summary: course.summary,
        centre: course.centre_code,
        course_type: course.course_type,
        goal: course.goal,
        level: Level::of(&course.level),
        duration_days: course.duration_days,
        module_count: course.module_count,
        train_the_trainer: course.train_the_trainer == "yes",
        published_at: course.published_at,
        verified_at: course.verified_at,
        sample: course.sample,
    }
}

/// A course: its published version, or for its own centre its working draft.
pub async fn show(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Stated<CourseOut>> {
    let read = read(&by, &app, &path).await?;
    if read.unpublished {
        return draft(&app, read.course).await;
    }
    stated(&app, read.course, (read.content, false, None)).await
}

/// A course as somebody may read it.
pub(super) struct ReadCourse {
    pub(super) course: Course,
    pub(super) content: CourseContent,
    /// Whether this is the working draft.
    pub(super) unpublished: bool,
}

/// The published version; for the own centre the working draft, and for the Regional Support Office
/// that of what was never published.
pub(super) async fn read(by: &Visitor, app: &App, path: &str) -> Result<ReadCourse> {
    let code = code_in(path)?;
    let own = match by.centre_staff() {
        Some(staff) => courses::of_centre(&app.db, staff.centre(), &code).await?,
        None => None,
    };
    if let Some(course) = own {
        return Ok(ReadCourse { content: course.content()?, course, unpublished: true });
    }
    if let Some(course) = courses::public(&app.db, &code).await? {
        let version = course.published_version.ok_or(Error::NotFound)?;
        let content = versions::content_of(&app.db, course.id, version).await?;
        return Ok(ReadCourse { course, content, unpublished: false });
    }
    let officer = by.rso_officer().ok_or(Error::NotFound)?;
    let course = courses::of_region(&app.db, officer.region(), &code).await?;
    let course = course.ok_or(Error::NotFound)?;
    Ok(ReadCourse { content: course.content()?, course, unpublished: true })
}

/// The code in an address; what is none is not there.
pub(super) fn code_in(path: &str) -> Result<CourseCode> {
    CourseCode::read(path).map_err(|_| Error::NotFound)
}

/// The course as its own centre sees it.
pub(super) async fn draft(app: &App, course: Course) -> Result<Stated<CourseOut>> {
    let content = course.content()?;
    let differs = course.draft_differs;
    let proposal = store::proposals::of_course(&app.db, course.id).await?;
    stated(app, course, (content, differs, proposal)).await
}

async fn stated(
    app: &App,
    course: Course,
    (content, unpublished_changes, proposal): (CourseContent, bool, Option<Proposal>),
) -> Result<Stated<CourseOut>> {
    let centre = organisations::by_id(&app.db, course.centre_id).await?.ok_or(Error::NotFound)?;
    let types = store::course_types(&app.db).await?;
    let known = types.iter().find(|known| known.code == content.course_type);
    let partners = store::co_delivery::partners(&app.db, course.id).await?;
    let partners = organisations::by_ids(&app.db, &partners).await?;
    let mut co_delivered_by: Vec<_> = partners.into_iter().map(|partner| partner.code).collect();
    co_delivered_by.sort_unstable();
    let facts = Facts {
        code: course.code,
        centre: centre.code,
        co_delivered_by,
        goal: known.map(|known| known.goal),
        state: course.state,
        reason: Some(course.reason).filter(|reason| !reason.is_empty()),
        successor: course.successor_code,
        version: course.published_version,
        unpublished_changes,
        proposal: proposal.map(Into::into),
        verified_at: course.verified_at,
        sample: course.sample,
    };
    let body = CourseOut { facts, content: Content::from(content) };
    Ok(Stated { revision: course.revision, body })
}

/// The own centre's course of this code.
pub(super) async fn own(app: &App, scope: CentreScope, code: &CourseCode) -> Result<Course> {
    courses::of_centre(&app.db, scope, code).await?.ok_or(Error::NotFound)
}

/// Begins a course.
pub async fn create(
    by: CentreStaff,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<NewCourse>,
) -> Result<Response> {
    let code = CourseCode::read(&body.code).map_err(|message| {
        let mut errors = FieldErrors::default();
        errors.add("/code", message);
        Error::from(errors)
    })?;
    let content = body.content.read(&code)?;
    let new = CourseRow { id: CourseId(id.0), code, content, sample: false };
    actions::create(&app, &by, &new).await?;
    let made = draft(&app, own(&app, by.centre(), &new.code).await?).await?;
    let location = [(header::LOCATION, format!("{ROOT}/courses/{}", new.code))];
    Ok((StatusCode::CREATED, location, made).into_response())
}

/// Changes the draft of a course.
pub async fn change(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(changes): Json<CoursePatch>,
) -> Result<Stated<CourseOut>> {
    let code = code_in(&path)?;
    let course = own(&app, by.centre(), &code).await?;
    let revision = condition.required(course.revision)?;
    let content = changes.over(course.content()?.into()).map_err(|e| Error::Internal(e.into()))?;
    let content = content.read(&code)?;
    let edition = Edition { code, revision };
    actions::save_draft(&app, &by, &edition, &content).await.map_err(outdated)?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// Publishes the draft of a course.
pub async fn publish(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<PublicationBody>,
) -> Result<Stated<CourseOut>> {
    let code = code_in(&path)?;
    let revision = condition.revision(own(&app, by.centre(), &code).await?.revision)?;
    let edition = Edition { code, revision };
    let published = actions::publish(&app, &by, &edition, &body.note).await;
    published.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(pointed(faults)),
        other => other,
    })?;
    draft(&app, own(&app, by.centre(), &edition.code).await?).await
}
