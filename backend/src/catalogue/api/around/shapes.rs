//! What programs send and are sent around courses.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalogue::actions::Similar;
use crate::catalogue::rules::{CoDeliveryState, Reason};
use crate::catalogue::store::StaleCourse;

/// Why a centre finds that a similar course is something else.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DismissalOut {
    /// Why.
    reason: String,
    /// When it was said.
    at: DateTime<Utc>,
}

/// A similar course of another centre.
#[derive(Serialize, ToSchema)]
#[schema(as = SimilarCourse)]
#[serde(deny_unknown_fields)]
pub struct SimilarOut {
    /// Its code.
    code: String,
    /// Its title.
    title: String,
    /// The code of its centre.
    centre: String,
    /// How much the two are alike, from 0 to 100.
    score: u32,
    /// In what they are alike.
    #[schema(inline)]
    reasons: Vec<Reason>,
    /// The languages that both are taught in (BCP 47).
    languages: Vec<String>,
    /// Whether the pair is dismissed, and why.
    #[schema(inline, required)]
    dismissal: Option<DismissalOut>,
}

impl From<Similar> for SimilarOut {
    fn from(one: Similar) -> Self {
        let said = one.dismissal.map(|said| DismissalOut { reason: said.reason, at: said.at });
        Self {
            code: one.code,
            title: one.title,
            centre: one.centre_code,
            score: one.likeness.score,
            reasons: one.likeness.reasons,
            languages: one.likeness.languages,
            dismissal: said,
        }
    }
}

/// The one page of similar courses.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Overlap {
    /// The similar courses.
    pub items: Vec<SimilarOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A similar course to dismiss.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DismissalBody {
    /// The code of the course of another centre.
    #[schema(min_length = 1, max_length = 20)]
    pub course: String,
    /// Why yours is something else.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// A similar course to compare again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PairBody {
    /// The code of the course of another centre.
    #[schema(min_length = 1, max_length = 20)]
    pub course: String,
}

/// A course that nobody has verified for a year.
#[derive(Serialize, ToSchema)]
#[schema(as = StaleCourse)]
#[serde(deny_unknown_fields)]
pub struct StaleCourseOut {
    /// Its code.
    code: String,
    /// Its title.
    title: String,
    /// The code of its centre.
    centre: String,
    /// When it was last verified.
    verified_at: DateTime<Utc>,
    /// When its centre was last reminded.
    #[schema(required)]
    reminded_at: Option<DateTime<Utc>>,
}

impl From<StaleCourse> for StaleCourseOut {
    fn from(course: StaleCourse) -> Self {
        Self {
            code: course.code,
            title: course.title,
            centre: course.centre_code,
            verified_at: course.verified_at,
            reminded_at: course.reminded_at,
        }
    }
}

/// How far a centre is in delivering the course of another.
#[derive(Serialize, ToSchema)]
#[schema(as = CoDelivery)]
#[serde(deny_unknown_fields)]
pub struct CoDeliveryOut {
    /// The code of the course.
    pub course: String,
    /// The code of the centre whose course it is.
    pub owner: String,
    /// The code of the centre that was asked.
    pub centre: String,
    /// How far it is.
    #[schema(inline)]
    pub state: CoDeliveryState,
    /// What was written with the invitation.
    #[schema(required)]
    pub message: Option<String>,
    /// Why it was declined or ended.
    #[schema(required)]
    pub reason: Option<String>,
    /// Since when it is so.
    pub since: DateTime<Utc>,
    /// Whether the centre may schedule the course now.
    pub may_schedule: bool,
}

/// The one page of the centres of a course.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoDeliveries {
    /// The centres.
    pub items: Vec<CoDeliveryOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A centre to ask.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationBody {
    /// The code of the centre.
    #[schema(min_length = 1, max_length = 40)]
    pub centre: String,
    /// What you have in mind.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub message: String,
}

/// A centre whose invitation is taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CentreBody {
    /// The code of the centre.
    #[schema(min_length = 1, max_length = 40)]
    pub centre: String,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReasonBody {
    /// The reason that the other centre reads.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}

/// What ends.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndBody {
    /// The code of the other centre, where the course is yours.
    #[serde(default)]
    #[schema(max_length = 40)]
    pub centre: String,
    /// The reason that the other centre reads.
    #[schema(min_length = 1, max_length = 500)]
    pub reason: String,
}
