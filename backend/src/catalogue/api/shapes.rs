//! What programs send and are sent: written for them, and no table's row.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::versions::ProposalOut;
use crate::base::api::Items;
use crate::base::api::{both, lacking_required};
use crate::catalogue::rules::{
    CourseState, DeliveryMode, DeliveryScope, Goal, Level, MaterialKind,
};
use crate::catalogue::store::CourseType;

/// A kind of course, from the list that the Regional Support Office keeps.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseType)]
#[serde(deny_unknown_fields)]
pub struct CourseTypeOut {
    /// Its code, by which everything else names it.
    code: String,
    /// Its name.
    name: String,
    /// A short form of the name.
    short_name: String,
    /// The letters that stand for it in tables.
    abbreviation: String,
    /// What it covers.
    description: String,
    /// The goal of the work plan that it serves.
    #[schema(inline)]
    goal: Goal,
}

impl From<CourseType> for CourseTypeOut {
    fn from(known: CourseType) -> Self {
        Self {
            code: known.code,
            name: known.name,
            short_name: known.short_name,
            abbreviation: known.abbreviation,
            description: known.description,
            goal: known.goal,
        }
    }
}

/// The one page of course types.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseTypes {
    /// The course types.
    pub items: Vec<CourseTypeOut>,
    /// Always null: every course type is on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A page of the courses that were found.
#[derive(Serialize)]
pub struct FoundCourses {
    /// The page.
    #[serde(flatten)]
    pub page: Items<CourseSummary>,
    /// The text that was looked for instead of the one asked for.
    pub corrected: Option<String>,
}

/// A published course as lists show it.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseSummary {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it is, in two or three sentences.
    pub summary: String,
    /// The code of the centre that publishes it.
    pub centre: String,
    /// The code of its course type.
    pub course_type: String,
    /// The goal of the work plan that it serves.
    #[schema(inline)]
    pub goal: Goal,
    /// How much it expects of those who come.
    #[schema(inline)]
    pub level: Option<Level>,
    /// The duration in working days.
    pub duration_days: i32,
    /// How many modules it has.
    pub module_count: i32,
    /// The languages in which it is taught (BCP 47).
    pub languages: Vec<String>,
    /// For whom it is run.
    #[schema(inline)]
    pub levels_of_delivery: Vec<DeliveryScope>,
    /// Whether it makes trainers of those who come.
    pub train_the_trainer: bool,
    /// When its version was published.
    pub published_at: DateTime<Utc>,
    /// When its centre last said that it is still true.
    #[schema(required)]
    pub verified_at: Option<DateTime<Utc>>,
    /// Whether it is invented for a demonstration.
    pub sample: bool,
}

/// What a centre writes about a course.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Content {
    /// The title.
    #[schema(max_length = 200)]
    pub title: String,
    /// The code of the course type; the goal follows from it.
    #[schema(max_length = 200)]
    pub course_type: String,
    /// The code of the activity of the work plan that it comes from, or nothing.
    #[schema(max_length = 200)]
    pub work_plan_activity: String,
    /// What it is, in two or three sentences.
    #[schema(max_length = 2000)]
    pub summary: String,
    /// What participants can do afterwards, a line each.
    #[schema(max_items = 40)]
    pub objectives: Vec<String>,
    /// Who should come.
    #[schema(max_length = 2000)]
    pub audience: String,
    /// How much it expects of them.
    #[schema(inline)]
    pub level: Option<Level>,
    /// The codes of the courses to take first.
    #[schema(max_items = 40)]
    pub prerequisites: Vec<String>,
    /// The languages in which it is taught (BCP 47).
    #[schema(max_items = 100)]
    pub languages: Vec<String>,
    /// The further languages in which material exists (BCP 47).
    #[schema(max_items = 100)]
    pub translations_available: Vec<String>,
    /// The ways in which it can be held.
    #[schema(inline)]
    pub delivery_modes: Vec<DeliveryMode>,
    /// For whom it can be run.
    #[schema(inline)]
    pub levels_of_delivery: Vec<DeliveryScope>,
    /// The smallest group for which it is run.
    #[schema(maximum = 9999)]
    pub min_participants: Option<u16>,
    /// The largest group for which it is run.
    #[schema(maximum = 9999)]
    pub max_participants: Option<u16>,
    /// The duration in working days.
    #[schema(maximum = 9999)]
    pub duration_days: Option<u16>,
    /// Whether it makes trainers of those who come.
    pub train_the_trainer: bool,
    /// Its modules, in teaching order.
    #[schema(max_items = 40)]
    pub modules: Vec<ModuleShape>,
    /// Its materials.
    #[schema(max_items = 60)]
    pub materials: Vec<MaterialShape>,
}

/// A part of a course that can be taught alone.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = Module)]
#[serde(default, deny_unknown_fields)]
pub struct ModuleShape {
    /// Its code; one is made where there is none.
    #[schema(max_length = 200)]
    pub code: String,
    /// The title.
    #[schema(max_length = 200)]
    pub title: String,
    /// The teaching time in hours.
    #[schema(maximum = 9999)]
    pub hours: Option<u16>,
    /// One sentence on what it covers.
    #[schema(max_length = 2000)]
    pub summary: String,
}

/// A document, film or lesson that belongs to a course.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = Material)]
#[serde(default, deny_unknown_fields)]
pub struct MaterialShape {
    /// The title in the language of the material.
    #[schema(max_length = 200)]
    pub title: String,
    /// What it is.
    #[schema(inline)]
    pub kind: Option<MaterialKind>,
    /// Its language (BCP 47).
    #[schema(max_length = 20)]
    pub language: String,
}

/// What stands around the content of a course.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Its code.
    pub code: String,
    /// The code of its centre.
    pub centre: String,
    /// The codes of the centres that deliver it too.
    pub co_delivered_by: Vec<String>,
    /// The goal of the work plan that it serves; null while it has no course type.
    #[schema(inline, required)]
    pub goal: Option<Goal>,
    /// Where it stands.
    #[schema(inline)]
    pub state: CourseState,
    /// Why it was suspended or given up.
    #[schema(required)]
    pub reason: Option<String>,
    /// The code of the course that takes its place.
    #[schema(required)]
    pub successor: Option<String>,
    /// The number of its published version; null while it has none.
    #[schema(required)]
    pub version: Option<i32>,
    /// Whether this is a draft with changes that are not published.
    pub unpublished_changes: bool,
    /// What is proposed of this draft, or was sent back last; null where nothing is, and for
    /// whoever sees no draft.
    #[schema(inline, required)]
    pub proposal: Option<ProposalOut>,
    /// When its centre last said that it is still true.
    #[schema(required)]
    pub verified_at: Option<DateTime<Utc>>,
    /// Whether it is invented for a demonstration.
    pub sample: bool,
}

/// A course.
#[derive(Serialize)]
pub struct CourseOut {
    /// What stands around its content.
    #[serde(flatten)]
    pub facts: Facts,
    /// Its content.
    #[serde(flatten)]
    pub content: Content,
}

impl PartialSchema for CourseOut {
    fn schema() -> RefOr<Schema> {
        both(Facts::schema(), Content::schema(), "A course.")
    }
}

impl ToSchema for CourseOut {
    fn name() -> std::borrow::Cow<'static, str> {
        "Course".into()
    }
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Content::schemas(schemas);
    }
}

/// The code of a course to begin.
#[derive(Deserialize, ToSchema)]
struct Code {
    /// Its code: parts of letters and digits joined by hyphens, a letter first and a digit
    /// somewhere. It is kept in capitals.
    #[schema(
        min_length = 3,
        max_length = 20,
        pattern = "^(?=.*[0-9])[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"
    )]
    code: String,
}

/// A course to begin.
pub struct NewCourse {
    /// Its code, as typed.
    pub code: String,
    /// Its content.
    pub content: Content,
}

impl<'de> Deserialize<'de> for NewCourse {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(from)?;
        let code: Map<String, Value> = fields.remove_entry("code").into_iter().collect();
        let Code { code } = read(code)?;
        Ok(Self { code, content: read(fields)? })
    }
}

fn read<T: serde::de::DeserializeOwned, E: serde::de::Error>(
    fields: Map<String, Value>,
) -> Result<T, E> {
    serde_json::from_value(Value::Object(fields)).map_err(E::custom)
}

impl PartialSchema for NewCourse {
    fn schema() -> RefOr<Schema> {
        both(Code::schema(), Content::schema(), "A course to begin.")
    }
}

impl ToSchema for NewCourse {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Content::schemas(schemas);
    }
}

/// The fields of a course that change.
pub struct CoursePatch(Map<String, Value>);

impl CoursePatch {
    /// `content` with the fields that change.
    pub fn over(self, content: Content) -> Result<Content, serde_json::Error> {
        let mut whole = serde_json::to_value(content)?;
        if let Some(fields) = whole.as_object_mut() {
            fields.extend(self.0);
        }
        serde_json::from_value(whole)
    }
}

impl<'de> Deserialize<'de> for CoursePatch {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let fields = Map::deserialize(from)?;
        read::<Content, D::Error>(fields.clone())?;
        Ok(Self(fields))
    }
}

impl PartialSchema for CoursePatch {
    fn schema() -> RefOr<Schema> {
        lacking_required(Content::schema(), "The fields of a course that change.")
    }
}

impl ToSchema for CoursePatch {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Content::schemas(schemas);
    }
}

/// What is said of a version.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublicationBody {
    /// What the version changes, for readers.
    #[schema(min_length = 1, max_length = 500)]
    pub note: String,
}
