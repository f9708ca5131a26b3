//! The file of somebody who is put forward: who, where it stands, why, and each step.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::around::Names;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Path;
use crate::base::filters;
use crate::base::ids::ParticipantNominationId;
use crate::base::page::Frame;
use crate::deliveries::rules::Deadline;
use crate::deliveries::{self, Delivery};
use crate::identity::{NominationReader, NominationScope};
use crate::participants::actions::{WaitingPlace, waiting_places};
use crate::participants::rules::{ParticipantState, PassedOver, replacing};
use crate::participants::store::{self, NominationRow, Step};

#[derive(Template)]
#[template(path = "pages/participants/file.html")]
struct FilePage<'a> {
    frame: &'a Frame,
    names: Names,
    row: &'a NominationRow,
    delivery: &'a Delivery,
    steps: Vec<Step>,
    /// The place on the waiting list, and for which seats the person was passed over.
    waits: Option<WaitingPlace>,
    skips: Vec<(DateTime<Utc>, PassedOver)>,
    /// Whether a State looks at its own.
    own: bool,
    /// Whether it can be given up, and somebody else be sent.
    may: (bool, bool),
    /// Whether whoever looks may answer an offer that is open.
    answers: bool,
}

/// The file of a nomination, for its State and for the centre that decides on it.
pub(super) async fn file(
    by: NominationReader,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ParticipantNominationId>,
) -> Result<Response> {
    let row = store::one(&app.db, by.scope(), id).await?.ok_or(Error::NotFound)?;
    let ids = [row.nomination.delivery_id];
    let delivery = deliveries::of_ids(&app.db, by.capacity().reads(), &ids).await?.pop();
    let delivery = delivery.ok_or(Error::NotFound)?;
    let mut steps = store::steps_of(&app.db, &row.nomination).await?;
    let own = matches!(by.scope(), NominationScope::State(_));
    if !own {
        // What a State prepares is its own.
        steps.retain(|step| !step.state.is_at_home());
    }
    let waits = match row.nomination.state {
        ParticipantState::Waitlisted => {
            waiting_places(&app.db, &delivery).await?.remove(&row.nomination.id)
        }
        _ => None,
    };
    let page = FilePage {
        names: Names::read(&app).await?,
        waits,
        skips: store::skips_of(&app.db, &row.nomination).await?,
        may: may(&app, &by, (&row, &delivery)),
        answers: answers(&by, &row),
        frame: &frame,
        row: &row,
        delivery: &delivery,
        steps,
        own,
    };
    Ok(frame.page(&page)?.into_response())
}

/// Whether whoever looks may answer an offer to the person.
fn answers(by: &NominationReader, row: &NominationRow) -> bool {
    let all = matches!(by.scope(), NominationScope::State(scope) if scope.agency().is_none());
    all && row.nomination.offered_until().is_some()
}

/// Whether whoever looks may take it back, and send somebody else instead.
fn may(
    app: &App,
    by: &NominationReader,
    (row, delivery): (&NominationRow, &Delivery),
) -> (bool, bool) {
    let NominationScope::State(scope) = by.scope() else { return (false, false) };
    let one = &row.nomination;
    let all = scope.agency().is_none();
    let back = one.may_become(ParticipantState::Withdrawn) && (all || one.is_at_home());
    let due = delivery.due();
    let how = replacing(delivery.state, &due, app.clock.now());
    (back, all && one.may_become(ParticipantState::Replaced) && how.is_ok())
}

impl FilePage<'_> {
    fn offered_until(&self) -> Option<crate::base::i18n::Message> {
        let until = self.row.nomination.offered_until();
        until.map(|until| super::around::at_venue(self.delivery, &until))
    }

    fn replaced_until(&self) -> Option<crate::base::i18n::Message> {
        let due = self.delivery.due();
        let until = due.iter().find(|(deadline, _)| *deadline == Deadline::Replacement);
        until.map(|(_, at)| super::around::at_venue(self.delivery, at))
    }
}
