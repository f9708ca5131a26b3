//! What members asked for of one course type, for sharing the seats of a delivery of it.
use chrono::NaiveDate;
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Order, Query, SelectStatement};

use super::sheets::rounds_answered;
use crate::base::error::Result;
use crate::base::ids::OrganisationId;
use crate::course_nominations::rules::{Level, RoundState};
use crate::identity::CentreScope;

/// What one member asked for of a course type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedPlaces {
    /// The member.
    pub member: OrganisationId,
    /// Places at regional deliveries, over the whole horizon of the round.
    pub places: i32,
    /// The title of the round.
    pub round: String,
}

/// What members asked for of a course type at regional level, in the round whose horizon holds this
/// day, else in the newest one that has answers. One query; a centre that delivers the course type
/// reads it.
pub async fn asked_of_type(
    db: &impl ConnectionTrait,
    _: CentreScope,
    course_type: &str,
    day: Option<NaiveDate>,
) -> Result<Vec<AskedPlaces>> {
    let wanted = Query::select()
        .column(("demand_cell", "member_id"))
        .column(("demand_cell", "places"))
        .column(("round", "title"))
        .from("demand_cell")
        .inner_join("round", Expr::col(("round", "id")).equals(("demand_cell", "round_id")))
        .and_where(Expr::col(("demand_cell", "course_type")).eq(course_type))
        .and_where(Expr::col(("demand_cell", "level")).eq(Level::Regional.as_str()))
        .and_where(Expr::col(("demand_cell", "places")).gt(0))
        .and_where(Expr::col(("demand_cell", "round_id")).in_subquery(round_of(day)))
        .to_owned();
    let rows = db.query_all(&wanted).await?;
    let asked = rows.iter().map(|row| {
        let (member, places) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok(AskedPlaces { member, places, round: row.try_get_by_index(2)? })
    });
    Ok(asked.collect::<Result<_, sea_orm::DbErr>>()?)
}

/// The id of the round whose demand counts for a delivery that begins on this day.
fn round_of(day: Option<NaiveDate>) -> SelectStatement {
    let mut one = Query::select();
    one.column("id")
        .from("round")
        .and_where(Expr::col("state").ne(RoundState::Draft.as_str()))
        .and_where(Expr::col("id").in_subquery(rounds_answered()));
    if let Some(day) = day {
        let holds = Expr::col("horizon_start").lte(day).and(Expr::col("horizon_end").gte(day));
        one.order_by_expr(CaseStatement::new().case(holds, 0).finally(1).into(), Order::Asc);
    }
    one.order_by("opens_at", Order::Desc).order_by("id", Order::Desc).limit(1);
    one
}
