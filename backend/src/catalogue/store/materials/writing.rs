//! Writing materials. The public page of the course is told that it changed.
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::entities::{material, version};
use super::{Material, MaterialKey, NewVersion, Source};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::files;
use crate::base::ids::{MaterialId, StoredFileId};
use crate::base::kept::{self, Part};
use crate::catalogue::rules::Facts;
use crate::catalogue::store::courses::Hand;

/// Adds a material without a version; tells whether it is new.
pub async fn add(tx: &Transaction, key: MaterialKey, facts: &Facts, hand: Hand) -> Result<bool> {
    let row = material::ActiveModel {
        id: Set(key.id),
        course_id: Set(key.course),
        title: Set(facts.title.clone()),
        kind: Set(facts.kind.as_str().to_owned()),
        language: Set(facts.language.clone()),
        licence: Set(facts.licence),
        access: Set(facts.access),
        version: Set(0),
        revision: Set(1),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
        removed_at: Set(None),
        removed_by: Set(None),
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let added = material::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    kept::changed(tx, Part::Courses).await?;
    Ok(added > 0)
}

/// Adds a version; the material itself says which is the present one.
pub async fn add_version(
    tx: &Transaction,
    id: MaterialId,
    new: NewVersion<'_>,
    hand: Hand,
) -> Result<()> {
    let mut row = version::ActiveModel {
        material_id: Set(id),
        number: Set(new.number),
        file_id: Set(None),
        name: Set(None),
        file_type: Set(None),
        link: Set(None),
        note: Set(new.note.to_owned()),
        added_at: Set(hand.at),
        added_by: Set(hand.by),
    };
    match new.source {
        Source::File(file) => {
            if !files::keep(tx, file, hand.at).await? {
                let mut errors = FieldErrors::default();
                errors.add("file", "file-gone");
                return Err(errors.into());
            }
            row.file_id = Set(Some(file.id));
            row.name = Set(Some(file.name.clone()));
            row.file_type = Set(Some(file.kind.extension().to_owned()));
        }
        Source::Link(link) => row.link = Set(Some(link.clone())),
    }
    version::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Says other things of a material, and which version is the present one.
pub async fn change(
    tx: &Transaction,
    known: &Material,
    (facts, version): (&Facts, i32),
) -> Result<()> {
    let change = material::ActiveModel {
        title: Set(facts.title.clone()),
        kind: Set(facts.kind.as_str().to_owned()),
        language: Set(facts.language.clone()),
        licence: Set(facts.licence),
        access: Set(facts.access),
        version: Set(version),
        ..material::ActiveModel::default()
    };
    change_row(tx, known, change).await
}

/// Removes a material, until it is brought back or purged.
pub async fn remove(tx: &Transaction, known: &Material, hand: Hand) -> Result<()> {
    let change = material::ActiveModel {
        removed_at: Set(Some(hand.at)),
        removed_by: Set(hand.by),
        ..material::ActiveModel::default()
    };
    change_row(tx, known, change).await
}

/// Brings back what was removed.
pub async fn restore(tx: &Transaction, known: &Material) -> Result<()> {
    let change = material::ActiveModel {
        removed_at: Set(None),
        removed_by: Set(None),
        ..material::ActiveModel::default()
    };
    change_row(tx, known, change).await
}

/// Changes the row that was read: its revision must still be the same.
async fn change_row(
    tx: &Transaction,
    known: &Material,
    mut change: material::ActiveModel,
) -> Result<()> {
    change.revision = Set(known.revision + 1);
    let changed = material::Entity::update_many()
        .set(change)
        .filter(material::COLUMN.id.eq(known.id))
        .filter(material::COLUMN.revision.eq(known.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict);
    }
    kept::changed(tx, Part::Courses).await
}

/// Forgets a material for good, and lets its files go.
pub async fn purge(tx: &Transaction, id: MaterialId, hand: Hand) -> Result<()> {
    let own = version::COLUMN.material_id.eq(id);
    let files: Vec<Option<StoredFileId>> = version::Entity::find()
        .select_only()
        .column(version::Column::FileId)
        .filter(own.clone())
        .into_tuple()
        .all(tx)
        .await?;
    version::Entity::delete_many().filter(own).exec(tx).await?;
    material::Entity::delete_by_id(id).exec(tx).await?;
    let files: Vec<_> = files.into_iter().flatten().collect();
    files::let_go(tx, &files, hand.at).await
}
