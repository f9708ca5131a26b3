//! Courses and their working drafts. What was never published is found with a scope only.
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AccountId, CourseId};
use crate::base::kept::{self, Part};
use crate::catalogue::rules::{CourseCode, CourseContent, CourseState};
use crate::identity::{CentreScope, RegionScope};

pub(super) mod entity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, OrganisationId};
    use crate::catalogue::rules::CourseState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CourseId,
        #[sea_orm(unique)]
        pub code: String,
        pub centre_id: OrganisationId,
        pub state: CourseState,
        pub state_since: DateTimeUtc,
        pub state_by: Option<AccountId>,
        #[sea_orm(column_type = "Text")]
        pub reason: String,
        pub successor_code: Option<String>,
        pub revision: i32,
        #[sea_orm(column_type = "Text")]
        pub draft: String,
        pub draft_differs: bool,
        pub draft_saved_at: DateTimeUtc,
        pub draft_saved_by: Option<AccountId>,
        pub published_version: Option<i32>,
        pub verified_at: Option<DateTimeUtc>,
        pub sample: bool,
        pub created_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Course;
use entity::{ActiveModel, COLUMN, Column, Entity};

/// The most courses of a centre that its home shows.
const AT_HOME: u64 = 10;

/// When and by whom something is written.
#[derive(Clone, Copy, Debug)]
pub struct Hand {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom; none for the operator at the console.
    pub by: Option<AccountId>,
}

/// A state to be taken, with what the public is told about it.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The state.
    pub state: CourseState,
    /// Why; empty where nothing needs to be said.
    pub reason: String,
    /// The code of the course that takes its place.
    pub successor: Option<String>,
}

/// A course to be added.
#[derive(Clone, Debug)]
pub struct CourseRow {
    /// Its id, made by the form, so that sending the form twice adds one course.
    pub id: CourseId,
    /// Its code.
    pub code: CourseCode,
    /// What it says at first.
    pub content: CourseContent,
    /// Whether it is invented for demonstration.
    pub sample: bool,
}

impl Course {
    /// What the working draft says.
    pub fn content(&self) -> Result<CourseContent> {
        super::versions::thaw(&self.draft)
    }

    /// Whether it was ever published.
    pub fn is_public(&self) -> bool {
        self.published_version.is_some()
    }
}

/// Adds a course, unless there is one of its id or code; answers whether it is new.
pub async fn add(
    tx: &Transaction,
    scope: CentreScope,
    new: &CourseRow,
    hand: Hand,
) -> Result<bool> {
    let row = ActiveModel {
        id: Set(new.id),
        code: Set(new.code.to_string()),
        centre_id: Set(scope.id()),
        state: Set(CourseState::Draft),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        reason: Set(String::new()),
        successor_code: Set(None),
        revision: Set(1),
        draft: Set(super::versions::freeze(&new.content)?),
        draft_differs: Set(true),
        draft_saved_at: Set(hand.at),
        draft_saved_by: Set(hand.by),
        published_version: Set(None),
        verified_at: Set(None),
        sample: Set(new.sample),
        created_at: Set(hand.at),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let added = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0;
    if added {
        super::modules::note_draft(tx, new.id, &new.content.modules).await?;
    }
    Ok(added)
}

/// The centre's own course of this code.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    code: &CourseCode,
) -> Result<Option<Course>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.code.eq(code.as_str())).one(db).await?)
}

/// The own course of this code, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &Transaction,
    scope: CentreScope,
    code: &CourseCode,
) -> Result<Option<Course>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.code.eq(code.as_str())).lock_exclusive().one(tx).await?)
}

/// The course of this id, for keeping what follows from it; nobody else changes it until the
/// transaction ends.
pub(super) async fn by_id_to_change(tx: &Transaction, id: CourseId) -> Result<Option<Course>> {
    Ok(Entity::find_by_id(id).lock_exclusive().one(tx).await?)
}

/// The course of this code, whichever centre's and in whatever state.
pub async fn of_region(
    db: &impl ConnectionTrait,
    _: RegionScope,
    code: &CourseCode,
) -> Result<Option<Course>> {
    Ok(Entity::find().filter(COLUMN.code.eq(code.as_str())).one(db).await?)
}

/// The course of this code, if it was ever published.
pub async fn public(db: &impl ConnectionTrait, code: &CourseCode) -> Result<Option<Course>> {
    let known = Entity::find().filter(Column::PublishedVersion.is_not_null());
    Ok(known.filter(COLUMN.code.eq(code.as_str())).one(db).await?)
}

/// A stretch of the centre's own courses by code, and how many there are.
pub async fn list_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (skipped, most): (u64, u64),
) -> Result<(Vec<Course>, u64)> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    let total = own.clone().count(db).await?;
    let page = own.order_by_asc(Column::Code).offset(skipped).limit(most).all(db).await?;
    Ok((page, total))
}

/// These courses of a centre.
pub async fn of_ids(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    ids: &[CourseId],
) -> Result<Vec<Course>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.id.is_in(ids.iter().copied())).all(db).await?)
}

/// The centre's own courses by code, the first `most` of those behind `after`.
pub async fn of_centre_behind(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (after, most): (&str, u64),
) -> Result<Vec<Course>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    let behind = own.filter(Column::Code.gt(after)).order_by_asc(Column::Code);
    Ok(behind.limit(most).all(db).await?)
}

/// The first courses of a centre by code, and how many it has.
pub async fn first_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
) -> Result<(Vec<Course>, u64)> {
    list_of_centre(db, scope, (0, AT_HOME)).await
}

/// The ids and codes of a centre's own courses, by code.
pub async fn codes_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
) -> Result<Vec<(CourseId, String)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::Id, Column::Code])
        .filter(COLUMN.centre_id.eq(scope.id()))
        .order_by_asc(Column::Code)
        .into_tuple()
        .all(db)
        .await?)
}

/// Which of `codes` a course of this centre may name: those that were published, and its own.
pub async fn nameable(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    codes: &[String],
) -> Result<Vec<String>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    let open = Condition::any()
        .add(Column::PublishedVersion.is_not_null())
        .add(Column::CentreId.eq(scope.id()));
    let known = Entity::find().select_only().column(Column::Code).filter(open);
    Ok(known.filter(COLUMN.code.is_in(codes)).into_tuple().all(db).await?)
}

/// Keeps another draft, unless somebody saved since `course` was read.
pub async fn save_draft(
    tx: &Transaction,
    course: &Course,
    content: &CourseContent,
    differs: bool,
    hand: Hand,
) -> Result<()> {
    let change = ActiveModel {
        draft: Set(super::versions::freeze(content)?),
        draft_differs: Set(differs),
        draft_saved_at: Set(hand.at),
        draft_saved_by: Set(hand.by),
        ..ActiveModel::default()
    };
    super::modules::note_draft(tx, course.id, &content.modules).await?;
    change_row(tx, course, change).await
}

/// Notes that the draft is now this version.
pub async fn mark_published(
    tx: &Transaction,
    course: &Course,
    version: i32,
    hand: Hand,
) -> Result<()> {
    let mut change = ActiveModel {
        draft_differs: Set(false),
        published_version: Set(Some(version)),
        verified_at: Set(Some(hand.at)),
        ..ActiveModel::default()
    };
    if course.state != CourseState::Published {
        change.state = Set(CourseState::Published);
        change.state_since = Set(hand.at);
        change.state_by = Set(hand.by);
    }
    change_page(tx, course, change).await
}

/// Notes that something is said about the draft, which a course that was never published shows in
/// its state.
pub async fn mark_reviewed(
    tx: &Transaction,
    course: &Course,
    state: CourseState,
    hand: Hand,
) -> Result<()> {
    let mut change = ActiveModel::default();
    if !course.is_public() {
        change.state = Set(state);
        change.state_since = Set(hand.at);
        change.state_by = Set(hand.by);
    }
    change_row(tx, course, change).await
}

/// Takes another state.
pub async fn turn(tx: &Transaction, course: &Course, turn: &Turn, hand: Hand) -> Result<()> {
    let change = ActiveModel {
        state: Set(turn.state),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        reason: Set(turn.reason.clone()),
        successor_code: Set(turn.successor.clone()),
        ..ActiveModel::default()
    };
    change_page(tx, course, change).await
}

/// Notes when somebody last found the page true.
pub async fn mark_verified(tx: &Transaction, course: &Course, now: DateTime<Utc>) -> Result<()> {
    let change = ActiveModel { verified_at: Set(Some(now)), ..ActiveModel::default() };
    change_page(tx, course, change).await
}

/// Changes the row that was read, and with it what the public reads of the course.
async fn change_page(tx: &Transaction, course: &Course, change: ActiveModel) -> Result<()> {
    change_row(tx, course, change).await?;
    kept::changed(tx, Part::Courses).await
}

/// Changes the row that was read: its id, its centre and its revision must still be the same.
async fn change_row(tx: &Transaction, course: &Course, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(course.revision + 1);
    let changed = Entity::update_many()
        .set(change)
        .filter(COLUMN.id.eq(course.id))
        .filter(COLUMN.centre_id.eq(course.centre_id))
        .filter(COLUMN.revision.eq(course.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}
