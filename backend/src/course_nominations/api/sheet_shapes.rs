//! What programs send and are sent about the sheet.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::base::ids::RoundId;
use crate::course_nominations::rules::{AskedLine, Frequency, Level, Mode, Standing, Urgency};

/// One line of a sheet. Of `course_type` and `new_course` one says what is asked for.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = SheetLine)]
#[serde(deny_unknown_fields)]
pub struct LineShape {
    /// The code of the course type; null for a course that does not exist yet.
    #[serde(default)]
    #[schema(max_length = 40)]
    course_type: Option<String>,
    /// The title of a course that does not exist yet.
    #[serde(default)]
    #[schema(max_length = 120)]
    new_course: Option<String>,
    /// How often; null where it is not answered, or not needed.
    #[serde(default)]
    #[schema(inline)]
    frequency: Option<Frequency>,
    /// Whether the member says that it does not need this.
    #[serde(default)]
    not_needed: bool,
    /// For whom; null takes the usual answer of the sheet.
    #[serde(default)]
    #[schema(inline)]
    level: Option<Level>,
    /// People at each delivery; null takes the usual answer of the sheet.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 65_535)]
    participants: Option<u16>,
    /// The language wanted (BCP 47); null takes the usual answer of the sheet.
    #[serde(default)]
    #[schema(max_length = 35)]
    language: Option<String>,
    /// How urgent; null takes the usual answer of the sheet.
    #[serde(default)]
    #[schema(inline)]
    urgency: Option<Urgency>,
    /// The place in the member's order of importance, from 1; null follows the sheet.
    #[serde(default)]
    #[schema(minimum = 0, maximum = 65_535)]
    priority: Option<u16>,
    /// The quarters that suit.
    #[serde(default)]
    #[schema(max_items = 4)]
    quarters: Vec<u8>,
    /// Why, in one sentence.
    #[serde(default)]
    #[schema(max_length = 200)]
    justification: String,
    /// The code of a course that is preferred.
    #[serde(default)]
    #[schema(max_length = 20)]
    preferred_course: Option<String>,
    /// How it is to be held; null where the centre chooses.
    #[serde(default)]
    #[schema(inline)]
    mode: Option<Mode>,
    /// Whether the member can host.
    #[serde(default)]
    can_host: bool,
}

impl From<LineShape> for AskedLine {
    fn from(line: LineShape) -> Self {
        Self {
            course_type: line.course_type,
            new_course: line.new_course,
            frequency: line.frequency,
            not_needed: line.not_needed,
            level: line.level,
            participants: line.participants,
            language: line.language,
            urgency: line.urgency,
            priority: line.priority,
            quarters: line.quarters,
            justification: line.justification,
            preferred_course: line.preferred_course,
            mode: line.mode,
            can_host: line.can_host,
        }
    }
}

impl From<AskedLine> for LineShape {
    fn from(line: AskedLine) -> Self {
        Self {
            course_type: line.course_type,
            new_course: line.new_course,
            frequency: line.frequency,
            not_needed: line.not_needed,
            level: line.level,
            participants: line.participants,
            language: line.language,
            urgency: line.urgency,
            priority: line.priority,
            quarters: line.quarters,
            justification: line.justification,
            preferred_course: line.preferred_course,
            mode: line.mode,
            can_host: line.can_host,
        }
    }
}

/// The sheet of the own State for a round.
#[derive(Serialize, ToSchema)]
#[schema(as = Sheet)]
#[serde(deny_unknown_fields)]
pub struct SheetOut {
    /// The round.
    #[schema(value_type = uuid::Uuid)]
    pub round: RoundId,
    /// The code of the member.
    pub member: String,
    /// Where the answer stands.
    #[schema(inline)]
    pub standing: Standing,
    /// When it was sent last; null where it never was.
    #[schema(required)]
    pub submitted_at: Option<DateTime<Utc>>,
    /// The lines on which anything was said, in the order of the sheet.
    pub lines: Vec<LineShape>,
}

/// The whole sheet.
#[derive(Deserialize, ToSchema)]
#[schema(as = SheetAnswers)]
#[serde(deny_unknown_fields)]
pub struct SheetBody {
    /// Every line; a line that is left out is emptied.
    #[schema(max_items = 500)]
    pub lines: Vec<LineShape>,
}

/// What is sent.
#[derive(Deserialize, ToSchema)]
#[schema(as = Submission)]
#[serde(deny_unknown_fields)]
pub struct SubmissionBody {
    /// The member needs nothing; what it asked for before is withdrawn.
    #[serde(default)]
    pub no_needs: bool,
}

/// Examples for the document.
pub mod examples {
    use serde_json::{Value, json};

    /// A line as it is sent.
    pub fn line() -> Value {
        json!({
            "course_type": "liaison",
            "frequency": "twice_a_year",
            "level": "regional",
            "participants": 3,
            "language": "en",
            "urgency": "medium",
            "priority": 1,
            "quarters": [1, 3],
            "justification": "Four new posts open in 2027.",
        })
    }

    /// A sheet as it is read.
    pub fn sheet() -> Value {
        let mut line = line();
        for (field, value) in [
            ("new_course", Value::Null),
            ("not_needed", json!(false)),
            ("preferred_course", Value::Null),
            ("mode", json!("any")),
            ("can_host", json!(false)),
        ] {
            line[field] = value;
        }
        json!({
            "round": "019ab111-5c4e-7e63-9f54-6a1f6f8c2b10",
            "member": "FJ",
            "standing": "draft",
            "submitted_at": null,
            "lines": [line],
        })
    }
}
