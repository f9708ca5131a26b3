//! What the public list shows of each published course.
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::base::error::Result;
use crate::base::ids::OrganisationId;
use crate::identity::CentreScope;

mod entity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{CourseId, OrganisationId};
    use crate::catalogue::rules::Goal;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_listing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        pub code: String,
        pub centre_id: OrganisationId,
        pub course_type: String,
        pub goal: Goal,
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub summary: String,
        pub level: String,
        pub duration_days: i32,
        pub module_count: i32,
        pub languages: String,
        pub levels_of_delivery: String,
        #[sea_orm(column_type = "Text")]
        pub search_text: String,
        pub published_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as OfferedCourse;
use entity::{COLUMN, Column, Entity};

/// The published courses of these types, by title.
pub async fn offered_courses(
    db: &impl ConnectionTrait,
    types: &[&str],
) -> Result<Vec<OfferedCourse>> {
    let offered = Entity::find().filter(COLUMN.course_type.is_in(types.iter().copied()));
    Ok(offered.order_by_asc(Column::Title).all(db).await?)
}

/// The course types of which a centre publishes a course.
pub async fn types_published_by(
    db: &impl ConnectionTrait,
    centre: CentreScope,
) -> Result<Vec<String>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::CourseType)
        .distinct()
        .filter(Column::CentreId.eq(centre.id()))
        .order_by_asc(Column::CourseType)
        .into_tuple()
        .all(db)
        .await?)
}

/// Which centres publish a course of which of these types, each pair once.
pub async fn centres_publishing(
    db: &impl ConnectionTrait,
    types: &[&str],
) -> Result<Vec<(String, OrganisationId)>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::CourseType)
        .column(Column::CentreId)
        .distinct()
        .filter(COLUMN.course_type.is_in(types.iter().copied()))
        .order_by_asc(Column::CourseType)
        .into_tuple()
        .all(db)
        .await?)
}
