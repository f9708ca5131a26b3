//! Course types and the activities of the work plan: lists kept by the RSO.
use std::sync::Arc;

use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryOrder, sea_query::OnConflict};

use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::kept::{self, Numbers, Part};

mod course_type {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::catalogue::rules::Goal;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_type")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub name: String,
        pub abbreviation: String,
        pub short_name: String,
        #[sea_orm(column_type = "Text")]
        pub description: String,
        pub goal: Goal,
        pub position: i32,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod activity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::catalogue::rules::Goal;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "activity")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub goal: Goal,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        pub funding_status: String,
        pub implies_training: bool,
        #[sea_orm(column_type = "Text")]
        pub summary: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use activity::Model as Activity;
pub use course_type::Model as CourseType;

/// The course types and the activities, as they are kept in memory.
pub struct Lists {
    /// The course types in the order of the work plan's goals.
    pub types: Vec<CourseType>,
    /// The activities of the work plan, by code.
    pub activities: Vec<Activity>,
}

/// Both lists; read from the database where the catalogue has changed since `numbers` were others.
pub async fn lists(app: &App, numbers: &Numbers) -> Result<Arc<Lists>> {
    let load = async {
        let types = course_types(&app.db).await?;
        Ok(Lists { types, activities: activities(&app.db).await? })
    };
    app.kept.get((numbers, Part::Catalogue), load).await
}

/// The course types in the order of the work plan's goals.
pub async fn course_types(db: &impl ConnectionTrait) -> Result<Vec<CourseType>> {
    Ok(course_type::Entity::find().order_by_asc(course_type::Column::Position).all(db).await?)
}

/// The activities of the work plan, by code.
pub async fn activities(db: &impl ConnectionTrait) -> Result<Vec<Activity>> {
    Ok(activity::Entity::find().order_by_asc(activity::Column::Code).all(db).await?)
}

/// Adds a course type, unless there is one of its code; answers whether it is new.
pub async fn add_course_type(tx: &Transaction, new: &CourseType) -> Result<bool> {
    let row = course_type::ActiveModel {
        code: Set(new.code.clone()),
        name: Set(new.name.clone()),
        abbreviation: Set(new.abbreviation.clone()),
        short_name: Set(new.short_name.clone()),
        description: Set(new.description.clone()),
        goal: Set(new.goal),
        position: Set(new.position),
    };
    let once = OnConflict::column(course_type::Column::Code).do_nothing().to_owned();
    let added =
        course_type::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    let is_new = added > 0;
    if is_new {
        kept::changed(tx, Part::Catalogue).await?;
    }
    Ok(is_new)
}

/// Adds an activity, unless there is one of its code; answers whether it is new.
pub async fn add_activity(tx: &Transaction, new: &Activity) -> Result<bool> {
    let row = activity::ActiveModel {
        code: Set(new.code.clone()),
        goal: Set(new.goal),
        title: Set(new.title.clone()),
        funding_status: Set(new.funding_status.clone()),
        implies_training: Set(new.implies_training),
        summary: Set(new.summary.clone()),
    };
    let once = OnConflict::column(activity::Column::Code).do_nothing().to_owned();
    let added = activity::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    let is_new = added > 0;
    if is_new {
        kept::changed(tx, Part::Catalogue).await?;
    }
    Ok(is_new)
}
