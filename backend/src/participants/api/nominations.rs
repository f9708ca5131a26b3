//! Nominations of a State, and those sent to a centre, for programs.
use std::collections::HashMap;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::bodies::{
    NewNominationBody, RefusalBody, ReplacementBody, SubmissionBody, WithdrawalBody, pointed,
};
use super::shapes::{DecisionOut, NominationOut, NominationSummary, StepOut, WaitingOut};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::{DeliveryId, ParticipantNominationId, PersonId};
use crate::base::kept::Numbers;
use crate::deliveries::rules::DeliveryCode;
use crate::deliveries::{self, Delivery};
use crate::identity::{FocalPoint, NominationReader, NominationScope, ReaderScope, StateStaff};
use crate::organisations::{self, Directory};
use crate::participants::actions::{
    self, GivingUp, ListChange, OfferAnswer, Replacement, Sending, What,
};
use crate::participants::rules::ParticipantState;
use crate::participants::store::{self, NominationRow, Wanted};

/// The nominations that the address asks for.
pub async fn list(
    by: NominationReader,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<NominationSummary>>> {
    let code = asked.codes("delivery").pop();
    let state = asked.choice("state", ParticipantState::of);
    let paging = asked.paging::<ParticipantNominationId>("participant_nominations");
    let paging = asked.done(paging)?;
    let delivery = match code {
        Some(code) => Some(named(&app, &by, &code).await?),
        None => None,
    };
    let wanted = Wanted { delivery, state };
    let after = (&wanted, paging.after().copied());
    let rows = store::rows_after(&app.db, by.scope(), after, paging.rows()).await?;
    let known = actions::of_rows(&app, by.capacity().reads(), &rows).await?;
    let names = directory(&app).await?;
    let key = |row: &NominationRow| row.nomination.id;
    let item = |row: NominationRow| NominationSummary::of(&row, codes(&names, &known, &row));
    Ok(Json(paging.page(&app, rows, (key, item))?))
}

/// The delivery of this code; one that there is not has no nominations.
async fn named(app: &App, by: &NominationReader, code: &str) -> Result<DeliveryId> {
    let nothing = DeliveryId(uuid::Uuid::nil());
    let Some(code) = DeliveryCode::read(code) else { return Ok(nothing) };
    let found = deliveries::find(&app.db, by.capacity().reads(), &code).await?;
    Ok(found.map_or(nothing, |delivery| delivery.id))
}

async fn directory(app: &App) -> Result<std::sync::Arc<Directory>> {
    organisations::directory(app, &Numbers::read(&app.db).await?).await
}

fn codes(
    names: &Directory,
    known: &HashMap<DeliveryId, Delivery>,
    row: &NominationRow,
) -> (String, String) {
    let delivery = known.get(&row.nomination.delivery_id).map(|one| one.code.clone());
    let member = names.of(row.nomination.member_id).map(|one| one.code.clone());
    (delivery.unwrap_or_default(), member.unwrap_or_default())
}

/// Whose nominations are read, and which deliveries.
type Reads = (NominationScope, ReaderScope);

fn reads(by: &StateStaff) -> Reads {
    (NominationScope::State(by.nominees()), by.capacity().reads())
}

async fn stated(
    app: &App,
    (scope, deliveries): Reads,
    id: ParticipantNominationId,
) -> Result<Stated<NominationOut>> {
    let row = store::one(&app.db, scope, id).await?.ok_or(Error::NotFound)?;
    let known = actions::of_rows(app, deliveries, std::slice::from_ref(&row)).await?;
    let names = directory(app).await?;
    let mut steps = store::steps_of(&app.db, &row.nomination).await?;
    if matches!(scope, NominationScope::Centre(_)) {
        // What a State prepares is its own.
        steps.retain(|step| !step.state.is_at_home());
    }
    let steps = steps.into_iter().map(StepOut::from).collect();
    let waiting = waiting(app, &known, &row).await?;
    let body = NominationOut::of(&row, codes(&names, &known, &row), waiting, steps);
    Ok(Stated { revision: row.nomination.revision, body })
}

async fn waiting(
    app: &App,
    known: &HashMap<DeliveryId, Delivery>,
    row: &NominationRow,
) -> Result<Option<WaitingOut>> {
    let waits = row.nomination.state == ParticipantState::Waitlisted;
    let Some(delivery) = known.get(&row.nomination.delivery_id).filter(|_| waits) else {
        return Ok(None);
    };
    let place = actions::waiting_places(&app.db, delivery).await?.remove(&row.nomination.id);
    Ok(place.map(WaitingOut::from))
}

/// A nomination.
pub async fn show(
    by: NominationReader,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
) -> Result<Stated<NominationOut>> {
    stated(&app, (by.scope(), by.capacity().reads()), id).await
}

/// Puts somebody on the own list for a delivery.
pub async fn create(
    by: StateStaff,
    State(app): State<App>,
    NewId(id): NewId,
    Json(body): Json<NewNominationBody>,
) -> Result<Response> {
    let code = DeliveryCode::read(&body.delivery).ok_or(Error::NotFound)?;
    let (id, person) = (ParticipantNominationId(id), PersonId(body.person));
    let known = store::person(&app.db, by.nominees(), person).await?;
    if known.is_none() {
        let mut errors = FieldErrors::default();
        errors.add("/person", "participants-needs-person");
        return Err(errors.into());
    }
    let what = What::Add(vec![(id, person, body.reason)]);
    let change = ListChange { reasons: Vec::new(), what };
    actions::change_list(&app, &by, &code, &change).await.map_err(pointed)?;
    let delivery = deliveries::find(&app.db, by.capacity().reads(), &code).await?;
    let delivery = delivery.ok_or(Error::NotFound)?;
    let list = store::open_of(&app.db, by.nominees(), delivery.id).await?;
    let made = list.iter().find(|one| one.person_id == person).ok_or(Error::Conflict)?;
    created(&app, reads(&by), made.id).await
}

async fn created(app: &App, by: Reads, id: ParticipantNominationId) -> Result<Response> {
    let location = [(header::LOCATION, format!("{ROOT}/participant-nominations/{id}"))];
    Ok((StatusCode::CREATED, location, stated(app, by, id).await?).into_response())
}

/// Sends people on: to the centre.
pub async fn submit(
    by: StateStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<SubmissionBody>,
) -> Result<Json<DecisionOut>> {
    let code = DeliveryCode::read(&path).ok_or(Error::NotFound)?;
    let nominations = unique(&body.nominations);
    let sending = Sending { nominations, agreed: body.agreed };
    let people = actions::send(&app, &by, &code, &sending).await.map_err(pointed)?;
    Ok(Json(DecisionOut { people }))
}

/// Each id once.
pub(super) fn unique(ids: &[uuid::Uuid]) -> Vec<ParticipantNominationId> {
    let mut ids: Vec<_> = ids.iter().copied().map(ParticipantNominationId).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

async fn giving(
    app: &App,
    by: &StateStaff,
    (id, condition): (ParticipantNominationId, &Condition),
    reason: String,
) -> Result<GivingUp> {
    let row = store::one(&app.db, reads(by).0, id).await?.ok_or(Error::NotFound)?;
    let revision = condition.revision(row.nomination.revision)?;
    Ok(GivingUp { id, revision, reason })
}

/// Takes somebody back.
pub async fn withdraw(
    by: StateStaff,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    condition: Condition,
    Json(body): Json<WithdrawalBody>,
) -> Result<Stated<NominationOut>> {
    let giving = giving(&app, &by, (id, &condition), body.reason).await?;
    let done = actions::withdraw(&app, &by, &giving).await;
    done.map_err(outdated).map_err(pointed)?;
    stated(&app, reads(&by), id).await
}

/// Accepts an offered seat.
pub async fn accept(
    by: FocalPoint,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    condition: Condition,
) -> Result<Stated<NominationOut>> {
    answered(&app, &by, (id, &condition), &OfferAnswer::Accept).await
}

/// Declines an offered seat.
pub async fn refuse(
    by: FocalPoint,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    condition: Condition,
    Json(body): Json<RefusalBody>,
) -> Result<Stated<NominationOut>> {
    answered(&app, &by, (id, &condition), &OfferAnswer::Decline(body.reason)).await
}

async fn answered(
    app: &App,
    by: &FocalPoint,
    (id, condition): (ParticipantNominationId, &Condition),
    answer: &OfferAnswer,
) -> Result<Stated<NominationOut>> {
    let staff = by.as_staff();
    let read = giving(app, &staff, (id, condition), String::new()).await?;
    let done = actions::answer_offer(app, by, (id, read.revision), answer).await;
    done.map_err(outdated).map_err(pointed)?;
    stated(app, reads(&staff), id).await
}

/// Sends somebody else instead.
pub async fn replace(
    by: FocalPoint,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    condition: Condition,
    Json(body): Json<ReplacementBody>,
) -> Result<Response> {
    let staff = by.as_staff();
    let giving = giving(&app, &staff, (id, &condition), body.reason).await?;
    let replacement = Replacement { person: PersonId(body.person), agreed: body.agreed };
    let made = actions::replace(&app, &by, &giving, replacement).await;
    let made = made.map_err(outdated).map_err(pointed)?;
    created(&app, reads(&staff), made).await
}
