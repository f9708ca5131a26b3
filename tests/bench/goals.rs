//! The figures and what they are to reach.

/// What a figure is to reach; every goal of a figure must be met.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// At most so many times the floor of the same run.
    TimesFloor(f64),
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
}

/// A figure of the table.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// What is measured.
    pub name: &'static str,
    /// The unit of its value.
    pub unit: &'static str,
    /// What it is to reach.
    pub goals: &'static [Goal],
}

macro_rules! figures {
    ($($figure:ident = $name:literal, $unit:literal, [$($goal:expr),* $(,)?];)+) => {$(
        pub const $figure: Figure =
            Figure { name: $name, unit: $unit, goals: &[$($goal),*] };
    )+};
}

use Goal::{AtLeast, AtMost, TimesFloor};

figures! {
    // A hundredth of what the best peer takes (74 and 45 cpu-ms).
    CATALOGUE = "catalogue list, made for somebody signed in", "cpu-ms", [TimesFloor(2.0), AtMost(0.74)];
    COURSE = "course page, made for somebody signed in", "cpu-ms", [TimesFloor(2.0), AtMost(0.45)];
    CATALOGUE_READY = "catalogue list, visitor", "cpu-ms", [TimesFloor(2.0), AtMost(0.74)];
    COURSE_READY = "course page, visitor", "cpu-ms", [TimesFloor(2.0), AtMost(0.45)];
    SEARCH_NARROW = "search with three facets", "cpu-ms", [AtMost(5.0)];
    SEARCH_BROAD = "search with one broad facet", "cpu-ms", [AtMost(5.0)];
    SEARCH_WORD = "search for a word", "cpu-ms", [AtMost(5.0)];
    SEARCH_SLIP = "search for a word with a slip", "cpu-ms", [AtMost(15.0)];
    // A third of the best peer's answer from its cache: 444 requests a second on two processors.
    API_LIST = "API list of 50", "cpu-ms", [TimesFloor(1.5), AtMost(1.5)];
    BOARD = "demand board, heat map", "cpu-ms", [AtMost(10.0)];
    SHEET_OPEN = "sheet: open", "cpu-ms", [AtMost(5.0)];
    SHEET_SAVE = "sheet: save the draft, one client", "ms", [AtMost(8.0)];
    SHEET_SUBMIT = "sheet: submit, one client", "ms", [AtMost(15.0)];
    WRITERS = "eight writers: p99", "ms", [AtMost(50.0)];
    REFUSED = "eight writers: refused or locked", "", [AtMost(0.0)];
    DRAIN = "emails into a local sink, one connection", "/s", [AtLeast(1500.0)];
    DRAIN_PAGES = "catalogue meanwhile: median", "ms", [TimesFloor(2.0)];
    STORM = "sign-in storm of 100: seconds to the last", "s", [];
    STORM_GROWTH = "sign-in storm of 100: memory growth", "MiB", [AtMost(50.0)];
    STORM_PAGES = "catalogue meanwhile: p99", "ms", [AtMost(50.0)];
    START = "start to the first answer", "ms", [AtMost(100.0)];
    DEMONSTRATION = "demonstration from nothing", "ms", [AtMost(2000.0)];
    MEMORY_AT_REST = "memory at rest", "MiB", [AtMost(30.0)];
    MEMORY_AFTER = "memory after all of it", "MiB", [AtMost(80.0)];
    BINARY = "release binary, stripped", "MB", [AtMost(40.0)];
    FIRST_VISIT = "first visit", "bytes", [AtMost(14_600.0)];
    FIRST_VISIT_LARGE = "first visit", "bytes", [AtMost(20_000.0)];
    REPEAT_VISIT = "repeat visit", "bytes", [AtMost(6_000.0)];
    UNCHANGED = "unchanged public pages that are sent again", "", [AtMost(0.0)];
    EXPORT_CSV = "CSV of 10,000 rows", "ms", [AtMost(100.0)];
    EXPORT_GROWTH = "CSV of all: memory growth", "MiB", [AtMost(16.0)];
    EXPORT_XLSX = "XLSX of 10,000 rows", "ms", [AtMost(600.0)];
    BOOK = "printed catalogue, at most 500 courses", "ms", [];
    BOOK_GROWTH = "printed catalogue: memory growth", "MiB", [];
    IMPORT = "import of 20,000 rows, dry run and commit", "ms", [AtMost(3000.0)];
    IMPORT_GROWTH = "import of 20,000 rows: memory growth", "MiB", [AtMost(100.0)];
    MIX = "the mix of a day, eight people", "cpu-ms", [];
    MIX_LEAKS = "the mix: answers with another tenant's words", "", [AtMost(0.0)];
    SHED = "twice what it carries: told to come back", "%", [AtLeast(1.0)];
    SHED_BADLY = "twice what it carries: failed otherwise", "", [AtMost(0.0)];
}
