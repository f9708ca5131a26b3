//! Until now nobody could choose a language: every account says so, and the browser decides.
use sea_orm_migration::prelude::*;

/// This step.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        put(m, ("en", "und")).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        put(m, ("und", "en")).await
    }
}

async fn put(m: &SchemaManager<'_>, (old, new): (&str, &str)) -> Result<(), DbErr> {
    let mut update = Query::update();
    update.table("account").value("locale", new).and_where(Expr::col("locale").eq(old));
    m.execute(update).await
}
