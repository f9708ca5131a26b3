//! Modules of centres and their versions. A version is never changed.
mod kept;
mod listing;
mod used;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, sea_query::OnConflict,
};

pub use self::kept::{
    Unkept, courses_without_draft, keep, note_of, shelf, unkept, versions_of_course,
};
pub use self::listing::{ListedModule, ModulePage, count, list, starting_with};
pub use self::used::{
    ModuleUse, differences, forget_drafts, note_draft, note_drafts, note_new_drafts, note_version,
    uses,
};
use super::courses::Hand;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::ModuleId;
use crate::catalogue::rules::{Module, search_words};
use crate::identity::CentreScope;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, ModuleId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "module")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ModuleId,
        pub centre_id: OrganisationId,
        pub code: String,
        pub version: i32,
        pub revision: i32,
        #[sea_orm(column_type = "Text")]
        pub search_text: String,
        pub retired_at: Option<DateTimeUtc>,
        pub retired_by: Option<AccountId>,
        pub sample: bool,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod version_entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, ModuleId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "module_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub module_id: ModuleId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        #[sea_orm(column_type = "Text")]
        pub content: String,
        #[sea_orm(column_type = "Text")]
        pub change_note: String,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as OwnModule;
use entity::{ActiveModel, COLUMN, Column, Entity};
use version_entity::{COLUMN as VERSION, Column as VersionColumn, Entity as VersionEntity};

/// The most versions that a page lists and compares.
pub const MOST_LISTED: u64 = 50;

/// A module to be added.
#[derive(Clone, Debug)]
pub struct NewModule {
    /// Its id, made by the form, so that sending the form twice adds one module.
    pub id: ModuleId,
    /// What it says at first.
    pub module: Module,
}

/// A version of a module.
#[derive(Clone, Debug, PartialEq)]
pub struct ModuleVersion {
    /// Its number, from 1.
    pub number: i32,
    /// What it says.
    pub module: Module,
    /// What it changed; may be empty for the first one.
    pub change_note: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl OwnModule {
    /// Whether new courses are not to use it.
    pub fn is_retired(&self) -> bool {
        self.retired_at.is_some()
    }
}

/// Adds a module with its first version, unless there is one of its id, or of its code in the
/// centre; answers whether it is new.
pub async fn add(
    tx: &Transaction,
    scope: CentreScope,
    new: &NewModule,
    hand: Hand,
) -> Result<bool> {
    let row = ActiveModel {
        id: Set(new.id),
        centre_id: Set(scope.id()),
        code: Set(new.module.code.clone()),
        version: Set(1),
        revision: Set(1),
        search_text: Set(search_words(&new.module)),
        retired_at: Set(None),
        retired_by: Set(None),
        sample: Set(false),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    if Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 0 {
        return Ok(false);
    }
    freeze_version(tx, new.id, (1, &new.module, ""), hand).await?;
    Ok(true)
}

/// The centre's own module of this id.
pub async fn of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    id: ModuleId,
) -> Result<Option<OwnModule>> {
    let own = Entity::find_by_id(id).filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.one(db).await?)
}

/// The centre's own module of this code.
pub async fn of_code(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    code: &str,
) -> Result<Option<OwnModule>> {
    let own = Entity::find().filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.filter(COLUMN.code.eq(code)).one(db).await?)
}

/// The own module of this id, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &Transaction,
    scope: CentreScope,
    id: ModuleId,
) -> Result<Option<OwnModule>> {
    let own = Entity::find_by_id(id).filter(COLUMN.centre_id.eq(scope.id()));
    Ok(own.lock_exclusive().one(tx).await?)
}

/// Makes the next version; answers its number.
pub async fn add_version(
    tx: &Transaction,
    row: &OwnModule,
    (module, note): (&Module, &str),
    hand: Hand,
) -> Result<i32> {
    let number = row.version + 1;
    freeze_version(tx, row.id, (number, module, note), hand).await?;
    let change = ActiveModel {
        version: Set(number),
        search_text: Set(search_words(module)),
        ..ActiveModel::default()
    };
    change_row(tx, row, change).await?;
    Ok(number)
}

/// Gives a module up for new courses, or takes that back.
pub async fn retire(tx: &Transaction, row: &OwnModule, hand: Option<Hand>) -> Result<()> {
    let change = ActiveModel {
        retired_at: Set(hand.map(|hand| hand.at)),
        retired_by: Set(hand.and_then(|hand| hand.by)),
        ..ActiveModel::default()
    };
    change_row(tx, row, change).await
}

/// Changes the row that was read: its id, its centre and its revision must still be the same.
async fn change_row(tx: &Transaction, row: &OwnModule, mut change: ActiveModel) -> Result<()> {
    change.revision = Set(row.revision + 1);
    let changed = Entity::update_many()
        .set(change)
        .filter(COLUMN.id.eq(row.id))
        .filter(COLUMN.centre_id.eq(row.centre_id))
        .filter(COLUMN.revision.eq(row.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

async fn freeze_version(
    tx: &Transaction,
    id: ModuleId,
    (number, module, note): (i32, &Module, &str),
    hand: Hand,
) -> Result<()> {
    let row = version_entity::ActiveModel {
        module_id: Set(id),
        number: Set(number),
        content: Set(freeze(module)?),
        change_note: Set(note.to_owned()),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
    };
    VersionEntity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// A version of an own module.
pub async fn version(
    db: &impl ConnectionTrait,
    row: &OwnModule,
    number: i32,
) -> Result<Option<ModuleVersion>> {
    let found = VersionEntity::find_by_id((row.id, number)).one(db).await?;
    found.map(of_row).transpose()
}

/// The newest version of an own module.
pub async fn newest(db: &impl ConnectionTrait, row: &OwnModule) -> Result<ModuleVersion> {
    version(db, row, row.version).await?.ok_or(Error::NotFound)
}

/// What a draft of the centre takes of the module of this code: what its newest version says. A
/// module that is retired is for drafts alone that have it (`held`).
pub async fn to_take(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (code, held): (&str, bool),
) -> Result<Option<Module>> {
    match of_code(db, scope, code).await? {
        Some(row) if held || !row.is_retired() => Ok(Some(newest(db, &row).await?.module)),
        _ => Ok(None),
    }
}

/// Versions of an own module, the newest first: at most so many, those before a number.
pub async fn history(
    db: &impl ConnectionTrait,
    row: &OwnModule,
    (before, most): (Option<i32>, u64),
) -> Result<Vec<ModuleVersion>> {
    let mut all = VersionEntity::find().filter(VERSION.module_id.eq(row.id));
    if let Some(before) = before {
        all = all.filter(VERSION.number.lt(before));
    }
    let rows = all.order_by_desc(VersionColumn::Number).limit(most).all(db).await?;
    rows.into_iter().map(of_row).collect()
}

fn of_row(row: version_entity::Model) -> Result<ModuleVersion> {
    Ok(ModuleVersion {
        number: row.number,
        module: thaw(&row.content)?,
        change_note: row.change_note,
        created_at: row.created_at,
    })
}

fn freeze(module: &Module) -> Result<String> {
    serde_json::to_string(module).map_err(|error| Error::Internal(error.into()))
}

fn thaw(kept: &str) -> Result<Module> {
    serde_json::from_str(kept).map_err(|error| Error::Internal(error.into()))
}

/// The codes of modules among the columns of a query.
#[derive(FromQueryResult)]
struct CodeRow {
    code: String,
}
