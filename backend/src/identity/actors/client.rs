//! A program that acts for an organisation, with a token.
use super::capacity::{Capacity, Organisation};
use crate::base::ids::ApiClientId;
use crate::identity::rules::{Role, Scope};

/// A program that acts for an organisation.
#[derive(Clone, Debug)]
pub(in crate::identity) struct Client {
    pub id: ApiClientId,
    pub name: String,
    pub organisation: Organisation,
    pub scopes: Vec<Scope>,
}

impl Client {
    /// Its capacity: of `roles` the first in which its organisation may act.
    pub(super) fn capacity_in(&self, roles: &[Role]) -> Option<Capacity> {
        let role = roles.iter().find(|role| self.organisation.may_act_as(**role))?;
        Some(Capacity::of_client(self, *role))
    }
}
