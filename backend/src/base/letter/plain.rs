//! Laying out plain text: paragraphs and labelled columns, wrapped where words allow.
use textwrap::{Options, WordSeparator, WordSplitter, core::display_width};

/// The longest line, in columns.
pub const WIDTH: usize = 72;
/// The widest column of labels; a longer label stands on a line of its own.
const WIDEST_LABEL: usize = 20;
/// What stands between label and value, in columns.
const GAP: usize = 3;

/// A paragraph. Words are never broken, so an address stays whole.
pub fn paragraph(text: &str) -> String {
    textwrap::fill(&tidy(text), options())
}

/// Labels and values in two columns.
pub fn columns(rows: &[(String, String)]) -> String {
    let widths = rows.iter().map(|(label, _)| display_width(label));
    let widest = widths.filter(|width| *width <= WIDEST_LABEL).max().unwrap_or(WIDEST_LABEL);
    let rows: Vec<String> = rows.iter().map(|row| labelled(row, widest + GAP)).collect();
    rows.join("\n")
}

fn labelled((label, value): &(String, String), start: usize) -> String {
    let indent = " ".repeat(start);
    let width = display_width(label);
    let first = if width + GAP > start {
        format!("{label}\n{indent}")
    } else {
        format!("{label}{}", " ".repeat(start - width))
    };
    // Each line is given the indent; the label takes the place of the first.
    let laid = options().initial_indent(&indent).subsequent_indent(&indent);
    let lines = textwrap::fill(&tidy(value), laid);
    let laid = format!("{first}{}", lines.strip_prefix(&indent).unwrap_or(&lines));
    laid.trim_end_matches(' ').to_owned()
}

fn options<'a>() -> Options<'a> {
    Options::new(WIDTH)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

/// Without control characters but line ends, without runs of spaces.
fn tidy(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let words: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        words.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(label: &str, value: &str) -> (String, String) {
        (label.to_owned(), value.to_owned())
    }

    #[test]
    fn values_stand_below_each_other() {
        let reason = "Four new liaison posts open in 2027 and none of the officers has had it.";
        let rows = [row("State", "Fiji"), row("Course type", "Border"), row("Reason", reason)];
        let expected = "State         Fiji\n\
            Course type   Border\n\
            Reason        Four new liaison posts open in 2027 and none of the\n              \
            officers has had it.";
        assert_eq!(columns(&rows), expected);
    }

    #[test]
    fn a_label_too_long_for_its_column_stands_above_its_value() {
        let rows = [row("State", "Fiji"), row("A label that nobody expected here", "x")];
        assert_eq!(columns(&rows), "State   Fiji\nA label that nobody expected here\n        x");
    }

    #[test]
    fn an_address_stays_whole() {
        let address = format!("https://rctm.example/unsubscribe/{}", "x".repeat(90));
        assert!(paragraph(&format!("Stop: {address}")).lines().any(|line| line == address));
    }

    #[test]
    fn the_width_of_wide_letters_counts_double() {
        let rows = [row("国", "Fiji"), row("Type", "x")];
        assert_eq!(columns(&rows), "国     Fiji\nType   x");
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_its_words_need(text in "[a-z \n\t]{0,400}") {
            let longest = text.split_whitespace().map(str::len).max().unwrap_or(0);
            for line in paragraph(&text).lines() {
                prop_assert!(line.len() <= WIDTH.max(longest), "{line}");
            }
        }

        #[test]
        fn no_word_is_lost(text in "\\PC{0,200}") {
            let said: Vec<_> = text.split(' ').filter(|word| !word.is_empty()).collect();
            let laid = columns(&[row("Label", &text)]);
            let words: Vec<_> = laid.split([' ', '\n']).filter(|word| !word.is_empty()).collect();
            prop_assert_eq!(&words[1..], &said[..]);
        }
    }
}
