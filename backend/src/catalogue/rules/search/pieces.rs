//! What was found, marked in the text; and the passage in which it stands.
use std::ops::Range;

use super::query::{Query, Term};
use super::tokens::{Run, normal, runs};
use crate::base::pieces::Piece;

/// About how many bytes of a passage are shown, at most, on each side of what was found.
const AROUND: usize = 110;

/// A text in pieces, those marked in which a word was found.
pub fn pieces<'a>(text: &'a str, query: &Query) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for hit in hits(text, query.terms()) {
        pieces.push(Piece { text: &text[end..hit.start], is_marked: false });
        pieces.push(Piece { text: &text[hit.clone()], is_marked: true });
        end = hit.end;
    }
    pieces.push(Piece { text: &text[end..], is_marked: false });
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

/// The part of `passages` in which a word stands that `shown` does not show; what was cut off is
/// replaced by dots. None where nothing is missing, or nothing more is found.
pub fn passage(query: &Query, shown: &[&str], passages: &[&str]) -> Option<String> {
    let is_shown =
        |term: &&Term| shown.iter().any(|text| !hits(text, std::slice::from_ref(*term)).is_empty());
    let missing = query.terms().iter().filter(|term| !is_shown(term));
    for term in missing {
        for passage in passages {
            if let Some(hit) = hits(passage, std::slice::from_ref(term)).first() {
                return Some(around(passage, hit));
            }
        }
    }
    None
}

/// Where words were found, in order, none over another.
fn hits(text: &str, terms: &[Term]) -> Vec<Range<usize>> {
    let mut hits: Vec<Range<usize>> = Vec::new();
    for run in runs(text) {
        let of_run = if run.size > 0 {
            in_signs(text, &run, terms)
        } else {
            let found = terms.iter().any(|term| term.size() == 0 && term.is_found_in(&run.text));
            if found { vec![run.range] } else { Vec::new() }
        };
        for hit in of_run {
            match hits.last_mut() {
                Some(last) if last.end >= hit.start && run.size > 0 => {
                    last.end = last.end.max(hit.end);
                }
                _ => hits.push(hit),
            }
        }
    }
    hits
}

/// Where signs were found within a run: all that were typed in a row, or else piece by piece.
fn in_signs(text: &str, run: &Run, terms: &[Term]) -> Vec<Range<usize>> {
    let signs = signs(text, run);
    let mut found = Vec::new();
    for term in terms.iter().filter(|term| term.size() == run.size) {
        let whole = places(&signs, term.text());
        if whole.is_empty() {
            found.extend(term.whole_pieces().iter().flat_map(|piece| places(&signs, piece)));
        } else {
            found.extend(whole);
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    found
}

/// The signs of a run as they are looked for, each with where it stands in the text.
fn signs(text: &str, run: &Run) -> Vec<(char, Range<usize>)> {
    let mut signs = Vec::new();
    for (at, sign) in text[run.range.clone()].char_indices() {
        let start = run.range.start + at;
        let range = start..start + sign.len_utf8();
        signs.extend(normal(&text[range.clone()]).chars().map(|c| (c, range.clone())));
    }
    signs
}

fn places(signs: &[(char, Range<usize>)], wanted: &str) -> Vec<Range<usize>> {
    let wanted: Vec<char> = wanted.chars().collect();
    let windows = signs.windows(wanted.len().max(1));
    let same = windows.filter(|window| window.iter().map(|(c, _)| c).eq(&wanted));
    same.filter_map(|window| Some(window.first()?.1.start..window.last()?.1.end)).collect()
}

fn around(text: &str, hit: &Range<usize>) -> String {
    let first = text.floor_char_boundary(hit.start.saturating_sub(AROUND));
    let last = text.ceil_char_boundary((hit.end + AROUND).min(text.len()));
    // At a space, where there is one.
    let first = match text[first..hit.start].find(' ') {
        Some(space) if first > 0 => first + space + 1,
        _ => first,
    };
    let last = match text[hit.end..last].rfind(' ') {
        Some(space) if last < text.len() => hit.end + space,
        _ => last,
    };
    let (before, after) = (first > 0, last < text.len());
    let dots = |cut| if cut { "…" } else { "" };
    format!("{}{}{}", dots(before), &text[first..last], dots(after))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let piece = |piece: Piece<'_>| {
            if piece.is_marked { format!("[{}]", piece.text) } else { piece.text.to_owned() }
        };
        pieces(text, &Query::read(query)).into_iter().map(piece).collect()
    }

    #[test]
    fn what_was_found_is_marked_as_it_is_written() {
        assert_eq!(
            marked("Évaluation of <b>Borders</b>", "evaluat border"),
            "[Évaluation] of <b>[Borders]</b>"
        );
        assert_eq!(marked("边境管理课程", "管理"), "边境[管理]课程");
        assert_eq!(marked("หลักสูตรชายแดน", "ชายแดน"), "หลักสูตร[ชายแดน]");
        assert_eq!(marked("إدارة الهجرة", "هجره"), "إدارة [الهجرة]");
        assert_eq!(marked("Nothing here", "zebra"), "Nothing here");
    }

    #[test]
    fn a_passage_is_shown_where_neither_title_nor_summary_says_the_word() {
        let long = format!("{} forged passports {}", "word ".repeat(60), "more ".repeat(60));
        let query = Query::read("border passport");
        let found = passage(&query, &["Border"], &["nothing", &long]).expect("a passage");
        assert!(found.contains("forged passports") && found.len() < 260, "{found}");
        assert!(found.starts_with("…word") && found.ends_with("more…"), "{found}");
        assert_eq!(passage(&Query::read("border"), &["Border"], &[&long]), None);
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "\\PC{0,40}", query in "\\PC{0,12}") {
            let query = Query::read(&query);
            let all: String = pieces(&text, &query).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(&all, &text);
        }
    }
}
