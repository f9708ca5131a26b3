//! The tags of languages: BCP 47, with script, region and variants.
use std::collections::HashSet;

/// The longest tag that is kept, in characters; RFC 5646 asks for as many to be taken.
const LONGEST: usize = 35;

/// The tag of a language as it is kept, `zh-Hans` for `ZH-hans`; none where it is not one. A
/// language, then, each if wanted and in this order, a script, a region and variants: extensions
/// and private tags name no language that somebody else could read.
pub fn canonical_tag(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.len() > LONGEST || !typed.is_ascii() {
        return None;
    }
    let typed = typed.to_ascii_lowercase();
    let mut parts = typed.split('-').peekable();
    let language = parts.next().filter(|part| is_word(part, 2..=3) && *part != "und")?;
    let mut tag = language.to_owned();
    if let Some(script) = parts.next_if(|part| is_word(part, 4..=4)) {
        tag.push('-');
        tag.push_str(&script[..1].to_ascii_uppercase());
        tag.push_str(&script[1..]);
    }
    if let Some(region) = parts.next_if(|part| is_region(part)) {
        tag.push('-');
        tag.push_str(&region.to_ascii_uppercase());
    }
    let mut variants = HashSet::new();
    for variant in parts {
        if !is_variant(variant) || !variants.insert(variant) {
            return None;
        }
        tag.push('-');
        tag.push_str(variant);
    }
    Some(tag)
}

fn is_word(part: &str, long: std::ops::RangeInclusive<usize>) -> bool {
    long.contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_lowercase())
}

fn is_region(part: &str) -> bool {
    is_word(part, 2..=2) || (part.len() == 3 && part.bytes().all(|digit| digit.is_ascii_digit()))
}

fn is_variant(part: &str) -> bool {
    let from_a_digit = part.len() == 4 && part.starts_with(|first: char| first.is_ascii_digit());
    let fits = (5..=8).contains(&part.len()) || from_a_digit;
    fits && part.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_is_kept_in_one_spelling() {
        for (typed, kept) in [
            (" ZH-hans-tw ", "zh-Hans-TW"),
            ("TPI", "tpi"),
            ("es-419", "es-419"),
            ("ms-ARAB", "ms-Arab"),
            ("ca-Valencia", "ca-valencia"),
            ("sl-rozaj-1994", "sl-rozaj-1994"),
        ] {
            assert_eq!(canonical_tag(typed).as_deref(), Some(kept));
        }
    }

    #[test]
    fn what_is_no_tag_is_none() {
        for wrong in [
            "",
            "English",
            "e",
            "en_GB",
            "und",
            "ar-",
            "-ar",
            "<b>",
            "日本",
            "en-x-own",
            "zh-a",
            "de-1996-1996",
            "en-GB-Latn",
            "th th",
        ] {
            assert_eq!(canonical_tag(wrong), None, "{wrong}");
        }
        assert_eq!(canonical_tag(&format!("th{}", "-abcdefgh".repeat(9))), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_as_a_tag_comes_to_rest(typed in "\\PC{0,12}|[a-zA-Z0-9-]{0,20}") {
            if let Some(tag) = canonical_tag(&typed) {
                prop_assert_eq!(canonical_tag(&tag), Some(tag.clone()));
                prop_assert_eq!(canonical_tag(&tag.to_ascii_uppercase()), Some(tag.clone()));
                prop_assert!(tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
            }
        }
    }
}
