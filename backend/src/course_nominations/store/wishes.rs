//! In which languages States need courses: counts, and never whose need it is.
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::nominations::entity::{Column, Entity};
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::course_nominations::rules::{Level, NominationState};
use crate::identity::CentreScope;

/// A course, or a course type, that States need in a language.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct LanguageWish {
    /// The course; none where a type is named only.
    pub course_id: Option<CourseId>,
    /// The code of the course type.
    pub course_type: String,
    /// The language, BCP 47.
    pub language: String,
    /// How many States need it.
    pub members: i64,
}

/// What still stands of it.
const STANDING: [NominationState; 5] = [
    NominationState::Submitted,
    NominationState::Acknowledged,
    NominationState::Planned,
    NominationState::PartlyPlanned,
    NominationState::Merged,
];

/// The languages in which States need these courses, or these types where they name no course;
/// the caller names only courses of the centre and types that it publishes.
pub async fn language_wishes(
    db: &impl ConnectionTrait,
    _: CentreScope,
    (types, courses): (&[String], &[CourseId]),
) -> Result<Vec<LanguageWish>> {
    let any_course = Condition::all()
        .add(Column::CourseId.is_null())
        .add(Column::CourseType.is_in(types.iter().map(String::as_str)));
    let own = Condition::any().add(any_course).add(Column::CourseId.is_in(courses.iter().copied()));
    Ok(Entity::find()
        .select_only()
        .columns([Column::CourseId, Column::CourseType, Column::Language])
        .column_as(Expr::col(Column::MemberId).count_distinct(), "members")
        .filter(Column::Level.eq(Level::Translation))
        .filter(Column::State.is_in(STANDING))
        .filter(Column::CourseType.is_not_null())
        .filter(Column::Language.ne("en"))
        .filter(own)
        .group_by(Column::CourseId)
        .group_by(Column::CourseType)
        .group_by(Column::Language)
        .order_by_asc(Column::CourseType)
        .order_by_asc(Column::Language)
        .order_by_asc(Column::CourseId)
        .into_model::<LanguageWish>()
        .all(db)
        .await?)
}
