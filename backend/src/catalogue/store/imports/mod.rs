//! Tables of courses that centres import: each is found with the scope of its centre only.
mod courses;
mod files;
mod putting;
mod rows;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};

pub use self::courses::{around, begin_all, change_all, drafts, seen, undo_all};
pub use self::files::file_of;
pub use self::rows::{ImportRow, Shown, add_rows, remove_rows, rows};
use crate::base::closed_list::stored_list;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AccountId, CourseImportId};
use crate::base::tables::Trouble;
use crate::catalogue::rules::import::Mapping;
use crate::identity::CentreScope;

stored_list! {
    /// How far an import is.
    ImportState {
        /// Its file is read.
        Reading = "reading", "import-state-reading";
        /// Its rows wait for a yes.
        Examined = "examined", "import-state-examined";
        /// It was taken over.
        Confirmed = "confirmed", "import-state-confirmed";
        /// It was taken over, and taken back.
        Undone = "undone", "import-state-undone";
        /// Its file cannot be read.
        Failed = "failed", "import-state-failed";
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    use super::ImportState;
    use crate::base::ids::{AccountId, CourseImportId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_import")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CourseImportId,
        pub centre_id: OrganisationId,
        pub file_name: String,
        pub digest: String,
        pub size: i32,
        pub state: ImportState,
        pub trouble: Option<String>,
        /// The day against which dates are judged.
        pub reference: Date,
        /// Whether it is a table that was exported here.
        pub whole: bool,
        #[sea_orm(column_type = "Text")]
        pub heads: String,
        #[sea_orm(column_type = "Text")]
        pub samples: String,
        #[sea_orm(column_type = "Text")]
        pub mapping: String,
        /// The print of the centre's courses when it was read.
        pub seen: String,
        #[sea_orm(column_type = "Text")]
        pub counts: String,
        pub revision: i32,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
        /// When reading began the last time.
        pub read_at: DateTimeUtc,
        pub confirmed_at: Option<DateTimeUtc>,
        pub confirmed_by: Option<AccountId>,
        pub undone_at: Option<DateTimeUtc>,
        pub undone_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod mapping {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::OrganisationId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_import_mapping")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub centre_id: OrganisationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub heads: String,
        #[sea_orm(column_type = "Text")]
        pub mapping: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as CourseImport;
use entity::{ActiveModel, COLUMN, Column, Entity};

/// How many rows of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Rows that begin a course.
    pub new: u32,
    /// Rows that change the draft of a course.
    pub change: u32,
    /// Rows whose course is there already.
    pub same: u32,
    /// Rows that are taken, and that somebody should look at.
    pub warned: u32,
    /// Rows that are left out.
    pub rejected: u32,
    /// Rows that are no courses.
    pub skipped: u32,
}

impl Counts {
    /// All rows.
    pub fn all(self) -> u32 {
        self.new + self.change + self.same + self.rejected + self.skipped
    }

    /// The rows that change something.
    pub fn changing(self) -> u32 {
        self.new + self.change
    }
}

/// A file to be imported.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// Its id.
    pub id: CourseImportId,
    /// Its name.
    pub file_name: String,
    /// What it holds.
    pub file: Vec<u8>,
}

/// What was found in a file.
#[derive(Clone, Debug)]
pub struct Found {
    /// Whether it is a table that was exported here.
    pub whole: bool,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// What stands first in each.
    pub samples: Vec<String>,
    /// What its columns hold.
    pub mapping: Mapping,
    /// The print of the centre's courses.
    pub seen: String,
    /// How many rows of each kind there are.
    pub counts: Counts,
}

impl CourseImport {
    /// How many rows of each kind there are.
    pub fn counted(&self) -> Counts {
        serde_json::from_str(&self.counts).unwrap_or_default()
    }

    /// The heads of its columns.
    pub fn head_texts(&self) -> Vec<String> {
        serde_json::from_str(&self.heads).unwrap_or_default()
    }

    /// What stands first in each column.
    pub fn sample_texts(&self) -> Vec<String> {
        serde_json::from_str(&self.samples).unwrap_or_default()
    }

    /// What its columns hold.
    pub fn mapped(&self) -> Mapping {
        serde_json::from_str(&self.mapping).unwrap_or_default()
    }

    /// Why its file cannot be read.
    pub fn why_not(&self) -> Option<Trouble> {
        self.trouble.as_deref().and_then(Trouble::of)
    }
}

/// The import of this id, of the centre.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    id: CourseImportId,
) -> Result<Option<CourseImport>> {
    Ok(Entity::find_by_id(id).filter(COLUMN.centre_id.eq(scope.id())).one(db).await?)
}

/// The same, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &Transaction,
    scope: CentreScope,
    id: CourseImportId,
) -> Result<CourseImport> {
    let own = Entity::find_by_id(id).filter(COLUMN.centre_id.eq(scope.id()));
    own.lock_exclusive().one(tx).await?.ok_or(Error::NotFound)
}

/// A stretch of the imports of the centre, the latest first, and how many there are.
pub async fn list(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (skipped, most): (u64, u64),
) -> Result<(Vec<CourseImport>, u64)> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    let total = own.clone().count(db).await?;
    let latest = own.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    Ok((latest.offset(skipped).limit(most).all(db).await?, total))
}

/// The imports of the centre before one, the latest first.
pub async fn before(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (before, most): (Option<CourseImportId>, u64),
) -> Result<Vec<CourseImport>> {
    let mut own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    if let Some(before) = before {
        own = own.filter(COLUMN.id.lt(before));
    }
    Ok(own.order_by_desc(Column::Id).limit(most).all(db).await?)
}

/// Adds an import whose file is still to be read; answers whether it is new.
pub async fn add(
    tx: &Transaction,
    scope: CentreScope,
    new: NewImport,
    (at, by): (DateTime<Utc>, Option<AccountId>),
) -> Result<bool> {
    let row = ActiveModel {
        id: Set(new.id),
        centre_id: Set(scope.id()),
        file_name: Set(new.file_name),
        digest: Set(hex(&crate::base::secrets::digest_of(&new.file))),
        size: Set(i32::try_from(new.file.len()).unwrap_or(i32::MAX)),
        state: Set(ImportState::Reading),
        trouble: Set(None),
        reference: Set(at.date_naive()),
        whole: Set(false),
        heads: Set("[]".into()),
        samples: Set("[]".into()),
        mapping: Set("[]".into()),
        seen: Set(String::new()),
        counts: Set("{}".into()),
        revision: Set(1),
        created_at: Set(at),
        created_by: Set(by),
        read_at: Set(at),
        confirmed_at: Set(None),
        confirmed_by: Set(None),
        undone_at: Set(None),
        undone_by: Set(None),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let is_new = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? > 0;
    if is_new {
        files::keep(tx, new.id, new.file).await?;
    }
    Ok(is_new)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// Notes that the file is read anew.
pub async fn read_anew(tx: &Transaction, import: &CourseImport, now: DateTime<Utc>) -> Result<()> {
    let change = ActiveModel {
        state: Set(ImportState::Reading),
        trouble: Set(None),
        read_at: Set(now),
        ..ActiveModel::default()
    };
    turn(tx, import, change).await
}

/// Notes what was found in the file.
pub async fn mark_examined(tx: &Transaction, import: &CourseImport, found: &Found) -> Result<()> {
    let change = ActiveModel {
        state: Set(ImportState::Examined),
        whole: Set(found.whole),
        heads: Set(json(&found.heads)?),
        samples: Set(json(&found.samples)?),
        mapping: Set(json(&found.mapping)?),
        seen: Set(found.seen.clone()),
        counts: Set(json(&found.counts)?),
        ..ActiveModel::default()
    };
    turn(tx, import, change).await
}

/// Notes why the file cannot be read; it is not kept.
pub async fn mark_failed(tx: &Transaction, import: &CourseImport, why: Trouble) -> Result<()> {
    let change = ActiveModel {
        state: Set(ImportState::Failed),
        trouble: Set(Some(why.as_str().to_owned())),
        ..ActiveModel::default()
    };
    files::forget(tx, &[import.id]).await?;
    turn(tx, import, change).await
}

/// Notes who took it over; its file is no longer needed.
pub async fn mark_confirmed(
    tx: &Transaction,
    import: &CourseImport,
    (at, by): (DateTime<Utc>, Option<AccountId>),
) -> Result<()> {
    let change = ActiveModel {
        state: Set(ImportState::Confirmed),
        confirmed_at: Set(Some(at)),
        confirmed_by: Set(by),
        ..ActiveModel::default()
    };
    files::forget(tx, &[import.id]).await?;
    turn(tx, import, change).await
}

/// Notes who took it back.
pub async fn mark_undone(
    tx: &Transaction,
    import: &CourseImport,
    (at, by): (DateTime<Utc>, Option<AccountId>),
) -> Result<()> {
    let change = ActiveModel {
        state: Set(ImportState::Undone),
        undone_at: Set(Some(at)),
        undone_by: Set(by),
        ..ActiveModel::default()
    };
    turn(tx, import, change).await
}

async fn turn(tx: &Transaction, import: &CourseImport, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(import.revision + 1);
    let own = Entity::update_many().set(change).filter(COLUMN.id.eq(import.id));
    let own = own.filter(COLUMN.centre_id.eq(import.centre_id));
    let changed = own.filter(COLUMN.revision.eq(import.revision)).exec(tx).await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Forgets imports that nobody confirmed, begun before this moment; answers how many they were.
pub async fn sweep(tx: &Transaction, before: DateTime<Utc>) -> Result<u64> {
    let waiting = [ImportState::Reading, ImportState::Examined, ImportState::Failed];
    let old = Entity::find().select_only().column(Column::Id);
    let old = old.filter(COLUMN.state.is_in(waiting)).filter(COLUMN.created_at.lt(before));
    let ids: Vec<CourseImportId> = old.into_tuple().all(tx).await?;
    for id in &ids {
        remove_rows(tx, *id).await?;
    }
    files::forget(tx, &ids).await?;
    Ok(Entity::delete_many().filter(COLUMN.id.is_in(ids)).exec(tx).await?.rows_affected)
}

/// What the columns of tables with these heads hold, as the centre has said before.
pub async fn remembered(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    heads: &str,
) -> Result<Option<Mapping>> {
    let key = hex(&crate::base::secrets::digest_of(heads.as_bytes()));
    let row = mapping::Entity::find_by_id((scope.id(), key)).one(db).await?;
    Ok(row.and_then(|row| serde_json::from_str(&row.mapping).ok()))
}

/// Remembers what the columns of tables with these heads hold.
pub async fn remember(
    tx: &Transaction,
    scope: CentreScope,
    (heads, mapped): (&str, &Mapping),
) -> Result<()> {
    let key = hex(&crate::base::secrets::digest_of(heads.as_bytes()));
    let row = mapping::ActiveModel {
        centre_id: Set(scope.id()),
        heads: Set(key),
        mapping: Set(json(mapped)?),
    };
    let keys = [mapping::Column::CentreId, mapping::Column::Heads];
    let newest = OnConflict::columns(keys).update_column(mapping::Column::Mapping).to_owned();
    mapping::Entity::insert(row).on_conflict(newest).exec_without_returning(tx).await?;
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Internal(error.into()))
}
