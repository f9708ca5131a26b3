//! Every query on organisations and agencies. Which organisations exist is public.
use std::sync::Arc;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::rules::NewOrganisation;
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AgencyId, OrganisationId};
use crate::base::kept::{self, Numbers, Part};
use crate::identity;

mod entity {
    #![expect(clippy::struct_excessive_bools, reason = "three capabilities and a mark, as columns")]
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::OrganisationId;
    use crate::organisations::rules::Kind;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: OrganisationId,
        pub code: String,
        pub name: String,
        pub short_name: String,
        pub kind: Kind,
        pub tile: String,
        pub publishes: bool,
        pub nominates: bool,
        pub oversees: bool,
        pub subregion: Option<String>,
        pub country: Option<String>,
        pub city: Option<String>,
        pub website: Option<String>,
        pub languages: String,
        pub time_zone: String,
        pub tile_column: Option<i32>,
        pub tile_row: Option<i32>,
        pub sample: bool,
        pub created_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod agency {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AgencyId, OrganisationId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "agency")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AgencyId,
        pub organisation_id: OrganisationId,
        pub name: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use agency::Model as Agency;
pub use entity::Model as Organisation;
use entity::{COLUMN, Column, Entity};

impl Organisation {
    /// Its time zone.
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::UTC)
    }

    /// Its official languages, BCP 47.
    pub fn language_tags(&self) -> impl Iterator<Item = &str> {
        self.languages.split(';').filter(|tag| !tag.is_empty())
    }

    /// The same organisation, as whoever acts for it knows it.
    pub fn for_identity(&self) -> identity::Organisation {
        identity::Organisation {
            id: self.id,
            code: self.code.clone(),
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            tile: self.tile.clone(),
            zone: self.zone(),
            capabilities: identity::rules::Capability::of_columns(
                self.publishes,
                self.nominates,
                self.oversees,
            ),
        }
    }
}

/// Every organisation, as it is kept in memory.
pub struct Directory {
    centres: Vec<Organisation>,
    others: Vec<Organisation>,
}

impl Directory {
    /// The centres of excellence, by name.
    pub fn centres(&self) -> &[Organisation] {
        &self.centres
    }

    /// The organisation of this id.
    pub fn of(&self, id: OrganisationId) -> Option<&Organisation> {
        self.centres.iter().chain(&self.others).find(|known| known.id == id)
    }
}

/// Every organisation; read from the database where it has changed since `numbers` were others.
pub async fn directory(app: &App, numbers: &Numbers) -> Result<Arc<Directory>> {
    let load = async {
        let (centres, others) = all(&app.db).await?.into_iter().partition(|one| one.publishes);
        Ok(Directory { centres, others })
    };
    app.kept.get((numbers, Part::Organisations), load).await
}

/// Every organisation, by name.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Organisation>> {
    Ok(by_name(Entity::find().all(db).await?))
}

/// The members, by name.
pub async fn members(db: &impl ConnectionTrait) -> Result<Vec<Organisation>> {
    Ok(by_name(Entity::find().filter(COLUMN.nominates.eq(true)).all(db).await?))
}

/// The centres of excellence, by name.
pub async fn centres(db: &impl ConnectionTrait) -> Result<Vec<Organisation>> {
    Ok(by_name(Entity::find().filter(COLUMN.publishes.eq(true)).all(db).await?))
}

/// In the order of their names; sorted here, because databases disagree on capitals.
fn by_name(mut organisations: Vec<Organisation>) -> Vec<Organisation> {
    organisations.sort_by_cached_key(|organisation| organisation.name.to_lowercase());
    organisations
}

/// The organisation of this code.
pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<Organisation>> {
    Ok(Entity::find().filter(COLUMN.code.eq(code)).one(db).await?)
}

/// The organisations of these codes, in no order.
pub async fn by_codes(db: &impl ConnectionTrait, codes: &[&str]) -> Result<Vec<Organisation>> {
    Ok(Entity::find().filter(COLUMN.code.is_in(codes.iter().copied())).all(db).await?)
}

/// The organisation of this id.
pub async fn by_id(db: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<Organisation>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// The organisations of these ids, in no order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[OrganisationId],
) -> Result<Vec<Organisation>> {
    Ok(Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(db).await?)
}

/// Adds an organisation.
pub async fn add(
    tx: &Transaction,
    new: NewOrganisation,
    now: DateTime<Utc>,
) -> Result<OrganisationId> {
    let id = OrganisationId::new();
    let row = entity::ActiveModel {
        id: Set(id),
        code: Set(new.code),
        name: Set(new.name),
        short_name: Set(new.short_name),
        kind: Set(new.kind),
        tile: Set(new.tile_letters),
        publishes: Set(new.capabilities.publishes),
        nominates: Set(new.capabilities.nominates),
        oversees: Set(new.capabilities.oversees),
        subregion: Set(new.subregion),
        country: Set(new.country),
        city: Set(new.city),
        website: Set(new.website),
        languages: Set(new.languages.join(";")),
        time_zone: Set(new.zone.name().to_owned()),
        tile_column: Set(new.tile.map(|tile| tile.column.into())),
        tile_row: Set(new.tile.map(|tile| tile.row.into())),
        sample: Set(false),
        created_at: Set(now),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    kept::changed(tx, Part::Organisations).await?;
    Ok(id)
}

/// The unit of this name in an organisation.
pub async fn agency_of(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
    name: &str,
) -> Result<Option<Agency>> {
    Ok(agency::Entity::find()
        .filter(agency::Column::OrganisationId.eq(organisation))
        .filter(agency::COLUMN.name.eq(name))
        .one(db)
        .await?)
}

/// The units of an organisation, by name.
pub async fn agencies_of(
    db: &impl ConnectionTrait,
    organisation: OrganisationId,
) -> Result<Vec<Agency>> {
    let of = agency::Entity::find().filter(agency::Column::OrganisationId.eq(organisation));
    let mut agencies = of.all(db).await?;
    agencies.sort_by_cached_key(|agency| agency.name.to_lowercase());
    Ok(agencies)
}

/// Adds a unit to an organisation.
pub async fn add_agency(
    tx: &Transaction,
    organisation: OrganisationId,
    name: &str,
) -> Result<AgencyId> {
    let id = AgencyId::new();
    let row = agency::ActiveModel {
        id: Set(id),
        organisation_id: Set(organisation),
        name: Set(name.to_owned()),
    };
    agency::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}
