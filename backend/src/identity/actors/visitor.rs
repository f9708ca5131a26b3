//! Whoever comes, and whoever is signed in, in no role in particular.
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::roles::{ApiClientKeeper, AuditReader, CentreStaff, FocalPoint, RsoOfficer};
use super::scopes::ReaderScope;
use super::{Capacity, Person, Who};
use crate::base::App;
use crate::base::audit::By;
use crate::base::error::{Error, Result};
use crate::base::ids::AccountId;
use crate::base::routes::Acts;
use crate::identity::rules::Reading;

/// Anybody, signed in or not.
#[derive(Clone, Debug)]
pub struct Visitor(Option<Who>);

/// Somebody who is signed in, in whatever capacity.
#[derive(Clone, Debug)]
pub struct SignedIn(Person);

impl Visitor {
    /// The capacity in which the visitor could act, if signed in; programs have none of their own.
    pub fn capacity(&self) -> Option<&Capacity> {
        match &self.0 {
            Some(Who::Person(person)) => person.capacity.as_ref(),
            Some(Who::Client(_)) | None => None,
        }
    }

    /// The visitor as centre staff, where that is what they are.
    pub fn centre_staff(&self) -> Option<CentreStaff> {
        self.0.as_ref().and_then(|who| CentreStaff::of(who).ok())
    }

    /// The visitor as a focal point, where that is what they are.
    pub fn focal_point(&self) -> Option<FocalPoint> {
        self.0.as_ref().and_then(|who| FocalPoint::of(who).ok())
    }

    /// The visitor as an officer of the Regional Support Office, where that is what they are.
    pub fn rso_officer(&self) -> Option<RsoOfficer> {
        self.0.as_ref().and_then(|who| RsoOfficer::of(who).ok())
    }

    /// What the visitor reads beside what is public.
    pub fn scope(&self) -> ReaderScope {
        self.0.as_ref().map(ReaderScope::of_who).unwrap_or_default()
    }

    /// The visitor as somebody signed in, where they are.
    pub fn signed_in(&self) -> Option<SignedIn> {
        match &self.0 {
            Some(Who::Person(person)) => Some(SignedIn(person.clone())),
            Some(Who::Client(_)) | None => None,
        }
    }

    /// Whether the visitor acts for an organisation: a person in a role, or a program.
    pub fn acts_for_an_organisation(&self) -> bool {
        match &self.0 {
            Some(Who::Person(person)) => person.capacity.is_some(),
            Some(Who::Client(_)) => true,
            None => false,
        }
    }

    /// Whether somebody is signed in.
    pub fn is_signed_in(&self) -> bool {
        self.0.is_some()
    }
}

impl SignedIn {
    /// The account.
    pub fn account(&self) -> AccountId {
        self.0.account
    }

    /// The person's name.
    pub fn full_name(&self) -> &str {
        &self.0.full_name
    }

    /// The person's address.
    pub fn email(&self) -> &str {
        &self.0.email
    }

    /// The language and the time zone that the person chose.
    pub fn reading(&self) -> Reading {
        self.0.reading
    }

    /// The capacity chosen, if any.
    pub fn capacity(&self) -> Option<&Capacity> {
        self.0.capacity.as_ref()
    }

    /// Whether the capacity chosen keeps the API clients of its organisation.
    pub fn may_keep_api_clients(&self) -> bool {
        self.capacity().is_some_and(|capacity| ApiClientKeeper::when(capacity.clone()).is_ok())
    }

    /// Whether the capacity chosen may read the audit log, all of it or the own part.
    pub fn may_read_audit_log(&self) -> bool {
        self.capacity().is_some_and(|capacity| AuditReader::ROLES.contains(&capacity.role()))
    }

    /// How the audit log names them.
    pub fn by(&self) -> By {
        let nobody = By { account: Some(self.0.account), role: "account", ..By::default() };
        self.capacity().map_or(nobody, Capacity::by)
    }
}

impl Acts for Visitor {
    const MAY: &'static [&'static str] = &["everyone"];
}

impl Acts for SignedIn {
    const MAY: &'static [&'static str] = &["signed_in"];
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        Ok(Self(parts.extensions.get::<Who>().cloned()))
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self> {
        match parts.extensions.get::<Who>() {
            Some(Who::Person(person)) => Ok(Self(person.clone())),
            Some(Who::Client(_)) => Err(Error::Forbidden),
            None => Err(Error::SignIn),
        }
    }
}
