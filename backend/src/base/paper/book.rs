//! What is printed, without a thought of where it stands on a page.
use chrono::{DateTime, Utc};

/// A book.
#[derive(Clone, Debug)]
pub struct Book {
    /// Its title.
    pub title: String,
    /// Paragraphs below the title.
    pub about: Vec<String>,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// Whether that is written from right to left.
    pub right_to_left: bool,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// The words around the text.
    pub words: Words,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// Words of the book itself.
#[derive(Clone, Debug)]
pub struct Words {
    /// The heading of the contents.
    pub contents: String,
    /// What stands at the head of every page.
    pub header: String,
    /// What stands at the foot of a page, `{page}` and `{pages}` in it.
    pub footer: String,
}

/// A part of a book.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// Its sections.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Something that is read on its own.
#[derive(Clone, Debug)]
pub enum Block {
    /// A small line, such as whose it is.
    Small(String),
    /// A paragraph.
    Text(String),
    /// A heading within a section.
    Heading(String),
    /// What it is, and its value, line by line.
    Facts(Vec<(String, String)>),
    /// A list.
    List(Vec<String>),
}
