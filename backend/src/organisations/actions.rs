//! What is done with organisations.
use std::collections::HashMap;

use super::rules::NewOrganisation;
use super::store::{self, Organisation};
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::error::Result;
use crate::base::ids::{AgencyId, OrganisationId};
use crate::identity::{self, Colleague, Operator, Role, RsoOfficer};

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

/// Who acts for each member and each centre.
#[derive(Debug)]
pub struct Coverage {
    /// The members, by name.
    pub members: Vec<Organisation>,
    /// The centres, by name.
    pub centres: Vec<Organisation>,
    /// Focal points and deputies of members, Training Directors of centres.
    pub people: HashMap<OrganisationId, Vec<Colleague>>,
}

/// The RSO sees which members have an active focal point and which centres a Training Director.
pub async fn coverage(app: &App, _: &RsoOfficer) -> Result<Coverage> {
    let members = store::members(&app.db).await?;
    let centres = store::centres(&app.db).await?;
    let ids: Vec<_> = members.iter().chain(&centres).map(|organisation| organisation.id).collect();
    let roles = [Role::FocalPoint, Role::DeputyFocalPoint, Role::TrainingDirector];
    let people = identity::colleagues(&app.db, &ids, &roles, app.clock.now()).await?;
    Ok(Coverage { members, centres, people: by_organisation(people) })
}

/// People by the organisation for which they act.
fn by_organisation(people: Vec<Colleague>) -> HashMap<OrganisationId, Vec<Colleague>> {
    let mut grouped: HashMap<OrganisationId, Vec<Colleague>> = HashMap::new();
    for person in people {
        grouped.entry(person.organisation).or_default().push(person);
    }
    grouped
}
