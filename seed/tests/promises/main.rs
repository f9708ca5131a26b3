//! What the data promise to those who build on them.

mod centres;
mod course_types;
mod courses;
mod deliveries;
mod demand;
mod members;
mod people;
mod work_plan;

use std::collections::HashSet;
use std::hash::Hash;

/// Asserts that no item comes twice.
fn assert_all_different<T: Hash + Eq + std::fmt::Debug>(items: impl IntoIterator<Item = T>) {
    let mut seen = HashSet::new();
    for item in items {
        assert!(!seen.contains(&item), "{item:?} comes twice");
        seen.insert(item);
    }
}

/// Asserts that a tag is a language, then perhaps a script, then perhaps a region (BCP 47).
fn assert_language_tag(tag: &str) {
    let shapes: Vec<String> = tag.split('-').map(shape).collect();
    let shapes: Vec<&str> = shapes.iter().map(String::as_str).collect();
    let well_formed = matches!(
        shapes[..],
        ["aa" | "aaa"] | ["aa" | "aaa", "Aaaa" | "AA"] | ["aa" | "aaa", "Aaaa", "AA"]
    );
    assert!(well_formed, "{tag:?} is no language tag");
}

/// The pattern of letters and digits in a code: `LIA-201` has the shape `AAA-000`.
fn shape(code: &str) -> String {
    code.chars()
        .map(|letter| match letter {
            'a'..='z' => 'a',
            'A'..='Z' => 'A',
            '0'..='9' => '0',
            other => other,
        })
        .collect()
}
