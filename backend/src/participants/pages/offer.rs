//! Answering an offered seat: by a focal point, or by the person from the link in the letter.
//! Looking at a link changes nothing: programs that scan emails open every link in them.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::around::{Names, at_venue};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::ParticipantNominationId;
use crate::base::page::Frame;
use crate::deliveries::{self, Delivery};
use crate::identity::{FocalPoint, NominationScope, Visitor};
use crate::participants::actions::{self, LinkedOffer, OfferAnswer};
use crate::participants::rules::ParticipantState;
use crate::participants::store::{self, NominationRow};

#[derive(Template)]
#[template(path = "pages/participants/offer.html")]
struct OfferPage<'a> {
    frame: &'a Frame,
    names: Names,
    row: &'a NominationRow,
    delivery: &'a Delivery,
    until: DateTime<Utc>,
    form: &'a AnswerForm,
    errors: FieldErrors,
    changed_meanwhile: bool,
}

/// What is sent from a page on which an offer is answered.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AnswerForm {
    revision: i32,
    #[serde(rename = "do")]
    answer: String,
    reason: String,
}

impl AnswerForm {
    /// The answer; a form that holds none is not from our pages.
    fn read(&self) -> Result<OfferAnswer> {
        match self.answer.as_str() {
            "accept" => Ok(OfferAnswer::Accept),
            "decline" => Ok(OfferAnswer::Decline(self.reason.clone())),
            _ => Err(Error::Unreadable("no answer".into())),
        }
    }
}

/// Shows an offer to somebody of the own State.
pub(super) async fn offer(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
) -> Result<Response> {
    page(&app, (&frame, &by), id, (&AnswerForm::default(), None)).await
}

/// Answers it.
pub(super) async fn answer(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
    Form(form): Form<AnswerForm>,
) -> Result<Response> {
    match actions::answer_offer(&app, &by, (id, form.revision), &form.read()?).await {
        Ok(()) => Ok(Redirect::to(&format!("/participants/{id}")).into_response()),
        Err(error @ (Error::Invalid(_) | Error::Conflict)) => {
            page(&app, (&frame, &by), id, (&form, Some(error))).await
        }
        Err(other) => Err(other),
    }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &FocalPoint),
    id: ParticipantNominationId,
    (form, error): (&AnswerForm, Option<Error>),
) -> Result<Response> {
    let scope = NominationScope::State(by.as_staff().nominees());
    let row = store::one(&app.db, scope, id).await?.ok_or(Error::NotFound)?;
    let until = row.nomination.offered_until();
    let until = until.ok_or_else(|| Error::refused("offer-refused-over"))?;
    let ids = [row.nomination.delivery_id];
    let delivery = deliveries::of_ids(&app.db, by.capacity().reads(), &ids).await?.pop();
    let delivery = &delivery.ok_or(Error::NotFound)?;
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let errors = match error {
        Some(Error::Invalid(errors)) => errors,
        _ => FieldErrors::default(),
    };
    let (names, row) = (Names::read(app).await?, &row);
    let page = OfferPage { frame, names, row, delivery, until, form, errors, changed_meanwhile };
    Ok((status, frame.page(&page)?).into_response())
}

impl OfferPage<'_> {
    fn what(&self) -> Message {
        Message::new("offer-lede")
            .with("centre", self.names.short(self.delivery.centre_id))
            .with("until", at_venue(self.delivery, &self.until))
    }
}

#[derive(Template)]
#[template(path = "pages/participants/offer_link.html")]
struct LinkPage<'a> {
    frame: &'a Frame,
    names: Names,
    offer: LinkedOffer,
}

/// Shows the offer to which a link leads: the delivery, and nothing of the person.
pub(super) async fn linked(
    _: Visitor,
    frame: Frame,
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Html<String>> {
    let offer = actions::linked_offer(&app, &token).await?;
    let names = Names::read(&app).await?;
    frame.page(&LinkPage { frame: &frame, names, offer })
}

/// Answers it, and shows what became of it.
pub(super) async fn answer_linked(
    by: Visitor,
    State(app): State<App>,
    Path(token): Path<String>,
    Form(form): Form<AnswerForm>,
) -> Result<Redirect> {
    match actions::answer_by_link(&app, &by, &token, &form.read()?).await {
        // The page says what became of an offer that is over.
        Ok(()) | Err(Error::Refused(_)) => Ok(Redirect::to(&format!("/offers/{token}"))),
        Err(other) => Err(other),
    }
}

impl LinkPage<'_> {
    fn centre(&self) -> &str {
        self.names.name(self.offer.delivery.centre_id)
    }

    fn until(&self) -> Option<Message> {
        self.offer.until.as_ref().map(|until| at_venue(&self.offer.delivery, until))
    }

    /// The keys of what became of the offer, and of what follows from it.
    fn became(&self) -> (&'static str, &'static str) {
        match self.offer.stands {
            Some(ParticipantState::Accepted) => ("offer-accepted", "offer-accepted-what"),
            Some(ParticipantState::Declined) => ("offer-declined", "offer-declined-what"),
            _ => ("offer-over", "offer-over-what"),
        }
    }
}
