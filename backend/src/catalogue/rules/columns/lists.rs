//! Lists in one cell: written so that a person can read them and a program tells the items apart.

/// What stands between codes, tags and names.
pub(super) const BETWEEN: char = ';';
/// What stands between the fields of one line.
pub(super) const FIELD: char = '|';

/// The items as one text, with `between` after each but the last. What an item has of it is
/// marked by a backslash, as are line ends and backslashes.
pub(super) fn joined<'a>(items: impl IntoIterator<Item = &'a str>, between: &str) -> String {
    let sign = between.trim().chars().next();
    let marked = items.into_iter().map(|item| marked(item, sign));
    marked.collect::<Vec<_>>().join(between)
}

fn marked(item: &str, sign: Option<char>) -> String {
    let mut out = String::with_capacity(item.len());
    for letter in item.chars() {
        match letter {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter if Some(letter) == sign => out.extend(['\\', letter]),
            letter => out.push(letter),
        }
    }
    out
}

/// The items that [`joined`] wrote with `sign` between them, blanks around each taken off.
pub(super) fn split(text: &str, sign: char) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let item = match letter {
            '\\' => match letters.next() {
                Some('n') => Some('\n'),
                other => other.or(Some('\\')),
            },
            letter if letter == sign => None,
            letter => Some(letter),
        };
        match item {
            Some(letter) => items.last_mut().expect("there is always a last one").push(letter),
            None => items.push(String::new()),
        }
    }
    items.iter().map(|item| item.trim().to_owned()).collect()
}

/// The lines of a cell, whatever ends them; empty ones are left out.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn signs_inside_an_item_do_not_divide_it() {
        let written = joined(["a;b", "c\\", "two\nlines"], "; ");
        assert_eq!(written, "a\\;b; c\\\\; two\\nlines");
        assert_eq!(split(&written, BETWEEN), ["a;b", "c\\", "two\nlines"]);
    }

    #[test]
    fn what_somebody_typed_by_hand_is_read() {
        assert_eq!(split("en;  th ;id", BETWEEN), ["en", "th", "id"]);
        assert_eq!(split("a\\", BETWEEN), ["a\\"]);
        assert_eq!(lines("one\r\n\n two").collect::<Vec<_>>(), ["one", " two"]);
    }

    proptest! {
        #[test]
        fn any_items_come_back(items in prop::collection::vec("[a\\\\;|\n\u{e9}\u{e01} ]{0,8}", 1..6)) {
            let items: Vec<_> = items.iter().map(|item| item.trim().to_owned()).collect();
            let written = joined(items.iter().map(String::as_str), " | ");
            prop_assert_eq!(split(&written, FIELD), items);
        }
    }
}
