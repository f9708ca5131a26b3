//! Tables that centres import: the file, what becomes of each row, and which column of tables with
//! the same heads holds what.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    binary, boolean, date, integer, pk_uuid, string, string_null, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null, uuid, uuid_null,
};

use crate::{drop_tables, index, reference};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        m.create_table(imports()).await?;
        m.create_index(index("course_import", &["centre_id", "created_at"])).await?;
        m.create_index(index("course_import", &["state", "created_at"])).await?;
        m.create_table(
            Table::create()
                .table("course_import_file")
                .col(uuid("import_id").primary_key())
                .col(binary("content"))
                .foreign_key(&mut reference(("course_import_file", "import_id"), "course_import"))
                .to_owned(),
        )
        .await?;
        m.create_table(rows()).await?;
        m.create_index(index("course_import_row", &["import_id", "step", "number"])).await?;
        m.create_table(
            Table::create()
                .table("course_import_mapping")
                .col(uuid("centre_id"))
                .col(string("heads"))
                .col(text("mapping"))
                .primary_key(Index::create().col("centre_id").col("heads"))
                .foreign_key(&mut reference(("course_import_mapping", "centre_id"), "organisation"))
                .to_owned(),
        )
        .await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let tables =
            ["course_import_mapping", "course_import_row", "course_import_file", "course_import"];
        drop_tables(m, &tables).await
    }
}

fn imports() -> TableCreateStatement {
    Table::create()
        .table("course_import")
        .col(pk_uuid("id"))
        .col(uuid("centre_id"))
        .col(string("file_name"))
        .col(string("digest"))
        .col(integer("size"))
        .col(string("state"))
        .col(string_null("trouble"))
        .col(date("reference"))
        .col(boolean("whole"))
        .col(text("heads"))
        .col(text("samples"))
        .col(text("mapping"))
        .col(string("seen"))
        .col(text("counts"))
        .col(integer("revision"))
        .col(timestamp_with_time_zone("created_at"))
        .col(uuid_null("created_by"))
        .col(timestamp_with_time_zone("read_at"))
        .col(timestamp_with_time_zone_null("confirmed_at"))
        .col(uuid_null("confirmed_by"))
        .col(timestamp_with_time_zone_null("undone_at"))
        .col(uuid_null("undone_by"))
        .foreign_key(&mut reference(("course_import", "centre_id"), "organisation"))
        .foreign_key(&mut reference(("course_import", "created_by"), "account"))
        .to_owned()
}

fn rows() -> TableCreateStatement {
    Table::create()
        .table("course_import_row")
        .col(uuid("import_id"))
        .col(integer("number"))
        .col(string("outcome"))
        .col(string("step"))
        .col(text("codes"))
        .col(text("title"))
        .col(text("detail"))
        .col(uuid_null("course_id"))
        .col(string("course_code"))
        .col(integer("course_revision"))
        .col(text("facts"))
        .col(text("draft"))
        .col(text("before"))
        .primary_key(Index::create().col("import_id").col("number"))
        .foreign_key(&mut reference(("course_import_row", "import_id"), "course_import"))
        .to_owned()
}
