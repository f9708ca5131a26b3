//! The sheet of a member for programs.
use axum::extract::State;

use super::sheet_shapes::{LineShape, SheetBody, SheetOut, SubmissionBody};
use crate::base::App;
use crate::base::api::{Condition, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::{CourseId, RoundId};
use crate::catalogue;
use crate::course_nominations::actions::{self, Sending};
use crate::course_nominations::rules::{AskedLine, Line, Offer, place_of};
use crate::course_nominations::store::{self, Desk, Saving};
use crate::identity::{Capacity, FocalPoint, StateStaff};

/// The sheet as it is saved.
pub async fn show(
    by: StateStaff,
    State(app): State<App>,
    Path(id): Path<RoundId>,
) -> Result<Stated<SheetOut>> {
    let desk = store::desk(&app.db, by.state(), id).await?;
    Ok(stated(by.capacity(), &desk))
}

/// Saves the whole sheet.
pub async fn save(
    by: FocalPoint,
    State(app): State<App>,
    Path(id): Path<RoundId>,
    condition: Condition,
    Json(body): Json<SheetBody>,
) -> Result<Stated<SheetOut>> {
    let mut desk = store::desk(&app.db, by.state(), id).await?;
    let revision = condition.required(desk.revision())?;
    let lines: Vec<AskedLine> = body.lines.into_iter().map(AskedLine::from).collect();
    let named: Vec<String> =
        lines.iter().filter_map(|line| line.preferred_course.clone()).collect();
    desk.courses.extend(catalogue::offered_of_codes(&app.db, &named).await?);
    let answers = offering(&desk, |offer| offer.read(&lines, desk.answers.usual.clone()))?;
    let saving = Saving { round: id, revision, answers: &answers };
    actions::save_sheet(&app, &by, saving).await.map_err(outdated)?;
    saved(&app, &by, id).await
}

/// Sends what the sheet asks for, or that the member needs nothing.
pub async fn submit(
    by: FocalPoint,
    State(app): State<App>,
    Path(id): Path<RoundId>,
    condition: Condition,
    Json(body): Json<SubmissionBody>,
) -> Result<Stated<SheetOut>> {
    let desk = store::desk(&app.db, by.state(), id).await?;
    let sending = Sending { round: id, revision: condition.revision(desk.revision())? };
    let sent = if body.no_needs {
        actions::submit_no_needs(&app, &by, sending).await
    } else {
        actions::submit_sheet(&app, &by, sending).await
    };
    sent.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(placed(&faults, &desk)),
        other => other,
    })?;
    saved(&app, &by, id).await
}

async fn saved(app: &App, by: &FocalPoint, id: RoundId) -> Result<Stated<SheetOut>> {
    let desk = store::desk(&app.db, by.state(), id).await?;
    Ok(stated(by.capacity(), &desk))
}

/// The lines on which anything was said.
fn shown(desk: &Desk) -> Vec<&Line> {
    let is_said = |line: &&Line| **line != Line::usual(line.key.clone(), &desk.answers.usual);
    desk.answers.lines.iter().filter(is_said).collect()
}

fn placed(faults: &FieldErrors, desk: &Desk) -> FieldErrors {
    let lines = shown(desk);
    let mut placed = FieldErrors::default();
    for (field, message) in faults.iter() {
        placed.add(place_of(field, &lines), message.clone());
    }
    placed
}

fn offering<T>(desk: &Desk, then: impl FnOnce(Offer<'_>) -> T) -> T {
    let courses: Vec<(CourseId, &str, &str)> = desk
        .courses
        .iter()
        .map(|course| (course.course_id, course.code.as_str(), course.course_type.as_str()))
        .collect();
    then(Offer { types: &desk.codes(), courses: &courses })
}

fn stated(by: &Capacity, desk: &Desk) -> Stated<SheetOut> {
    let lines = shown(desk);
    let lines = offering(desk, |offer| {
        lines.into_iter().map(|line| LineShape::from(offer.show(line))).collect()
    });
    let body = SheetOut {
        round: desk.round.id,
        member: by.organisation().code.clone(),
        standing: desk.standing(),
        submitted_at: desk.sheet.as_ref().and_then(|sheet| sheet.submitted_at),
        lines,
    };
    Stated { revision: desk.revision(), body }
}
