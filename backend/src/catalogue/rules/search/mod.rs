//! Finding courses by what they say, in every script of the region. Text is cut into tokens here
//! and not by a database, so that both databases find the same, and the order of what is found is
//! reckoned here as well.
mod document;
mod pieces;
mod query;
mod sought;
mod tokens;
mod vocabulary;

pub use self::document::{Field, VOCABULARY, passages, tokens};
pub use self::pieces::{passage, pieces};
pub use self::query::{Condition, Query, Term, Token};
pub use self::sought::{Hits, Sought};
pub use self::vocabulary::Vocabulary;

/// The number of the way in which text is cut into tokens. Raise it with every change of them:
/// every course is then cut anew when the program starts.
pub const VERSION: i32 = 2;
