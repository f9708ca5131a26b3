//! The house rules that the compiler does not hold.
use std::fs;
use std::path::{Path, PathBuf};

/// Modules in import order: each imports only from those before it.
const ORDER: [&str; 13] = [
    "base",
    "identity",
    "notifications",
    "organisations",
    "catalogue",
    "course_nominations",
    "deliveries",
    "participants",
    "demand",
    "proof",
    "front",
    "app",
    "cli",
];
/// The features: everybody else comes to them through their `mod.rs`.
const FEATURES: [&str; 10] = [
    "identity",
    "notifications",
    "organisations",
    "catalogue",
    "course_nominations",
    "deliveries",
    "participants",
    "demand",
    "proof",
    "front",
];
/// What `mod.rs` of a feature keeps to itself.
const ROOMS: [&str; 2] = ["store", "emails"];
/// What each feature may open to `app` and `cli` only.
const DOORS: [&str; 4] = ["api", "bearer", "pages", "resolve"];
const MOST_LINES: usize = 400;
const MOST_LINES_OF_MOD: usize = 40;

struct Source {
    /// The path below the repository.
    path: String,
    text: String,
}

impl Source {
    /// The module of `backend/src` that the file belongs to.
    fn module(&self) -> &str {
        let below = self.path.strip_prefix("backend/src/").unwrap_or_default();
        below.split(['/', '.']).next().unwrap_or_default()
    }

    /// The text without the unit tests at its end.
    fn code(&self) -> &str {
        self.text.split("#[cfg(test)]").next().unwrap_or_default()
    }

    /// Lines of the code with their numbers, comments left out.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.code().lines().enumerate().map(|(number, line)| (number + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(below: &str, extension: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(below), extension, &mut found);
    assert!(!found.is_empty(), "{below} holds no {extension}");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(directory: &Path, extension: &str, found: &mut Vec<Source>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|has| has == extension) {
            let below = path.strip_prefix(root()).expect("below the repository");
            let text = fs::read_to_string(&path).expect("text");
            found.push(Source { path: below.display().to_string(), text });
        }
    }
}

fn rust() -> Vec<Source> {
    ["backend/src", "migration/src", "seed", "tests"]
        .iter()
        .flat_map(|below| sources(below, "rs"))
        .collect()
}

#[track_caller]
fn nothing(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The modules that a line names after `crate::`, also in `crate::{a, b}`.
fn imported(line: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for after in line.split("crate::").skip(1) {
        let list = after.strip_prefix('{').and_then(|rest| rest.split('}').next());
        let parts = list.map_or_else(|| vec![after], |list| list.split(", ").collect());
        for part in parts {
            let name = part.split(|c: char| !c.is_alphanumeric() && c != '_').next();
            names.extend(name.filter(|name| !name.is_empty()));
        }
    }
    names
}

#[test]
fn a_module_imports_only_from_those_before_it() {
    let place = |name: &str| ORDER.iter().position(|module| *module == name);
    let mut faults = Vec::new();
    for source in sources("backend/src", "rs") {
        let module = source.module();
        if matches!(module, "lib" | "main") {
            continue;
        }
        let Some(own) = place(module) else {
            faults.push(format!("{}: {module} has no place in the import order", source.path));
            continue;
        };
        for (number, line) in source.lines() {
            for name in imported(line) {
                if place(name).is_some_and(|other| other > own) {
                    faults.push(format!("{}:{number} imports {name}", source.path));
                }
            }
        }
    }
    nothing(&faults);
}

#[test]
fn features_are_entered_through_their_front_door() {
    let mut faults = Vec::new();
    for source in sources("backend/src", "rs") {
        let module = source.module();
        let closed = |room: &str| {
            ROOMS.contains(&room) || (DOORS.contains(&room) && !matches!(module, "app" | "cli"))
        };
        for (number, line) in source.lines() {
            for feature in FEATURES.iter().filter(|feature| **feature != module) {
                let door = format!("{feature}::");
                let entered = line.split(&door).skip(1);
                for room in entered.filter_map(|rest| rest.split("::").next()) {
                    if closed(room) {
                        faults.push(format!("{}:{number} enters {feature}::{room}", source.path));
                    }
                }
            }
        }
    }
    nothing(&faults);
}

#[test]
fn only_the_base_and_the_stores_speak_to_the_database() {
    let mut faults = Vec::new();
    for source in sources("backend/src", "rs") {
        let may = source.module() == "base"
            || source.path.ends_with("/store.rs")
            || source.path.contains("/store/");
        // A rule may derive what lets a column hold it; it may not ask anything.
        let rules = source.path.ends_with("/rules.rs") || source.path.contains("/rules/");
        for (number, line) in source.lines().filter(|_| !may) {
            let derives = rules
                && ["DeriveActiveEnum", "EnumIter", "DeriveValueType", "FromJsonQueryResult"]
                    .iter()
                    .any(|name| line.contains(name));
            if line.contains("sea_orm") && !derives && !(rules && line.contains("#[sea_orm(")) {
                faults.push(format!("{}:{number} speaks to the database", source.path));
            }
        }
    }
    nothing(&faults);
}

#[test]
fn only_commands_and_tests_stand_at_the_console() {
    let mut faults = Vec::new();
    for source in sources("backend/src", "rs") {
        let may = source.module() == "cli" || source.path.ends_with("identity/operator.rs");
        for (number, line) in source.lines().filter(|_| !may) {
            if line.contains("Operator::at_the_console") {
                faults.push(format!("{}:{number}", source.path));
            }
        }
    }
    nothing(&faults);
}

#[test]
fn history_and_data_import_nothing_of_ours() {
    let mut faults = Vec::new();
    for package in ["migration", "seed"] {
        let manifest = fs::read_to_string(root().join(package).join("Cargo.toml")).expect("text");
        for ours in ["rctm", "migration", "seed", "tests"] {
            if manifest.lines().any(|line| line.starts_with(&format!("{ours}."))) {
                faults.push(format!("{package} imports {ours}"));
            }
        }
    }
    nothing(&faults);
}

#[test]
fn no_file_outgrows_its_reader() {
    let mut faults = Vec::new();
    for source in rust() {
        let lines = source.text.lines().count();
        let most = if FEATURES.iter().any(|f| source.path == format!("backend/src/{f}/mod.rs")) {
            MOST_LINES_OF_MOD
        } else {
            MOST_LINES
        };
        if lines > most {
            faults.push(format!("{} has {lines} lines, more than {most}", source.path));
        }
    }
    nothing(&faults);
}

#[test]
fn lints_are_expected_with_a_reason_and_never_silenced() {
    let silenced = ["#[", "allow("].concat();
    let inner = ["#![", "allow("].concat();
    let mut faults = Vec::new();
    for source in rust() {
        for (number, line) in source.text.lines().enumerate() {
            if line.contains(&silenced) || line.contains(&inner) {
                faults.push(format!("{}:{}", source.path, number + 1));
            }
        }
    }
    nothing(&faults);
}

#[test]
fn nothing_is_left_to_do() {
    let marks = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["unimpl", "emented!"].concat()];
    let mut faults = Vec::new();
    for source in rust().into_iter().chain(sources("frontend-templates", "html")) {
        for (number, line) in source.text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark.as_str())) {
                faults.push(format!("{}:{}", source.path, number + 1));
            }
        }
    }
    nothing(&faults);
}

#[test]
fn templates_escape_everything_and_hold_no_script_and_no_style() {
    let mut faults = Vec::new();
    let pages = ["frontend-templates/pages", "frontend-templates/parts"];
    for source in pages.iter().flat_map(|below| sources(below, "html")) {
        for (number, line) in source.text.lines().enumerate() {
            for fault in forbidden(line) {
                faults.push(format!("{}:{} has {fault}", source.path, number + 1));
            }
        }
    }
    for source in sources("frontend-templates/emails", "html") {
        let escapes = !source.text.contains("|safe") && !source.text.contains("| safe");
        assert!(escapes, "{} does not escape", source.path);
    }
    nothing(&faults);
}

/// What no line of a page may have. Data for search engines is not a script that runs.
fn forbidden(line: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    for (mark, fault) in [
        ("|safe", "|safe"),
        ("| safe", "|safe"),
        (" style=", "a style attribute"),
        ("<style", "a style sheet of its own"),
        ("javascript:", "a script in an address"),
        ("http://", "an address without TLS"),
        ("src=\"https://", "something from another host"),
    ] {
        if line.contains(mark) {
            faults.push(fault);
        }
    }
    let data = line.matches("<script type=\"application/ld+json\">").count();
    let own =
        line.matches("<script src=\"{{").count() + line.matches("<script defer src=\"{{").count();
    if line.matches("<script").count() > data + own {
        faults.push("an inline script");
    }
    let handler = line.split(" on").skip(1).any(|rest| {
        let name: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
        name.len() > 3 && rest[name.len()..].starts_with("=\"")
    });
    if handler {
        faults.push("a handler of events");
    }
    faults
}

#[test]
fn the_checks_of_templates_find_what_they_forbid() {
    for bad in [
        "<p style=\"color:red\">",
        "{{ text|safe }}",
        "<script>alert(1)</script>",
        "<button onclick=\"go()\">",
        "<a href=\"javascript:go()\">",
    ] {
        assert!(!forbidden(bad).is_empty(), "{bad}");
    }
    for good in [
        "<p class=\"over\">one = two</p>",
        "<script type=\"application/ld+json\">{{ data }}</script>",
    ] {
        assert!(forbidden(good).is_empty(), "{good}");
    }
}

#[test]
fn the_tests_that_documents_name_exist() {
    let tests = sources("tests", "rs");
    let mut faults = Vec::new();
    let mut named = 0;
    for document in sources("backend/docs", "md") {
        for name in document.text.split('`').filter_map(|word| word.split_once("::")) {
            let (file, test) = name;
            if !test.starts_with(|c: char| c.is_ascii_lowercase()) {
                continue;
            }
            let (path, folder) = (format!("tests/e2e/{file}.rs"), format!("tests/e2e/{file}/"));
            let within = |path_of: &str| path_of == path || path_of.starts_with(&folder);
            let mut sources = tests.iter().filter(|source| within(&source.path)).peekable();
            if sources.peek().is_none() {
                continue;
            }
            named += 1;
            if !sources.any(|source| source.text.contains(&format!("fn {test}("))) {
                faults.push(format!("{} names {file}::{test}", document.path));
            }
        }
    }
    assert!(named > 20, "only {named} tests are named: the search does not work");
    nothing(&faults);
}
