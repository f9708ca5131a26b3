//! What programs are sent about course nominations.
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::base::ids::{CourseNominationId, OrganisationId};
use crate::course_nominations::rules::{Frequency, Level, Mode, NominationState, Urgency};
use crate::course_nominations::store::NominationRow;

/// A course nomination: what one member needs.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseNomination)]
#[serde(deny_unknown_fields)]
pub struct NominationOut {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    pub id: CourseNominationId,
    /// The code of the member.
    pub member: String,
    /// The code of the course type; null for a course that does not exist yet.
    #[schema(required)]
    pub course_type: Option<String>,
    /// The title of a course that does not exist yet.
    #[schema(required)]
    pub new_course: Option<String>,
    /// The code of the course that is preferred, while it is on offer.
    #[schema(required)]
    pub preferred_course: Option<String>,
    /// How often.
    #[schema(inline)]
    pub frequency: Frequency,
    /// For whom.
    #[schema(inline)]
    pub level: Level,
    /// People at each delivery.
    pub participants: i32,
    /// Deliveries in the horizon of the round.
    pub deliveries: i32,
    /// Places in the horizon of the round: deliveries times participants.
    pub places: i32,
    /// The place in the member's order of importance, from 1.
    pub priority: i32,
    /// How urgent.
    #[schema(inline)]
    pub urgency: Urgency,
    /// The language wanted (BCP 47).
    pub language: String,
    /// How it is to be held.
    #[schema(inline)]
    pub mode: Mode,
    /// The quarters that suit, 1 to 4; none where any does.
    pub quarters: Vec<i32>,
    /// Whether the member can host.
    pub can_host: bool,
    /// Why, in the member's words.
    pub justification: String,
    /// Where it stands.
    #[schema(inline)]
    pub state: NominationState,
    /// When it was submitted first.
    pub submitted_at: DateTime<Utc>,
    /// When it changed last.
    pub changed_at: DateTime<Utc>,
}

impl NominationOut {
    /// The nomination with its member's code.
    pub fn of(row: NominationRow, codes: &HashMap<OrganisationId, String>) -> Self {
        let offered = row.preferred.and_then(|preferred| preferred.offered);
        Self {
            id: row.id,
            member: codes.get(&row.member).cloned().unwrap_or_default(),
            course_type: row.course_type,
            new_course: row.new_course,
            preferred_course: offered.map(|(code, _)| code),
            frequency: row.frequency,
            level: row.level,
            participants: row.participants,
            deliveries: row.deliveries,
            places: row.places,
            priority: row.rank,
            urgency: row.urgency,
            language: row.language,
            mode: row.mode,
            quarters: row.quarters.numbers().map(i32::from).collect(),
            can_host: row.can_host,
            justification: row.reason,
            state: row.state,
            submitted_at: row.submitted_at,
            changed_at: row.changed_at,
        }
    }
}

/// An example for the document.
pub fn example() -> Value {
    json!({
        "id": "019ab111-5c4e-7e63-9f54-6a1f6f8c2b11",
        "member": "FJ",
        "course_type": "liaison",
        "new_course": null,
        "preferred_course": "LIA-201",
        "frequency": "twice_a_year",
        "level": "regional",
        "participants": 3,
        "deliveries": 2,
        "places": 6,
        "priority": 1,
        "urgency": "medium",
        "language": "en",
        "mode": "any",
        "quarters": [1, 3],
        "can_host": false,
        "justification": "Four new posts open in 2027.",
        "state": "submitted",
        "submitted_at": "2026-11-20T02:00:00Z",
        "changed_at": "2026-11-20T02:00:00Z",
    })
}
