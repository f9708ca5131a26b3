//! What accessibility is tested by: the browser test reads these, and the statement prints them,
//! so that it cannot say anything else than what was done.
use std::str::FromStr;

use chrono::NaiveDate;

use crate::base::i18n::Locale;

/// The version of axe-core that looks at every page.
pub const AXE_VERSION: &str = "4.14.1";
/// Its rules that every page keeps: WCAG 2.2 A and AA, and good practice.
pub const AXE_TAGS: [&str; 6] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/// The widths at which it looks, in CSS pixels.
pub const WIDTHS: [u32; 2] = [1280, 360];
/// The width that is left of the first one at a zoom of 400 %.
pub const ZOOMED: u32 = 320;
/// The languages in which it looks: English, and one that is written from right to left.
const LANGUAGES: [&str; 2] = ["en", "ar"];

/// The languages of the interface in which pages are tested.
pub fn languages() -> Vec<Locale> {
    LANGUAGES.into_iter().filter_map(Locale::of).collect()
}

/// The last whole test, as the browser test wrote it down.
const LAST: &str = include_str!("tested.txt");

/// A whole test that found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tested {
    /// On which day.
    pub on: NaiveDate,
    /// How many pages were opened, each by every role that may see it.
    pub pages: usize,
    /// How often a page was looked at: in each language, at each width, light and dark.
    pub looks: usize,
}

impl Tested {
    /// The last one.
    pub fn last() -> Option<Self> {
        LAST.parse().ok()
    }
}

impl FromStr for Tested {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut words = text.split_whitespace();
        let mut next = || words.next().ok_or(());
        let on = next()?.parse().map_err(drop)?;
        let pages = next()?.parse().map_err(drop)?;
        let looks = next()?.parse().map_err(drop)?;
        Ok(Self { on, pages, looks })
    }
}

impl std::fmt::Display for Tested {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{} {} {}", self.on, self.pages, self.looks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_test_is_known() {
        let last = Tested::last().expect("tested.txt holds a day and two numbers");
        assert_eq!(last.to_string().parse(), Ok(last));
    }
}
