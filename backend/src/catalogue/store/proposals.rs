//! Drafts that wait for the Training Director of their centre, and what was sent back.
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select, Statement,
    sea_query::{Expr, ExprTrait, OnConflict, Query},
};

use super::courses::{Course, Hand};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::CourseId;
use crate::identity::CentreScope;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_proposal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_id: CourseId,
        pub centre_id: OrganisationId,
        pub proposed_at: DateTimeUtc,
        pub proposed_by: Option<AccountId>,
        #[sea_orm(column_type = "Text")]
        pub note: String,
        pub returned_at: Option<DateTimeUtc>,
        pub returned_by: Option<AccountId>,
        #[sea_orm(column_type = "Text")]
        pub wanted: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Proposal;
use entity::{ActiveModel, COLUMN, Column, Entity};

impl Proposal {
    /// Whether it waits for an answer; else it was sent back.
    pub fn is_open(&self) -> bool {
        self.returned_at.is_none()
    }
}

/// What is proposed of a course, or was sent back last.
pub async fn of_course(db: &impl ConnectionTrait, course: CourseId) -> Result<Option<Proposal>> {
    Ok(Entity::find_by_id(course).one(db).await?)
}

/// The proposals of these courses of a centre, by course.
pub async fn of_courses(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    courses: &[CourseId],
) -> Result<HashMap<CourseId, Proposal>> {
    if courses.is_empty() {
        return Ok(HashMap::new());
    }
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    let found = own.filter(COLUMN.course_id.is_in(courses.iter().copied())).all(db).await?;
    Ok(found.into_iter().map(|proposal| (proposal.course_id, proposal)).collect())
}

/// A stretch of what a Training Director can publish now, the longest waiting first, and how much
/// there is.
pub async fn waiting(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (skipped, most): (u64, u64),
) -> Result<(Vec<Proposal>, u64)> {
    let open = open(scope);
    let total = open.clone().count(db).await?;
    Ok((open.offset(skipped).limit(most).all(db).await?, total))
}

/// So many of them after one: since when it waits, and its course.
pub async fn waiting_after(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (after, most): (Option<(DateTime<Utc>, CourseId)>, u64),
) -> Result<Vec<Proposal>> {
    let mut wanted = open(scope);
    if let Some((since, course)) = after {
        let later =
            Condition::all().add(COLUMN.proposed_at.eq(since)).add(COLUMN.course_id.gt(course));
        wanted = wanted.filter(Condition::any().add(COLUMN.proposed_at.gt(since)).add(later));
    }
    Ok(wanted.limit(most).all(db).await?)
}

/// What a Training Director of the centre can publish now, the longest waiting first.
fn open(scope: CentreScope) -> Select<Entity> {
    let publishable = Query::select()
        .column("id")
        .from("course")
        .and_where(Expr::col("centre_id").eq(scope.id()))
        .and_where(Expr::col("state").is_in(["in_review", "published"]))
        .to_owned();
    Entity::find()
        .filter(COLUMN.centre_id.eq(scope.id()))
        .filter(Column::ReturnedAt.is_null())
        .filter(Column::CourseId.in_subquery(publishable))
        .order_by_asc(Column::ProposedAt)
        .order_by_asc(Column::CourseId)
}

/// Proposes the draft of a course, again where it was sent back.
pub async fn propose(tx: &Transaction, course: &Course, note: &str, hand: Hand) -> Result<()> {
    let row = ActiveModel {
        course_id: Set(course.id),
        centre_id: Set(course.centre_id),
        proposed_at: Set(hand.at),
        proposed_by: Set(hand.by),
        note: Set(note.to_owned()),
        returned_at: Set(None),
        returned_by: Set(None),
        wanted: Set(String::new()),
    };
    let anew = OnConflict::column(Column::CourseId)
        .update_columns([
            Column::ProposedAt,
            Column::ProposedBy,
            Column::Note,
            Column::ReturnedAt,
            Column::ReturnedBy,
            Column::Wanted,
        ])
        .to_owned();
    Entity::insert(row).on_conflict(anew).exec_without_returning(tx).await?;
    Ok(())
}

/// Sends a proposal back, with what is wanted.
pub async fn send_back(
    tx: &Transaction,
    proposal: &Proposal,
    wanted: &str,
    hand: Hand,
) -> Result<()> {
    let change = ActiveModel {
        returned_at: Set(Some(hand.at)),
        returned_by: Set(hand.by),
        wanted: Set(wanted.to_owned()),
        ..ActiveModel::default()
    };
    Entity::update_many()
        .set(change)
        .filter(COLUMN.course_id.eq(proposal.course_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets the proposal of a course: it was published, taken back, or there is nothing left of it.
pub async fn close(tx: &Transaction, course: CourseId) -> Result<()> {
    Entity::delete_many().filter(COLUMN.course_id.eq(course)).exec(tx).await?;
    Ok(())
}

/// Forgets the proposals of several courses.
pub async fn close_all(
    tx: &Transaction,
    courses: impl ExactSizeIterator<Item = CourseId>,
) -> Result<()> {
    if courses.len() > 0 {
        Entity::delete_many().filter(COLUMN.course_id.is_in(courses)).exec(tx).await?;
    }
    Ok(())
}

/// Courses that are in review and not proposed, or the reverse; a sentence each.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    #[derive(FromQueryResult)]
    struct Row {
        code: String,
        state: String,
    }
    let sql = "SELECT c.code, c.state FROM course c \
        LEFT JOIN course_proposal p ON p.course_id = c.id AND p.returned_at IS NULL \
        WHERE (c.state = 'in_review' AND p.course_id IS NULL) \
        OR (c.state IN ('draft', 'retired') AND p.course_id IS NOT NULL) \
        ORDER BY c.code LIMIT 1000";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Row::find_by_statement(statement).all(db).await?;
    let said = |row: &Row| match row.state.as_str() {
        "in_review" => format!("course {} is in review and not proposed", row.code),
        state => format!("course {} is {state} and proposed", row.code),
    };
    Ok(rows.iter().map(said).collect())
}
