//! Names and directions of languages, by BCP 47 tag.

/// The languages of the interface whose words somebody who speaks them has read over. The head of
/// each file of words says the same.
pub(super) const REVIEWED: [&str; 1] = ["en"];

/// Languages by tag with the name that their speakers use.
const AUTONYMS: [(&str, &str); 45] = [
    ("ar", "العربية"),
    ("bi", "Bislama"),
    ("bn", "বাংলা"),
    ("ckb", "کوردیی ناوەندی"),
    ("dv", "ދިވެހިބަސް"),
    ("dz", "རྫོང་ཁ"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("fa-AF", "دری"),
    ("fil", "Filipino"),
    ("fj", "Na vosa vakaviti"),
    ("fr", "Français"),
    ("gil", "Taetae ni Kiribati"),
    ("hi", "हिन्दी"),
    ("hif", "Fiji Hindi"),
    ("ho", "Hiri Motu"),
    ("id", "Bahasa Indonesia"),
    ("ja", "日本語"),
    ("km", "ខ្មែរ"),
    ("ko", "한국어"),
    ("lo", "ລາວ"),
    ("mi", "Te reo Māori"),
    ("mn", "Монгол"),
    ("ms", "Bahasa Melayu"),
    ("my", "မြန်မာ"),
    ("na", "Dorerin Naoero"),
    ("ne", "नेपाली"),
    ("nzs", "New Zealand Sign Language"),
    ("pau", "Tekoi er a Belau"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ru", "Русский"),
    ("si", "සිංහල"),
    ("sm", "Gagana Sāmoa"),
    ("ta", "தமிழ்"),
    ("tet", "Tetun"),
    ("th", "ไทย"),
    ("to", "Lea faka-Tonga"),
    ("tpi", "Tok Pisin"),
    ("tr", "Türkçe"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

/// The name of a language in that language; the tag itself where it is not in the list.
pub fn autonym(tag: &str) -> &str {
    AUTONYMS.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| name)
}

/// The scripts in use that run from right to left.
const RIGHT_TO_LEFT: [&str; 10] =
    ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];
/// The languages that are written in one of these where the tag names no script.
const MOSTLY_RIGHT_TO_LEFT: [&str; 17] = [
    "ar", "arc", "bal", "ckb", "dv", "fa", "glk", "he", "ks", "lrc", "mzn", "nqo", "ps", "sd",
    "syr", "ug", "ur",
];

/// Whether the script of the language runs from right to left.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic());
    match parts.next().filter(is_script) {
        Some(script) => RIGHT_TO_LEFT.iter().any(|known| known.eq_ignore_ascii_case(script)),
        None => MOSTLY_RIGHT_TO_LEFT.contains(&language),
    }
}

/// Whether `tag` has the shape of a BCP 47 language tag with at most script and region.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase())
    });
    language
        && parts.clone().count() <= 2
        && parts.all(|part| {
            matches!(part.len(), 2..=4) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_named_as_their_speakers_name_them() {
        assert_eq!(autonym("fa-AF"), "دری");
        assert_eq!(autonym("xx"), "xx");
    }

    #[test]
    fn direction_follows_the_script() {
        assert!(is_right_to_left("fa-AF") && is_right_to_left("ur"));
        assert!(!is_right_to_left("id"));
        assert!(is_right_to_left("ms-Arab") && is_right_to_left("uz-arab-AF"));
        assert!(!is_right_to_left("fa-Latn") && !is_right_to_left("ur-Latn-IN"));
        assert!(is_right_to_left("rhg-Rohg") && is_right_to_left("dv-Thaa"));
    }

    #[test]
    fn a_tag_is_told_from_other_text() {
        assert!(is_language_tag("zh-Hans") && is_language_tag("tpi"));
        assert!(!is_language_tag("English") && !is_language_tag("") && !is_language_tag("e n"));
    }
}
