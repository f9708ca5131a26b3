//! What programs send and are sent of modules.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::base::ids::ModuleId;
use crate::catalogue::actions::{CourseOfModule, OpenedModule};
use crate::catalogue::rules::{Module, ModuleForm, Standing};
use crate::catalogue::store::{ListedModule, ModuleVersion};

/// A module of the centre, as its newest version says it.
#[derive(Serialize, ToSchema)]
#[schema(as = OwnModule)]
#[serde(deny_unknown_fields)]
pub struct ModuleOut {
    /// Its id.
    #[schema(value_type = uuid::Uuid)]
    id: ModuleId,
    /// Its code, by which courses name it.
    code: String,
    /// The number of its newest version.
    version: i32,
    /// The title.
    title: String,
    /// The teaching time in hours.
    #[schema(required)]
    hours: Option<u16>,
    /// What it covers.
    summary: String,
    /// Since when it is not offered for courses any more.
    #[schema(required)]
    retired_at: Option<DateTime<Utc>>,
    /// When its newest version was made.
    changed_at: DateTime<Utc>,
    /// Whether it is invented for a demonstration.
    sample: bool,
}

impl From<ListedModule> for ModuleOut {
    fn from(listed: ListedModule) -> Self {
        let Module { code, title, hours, summary, .. } = listed.module;
        Self {
            id: listed.id,
            code,
            version: listed.version,
            title,
            hours,
            summary,
            retired_at: listed.retired_at,
            changed_at: listed.changed_at,
            sample: listed.sample,
        }
    }
}

impl From<OpenedModule> for ModuleOut {
    fn from(opened: OpenedModule) -> Self {
        let Module { code, title, hours, summary, .. } = opened.newest.module;
        Self {
            id: opened.row.id,
            code,
            version: opened.newest.number,
            title,
            hours,
            summary,
            retired_at: opened.row.retired_at,
            changed_at: opened.newest.created_at,
            sample: opened.row.sample,
        }
    }
}

/// A version of a module.
#[derive(Serialize, ToSchema)]
#[schema(as = ModuleVersion)]
#[serde(deny_unknown_fields)]
pub struct ModuleVersionOut {
    /// Its number, from 1.
    number: i32,
    /// The title.
    title: String,
    /// The teaching time in hours.
    #[schema(required)]
    hours: Option<u16>,
    /// What it covers.
    summary: String,
    /// What it changed; may be empty for the first one.
    note: String,
    /// When it was made.
    created_at: DateTime<Utc>,
}

impl From<ModuleVersion> for ModuleVersionOut {
    fn from(version: ModuleVersion) -> Self {
        let Module { title, hours, summary, .. } = version.module;
        Self {
            number: version.number,
            title,
            hours,
            summary,
            note: version.change_note,
            created_at: version.created_at,
        }
    }
}

/// Where a module of a draft stands to the one of its centre.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StandingOut {
    /// The centre keeps no module of this code yet.
    New,
    /// It says what the newest version says.
    Newest,
    /// It says what an older version says.
    Behind,
    /// It says something that no version says.
    Changed,
}

impl From<Standing> for StandingOut {
    fn from(is: Standing) -> Self {
        match is {
            Standing::New => Self::New,
            Standing::Changed { .. } => Self::Changed,
            Standing::Pinned { .. } if is.is_behind() => Self::Behind,
            Standing::Pinned { .. } => Self::Newest,
        }
    }
}

/// A course that uses a module.
#[derive(Serialize, ToSchema)]
#[schema(as = ModuleUse)]
#[serde(deny_unknown_fields)]
pub struct ModuleUseOut {
    /// The code of the course.
    course: String,
    /// The title of its draft.
    title: String,
    /// The version of the module that the published course has; null where it has none.
    #[schema(required)]
    published_version: Option<i32>,
    /// Where its draft stands; null where the draft has left the module out.
    #[schema(inline, required)]
    draft: Option<StandingOut>,
    /// The version of the module that the draft says, if it says any.
    #[schema(required)]
    draft_version: Option<i32>,
}

impl From<CourseOfModule> for ModuleUseOut {
    fn from(one: CourseOfModule) -> Self {
        Self {
            published_version: one.published(),
            draft_version: one.draft.and_then(Standing::version),
            draft: one.draft.map(Into::into),
            course: one.course.code,
            title: one.title,
        }
    }
}

/// A module of a draft.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseModule {
    /// Its code.
    code: String,
    /// Its title.
    title: String,
    /// Where it stands.
    #[schema(inline)]
    standing: StandingOut,
    /// The version that it says, if it says any.
    #[schema(required)]
    version: Option<i32>,
    /// The number of the newest version; null where the centre keeps no module of this code yet.
    #[schema(required)]
    newest: Option<i32>,
}

impl From<(Module, Standing)> for CourseModule {
    fn from((module, is): (Module, Standing)) -> Self {
        Self {
            code: module.code,
            title: module.title,
            standing: is.into(),
            version: is.version(),
            newest: is.newest(),
        }
    }
}

/// The one page of the modules of a draft.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseModules {
    /// The modules, in teaching order.
    pub items: Vec<CourseModule>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A module to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleBody {
    /// Its code: parts of letters and digits joined by hyphens, a letter first and a digit
    /// somewhere. It is kept in capitals.
    #[schema(
        min_length = 3,
        max_length = 40,
        pattern = "^(?=.*[0-9])[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"
    )]
    code: String,
    /// The title.
    #[schema(min_length = 1, max_length = 200)]
    title: String,
    /// The teaching time in hours.
    #[schema(minimum = 1, maximum = 400)]
    hours: u16,
    /// What it covers.
    #[schema(min_length = 1, max_length = 2000)]
    summary: String,
}

impl ModuleBody {
    /// The form with this in it.
    pub fn form(self) -> ModuleForm {
        let Self { code, title, hours, summary } = self;
        ModuleForm { code, title, hours: hours.to_string(), summary }
    }
}

/// What another version says anew.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBody {
    /// The title.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    /// The teaching time in hours.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 400)]
    hours: Option<u16>,
    /// What it covers.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 2000)]
    summary: Option<String>,
    /// What changes, for colleagues.
    #[schema(min_length = 1, max_length = 500)]
    pub note: String,
}

impl ChangeBody {
    /// The form of the module with what changes.
    pub fn over(&self, module: &Module) -> ModuleForm {
        let mut form = ModuleForm::showing(module);
        if let Some(title) = &self.title {
            form.title.clone_from(title);
        }
        if let Some(hours) = self.hours {
            form.hours = hours.to_string();
        }
        if let Some(summary) = &self.summary {
            form.summary.clone_from(summary);
        }
        form
    }
}

/// A module to take into a draft.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeBody {
    /// The code of the module.
    #[schema(min_length = 1, max_length = 200)]
    pub module: String,
}
