//! Course nominations as people read them: for the region, for a centre's types, for a State.
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    Statement, Value,
};

use super::nominations::entity::{Column, Entity};
use super::nominations::{Nomination, standing_of};
use crate::base::error::Result;
use crate::base::i18n::Message;
use crate::base::ids::{AccountId, CourseId, CourseNominationId, OrganisationId, RoundId};
use crate::catalogue;
use crate::course_nominations::rules::{
    Frequency, Level, Mode, NominationState, Quarter, Quarters, Urgency, dealt_to,
};
use crate::identity::{CentreScope, RegionScope, StateScope};

/// The most nominations that are listed at once.
const MOST_ROWS: u64 = 200;

/// A course nomination with everything that is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct NominationRow {
    /// Which one.
    pub id: CourseNominationId,
    /// The round.
    pub round: RoundId,
    /// The member that asks.
    pub member: OrganisationId,
    /// The line of the sheet.
    pub line: String,
    /// The code of the course type; none for a course that does not exist yet.
    pub course_type: Option<String>,
    /// The title of a course that does not exist yet.
    pub new_course: Option<String>,
    /// The course that is preferred.
    pub preferred: Option<Preferred>,
    /// How often.
    pub frequency: Frequency,
    /// For whom.
    pub level: Level,
    /// People at each delivery.
    pub participants: i32,
    /// Deliveries in the horizon.
    pub deliveries: i32,
    /// Places in the horizon.
    pub places: i32,
    /// The place in the member's order of importance, from 1.
    pub rank: i32,
    /// How urgent.
    pub urgency: Urgency,
    /// The language wanted, BCP 47.
    pub language: String,
    /// How it is to be held.
    pub mode: Mode,
    /// The quarters that suit.
    pub quarters: Quarters,
    /// Whether the member can host.
    pub can_host: bool,
    /// Why, in the member's words.
    pub reason: String,
    /// Where it stands.
    pub state: NominationState,
    /// When it was submitted first.
    pub submitted_at: DateTime<Utc>,
    /// Who submitted it first.
    pub submitted_by: Option<AccountId>,
    /// When it changed last.
    pub changed_at: DateTime<Utc>,
}

impl NominationRow {
    /// How often and for how many: "2 a year, 3 people each".
    pub fn asked(&self) -> Message {
        Message::new("asked-each")
            .with("frequency", self.frequency.label())
            .with("people", self.participants)
    }

    /// Deliveries and places as they count in `quarter`; the whole for none.
    pub fn counted(&self, quarter: Option<Quarter>) -> (i32, i32) {
        let Some(quarter) = quarter else { return (self.deliveries, self.places) };
        let deliveries = dealt_to(quarter, self.deliveries, self.quarters).unwrap_or(0);
        (deliveries, deliveries * self.participants)
    }

    /// What is asked for; `types` are the names of course types by their codes.
    pub fn title<'a>(&'a self, types: &'a HashMap<String, String>) -> &'a str {
        let course_type = self.course_type.as_ref().and_then(|code| types.get(code));
        course_type.or(self.new_course.as_ref()).map_or("", String::as_str)
    }
}

/// A course that a member prefers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferred {
    /// Which one.
    pub id: CourseId,
    /// Its code and its title; none once it is no longer offered.
    pub offered: Option<(String, String)>,
    /// The centre that offers it.
    pub centre: Option<OrganisationId>,
}

/// Which nominations are wanted; none of a kind means all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this member.
    pub member: Option<OrganisationId>,
    /// Of this course type.
    pub course_type: Option<String>,
    /// At this level.
    pub level: Option<Level>,
}

impl Filter {
    fn on(&self, mut wanted: Select<Entity>) -> Select<Entity> {
        if let Some(member) = self.member {
            wanted = wanted.filter(Column::MemberId.eq(member));
        }
        if let Some(code) = &self.course_type {
            wanted = wanted.filter(Column::CourseType.eq(code));
        }
        if let Some(level) = self.level {
            wanted = wanted.filter(Column::Level.eq(level));
        }
        wanted
    }
}

fn standing(round: RoundId) -> Select<Entity> {
    Entity::find()
        .filter(Column::RoundId.eq(round))
        .filter(Column::State.ne(NominationState::Withdrawn))
        .order_by_asc(Column::MemberId)
        .order_by_asc(Column::Priority)
        .limit(MOST_ROWS)
}

/// Nominations of a round that are not withdrawn, member by member; at most 200.
pub async fn nominations_of_region(
    db: &impl ConnectionTrait,
    _: RegionScope,
    round: RoundId,
    filter: &Filter,
) -> Result<Vec<NominationRow>> {
    rows(db, filter.on(standing(round)).all(db).await?).await
}

/// Nominations of a round for course types that a centre publishes; the caller names only those.
pub async fn nominations_of_types(
    db: &impl ConnectionTrait,
    _: CentreScope,
    round: RoundId,
    (types, filter): (&[&str], &Filter),
) -> Result<Vec<NominationRow>> {
    let theirs = standing(round).filter(Column::CourseType.is_in(types.iter().copied()));
    rows(db, filter.on(theirs).all(db).await?).await
}

/// A member's nominations in a round, withdrawn ones last; at most 200.
pub async fn nominations_of_state(
    db: &impl ConnectionTrait,
    state: StateScope,
    round: RoundId,
    filter: &Filter,
) -> Result<Vec<NominationRow>> {
    let own = Entity::find()
        .filter(Column::RoundId.eq(round))
        .filter(Column::MemberId.eq(state.id()))
        .order_by_asc(Column::Priority)
        .order_by_asc(Column::Id)
        .limit(MOST_ROWS);
    let mut rows = rows(db, filter.on(own).all(db).await?).await?;
    rows.sort_by_key(|row| row.state == NominationState::Withdrawn);
    Ok(rows)
}

/// The newest nominations of all rounds for course types that a centre publishes.
pub async fn new_demand(
    db: &impl ConnectionTrait,
    _: CentreScope,
    types: &[&str],
    limit: u64,
) -> Result<Vec<NominationRow>> {
    let newest = Entity::find()
        .filter(Column::CourseType.is_in(types.iter().copied()))
        .filter(Column::State.ne(NominationState::Withdrawn))
        .order_by_desc(Column::SubmittedAt)
        .order_by_desc(Column::Id)
        .limit(limit.min(MOST_ROWS));
    rows(db, newest.all(db).await?).await
}

/// A member's nominations in the newest of these rounds in which it has any, by rank.
pub async fn submitted_before(
    db: &impl ConnectionTrait,
    state: StateScope,
    rounds_newest_first: &[RoundId],
) -> Result<Option<(RoundId, Vec<Nomination>)>> {
    let with_any = rounds_with_any(db, state, rounds_newest_first).await?;
    let newest = rounds_newest_first.iter().copied().find(|round| with_any.contains(round));
    let Some(newest) = newest else { return Ok(None) };
    Ok(Some((newest, standing_of(db, state, newest).await?)))
}

/// Those of some rounds in which a member has a nomination that is not withdrawn; looks at one
/// nomination a round, however many there are.
async fn rounds_with_any(
    db: &impl ConnectionTrait,
    state: StateScope,
    rounds: &[RoundId],
) -> Result<Vec<RoundId>> {
    if rounds.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (3..3 + rounds.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "SELECT r.id FROM round r WHERE r.id IN ({}) AND EXISTS (SELECT 1 FROM course_nomination n \
         WHERE n.round_id = r.id AND n.member_id = $1 AND n.state <> $2)",
        places.join(", ")
    );
    let known = [state.id().into(), NominationState::Withdrawn.as_str().into()];
    let values = known.into_iter().chain(rounds.iter().map(|round| Value::from(*round)));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<std::result::Result<_, _>>()?)
}

pub(super) async fn rows(
    db: &impl ConnectionTrait,
    nominations: Vec<Nomination>,
) -> Result<Vec<NominationRow>> {
    let preferred: HashSet<CourseId> =
        nominations.iter().filter_map(|nomination| nomination.course_id).collect();
    let offered = catalogue::offered_of_ids(db, &Vec::from_iter(preferred)).await?;
    let offered = offered.into_iter().map(|course| (course.course_id, course)).collect();
    Ok(nominations.into_iter().map(|nomination| row(nomination, &offered)).collect())
}

fn row(
    nomination: Nomination,
    offered: &HashMap<CourseId, catalogue::OfferedCourse>,
) -> NominationRow {
    let preferred = nomination.course_id.map(|id| {
        let course = offered.get(&id);
        Preferred {
            id,
            offered: course.map(|course| (course.code.clone(), course.title.clone())),
            centre: course.map(|course| course.centre_id),
        }
    });
    NominationRow {
        id: nomination.id,
        round: nomination.round_id,
        member: nomination.member_id,
        line: nomination.line,
        course_type: nomination.course_type,
        new_course: nomination.new_course,
        preferred,
        frequency: nomination.frequency,
        level: nomination.level,
        participants: nomination.participants,
        deliveries: nomination.deliveries,
        places: nomination.places,
        rank: nomination.priority,
        urgency: nomination.urgency,
        language: nomination.language,
        mode: nomination.mode,
        quarters: Quarters::of(&nomination.quarters),
        can_host: nomination.can_host,
        reason: nomination.justification,
        state: nomination.state,
        submitted_at: nomination.submitted_at,
        submitted_by: nomination.submitted_by,
        changed_at: nomination.changed_at,
    }
}
