//! Every word of the interface is in every language, and none is there for nothing.
mod choosing;
mod emails;
mod ftl;
mod pages;
mod terms;
mod translations;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(below: &Path, extensions: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).expect("a directory") {
        let path = entry.expect("an entry").path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            found.extend(files(&path, extensions));
        } else if extension.is_some_and(|extension| extensions.contains(&extension)) {
            let text = fs::read_to_string(&path).expect("text");
            found.push((path.display().to_string(), text));
        }
    }
    found.sort();
    found
}

/// The files of a language.
fn words_of(tag: &str) -> Vec<(String, String)> {
    files(&root().join("frontend-templates/locales").join(tag), &["ftl"])
}

/// The keys of a language.
fn keys_of(tag: &str) -> BTreeSet<String> {
    let files = words_of(tag);
    let lines = files.iter().flat_map(|(_, text)| text.lines());
    lines.filter_map(key_of).map(str::to_owned).collect()
}

fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once(" =")?;
    let starts = key.starts_with(|c: char| c.is_ascii_alphabetic());
    let whole = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (starts && whole).then_some(key)
}

fn languages() -> Vec<String> {
    let folder = root().join("frontend-templates/locales");
    let names = fs::read_dir(folder)
        .expect("the languages")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name in UTF-8"));
    names.collect()
}

/// The string literals of a text; an escaped quote ends none.
fn literals(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        let after = &rest[start + 1..];
        let Some(end) = after.find('"') else { break };
        found.push(&after[..end]);
        // The closing quote may open the next literal where quotes are HTML's: read it again.
        rest = &after[end..];
    }
    found
}

/// The keys that a template says: `"key"|t`, `"key"|t1(..)`.
fn said_by_template(text: &str) -> Vec<&str> {
    text.match_indices("\"|t")
        .filter(|(at, _)| {
            let after = text[at + 3..].trim_start_matches(|c: char| c.is_ascii_digit());
            !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        })
        .filter_map(|(at, _)| text[..at].rsplit('"').next())
        .collect()
}

/// The keys that code certainly says: `Message::new("key")`, `.t("key")`, `.add(field, "key")`,
/// `refused("key")`.
fn said_by_code(text: &str) -> Vec<&str> {
    let first = |opening: &str| {
        let openings = text.split(opening).skip(1);
        openings.filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>()
    };
    let mut keys = first("Message::new(\"");
    keys.extend(first(".t(\""));
    keys.extend(first("refused(\""));
    let adds = text.split(".add(").skip(1).filter_map(|rest| rest.split(");").next());
    keys.extend(adds.filter_map(
        |inside| match inside.split(", ").collect::<Vec<_>>().as_slice() {
            [_, message] => message.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')),
            _ => None,
        },
    ));
    keys
}

fn templates() -> Vec<(String, String)> {
    files(&root().join("frontend-templates"), &["html", "txt"])
}

/// The code of the program without its unit tests.
fn code() -> Vec<(String, String)> {
    let code = files(&root().join("backend/src"), &["rs"]).into_iter();
    let without_tests =
        |text: String| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    code.map(|(file, text)| (file, without_tests(text))).collect()
}

/// The keys that stand more than once in these files, each with where.
fn twice(files: &[(String, String)]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (file, text) in files {
        for (number, line) in text.lines().enumerate() {
            if let Some(key) = key_of(line) {
                places.entry(key).or_default().push(format!("{file}:{}", number + 1));
            }
        }
    }
    places.retain(|_, places| places.len() > 1);
    places.into_iter().map(|(key, places)| format!("{key}: {}", places.join(", "))).collect()
}

#[test]
fn a_word_is_defined_once_in_a_language() {
    for tag in languages() {
        let twice = twice(&words_of(&tag));
        assert!(twice.is_empty(), "rctm would not start:\n{}", twice.join("\n"));
    }
}

#[test]
fn every_word_that_is_said_exists() {
    let english = keys_of("en");
    let templates = templates();
    let code = code();
    let said = templates
        .iter()
        .flat_map(|(file, text)| said_by_template(text).into_iter().map(move |key| (file, key)));
    let said = said.chain(
        code.iter()
            .flat_map(|(file, text)| said_by_code(text).into_iter().map(move |key| (file, key))),
    );
    let mut count = 0;
    let missing: Vec<_> = said
        .inspect(|_| count += 1)
        .filter(|(_, key)| !english.contains(*key))
        .map(|(file, key)| format!("{key} in {file}"))
        .collect();
    assert!(count > 50, "only {count} keys were found: the search does not work");
    assert!(missing.is_empty(), "no English for\n{}", missing.join("\n"));
}

#[test]
fn no_word_is_there_for_nothing() {
    let (templates, code) = (templates(), code());
    let texts = templates.iter().chain(&code);
    let used: BTreeSet<&str> = texts.flat_map(|(_, text)| literals(text)).collect();
    let english = keys_of("en");
    let unused: Vec<_> = english.iter().filter(|key| !used.contains(key.as_str())).collect();
    assert!(unused.is_empty(), "nobody says {unused:#?}");
}

#[test]
fn the_searches_find_what_they_look_for() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let files = [file("a", "one = 1\n  two = 2\n"), file("b", "# one = 1\ntwo = 2\none = 1\n")];
    assert_eq!(twice(&files), ["one: a:1, b:3"]);
    assert_eq!(
        said_by_template(r#"<p class="a">{{ "one"|t }}{{ "two"|t1("n", n) }}</p>"#),
        ["one", "two"]
    );
    assert_eq!(said_by_template(r#"{{ "x"|truncate }}"#), Vec::<&str>::new());
    assert_eq!(
        said_by_code(r#"errors.add("email", "email-bad"); Message::new("hello")"#),
        ["hello", "email-bad"]
    );
}
