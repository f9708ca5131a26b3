//! The nominations behind a figure of the demand, a bounded piece at a time.
//!
//! The order is by member and rank, which no two standing nominations of a round share; a piece
//! begins where the last one ended, so that no piece costs more than another.
use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Cond, Expr, ExprTrait, Func};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryResult,
    QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

use super::nominations::entity::{Column, Entity};
use super::rows::{NominationRow, rows};
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId, RoundId};
use crate::course_nominations::rules::{Level, NominationState, Quarter};
use crate::identity::DemandScope;

/// The last nomination of a piece: its member and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The member.
    pub member: OrganisationId,
    /// The rank in the member's list.
    pub rank: i32,
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.member.0.simple(), self.rank)
    }
}

impl FromStr for Mark {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (member, rank) = text.split_once('.').ok_or(())?;
        let member = OrganisationId(Uuid::try_parse(member).map_err(|_| ())?);
        Ok(Self { member, rank: rank.parse().map_err(|_| ())? })
    }
}

/// About which course types nominations are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Any of these, by their codes.
    Types(Vec<String>),
    /// Courses that do not exist yet.
    NewCourses,
    /// Whatever there is; a centre never asks for this.
    Everything,
}

/// Which nominations are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Of these members.
    pub members: Vec<OrganisationId>,
    /// About this.
    pub topic: Topic,
    /// At this level; none for all.
    pub level: Option<Level>,
    /// Listed in this quarter; none for all.
    pub quarter: Option<Quarter>,
    /// Those that come after this one.
    pub after: Option<Mark>,
    /// At most so many.
    pub limit: u64,
}

/// Nominations of a round that are not withdrawn, by member and rank, within a scope. A centre
/// names only course types that it publishes, and never sees courses that do not exist yet.
pub async fn behind(
    db: &impl ConnectionTrait,
    scope: DemandScope,
    round: RoundId,
    wanted: &Wanted,
) -> Result<Vec<NominationRow>> {
    let Some(select) = wanted.within(scope, round) else { return Ok(Vec::new()) };
    rows(db, select.all(db).await?).await
}

/// A nomination as it is taken away in a table: words as they are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The member.
    pub member: OrganisationId,
    /// The code of the course type; none for a course that does not exist yet.
    pub course_type: Option<String>,
    /// The title of a course that does not exist yet.
    pub new_course: Option<String>,
    /// The course that is preferred.
    pub course: Option<CourseId>,
    /// How often, for whom, where it stands, how urgent, how it is to be held.
    pub words: [String; 5],
    /// People at each delivery.
    pub people: i32,
    /// Deliveries in the horizon.
    pub deliveries: i32,
    /// Places in the horizon.
    pub places: i32,
    /// The place in the member's order of importance.
    pub rank: i32,
    /// The language wanted, BCP 47.
    pub language: String,
    /// The quarters that suit, as digits.
    pub quarters: String,
    /// Whether the member can host.
    pub can_host: bool,
    /// Why, in the member's words.
    pub reason: String,
    /// When it was submitted first.
    pub submitted_at: DateTime<Utc>,
}

/// The same nominations as [`behind`], light enough for tables of a million rows.
pub async fn taken(
    db: &impl ConnectionTrait,
    scope: DemandScope,
    round: RoundId,
    wanted: &Wanted,
) -> Result<Vec<Taken>> {
    let Some(select) = wanted.within(scope, round) else { return Ok(Vec::new()) };
    let columns = [
        Column::MemberId,
        Column::CourseType,
        Column::NewCourse,
        Column::CourseId,
        Column::Frequency,
        Column::Level,
        Column::State,
        Column::Urgency,
        Column::Mode,
        Column::Participants,
        Column::Deliveries,
        Column::Places,
        Column::Priority,
        Column::Language,
        Column::Quarters,
        Column::CanHost,
        Column::Justification,
        Column::SubmittedAt,
    ];
    let select = select.select_only().columns(columns);
    let rows = db.query_all_raw(select.build(db.get_database_backend())).await?;
    Ok(rows.iter().map(take).collect::<Result<_, _>>()?)
}

// By position, in the order of the columns above.
fn take(row: &QueryResult) -> Result<Taken, sea_orm::DbErr> {
    let word = |index| row.try_get_by_index::<String>(index);
    Ok(Taken {
        member: row.try_get_by_index(0)?,
        course_type: row.try_get_by_index(1)?,
        new_course: row.try_get_by_index(2)?,
        course: row.try_get_by_index(3)?,
        words: [word(4)?, word(5)?, word(6)?, word(7)?, word(8)?],
        people: row.try_get_by_index(9)?,
        deliveries: row.try_get_by_index(10)?,
        places: row.try_get_by_index(11)?,
        rank: row.try_get_by_index(12)?,
        language: word(13)?,
        quarters: word(14)?,
        can_host: row.try_get_by_index(15)?,
        reason: word(16)?,
        submitted_at: row.try_get_by_index(17)?,
    })
}

impl Wanted {
    fn within(&self, scope: DemandScope, round: RoundId) -> Option<Select<Entity>> {
        let is_wide = !matches!(self.topic, Topic::Types(_));
        let members = match scope {
            DemandScope::Centre(_) if is_wide => return None,
            DemandScope::Region(_) | DemandScope::Centre(_) => self.members.clone(),
            DemandScope::State(state) => {
                self.members.iter().copied().filter(|member| *member == state.id()).collect()
            }
        };
        if members.is_empty() {
            return None;
        }
        let select = Entity::find()
            .filter(Column::RoundId.eq(round))
            .filter(stands())
            .filter(Column::MemberId.is_in(members))
            .filter(self.about())
            .order_by_asc(Column::MemberId)
            .order_by_asc(Column::Priority)
            .limit(self.limit);
        Some(self.listed(select))
    }

    fn about(&self) -> Condition {
        let about = match &self.topic {
            Topic::Everything => return Cond::all(),
            Topic::NewCourses => Column::CourseType.is_null(),
            Topic::Types(types) if types.len() == 1 => Column::CourseType.is_in(types),
            // Not by the index of course types: the order is that of members.
            Topic::Types(types) => {
                let course_type = Func::coalesce([Expr::col(Column::CourseType), "".into()]);
                Expr::from(course_type).is_in(types.iter().map(String::as_str))
            }
        };
        Cond::all().add(about)
    }

    fn listed(&self, mut select: Select<Entity>) -> Select<Entity> {
        if let Some(level) = self.level {
            select = select.filter(Column::Level.eq(level));
        }
        if let Some(quarter) = self.quarter {
            select = select.filter(match quarter.digit() {
                Some(digit) => Column::Quarters.contains(digit.to_string()),
                None => Column::Quarters.eq(""),
            });
        }
        if let Some(mark) = self.after {
            let later = Column::Priority.gt(mark.rank).and(Column::MemberId.eq(mark.member));
            select = select
                .filter(Column::MemberId.gte(mark.member))
                .filter(Column::MemberId.gt(mark.member).or(later));
        }
        select
    }
}

/// Not withdrawn; in full, because the index of ranks holds such rows only, and no database can
/// tell that a parameter means the same.
fn stands() -> Expr {
    Expr::cust(format!("state <> '{}'", NominationState::Withdrawn.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_in_an_address_leads_back_to_itself() {
        let mark = Mark { member: OrganisationId::new(), rank: 12 };
        assert_eq!(mark.to_string().parse(), Ok(mark));
        for text in ["", ".", "x.1", "1", "00000000000000000000000000000000.x"] {
            assert_eq!(text.parse::<Mark>(), Err(()));
        }
    }
}
