//! The register of files: a row for each, written before the file is and gone after it.
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};

use super::Arrived;
use crate::base::App;
use crate::base::closed_list::stored_list;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::StoredFileId;

stored_list! {
    /// How far a file is.
    FileState {
        /// Somebody is sending it, or has sent it and not saved yet.
        Arriving = "arriving", "file-arriving";
        /// It is there, whole.
        Kept = "kept", "file-kept";
        /// Nothing refers to it any more.
        Leaving = "leaving", "file-leaving";
    }
}

mod entity {
    use sea_orm::entity::prelude::*;

    use super::FileState;
    use crate::base::ids::StoredFileId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stored_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: StoredFileId,
        pub state: FileState,
        pub since: DateTimeUtc,
        pub bytes: i64,
        pub sha256: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{COLUMN, Column, Entity};

/// How long a file may arrive, and how long one that leaves is still there for who reads it.
const AROUND: Duration = Duration::hours(2);
/// How many files one sweep takes away.
const SWEPT_AT_ONCE: u64 = 500;

/// A file that is there, as the register says.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub struct Stored {
    /// Its key.
    pub id: StoredFileId,
    /// Its length.
    pub bytes: i64,
    /// Its SHA-256 in hexadecimal digits.
    pub sha256: String,
}

/// Says that a file is about to arrive.
pub(super) async fn announce(app: &App, id: StoredFileId) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(id),
        state: Set(FileState::Arriving),
        since: Set(app.clock.now()),
        bytes: Set(0),
        sha256: Set(String::new()),
    };
    let tx = app.db.begin().await?;
    Entity::insert(row).exec_without_returning(&tx).await?;
    tx.commit().await
}

/// Says that a file that nothing refers to is to go; tells whether that is so. Whoever keeps it at
/// the same moment either comes first, or finds it gone.
pub(super) async fn give_up(app: &App, id: StoredFileId) -> Result<bool> {
    let tx = app.db.begin().await?;
    let given_up = Entity::update_many()
        .col_expr(Column::State, Expr::value(FileState::Leaving.as_str()))
        .filter(COLUMN.id.eq(id))
        .filter(COLUMN.state.ne(FileState::Kept))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(given_up.rows_affected == 1)
}

/// Forgets a file of which nothing is stored any more.
pub(super) async fn forget(app: &App, id: StoredFileId) -> Result<()> {
    let tx = app.db.begin().await?;
    Entity::delete_many()
        .filter(COLUMN.id.eq(id))
        .filter(COLUMN.state.ne(FileState::Kept))
        .exec(&tx)
        .await?;
    tx.commit().await
}

/// Keeps a file that has arrived, in the transaction of what refers to it; tells whether it was
/// still there.
pub async fn keep(tx: &Transaction, file: &Arrived, now: DateTime<Utc>) -> Result<bool> {
    let bytes = i64::try_from(file.bytes).map_err(|error| Error::Internal(error.into()))?;
    let kept = Entity::update_many()
        .col_expr(Column::State, Expr::value(FileState::Kept.as_str()))
        .col_expr(Column::Since, Expr::value(now))
        .col_expr(Column::Bytes, Expr::value(bytes))
        .col_expr(Column::Sha256, Expr::value(file.sha256.as_str()))
        .filter(COLUMN.id.eq(file.id))
        .filter(COLUMN.state.eq(FileState::Arriving))
        .exec(tx)
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Says, in the transaction that drops what referred to them, that files are to go.
pub async fn let_go(tx: &Transaction, files: &[StoredFileId], now: DateTime<Utc>) -> Result<()> {
    for some in files.chunks(500) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(FileState::Leaving.as_str()))
            .col_expr(Column::Since, Expr::value(now))
            .filter(COLUMN.id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Every file that is there, by its key.
pub async fn kept(db: &impl ConnectionTrait) -> Result<Vec<Stored>> {
    let sql = "SELECT id, bytes, sha256 FROM stored_file WHERE state = 'kept' ORDER BY id";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(Stored::find_by_statement(statement).all(db).await?)
}

/// Whether a file is still to be there.
pub(super) async fn is_kept(db: &impl ConnectionTrait, id: StoredFileId) -> Result<bool> {
    let row = Entity::find_by_id(id).one(db).await?;
    Ok(row.is_some_and(|row| row.state == FileState::Kept))
}

/// Takes away the files that arrived or have been leaving for too long.
pub async fn sweep(app: &App) -> Result<u64> {
    let before = app.clock.now() - AROUND;
    let strays: Vec<StoredFileId> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(COLUMN.state.is_in([FileState::Arriving, FileState::Leaving]))
        .filter(COLUMN.since.lte(before))
        .order_by_asc(Column::Since)
        .limit(SWEPT_AT_ONCE)
        .into_tuple()
        .all(&app.db)
        .await?;
    let mut swept = 0;
    for id in strays {
        if give_up(app, id).await? {
            app.files.delete(id).await?;
            forget(app, id).await?;
            swept += 1;
        }
    }
    Ok(swept)
}
