//! What focal points send: nominations, "no needs", and what they take back.
use chrono::{DateTime, Utc};

use super::{by_at, taking_answers};
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseNominationId, RoundId};
use crate::course_nominations::emails::{self, News};
use crate::course_nominations::rules::{Changes, Line, Need, NominationState, Standing, changes};
use crate::course_nominations::store::{self, Desk, Nomination, Saving, Sheet, SheetState};
use crate::identity::FocalPoint;

/// A sheet as the person who sends it saw it.
#[derive(Clone, Copy, Debug)]
pub struct Sending {
    /// The round.
    pub round: RoundId,
    /// The revision that was on the check page.
    pub revision: i32,
}

/// A focal point sends what the sheet asks for; pressed twice, it is sent once.
pub async fn submit_sheet(app: &App, by: &FocalPoint, sending: Sending) -> Result<()> {
    submit(app, by, sending, SheetState::Submitted).await
}

/// A focal point answers that the member needs nothing; what was asked for is withdrawn.
pub async fn submit_no_needs(app: &App, by: &FocalPoint, sending: Sending) -> Result<()> {
    submit(app, by, sending, SheetState::NoNeeds).await
}

#[tracing::instrument(skip_all, fields(round = %sending.round))]
async fn submit(app: &App, by: &FocalPoint, sending: Sending, sent: SheetState) -> Result<()> {
    match submit_once(app, by, sending, sent).await {
        // Pressed twice at the same moment: who was slower finds it sent.
        Err(Error::Conflict) => submit_once(app, by, sending, sent).await,
        answer => answer,
    }
}

async fn submit_once(app: &App, by: &FocalPoint, sending: Sending, sent: SheetState) -> Result<()> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    store::hold(&tx, sending.round).await?;
    let desk = store::desk(&tx, by.state(), sending.round).await?;
    if desk.revision() != sending.revision {
        return Err(Error::Conflict);
    }
    if is_sent(&desk, sent) {
        return Ok(());
    }
    taking_answers(&desk.round, by.capacity(), now)?;
    let needs = match sent {
        SheetState::NoNeeds => Vec::new(),
        SheetState::Draft | SheetState::Submitted => desk.judge()?,
    };
    let sheet = sheet_to_send(&tx, by, &desk, now).await?;
    let standing = store::standing_of(&tx, by.state(), sending.round).await?;
    let pairs: Vec<_> = standing.iter().map(|row| (row.id, row.need())).collect();
    let changed = changes(&pairs, needs.clone());
    let news = News { desk: &desk, needs: &needs, changes: &changed, sent };
    send(app, &tx, by, (&news, &sheet, None, now)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

fn is_sent(desk: &Desk, sent: SheetState) -> bool {
    match desk.standing() {
        Standing::Submitted => sent == SheetState::Submitted,
        Standing::NoNeeds => sent == SheetState::NoNeeds,
        Standing::Silent | Standing::Draft | Standing::Changed => false,
    }
}

/// The sheet; saved first where "no needs" is all that was ever said.
async fn sheet_to_send(
    tx: &Transaction,
    by: &FocalPoint,
    desk: &Desk,
    now: DateTime<Utc>,
) -> Result<Sheet> {
    if let Some(sheet) = &desk.sheet {
        return Ok(sheet.clone());
    }
    let saving = Saving { round: desk.round.id, revision: 0, answers: &desk.answers };
    store::save_sheet(tx, by.state(), saving, by_at(by.capacity(), now)).await?;
    store::sheet(tx, by.state(), desk.round.id).await?.ok_or(Error::Conflict)
}

/// Writes nominations, history, demand, emails and the audit entry of one submission.
async fn send(
    app: &App,
    tx: &Transaction,
    by: &FocalPoint,
    (news, sheet, reason, now): (&News<'_>, &Sheet, Option<&str>, DateTime<Utc>),
) -> Result<()> {
    let (state, by_now) = (by.state(), by_at(by.capacity(), now));
    let (round, months) = (news.desk.round.id, news.desk.round.months());
    let changes = news.changes;
    // The sheet comes first: whoever sends it at the same moment waits here, and is then refused.
    let revision = match reason {
        // A withdrawal beside a draft that goes on leaves that draft unsent.
        Some(_) if sheet.standing() == Standing::Changed => sheet.submitted_revision,
        _ => Some(sheet.revision),
    };
    let number = store::submit_sheet(tx, sheet, (news.sent, revision), by_now)
        .await?
        .ok_or(Error::Conflict)?;
    let dropped: Vec<CourseNominationId> = changes.dropped.iter().map(|(id, _)| *id).collect();
    store::withdraw(tx, state, &dropped, (reason, by_now)).await?;
    store::submit_changed(tx, state, months, changes, by_now).await?;
    store::submit_new(tx, state, (round, months), changes, by_now).await?;
    store::recount(tx, state, round).await?;
    let event = emails::event_of(sheet.id, number);
    emails::tell(app, tx, by.capacity().organisation(), (&event, news)).await?;
    let (action, object, id) = match (dropped.first(), reason, news.sent) {
        (Some(id), Some(_), _) => ("nomination.withdraw", "course_nomination", id.to_string()),
        (_, _, SheetState::NoNeeds) => ("sheet.no_needs", "sheet", sheet.id.to_string()),
        _ => ("sheet.submit", "sheet", sheet.id.to_string()),
    };
    let deed = Deed { action, object, object_id: &id, fields: &["state"] };
    audit::record(tx, now, &by.by(), deed).await
}

/// A focal point takes back one nomination, with a reason; pressed twice, it is taken back once.
pub async fn withdraw_nomination(
    app: &App,
    by: &FocalPoint,
    id: CourseNominationId,
    reason: &str,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let now = app.clock.now();
    let nomination = store::nomination(&tx, by.state(), id).await?.ok_or(Error::NotFound)?;
    if nomination.state == NominationState::Withdrawn {
        return Ok(());
    }
    if !nomination.state.may_become(NominationState::Withdrawn) {
        return Err(Error::refused("withdrawal-refused-planned"));
    }
    store::hold(&tx, nomination.round_id).await?;
    let desk = store::desk(&tx, by.state(), nomination.round_id).await?;
    taking_answers(&desk.round, by.capacity(), now)?;
    let sheet = without_line(&tx, by, &desk, &nomination.line).await?;
    let needs = remaining(&tx, by, &nomination).await?;
    let dropped = vec![(id, nomination.need())];
    let changes = Changes { dropped, ..Changes::default() };
    let sent = SheetState::Submitted;
    let news = News { desk: &desk, needs: &needs, changes: &changes, sent };
    send(app, &tx, by, (&news, &sheet, Some(reason), now)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

async fn remaining(tx: &Transaction, by: &FocalPoint, without: &Nomination) -> Result<Vec<Need>> {
    let standing = store::standing_of(tx, by.state(), without.round_id).await?;
    let others = standing.iter().filter(|other| other.id != without.id);
    Ok(others.map(Nomination::need).collect())
}

/// The sheet with a line set to "not needed", so that it is not sent again by accident.
async fn without_line(tx: &Transaction, by: &FocalPoint, desk: &Desk, key: &str) -> Result<Sheet> {
    let sheet = desk.sheet.clone().ok_or(Error::NotFound)?;
    let mut answers = desk.answers.clone();
    for line in answers.lines.iter_mut().filter(|line| line.key == key) {
        *line = Line { often: "0".to_owned(), rank: String::new(), ..line.clone() };
    }
    let saving = Saving { round: desk.round.id, revision: sheet.revision, answers: &answers };
    let by_now = by_at(by.capacity(), sheet.saved_at);
    let revision = store::save_sheet(tx, by.state(), saving, by_now).await?;
    let revision = revision.ok_or(Error::Conflict)?;
    let unsent = sheet.standing() == Standing::Changed;
    // The copy in hand stands as the row does: sent, unless a draft went on.
    let submitted_revision = if unsent { sheet.submitted_revision } else { Some(revision) };
    Ok(Sheet { revision, submitted_revision, ..sheet })
}
