//! A centre schedules a delivery, changes it, and makes another like it.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::conflict::Conflict;
use super::form::{AboutForm, DeliveryForm, faults_of, form_page};
use super::{code_in, edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::ids::DeliveryId;
use crate::base::page::Frame;
use crate::catalogue::rules::{CourseCode, DeliveryMode, DeliveryScope};
use crate::catalogue::{self, Schedulable, may_schedule};
use crate::deliveries::actions::{self, NewDelivery, Wanted};
use crate::deliveries::rules::{Act, TypedDelivery, read};
use crate::deliveries::store::Delivery;
use crate::identity::CentreStaff;
use crate::organisations;

#[derive(Template)]
#[template(path = "pages/deliveries/choose.html")]
struct ChoosePage<'a> {
    frame: &'a Frame,
    courses: Vec<(String, String)>,
}

#[derive(Deserialize)]
pub(super) struct OfCourse {
    #[serde(default)]
    course: String,
}

/// The choice of a course, and the form for a new delivery of it.
pub async fn new_delivery(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<OfCourse>,
) -> Result<Response> {
    if wanted.course.is_empty() {
        let courses = catalogue::courses_to_schedule(&app.db, by.centre()).await?;
        return Ok(frame.page(&ChoosePage { frame: &frame, courses })?.into_response());
    }
    let course = course_of(&app, &by, &wanted.course).await?;
    let typed = proposal(&app, &by, &course).await?;
    let about = about(DeliveryId::new(), &course);
    let none = FieldErrors::default();
    form_page(&app, (&frame, &by), (&about, &typed), (&none, None)).await
}

/// The course of this code, where the own centre may schedule it.
async fn course_of(app: &App, by: &CentreStaff, code: &str) -> Result<Schedulable> {
    let code = CourseCode::read(code).map_err(|_| Error::NotFound)?;
    let course = catalogue::schedulable(&app.db, &code).await?.ok_or(Error::NotFound)?;
    let may = may_schedule(&course.offering, by.centre().id());
    if may { Ok(course) } else { Err(Error::refused("delivery-refused-course")) }
}

fn about(id: DeliveryId, course: &Schedulable) -> AboutForm {
    AboutForm {
        id,
        known: None,
        course: course.code.clone(),
        title: course.content.title.clone(),
        version: course.version,
    }
}

/// What the course says, at the centre, on days to be settled.
async fn proposal(app: &App, by: &CentreStaff, course: &Schedulable) -> Result<TypedDelivery> {
    let centre = organisations::by_id(&app.db, by.centre().id()).await?.ok_or(Error::NotFound)?;
    let content = &course.content;
    let people = |people: Option<u16>| people.map(|n| n.to_string()).unwrap_or_default();
    let mode = content.delivery_modes.first().copied().unwrap_or(DeliveryMode::InPerson);
    let scope = content.levels_of_delivery.first().copied().unwrap_or(DeliveryScope::Regional);
    Ok(TypedDelivery {
        scope: scope.as_str().to_owned(),
        mode: mode.as_str().to_owned(),
        city: centre.city.clone().unwrap_or_default(),
        country: centre.country.clone().unwrap_or_default(),
        zone: centre.time_zone.clone(),
        languages: content.languages.iter().take(1).cloned().collect(),
        min_participants: people(content.min_participants),
        max_participants: people(content.max_participants),
        ..TypedDelivery::default()
    })
}

/// Schedules.
pub async fn schedule(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<DeliveryForm>,
) -> Result<Response> {
    let course = course_of(&app, &by, &form.course).await?;
    let id = form.id.unwrap_or_else(DeliveryId::new);
    let typed = form.typed();
    let members = actions::members_by_code(&app).await?;
    let done = match read(&typed, &members) {
        Ok(plan) => {
            let code = CourseCode::read(&course.code).map_err(|_| Error::NotFound)?;
            let new = NewDelivery { id, course: code, plan, sample: false };
            actions::schedule(&app, &by, &new).await
        }
        Err(errors) => Err(errors.into()),
    };
    match done {
        Ok(made) => Ok(to_the_page(&made.code)),
        Err(error) => {
            let errors = faults_of(error)?;
            let about = about(id, &course);
            form_page(&app, (&frame, &by), (&about, &typed), (&errors, None)).await
        }
    }
}

fn to_the_page(code: &str) -> Response {
    Redirect::to(&format!("/deliveries/{code}")).into_response()
}

fn about_known(known: &Delivery) -> AboutForm {
    AboutForm {
        id: known.id,
        known: Some(known.clone()),
        course: known.course_code.clone(),
        title: known.title.clone(),
        version: known.version,
    }
}

/// The delivery as its form would be typed.
async fn as_typed(app: &App, known: &Delivery) -> Result<TypedDelivery> {
    let plan = actions::plan_of(app, known).await?;
    let member = match known.member_id {
        Some(id) => organisations::by_id(&app.db, id).await?.map(|member| member.code),
        None => None,
    };
    Ok(TypedDelivery::of(&plan, &member.unwrap_or_default()))
}

/// The form of a delivery.
pub async fn edit(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let known = own(&app, by.centre(), &path).await?;
    known.state.allows(Act::Edit).map_err(Error::Refused)?;
    if known.is_announced() && !by.may_publish() {
        return Err(Error::refused("delivery-refused-director"));
    }
    let typed = as_typed(&app, &known).await?;
    let none = FieldErrors::default();
    form_page(&app, (&frame, &by), (&about_known(&known), &typed), (&none, None)).await
}

/// Saves what a delivery says.
pub async fn save(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<DeliveryForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let typed = form.typed();
    let known = own(&app, by.centre(), &path).await?;
    match actions::edit(&app, &by, &edition, Wanted::Typed(&typed)).await {
        Ok(_) => Ok(to_the_page(&known.code)),
        Err(Error::Conflict) => {
            let theirs = as_typed(&app, &known).await?;
            let conflict = Conflict::of(&app, &known, (&theirs, &typed)).await?;
            let why = (&FieldErrors::default(), Some(&conflict));
            form_page(&app, (&frame, &by), (&about_known(&known), &typed), why).await
        }
        Err(error) => {
            let errors = faults_of(error)?;
            // The form goes on from what it was filled on, so that no colleague is overwritten.
            let known = Delivery { revision: edition.revision, ..known };
            form_page(&app, (&frame, &by), (&about_known(&known), &typed), (&errors, None)).await
        }
    }
}

#[derive(Template)]
#[template(path = "pages/deliveries/copy.html")]
struct CopyPage<'a> {
    frame: &'a Frame,
    delivery: &'a Delivery,
    id: DeliveryId,
}

/// The check page before making another delivery like one.
pub async fn new_copy(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    let delivery = &own(&app, by.centre(), &path).await?;
    let page = CopyPage { frame: &frame, delivery, id: DeliveryId::new() };
    Ok(frame.page(&page)?.into_response())
}

#[derive(Deserialize)]
pub(super) struct CopyForm {
    id: DeliveryId,
}

/// Schedules another delivery like one.
pub async fn copy(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<CopyForm>,
) -> Result<Response> {
    let made = actions::copy(&app, &by, &code_in(&path)?, form.id).await?;
    Ok(Redirect::to(&format!("/deliveries/{}/edit", made.code)).into_response())
}
