//! Every query on accounts, memberships, sessions and brakes.
mod accounts;
mod brakes;
mod memberships;
mod sessions;

pub use self::accounts::{
    Account, NewAccount, account_by_email, account_by_id, add_account, change_password,
    disable_account, names_of_accounts,
};
pub use self::brakes::{clear_brake, failures_of, sweep_brakes, tighten_brake};
pub use self::memberships::{
    MembershipRow, NewMembership, add_membership, capacities_of, end_memberships, membership_of,
    people_in_roles,
};
pub use self::sessions::{DatabaseSessions, end_every_session, end_sessions_of, sweep_sessions};
