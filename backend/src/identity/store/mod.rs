//! Every query on accounts, memberships, sessions, brakes and kept forms.
mod accounts;
mod brakes;
mod kept;
mod memberships;
mod sessions;

pub use self::accounts::{
    Account, NewAccount, account_by_email, account_by_id, add_account, change_password,
    disable_account, names_of_accounts,
};
pub use self::brakes::{clear_brake, count_brakes, failures_of, sweep_brakes, tighten_brake};
pub use self::kept::{
    KeptForm, forget_form, forget_older_forms, keep_form, kept_form, kept_from, sweep_forms,
};
pub use self::memberships::{
    MembershipRow, NewMembership, add_membership, capacities_of, end_memberships, membership_of,
    people_in_roles,
};
pub use self::sessions::{
    DatabaseSessions, count_sessions, end_sessions_of, meaning, sweep_sessions,
};
