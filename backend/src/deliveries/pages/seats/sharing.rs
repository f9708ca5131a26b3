//! A centre prepares how the seats of its delivery are shared, from a proposal or by hand.
use axum::extract::State;
use axum::response::Response;

use super::form::{Around, SeatsForm, form_page};
use super::to_the_seats;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{self as actions, Proposal};
use crate::deliveries::pages::{edition, own};
use crate::deliveries::rules::seats::{SeatAct, Sharing};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{Kept, kept_of_centre};
use crate::identity::CentreStaff;

/// The form with what is kept, or with the proposal that the address asks for.
pub async fn edit(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(asked): Query<SeatsForm>,
) -> Result<Response> {
    let delivery = &own(&app, by.centre(), &path).await?;
    let kept = kept_of_centre(&app.db, delivery, by.centre()).await?;
    may_fill(&by, delivery, kept.as_ref())?;
    let fresh = asked.propose.is_empty();
    let mut form = match &kept {
        Some(kept) if fresh => SeatsForm::of(kept),
        _ if fresh => SeatsForm { sharing: Sharing::Demand.as_str().to_owned(), ..asked },
        _ => SeatsForm { revision: kept.as_ref().map_or(0, |kept| kept.revision), ..asked },
    };
    let wanted = form.how();
    let asks = (!fresh || kept.is_none()).then_some(&wanted);
    let code = delivery.known_as();
    let proposed = actions::proposal(&app, &by, &code, (asks, &form.invited)).await;
    let (mut shown, errors) = match proposed {
        Ok(shown) => (shown, FieldErrors::default()),
        Err(Error::Invalid(errors)) => (demand(&app, &by, delivery).await?, errors),
        Err(other) => return Err(other),
    };
    if asks.is_none() {
        shown.seats = kept.as_ref().map(|kept| kept.books.shares()).unwrap_or_default();
    } else if errors.is_empty() && form.sharing != Sharing::Custom.as_str() {
        // What is proposed stands in the place of what was typed.
        form.member.clear();
    }
    let around = Around { delivery, kept: kept.as_ref(), shown };
    form_page(&app, (&frame, around), &form, (&errors, false)).await
}

/// Keeps the draft.
pub async fn save(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<SeatsForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    let done = actions::draft_seats(&app, &by, &edition, &form.typed()).await;
    match done {
        Ok(_) => Ok(to_the_seats(edition.code.as_str())),
        Err(error) => again(&app, (&frame, &by), (&path, form), error).await,
    }
}

/// The form again, as it was typed, with what is the matter.
pub(super) async fn again(
    app: &App,
    (frame, by): (&Frame, &CentreStaff),
    (path, mut form): (&str, SeatsForm),
    error: Error,
) -> Result<Response> {
    let (errors, changed_meanwhile) = match error {
        Error::Invalid(errors) => (errors, false),
        Error::Conflict => (FieldErrors::default(), true),
        other => return Err(other),
    };
    let delivery = &own(app, by.centre(), path).await?;
    let kept = kept_of_centre(&app.db, delivery, by.centre()).await?;
    if changed_meanwhile {
        form.revision = kept.as_ref().map_or(0, |kept| kept.revision);
    }
    let shown = demand(app, by, delivery).await?;
    let around = Around { delivery, kept: kept.as_ref(), shown };
    form_page(app, (frame, around), &form, (&errors, changed_meanwhile)).await
}

/// What States asked for, and no seats.
async fn demand(app: &App, by: &CentreStaff, delivery: &Delivery) -> Result<Proposal> {
    actions::proposal(app, by, &delivery.known_as(), (None, &[])).await
}

/// Whether somebody may fill the form: a draft everybody of the centre, what is published its
/// Training Director.
fn may_fill(by: &CentreStaff, delivery: &Delivery, kept: Option<&Kept>) -> Result<()> {
    if delivery.is_national() {
        return Err(Error::refused("seats-refused-national"));
    }
    let published = kept.is_some_and(Kept::is_published);
    let act = if published { SeatAct::Change } else { SeatAct::Draft };
    act.allowed_in(delivery.state).map_err(Error::Refused)?;
    if published && !by.may_publish() {
        return Err(Error::refused("seats-refused-director"));
    }
    Ok(())
}
