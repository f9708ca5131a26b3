//! The words of the catalogue, and the nearest of them to one that is typed wrongly.
use std::cmp::Reverse;
use std::collections::HashMap;

/// The most words that are compared letter by letter.
const MOST_COMPARED: usize = 200;

/// Three letters in a row.
type Trigram = [char; 3];

/// The words that courses use, found by three letters in a row.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    words: Vec<(String, i64)>,
    by_trigram: HashMap<Trigram, Vec<usize>>,
}

impl Vocabulary {
    /// Words, each with the number of courses that use it.
    pub fn new(mut words: Vec<(String, i64)>) -> Self {
        words.sort();
        let mut by_trigram: HashMap<Trigram, Vec<usize>> = HashMap::new();
        for (place, (word, _)) in words.iter().enumerate() {
            for trigram in trigrams(word) {
                by_trigram.entry(trigram).or_default().push(place);
            }
        }
        Self { words, by_trigram }
    }

    /// The word that was most likely meant: the fewest slips away, then the most letters in
    /// common, then the most used. None where nothing is near.
    pub fn nearest(&self, typed: &str) -> Option<&str> {
        let most = slips_allowed(typed.chars().count());
        let near = self.alike(typed).into_iter().filter_map(|(place, shared)| {
            let (word, used) = &self.words[place];
            let slips = strsim::osa_distance(typed, word);
            (slips <= most).then_some((slips, Reverse(shared), Reverse(*used), word))
        });
        near.min().map(|(.., word)| word.as_str())
    }

    /// The places of the words that share the most trigrams with `typed`, and how many.
    fn alike(&self, typed: &str) -> Vec<(usize, usize)> {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for trigram in trigrams(typed) {
            for place in self.by_trigram.get(&trigram).into_iter().flatten() {
                *shared.entry(*place).or_default() += 1;
            }
        }
        let length = typed.chars().count();
        let mut alike: Vec<_> = shared.into_iter().collect();
        alike.retain(|(place, _)| {
            let other = self.words[*place].0.chars().count();
            other.abs_diff(length) <= slips_allowed(length)
        });
        alike.sort_by_key(|(place, shared)| (Reverse(*shared), *place));
        alike.truncate(MOST_COMPARED);
        alike
    }
}

const fn slips_allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// Every three letters in a row, the ends of the word being letters too, each once.
fn trigrams(word: &str) -> Vec<Trigram> {
    let letters: Vec<char> = "  ".chars().chain(word.chars()).chain(" ".chars()).collect();
    let mut all: Vec<Trigram> =
        letters.windows(3).map(|three| [three[0], three[1], three[2]]).collect();
    all.sort_unstable();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn known() -> Vocabulary {
        let words = ["border", "borders", "order", "trafficking", "liaison", "visa", "الهجره"];
        Vocabulary::new(words.iter().map(|word| ((*word).to_owned(), 3)).collect())
    }

    #[test]
    fn a_slip_is_taken_for_the_nearest_word() {
        for (typed, word) in [
            ("boredr", Some("border")),
            ("trafiking", Some("trafficking")),
            ("liasion", Some("liaison")),
            ("vsia", Some("visa")),
            ("الهجزه", Some("الهجره")),
            ("zeppelin", None),
            ("xyz", None),
        ] {
            assert_eq!(known().nearest(typed), word, "{typed}");
        }
    }

    #[test]
    fn of_two_equally_near_the_more_used_is_meant() {
        let words = vec![("cart".to_owned(), 2), ("card".to_owned(), 9)];
        assert_eq!(Vocabulary::new(words).nearest("carx"), Some("card"));
    }

    proptest! {
        #[test]
        fn a_word_with_one_letter_wrong_leads_to_a_word_as_near(
            words in proptest::collection::btree_set("[a-d]{6,9}", 1..40),
            which in any::<proptest::sample::Index>(),
            place in 1usize..5,
        ) {
            let words: Vec<String> = words.into_iter().collect();
            let meant = which.get(&words).clone();
            let mut typed: Vec<char> = meant.chars().collect();
            typed[place] = 'x';
            let typed: String = typed.into_iter().collect();
            let known = Vocabulary::new(words.iter().map(|word| (word.clone(), 1)).collect());
            let found = known.nearest(&typed).expect("one is near");
            prop_assert!(strsim::osa_distance(found, &typed) <= 1);
        }
    }
}
