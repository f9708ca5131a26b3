//! A difference that a person can read: line by line, and word by word where a line was changed.
//! Nothing is left out of it, so that both texts can be told from it.
use std::ops::Range;

use similar::{Algorithm, ChangeTag, DiffOp, DiffTag, capture_diff_slices};
use unicode_normalization::char::is_combining_mark;

use super::differences::Difference;
use crate::base::i18n::{Locale, Say};

/// The most comparisons of words for one line; beyond it a line is shown whole.
const MOST_COMPARED: usize = 4_000_000;
/// Of a hundred words, how many two lines must share to be shown as one that was changed.
const ALIKE: usize = 35;

/// The most lines that are shown at once.
const MOST_ROWS: usize = 80;
/// The most bytes of text after which a new page begins.
const MOST_TEXT: usize = 12_000;

/// A line of a part that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name of the field.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// What became of the line.
    pub line: Change,
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stands in both.
    Same(String),
    /// It stands in the first alone.
    Gone(String),
    /// It stands in the second alone.
    New(String),
    /// It stands in both, with other words.
    Reworded(String, String),
    /// The field differs in something that none of its lines shows.
    Unseen,
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// In the first alone.
    Gone(String),
    /// In the second alone.
    New(String),
}

/// The lines of all parts that differ, in the order of the form, in the words of `locale`.
pub fn rows(differences: &[Difference], locale: Locale) -> Vec<Row> {
    let of = |difference: &Difference| {
        let (name, label) = (difference.name, difference.label);
        let lines = |said: &[super::Line]| {
            let whole: Vec<_> = said.iter().map(|line| line.words(locale)).collect();
            whole.iter().flat_map(|text| text.split('\n')).map(str::to_owned).collect::<Vec<_>>()
        };
        let changes = lines_between(&lines(&difference.before), &lines(&difference.after));
        changes.into_iter().map(move |line| Row { name, label, line }).collect::<Vec<_>>()
    };
    differences.iter().flat_map(of).collect()
}

/// Where each page of these lines begins and ends; there is always one.
pub fn pages(rows: &[Row]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut text) = (0, 0);
    for (place, row) in rows.iter().enumerate() {
        if place > start && (place - start == MOST_ROWS || text + row.line.len() > MOST_TEXT) {
            pages.push(start..place);
            (start, text) = (place, 0);
        }
        text += row.line.len();
    }
    pages.push(start..rows.len());
    pages
}

impl Change {
    /// How much text it has, in bytes.
    fn len(&self) -> usize {
        match self {
            Self::Same(text) | Self::Gone(text) | Self::New(text) => text.len(),
            Self::Reworded(old, new) => old.len() + new.len(),
            Self::Unseen => 0,
        }
    }

    /// What became of its words; of what is not shown there are none.
    pub fn pieces(&self) -> Vec<Piece> {
        match self {
            Self::Same(text) => vec![Piece::Same(text.clone())],
            Self::Gone(text) => vec![Piece::Gone(text.clone())],
            Self::New(text) => vec![Piece::New(text.clone())],
            Self::Reworded(old, new) => words_between(old, new),
            Self::Unseen => Vec::new(),
        }
    }
}

/// What became of each line, in order.
pub fn lines_between(before: &[String], after: &[String]) -> Vec<Change> {
    if before == after {
        return vec![Change::Unseen];
    }
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        let (old, new) = (&before[op.old_range()], &after[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            changes.extend(old.iter().cloned().map(Change::Same));
        } else {
            changes.extend(replaced(old, new));
        }
    }
    changes
}

/// Old lines that new ones stand for: those that are alike in pairs, the others whole.
fn replaced(old: &[String], new: &[String]) -> Vec<Change> {
    let mut changes = Vec::new();
    for place in 0..old.len().max(new.len()) {
        match (old.get(place), new.get(place)) {
            (Some(old), Some(new)) if alike(old, new) => {
                changes.push(Change::Reworded(old.clone(), new.clone()));
            }
            (old, new) => {
                changes.extend(old.cloned().map(Change::Gone));
                changes.extend(new.cloned().map(Change::New));
            }
        }
    }
    changes
}

/// Whether two lines share enough words to be read as one.
fn alike(old: &str, new: &str) -> bool {
    let sorted = |text| {
        let said = |word: &&str| word.chars().any(char::is_alphanumeric);
        let mut words: Vec<&str> = words_of(text).into_iter().filter(said).collect();
        words.sort_unstable();
        words
    };
    let (old, new) = (sorted(old), sorted(new));
    let mut common = 0;
    let (mut one, mut other) = (0, 0);
    while let Some((left, right)) = old.get(one).zip(new.get(other)) {
        common += usize::from(left == right);
        (one, other) = (one + usize::from(left <= right), other + usize::from(right <= left));
    }
    common * 200 >= ALIKE * (old.len() + new.len())
}

/// What became of each word, in order. The pieces that are not new make up `before`, those that
/// are not gone `after`, to the letter.
pub fn words_between(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words_of(before), words_of(after));
    if old.len().saturating_mul(new.len()) > MOST_COMPARED {
        return pieces(vec![Group::Changed(before.to_owned(), after.to_owned())]);
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    pieces(readable(groups(&ops, (&old, &new))))
}

/// A stretch that is the same, or one that stands for another.
enum Group {
    Same(String),
    Changed(String, String),
}

fn groups(ops: &[DiffOp], (old, new): (&[&str], &[&str])) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for change in ops.iter().flat_map(|op| op.iter_changes(old, new)) {
        let word: &str = change.value();
        match (change.tag(), groups.last_mut()) {
            (ChangeTag::Equal, Some(Group::Same(text))) => text.push_str(word),
            (ChangeTag::Equal, _) => groups.push(Group::Same(word.to_owned())),
            (ChangeTag::Delete, Some(Group::Changed(gone, _))) => gone.push_str(word),
            (ChangeTag::Delete, _) => groups.push(Group::Changed(word.to_owned(), String::new())),
            (ChangeTag::Insert, Some(Group::Changed(_, new))) => new.push_str(word),
            (ChangeTag::Insert, _) => groups.push(Group::Changed(String::new(), word.to_owned())),
        }
    }
    groups
}

/// A gap without a word between two changes belongs to both: one change is read more easily than
/// a row of them.
fn readable(groups: Vec<Group>) -> Vec<Group> {
    let mut read: Vec<Group> = Vec::new();
    let mut rest = groups.into_iter().peekable();
    while let Some(group) = rest.next() {
        match (group, read.last_mut()) {
            (Group::Same(gap), Some(Group::Changed(gone, new)))
                if rest.peek().is_some() && !gap.chars().any(char::is_alphanumeric) =>
            {
                gone.push_str(&gap);
                new.push_str(&gap);
            }
            (Group::Changed(more_gone, more_new), Some(Group::Changed(gone, new))) => {
                gone.push_str(&more_gone);
                new.push_str(&more_new);
            }
            (group, _) => read.push(group),
        }
    }
    read
}

fn pieces(groups: Vec<Group>) -> Vec<Piece> {
    let of = |group| match group {
        Group::Same(text) => vec![Piece::Same(text)],
        Group::Changed(gone, new) => vec![Piece::Gone(gone), Piece::New(new)],
    };
    let said = |piece: &Piece| match piece {
        Piece::Same(text) | Piece::Gone(text) | Piece::New(text) => !text.is_empty(),
    };
    groups.into_iter().flat_map(of).filter(said).collect()
}

/// What a sign joins: a word, a gap, or nothing but its own marks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joins {
    Word,
    Gap,
    Nothing,
}

/// Writing without spaces between words is compared sign by sign.
fn joins(c: char) -> Joins {
    match c {
        _ if c.is_whitespace() => Joins::Gap,
        '\u{0e00}'..='\u{0eff}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}' => Joins::Nothing,
        _ if c.is_alphanumeric() => Joins::Word,
        _ => Joins::Nothing,
    }
}

/// The words of a text, its gaps and its other signs; together they are the text.
fn words_of(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut start, mut kind) = (0, Joins::Nothing);
    for (at, c) in text.char_indices() {
        let mark = is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}');
        let next = joins(c);
        if at > start && !mark && (next != kind || next == Joins::Nothing) {
            words.push(&text[start..at]);
            start = at;
        }
        if !mark || at == start {
            kind = next;
        }
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(before: &str, after: &str) -> String {
        let of = |piece: &Piece| match piece {
            Piece::Same(text) => text.clone(),
            Piece::Gone(text) => format!("[-{text}-]"),
            Piece::New(text) => format!("{{+{text}+}}"),
        };
        words_between(before, after).iter().map(of).collect()
    }

    #[test]
    fn a_changed_word_is_shown_and_the_rest_is_left_alone() {
        assert_eq!(
            shown("Officers at a border", "Officers at a port"),
            "Officers at a [-border-]{+port+}"
        );
        assert_eq!(shown("One day", "One whole day"), "One {+whole +}day");
        assert_eq!(shown("the old map", "a new map"), "[-the old-]{+a new+} map");
    }

    #[test]
    fn writing_without_spaces_is_compared_sign_by_sign() {
        assert_eq!(shown("移民官员培训", "移民官员的培训"), "移民官员{+的+}培训");
        assert_eq!(shown("การฝึกอบรม", "การอบรม"), "การ[-ฝึก-]อบรม");
        assert_eq!(shown("دورة تدريبية", "دورة تدريبية قصيرة"), "دورة تدريبية{+ قصيرة+}");
    }

    #[test]
    fn lines_that_are_alike_are_read_as_one_and_others_whole() {
        let lines = |texts: &[&str]| texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        let before = lines(&["Read a document", "Refer a doubtful case"]);
        let after = lines(&["Read a travel document", "Interview somebody"]);
        assert_eq!(
            lines_between(&before, &after),
            [
                Change::Reworded(before[0].clone(), after[0].clone()),
                Change::Gone(before[1].clone()),
                Change::New(after[1].clone()),
            ]
        );
        assert_eq!(lines_between(&before, &before), [Change::Unseen]);
    }

    #[test]
    fn long_differences_are_cut_into_pages_that_leave_nothing_out() {
        let row = |text: String| Row { name: "summary", label: "", line: Change::New(text) };
        let many: Vec<_> = (0..MOST_ROWS + 5).map(|n| row(n.to_string())).collect();
        assert_eq!(pages(&many), [0..MOST_ROWS, MOST_ROWS..MOST_ROWS + 5]);
        let long: Vec<_> = (0..3).map(|_| row("x".repeat(MOST_TEXT))).collect();
        assert_eq!(pages(&long), [0..1, 1..2, 2..3]);
        assert_eq!(pages(&[]), std::iter::once(0..0).collect::<Vec<_>>());
    }

    proptest! {
        /// Whatever was written: the pieces give both texts back, to the letter.
        #[test]
        fn both_texts_are_read_back_from_the_pieces(
            before in "(new|old| |,|\n|é|e\u{301}|移|民|ก|ำ|\u{e48}|م|\\PC){0,40}",
            after in "(new|old| |,|\n|é|e\u{301}|移|民|ก|ำ|\u{e48}|م|\\PC){0,40}",
        ) {
            let (mut old, mut new) = (String::new(), String::new());
            for piece in words_between(&before, &after) {
                match piece {
                    Piece::Same(text) => {
                        old.push_str(&text);
                        new.push_str(&text);
                    }
                    Piece::Gone(text) => old.push_str(&text),
                    Piece::New(text) => new.push_str(&text),
                }
            }
            prop_assert_eq!(old, before);
            prop_assert_eq!(new, after);
        }

        /// Whatever lines stand in both: each of either side is told, in its order.
        #[test]
        fn both_lists_are_read_back_from_the_lines(
            before in prop::collection::vec("(one|two|three| )[ab]?", 0..12),
            after in prop::collection::vec("(one|two|three| )[ab]?", 0..12),
        ) {
            let (mut old, mut new) = (Vec::new(), Vec::new());
            for change in lines_between(&before, &after) {
                match change {
                    Change::Same(line) => {
                        old.push(line.clone());
                        new.push(line);
                    }
                    Change::Gone(line) => old.push(line),
                    Change::New(line) => new.push(line),
                    Change::Reworded(one, other) => {
                        old.push(one);
                        new.push(other);
                    }
                    Change::Unseen => prop_assert_eq!(&before, &after),
                }
            }
            if before != after {
                prop_assert_eq!(old, before);
                prop_assert_eq!(new, after);
            }
        }
    }
}
