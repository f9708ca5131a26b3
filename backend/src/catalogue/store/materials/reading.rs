//! Reading materials. What is not public is found with a scope only.
use chrono::{DateTime, Utc};
use sea_orm::ColumnTrait;
use sea_orm::{
    ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Statement, Value,
};

use super::entities::material::{COLUMN, Entity};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::files::{FileType, Stored};
use crate::base::ids::{AccountId, CourseId, MaterialId, OrganisationId, StoredFileId};
use crate::catalogue::rules::{Access, CourseState, Facts, Licence, MaterialKind};
use crate::identity::{CentreScope, RegionScope};

/// A material with its present version, and what of its course says who may have it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Material {
    /// Its id.
    pub id: MaterialId,
    /// Its course.
    pub course_id: CourseId,
    /// The code of its course.
    pub course: String,
    /// The state of its course.
    pub course_state: CourseState,
    /// The centre of its course.
    pub centre_id: OrganisationId,
    /// The title.
    pub title: String,
    kind: String,
    /// Its language.
    pub language: String,
    /// What others may do with it.
    pub licence: Licence,
    /// For whom it is.
    pub access: Access,
    /// The number of the present version; 0 before there is one.
    pub version: i32,
    /// How often it has been changed.
    pub revision: i32,
    /// When it was removed.
    pub removed_at: Option<DateTime<Utc>>,
    /// The name of the file.
    pub name: Option<String>,
    file_type: Option<String>,
    /// The address elsewhere.
    pub link: Option<String>,
    /// When the present version was added.
    pub added_at: Option<DateTime<Utc>>,
    file_id: Option<StoredFileId>,
    bytes: Option<i64>,
    sha256: Option<String>,
}

/// A version of a material.
#[derive(Clone, Debug, FromQueryResult)]
pub struct MaterialVersion {
    /// Its number, from 1.
    pub number: i32,
    /// The name of the file.
    pub name: Option<String>,
    file_type: Option<String>,
    /// The address elsewhere.
    pub link: Option<String>,
    /// What it changed.
    pub note: String,
    /// When it was added.
    pub added_at: DateTime<Utc>,
    /// By whom.
    pub added_by: Option<AccountId>,
    file_id: Option<StoredFileId>,
    bytes: Option<i64>,
    sha256: Option<String>,
}

macro_rules! stored {
    ($($row:ident),+) => {$(
        impl $row {
            /// The file, where it is one.
            pub fn file(&self) -> Option<Stored> {
                let (id, bytes) = self.file_id.zip(self.bytes)?;
                Some(Stored { id, bytes, sha256: self.sha256.clone()? })
            }

            /// What kind of file it is.
            pub fn file_type(&self) -> Option<FileType> {
                FileType::of_name(&format!("x.{}", self.file_type.as_deref()?))
            }

            /// The length of the file in bytes.
            pub fn bytes(&self) -> Option<i64> {
                self.bytes
            }

            /// The SHA-256 of the file in hexadecimal digits.
            pub fn sha256(&self) -> Option<&str> {
                self.sha256.as_deref()
            }
        }
    )+};
}
stored!(Material, MaterialVersion);

impl Material {
    /// What it is; a kind that no program of ours wrote is taken for a guide.
    pub fn kind(&self) -> MaterialKind {
        MaterialKind::of(&self.kind).unwrap_or(MaterialKind::TrainerGuide)
    }

    /// What is said of it.
    pub fn facts(&self) -> Facts {
        Facts {
            title: self.title.clone(),
            kind: self.kind(),
            language: self.language.clone(),
            licence: self.licence,
            access: self.access,
        }
    }
}

const FROM: &str = "SELECT m.id, m.course_id, c.code AS course, c.state AS course_state, \
    c.centre_id, m.title, m.kind, m.language, m.licence, m.access, m.version, m.revision, \
    m.removed_at, v.name, v.file_type, v.link, v.added_at, v.file_id, f.bytes, f.sha256 \
    FROM material m JOIN course c ON c.id = m.course_id \
    LEFT JOIN material_version v ON v.material_id = m.id AND v.number = m.version \
    LEFT JOIN stored_file f ON f.id = v.file_id WHERE ";

async fn found(
    db: &impl ConnectionTrait,
    wanted: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<Material>> {
    let sql = format!("{FROM}{wanted}");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Ok(Material::find_by_statement(statement).all(db).await?)
}

async fn one(
    db: &impl ConnectionTrait,
    wanted: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<Material>> {
    Ok(found(db, wanted, values).await?.into_iter().next())
}

/// The materials of a course that somebody may see, by title.
pub async fn of_course(db: &impl ConnectionTrait, course: CourseId) -> Result<Vec<Material>> {
    let wanted = "m.course_id = $1 AND m.removed_at IS NULL ORDER BY m.title, m.id";
    found(db, wanted, [course.into()]).await
}

/// What was removed from a course and can still be brought back, the latest first.
pub async fn removed_of_course(
    db: &impl ConnectionTrait,
    course: CourseId,
) -> Result<Vec<Material>> {
    let wanted =
        "m.course_id = $1 AND m.removed_at IS NOT NULL ORDER BY m.removed_at DESC, m.id LIMIT 60";
    found(db, wanted, [course.into()]).await
}

/// A material of a course that was published, which was not removed. Who may have it says
/// [`crate::catalogue::rules::may_have`].
pub async fn open(db: &impl ConnectionTrait, id: MaterialId) -> Result<Option<Material>> {
    let wanted = "m.id = $1 AND m.removed_at IS NULL AND c.published_version IS NOT NULL";
    one(db, wanted, [id.into()]).await
}

/// The own centre's material, removed or not.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    id: MaterialId,
) -> Result<Option<Material>> {
    one(db, "m.id = $1 AND c.centre_id = $2", [id.into(), scope.id().into()]).await
}

/// A material of whichever centre, which was not removed.
pub async fn of_region(
    db: &impl ConnectionTrait,
    _: RegionScope,
    id: MaterialId,
) -> Result<Option<Material>> {
    one(db, "m.id = $1 AND m.removed_at IS NULL", [id.into()]).await
}

/// The own centre's material, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &Transaction,
    scope: CentreScope,
    id: MaterialId,
) -> Result<Option<Material>> {
    Entity::find().filter(COLUMN.id.eq(id)).lock_exclusive().one(tx).await?;
    of_centre(tx, scope, id).await
}

/// The versions of a material, the newest first.
pub async fn history(db: &impl ConnectionTrait, id: MaterialId) -> Result<Vec<MaterialVersion>> {
    let sql = "SELECT v.number, v.name, v.file_type, v.link, v.note, v.added_at, v.added_by, \
        v.file_id, f.bytes, f.sha256 FROM material_version v \
        LEFT JOIN stored_file f ON f.id = v.file_id \
        WHERE v.material_id = $1 ORDER BY v.number DESC LIMIT 100";
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [id.into()]);
    Ok(MaterialVersion::find_by_statement(statement).all(db).await?)
}

/// How many materials a course has.
pub async fn count_of_course(db: &impl ConnectionTrait, course: CourseId) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM material WHERE course_id = $1 AND removed_at IS NULL";
    number(db, sql, [course.into()]).await
}

/// How many bytes a centre keeps, in all versions and with what was removed.
pub async fn bytes_of_centre(db: &impl ConnectionTrait, scope: CentreScope) -> Result<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(f.bytes), 0) AS BIGINT) FROM course c \
        JOIN material m ON m.course_id = c.id JOIN material_version v ON v.material_id = m.id \
        JOIN stored_file f ON f.id = v.file_id WHERE c.centre_id = $1";
    number(db, sql, [scope.id().into()]).await
}

async fn number(
    db: &impl ConnectionTrait,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<i64> {
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let row = db.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// Some of what was removed at `before` or earlier.
pub async fn removed_before(tx: &Transaction, before: DateTime<Utc>) -> Result<Vec<MaterialId>> {
    let removed = Entity::find().select_only().column(super::entities::material::Column::Id);
    let removed = removed.filter(COLUMN.removed_at.lte(before)).limit(100);
    Ok(removed.into_tuple().all(tx).await?)
}
