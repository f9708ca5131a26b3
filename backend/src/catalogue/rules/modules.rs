//! Modules belong to a centre: its courses share them, and a change makes a new version.
use std::collections::BTreeMap;

use super::content::Module;
use super::differences::{Difference, Line};
use super::fold::fold;

/// The versions of a module by their numbers, the oldest first.
pub type Versions = Vec<(i32, Module)>;

/// Modules of a centre with their versions, by code.
pub type Shelf = BTreeMap<String, Versions>;

/// Where a module of a draft stands to the one of its centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The centre keeps no module of this code yet.
    New,
    /// It says what this version says.
    Pinned {
        /// The number of the version.
        version: i32,
        /// The number of the newest one.
        newest: i32,
    },
    /// It says something that no version says.
    Changed {
        /// The number of the newest version.
        newest: i32,
    },
}

impl Standing {
    /// The version that it says, if any does.
    pub const fn version(self) -> Option<i32> {
        match self {
            Self::Pinned { version, .. } => Some(version),
            Self::New | Self::Changed { .. } => None,
        }
    }

    /// The number of the newest version, if the centre keeps the module.
    pub const fn newest(self) -> Option<i32> {
        match self {
            Self::Pinned { newest, .. } | Self::Changed { newest } => Some(newest),
            Self::New => None,
        }
    }

    /// Whether there is a newer version than the one that it says.
    pub const fn is_behind(self) -> bool {
        matches!(self, Self::Pinned { version, newest } if version < newest)
    }

    /// Whether it says what the newest version says.
    pub const fn is_newest(self) -> bool {
        matches!(self, Self::Pinned { version, newest } if version == newest)
    }
}

/// Where a module of a draft stands to the versions of its code. Of several versions that say the
/// same the last is meant, so that nobody is told of a newer one without a difference.
pub fn standing(module: &Module, versions: Option<&Versions>) -> Standing {
    let Some((newest, _)) = versions.and_then(|versions| versions.last()) else {
        return Standing::New;
    };
    let same = versions.and_then(|versions| versions.iter().rfind(|(_, text)| text == module));
    match same {
        Some((version, _)) => Standing::Pinned { version: *version, newest: *newest },
        None => Standing::Changed { newest: *newest },
    }
}

/// Which version a module of a course is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The number of the version.
    pub version: i32,
    /// Whether it is to be made.
    pub is_new: bool,
}

/// Which versions the modules of a course are: those that say the same, and where none does the
/// next one, which is to be made. `shelf` has them all afterwards.
pub fn keep(modules: &[Module], shelf: &mut Shelf) -> Vec<Kept> {
    let mut kept = Vec::with_capacity(modules.len());
    for module in modules {
        let versions = shelf.entry(module.code.clone()).or_default();
        let is = standing(module, Some(versions));
        let version = is.version().unwrap_or_else(|| {
            let next = is.newest().unwrap_or(0) + 1;
            versions.push((next, module.clone()));
            next
        });
        kept.push(Kept { version, is_new: is.version().is_none() });
    }
    kept
}

/// What of a module two people may write.
struct Field {
    name: &'static str,
    label: &'static str,
    lines: fn(&Module) -> Vec<Line>,
    same: fn(&Module, &Module) -> bool,
    take: fn(&mut Module, &Module),
}

macro_rules! fields {
    ($($field:ident($lines:expr) = $label:literal,)+) => {
        const FIELDS: &[Field] = &[$(Field {
            name: stringify!($field),
            label: $label,
            lines: $lines,
            same: |one, other| one.$field == other.$field,
            take: |module, from| module.$field.clone_from(&from.$field),
        }),+];
    };
}

fields! {
    title(|module| lines(&module.title)) = "course-title",
    hours(|module| lines(&module.hours.map(|hours| hours.to_string()).unwrap_or_default()))
        = "course-hours",
    summary(|module| lines(&module.summary)) = "course-module-covers",
}

fn lines(text: &str) -> Vec<Line> {
    text.lines().map(|line| Line::Text(line.to_owned())).collect()
}

/// Every part in which `after` differs from `before`, in the order of the form.
pub fn module_differences(before: &Module, after: &Module) -> Vec<Difference> {
    let differing = FIELDS.iter().filter(|field| !(field.same)(before, after));
    let told = differing.map(|field| Difference {
        name: field.name,
        label: field.label,
        before: (field.lines)(before),
        after: (field.lines)(after),
    });
    told.collect()
}

/// What comes of two people's work on one module.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedModule {
    /// Everything that only one of them changed, and mine where both changed the same field.
    pub module: Module,
    /// The fields that both changed, each to something else.
    pub clashes: Vec<&'static str>,
}

/// Puts `mine` over what the newest version says. Both began from `base`; a field that is
/// `given_up` stays as it is there.
pub fn merge_module(
    base: &Module,
    (mine, theirs): (&Module, &Module),
    given_up: &[String],
) -> MergedModule {
    let mut merged = MergedModule { module: theirs.clone(), clashes: Vec::new() };
    for field in FIELDS {
        let kept = given_up.iter().any(|name| name == field.name);
        if kept || (field.same)(mine, theirs) || (field.same)(mine, base) {
            continue;
        }
        if !(field.same)(theirs, base) {
            merged.clashes.push(field.name);
        }
        (field.take)(&mut merged.module, mine);
    }
    merged
}

/// The text of a module by which it is found.
pub fn search_words(module: &Module) -> String {
    fold(&format!("{} {} {}", module.code, module.title, module.summary))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn module(code: &str, title: &str) -> Module {
        Module { code: code.into(), title: title.into(), ..Module::default() }
    }

    #[test]
    fn a_module_is_the_last_version_that_says_the_same() {
        let versions =
            vec![(1, module("A-1", "Old")), (2, module("A-1", "Other")), (3, module("A-1", "Old"))];
        let stands = |title: &str| standing(&module("A-1", title), Some(&versions));
        assert_eq!(stands("Old"), Standing::Pinned { version: 3, newest: 3 });
        assert_eq!(stands("Other"), Standing::Pinned { version: 2, newest: 3 });
        assert!(stands("Other").is_behind() && !stands("Old").is_behind());
        assert_eq!(stands("Else"), Standing::Changed { newest: 3 });
        assert_eq!(standing(&module("A-1", "Old"), None), Standing::New);
        assert_eq!(standing(&module("A-1", "Old"), Some(&Vec::new())), Standing::New);
    }

    #[test]
    fn one_code_with_two_texts_gives_two_versions_in_order() {
        let mut shelf = Shelf::new();
        let course = [module("A-1", "One"), module("B-1", "Two"), module("A-1", "Three")];
        let kept = keep(&course, &mut shelf);
        let versions: Vec<_> = kept.iter().map(|kept| (kept.version, kept.is_new)).collect();
        assert_eq!(versions, [(1, true), (1, true), (2, true)]);
        assert!(keep(&course, &mut shelf).iter().all(|kept| !kept.is_new));
    }

    #[test]
    fn both_texts_of_a_field_that_two_people_wrote_are_told() {
        let base = Module { hours: Some(6), ..module("A-1", "Base") };
        let mine = Module { summary: "Mine.".into(), ..module("A-1", "Mine") };
        let theirs = Module { hours: Some(6), ..module("A-1", "Theirs") };
        let merged = merge_module(&base, (&mine, &theirs), &[]);
        assert_eq!(merged.clashes, ["title"]);
        assert_eq!((merged.module.hours, merged.module.summary.as_str()), (None, "Mine."));
        let told = module_differences(&merged.module, &theirs);
        assert_eq!(told[0].before, [Line::Text("Mine".into())]);
        assert_eq!(told[0].after, [Line::Text("Theirs".into())]);
        let chosen = merge_module(&base, (&mine, &theirs), &["title".to_owned()]);
        assert_eq!((chosen.module.title.as_str(), chosen.clashes.len()), ("Theirs", 0));
    }

    proptest! {
        /// Whatever courses a centre publishes in whatever order: each module of each is a
        /// version that says exactly what the course says, a number is given once, and keeping a
        /// course again makes nothing.
        #[test]
        fn a_pin_says_what_the_course_says(
            courses in proptest::collection::vec(
                proptest::collection::vec(("[AB]", "[xyz]"), 0..4), 0..8),
        ) {
            let mut shelf = Shelf::new();
            let mut pinned = Vec::new();
            for course in &courses {
                let modules: Vec<_> =
                    course.iter().map(|(code, title)| module(code, title)).collect();
                let kept = keep(&modules, &mut shelf);
                prop_assert!(keep(&modules, &mut shelf).iter().all(|kept| !kept.is_new));
                pinned.extend(modules.into_iter().zip(kept));
            }
            for (module, kept) in pinned {
                let said = shelf[&module.code].iter().find(|(number, _)| *number == kept.version);
                prop_assert_eq!(said.map(|(_, text)| text), Some(&module));
            }
            for versions in shelf.values() {
                let numbers: Vec<_> = versions.iter().map(|(number, _)| *number).collect();
                let expected: Vec<_> = (1..).take(versions.len()).collect();
                prop_assert_eq!(numbers, expected);
            }
        }

        #[test]
        fn nothing_that_somebody_wrote_is_lost_in_silence(
            base in "[ab]?", mine in "[abc]?", theirs in "[abd]?",
        ) {
            let [seen, me, they] = [&base, &mine, &theirs].map(|title| module("A-1", title));
            let merged = merge_module(&seen, (&me, &they), &[]);
            let clash = !merged.clashes.is_empty();
            prop_assert_eq!(clash, mine != base && theirs != base && mine != theirs);
            prop_assert!(mine == base || merged.module.title == mine);
            prop_assert!(theirs == base || clash || merged.module.title == theirs);
        }
    }
}
