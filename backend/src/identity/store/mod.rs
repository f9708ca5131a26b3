//! Every query on accounts, memberships, sessions, API clients and brakes.
mod accounts;
mod api_clients;
mod brakes;
mod memberships;
mod sessions;

pub use self::accounts::{
    Account, NewAccount, account_by_email, account_by_id, add_account, change_password,
    change_reading, disable_account, names_of_accounts, zones_of_organisations,
};
pub use self::api_clients::{
    ApiClient, ClientToAdd, add_client, add_token, client_by_public_id, client_of, clients_of,
    count_clients_of, holder_of, revoke_client, sweep_tokens,
};
pub use self::brakes::{clear_brake, failures_of, sweep_brakes, tighten_brake};
pub use self::memberships::{
    MembershipRow, NewMembership, add_membership, capacities_of, end_memberships, membership_of,
    organisations_with, people_in_roles,
};
pub use self::sessions::{DatabaseSessions, end_every_session, end_sessions_of, sweep_sessions};
