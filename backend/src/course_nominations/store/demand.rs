//! Demand by member, course type and level: kept in step with the nominations in the same
//! transaction, so that the board never counts a million rows.
use sea_orm::sea_query::{Expr, ExprTrait, Func};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, Select};

use super::nominations::standing_of;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{OrganisationId, RoundId};
use crate::course_nominations::rules::{Frequency, Level};
use crate::identity::{CentreScope, RegionScope, StateScope};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{OrganisationId, RoundId};
    use crate::course_nominations::rules::Level;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "demand_cell")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_type: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub level: Level,
        pub nominations: i32,
        pub deliveries: i32,
        pub places: i32,
        pub on_request: i32,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{Column, Entity};

/// What one member asks of one course type at one level in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandCell {
    /// The member.
    pub member: OrganisationId,
    /// The code of the course type.
    pub course_type: String,
    /// For whom.
    pub level: Level,
    /// Nominations that are not withdrawn.
    pub nominations: i32,
    /// Deliveries in the horizon, those on request not counted.
    pub deliveries: i32,
    /// Places: deliveries times people.
    pub places: i32,
    /// Nominations that ask for deliveries on request.
    pub on_request: i32,
}

impl From<entity::Model> for DemandCell {
    fn from(row: entity::Model) -> Self {
        Self {
            member: row.member_id,
            course_type: row.course_type,
            level: row.level,
            nominations: row.nominations,
            deliveries: row.deliveries,
            places: row.places,
            on_request: row.on_request,
        }
    }
}

async fn cells(db: &impl ConnectionTrait, wanted: Select<Entity>) -> Result<Vec<DemandCell>> {
    Ok(wanted.all(db).await?.into_iter().map(DemandCell::from).collect())
}

fn of_round(round: RoundId) -> Select<Entity> {
    Entity::find().filter(Column::RoundId.eq(round))
}

/// The demand of every member in a round, in no order.
pub async fn demand_of_region(
    db: &impl ConnectionTrait,
    _: RegionScope,
    round: RoundId,
) -> Result<Vec<DemandCell>> {
    cells(db, of_round(round)).await
}

/// The demand for course types that a centre publishes; the caller names only those.
pub async fn demand_of_types(
    db: &impl ConnectionTrait,
    _: CentreScope,
    round: RoundId,
    types: &[&str],
) -> Result<Vec<DemandCell>> {
    cells(db, of_round(round).filter(Column::CourseType.is_in(types.iter().copied()))).await
}

/// The demand of one member in a round.
pub async fn demand_of_state(
    db: &impl ConnectionTrait,
    state: StateScope,
    round: RoundId,
) -> Result<Vec<DemandCell>> {
    cells(db, of_round(round).filter(Column::MemberId.eq(state.id()))).await
}

/// What a round asks of one course type, over all members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeTotal {
    /// The code of the course type.
    pub course_type: String,
    /// Members that ask for it.
    pub members: i64,
    /// Places asked for.
    pub places: i64,
}

/// What a round asks of these course types, over all members, without naming one.
pub async fn totals(tx: &Transaction, round: RoundId, types: &[&str]) -> Result<Vec<TypeTotal>> {
    let members = Expr::from(Func::count_distinct(Expr::col(Column::MemberId)));
    let places = Func::cast_as(Expr::col(Column::Places).sum(), "bigint");
    let rows: Vec<(String, i64, i64)> = Entity::find()
        .select_only()
        .column(Column::CourseType)
        .expr_as(members, "members")
        .expr_as(places, "places")
        .filter(Column::RoundId.eq(round))
        .filter(Column::CourseType.is_in(types.iter().copied()))
        .group_by(Column::CourseType)
        .into_tuple()
        .all(tx)
        .await?;
    let total = |(course_type, members, places)| TypeTotal { course_type, members, places };
    Ok(rows.into_iter().map(total).collect())
}

/// Counts a member's nominations in a round anew and puts the cells in the place of the old.
pub async fn recount(tx: &Transaction, state: StateScope, round: RoundId) -> Result<()> {
    let old = Entity::delete_many().filter(Column::RoundId.eq(round));
    old.filter(Column::MemberId.eq(state.id())).exec(tx).await?;
    let mut cells: Vec<entity::Model> = Vec::new();
    for nomination in standing_of(tx, state, round).await? {
        let Some(course_type) = nomination.course_type else { continue };
        let level = nomination.level;
        let same =
            |cell: &&mut entity::Model| cell.course_type == course_type && cell.level == level;
        let added = entity::Model {
            round_id: round,
            member_id: state.id(),
            course_type: course_type.clone(),
            level,
            nominations: 1,
            deliveries: nomination.deliveries,
            places: nomination.places,
            on_request: i32::from(nomination.frequency == Frequency::OnRequest),
        };
        match cells.iter_mut().find(same) {
            None => cells.push(added),
            Some(cell) => {
                cell.nominations += added.nominations;
                cell.deliveries += added.deliveries;
                cell.places += added.places;
                cell.on_request += added.on_request;
            }
        }
    }
    if !cells.is_empty() {
        let rows = cells.into_iter().map(entity::ActiveModel::from);
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
