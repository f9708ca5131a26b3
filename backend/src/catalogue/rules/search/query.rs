//! What somebody looks for: words of which each must be found.
use std::ops::Range;

use super::document::Field;
use super::tokens::{Run, grams, runs, stem};

/// English words that say nothing when others stand beside them.
const SMALL_WORDS: [&str; 16] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
    "is",
];
/// The shortest word that stands for all that begin with it, in signs.
const SHORTEST_BEGINNING: usize = 2;
/// The shortest word that is taken for a slip, in signs.
const SHORTEST_SLIP: usize = 4;

/// Words to look for, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    terms: Vec<Term>,
    places: Vec<(Range<usize>, String)>,
}

/// A word to look for, or a run of signs of writing that leaves no spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    text: String,
    stem: String,
    size: usize,
}

/// A token of the index; as a beginning it stands for all that begin with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The token: letters, marks and digits.
    pub text: String,
    /// Whether it is a beginning.
    pub begins: bool,
}

/// What a course must have in a field to be found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// One of these.
    Any(Vec<Token>),
    /// All of these.
    All(Vec<Token>),
}

impl Query {
    /// Reads what was typed.
    pub fn read(text: &str) -> Self {
        let runs = runs(text);
        let small = |word: &str| SMALL_WORDS.contains(&word);
        let only_small = runs.iter().all(|run| small(&run.text));
        let mut query = Self { text: text.to_owned(), ..Self::default() };
        for run in runs.into_iter().filter(|run| only_small || !small(&run.text)) {
            query.places.push((run.range, run.text.clone()));
            if !query.terms.iter().any(|term| term.text == run.text) {
                let stem = if run.size == 0 { stem(&run.text) } else { String::new() };
                query.terms.push(Term { text: run.text, stem, size: run.size });
            }
        }
        query
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether one of its words stands in none of these texts.
    pub fn lacks(&self, texts: &[&str]) -> bool {
        let said: Vec<Run> = texts.iter().flat_map(|text| runs(text)).collect();
        let is_said = |term: &Term| {
            said.iter().filter(|run| run.size == term.size).any(|run| match run.size {
                0 => term.is_found_in(&run.text),
                _ => term.whole_pieces().iter().all(|piece| run.text.contains(piece)),
            })
        };
        !self.terms.iter().all(is_said)
    }

    /// Whether a course has every word; `tokens` are all of its tokens in their order, joined by
    /// spaces. A text without a word asks for nothing that a course could have.
    pub fn is_met_by(&self, tokens: &str) -> bool {
        let tokens: Vec<&str> = tokens.split(' ').collect();
        let stands = |term: &Term, field: Field| term.condition(field).is_met_by(&tokens);
        let has = |term: &Term| Field::ALL.iter().any(|field| stands(term, *field));
        !self.terms.is_empty() && self.terms.iter().all(has)
    }

    /// What was typed, with other words in the place of some: each with what takes its place.
    pub fn with(&self, instead: &[(&str, &str)]) -> String {
        let mut text = String::new();
        let mut end = 0;
        for (range, word) in &self.places {
            let other = instead.iter().find(|(slip, _)| slip == word);
            text.push_str(&self.text[end..range.start]);
            text.push_str(other.map_or(&self.text[range.clone()], |(_, word)| *word));
            end = range.end;
        }
        text.push_str(&self.text[end..]);
        text
    }
}

impl Token {
    fn is_among(&self, tokens: &[&str]) -> bool {
        let place = tokens.partition_point(|token| *token < self.text.as_str());
        tokens.get(place).is_some_and(|token| {
            if self.begins { token.starts_with(&self.text) } else { *token == self.text }
        })
    }
}

impl Condition {
    fn is_met_by(&self, tokens: &[&str]) -> bool {
        match self {
            Self::Any(wanted) => wanted.iter().any(|token| token.is_among(tokens)),
            Self::All(wanted) => wanted.iter().all(|token| token.is_among(tokens)),
        }
    }
}

impl Term {
    /// It, folded.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many signs its pieces have; 0 for a word.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    /// Whether it may be a slip: a word of some letters.
    pub fn may_be_a_slip(&self) -> bool {
        let long = self.text.chars().count() >= SHORTEST_SLIP;
        self.size == 0 && long && !self.text.contains(char::is_numeric)
    }

    /// What a course must have in `field` for the word to be found there.
    pub fn condition(&self, field: Field) -> Condition {
        let token =
            |text: &str, begins| Token { text: format!("{}{text}", field.prefix()), begins };
        if self.size > 0 {
            let whole: Vec<Token> = self.whole_pieces().iter().map(|p| token(p, false)).collect();
            return if whole.is_empty() {
                Condition::Any(vec![token(&self.text, true)])
            } else {
                Condition::All(whole)
            };
        }
        let mut any = vec![token(&self.text, self.is_beginning())];
        if self.stem != self.text {
            any.push(token(&self.stem, false));
        }
        Condition::Any(any)
    }

    /// Whether a word of a text, folded, is what it looks for.
    pub(super) fn is_found_in(&self, word: &str) -> bool {
        let stem_of_word = stem(word);
        let is = |own: &str| {
            let begins = self.is_beginning() && own.starts_with(&self.text);
            begins || own == self.text || own == self.stem
        };
        is(word) || is(&stem_of_word)
    }

    /// Its pieces of full size; none where it is shorter than a piece.
    pub(super) fn whole_pieces(&self) -> Vec<String> {
        let pieces = grams(&self.text, self.size).into_iter();
        pieces.filter(|piece| piece.chars().count() == self.size).collect()
    }

    fn is_beginning(&self) -> bool {
        self.text.chars().count() >= SHORTEST_BEGINNING
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::read(text).terms.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn small_words_count_only_where_nothing_else_is_said() {
        assert_eq!(words("Law of the Sea"), ["law", "sea"]);
        assert_eq!(words("of the"), ["of", "the"]);
        assert_eq!(words("border BORDER bórder"), ["border"]);
        assert_eq!(words(" \" OR NEAR( * ) - ^ : '"), ["near"]);
    }

    #[test]
    fn a_slip_gives_way_to_the_word_where_it_was_typed() {
        let query = Query::read("Boredr, boredr & visa");
        assert_eq!(query.with(&[("boredr", "border")]), "border, border & visa");
        assert_eq!(query.with(&[]), "Boredr, boredr & visa");
    }

    #[test]
    fn a_word_is_found_by_its_beginning_and_its_forms() {
        let term = |text: &str| Query::read(text).terms.remove(0);
        for (typed, word) in [
            ("liais", "liaison"),
            ("borders", "border"),
            ("border", "borders"),
            ("nominating", "nominations"),
        ] {
            assert!(term(typed).is_found_in(word), "{typed} in {word}");
        }
        for (typed, word) in [("order", "border"), ("a", "an"), ("visa", "vista")] {
            assert!(!term(typed).is_found_in(word), "{typed} in {word}");
        }
    }
}
