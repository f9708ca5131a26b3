//! Frozen versions of courses. A version is never changed.
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;

use super::courses::{Hand, entity as course};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::CourseId;
use crate::catalogue::rules::CourseContent;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        #[sea_orm(column_type = "Text")]
        pub content: String,
        #[sea_orm(column_type = "Text")]
        pub change_note: String,
        pub published_at: DateTimeUtc,
        pub published_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// The most versions that a page lists.
const MOST_LISTED: u64 = 50;

/// A version, without its content.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Version {
    /// Its number, from 1.
    pub number: i32,
    /// What it changed.
    pub change_note: String,
    /// When it was published.
    pub published_at: DateTime<Utc>,
}

/// Freezes `content` as version `number`.
pub async fn add(
    tx: &Transaction,
    course: CourseId,
    (number, content, note): (i32, &CourseContent, &str),
    hand: Hand,
) -> Result<()> {
    let row = entity::ActiveModel {
        course_id: Set(course),
        number: Set(number),
        content: Set(freeze(content)?),
        change_note: Set(note.to_owned()),
        published_at: Set(hand.at),
        published_by: Set(hand.by),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A version, as the list shows it.
pub async fn of_number(
    db: &impl ConnectionTrait,
    course: CourseId,
    number: i32,
) -> Result<Option<Version>> {
    let one = listed().filter(COLUMN.course_id.eq(course)).filter(COLUMN.number.eq(number));
    Ok(one.into_model().one(db).await?)
}

/// What a version says.
pub async fn content_of(
    db: &impl ConnectionTrait,
    course: CourseId,
    number: i32,
) -> Result<CourseContent> {
    let version = Entity::find_by_id((course, number)).one(db).await?;
    thaw(&version.ok_or(Error::NotFound)?.content)
}

/// What the public reads of those of these courses that are published.
pub(super) async fn published(
    db: &impl ConnectionTrait,
    courses: &[CourseId],
) -> Result<HashMap<CourseId, CourseContent>> {
    if courses.is_empty() {
        return Ok(HashMap::new());
    }
    let newest = Query::select()
        .column(course::Column::PublishedVersion)
        .from(course::Entity)
        .and_where(
            Expr::col((course::Entity, course::Column::Id)).equals((Entity, Column::CourseId)),
        )
        .to_owned();
    let these = Entity::find().filter(COLUMN.course_id.is_in(courses.iter().copied()));
    let rows = these.filter(COLUMN.number.in_subquery(newest)).all(db).await?;
    rows.into_iter().map(|row| Ok((row.course_id, thaw(&row.content)?))).collect()
}

/// What a version was said to change.
pub(super) async fn note_of(db: &impl ConnectionTrait, version: (CourseId, i32)) -> Result<String> {
    let version = Entity::find_by_id(version).one(db).await?;
    Ok(version.ok_or(Error::NotFound)?.change_note)
}

/// The newest versions of a course, the newest first.
pub async fn history(db: &impl ConnectionTrait, course: CourseId) -> Result<Vec<Version>> {
    before(db, course, (None, MOST_LISTED)).await
}

/// So many versions of a course before the one of this number, the newest first.
pub async fn before(
    db: &impl ConnectionTrait,
    course: CourseId,
    (number, most): (Option<i32>, u64),
) -> Result<Vec<Version>> {
    let mut wanted = listed().filter(COLUMN.course_id.eq(course));
    if let Some(number) = number {
        wanted = wanted.filter(COLUMN.number.lt(number));
    }
    Ok(wanted.order_by_desc(Column::Number).limit(most).into_model().all(db).await?)
}

fn listed() -> Select<Entity> {
    let columns = [Column::Number, Column::ChangeNote, Column::PublishedAt];
    Entity::find().select_only().columns(columns)
}

/// Content as it is kept.
pub fn freeze(content: &CourseContent) -> Result<String> {
    serde_json::to_string(content).map_err(|error| Error::Internal(error.into()))
}

/// The title in content as it was kept.
pub(super) fn title_in(kept: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Titled {
        title: String,
    }
    let titled: Titled =
        serde_json::from_str(kept).map_err(|error| Error::Internal(error.into()))?;
    Ok(titled.title)
}

/// Content as it was kept.
pub(super) fn thaw(kept: &str) -> Result<CourseContent> {
    serde_json::from_str(kept).map_err(|error| Error::Internal(error.into()))
}
