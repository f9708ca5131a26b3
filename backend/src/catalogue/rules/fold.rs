//! Finding words whatever their capitals and accents: text is folded when it is written and when
//! it is looked up, by the same function.
use unicode_normalization::UnicodeNormalization;

/// `text` in small letters, without accents, with single spaces. Marks that are letters of their
/// script (Thai, Khmer, Myanmar, Devanagari, ..) stay.
pub fn fold(text: &str) -> String {
    let bare = text.nfkd().filter(|c| !is_accent(*c)).flat_map(char::to_lowercase);
    let plain: String = bare.filter(|c| !is_accent(*c)).flat_map(without_stroke).nfc().collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}' | '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}'
        | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

fn without_stroke(c: char) -> impl Iterator<Item = char> {
    let plain: &'static str = match c {
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ʻ' | '’' | 'ʼ' => "'",
        _ => "",
    };
    plain.chars().chain(plain.is_empty().then_some(c))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn capitals_and_accents_make_no_difference() {
        assert_eq!(fold("  ÉVALUATION  des\trisques "), "evaluation des risques");
        assert_eq!(fold("Điện Biên"), "dien bien");
        assert_eq!(fold("İstanbul STRASSE Straße"), "istanbul strasse strasse");
        assert_eq!(fold("مُهَاجِر"), "مهاجر");
    }

    #[test]
    fn marks_that_are_letters_stay() {
        assert_ne!(fold("ที่"), fold("ท"));
        assert_ne!(fold("कि"), fold("क"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
