//! Whoever runs the program at its console. Loading data goes through the same actions as
//! everybody's, so the operator may stand in for an organisation; the audit log says so.
use super::actors::{
    ApiClientKeeper, Capacity, FocalPoint, Organisation, RsoOfficer, TrainingDirector,
};
use super::rules::Role;
use crate::base::audit::By;
use crate::base::error::{Error, Result};

/// Whoever runs the program at its console.
#[derive(Debug)]
pub struct Operator(());

impl Operator {
    /// Only commands call this; a test holds that.
    pub fn at_the_console() -> Self {
        Self(())
    }

    /// How the audit log names the operator.
    pub fn by(&self) -> By {
        By { role: "operator", ..By::default() }
    }

    /// Everything, as the Regional Support Office.
    pub fn rso(&self, office: Organisation) -> Result<RsoOfficer> {
        RsoOfficer::when(Capacity::at_the_console(Role::RsoManager, office))
    }

    /// In the place of a member's focal point.
    pub fn focal_point(&self, member: Organisation) -> Result<FocalPoint> {
        FocalPoint::when(Capacity::at_the_console(Role::FocalPoint, member))
    }

    /// In the place of a centre's Training Director.
    pub fn training_director(&self, centre: Organisation) -> Result<TrainingDirector> {
        TrainingDirector::when(Capacity::at_the_console(Role::TrainingDirector, centre))
    }

    /// In the place of whoever leads an organisation, for its API clients.
    pub fn api_client_keeper(&self, organisation: Organisation) -> Result<ApiClientKeeper> {
        let leads = [Role::RsoManager, Role::TrainingDirector, Role::FocalPoint];
        let role = leads.into_iter().find(|role| organisation.may_act_as(*role));
        let role = role.ok_or(Error::Forbidden)?;
        ApiClientKeeper::when(Capacity::at_the_console(role, organisation))
    }
}
