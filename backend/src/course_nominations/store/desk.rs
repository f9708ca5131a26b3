//! Everything that lies on the desk of whoever fills a sheet, in a constant number of queries.
use std::collections::HashSet;

use sea_orm::ConnectionTrait;

use super::nominations::Nomination;
use super::rounds::{Round, course_types_of, invited, rounds_of};
use super::rows::submitted_before;
use super::sheets::{Sheet, sheet};
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, RoundId};
use crate::catalogue::{self, CourseType, OfferedCourse};
use crate::course_nominations::rules::{Answers, Line, Need, Preference, Scope, Standing};
use crate::identity::StateScope;

/// The most courses of a type that are there to choose from; where there are more, the course
/// that is preferred is named by its code.
pub const MOST_TO_CHOOSE: usize = 12;

/// What is needed to fill, judge and send a member's sheet for a round.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The round.
    pub round: Round,
    /// The course types of the round, in the order of the sheet.
    pub types: Vec<CourseType>,
    /// The first courses on offer of each of those types, by title, and those that are named.
    pub courses: Vec<OfferedCourse>,
    /// The sheet as saved, if anything was.
    pub sheet: Option<Sheet>,
    /// Its answers, a line for each course type or more.
    pub answers: Answers,
    /// What the member asked for in the round before.
    pub former: Option<Former>,
}

/// What a member asked for in a former round.
#[derive(Clone, Debug)]
pub struct Former {
    /// The round.
    pub round: Round,
    /// Its nominations, by rank.
    pub nominations: Vec<Nomination>,
}

/// The desk of a member for a round to which it is invited; another round is not there.
pub async fn desk(db: &impl ConnectionTrait, state: StateScope, id: RoundId) -> Result<Desk> {
    let round = invited(db, state, id).await?.ok_or(Error::NotFound)?;
    let covered = course_types_of(db, id).await?;
    let mut types = catalogue::course_types(db).await?;
    types.retain(|course_type| covered.contains(&course_type.code));
    let codes: Vec<&str> = types.iter().map(|course_type| course_type.code.as_str()).collect();
    let sheet = sheet(db, state, id).await?;
    let saved = sheet.as_ref().map_or_else(|| Ok(Answers::default()), Sheet::typed)?;
    let answers = saved.arranged(&codes);
    let former = former(db, state, &round).await?;
    let courses = courses(db, &codes, (&answers, former.as_ref())).await?;
    Ok(Desk { round, types, courses, sheet, answers, former })
}

/// The first courses of each type, which are there to choose from, and those that the answers
/// or the former round name: by id, or by code where a type has too many to choose from.
async fn courses(
    db: &impl ConnectionTrait,
    types: &[&str],
    (answers, former): (&Answers, Option<&Former>),
) -> Result<Vec<OfferedCourse>> {
    let mut courses = catalogue::first_offered(db, types, MOST_TO_CHOOSE + 1).await?;
    let named = answers.lines.iter().filter_map(Line::preferred);
    let (mut ids, mut codes) = (HashSet::new(), HashSet::new());
    for preferred in named {
        match preferred {
            Preference::Id(id) => ids.insert(id),
            Preference::Code(code) => codes.insert(code),
        };
    }
    let former = former.into_iter().flat_map(|former| &former.nominations);
    ids.extend(former.filter_map(|nomination| nomination.course_id));
    for course in &courses {
        ids.remove(&course.course_id);
        codes.remove(&course.code);
    }
    let (ids, codes) = (Vec::from_iter(ids), Vec::from_iter(codes));
    courses.extend(catalogue::offered_of_ids(db, &ids).await?);
    courses.extend(catalogue::offered_of_codes(db, &codes).await?);
    Ok(courses)
}

async fn former(
    db: &impl ConnectionTrait,
    state: StateScope,
    round: &Round,
) -> Result<Option<Former>> {
    let mut rounds = rounds_of(db, state).await?;
    rounds.retain(|other| other.id != round.id && other.opens_at < round.opens_at);
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id).collect();
    let Some((id, nominations)) = submitted_before(db, state, &ids).await? else {
        return Ok(None);
    };
    let round = rounds.into_iter().find(|round| round.id == id);
    Ok(round.map(|round| Former { round, nominations }))
}

impl Desk {
    /// The codes of the course types, in the order of the sheet.
    pub fn codes(&self) -> Vec<&str> {
        self.types.iter().map(|course_type| course_type.code.as_str()).collect()
    }

    /// The revision that is saved; 0 where nothing is.
    pub fn revision(&self) -> i32 {
        self.sheet.as_ref().map_or(0, |sheet| sheet.revision)
    }

    /// Where the sheet stands.
    pub fn standing(&self) -> Standing {
        self.sheet.as_ref().map_or(Standing::Silent, Sheet::standing)
    }

    /// The name of a course type.
    pub fn name_of<'a>(&'a self, code: &'a str) -> &'a str {
        let known = self.types.iter().find(|course_type| course_type.code == code);
        known.map_or(code, |course_type| course_type.name.as_str())
    }

    /// The course of this id, if it is on offer.
    pub fn course(&self, id: CourseId) -> Option<&OfferedCourse> {
        self.courses.iter().find(|course| course.course_id == id)
    }

    /// The course that a line prefers, if it is on offer.
    pub fn preferred(&self, line: &Line) -> Option<&OfferedCourse> {
        match line.preferred()? {
            Preference::Id(id) => self.course(id),
            Preference::Code(code) => self.courses.iter().find(|course| course.code == code),
        }
    }

    /// The needs that the saved answers state, or every fault.
    pub fn judge(&self) -> Result<Vec<Need>> {
        let courses: Vec<(CourseId, &str, &str)> = self
            .courses
            .iter()
            .map(|course| (course.course_id, course.code.as_str(), course.course_type.as_str()))
            .collect();
        let scope = Scope { types: &self.codes(), courses: &courses };
        scope.judge(&self.answers).map_err(Error::Invalid)
    }

    /// The answers of the former round as lines of this sheet.
    pub fn former_lines(&self) -> Vec<Line> {
        let nominations = self.former.iter().flat_map(|former| &former.nominations);
        nominations.map(|nomination| self.as_line(nomination)).collect()
    }

    fn as_line(&self, nomination: &Nomination) -> Line {
        let course = nomination.course_id.filter(|id| self.course(*id).is_some());
        Line {
            key: nomination.line.clone(),
            often: nomination.frequency.as_str().to_owned(),
            level: nomination.level.as_str().to_owned(),
            people: nomination.participants.to_string(),
            language: nomination.language.clone(),
            rank: nomination.priority.to_string(),
            urgency: nomination.urgency.as_str().to_owned(),
            quarters: nomination.quarters.clone(),
            reason: nomination.justification.clone(),
            course: course.map(|id| id.to_string()).unwrap_or_default(),
            mode: nomination.mode.as_str().to_owned(),
            can_host: nomination.can_host,
            title: nomination.new_course.clone().unwrap_or_default(),
        }
    }
}
