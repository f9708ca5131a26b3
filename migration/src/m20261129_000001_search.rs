//! The words by which courses are found, under the full-text index of each database.
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, integer, text, uuid};
use sea_orm_migration::sea_orm::DbBackend;

use crate::{drop_tables, index, reference};

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

/// The index of SQLite holds no text of its own; triggers keep it the same as the table.
const SQLITE_INDEX: [&str; 2] = [
    "CREATE VIRTUAL TABLE course_search_words USING fts5(tokens, content='', \
     contentless_delete=1, detail=none, tokenize='ascii')",
    "CREATE VIRTUAL TABLE course_search_vocabulary USING fts5vocab(course_search_words, row)",
];
const SQLITE_TRIGGERS: [&str; 3] = [
    "CREATE TRIGGER course_search_added AFTER INSERT ON course_search BEGIN \
     INSERT INTO course_search_words (rowid, tokens) VALUES (new.number, new.tokens); END",
    "CREATE TRIGGER course_search_removed AFTER DELETE ON course_search BEGIN \
     DELETE FROM course_search_words WHERE rowid = old.number; END",
    "CREATE TRIGGER course_search_changed AFTER UPDATE ON course_search BEGIN \
     DELETE FROM course_search_words WHERE rowid = old.number; \
     INSERT INTO course_search_words (rowid, tokens) VALUES (new.number, new.tokens); END",
];
const POSTGRES_INDEX: [&str; 2] = [
    "ALTER TABLE course_search ADD COLUMN lexemes tsvector NOT NULL \
     GENERATED ALWAYS AS (array_to_tsvector(string_to_array(tokens, ' '))) STORED",
    "CREATE INDEX ix_course_search_lexemes ON course_search USING gin (lexemes)",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let sqlite = m.get_database_backend() == DbBackend::Sqlite;
        if sqlite {
            run(m, &SQLITE_INDEX).await?;
        }
        m.create_table(
            Table::create()
                .table("course_search")
                .col(big_integer("number").primary_key())
                .col(uuid("course_id"))
                .col(integer("version"))
                .col(text("tokens"))
                .foreign_key(&mut reference(("course_search", "course_id"), "course"))
                .to_owned(),
        )
        .await?;
        m.create_index(index("course_search", &["course_id"]).unique().to_owned()).await?;
        run(m, if sqlite { &SQLITE_TRIGGERS } else { &POSTGRES_INDEX }).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(m, &["course_search"]).await?;
        if m.get_database_backend() == DbBackend::Sqlite {
            drop_tables(m, &["course_search_vocabulary", "course_search_words"]).await?;
        }
        Ok(())
    }
}

async fn run(m: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    for statement in statements {
        m.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}
