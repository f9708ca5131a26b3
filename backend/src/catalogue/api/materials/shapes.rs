//! What programs send and are sent of materials.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::base::files::{FileType, Stored};
use crate::catalogue::rules::{Access, FactsForm, Licence, MaterialKind};
use crate::catalogue::store::materials::{Material, MaterialVersion};

/// A file.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FileOut {
    /// Its name; null where your organisation may not have it.
    #[schema(required)]
    name: Option<String>,
    /// What it is, decided from its content.
    media_type: String,
    /// Its length.
    bytes: i64,
    /// Its SHA-256 in hexadecimal digits; null where your organisation may not have it.
    #[schema(required)]
    sha256: Option<String>,
}

impl FileOut {
    fn of(file: Option<Stored>, kind: Option<FileType>, name: Option<&str>) -> Option<Self> {
        let (file, kind) = file.zip(kind)?;
        Some(Self {
            media_type: kind.media_type().to_owned(),
            bytes: file.bytes,
            sha256: name.is_some().then_some(file.sha256),
            name: name.map(str::to_owned),
        })
    }
}

/// A file or a link that belongs to a course.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseMaterial)]
#[serde(deny_unknown_fields)]
pub struct MaterialOut {
    /// Its id.
    id: Uuid,
    /// The code of its course.
    course: String,
    /// The title, in the language of the material.
    title: String,
    /// What it is.
    #[schema(inline)]
    kind: MaterialKind,
    /// Its language (BCP 47).
    language: String,
    /// What others may do with it.
    #[schema(inline)]
    licence: Licence,
    /// For whom it is.
    #[schema(inline)]
    access: Access,
    /// The number of the present version; 0 before there is a file or a link.
    version: i32,
    /// The file, where it is one.
    #[schema(inline, required)]
    file: Option<FileOut>,
    /// The address, where it is a link that your organisation may have.
    #[schema(required)]
    link: Option<String>,
    /// Whether your organisation may have it.
    may_have: bool,
    /// Whether it was removed.
    removed: bool,
}

impl MaterialOut {
    /// A material as somebody sees it who may have it, or may not.
    pub fn of(material: Material, may_have: bool) -> Self {
        let name = material.name.as_deref().filter(|_| may_have);
        Self {
            id: material.id.0,
            kind: material.kind(),
            file: FileOut::of(material.file(), material.file_type(), name),
            course: material.course,
            title: material.title,
            language: material.language,
            licence: material.licence,
            access: material.access,
            version: material.version,
            link: material.link.filter(|_| may_have),
            may_have,
            removed: material.removed_at.is_some(),
        }
    }
}

/// The one page of materials.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Materials {
    /// The materials.
    pub items: Vec<MaterialOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A version of a material.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseMaterialVersion)]
#[serde(deny_unknown_fields)]
pub struct VersionOut {
    /// Its number, from 1.
    number: i32,
    /// The file, where it is one.
    #[schema(inline, required)]
    file: Option<FileOut>,
    /// The address, where it is a link.
    #[schema(required)]
    link: Option<String>,
    /// What it changed.
    note: String,
    /// When it was added.
    added_at: DateTime<Utc>,
}

impl From<MaterialVersion> for VersionOut {
    fn from(version: MaterialVersion) -> Self {
        Self {
            number: version.number,
            file: FileOut::of(version.file(), version.file_type(), version.name.as_deref()),
            link: version.link,
            note: version.note,
            added_at: version.added_at,
        }
    }
}

/// The one page of versions.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionsOut {
    /// The versions, the newest first.
    pub items: Vec<VersionOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    pub next: Option<String>,
}

/// A material to be added.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewCourseMaterial)]
#[serde(deny_unknown_fields)]
pub struct NewMaterialBody {
    /// The title, in the language of the material.
    #[schema(min_length = 1, max_length = 200)]
    pub title: String,
    /// What it is.
    #[schema(inline)]
    pub kind: MaterialKind,
    /// Its language (BCP 47).
    #[schema(min_length = 2, max_length = 20)]
    pub language: String,
    /// What others may do with it.
    #[schema(inline)]
    pub licence: Licence,
    /// For whom it is.
    #[schema(inline)]
    pub access: Access,
    /// An address that begins with `https://`; none where a file follows.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub link: Option<String>,
}

impl NewMaterialBody {
    /// The same as a form.
    pub fn form(&self) -> FactsForm {
        FactsForm {
            title: self.title.clone(),
            kind: self.kind.as_str().to_owned(),
            language: self.language.clone(),
            licence: self.licence.as_str().to_owned(),
            access: self.access.as_str().to_owned(),
        }
    }
}

/// What changes of a material.
#[derive(Deserialize, ToSchema)]
#[schema(as = CourseMaterialPatch)]
#[serde(deny_unknown_fields)]
pub struct MaterialPatch {
    /// The title, in the language of the material.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    title: Option<String>,
    /// What it is.
    #[serde(default)]
    #[schema(inline)]
    kind: Option<MaterialKind>,
    /// Its language (BCP 47).
    #[serde(default)]
    #[schema(min_length = 2, max_length = 20)]
    language: Option<String>,
    /// What others may do with it.
    #[serde(default)]
    #[schema(inline)]
    licence: Option<Licence>,
    /// For whom it is.
    #[serde(default)]
    #[schema(inline)]
    access: Option<Access>,
}

impl MaterialPatch {
    /// The form of a material with these changes.
    pub fn over(self, form: FactsForm) -> FactsForm {
        FactsForm {
            title: self.title.unwrap_or(form.title),
            kind: self.kind.map_or(form.kind, |kind| kind.as_str().to_owned()),
            language: self.language.unwrap_or(form.language),
            licence: self.licence.map_or(form.licence, |licence| licence.as_str().to_owned()),
            access: self.access.map_or(form.access, |access| access.as_str().to_owned()),
        }
    }
}

/// A link that becomes a new version.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkBody {
    /// An address that begins with `https://`.
    #[schema(min_length = 9, max_length = 1000)]
    pub link: String,
    /// What the version changes.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub note: String,
}
