//! The guides: for everybody, and one for each role. Texts are keys; the words are in `help.ftl`.
mod centres;
mod everybody;
mod office;
mod states;

use crate::identity::Role;

/// A guide of one page.
#[derive(Debug)]
pub struct Guide {
    /// Its name in the address, `/help/NAME`.
    pub name: &'static str,
    /// The roles that it is for; none where it is for everybody.
    pub roles: &'static [Role],
    /// What it is called.
    pub title: &'static str,
    /// What it is about, in a sentence or two.
    pub lede: &'static str,
    /// What the reader can do, one sentence each.
    pub can: &'static [&'static str],
    /// The main jobs, step by step.
    pub jobs: &'static [Job],
    /// When something is due.
    pub deadlines: &'static [&'static str],
    /// What to do when something is wrong.
    pub wrong: &'static [Trouble],
    /// How it goes by keyboard, beside what goes everywhere.
    pub keys: &'static [&'static str],
    /// Whom to ask, beside the Regional Support Office.
    pub ask: &'static [&'static str],
}

/// A job, step by step.
#[derive(Debug)]
pub struct Job {
    /// Its anchor on the page.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Where it is done, where that has an address of its own.
    pub page: Option<&'static str>,
    /// The steps.
    pub steps: &'static [&'static str],
    /// What happens then, and who is told.
    pub then: &'static [&'static str],
    /// A picture of it.
    pub picture: Option<Shown>,
}

/// A picture in a guide.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The name under which the browser test makes it.
    pub name: &'static str,
    /// What it shows, for those who do not see it.
    pub alt: &'static str,
}

/// Something that goes wrong: what is seen, what to do.
#[derive(Debug)]
pub struct Trouble {
    /// What is seen.
    pub seen: &'static str,
    /// What to do.
    pub what: &'static str,
}

/// Every guide, in the order of the contents.
pub const GUIDES: [&Guide; 8] = [
    &everybody::EVERYBODY,
    &states::FOCAL_POINTS,
    &states::NOMINATORS,
    &centres::TRAINING_DIRECTORS,
    &centres::COURSE_EDITORS,
    &office::OFFICE,
    &office::AUDITORS,
    &office::ADMINISTRATORS,
];

/// The guide of this name.
pub fn guide(name: &str) -> Option<&'static Guide> {
    GUIDES.into_iter().find(|guide| guide.name == name)
}

/// The guide for a role.
pub fn guide_of(role: Role) -> Option<&'static Guide> {
    GUIDES.into_iter().find(|guide| guide.roles.contains(&role))
}

/// What may go wrong for everybody who has signed in.
const COMMON: [Trouble; 3] = [
    Trouble { seen: "help-wrong-signed-out", what: "help-wrong-signed-out-what" },
    Trouble { seen: "help-wrong-refused", what: "help-wrong-refused-what" },
    Trouble { seen: "help-wrong-busy", what: "help-wrong-busy-what" },
];
/// The keys that work on every page.
const KEYS: [&str; 3] = ["help-keys-skip", "help-keys-tab", "help-keys-choices"];

impl Guide {
    /// Its address.
    pub fn address(&self) -> String {
        format!("/help/{}", self.name)
    }

    /// Everything that may go wrong, what is this role's own first.
    pub fn troubles(&self) -> impl Iterator<Item = &'static Trouble> {
        self.wrong.iter().chain(&COMMON)
    }

    /// How it goes by keyboard, what works everywhere first.
    pub fn keyboard(&self) -> impl Iterator<Item = &'static str> {
        KEYS.into_iter().chain(self.keys.iter().copied())
    }

    /// The pictures in it.
    pub fn pictures(&self) -> impl Iterator<Item = Shown> {
        self.jobs.iter().filter_map(|job| job.picture)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::base::assets;
    use crate::base::i18n::Locale;

    fn keys(guide: &'static Guide) -> Vec<&'static str> {
        let mut keys = vec![guide.title, guide.lede];
        keys.extend(guide.can.iter().chain(guide.deadlines).chain(guide.ask));
        keys.extend(guide.keyboard());
        keys.extend(guide.troubles().flat_map(|one| [one.seen, one.what]));
        for job in guide.jobs {
            keys.push(job.title);
            keys.extend(job.steps.iter().chain(job.then));
        }
        keys.extend(guide.pictures().map(|shown| shown.alt));
        keys
    }

    #[test]
    fn every_sentence_of_every_guide_is_written() {
        for guide in GUIDES {
            for key in keys(guide) {
                assert!(Locale::knows(key), "{}: nobody wrote {key}", guide.name);
            }
        }
    }

    #[test]
    fn every_role_has_one_guide_and_every_guide_says_what_it_promises() {
        for role in Role::ALL {
            let guides = GUIDES.iter().filter(|guide| guide.roles.contains(role)).count();
            assert_eq!(guides, 1, "{role:?} has {guides} guides");
        }
        for guide in GUIDES {
            let parts = [guide.can.len(), guide.jobs.len(), guide.deadlines.len(), guide.ask.len()];
            let for_all = guide.roles.is_empty();
            assert!(for_all || !parts.contains(&0), "{} lacks a part", guide.name);
            assert!(guide.jobs.iter().all(|job| job.steps.len() > 1), "{}", guide.name);
            let ids: BTreeSet<_> = guide.jobs.iter().map(|job| job.id).collect();
            assert_eq!(ids.len(), guide.jobs.len(), "{}: two jobs have one anchor", guide.name);
        }
    }

    #[test]
    fn a_guide_shows_only_pictures_that_are_made_and_all_of_them() {
        let named: BTreeSet<_> =
            GUIDES.iter().flat_map(|guide| guide.pictures()).map(|shown| shown.name).collect();
        let made: BTreeSet<_> = assets::pictures().map(|picture| picture.name).collect();
        assert_eq!(named, made, "guides name the first; the browser test has made the second");
    }
}
