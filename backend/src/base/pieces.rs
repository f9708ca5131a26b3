//! Text in pieces, some of which are marked.

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// What it says.
    pub text: &'a str,
    /// Whether it is marked.
    pub is_marked: bool,
}
