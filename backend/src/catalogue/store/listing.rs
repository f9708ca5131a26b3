//! What the public list shows of each published course, and the facets by which it is found.
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::courses::Course;
use super::words;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, OrganisationId};
use crate::base::kept::{self, Part};
use crate::catalogue::rules::{CourseContent, Facet, Goal, Length, fold, search};
use crate::identity::CentreScope;
use crate::organisations::{self, Organisation};

pub(super) mod entity {
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
        pub centre_code: String,
        pub course_type: String,
        pub goal: Goal,
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub sort_title: String,
        #[sea_orm(column_type = "Text")]
        pub summary: String,
        pub level: String,
        pub duration_days: i32,
        pub length: String,
        pub train_the_trainer: String,
        pub module_count: i32,
        #[sea_orm(column_type = "Text")]
        pub languages: String,
        pub levels_of_delivery: String,
        /// What it says beside title and summary, a passage a line.
        #[sea_orm(column_type = "Text")]
        pub search_text: String,
        pub sample: bool,
        pub published_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod facet {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::CourseId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_facet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub facet: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub value: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// What is needed to show a published course in the list.
pub struct Entry<'a> {
    /// The course.
    pub course: &'a Course,
    /// What its published version says.
    pub content: &'a CourseContent,
    /// Its course type: name and goal.
    pub course_type: (&'a str, Goal),
    /// The centre that publishes it.
    pub centre: &'a Organisation,
}

/// Puts a course into the list as it is now; what the list showed of it before is gone.
pub async fn put(
    tx: &Transaction,
    entry: &Entry<'_>,
    published_at: chrono::DateTime<chrono::Utc>,
) -> Result<()> {
    unlist(tx, entry.course.id).await?;
    let Entry { course, content, course_type: (type_name, _), centre } = *entry;
    let names = [type_name, &centre.name, &centre.short_name];
    words::put(tx, course.id, &search::tokens(&course.code, &names, content)).await?;
    Entity::insert(row_of(entry, published_at)).exec_without_returning(tx).await?;
    let facets = facets_of(entry).into_iter().map(|(name, value)| facet::ActiveModel {
        facet: Set(name.as_str().to_owned()),
        value: Set(value),
        course_id: Set(entry.course.id),
    });
    facet::Entity::insert_many(facets).exec_without_returning(tx).await?;
    let partners = super::co_delivery::partners(tx, entry.course.id).await?;
    for partner in organisations::by_ids(tx, &partners).await? {
        add_centre(tx, entry.course.id, &partner.code).await?;
    }
    Ok(())
}

/// Lets a course that is listed be found under a further centre, which delivers it too.
pub async fn add_centre(tx: &Transaction, course: CourseId, code: &str) -> Result<()> {
    if Entity::find_by_id(course).one(tx).await?.is_some() {
        let row = facet::ActiveModel {
            facet: Set(Facet::Centre.as_str().to_owned()),
            value: Set(code.to_owned()),
            course_id: Set(course),
        };
        let once = OnConflict::new().do_nothing().to_owned();
        facet::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    }
    kept::changed(tx, Part::Catalogue).await
}

/// Lets a course no longer be found under a centre that delivered it too.
pub async fn remove_centre(tx: &Transaction, course: CourseId, code: &str) -> Result<()> {
    let key = (Facet::Centre.as_str().to_owned(), code.to_owned(), course);
    facet::Entity::delete_by_id(key).exec(tx).await?;
    kept::changed(tx, Part::Catalogue).await
}

/// Takes a course out of the list.
pub async fn remove(tx: &Transaction, course: CourseId) -> Result<()> {
    unlist(tx, course).await?;
    words::remove(tx, course).await
}

async fn unlist(tx: &Transaction, course: CourseId) -> Result<()> {
    facet::Entity::delete_many().filter(facet::COLUMN.course_id.eq(course)).exec(tx).await?;
    Entity::delete_many().filter(COLUMN.course_id.eq(course)).exec(tx).await?;
    kept::changed(tx, Part::Catalogue).await
}

fn row_of(entry: &Entry<'_>, published_at: chrono::DateTime<chrono::Utc>) -> entity::ActiveModel {
    let Entry { course, content, course_type: (_, goal), centre } = *entry;
    let days = content.duration_days.unwrap_or_default();
    let delivery: Vec<_> = content.levels_of_delivery.iter().map(|level| level.as_str()).collect();
    entity::ActiveModel {
        course_id: Set(course.id),
        code: Set(course.code.clone()),
        centre_id: Set(centre.id),
        centre_code: Set(centre.code.clone()),
        course_type: Set(content.course_type.clone()),
        goal: Set(goal),
        title: Set(content.title.clone()),
        sort_title: Set(fold(&content.title)),
        summary: Set(content.summary.clone()),
        level: Set(content.level.map(|level| level.as_str().to_owned()).unwrap_or_default()),
        duration_days: Set(days.into()),
        length: Set(Length::of_days(days).as_str().to_owned()),
        train_the_trainer: Set(yes_no(content.train_the_trainer).to_owned()),
        module_count: Set(content.modules.len().try_into().unwrap_or(i32::MAX)),
        languages: Set(content.languages.join(";")),
        levels_of_delivery: Set(delivery.join(";")),
        search_text: Set(passages(content)),
        sample: Set(course.sample),
        published_at: Set(published_at),
    }
}

/// What a course says beside title and summary, a passage a line.
pub(super) fn passages(content: &CourseContent) -> String {
    let passages = search::passages(content).into_iter();
    passages.map(|text| text.replace(['\r', '\n'], " ")).collect::<Vec<_>>().join("\n")
}

/// The passages of these courses.
pub(super) async fn passages_of(
    db: &impl ConnectionTrait,
    courses: &[CourseId],
) -> Result<Vec<(CourseId, String)>> {
    if courses.is_empty() {
        return Ok(Vec::new());
    }
    let columns = Entity::find().select_only().column(Column::CourseId).column(Column::SearchText);
    let wanted = columns.filter(COLUMN.course_id.is_in(courses.iter().copied()));
    Ok(wanted.into_tuple().all(db).await?)
}

/// Keeps other passages of a course that is listed.
pub(super) async fn keep_passages(
    tx: &Transaction,
    course: CourseId,
    passages: &str,
) -> Result<()> {
    let change =
        entity::ActiveModel { search_text: Set(passages.to_owned()), ..Default::default() };
    Entity::update_many().set(change).filter(COLUMN.course_id.eq(course)).exec(tx).await?;
    Ok(())
}

fn facets_of(entry: &Entry<'_>) -> Vec<(Facet, String)> {
    facets(entry.content, entry.course_type.1, &entry.centre.code)
}

/// The values of a course by which it is found.
pub fn facets(content: &CourseContent, goal: Goal, centre: &str) -> Vec<(Facet, String)> {
    let length = Length::of_days(content.duration_days.unwrap_or_default());
    let mut facets = vec![
        (Facet::Goal, goal.as_str().to_owned()),
        (Facet::Type, content.course_type.clone()),
        (Facet::Centre, centre.to_owned()),
        (Facet::Length, length.as_str().to_owned()),
        (Facet::Trainers, yes_no(content.train_the_trainer).to_owned()),
    ];
    facets.extend(content.level.map(|level| (Facet::Level, level.as_str().to_owned())));
    facets.extend(content.languages.iter().map(|tag| (Facet::Language, tag.clone())));
    let modes = content.delivery_modes.iter();
    facets.extend(modes.map(|mode| (Facet::Mode, mode.as_str().to_owned())));
    let levels = content.levels_of_delivery.iter();
    facets.extend(levels.map(|level| (Facet::Delivery, level.as_str().to_owned())));
    facets
}

const fn yes_no(truth: bool) -> &'static str {
    if truth { "yes" } else { "no" }
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

/// The course types of which a centre publishes a course, or delivers one with its owner.
pub async fn types_published_by(
    db: &impl ConnectionTrait,
    centre: CentreScope,
) -> Result<Vec<String>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::CourseType)
        .distinct()
        .filter(
            Condition::any()
                .add(Column::CentreId.eq(centre.id()))
                .add(Column::CourseId.in_subquery(super::co_delivery::accepted_by(centre.id()))),
        )
        .order_by_asc(Column::CourseType)
        .into_tuple()
        .all(db)
        .await?)
}

/// How much is published.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CatalogueSummary {
    /// How many courses.
    pub courses: i64,
    /// By how many centres.
    pub centres: i64,
    /// How many courses of each course type that has any.
    pub by_type: Vec<(String, i64)>,
}

impl CatalogueSummary {
    /// How many courses of a course type are published.
    pub fn of_type(&self, code: &str) -> i64 {
        self.by_type.iter().find(|(known, _)| known == code).map_or(0, |(_, count)| *count)
    }
}

/// How much is published, in all and by course type.
pub async fn catalogue_summary(db: &impl ConnectionTrait) -> Result<CatalogueSummary> {
    let by_type: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(Column::CourseType)
        .column_as(Column::CourseId.count(), "courses")
        .group_by(Column::CourseType)
        .into_tuple()
        .all(db)
        .await?;
    let centres: Option<i64> = Entity::find()
        .select_only()
        .column_as(Expr::col(Column::CentreId).count_distinct(), "centres")
        .into_tuple()
        .one(db)
        .await?;
    let courses = by_type.iter().map(|(_, count)| count).sum();
    Ok(CatalogueSummary { courses, centres: centres.unwrap_or_default(), by_type })
}
