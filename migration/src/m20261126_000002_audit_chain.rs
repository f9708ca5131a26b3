//! The audit log becomes a chain: each entry is numbered and bound to the one before, and one row
//! holds the head. What is chained is never changed and never deleted; the database itself says no.
//!
//! Entries written before this step get their numbers from the program, which alone has the key;
//! until then their numbers are null, and after that no row without a number can be written.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary, integer};
use sea_orm_migration::sea_orm::DbBackend;

use crate::{drop_tables, index};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        for column in [
            ColumnDef::new("seq").big_integer().to_owned(),
            ColumnDef::new("prev").binary().to_owned(),
            ColumnDef::new("hash").binary().to_owned(),
        ] {
            m.alter_table(Table::alter().table("audit_entry").add_column(column).to_owned())
                .await?;
        }
        m.create_index(index("audit_entry", &["seq"]).unique().to_owned()).await?;
        m.create_index(index("audit_entry", &["organisation_id", "seq"])).await?;
        m.drop_index(dropped("ix_audit_entry_organisation_id_id")).await?;
        m.create_table(
            Table::create()
                .table("audit_head")
                .col(integer("id").primary_key().check(Expr::col("id").eq(1)))
                .col(big_integer("seq"))
                .col(binary("hash"))
                .col(binary("seal"))
                .to_owned(),
        )
        .await?;
        run(m, &GUARDS_ON_SQLITE, &GUARDS_ON_POSTGRES).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        run(m, &NO_GUARDS_ON_SQLITE, &NO_GUARDS_ON_POSTGRES).await?;
        drop_tables(m, &["audit_head"]).await?;
        m.create_index(index("audit_entry", &["organisation_id", "id"])).await?;
        m.drop_index(dropped("ix_audit_entry_organisation_id_seq")).await?;
        m.drop_index(dropped("ix_audit_entry_seq")).await?;
        for column in ["hash", "prev", "seq"] {
            m.alter_table(Table::alter().table("audit_entry").drop_column(column).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn dropped(name: &str) -> IndexDropStatement {
    Index::drop().name(name).table("audit_entry").to_owned()
}

async fn run(m: &SchemaManager<'_>, sqlite: &[&str], postgres: &[&str]) -> Result<(), DbErr> {
    let db = m.get_connection();
    let statements = if m.get_database_backend() == DbBackend::Sqlite { sqlite } else { postgres };
    for statement in statements {
        db.execute_unprepared(statement).await?;
    }
    Ok(())
}

const GUARDS_ON_SQLITE: [&str; 5] = [
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry
        WHEN OLD.seq IS NOT NULL OR NEW.seq IS NULL
        BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never changed'); END",
    "CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is never deleted'); END",
    "CREATE TRIGGER audit_entry_is_chained BEFORE INSERT ON audit_entry
        WHEN NEW.seq IS NULL OR NEW.prev IS NULL OR NEW.hash IS NULL
        BEGIN SELECT RAISE(ABORT, 'an entry of the audit log is chained when it is written'); END",
    "CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head
        WHEN NEW.seq <= OLD.seq
        BEGIN SELECT RAISE(ABORT, 'the head of the audit log only moves on'); END",
    "CREATE TRIGGER audit_head_remains BEFORE DELETE ON audit_head
        BEGIN SELECT RAISE(ABORT, 'the head of the audit log is never deleted'); END",
];

const NO_GUARDS_ON_SQLITE: [&str; 5] = [
    "DROP TRIGGER audit_head_remains",
    "DROP TRIGGER audit_head_moves_on",
    "DROP TRIGGER audit_entry_is_chained",
    "DROP TRIGGER audit_entry_remains",
    "DROP TRIGGER audit_entry_stays",
];

const GUARDS_ON_POSTGRES: [&str; 9] = [
    "CREATE FUNCTION audit_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege'; END $$",
    "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry FOR EACH ROW
        WHEN (OLD.seq IS NOT NULL OR NEW.seq IS NULL)
        EXECUTE FUNCTION audit_refuses('an entry of the audit log is never changed')",
    "CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry FOR EACH ROW
        EXECUTE FUNCTION audit_refuses('an entry of the audit log is never deleted')",
    "CREATE TRIGGER audit_entry_is_kept BEFORE TRUNCATE ON audit_entry
        EXECUTE FUNCTION audit_refuses('an entry of the audit log is never deleted')",
    "CREATE TRIGGER audit_entry_is_chained BEFORE INSERT ON audit_entry FOR EACH ROW
        WHEN (NEW.seq IS NULL OR NEW.prev IS NULL OR NEW.hash IS NULL)
        EXECUTE FUNCTION audit_refuses('an entry of the audit log is chained when it is written')",
    "CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head FOR EACH ROW
        WHEN (NEW.seq <= OLD.seq)
        EXECUTE FUNCTION audit_refuses('the head of the audit log only moves on')",
    "CREATE TRIGGER audit_head_remains BEFORE DELETE ON audit_head FOR EACH ROW
        EXECUTE FUNCTION audit_refuses('the head of the audit log is never deleted')",
    "CREATE TRIGGER audit_head_is_kept BEFORE TRUNCATE ON audit_head
        EXECUTE FUNCTION audit_refuses('the head of the audit log is never deleted')",
    "COMMENT ON TABLE audit_entry IS 'append-only; a chain under a key outside the database'",
];

const NO_GUARDS_ON_POSTGRES: [&str; 9] = [
    "COMMENT ON TABLE audit_entry IS NULL",
    "DROP TRIGGER audit_head_is_kept ON audit_head",
    "DROP TRIGGER audit_head_remains ON audit_head",
    "DROP TRIGGER audit_head_moves_on ON audit_head",
    "DROP TRIGGER audit_entry_is_chained ON audit_entry",
    "DROP TRIGGER audit_entry_is_kept ON audit_entry",
    "DROP TRIGGER audit_entry_remains ON audit_entry",
    "DROP TRIGGER audit_entry_stays ON audit_entry",
    "DROP FUNCTION audit_refuses()",
];
