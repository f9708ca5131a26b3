//! The history of the schema. A step is never edited once it has landed, and imports no entity.
pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::prelude::*;

mod m20261125_000001_organisations_and_accounts;
mod m20261125_000002_audit_and_outbox;
mod m20261125_000003_catalogue;
mod m20261125_000004_nomination_rounds;
mod m20261126_000001_api_clients;
mod m20261126_000002_audit_chain;
mod m20261126_000003_languages_not_chosen;
mod m20261126_000004_demand_by_quarter;
mod m20261126_000005_kept_forms;
mod m20261126_000006_revisions;
mod m20261129_000001_search;
mod m20261129_000002_proposals;
mod m20261129_000004_materials;
mod m20261129_000005_modules;
mod m20261129_000006_imports;
mod m20261129_000007_subscriptions;
mod m20261129_000008_overlap;
mod m20261129_000009_freshness;
mod m20261129_000010_co_delivery;
mod m20261129_000011_listed_texts;
mod m20261130_000001_deliveries;
mod m20261130_000002_nominations_by_course;
mod m20261130_000003_seats;
mod m20261130_000004_participants;
mod m20261130_000005_milestones;
mod m20261201_000001_offers;

/// Takes a database from any step to any other.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261125_000001_organisations_and_accounts::Migration),
            Box::new(m20261125_000002_audit_and_outbox::Migration),
            Box::new(m20261125_000003_catalogue::Migration),
            Box::new(m20261125_000004_nomination_rounds::Migration),
            Box::new(m20261126_000001_api_clients::Migration),
            Box::new(m20261126_000002_audit_chain::Migration),
            Box::new(m20261126_000003_languages_not_chosen::Migration),
            Box::new(m20261126_000004_demand_by_quarter::Migration),
            Box::new(m20261126_000005_kept_forms::Migration),
            Box::new(m20261126_000006_revisions::Migration),
            Box::new(m20261129_000001_search::Migration),
            Box::new(m20261129_000002_proposals::Migration),
            Box::new(m20261129_000004_materials::Migration),
            Box::new(m20261129_000005_modules::Migration),
            Box::new(m20261129_000006_imports::Migration),
            Box::new(m20261129_000007_subscriptions::Migration),
            Box::new(m20261129_000008_overlap::Migration),
            Box::new(m20261129_000009_freshness::Migration),
            Box::new(m20261129_000010_co_delivery::Migration),
            Box::new(m20261129_000011_listed_texts::Migration),
            Box::new(m20261130_000001_deliveries::Migration),
            Box::new(m20261130_000002_nominations_by_course::Migration),
            Box::new(m20261130_000003_seats::Migration),
            Box::new(m20261130_000004_participants::Migration),
            Box::new(m20261130_000005_milestones::Migration),
            Box::new(m20261201_000001_offers::Migration),
        ]
    }
}

/// A foreign key from `from` (table, column) to the column `id` of another table.
fn reference(from: (&'static str, &'static str), to: &'static str) -> ForeignKeyCreateStatement {
    reference_to(from, (to, "id"))
}

/// A foreign key from `from` (table, column) to `to` (table, column).
fn reference_to(
    from: (&'static str, &'static str),
    to: (&'static str, &'static str),
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{}_{}", from.0, from.1))
        .from(from.0, from.1)
        .to(to.0, to.1)
        .to_owned()
}

/// An index named after its table and columns.
fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ix_{table}_{}", columns.join("_"))).table(table);
    for column in columns {
        index.col(*column);
    }
    index
}

/// Drops tables in the order given.
async fn drop_tables(m: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        m.drop_table(Table::drop().table(*table).to_owned()).await?;
    }
    Ok(())
}
