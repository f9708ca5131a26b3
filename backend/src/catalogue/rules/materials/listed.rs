//! One list of materials: what the course says that it has, and the files and links of it.
//!
//! A version of a course describes its materials by title, kind and language; the descriptions are
//! exported and imported. A file or a link stands for the description of the same title in the
//! same language, so that no reader sees it twice.
use crate::catalogue::rules::choices::MaterialKind;
use crate::catalogue::rules::content::Material;
use crate::catalogue::rules::fold::fold;

/// A material as a reader sees it: described, there, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a, T> {
    /// The title.
    pub title: &'a str,
    /// What it is, where that is known.
    pub kind: Option<MaterialKind>,
    /// Its language.
    pub language: &'a str,
    /// The file or the link; none where it is only described.
    pub there: Option<&'a T>,
    /// The place of the description, from 1; none where the course does not describe it.
    pub described: Option<usize>,
}

/// Title, kind and language of a file or a link.
pub type MaterialSaid<'a> = (&'a str, MaterialKind, &'a str);

/// Puts descriptions and what is there into one list: in the order of the descriptions, then what
/// is not described.
pub fn one_list<'a, T>(
    described: &'a [Material],
    there: &'a [T],
    said: impl Fn(&'a T) -> MaterialSaid<'a>,
) -> Vec<Listed<'a, T>> {
    let mut used = vec![false; there.len()];
    let mut list = Vec::new();
    for (number, material) in (1..).zip(described) {
        let same = |(title, _, language): MaterialSaid<'_>| {
            language.eq_ignore_ascii_case(&material.language) && key(title) == key(&material.title)
        };
        let place = (0..there.len()).find(|place| !used[*place] && same(said(&there[*place])));
        if let Some(place) = place {
            used[place] = true;
        }
        let found = place.map(|place| &there[place]);
        list.push(Listed {
            title: found.map_or(material.title.as_str(), |found| said(found).0),
            kind: found.map_or(material.kind, |found| Some(said(found).1)),
            language: &material.language,
            there: found,
            described: Some(number),
        });
    }
    let rest = there.iter().zip(used).filter(|(_, used)| !used);
    list.extend(rest.map(|(there, _)| {
        let (title, kind, language) = said(there);
        Listed { title, kind: Some(kind), language, there: Some(there), described: None }
    }));
    list
}

/// The places, from 1, of the descriptions of which a file or a link is there.
pub fn described_and_there<'a, T>(
    described: &'a [Material],
    there: &'a [T],
    said: impl Fn(&'a T) -> MaterialSaid<'a>,
) -> Vec<usize> {
    let list = one_list(described, there, said).into_iter();
    list.filter(|one| one.there.is_some()).filter_map(|one| one.described).collect()
}

fn key(title: &str) -> String {
    fold(title).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    type Row = (String, String);

    fn said(row: &Row) -> MaterialSaid<'_> {
        (&row.0, MaterialKind::Slides, &row.1)
    }

    fn material(title: &str, language: &str) -> Material {
        let kind = Some(MaterialKind::TrainerGuide);
        Material { title: title.into(), kind, language: language.into() }
    }

    #[test]
    fn what_is_described_and_there_is_one_line() {
        let described = [material("Trainer’s guide", "en"), material("Panduan", "id")];
        let there = [
            ("Extra".to_owned(), "en".to_owned()),
            ("  PANDUAN ".to_owned(), "id".to_owned()),
            ("Panduan".to_owned(), "en".to_owned()),
        ];
        let list = one_list(&described, &there, said);
        let lines: Vec<_> = list
            .iter()
            .map(|one| (one.title.trim(), one.language, one.there.is_some(), one.described))
            .collect();
        assert_eq!(
            lines,
            [
                ("Trainer’s guide", "en", false, Some(1)),
                ("PANDUAN", "id", true, Some(2)),
                ("Extra", "en", true, None),
                ("Panduan", "en", true, None),
            ]
        );
        assert_eq!(list[1].kind, Some(MaterialKind::Slides));
        assert_eq!(described_and_there(&described, &there, said), [2]);
    }

    proptest! {
        #[test]
        fn nothing_is_left_out_and_nothing_stands_twice(
            described in prop::collection::vec(("[ab]", "en|id"), 0..6),
            there in prop::collection::vec(("[abA]", "en|id"), 0..6),
        ) {
            let described: Vec<_> =
                described.iter().map(|(title, language)| material(title, language)).collect();
            let list = one_list(&described, &there, said);
            let shown: Vec<*const Row> =
                list.iter().filter_map(|one| one.there.map(std::ptr::from_ref)).collect();
            prop_assert_eq!(shown.len(), there.len());
            prop_assert!(there.iter().all(|row| shown.contains(&std::ptr::from_ref(row))));
            let numbers: Vec<_> = list.iter().filter_map(|one| one.described).collect();
            prop_assert_eq!(numbers, (1..=described.len()).collect::<Vec<_>>());
        }
    }
}
