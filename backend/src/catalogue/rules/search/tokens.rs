//! Text cut into words, and writing that leaves no spaces into runs of signs.
use std::ops::Range;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::char::is_combining_mark;

use crate::catalogue::rules::fold;

/// The most signs of a word that count: more do not tell words apart.
const LONGEST: usize = 40;
/// The shortest word of which a form or an article is taken off.
const SHORTEST_STEM: usize = 3;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// A word, or a run of signs between which words are not told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// It, folded: letters, marks and digits, at least one.
    pub text: String,
    /// How many signs its pieces have; 0 for a word, which stays whole.
    pub size: usize,
}

/// What a sign is part of: nothing, a word (0), or pieces of so many signs.
fn kind(c: char) -> Option<usize> {
    match c {
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
            (c.is_alphanumeric() || is_combining_mark(c)).then_some(3)
        }
        '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309d}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ff9d}'
        | '\u{20000}'..='\u{323af}' => c.is_alphanumeric().then_some(2),
        _ => c.is_alphanumeric().then_some(0),
    }
}

/// Whether it goes on with whatever stands before it.
fn goes_on(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{00ad}' | '\u{0640}' | '\u{200c}' | '\u{200d}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | 'ʻ')
}

/// The runs of a text, in order. A letter that an apostrophe cuts off (`l'`, `'s`) is none.
pub fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut current: Option<(usize, usize, bool)> = None;
    let end = |runs: &mut Vec<Run>, (start, size, cut): (usize, usize, bool), at: usize, by| {
        let folded = normal(&text[start..at]);
        let clipped = (cut || is_apostrophe(by)) && folded.chars().count() == 1;
        if !folded.is_empty() && !clipped {
            runs.push(Run { range: start..at, text: folded, size });
        }
    };
    let mut cut = false;
    for (at, c) in text.char_indices() {
        let kind = if is_apostrophe(c) { None } else { kind(c) };
        match (kind, current) {
            (_, Some(_)) if goes_on(c) => {}
            (Some(size), Some((_, known, _))) if size == known => {}
            (kind, known) => {
                if let Some(run) = known {
                    end(&mut runs, run, at, c);
                }
                current = kind.map(|size| (at, size, cut));
            }
        }
        cut = is_apostrophe(c);
    }
    if let Some(run) = current {
        end(&mut runs, run, text.len(), ' ');
    }
    runs
}

/// One word as it is looked for: folded, with one letter for those that are written in turn.
pub fn normal(word: &str) -> String {
    let letters = fold(word).chars().map(letter).collect::<Vec<_>>().into_iter();
    letters.filter(|c| c.is_alphanumeric() || is_combining_mark(*c)).take(LONGEST).collect()
}

/// Arabic letters that stand for one another, and the digits of Arabic and Persian.
const fn letter(c: char) -> char {
    match c {
        'ٱ' => 'ا',
        'ى' | 'ی' | 'ے' => 'ي',
        'ة' | 'ہ' | 'ۀ' | 'ە' => 'ه',
        'ک' | 'ڪ' => 'ك',
        '٠' | '۰' => '0',
        '١' | '۱' => '1',
        '٢' | '۲' => '2',
        '٣' | '۳' => '3',
        '٤' | '۴' => '4',
        '٥' | '۵' => '5',
        '٦' | '۶' => '6',
        '٧' | '۷' => '7',
        '٨' | '۸' => '8',
        '٩' | '۹' => '9',
        other => other,
    }
}

/// What the forms of a word have in common: of English words the stem, of Arabic ones what
/// follows the article or an "and". Of any other it is the word.
pub fn stem(word: &str) -> String {
    if word.len() >= SHORTEST_STEM && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return ENGLISH.stem(word).into_owned();
    }
    let bare = ["وال", "بال", "كال", "فال", "لل", "ال", "و"].into_iter().find_map(|before| {
        let rest = word.strip_prefix(before)?;
        (rest.chars().count() >= SHORTEST_STEM).then_some(rest)
    });
    bare.unwrap_or(word).to_owned()
}

/// The pieces of a run, each of `size` signs; towards its end they grow shorter, so that
/// whatever the run contains begins some piece.
pub fn grams(run: &str, size: usize) -> Vec<String> {
    let signs: Vec<char> = run.chars().collect();
    let piece = |at: usize| signs[at..(at + size).min(signs.len())].iter().collect();
    (0..signs.len()).map(piece).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        runs(text).into_iter().map(|run| run.text).collect()
    }

    #[test]
    fn words_are_cut_at_whatever_is_no_letter() {
        assert_eq!(words("Train-the-trainer, LIA-201"), ["train", "the", "trainer", "lia", "201"]);
        assert_eq!(words("l’immigration of the State's"), ["immigration", "of", "the", "state"]);
        assert_eq!(words("Điện Biên"), ["dien", "bien"]);
        assert_eq!(words("!!! … ' '' \u{0} 😀"), [""; 0]);
    }

    #[test]
    fn arabic_letters_that_stand_for_one_another_are_one() {
        assert_eq!(words("أمن إدارة"), words("امن اداره"));
        assert_eq!(words("کشور ۲۰۱"), words("كشور 201"));
        assert_eq!(stem(&words("الهجرة")[0]), words("هجرة")[0]);
        assert_eq!(stem(&words("وهجرة")[0]), words("هجرة")[0]);
    }

    #[test]
    fn writing_without_spaces_is_cut_into_pieces() {
        let run = &runs("边境管理 course")[0];
        assert_eq!((run.text.as_str(), run.size), ("边境管理", 2));
        assert_eq!(grams(&run.text, 2), ["边境", "境管", "管理", "理"]);
        assert_eq!(runs("หลักสูตร abc").len(), 2);
        assert_eq!(runs("ที่ดิน")[0].size, 3);
    }

    #[test]
    fn forms_of_an_english_word_have_one_stem() {
        for forms in [["borders", "border"], ["nominating", "nominated"], ["studies", "study"]] {
            assert_eq!(stem(forms[0]), stem(forms[1]));
        }
    }

    proptest! {
        #[test]
        fn runs_stand_in_the_text_one_after_another(text in "\\PC{0,60}") {
            let mut before = 0;
            for run in runs(&text) {
                prop_assert!(run.range.start >= before && run.range.end > run.range.start);
                prop_assert!(text.get(run.range.clone()).is_some());
                prop_assert!(!run.text.is_empty());
                let plain = |c: char| c.is_alphanumeric() || is_combining_mark(c);
                prop_assert!(run.text.chars().all(plain), "{:?}", run.text);
                before = run.range.end;
            }
        }
    }
}
