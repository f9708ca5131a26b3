//! What programs are sent of deliveries.
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalogue::rules::{DeliveryMode, DeliveryScope};
use crate::deliveries::rules::{Deadline, DeliveryState, Slot};
use crate::deliveries::store::Delivery;

/// A delivery as lists show it.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliverySummary {
    /// Its code.
    code: String,
    /// The code of its course.
    course: String,
    /// The title of the version that it is held from.
    title: String,
    /// The code of the course type.
    course_type: String,
    /// The code of the centre that holds it.
    centre: String,
    /// For whom it is.
    #[schema(inline)]
    scope: DeliveryScope,
    /// The code of the State for which it is; null where it is for several.
    #[schema(required)]
    member: Option<String>,
    /// How it is held.
    #[schema(inline)]
    mode: DeliveryMode,
    /// Where it stands.
    #[schema(inline)]
    state: DeliveryState,
    /// The city.
    city: String,
    /// The country.
    country: String,
    /// The time zone (IANA).
    zone: String,
    /// The first day; null where it is to be settled.
    #[schema(required)]
    first_day: Option<NaiveDate>,
    /// The last day; null where it is to be settled.
    #[schema(required)]
    last_day: Option<NaiveDate>,
    /// The languages in which it is held (BCP 47).
    languages: Vec<String>,
    /// How many people there is room for.
    max_participants: i32,
    /// Whether it is invented for demonstration.
    sample: bool,
}

/// A time of day: 09:00.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct Hour(pub String);

impl TryFrom<String> for Hour {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let whole = text.len() == 5 && chrono::NaiveTime::parse_from_str(&text, "%H:%M").is_ok();
        if whole { Ok(Self(text)) } else { Err("a time of day is expected, such as 09:00") }
    }
}

/// One session, by the clocks of the venue.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// The day.
    pub day: NaiveDate,
    /// When it begins: 09:00.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    pub starts: Hour,
    /// When it ends.
    #[schema(value_type = String, pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    pub ends: Hour,
}

impl From<&Slot> for Session {
    fn from(slot: &Slot) -> Self {
        let hour = |time: chrono::NaiveTime| Hour(time.format("%H:%M").to_string());
        Self { day: slot.day, starts: hour(slot.starts), ends: hour(slot.ends) }
    }
}

/// The days before the first day on which something is due.
#[derive(Serialize, ToSchema)]
#[schema(as = DeliveryDeadlines)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_field_names, reason = "each is a number of days, and says so")]
pub struct DeadlinesOut {
    /// States have put people forward.
    nominate_days: u16,
    /// States are reminded that free seats are taken back.
    recall_warning_days: u16,
    /// Free seats are taken back.
    recall_days: u16,
    /// The centre says whether it takes place.
    go_no_go_days: u16,
    /// People can be replaced until then.
    replacement_days: u16,
    /// Names are final.
    freeze_days: u16,
}

/// What is due, and when.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// What is due.
    #[schema(inline)]
    deadline: Deadline,
    /// The last minute of its day at the venue.
    at: DateTime<Utc>,
}

/// A delivery.
#[derive(Serialize, ToSchema)]
#[schema(as = Delivery)]
#[serde(deny_unknown_fields)]
pub struct DeliveryOut {
    /// Its code, which never changes.
    code: String,
    /// The code of its course.
    course: String,
    /// The number of the version of the course that it is held from.
    version: i32,
    /// The title of that version.
    title: String,
    /// The code of the course type.
    course_type: String,
    /// The code of the centre that holds it.
    centre: String,
    /// The code of the centre whose course it is.
    owner: String,
    /// For whom it is.
    #[schema(inline)]
    scope: DeliveryScope,
    /// The code of the State for which it is; null where it is for several.
    #[schema(required)]
    member: Option<String>,
    /// How it is held.
    #[schema(inline)]
    mode: DeliveryMode,
    /// Where it stands.
    #[schema(inline)]
    state: DeliveryState,
    /// Why it was postponed or cancelled.
    #[schema(required)]
    reason: Option<String>,
    /// When it was first announced.
    #[schema(required)]
    announced_at: Option<DateTime<Utc>>,
    /// The place.
    venue: String,
    /// The city.
    city: String,
    /// The country.
    country: String,
    /// The time zone (IANA), by whose clocks its times are.
    zone: String,
    /// The first day; null where it is to be settled.
    #[schema(required)]
    first_day: Option<NaiveDate>,
    /// The last day; null where it is to be settled.
    #[schema(required)]
    last_day: Option<NaiveDate>,
    /// The first day from which it was postponed.
    #[schema(required)]
    former_first_day: Option<NaiveDate>,
    /// The last day from which it was postponed.
    #[schema(required)]
    former_last_day: Option<NaiveDate>,
    /// Its sessions, in their order.
    sessions: Vec<Session>,
    /// The languages in which it is held (BCP 47).
    languages: Vec<String>,
    /// The languages into which it is interpreted (BCP 47).
    interpretation: Vec<String>,
    /// The fewest participants.
    min_participants: i32,
    /// The most participants.
    max_participants: i32,
    /// The documents that are asked of participants.
    documents: String,
    /// Whom to ask.
    contact: String,
    /// The days before the first day on which something is due.
    #[schema(inline)]
    deadlines: DeadlinesOut,
    /// When each is due; nothing without days.
    #[schema(inline)]
    due: Vec<Due>,
    /// Whether it is invented for demonstration.
    sample: bool,
}

/// The codes of the organisations of a delivery.
#[derive(Clone, Debug, Default)]
pub struct Codes {
    /// Of the centre that holds it.
    pub centre: String,
    /// Of the centre whose course it is.
    pub owner: String,
    /// Of the State for which it is.
    pub member: Option<String>,
}

impl DeliverySummary {
    /// A delivery in a list.
    pub fn of(delivery: Delivery, codes: Codes) -> Self {
        Self {
            scope: delivery.whom().scope(),
            mode: delivery.held().unwrap_or(DeliveryMode::InPerson),
            languages: delivery.language_tags().map(str::to_owned).collect(),
            code: delivery.code,
            course: delivery.course_code,
            title: delivery.title,
            course_type: delivery.course_type,
            centre: codes.centre,
            member: codes.member,
            state: delivery.state,
            city: delivery.city,
            country: delivery.country,
            zone: delivery.zone,
            first_day: delivery.first_day,
            last_day: delivery.last_day,
            max_participants: delivery.max_participants,
            sample: delivery.sample,
        }
    }
}

impl DeliveryOut {
    /// A delivery with its sessions.
    pub fn of(delivery: Delivery, codes: Codes, slots: &[Slot]) -> Self {
        let deadlines = delivery.deadlines();
        let zone = delivery.time_zone();
        let due = delivery.first_day.map(|first| deadlines.moments(zone, first));
        let due = due.into_iter().flatten().map(|(deadline, at)| Due { deadline, at });
        let [nominate, warning, recall, go_no_go, replacement, freeze] = deadlines.days();
        Self {
            scope: delivery.whom().scope(),
            mode: delivery.held().unwrap_or(DeliveryMode::InPerson),
            languages: delivery.language_tags().map(str::to_owned).collect(),
            interpretation: delivery.interpreted_tags().map(str::to_owned).collect(),
            code: delivery.code,
            course: delivery.course_code,
            version: delivery.version,
            title: delivery.title,
            course_type: delivery.course_type,
            centre: codes.centre,
            owner: codes.owner,
            member: codes.member,
            state: delivery.state,
            reason: Some(delivery.reason).filter(|reason| !reason.is_empty()),
            announced_at: delivery.announced_at,
            venue: delivery.venue,
            city: delivery.city,
            country: delivery.country,
            zone: delivery.zone,
            first_day: delivery.first_day,
            last_day: delivery.last_day,
            former_first_day: delivery.former_first_day,
            former_last_day: delivery.former_last_day,
            sessions: slots.iter().map(Session::from).collect(),
            min_participants: delivery.min_participants,
            max_participants: delivery.max_participants,
            documents: delivery.documents,
            contact: delivery.contact,
            deadlines: DeadlinesOut {
                nominate_days: nominate,
                recall_warning_days: warning,
                recall_days: recall,
                go_no_go_days: go_no_go,
                replacement_days: replacement,
                freeze_days: freeze,
            },
            due: due.collect(),
            sample: delivery.sample,
        }
    }
}
