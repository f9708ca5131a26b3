//! A member needs a course in its language: a course nomination of that kind.
use super::sheets::save_sheet;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, RoundId};
use crate::catalogue::{self, OfferedCourse};
use crate::course_nominations::store::{self, LanguageWish, Round, Saving};
use crate::identity::{CentreStaff, FocalPoint};

/// What a member needs in which language.
#[derive(Clone, Debug)]
pub struct Translation<'a> {
    /// The round in which it is asked for.
    pub round: RoundId,
    /// The course.
    pub course: &'a OfferedCourse,
    /// The language.
    pub language: &'a str,
    /// Why, in the member's words.
    pub reason: &'a str,
}

/// The rounds in which a member can ask now for something about a course of this type, the next to
/// close first.
pub async fn rounds_taking(app: &App, by: &FocalPoint, course_type: &str) -> Result<Vec<Round>> {
    let now = app.clock.now();
    let mut taking = Vec::new();
    for status in store::sheet_status(&app.db, by.state()).await? {
        let types = store::course_types_of(&app.db, status.round.id).await?;
        if status.round.taking(now).accepts() && types.iter().any(|code| code == course_type) {
            taking.push(status.round);
        }
    }
    Ok(taking)
}

/// A focal point puts the need into the draft of the sheet, where it is submitted with the rest;
/// answers the line. Asked twice, it stands there once.
pub async fn ask_translation(
    app: &App,
    by: &FocalPoint,
    asked: &Translation<'_>,
) -> Result<String> {
    match ask_once(app, by, asked).await {
        // A deputy saved the sheet at the same moment: the need goes into what stands now.
        Err(Error::Conflict) => ask_once(app, by, asked).await,
        answer => answer,
    }
}

async fn ask_once(app: &App, by: &FocalPoint, asked: &Translation<'_>) -> Result<String> {
    let desk = store::desk(&app.db, by.state(), asked.round).await?;
    let mut answers = desk.answers.clone();
    let wanted = (asked.course.course_id, asked.language);
    let key = answers.ask_translation(&asked.course.course_type, wanted, asked.reason);
    let key = key.ok_or_else(|| Error::refused("translation-refused-full"))?;
    if answers != desk.answers {
        let saving = Saving { round: asked.round, revision: desk.revision(), answers: &answers };
        save_sheet(app, by, saving).await?;
    }
    Ok(key)
}

/// In which languages States need the courses of a centre, with how many of them; of its course
/// types where they name no course.
pub async fn languages_wanted(
    app: &App,
    by: &CentreStaff,
) -> Result<(Vec<LanguageWish>, Vec<(CourseId, String)>)> {
    let own = catalogue::codes_of_centre(&app.db, by.centre()).await?;
    let types = catalogue::types_published_by(&app.db, by.centre()).await?;
    let ids: Vec<CourseId> = own.iter().map(|(id, _)| *id).collect();
    Ok((store::language_wishes(&app.db, by.centre(), (&types, &ids)).await?, own))
}
