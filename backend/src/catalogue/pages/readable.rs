//! A difference as a page shows it: by field, with long stretches that did not change left out.
use crate::base::i18n::Locale;
use crate::catalogue::rules::{Change, Difference, Piece, Row, pages, rows};

/// So many lines that did not change are shown between others; more are counted.
const FEW: usize = 2;

/// A page of a difference.
pub(super) struct Readable {
    /// The fields that differ.
    pub(super) fields: Vec<Field>,
    /// Which page, from 1.
    pub(super) page: usize,
    /// How many pages there are.
    pub(super) pages: usize,
}

/// What is shown of a field that differs.
pub(super) struct Field {
    /// The key of its label.
    pub(super) label: &'static str,
    /// Its lines.
    pub(super) lines: Vec<Shown>,
}

/// A line as it is shown.
pub(super) enum Shown {
    /// Its words.
    Words(Vec<Piece>),
    /// So many lines that did not change.
    Same(usize),
    /// Something that no line shows.
    Unseen,
}

impl Readable {
    /// One page of what differs; the last where there is no such page.
    pub(super) fn of(differences: &[Difference], locale: Locale, page: usize) -> Self {
        let rows = rows(differences, locale);
        let all = pages(&rows);
        let page = page.clamp(1, all.len());
        let shown = &rows[all[page - 1].clone()];
        let fields = shown.chunk_by(|one, other| one.name == other.name).map(field).collect();
        Self { fields, page, pages: all.len() }
    }
}

fn field(rows: &[Row]) -> Field {
    let is_same = |row: &Row| matches!(row.line, Change::Same(_));
    let runs = rows.chunk_by(|one, other| is_same(one) && is_same(other));
    let shown = |run: &[Row]| match run {
        [Row { line: Change::Unseen, .. }] => vec![Shown::Unseen],
        run if run.len() > FEW => vec![Shown::Same(run.len())],
        run => run.iter().map(|row| Shown::Words(row.line.pieces())).collect(),
    };
    let label = rows.first().map_or("", |row| row.label);
    Field { label, lines: runs.flat_map(shown).collect() }
}
