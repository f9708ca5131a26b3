//! Demand by member, course type and level, as a whole and by quarter: kept in step with the
//! nominations in the same transaction, so that the board never counts a million rows.
use std::collections::HashMap;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult, QuerySelect};

use super::nominations::{Nomination, standing_of};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{OrganisationId, RoundId};
use crate::course_nominations::rules::{Frequency, Level, NEW_COURSES, Quarter, Quarters, dealt};
use crate::identity::{DemandScope, StateScope};

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
mod quarterly {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{OrganisationId, RoundId};
    use crate::course_nominations::rules::{Level, Quarter};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "demand_quarter")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub quarter: Quarter,
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

/// What is asked for, counted in four ways that are never added to each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Nominations that are not withdrawn.
    pub nominations: i64,
    /// Deliveries in the horizon, those on request not counted.
    pub deliveries: i64,
    /// Places: deliveries times people.
    pub places: i64,
    /// Nominations that ask for deliveries on request.
    pub on_request: i64,
}

impl std::ops::AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.nominations += other.nominations;
        self.deliveries += other.deliveries;
        self.places += other.places;
        self.on_request += other.on_request;
    }
}

impl std::iter::Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// What one member asks of one course type in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandCell {
    /// The member.
    pub member: OrganisationId,
    /// The code of the course type; [`NEW_COURSES`] for courses that do not exist yet.
    pub course_type: String,
    /// What is asked for.
    pub figures: Figures,
}

/// Which part of a round's demand is wanted; none of a kind means all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cut<'a> {
    /// At this level.
    pub level: Option<Level>,
    /// In this quarter.
    pub quarter: Option<Quarter>,
    /// The course types that a centre publishes; only asked of centres.
    pub types: &'a [&'a str],
}

/// The demand in a round that is within a scope, each member and course type once, in no order.
pub async fn demand(
    db: &impl ConnectionTrait,
    scope: DemandScope,
    round: RoundId,
    cut: Cut<'_>,
) -> Result<Vec<DemandCell>> {
    let mut wanted = sums_by_cell(cut);
    wanted.and_where(Expr::col("round_id").eq(round));
    match scope {
        DemandScope::Region(_) => {}
        DemandScope::Centre(_) => {
            wanted.and_where(Expr::col("course_type").is_in(cut.types.iter().copied()));
        }
        DemandScope::State(state) => {
            wanted.and_where(Expr::col("member_id").eq(state.id()));
        }
    }
    let rows = db.query_all(&wanted).await?;
    Ok(rows.iter().map(cell).collect::<Result<_, _>>()?)
}

fn sums_by_cell(cut: Cut<'_>) -> SelectStatement {
    let table = if cut.quarter.is_some() { "demand_quarter" } else { "demand_cell" };
    let mut wanted = Query::select();
    wanted.columns(["member_id", "course_type"]).from(Alias::new(table));
    for figure in ["nominations", "deliveries", "places", "on_request"] {
        wanted.expr(Func::cast_as(Expr::col(figure).sum(), "bigint"));
    }
    if let Some(quarter) = cut.quarter {
        wanted.and_where(Expr::col("quarter").eq(quarter.as_str()));
    }
    if let Some(level) = cut.level {
        wanted.and_where(Expr::col("level").eq(level.as_str()));
    }
    wanted.group_by_columns(["member_id", "course_type"]);
    wanted
}

// By position: a board has hundreds of these, and names take longer to find than to read.
fn cell(row: &QueryResult) -> Result<DemandCell, sea_orm::DbErr> {
    let figures = Figures {
        nominations: row.try_get_by_index(2)?,
        deliveries: row.try_get_by_index(3)?,
        places: row.try_get_by_index(4)?,
        on_request: row.try_get_by_index(5)?,
    };
    let (member, course_type) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    Ok(DemandCell { member, course_type, figures })
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
    quarterly::Entity::delete_many()
        .filter(quarterly::Column::RoundId.eq(round))
        .filter(quarterly::Column::Quarter.is_in(Quarter::ALL.iter().copied()))
        .filter(quarterly::Column::MemberId.eq(state.id()))
        .exec(tx)
        .await?;
    let standing = standing_of(tx, state, round).await?;
    if standing.is_empty() {
        return Ok(());
    }
    let whole = counted(&standing, |nomination| vec![((), figures_of(nomination))]);
    let whole = whole.into_iter().map(|(((), level, course_type), (nominations, sums))| {
        let [deliveries, places, on_request] = sums;
        let (round_id, member_id) = (round, state.id());
        entity::ActiveModel::from(entity::Model {
            round_id,
            member_id,
            course_type,
            level,
            nominations,
            deliveries,
            places,
            on_request,
        })
    });
    Entity::insert_many(whole).exec_without_returning(tx).await?;
    let quarters = counted(&standing, figures_by_quarter);
    let quarters =
        quarters.into_iter().map(|((quarter, level, course_type), (nominations, sums))| {
            let [deliveries, places, on_request] = sums;
            let (round_id, member_id) = (round, state.id());
            quarterly::ActiveModel::from(quarterly::Model {
                round_id,
                quarter,
                member_id,
                course_type,
                level,
                nominations,
                deliveries,
                places,
                on_request,
            })
        });
    quarterly::Entity::insert_many(quarters).exec_without_returning(tx).await?;
    Ok(())
}

/// Deliveries, places, on request.
type Sums = [i32; 3];

/// How many nominations fall under each part, level and course type, and what they sum to.
fn counted<P: Eq + std::hash::Hash>(
    standing: &[Nomination],
    parts: impl Fn(&Nomination) -> Vec<(P, Sums)>,
) -> HashMap<(P, Level, String), (i32, Sums)> {
    let mut cells: HashMap<(P, Level, String), (i32, Sums)> = HashMap::new();
    for nomination in standing {
        let course_type = nomination.course_type.as_deref().unwrap_or(NEW_COURSES);
        for (part, sums) in parts(nomination) {
            let key = (part, nomination.level, course_type.to_owned());
            let cell = cells.entry(key).or_default();
            cell.0 += 1;
            for (sum, more) in cell.1.iter_mut().zip(sums) {
                *sum += more;
            }
        }
    }
    cells
}

fn figures_of(nomination: &Nomination) -> Sums {
    [nomination.deliveries, nomination.places, on_request(nomination)]
}

fn figures_by_quarter(nomination: &Nomination) -> Vec<(Quarter, Sums)> {
    let dealt = dealt(nomination.deliveries, Quarters::of(&nomination.quarters)).into_iter();
    let sums = |share| [share, share * nomination.participants, on_request(nomination)];
    dealt.map(|(quarter, share)| (quarter, sums(share))).collect()
}

fn on_request(nomination: &Nomination) -> i32 {
    i32::from(nomination.frequency == Frequency::OnRequest)
}
