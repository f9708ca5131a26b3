//! What the public list shows of a course in languages other than English: what was read over in
//! its published version, a row for each language.
use std::collections::BTreeMap;

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::catalogue::rules::{CourseContent, SOURCE};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::CourseId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_listing_text")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub summary: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
/// The title and the summary of a course in a language; empty where they are in English only.
pub use entity::Model as ListedText;
use entity::{ActiveModel, COLUMN, Entity};

/// What the list shows of a course that says this.
pub(super) fn texts_of(course: CourseId, content: &CourseContent) -> Vec<ListedText> {
    let offered = content.languages_offered().into_iter().filter(|tag| *tag != SOURCE);
    let row = |tag: &str| {
        let texts = content.texts.get(tag)?;
        let (title, summary) = (texts.title.clone(), texts.summary.clone());
        let says = !title.is_empty() || !summary.is_empty();
        says.then(|| ListedText { course_id: course, language: tag.to_owned(), title, summary })
    };
    offered.filter_map(row).collect()
}

/// Keeps what the list shows of a course; what was kept before is gone.
pub(super) async fn put(tx: &Transaction, course: CourseId, content: &CourseContent) -> Result<()> {
    remove(tx, course).await?;
    let rows = texts_of(course, content).into_iter().map(|text| ActiveModel {
        course_id: Set(text.course_id),
        language: Set(text.language),
        title: Set(text.title),
        summary: Set(text.summary),
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Forgets what the list shows of a course.
pub(super) async fn remove(tx: &Transaction, course: CourseId) -> Result<()> {
    Entity::delete_many().filter(COLUMN.course_id.eq(course)).exec(tx).await?;
    Ok(())
}

/// What is kept of these courses, by course and language.
pub(super) async fn kept(
    db: &impl ConnectionTrait,
    courses: &[CourseId],
) -> Result<Vec<ListedText>> {
    let wanted = Entity::find().filter(COLUMN.course_id.is_in(courses.iter().copied()));
    let mut rows = wanted.all(db).await?;
    rows.sort_by(|a, b| (a.course_id, &a.language).cmp(&(b.course_id, &b.language)));
    Ok(rows)
}

/// What the list shows of these courses in a language; nothing of those that have none in it.
pub async fn listed_texts(
    db: &impl ConnectionTrait,
    courses: &[CourseId],
    tag: &str,
) -> Result<BTreeMap<CourseId, ListedText>> {
    if tag == SOURCE || courses.is_empty() {
        return Ok(BTreeMap::new());
    }
    let of_page = Entity::find().filter(COLUMN.course_id.is_in(courses.iter().copied()));
    let rows = of_page.filter(COLUMN.language.eq(tag)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.course_id, row)).collect())
}
