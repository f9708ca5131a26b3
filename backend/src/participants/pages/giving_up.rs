//! A State takes somebody back, or sends somebody else instead: each with its check page.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::around::Names;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::{ParticipantNominationId, PersonId};
use crate::base::page::Frame;
use crate::deliveries::{self, Delivery};
use crate::identity::{FocalPoint, NominationScope, StateStaff};
use crate::participants::actions::{self, GivingUp, Replacement};
use crate::participants::rules::{ParticipantState, Replacing, own_people_first, replacing};
use crate::participants::store::{self, NominationRow, People, Person};

/// How many people of the roster are shown to choose from.
const CHOICES: u64 = 50;

/// Somebody of the roster, and where they stand for the delivery already.
type Choice = (Person, Option<ParticipantState>);

#[derive(Template)]
#[template(path = "pages/participants/giving_up.html")]
struct GivingUpPage<'a> {
    frame: &'a Frame,
    names: Names,
    row: &'a NominationRow,
    delivery: &'a Delivery,
    form: &'a GivingUpForm,
    /// From whom to choose, and what replacing leads to; none where somebody is taken back.
    replaced: Option<(Replacing, Vec<Choice>)>,
    /// Whether a free seat is for the own people first.
    own_first: bool,
    errors: FieldErrors,
    changed_meanwhile: bool,
}

/// What is sent from a check page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct GivingUpForm {
    revision: i32,
    reason: String,
    person: Option<PersonId>,
    agreed: String,
    find: String,
}

impl GivingUpForm {
    fn giving(&self, id: ParticipantNominationId) -> GivingUp {
        GivingUp { id, revision: self.revision, reason: self.reason.clone() }
    }
}

/// The check page before somebody is taken back.
pub(super) async fn withdrawal(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
) -> Result<Response> {
    let form = GivingUpForm::default();
    page(&app, (&frame, &by), (id, ParticipantState::Withdrawn), (&form, None)).await
}

/// Takes somebody back.
pub(super) async fn withdraw(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    Form(form): Form<GivingUpForm>,
) -> Result<Response> {
    let done = actions::withdraw(&app, &by, &form.giving(id)).await;
    answered(&app, (&frame, &by), (id, ParticipantState::Withdrawn), (&form, done)).await
}

/// The check page before somebody else is sent.
pub(super) async fn replacement(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    Query(form): Query<GivingUpForm>,
) -> Result<Response> {
    let who = (&frame, &by.as_staff());
    page(&app, who, (id, ParticipantState::Replaced), (&form, None)).await
}

/// Sends somebody else.
pub(super) async fn replace(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    Form(form): Form<GivingUpForm>,
) -> Result<Response> {
    let nobody = PersonId(uuid::Uuid::nil());
    let person = form.person.unwrap_or(nobody);
    let replacement = Replacement { person, agreed: !form.agreed.is_empty() };
    let done = actions::replace(&app, &by, &form.giving(id), replacement).await.map(|_| ());
    let who = (&frame, &by.as_staff());
    answered(&app, who, (id, ParticipantState::Replaced), (&form, done)).await
}

async fn answered(
    app: &App,
    who: (&Frame, &StateStaff),
    about: (ParticipantNominationId, ParticipantState),
    (form, done): (&GivingUpForm, Result<()>),
) -> Result<Response> {
    match done {
        Ok(()) => {
            let (_, delivery) = known(app, who.1, about.0).await?;
            let list = format!("/deliveries/{}/participants", delivery.code);
            Ok(Redirect::to(&list).into_response())
        }
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            page(app, who, about, (form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn known(
    app: &App,
    by: &StateStaff,
    id: ParticipantNominationId,
) -> Result<(NominationRow, Delivery)> {
    let scope = NominationScope::State(by.nominees());
    let row = store::one(&app.db, scope, id).await?.ok_or(Error::NotFound)?;
    let ids = [row.nomination.delivery_id];
    let delivery = deliveries::of_ids(&app.db, by.capacity().reads(), &ids).await?.pop();
    Ok((row, delivery.ok_or(Error::NotFound)?))
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &StateStaff),
    (id, next): (ParticipantNominationId, ParticipantState),
    (form, error): (&GivingUpForm, Option<Error>),
) -> Result<Response> {
    let (row, delivery) = known(app, by, id).await?;
    if !row.nomination.may_become(next) {
        return Err(Error::refused("participants-refused-closed"));
    }
    let replaced = if next == ParticipantState::Replaced {
        let how = replacing(delivery.state, &delivery.due(), app.clock.now());
        let wanted = People { found_by: form.find.clone() };
        let who = (by.nominees(), &delivery);
        let choices = store::choosable(&app.db, who, &wanted, CHOICES).await?;
        Some((how.map_err(Error::Refused)?, choices))
    } else {
        None
    };
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let page = GivingUpPage {
        own_first: own_people_first(&delivery.due(), delivery.is_national(), app.clock.now()),
        names: Names::read(app).await?,
        row: &row,
        delivery: &delivery,
        frame,
        form,
        replaced,
        errors,
        changed_meanwhile,
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl GivingUpPage<'_> {
    /// The last part of the address of the page.
    fn noun(&self) -> &'static str {
        if self.replaced.is_some() { "replacement" } else { "withdrawal" }
    }

    /// What follows from it.
    fn what(&self) -> Message {
        let state = self.row.nomination.state;
        let key = match &self.replaced {
            Some((Replacing::Free, _)) if state == ParticipantState::Approved => {
                "participants-replace-decide"
            }
            Some((Replacing::Free, _)) => "participants-replace-free",
            Some((Replacing::Asks, _)) => "participants-replace-asks",
            None if state == ParticipantState::Offered => "participants-withdraw-offer",
            None if state.holds_seat() && self.own_first => "participants-withdraw-seat",
            None if state.holds_seat() => "participants-withdraw-seat-next",
            None if state.is_with_centre() => "participants-withdraw-centre",
            None => "participants-withdraw-home",
        };
        Message::new(key).with("centre", self.names.short(self.delivery.centre_id))
    }

    fn is_chosen(&self, person: &Person) -> bool {
        self.form.person == Some(person.id)
    }
}
