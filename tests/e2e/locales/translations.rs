//! Each language says what English says: the same keys, placeholders, and as many plural forms as
//! it has.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rctm::base::i18n::Locale;

use super::ftl::{Message, messages};
use super::{languages, words_of};

/// The messages of a language by file name, in their order.
pub fn by_file(tag: &str) -> BTreeMap<String, Vec<Message>> {
    let name = |file: &str| {
        let name = Path::new(file).file_name().and_then(|name| name.to_str());
        name.expect("a file name").to_owned()
    };
    let files = words_of(tag);
    files.iter().map(|(file, text)| (name(file), messages(file, text))).collect()
}

/// The messages of a language by key.
pub fn by_key(tag: &str) -> BTreeMap<String, Message> {
    let messages = by_file(tag).into_values().flatten();
    messages.map(|message| (message.key.clone(), message)).collect()
}

fn translated() -> Vec<String> {
    languages().into_iter().filter(|tag| tag != "en").collect()
}

/// The English of these keys of a file, as it is written there.
fn in_english(file: &str, keys: &BTreeSet<String>) -> String {
    let path = super::root().join("frontend-templates/locales/en").join(file);
    let text = std::fs::read_to_string(path).expect("an English file");
    let mut wanted = false;
    let lines = text.lines().filter(|line| {
        if let Some(key) = super::key_of(line) {
            wanted = keys.contains(key);
        } else if !line.starts_with(' ') {
            wanted = false;
        }
        wanted
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Nothing is wrong, or the test fails with all that is.
#[track_caller]
fn nothing(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn there_are_three_languages() {
    let mut all = languages();
    all.sort();
    assert_eq!(all, ["ar", "en", "id"]);
    let spoken: Vec<_> = Locale::all().into_iter().map(Locale::tag).collect();
    assert_eq!(spoken, all);
}

#[test]
fn no_language_lacks_a_word_of_english_or_has_one_of_its_own() {
    let english = by_file("en");
    let mut wrong = Vec::new();
    for tag in translated() {
        let other = by_file(&tag);
        let files: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        for file in files {
            let keys = |language: &BTreeMap<String, Vec<Message>>| -> BTreeSet<String> {
                let messages = language.get(file).into_iter().flatten();
                messages.map(|message| message.key.clone()).collect()
            };
            let (wanted, had) = (keys(&english), keys(&other));
            let missing = &wanted - &had;
            if !missing.is_empty() {
                let words = in_english(file, &missing);
                wrong.push(format!("to translate for {tag}/{file}:\n{words}\n"));
            }
            let more: Vec<_> = (&had - &wanted).into_iter().collect();
            if !more.is_empty() {
                wrong.push(format!("not in en/{file}, so out of {tag}/{file}: {}", more.join(" ")));
            }
        }
    }
    nothing(&wrong);
}

#[test]
fn words_stand_in_the_order_of_english() {
    let english = by_file("en");
    let mut wrong = Vec::new();
    for tag in translated() {
        for (file, messages) in by_file(&tag) {
            let order = |messages: &[Message]| -> Vec<String> {
                messages.iter().map(|message| message.key.clone()).collect()
            };
            let had = order(&messages);
            let wanted = order(english.get(&file).map_or(&[][..], Vec::as_slice));
            let wanted: Vec<_> = wanted.into_iter().filter(|key| had.contains(key)).collect();
            let known: Vec<_> = had.into_iter().filter(|key| wanted.contains(key)).collect();
            if let Some((key, _)) = known.iter().zip(&wanted).find(|(had, wanted)| had != wanted) {
                wrong.push(format!("{tag}/{file}: {key} stands elsewhere in English"));
            }
        }
    }
    nothing(&wrong);
}

#[test]
fn every_branch_of_a_translation_fills_what_english_fills() {
    let english = by_key("en");
    let mut wrong = Vec::new();
    for tag in translated() {
        for (key, message) in by_key(&tag) {
            let Some(original) = english.get(&key) else { continue };
            if message.fills() != original.fills() {
                wrong.push(format!(
                    "{tag}: {key} fills {:?}, and English {:?}",
                    message.fills(),
                    original.fills()
                ));
            }
            let lacking: Vec<_> = (&original.always_fills() - &message.always_fills())
                .into_iter()
                .chain(&original.fills_by_default() - &message.fills_by_default())
                .collect();
            if !lacking.is_empty() {
                wrong.push(format!("{tag}: a branch of {key} lacks {}", lacking.join(" ")));
            }
        }
    }
    nothing(&wrong);
}

/// The plural forms of a language, and those without which some number is said wrongly.
fn plural_forms(tag: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match tag {
        "en" => (&["one", "other"], &["other"]),
        "id" => (&["other"], &["other"]),
        "ar" => (
            &["zero", "one", "two", "few", "many", "other"],
            &["one", "two", "few", "many", "other"],
        ),
        _ => panic!("the plural forms of {tag} are not known here"),
    }
}

#[test]
fn a_language_uses_its_own_plural_forms_and_all_of_them() {
    let mut wrong = Vec::new();
    for tag in languages() {
        let (known, needed) = plural_forms(&tag);
        for (key, message) in by_key(&tag) {
            for choice in message.choices() {
                let names: Vec<_> = choice.iter().map(String::as_str).collect();
                let number = |name: &&&str| name.parse::<i64>().is_ok();
                for name in names.iter().filter(|name| !number(name) && !known.contains(name)) {
                    wrong.push(format!("{tag}: {key} has a form [{name}]"));
                }
                for name in needed.iter().filter(|name| !names.contains(name)) {
                    wrong.push(format!("{tag}: {key} lacks the form [{name}]"));
                }
                if known.contains(&"zero") && !names.contains(&"zero") && !names.contains(&"0") {
                    wrong.push(format!("{tag}: {key} does not say none"));
                }
            }
        }
    }
    nothing(&wrong);
}

#[test]
fn nothing_says_nothing() {
    for tag in languages() {
        let empty: Vec<_> =
            by_key(&tag).into_values().filter(Message::is_empty_somewhere).collect();
        assert!(empty.is_empty(), "{tag}: {empty:#?}");
    }
}

#[test]
fn a_translation_is_no_copy_of_english() {
    let english = by_key("en");
    let mut wrong = Vec::new();
    for tag in translated() {
        for (key, message) in by_key(&tag) {
            let long = |text: &&String| text.chars().filter(|c| c.is_alphabetic()).count() > 12;
            let texts = english.get(&key).map(Message::texts).unwrap_or_default();
            if texts.iter().filter(long).any(|text| message.texts().contains(text)) {
                wrong.push(format!("{tag}: {key} is left in English"));
            }
        }
    }
    nothing(&wrong);
}

/// What the first line of a file of a translation says: whether it is reviewed, the language and
/// the day.
fn standing(file: &str, text: &str) -> (bool, String, chrono::NaiveDate) {
    let head = text.lines().next().unwrap_or_default();
    let words: Vec<_> = head.split(' ').collect();
    match words.as_slice() {
        ["#", status @ ("reviewed" | "unreviewed"), tag, day] => {
            let day = day.parse().unwrap_or_else(|_| panic!("{file}: {day} is no day"));
            (*status == "reviewed", (*tag).to_owned(), day)
        }
        _ => panic!("{file} begins with {head:?}, not with \"# unreviewed id 2026-11-25\""),
    }
}

#[test]
fn a_file_says_whether_it_was_reviewed_and_readers_are_told() {
    for tag in translated() {
        let mut reviewed = true;
        for (file, text) in words_of(&tag) {
            let (file_is_reviewed, named, _) = standing(&file, &text);
            assert_eq!(named, tag, "{file}");
            reviewed &= file_is_reviewed;
        }
        let locale = Locale::of(&tag).expect("a language");
        assert_eq!(locale.is_reviewed(), reviewed, "{tag}: what readers are told");
    }
    assert!(Locale::english().is_reviewed());
}
