//! Deliveries for programs.
use std::collections::HashMap;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

use super::bodies::{DeliveryPatch, NewDelivery, pointed};
use super::shapes::{Codes, DeliveryOut, DeliverySummary};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::base::kept::Numbers;
use crate::catalogue::rules::{CourseCode, DeliveryMode};
use crate::deliveries::actions::{self, Edition, Wanted};
use crate::deliveries::rules::{DeliveryCode, DeliveryState, TypedDelivery, read};
use crate::deliveries::store::{self, Delivery, Span};
use crate::identity::{CentreScope, CentreStaff, TrainingDirector, Visitor};
use crate::organisations::{self, Directory};

/// The deliveries that the address asks for.
pub async fn list(
    by: Visitor,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<DeliverySummary>>> {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let span = Span {
        course: asked.codes("course").pop().unwrap_or_default().to_ascii_uppercase(),
        course_type: asked.codes("course_type").pop().unwrap_or_default(),
        language: asked.codes("language").pop().unwrap_or_default(),
        mode: asked.choice("mode", DeliveryMode::of),
        state: asked.choice("state", DeliveryState::of),
        from: asked.choice("from", day),
        until: asked.choice("until", day),
    };
    let paging = asked.paging::<(NaiveDate, String)>("deliveries");
    let paging = asked.done(paging)?;
    let wanted = (&span, paging.after());
    let rows = store::stretch(&app.db, by.scope(), wanted, paging.rows()).await?;
    let names = directory(&app).await?;
    let key = |row: &Delivery| (row.sort_day, row.code.clone());
    let item = |row: Delivery| {
        let codes = codes(&names, &row);
        DeliverySummary::of(row, codes)
    };
    Ok(Json(paging.page(&app, rows, (key, item))?))
}

pub(super) async fn directory(app: &App) -> Result<std::sync::Arc<Directory>> {
    organisations::directory(app, &Numbers::read(&app.db).await?).await
}

fn codes(names: &Directory, delivery: &Delivery) -> Codes {
    let code = |id: OrganisationId| names.of(id).map(|one| one.code.clone());
    Codes {
        centre: code(delivery.centre_id).unwrap_or_default(),
        owner: code(delivery.owner_id).unwrap_or_default(),
        member: delivery.member_id.and_then(code),
    }
}

/// The code in an address; what is none is not there.
pub(super) fn code_in(path: &str) -> Result<DeliveryCode> {
    DeliveryCode::read(path).ok_or(Error::NotFound)
}

async fn stated(app: &App, delivery: Delivery) -> Result<Stated<DeliveryOut>> {
    let codes = codes(&*directory(app).await?, &delivery);
    let slots = store::slots_of(&app.db, &delivery).await?;
    let revision = delivery.revision;
    Ok(Stated { revision, body: DeliveryOut::of(delivery, codes, &slots) })
}

/// A delivery.
pub async fn show(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Stated<DeliveryOut>> {
    let found = store::find(&app.db, by.scope(), &code_in(&path)?).await?;
    stated(&app, found.ok_or(Error::NotFound)?).await
}

pub(super) async fn own(app: &App, scope: CentreScope, code: &DeliveryCode) -> Result<Delivery> {
    store::of_centre_by_code(&app.db, scope, code).await?.ok_or(Error::NotFound)
}

async fn created(app: &App, made: Delivery) -> Result<Response> {
    let location = [(header::LOCATION, format!("{ROOT}/deliveries/{}", made.code))];
    Ok((StatusCode::CREATED, location, stated(app, made).await?).into_response())
}

/// Schedules a delivery.
pub async fn create(
    by: CentreStaff,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<NewDelivery>,
) -> Result<Response> {
    let (course, said) = body.parts();
    let typed = said.over(TypedDelivery::default());
    let members = actions::members_by_code(&app).await?;
    let plan = read(&typed, &members).map_err(Error::from).map_err(pointed)?;
    let course = CourseCode::read(&course).map_err(|_| Error::NotFound)?;
    let new = actions::NewDelivery { id: DeliveryId(id.0), course, plan, sample: false };
    created(&app, actions::schedule(&app, &by, &new).await?).await
}

/// Changes a delivery.
pub async fn change(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(changes): Json<DeliveryPatch>,
) -> Result<Stated<DeliveryOut>> {
    let code = code_in(&path)?;
    let known = own(&app, by.centre(), &code).await?;
    let revision = condition.required(known.revision)?;
    let plan = actions::plan_of(&app, &known).await?;
    let members = actions::members_by_code(&app).await?;
    let by_id: HashMap<_, _> = members.iter().map(|(code, id)| (*id, code.as_str())).collect();
    let member = known.member_id.and_then(|id| by_id.get(&id).copied()).unwrap_or_default();
    let typed = changes.over(TypedDelivery::of(&plan, member));
    let plan = read(&typed, &members).map_err(Error::from).map_err(pointed)?;
    let edition = Edition { code, revision };
    let saved = actions::edit(&app, &by, &edition, Wanted::Read(&plan)).await;
    saved.map_err(outdated).map_err(pointed)?;
    stated(&app, own(&app, by.centre(), &edition.code).await?).await
}

/// What a program is answered that changed a delivery.
pub type Answer = Stated<DeliveryOut>;

/// Which delivery a Training Director means, as the program read it.
pub async fn edition_read(
    app: &App,
    by: &TrainingDirector,
    path: &str,
    condition: &Condition,
) -> Result<Edition> {
    let code = code_in(path)?;
    let revision = condition.revision(own(app, by.centre(), &code).await?.revision)?;
    Ok(Edition { code, revision })
}

/// The delivery once a step was taken.
pub async fn turned(
    app: &App,
    by: &TrainingDirector,
    (edition, done): (&Edition, Result<()>),
) -> Result<Answer> {
    done.map_err(outdated).map_err(pointed)?;
    stated(app, own(app, by.centre(), &edition.code).await?).await
}

/// Announces a delivery.
pub async fn announce(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Stated<DeliveryOut>> {
    let edition = edition_read(&app, &by, &path, &condition).await?;
    let known = own(&app, by.centre(), &edition.code).await?;
    // What is announced already says what it is to say, to a program that does not say otherwise.
    let announced = matches!(known.state, DeliveryState::Announced | DeliveryState::Nominating);
    if condition == Condition::None && announced {
        return stated(&app, known).await;
    }
    let done = actions::announce(&app, &by, &edition).await;
    turned(&app, &by, (&edition, done)).await
}

/// Schedules another delivery like one.
pub async fn copy(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    id: NewId,
) -> Result<Response> {
    let code = code_in(&path)?;
    created(&app, actions::copy(&app, &by, &code, DeliveryId(id.0)).await?).await
}
