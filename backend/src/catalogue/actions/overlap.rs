//! Similar courses of other centres: shown before publishing, dismissed with a reason, never a
//! hindrance.
use chrono::{DateTime, Utc};

use super::courses::record;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::OrganisationId;
use crate::base::kept::Numbers;
use crate::catalogue::rules::{CourseCode, Likeness, Traits, read_why};
use crate::catalogue::store::{Course, Hand, courses, overlap};
use crate::identity::{self, CentreStaff, TrainingDirector};
use crate::organisations;

/// A similar course of another centre.
#[derive(Clone, Debug)]
pub struct Similar {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The code of its centre.
    pub centre_code: String,
    /// The name of its centre.
    pub centre: String,
    /// How much and in what the two are alike.
    pub likeness: Likeness,
    /// Why the own centre finds that it is something else.
    pub dismissal: Option<Dismissed>,
}

/// A pair that a centre has dismissed.
#[derive(Clone, Debug)]
pub struct Dismissed {
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who, where it was a person.
    pub by: Option<String>,
}

/// Somebody of a centre sees what its course, as the draft says it, is similar to.
pub async fn similar(app: &App, by: &CentreStaff, course: &Course) -> Result<Vec<Similar>> {
    let content = course.content()?;
    let tags = content.languages.iter().map(String::as_str);
    let traits = Traits::of(&content.course_type, &content.title, &content.audience, tags);
    let numbers = Numbers::read(&app.db).await?;
    let neighbours = overlap::neighbours(app, &numbers).await?;
    let found = neighbours.similar(&traits, by.centre().id());
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let dismissals = overlap::dismissals(&app.db, course.id).await?;
    let accounts: Vec<_> = dismissals.iter().filter_map(|row| row.dismissed_by).collect();
    let names = identity::names_of(&app.db, &accounts).await?;
    let directory = organisations::directory(app, &numbers).await?;
    let of = |id: OrganisationId| directory.of(id);
    let shown = found.into_iter().map(|(neighbour, likeness)| {
        let row = dismissals.iter().find(|row| row.other_id == neighbour.id);
        let dismissal = row.map(|row| Dismissed {
            reason: row.reason.clone(),
            at: row.dismissed_at,
            by: row.dismissed_by.and_then(|account| names.get(&account).cloned()),
        });
        Similar {
            code: neighbour.code.clone(),
            title: neighbour.title.clone(),
            centre_code: of(neighbour.centre).map(|one| one.code.clone()).unwrap_or_default(),
            centre: of(neighbour.centre).map(|one| one.name.clone()).unwrap_or_default(),
            likeness,
            dismissal,
        }
    });
    Ok(shown.collect())
}

/// A Training Director says that a course of another centre is something else, and why; it stays
/// so until a director takes it back.
pub async fn dismiss(
    app: &App,
    by: &TrainingDirector,
    code: &CourseCode,
    (other, reason): (&str, &str),
) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let reason = read_why(reason).unwrap_or_else(|faults| {
        errors = faults;
        String::new()
    });
    let known = match CourseCode::read(other) {
        Ok(other) => courses::public(&tx, &other).await?,
        Err(_) => None,
    };
    let known = known.filter(|known| known.centre_id != course.centre_id);
    let Some(known) = known else {
        errors.add("with", "overlap-unknown");
        return Err(errors.into());
    };
    errors.or(())?;
    let pair = (course.id, known.id);
    // Pressed twice, it says already what it is to say.
    if overlap::dismissal(&tx, pair).await?.is_some_and(|row| row.reason == reason) {
        return Ok(());
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    overlap::dismiss(&tx, pair, &reason, hand).await?;
    record(&tx, hand, &by.by(), ("overlap.dismiss", course.id, &["overlap", "reason"])).await?;
    tx.commit().await
}

/// A Training Director wants to see a dismissed pair again.
pub async fn take_back(
    app: &App,
    by: &TrainingDirector,
    code: &CourseCode,
    other: &str,
) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    let known = match CourseCode::read(other) {
        Ok(other) => courses::public(&tx, &other).await?,
        Err(_) => None,
    };
    let Some(known) = known else {
        let mut errors = FieldErrors::default();
        errors.add("with", "overlap-unknown");
        return Err(errors.into());
    };
    if !overlap::take_back(&tx, (course.id, known.id)).await? {
        return Ok(());
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    record(&tx, hand, &by.by(), ("overlap.take_back", course.id, &["overlap"])).await?;
    tx.commit().await
}
