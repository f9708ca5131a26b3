//! Kinds of news and which of them may be stopped.
use sea_orm::{DeriveActiveEnum, EnumIter};

/// A kind of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A State asks for a course type that the recipient's centre publishes.
    CourseNominated,
    /// What the recipient's own State has submitted: proof, so it is always sent.
    SheetReceipt,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::CourseNominated, Self::SheetReceipt];

    /// The name in tables and links.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CourseNominated => "course_nominated",
            Self::SheetReceipt => "sheet_receipt",
        }
    }

    /// The kind of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// Whether people may choose not to be told.
    pub const fn can_be_stopped(self) -> bool {
        match self {
            Self::CourseNominated => true,
            Self::SheetReceipt => false,
        }
    }
}
