//! The seats of deliveries for programs.
use std::sync::Arc;

use axum::extract::State;

use super::bodies::{ReturnBody, SeatsBody};
use super::shapes::{EntryOut, ProposalOut, SeatsOut};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::deliveries::actions::Edition;
use crate::deliveries::actions::seats::{self as actions, Line, ledger_of, lines};
use crate::deliveries::api::bodies::pointed;
use crate::deliveries::api::handlers::{code_in, directory, own};
use crate::deliveries::rules::seats::{Sharing, TypedProposing};
use crate::deliveries::store::seats::{self, Kept, Quota};
use crate::deliveries::store::{self, Delivery};
use crate::identity::{CentreStaff, FocalPoint, ReaderScope, SeatsReader, TrainingDirector};
use crate::organisations::Directory;

/// The longest number in an address.
const LONGEST: usize = 4;

fn revision_of(kept: Option<&Kept>) -> i32 {
    kept.map_or(0, |kept| kept.revision)
}

async fn all(app: &App, delivery: &Delivery, kept: Option<Kept>) -> Result<Stated<SeatsOut>> {
    let body = SeatsOut::all(&*directory(app).await?, delivery, kept.as_ref());
    Ok(Stated { revision: revision_of(kept.as_ref()), body })
}

/// What a State sees; its state is another whenever the own numbers are.
async fn of_state(
    app: &App,
    delivery: &Delivery,
    quota: Option<Quota>,
) -> Result<Stated<SeatsOut>> {
    let body = SeatsOut::own(&*directory(app).await?, delivery, quota.as_ref());
    Ok(Stated { revision: quota.map_or(0, |one| one.held * 10_000 + one.taken), body })
}

/// The seats of a delivery, as far as they are the program's to know.
pub async fn show(
    by: SeatsReader,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Stated<SeatsOut>> {
    let (delivery, scope) = found(&app, &by, &path).await?;
    let held = scope.centre().filter(|centre| centre.id() == delivery.centre_id);
    if let Some(centre) = held {
        let kept = seats::kept_of_centre(&app.db, &delivery, centre).await?;
        return all(&app, &delivery, kept).await;
    }
    if let Some(region) = scope.region() {
        let kept = seats::published(&app.db, &delivery, region).await?;
        return all(&app, &delivery, kept).await;
    }
    let state = scope.state().ok_or(Error::NotFound)?;
    of_state(&app, &delivery, seats::quota_of(&app.db, delivery.id, state).await?).await
}

async fn found(app: &App, by: &SeatsReader, path: &str) -> Result<(Delivery, ReaderScope)> {
    let found = store::find(&app.db, by.scope(), &code_in(path)?).await?;
    Ok((found.ok_or(Error::NotFound)?, by.scope()))
}

/// The own delivery, with how its seats are shared.
async fn held(app: &App, by: &CentreStaff, path: &str) -> Result<(Delivery, Option<Kept>)> {
    let delivery = own(app, by.centre(), &code_in(path)?).await?;
    let kept = seats::kept_of_centre(&app.db, &delivery, by.centre()).await?;
    Ok((delivery, kept))
}

/// Shares the seats: a draft, or what States hold.
pub async fn put(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
    Json(body): Json<SeatsBody>,
) -> Result<Stated<SeatsOut>> {
    let (delivery, kept) = held(&app, &by.as_staff(), &path).await?;
    let revision = condition.required(revision_of(kept.as_ref()))?;
    let (edition, typed) = (Edition { code: delivery.known_as(), revision }, body.typed());
    let done = if kept.is_some_and(|kept| kept.is_published()) {
        actions::change_seats(&app, &by, &edition, &typed).await
    } else {
        actions::draft_seats(&app, &by.as_staff(), &edition, &typed).await
    };
    done.map_err(outdated).map_err(|error| body.pointed(error))?;
    let (delivery, kept) = held(&app, &by.as_staff(), &path).await?;
    all(&app, &delivery, kept).await
}

/// Proposes how the seats are shared.
pub async fn propose(
    by: CentreStaff,
    State(app): State<App>,
    Path(path): Path<String>,
    mut asked: Asked,
) -> Result<Json<ProposalOut>> {
    let sharing = asked.choice("sharing", Sharing::of).unwrap_or(Sharing::Demand);
    let (keep, cap) = (asked.one("keep", LONGEST), asked.one("cap", LONGEST));
    let invited = asked.codes("member");
    asked.done(Some(()))?;
    let typed = TypedProposing {
        sharing: sharing.as_str().to_owned(),
        keep: keep.unwrap_or_default(),
        cap: cap.unwrap_or_default(),
    };
    let delivery = own(&app, by.centre(), &code_in(&path)?).await?;
    let code = delivery.known_as();
    let wanted = (Some(&typed), invited.as_slice());
    let found = actions::proposal(&app, &by, &code, wanted).await.map_err(in_address)?;
    Ok(Json(ProposalOut::of(&*directory(&app).await?, &delivery, &found)))
}

/// Faults by the parameter of the address.
fn in_address(error: Error) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(faults.renamed(|field| format!("?{field}"))),
        other => other,
    }
}

/// Publishes the seats.
pub async fn publish(
    by: TrainingDirector,
    State(app): State<App>,
    Path(path): Path<String>,
    condition: Condition,
) -> Result<Stated<SeatsOut>> {
    let (delivery, kept) = held(&app, &by.as_staff(), &path).await?;
    let revision = condition.revision(revision_of(kept.as_ref()))?;
    // What is published already says what it is to say, to a program that does not say otherwise.
    if condition == Condition::None && kept.as_ref().is_some_and(Kept::is_published) {
        return all(&app, &delivery, kept).await;
    }
    let edition = Edition { code: delivery.known_as(), revision };
    actions::publish_seats(&app, &by, &edition).await.map_err(outdated)?;
    let (delivery, kept) = held(&app, &by.as_staff(), &path).await?;
    all(&app, &delivery, kept).await
}

/// Where seats went, the newest first.
pub async fn entries(
    by: SeatsReader,
    State(app): State<App>,
    Path(path): Path<String>,
    mut asked: Asked,
) -> Result<Json<Items<EntryOut>>> {
    let paging = asked.paging::<i32>("seat entries");
    let paging = asked.done(paging)?;
    let (delivery, scope) = found(&app, &by, &path).await?;
    let whose = ledger_of(scope, &delivery).ok_or(Error::NotFound)?;
    let wanted = (paging.after().copied(), paging.rows());
    let rows = seats::ledger_behind(&app.db, &delivery, whose, wanted).await?;
    let rows = lines(&app, scope, &delivery, rows).await?;
    let names: Arc<Directory> = directory(&app).await?;
    let key = |line: &Line| line.entry.number;
    Ok(Json(paging.page(&app, rows, (key, |line| EntryOut::of(&names, line)))?))
}

/// Returns free seats of the own State.
pub async fn give_back(
    by: FocalPoint,
    State(app): State<App>,
    Path(path): Path<String>,
    Json(body): Json<ReturnBody>,
) -> Result<Stated<SeatsOut>> {
    let code = code_in(&path)?;
    let done = actions::return_seats(&app, &by, (&code, None), &body.typed()).await;
    done.map_err(pointed)?;
    let found = store::find(&app.db, by.state().into(), &code).await?;
    let delivery = found.ok_or(Error::NotFound)?;
    of_state(&app, &delivery, seats::quota_of(&app.db, delivery.id, by.state()).await?).await
}
