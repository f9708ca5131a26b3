//! Published courses as lists show them.
use sea_orm::{
    ColumnTrait, ConnectionTrait, DerivePartialModel, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, Statement, Value,
};

use super::listing::entity::{COLUMN, Column, Entity};
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::catalogue::rules::{DeliveryScope, Goal};

/// A published course as lists show it.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "Entity", from_query_result)]
pub struct OfferedCourse {
    /// Its id.
    pub course_id: CourseId,
    /// Its code.
    pub code: String,
    /// The centre that publishes it.
    pub centre_id: OrganisationId,
    /// The code of that centre.
    pub centre_code: String,
    /// The code of its course type.
    pub course_type: String,
    /// The goal that it serves.
    pub goal: Goal,
    /// Its title.
    pub title: String,
    /// What it is.
    pub summary: String,
    /// Its duration in working days.
    pub duration_days: i32,
    /// How many modules it has.
    pub module_count: i32,
    /// The languages in which it is taught, joined by `;`.
    pub languages: String,
    /// For whom it is run, joined by `;`.
    pub levels_of_delivery: String,
    /// Whether it is invented for demonstration.
    pub sample: bool,
}

/// The columns of [`OfferedCourse`].
const COLUMNS: &str = "course_id, code, centre_id, centre_code, course_type, goal, title, summary, \
    duration_days, module_count, languages, levels_of_delivery, sample";

impl OfferedCourse {
    /// The languages in which it is taught, as BCP 47 tags.
    pub fn language_tags(&self) -> impl Iterator<Item = &str> {
        self.languages.split(';').filter(|tag| !tag.is_empty())
    }

    /// For whom it is run.
    pub fn delivery(&self) -> Vec<DeliveryScope> {
        self.levels_of_delivery.split(';').filter_map(DeliveryScope::of).collect()
    }
}

/// The published courses of these types, by title.
pub async fn offered_courses(
    db: &impl ConnectionTrait,
    types: &[&str],
) -> Result<Vec<OfferedCourse>> {
    let offered = Entity::find().filter(COLUMN.course_type.is_in(types.iter().copied()));
    Ok(offered
        .order_by_asc(Column::SortTitle)
        .order_by_asc(Column::Code)
        .into_partial_model()
        .all(db)
        .await?)
}

/// Of each of these types the first courses by title, at most `most` of a type.
pub async fn first_offered(
    db: &impl ConnectionTrait,
    types: &[&str],
    most: usize,
) -> Result<Vec<OfferedCourse>> {
    if types.is_empty() {
        return Ok(Vec::new());
    }
    let of_type = |n| {
        format!(
            "SELECT * FROM (SELECT {COLUMNS} FROM course_listing WHERE course_type = ${n} \
             ORDER BY sort_title, code LIMIT {most}) AS t{n}"
        )
    };
    let sql = (1..=types.len()).map(of_type).collect::<Vec<_>>().join(" UNION ALL ");
    let values = types.iter().map(|code| Value::from(*code));
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(OfferedCourse::find_by_statement(statement).all(db).await?)
}

/// The published courses of these codes, in no order.
pub async fn offered_of_codes(
    db: &impl ConnectionTrait,
    codes: &[String],
) -> Result<Vec<OfferedCourse>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    Ok(Entity::find().filter(COLUMN.code.is_in(codes)).into_partial_model().all(db).await?)
}

/// The published courses of these ids, in no order.
pub async fn offered_of_ids(
    db: &impl ConnectionTrait,
    ids: &[CourseId],
) -> Result<Vec<OfferedCourse>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = Entity::find().filter(COLUMN.course_id.is_in(ids.iter().copied()));
    Ok(wanted.into_partial_model().all(db).await?)
}
