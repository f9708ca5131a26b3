//! What programs send and are sent about rounds.
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::base::ids::RoundId;
use crate::course_nominations::rules::{AskedRound, RoundState};
use crate::course_nominations::store::Round;

/// A nomination round as lists show it.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundSummary {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: RoundId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    #[schema(inline)]
    pub state: RoundState,
    /// The first day of what is planned.
    pub horizon_start: NaiveDate,
    /// The last day of what is planned.
    pub horizon_end: NaiveDate,
    /// When it opens, or has opened.
    pub opens_at: DateTime<Utc>,
    /// The deadline.
    pub closes_at: DateTime<Utc>,
    /// How many days late answers are taken.
    pub grace_days: i32,
    /// The smallest figure that is shown to the public.
    pub minimum_cell: i32,
    /// Whether it is invented for a demonstration.
    pub sample: bool,
}

impl From<Round> for RoundSummary {
    fn from(round: Round) -> Self {
        Self {
            id: round.id,
            title: round.title,
            state: round.state,
            horizon_start: round.horizon_start,
            horizon_end: round.horizon_end,
            opens_at: round.opens_at,
            closes_at: round.closes_at,
            grace_days: round.grace_days,
            minimum_cell: round.minimum_cell,
            sample: round.sample,
        }
    }
}

/// A nomination round.
#[derive(Serialize, ToSchema)]
#[schema(as = Round)]
#[serde(deny_unknown_fields)]
pub struct RoundOut {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: RoundId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    #[schema(inline)]
    pub state: RoundState,
    /// The first day of what is planned.
    pub horizon_start: NaiveDate,
    /// The last day of what is planned.
    pub horizon_end: NaiveDate,
    /// When it opens, or has opened.
    pub opens_at: DateTime<Utc>,
    /// The deadline.
    pub closes_at: DateTime<Utc>,
    /// When it was closed; null while it is not.
    #[schema(required)]
    pub closed_at: Option<DateTime<Utc>>,
    /// How many days late answers are taken.
    pub grace_days: i32,
    /// The smallest figure that is shown to the public.
    pub minimum_cell: i32,
    /// The codes of the course types that it covers.
    pub course_types: Vec<String>,
    /// The codes of the members that it invites; a member sees its own only.
    pub members: Vec<String>,
    /// Whether it is invented for a demonstration.
    pub sample: bool,
}

/// A round to prepare.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewRound)]
#[serde(deny_unknown_fields)]
pub struct RoundBody {
    /// The title, unique and recognisable.
    #[schema(min_length = 1, max_length = 80)]
    title: String,
    /// The first day of what is planned.
    horizon_start: NaiveDate,
    /// The last day of what is planned.
    horizon_end: NaiveDate,
    /// When it opens.
    opens_at: DateTime<Utc>,
    /// The deadline.
    closes_at: DateTime<Utc>,
    /// How many days late answers are taken.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 30)]
    grace_days: u16,
    /// The smallest figure that is shown to the public.
    #[serde(default = "usual_cell")]
    #[schema(minimum = 1, maximum = 20)]
    minimum_cell: u16,
    /// The codes of the course types that it covers; every one if left out.
    #[schema(min_items = 1)]
    course_types: Option<Vec<String>>,
    /// The codes of the members that it invites; every one if left out.
    #[schema(min_items = 1)]
    members: Option<Vec<String>>,
}

const fn usual_cell() -> u16 {
    3
}

impl From<RoundBody> for AskedRound {
    fn from(body: RoundBody) -> Self {
        Self {
            title: body.title,
            horizon: (body.horizon_start, body.horizon_end),
            opens_at: body.opens_at,
            closes_at: body.closes_at,
            grace_days: body.grace_days,
            minimum_cell: body.minimum_cell,
            course_types: body.course_types,
            members: body.members,
        }
    }
}

/// Examples for the document.
pub mod examples {
    use serde_json::{Value, json};

    /// A round in a list.
    pub fn summary() -> Value {
        json!({
            "id": "019ab111-5c4e-7e63-9f54-6a1f6f8c2b10",
            "title": "Nomination round 2028",
            "state": "open",
            "horizon_start": "2028-01-01",
            "horizon_end": "2028-12-31",
            "opens_at": "2027-11-01T02:00:00Z",
            "closes_at": "2027-12-10T16:59:00Z",
            "grace_days": 0,
            "minimum_cell": 3,
            "sample": false,
        })
    }

    /// A round.
    pub fn round() -> Value {
        let mut round = summary();
        round["closed_at"] = Value::Null;
        round["course_types"] = json!(["liaison"]);
        round["members"] = json!(["BD", "FJ"]);
        round
    }
}
