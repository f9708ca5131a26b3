//! Languages by the words that people use.
use super::code::{Code, Said};
use super::field::bare;
use crate::base::i18n::autonym;
use crate::catalogue::rules::{TAUGHT_LANGUAGES, fold};

/// Words for languages beside their tags and their own names, bare of signs.
const WORDS: [(&str, &[&str]); 43] = [
    ("en", &["english", "eng", "inggris", "bahasainggris", "anglais", "الإنجليزية", "ภาษาอังกฤษ"]),
    ("ar", &["arabic", "arab", "arabe", "arabicmsa", "العربيه", "عربي", "عربيه", "اللغه العربيه"]),
    ("bi", &["bislama"]),
    ("bn", &["bangla", "bengali"]),
    ("ckb", &["kurdish", "sorani", "kurdishsorani"]),
    ("dv", &["dhivehi", "divehi", "maldivian"]),
    ("dz", &["dzongkha"]),
    ("es", &["spanish", "espanol", "spanyol"]),
    ("fa", &["farsi", "persian", "persia"]),
    ("fa-AF", &["dari"]),
    ("fil", &["filipino", "tagalog", "pilipino"]),
    ("fj", &["fijian"]),
    ("fr", &["french", "fr", "francais", "fra", "prancis", "perancis"]),
    ("gil", &["gilbertese", "ikiribati", "kiribati"]),
    ("hi", &["hindi"]),
    ("hif", &["fijihindi"]),
    ("ho", &["hirimotu"]),
    ("id", &["indonesian", "bahasaindonesia", "indonesia"]),
    ("ja", &["japanese", "jepang"]),
    ("km", &["khmer", "cambodian"]),
    ("ko", &["korean", "korea"]),
    ("lo", &["lao", "laotian"]),
    ("mi", &["maori"]),
    ("mn", &["mongolian"]),
    ("ms", &["malay", "bahasamelayu", "bahasamalaysia", "melayu"]),
    ("my", &["burmese", "myanmar"]),
    ("na", &["nauruan"]),
    ("ne", &["nepali"]),
    ("pau", &["palauan"]),
    ("ps", &["pashto", "pushto"]),
    ("pt", &["portuguese", "portugues", "portugis"]),
    ("si", &["sinhala", "sinhalese"]),
    ("sm", &["samoan"]),
    ("ta", &["tamil"]),
    ("tet", &["tetum", "tetun"]),
    ("th", &["thai"]),
    ("to", &["tongan"]),
    ("tpi", &["tokpisin"]),
    ("tr", &["turkish"]),
    ("ur", &["urdu"]),
    ("vi", &["vietnamese", "tiengviet"]),
    ("zh-Hans", &["mandarin", "putonghua", "simplifiedchinese", "chinesesimplified", "zhcn"]),
    ("zh-Hant", &["cantonese", "traditionalchinese", "chinesetraditional", "zhhk", "zhtw"]),
];

/// Words between two languages.
const AND: [&str; 5] = [" and ", " et ", " dan ", " و ", " y "];

/// The languages of a cell, in its order; `country` is that of the centre.
pub(super) fn read(text: &str, country: &str, said: &mut Said) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let mut text = text.to_owned();
    for word in AND {
        text = text.replace(word, ";");
    }
    for part in text.split(['/', ',', ';', '&', '+', '،']).filter(|part| !part.trim().is_empty()) {
        match tag(part, country, said) {
            Some(tag) if !tags.contains(&tag) => tags.push(tag),
            _ => {}
        }
    }
    tags
}

fn tag(text: &str, country: &str, said: &mut Said) -> Option<String> {
    let word = bare(text);
    let varieties: Option<&[(&str, &str)]> = match word.as_str() {
        "bahasa" => {
            Some(&[("indonesia", "id"), ("malaysia", "ms"), ("brunei", "ms"), ("singapore", "ms")])
        }
        "chinese" | "zh" => Some(&[
            ("hong kong", "zh-Hant"),
            ("macau", "zh-Hant"),
            ("macao", "zh-Hant"),
            ("china", "zh-Hans"),
            ("singapore", "zh-Hans"),
            ("malaysia", "zh-Hans"),
        ]),
        _ => None,
    };
    if let Some(varieties) = varieties {
        said.add(Code::LangAmbiguous);
        let country = fold(country);
        let variety = varieties.iter().find(|(name, _)| country.contains(name));
        return variety.map(|(_, tag)| (*tag).to_owned());
    }
    let tag = known(&word, text.trim());
    if tag.is_none() {
        said.add(Code::LangUnknown);
    }
    tag.map(str::to_owned)
}

fn known(word: &str, text: &str) -> Option<&'static str> {
    let tags = TAUGHT_LANGUAGES.iter().copied();
    let by_word = WORDS.iter().find(|(_, words)| words.iter().any(|known| bare(known) == word));
    by_word
        .map(|(tag, _)| *tag)
        .or_else(|| tags.clone().find(|tag| tag.eq_ignore_ascii_case(text)))
        .or_else(|| tags.clone().find(|tag| bare(autonym(tag)) == word))
        // A region says nothing about the language taught: en-AU.
        .or_else(|| {
            let (language, region) = text.split_once(['-', '_'])?;
            let regional = region.len() == 2 && region.chars().all(|c| c.is_ascii_alphabetic());
            tags.clone().find(|tag| regional && tag.eq_ignore_ascii_case(language))
        })
}
