//! Texts that came a long way: blanks, garbled letters, ditto marks.
use encoding_rs::WINDOWS_1252;

use super::code::{Code, Said};
use crate::catalogue::rules::fold;

/// Marks that repeat the cell above.
const DITTO: [&str; 9] = ["\"", "''", "〃", "”", "idem", "ditto", "do.", "id.", "same as above"];
/// Words that stand where a title should.
const NO_TITLE: [&str; 9] = ["n/a", "na", "-", "--", "–", "nil", "none", "tbc", "tbd"];

/// Whether a cell repeats the one above.
pub(super) fn is_ditto(text: &str) -> bool {
    let text = text.trim();
    DITTO.iter().any(|mark| text.eq_ignore_ascii_case(mark))
}

/// Whether a text stands for no title.
pub(super) fn is_no_title(text: &str) -> bool {
    let folded = fold(text);
    folded.is_empty() || NO_TITLE.contains(&folded.as_str())
}

/// A text with single blanks, and without what spreadsheets put in for line ends.
pub(super) fn tidy(text: &str) -> String {
    let plain: String =
        text.replace("_x000D_", " ").chars().filter(|c| !is_invisible(*c)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title made tidy. A single blank at the end is not worth a word.
pub(super) fn title(text: &str, said: &mut Said) -> String {
    let tidy = tidy(text);
    if text.strip_suffix(' ').unwrap_or(text) != tidy {
        said.add(Code::Whitespace);
    }
    tidy
}

fn is_invisible(letter: char) -> bool {
    let blank = matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}');
    blank || letter.is_control() && !letter.is_whitespace()
}

/// UTF-8 that was once read as Windows-1252, read as it was meant.
pub(super) fn repaired(text: &str) -> Option<String> {
    if text.is_ascii() || !text.contains(['Ã', 'Â', 'â', 'à', 'Ø', 'Ù', 'Ð']) {
        return None;
    }
    let (bytes, _, lost) = WINDOWS_1252.encode(text);
    if lost {
        return None;
    }
    let meant = String::from_utf8(bytes.into_owned()).ok()?;
    (meant != text && !meant.chars().any(|letter| letter.is_control() && letter != '\n'))
        .then_some(meant)
}

/// Whether letters were replaced by question marks.
pub(super) fn has_lost_letters(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.iter().enumerate().any(|(place, letter)| {
        let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
        let next = at(place + 1);
        let inside = place > 0 && at(place - 1).is_alphanumeric() && next.is_alphanumeric();
        let before = next.is_alphabetic();
        // A sentence does not go on in small letters after its question.
        let goes_on = next.is_whitespace() && at(place + 2).is_lowercase();
        *letter == '?' && (inside || before || goes_on)
    })
}

/// Whether nothing but question marks is left of a text.
pub(super) fn is_lost(text: &str) -> bool {
    text.contains('?') && text.chars().all(|c| c == '?' || !c.is_alphanumeric())
}

/// Whether a text looks like markup.
pub(super) fn is_markup(text: &str) -> bool {
    let opens = |(place, _): (usize, &str)| {
        let rest = &text[place + 1..];
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
            && rest.contains('>')
    };
    text.match_indices('<').any(opens)
}

/// What makes two titles the same.
pub fn key(title: &str) -> String {
    fold(title)
}

/// The same, without what stands in brackets.
pub(super) fn bare_key(title: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for letter in title.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            letter if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    let key = fold(&out);
    if key.is_empty() { fold(title) } else { key }
}
