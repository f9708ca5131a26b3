//! Files and links that belong to courses: what is said of them, and who may have them.
mod access;
mod facts;
mod listed;

pub use self::access::{Access, Reader, may_have};
pub use self::facts::{
    Facts, FactsForm, LONGEST_LINK, Licence, MOST_MATERIALS, MOST_VERSIONS, read_link,
    read_version_note,
};
pub use self::listed::{Listed, MaterialSaid, described_and_there, one_list};
