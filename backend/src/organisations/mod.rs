//! Members, agencies, centres and the Regional Support Office.
//!
//! `rules` says what an organisation may be, `store` keeps them, `actions` register them.
pub mod actions;
pub mod pages;
pub mod rules;
mod store;

pub use self::store::{
    Agency, Directory, Organisation, agencies_of, agency_of, all, by_code, by_codes, by_id, by_ids,
    centres, directory, members,
};
