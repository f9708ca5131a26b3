//! One newtype an identifier, so that a member's id cannot be passed for a course's.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize, sea_orm::DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            /// A new identifier; ones made later sort later (UUID version 7).
            #[expect(clippy::disallowed_methods, reason = "this is where ids are made")]
            #[expect(clippy::new_without_default, reason = "a default id would hide that each is new")]
            pub fn new() -> Self {
                Self(uuid::Uuid::now_v7())
            }
        }

        // sea-orm asks this of every key; ours are never serial numbers.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A person's account.
    AccountId,
    /// A role that an account holds in an organisation.
    MembershipId,
    /// A tenant: a member, a centre of excellence or the Regional Support Office.
    OrganisationId,
    /// A unit inside a member that may propose to its focal point.
    AgencyId,
    /// A catalogue entry.
    CourseId,
    /// A module of a centre.
    ModuleId,
    /// A nomination round.
    RoundId,
    /// One member's answer to one round.
    SheetId,
    /// One member's need for one course type.
    CourseNominationId,
    /// A row of the outbox.
    EmailId,
    /// A row of the audit log.
    AuditEntryId,
    /// A form kept for somebody who has to sign in again.
    KeptFormId,
    /// A program that acts for an organisation through the API.
    ApiClientId,
    /// A token of an API client, its `jti`.
    ApiTokenId,
    /// A request of an API client that may be repeated.
    ApiRequestId,
    /// A file or a link that belongs to a course.
    MaterialId,
    /// A stored file, whose key it is in the store.
    StoredFileId,
    /// A filter of the catalogue of whose news somebody is told by email.
    SubscriptionId,
    /// A table of courses that a centre imports.
    CourseImportId,
    /// A scheduled run of a course.
    DeliveryId,
    /// Somebody whom a State may put forward.
    PersonId,
    /// One named person put forward for one delivery.
    ParticipantNominationId,
}
