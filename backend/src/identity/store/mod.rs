//! Every query on accounts, memberships, sessions, API clients, brakes and kept forms.
mod accounts;
mod api_clients;
mod brakes;
mod kept;
mod memberships;
mod sessions;

pub use self::accounts::{
    Account, NewAccount, account_by_email, account_by_id, add_account, change_password,
    change_reading, disable_account, names_of_accounts, open_accounts, zones_of_organisations,
};
pub use self::api_clients::{
    ApiClient, ClientToAdd, add_client, add_token, client_by_public_id, client_of,
    client_or_another, clients_of, count_clients_of, holder_of, revoke_client, sweep_tokens,
};
pub use self::brakes::{clear_brake, count_brakes, failures_of, sweep_brakes, tighten_brake};
pub use self::kept::{
    KeptForm, forget_form, forget_older_forms, keep_form, kept_form, kept_from, sweep_forms,
};
pub use self::memberships::{
    MembershipRow, NewMembership, add_membership, capacities_of, end_memberships, membership_of,
    organisations_of_accounts, organisations_with, people_in_roles,
};
pub use self::sessions::{
    DatabaseSessions, count_sessions, end_every_session, end_sessions_of, meaning, sweep_sessions,
};
