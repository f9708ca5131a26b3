//! What every published course is compared by, and the pairs that a centre has dismissed.
use std::sync::Arc;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, FromQueryResult,
    QueryFilter, Statement, sea_query::OnConflict,
};

use super::courses::Hand;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::base::kept::{Numbers, Part};
use crate::catalogue::rules::{Neighbour, Neighbours, Traits};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "overlap_dismissal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub other_id: CourseId,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub dismissed_at: DateTimeUtc,
        pub dismissed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Dismissal;
use entity::{ActiveModel, COLUMN, Column, Entity};

#[derive(FromQueryResult)]
struct Row {
    course_id: CourseId,
    code: String,
    title: String,
    centre_id: OrganisationId,
    course_type: String,
    languages: String,
    audience: Option<String>,
}

/// Every published course as others are compared with it, as it is kept or from the database: one
/// statement, whatever the number of courses.
pub async fn neighbours(app: &App, numbers: &Numbers) -> Result<Arc<Neighbours>> {
    app.kept.get((numbers, Part::Catalogue), load(&app.db)).await
}

async fn load(db: &impl ConnectionTrait) -> Result<Neighbours> {
    let backend = db.get_database_backend();
    let audience = match backend {
        DbBackend::Postgres => "CAST(v.content AS json) ->> 'audience'",
        _ => "json_extract(v.content, '$.audience')",
    };
    let sql = format!(
        "SELECT l.course_id, l.code, l.title, l.centre_id, l.course_type, l.languages, \
         {audience} AS audience FROM course_listing l JOIN course c ON c.id = l.course_id \
         LEFT JOIN course_version v ON v.course_id = c.id AND v.number = c.published_version"
    );
    let rows = Row::find_by_statement(Statement::from_string(backend, sql)).all(db).await?;
    Ok(Neighbours(rows.into_iter().map(neighbour).collect()))
}

fn neighbour(row: Row) -> Neighbour {
    let tags = row.languages.split(';').filter(|tag| !tag.is_empty());
    let audience = row.audience.unwrap_or_default();
    let traits = Traits::of(&row.course_type, &row.title, &audience, tags);
    Neighbour { id: row.course_id, code: row.code, title: row.title, centre: row.centre_id, traits }
}

/// The pairs that the centre of a course has dismissed.
pub async fn dismissals(db: &impl ConnectionTrait, course: CourseId) -> Result<Vec<Dismissal>> {
    Ok(Entity::find().filter(COLUMN.course_id.eq(course)).all(db).await?)
}

/// The dismissal of a pair, if there is one.
pub async fn dismissal(
    db: &impl ConnectionTrait,
    pair: (CourseId, CourseId),
) -> Result<Option<Dismissal>> {
    Ok(Entity::find_by_id(pair).one(db).await?)
}

/// Dismisses a pair; who does it again gives another reason.
pub async fn dismiss(
    tx: &Transaction,
    (course, other): (CourseId, CourseId),
    reason: &str,
    hand: Hand,
) -> Result<()> {
    let row = ActiveModel {
        course_id: Set(course),
        other_id: Set(other),
        reason: Set(reason.to_owned()),
        dismissed_at: Set(hand.at),
        dismissed_by: Set(hand.by),
    };
    let again = OnConflict::columns([Column::CourseId, Column::OtherId])
        .update_columns([Column::Reason, Column::DismissedAt, Column::DismissedBy])
        .to_owned();
    Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes the dismissal of a pair back; answers whether there was one.
pub async fn take_back(tx: &Transaction, pair: (CourseId, CourseId)) -> Result<bool> {
    Ok(Entity::delete_by_id(pair).exec(tx).await?.rows_affected > 0)
}
