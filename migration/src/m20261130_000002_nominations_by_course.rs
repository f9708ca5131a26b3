//! Finds the course nominations of a course: without, the database walks through all of them for
//! each course that is deleted.
use sea_orm_migration::prelude::*;

use crate::index;

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        // Most nominate a course type only.
        let by_course = index("course_nomination", &["course_id"])
            .and_where(Expr::col("course_id").is_not_null())
            .to_owned();
        m.create_index(by_course).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let by_course = Index::drop()
            .name("ix_course_nomination_course_id")
            .table("course_nomination")
            .to_owned();
        m.drop_index(by_course).await
    }
}
