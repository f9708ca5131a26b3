//! What programs send and are sent of proposals and versions.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::catalogue::actions::Waiting;
use crate::catalogue::api::shapes::Content;
use crate::catalogue::rules::{Change, Piece, Row};
use crate::catalogue::store::{Proposal, Version};

/// What is proposed of a draft, or was sent back last.
#[derive(Serialize, ToSchema)]
#[schema(as = Proposal)]
#[serde(deny_unknown_fields)]
pub struct ProposalOut {
    /// What the draft changes, as proposed.
    note: String,
    /// When it was proposed.
    proposed_at: DateTime<Utc>,
    /// When it was sent back; null while it waits.
    #[schema(required)]
    returned_at: Option<DateTime<Utc>>,
    /// What is wanted of it, where it was sent back.
    #[schema(required)]
    wanted: Option<String>,
}

impl From<Proposal> for ProposalOut {
    fn from(proposal: Proposal) -> Self {
        Self {
            note: proposal.note,
            proposed_at: proposal.proposed_at,
            returned_at: proposal.returned_at,
            wanted: Some(proposal.wanted).filter(|wanted| !wanted.is_empty()),
        }
    }
}

/// A draft that waits for a Training Director.
#[derive(Serialize, ToSchema)]
#[schema(as = WaitingDraft)]
#[serde(deny_unknown_fields)]
pub struct WaitingOut {
    /// The code of the course.
    code: String,
    /// The title that the draft has.
    title: String,
    /// The number of the version that it would become.
    version: i32,
    /// What it changes, as proposed.
    note: String,
    /// When it was proposed.
    proposed_at: DateTime<Utc>,
}

impl From<Waiting> for WaitingOut {
    fn from(one: Waiting) -> Self {
        Self {
            code: one.course.code,
            title: one.content.title,
            version: one.course.published_version.unwrap_or(0) + 1,
            note: one.proposal.note,
            proposed_at: one.proposal.proposed_at,
        }
    }
}

/// A version in a list.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VersionSummary {
    /// Its number, from 1.
    number: i32,
    /// What it changed.
    change_note: String,
    /// When it was published.
    published_at: DateTime<Utc>,
}

impl From<Version> for VersionSummary {
    fn from(version: Version) -> Self {
        let Version { number, change_note, published_at } = version;
        Self { number, change_note, published_at }
    }
}

/// A version.
#[derive(Serialize, ToSchema)]
#[schema(as = Version)]
#[serde(deny_unknown_fields)]
pub struct VersionOut {
    /// Its number, from 1.
    pub number: i32,
    /// What it changed.
    pub change_note: String,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// What it says.
    pub content: Content,
}

/// A line of a field that differs.
#[derive(Serialize, ToSchema)]
#[schema(as = Change)]
#[serde(deny_unknown_fields)]
pub struct ChangeOut {
    /// The name of the field.
    field: &'static str,
    /// What became of the line.
    #[schema(inline)]
    kind: ChangeKind,
    /// Its text.
    #[schema(inline)]
    pieces: Vec<PieceOut>,
}

/// What became of a line.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ChangeKind {
    /// It stands in both.
    Same,
    /// It stands in the first alone.
    Removed,
    /// It stands in the second alone.
    Added,
    /// It stands in both, with other words.
    Reworded,
    /// The field differs in something that none of its lines shows.
    Unseen,
}

/// A stretch of a line.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PieceOut {
    /// In which of the two it stands.
    #[schema(inline)]
    kind: PieceKind,
    /// The text.
    text: String,
}

/// In which of two texts a stretch stands.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PieceKind {
    /// In both.
    Same,
    /// In the first alone.
    Removed,
    /// In the second alone.
    Added,
}

impl From<&Row> for ChangeOut {
    fn from(row: &Row) -> Self {
        let kind = match row.line {
            Change::Same(_) => ChangeKind::Same,
            Change::Gone(_) => ChangeKind::Removed,
            Change::New(_) => ChangeKind::Added,
            Change::Reworded(..) => ChangeKind::Reworded,
            Change::Unseen => ChangeKind::Unseen,
        };
        let piece = |piece| match piece {
            Piece::Same(text) => PieceOut { kind: PieceKind::Same, text },
            Piece::Gone(text) => PieceOut { kind: PieceKind::Removed, text },
            Piece::New(text) => PieceOut { kind: PieceKind::Added, text },
        };
        let pieces = row.line.pieces().into_iter().map(piece).collect();
        Self { field: row.name, kind, pieces }
    }
}

/// What is wanted of a draft.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnBody {
    /// What whoever proposed it reads.
    #[schema(min_length = 1, max_length = 500)]
    pub wanted: String,
}

/// A course to begin from another.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CopyBody {
    /// The code of the new course.
    #[schema(
        min_length = 3,
        max_length = 20,
        pattern = "^(?=.*[0-9])[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$"
    )]
    pub code: String,
}
