//! The guide for everybody.
use super::{Guide, Job, Shown, Trouble};

/// For everybody, signed in or not.
pub(super) const EVERYBODY: Guide = Guide {
    name: "everybody",
    roles: &[],
    title: "help-all-title",
    lede: "help-all-lede",
    can: &["help-all-can-1", "help-all-can-2"],
    jobs: &[
        Job {
            id: "find",
            title: "help-all-find",
            page: Some("/catalogue"),
            steps: &["help-all-find-1", "help-all-find-2", "help-all-find-3"],
            then: &["help-all-find-then"],
            picture: Some(Shown { name: "catalogue", alt: "help-all-find-alt" }),
        },
        Job {
            id: "take",
            title: "help-all-take",
            page: Some("/catalogue"),
            steps: &["help-all-take-1", "help-all-take-2"],
            then: &["help-all-take-then-1", "help-all-take-then-2"],
            picture: None,
        },
        Job {
            id: "told",
            title: "help-all-told",
            page: Some("/subscriptions"),
            steps: &["help-all-told-1", "help-all-told-2", "help-all-told-3"],
            then: &["help-all-told-then"],
            picture: None,
        },
        Job {
            id: "sign-in",
            title: "help-all-sign-in",
            page: Some("/sign-in"),
            steps: &["help-all-sign-in-1", "help-all-sign-in-2", "help-all-sign-in-3"],
            then: &["help-all-sign-in-then"],
            picture: None,
        },
        Job {
            id: "language",
            title: "help-all-language",
            page: Some("/account"),
            steps: &["help-all-language-1", "help-all-language-2"],
            then: &["help-all-language-then"],
            picture: None,
        },
        Job {
            id: "account",
            title: "help-all-account",
            page: Some("/account"),
            steps: &["help-all-account-1", "help-all-account-2", "help-all-account-3"],
            then: &["help-all-account-then"],
            picture: None,
        },
        Job {
            id: "notices",
            title: "help-all-notices",
            page: Some("/notices"),
            steps: &["help-all-notices-1", "help-all-notices-2"],
            then: &["help-all-notices-then"],
            picture: None,
        },
        Job {
            id: "programs",
            title: "help-all-programs",
            page: None,
            steps: &["help-all-programs-1", "help-all-programs-2", "help-all-programs-3"],
            then: &["help-all-programs-then"],
            picture: None,
        },
    ],
    deadlines: &[],
    wrong: &[
        Trouble { seen: "help-all-wrong-password", what: "help-all-wrong-password-what" },
        Trouble { seen: "help-all-wrong-account", what: "help-all-wrong-account-what" },
    ],
    keys: &[],
    ask: &["help-all-ask-1", "help-all-ask-2"],
};
