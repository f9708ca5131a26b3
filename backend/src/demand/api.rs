//! The demand of a round for programs: the same figures as the board, in JSON.
use std::collections::HashMap;

use axum::extract::State;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::actions::{self, View};
use super::rules::{Board, Choice, Column, Gap, Row};
use crate::base::App;
use crate::base::api::{Asked, Operation, Parameter};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::RoundId;
use crate::catalogue::Goal;
use crate::course_nominations::{self, Figures, Level, Quarter};
use crate::identity::{Access, ApiRoutes, DemandReader, DemandScope, Scope};

/// The longest name of a sub-region that is looked at, in characters.
const LONGEST_NAME: usize = 80;

/// The API of this feature.
pub fn routes() -> ApiRoutes {
    let reads = Access::Needs(Scope::DemandRead);
    ApiRoutes::default().get("/rounds/{id}/demand", reads, show, operation())
}

fn operation() -> Operation {
    let levels = Level::ALL.iter().map(|level| level.as_str());
    let quarters = Quarter::ALL.iter().map(|quarter| quarter.as_str());
    let goals = Goal::ALL.iter().map(|goal| goal.as_str());
    Operation::new("demand.read", "Demand", "Read the demand of a round")
        .about(
            "What members ask for, by member and course type, within what the organisation may \
             see: everything for the Regional Support Office, the course types that it publishes \
             for a centre, its own for a State. A nomination is listed in every quarter that it \
             names, and its deliveries are dealt out to those quarters: places and deliveries of \
             the quarters add up, nominations do not.",
        )
        .takes(Parameter::id("id", "The id of the round."))
        .takes(Parameter::one_of("level", "For whom; all levels if left out.", levels))
        .takes(Parameter::one_of("quarter", "A quarter; the whole year if left out.", quarters))
        .takes(Parameter::one_of("goal", "A goal of the work plan.", goals))
        .takes(Parameter::text("subregion", "The name of a sub-region.", LONGEST_NAME))
        .answers::<Demand>("The demand.", example())
        .problems(&[422])
}

/// The demand of a round that is the organisation's to see.
pub async fn show(
    by: DemandReader,
    State(app): State<App>,
    Path(id): Path<RoundId>,
    asked: Asked,
) -> Result<Json<Demand>> {
    let choice = Choice { round: Some(id), ..wanted(asked)? };
    if let DemandScope::State(state) = by.scope() {
        let invited = course_nominations::members_of(&app.db, id).await?;
        if !invited.contains(&state.id()) {
            return Err(Error::NotFound);
        }
    }
    let view = actions::board(&app, &by, choice).await?.ok_or(Error::NotFound)?;
    Ok(Json(Demand::of(&view)))
}

fn wanted(mut asked: Asked) -> Result<Choice> {
    let choice = Choice {
        level: asked.choice("level", Level::of),
        quarter: asked.choice("quarter", Quarter::of),
        goal: asked.choice("goal", Goal::of),
        subregion: asked.one("subregion", LONGEST_NAME),
        ..Choice::default()
    };
    asked.done(Some(choice))
}

/// What one course type is asked for.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TypeDemand {
    /// The code of the course type.
    pub course_type: String,
    /// Its goal in the work plan.
    #[schema(inline)]
    pub goal: Goal,
    /// What all members shown ask for.
    pub asked: Figures,
    /// Places in deliveries that centres offer.
    pub places_offered: i64,
    /// Places asked for and not offered; more of another course type never makes up for them.
    pub places_short: i64,
}

/// What one member asks for of one course type.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CellDemand {
    /// The code of the course type.
    pub course_type: String,
    /// What is asked for.
    pub asked: Figures,
}

/// What one member asks for.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MemberDemand {
    /// The code of the member.
    pub member: String,
    /// Its name.
    pub name: String,
    /// Its sub-region.
    #[schema(required)]
    pub subregion: Option<String>,
    /// What it asks for in all.
    pub asked: Figures,
    /// The course types that it asks for.
    pub course_types: Vec<CellDemand>,
}

/// How many members answered. Every member invited is in one of the four groups.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// Members invited.
    pub invited: usize,
    /// Members that submitted nominations.
    pub submitted: usize,
    /// Members that said that they need nothing.
    pub no_needs: usize,
    /// Members that began and sent nothing.
    pub draft: usize,
    /// Members that have not begun.
    pub silent: usize,
}

/// The demand of a round, as far as it is the organisation's to see.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// The round.
    #[schema(value_type = uuid::Uuid)]
    pub round: RoundId,
    /// When the figures were read.
    pub read_at: DateTime<Utc>,
    /// Everything that is shown, in one.
    pub asked: Figures,
    /// Who answered; null for everybody but the Regional Support Office.
    #[schema(required)]
    pub answered: Option<Answered>,
    /// Every course type shown, asked for or not.
    pub course_types: Vec<TypeDemand>,
    /// The members that ask for something.
    pub members: Vec<MemberDemand>,
}

impl Demand {
    fn of(view: &View) -> Self {
        let answered = view.response.as_ref().map(|response| Answered {
            invited: response.invited,
            submitted: response.submitted,
            no_needs: response.no_needs,
            draft: response.drafts.len(),
            silent: response.silent.len(),
        });
        Self {
            round: view.round.id,
            read_at: view.at,
            asked: view.board.asked,
            answered,
            course_types: types_of(view),
            members: members_of(&view.board),
        }
    }
}

fn types_of(view: &View) -> Vec<TypeDemand> {
    let gaps: HashMap<&str, &Gap> = view.gaps.iter().map(|gap| (gap.code.as_str(), gap)).collect();
    let of_column = |column: &Column| {
        let gap = gaps.get(column.code.as_str());
        TypeDemand {
            course_type: column.code.clone(),
            goal: column.goal,
            asked: column.asked,
            places_offered: gap.map_or(0, |gap| gap.offered),
            places_short: gap.map_or(0, |gap| gap.short),
        }
    };
    view.board.columns.iter().map(of_column).collect()
}

fn members_of(board: &Board) -> Vec<MemberDemand> {
    let of_row = |row: &Row| {
        let cells = board.columns.iter().zip(&row.asked);
        let asked = cells.filter(|(_, figures)| figures.nominations > 0);
        MemberDemand {
            member: row.member.code.clone(),
            name: row.member.name.clone(),
            subregion: row.member.subregion.clone(),
            asked: row.sum,
            course_types: asked
                .map(|(column, figures)| CellDemand {
                    course_type: column.code.clone(),
                    asked: *figures,
                })
                .collect(),
        }
    };
    board.rows.iter().map(of_row).collect()
}

fn example() -> Value {
    let asked = json!({"nominations": 1, "deliveries": 2, "places": 6, "on_request": 0});
    json!({
        "round": "019ab111-5c4e-7e63-9f54-6a1f6f8c2b10",
        "read_at": "2026-11-25T03:00:00Z",
        "asked": asked,
        "answered": {"invited": 49, "submitted": 1, "no_needs": 0, "draft": 2, "silent": 46},
        "course_types": [{
            "course_type": "liaison",
            "goal": "prevention",
            "asked": asked,
            "places_offered": 0,
            "places_short": 6,
        }],
        "members": [{
            "member": "FJ",
            "name": "Fiji",
            "subregion": "Melanesia",
            "asked": asked,
            "course_types": [{"course_type": "liaison", "asked": asked}],
        }],
    })
}
