//! Saving one part of a course: what others saved meanwhile is kept, and where two people wrote
//! the same field, nothing is saved before one of them has chosen.
use super::courses::{Edition, keep};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::catalogue::rules::{Act, CourseContent, Difference, Part, between, merge};
use crate::catalogue::store::{Course, Hand, courses};
use crate::identity::CentreStaff;

/// What somebody sends of one part of a course.
#[derive(Clone, Debug)]
pub struct SentPart<'a> {
    /// Which part.
    pub part: Part,
    /// The course, as it was when the form was opened.
    pub edition: &'a Edition,
    /// The print of what the form showed then ([`Part::seen`]); empty where it is not known.
    pub seen: &'a str,
    /// What the form says; only the fields of the part are looked at.
    pub content: &'a CourseContent,
    /// The fields in which the colleague's text is to stay.
    pub given_up: &'a [String],
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum Saved {
    /// It is saved: the revision now, and the print of what the form shows now.
    Whole(i32, String),
    /// Nothing is saved, because two people wrote the same fields.
    Clash(Box<Clash>),
}

/// Two people's work on the same fields.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The course as it stands, saved by the other.
    pub course: Course,
    /// What the form is to show now: mine where both changed the same field.
    pub merged: CourseContent,
    /// Both texts of each field that both changed: mine before, theirs after.
    pub fields: Vec<Difference>,
    /// The print of what stands now.
    pub seen: String,
}

/// A centre saves one part of its course into the working draft.
pub async fn save_part(app: &App, by: &CentreStaff, sent: &SentPart<'_>) -> Result<Saved> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &sent.edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let theirs = course.content()?;
    let now = sent.part.seen(&theirs);
    let seen = if course.revision == sent.edition.revision { &now } else { sent.seen };
    let merged = merge(sent.part, seen, (sent.content, &theirs), sent.given_up);
    if !merged.clashes.is_empty() {
        let mut fields = between(&merged.content, &theirs);
        fields.retain(|field| merged.clashes.contains(&field.name));
        let merged = merged.content;
        return Ok(Saved::Clash(Box::new(Clash { course, merged, fields, seen: now })));
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let revision = keep(&tx, by, &course, (&merged.content, hand)).await?;
    tx.commit().await?;
    Ok(Saved::Whole(revision, sent.part.seen(&merged.content)))
}
