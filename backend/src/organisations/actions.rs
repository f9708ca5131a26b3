//! What is done with organisations.
use super::rules::NewOrganisation;
use super::store;
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::error::Result;
use crate::base::ids::{AgencyId, OrganisationId};
use crate::identity::Operator;

/// The operator registers an organisation, unless one of that code exists.
pub async fn register(app: &App, by: &Operator, new: NewOrganisation) -> Result<OrganisationId> {
    let tx = app.db.begin().await?;
    if let Some(existing) = store::by_code(&tx, &new.code).await? {
        return Ok(existing.id);
    }
    let now = app.clock.now();
    let id = store::add(&tx, new, now).await?;
    let deed = Deed {
        action: "organisation.register",
        object: "organisation",
        object_id: &id.to_string(),
        fields: &[],
    };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await?;
    Ok(id)
}

/// The operator adds a unit to an organisation, unless it has one of that name.
pub async fn add_agency(
    app: &App,
    by: &Operator,
    organisation: OrganisationId,
    name: &str,
) -> Result<AgencyId> {
    let tx = app.db.begin().await?;
    if let Some(existing) = store::agency_of(&tx, organisation, name).await? {
        return Ok(existing.id);
    }
    let id = store::add_agency(&tx, organisation, name).await?;
    let deed = Deed {
        action: "agency.add",
        object: "agency",
        object_id: &id.to_string(),
        fields: &["name"],
    };
    audit::record(&tx, app.clock.now(), &by.by(), deed).await?;
    tx.commit().await?;
    Ok(id)
}
