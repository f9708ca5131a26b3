//! The files of imports, apart from what is said of them, so that a page that only looks how far
//! an import is does not read them.
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::CourseImport;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::CourseImportId;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::CourseImportId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_import_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: CourseImportId,
        pub content: Vec<u8>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::{ActiveModel, COLUMN, Entity};

/// The file of an import; none once it is no longer needed.
pub async fn file_of(db: &impl ConnectionTrait, import: &CourseImport) -> Result<Option<Vec<u8>>> {
    Ok(Entity::find_by_id(import.id).one(db).await?.map(|row| row.content))
}

pub(super) async fn keep(tx: &Transaction, import: CourseImportId, file: Vec<u8>) -> Result<()> {
    let row = ActiveModel { import_id: Set(import), content: Set(file) };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

pub(super) async fn forget(tx: &Transaction, imports: &[CourseImportId]) -> Result<()> {
    let of = COLUMN.import_id.is_in(imports.iter().copied());
    Entity::delete_many().filter(of).exec(tx).await?;
    Ok(())
}
