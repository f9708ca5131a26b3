//! The guides for the Regional Support Office and for those who look after the installation.
use super::{Guide, Job, Shown, Trouble};
use crate::identity::Role;

/// For officers and the manager of the Regional Support Office.
pub(super) const OFFICE: Guide = Guide {
    name: "rso",
    roles: &[Role::RsoOfficer, Role::RsoManager],
    title: "help-rso-title",
    lede: "help-rso-lede",
    can: &["help-rso-can-1", "help-rso-can-2", "help-rso-can-3", "help-rso-can-4"],
    jobs: &[
        Job {
            id: "board",
            title: "help-rso-board",
            page: Some("/demand"),
            steps: &[
                "help-rso-board-1",
                "help-rso-board-2",
                "help-rso-board-3",
                "help-rso-board-4",
            ],
            then: &["help-rso-board-then"],
            picture: Some(Shown { name: "board", alt: "help-rso-board-alt" }),
        },
        Job {
            id: "round",
            title: "help-rso-round",
            page: Some("/rounds"),
            steps: &[
                "help-rso-round-1",
                "help-rso-round-2",
                "help-rso-round-3",
                "help-rso-round-4",
                "help-rso-round-5",
            ],
            then: &["help-rso-round-then-1", "help-rso-round-then-2"],
            picture: Some(Shown { name: "round", alt: "help-rso-round-alt" }),
        },
        Job {
            id: "emails",
            title: "help-rso-emails",
            page: Some("/emails"),
            steps: &["help-rso-emails-1", "help-rso-emails-2"],
            then: &["help-rso-emails-then"],
            picture: None,
        },
        Job {
            id: "members",
            title: "help-rso-members",
            page: Some("/organisations"),
            steps: &["help-rso-members-1", "help-rso-members-2"],
            then: &[],
            picture: None,
        },
        Job {
            id: "stale",
            title: "help-rso-stale",
            page: Some("/stale-courses"),
            steps: &["help-rso-stale-1", "help-rso-stale-2"],
            then: &["help-rso-stale-then"],
            picture: None,
        },
        Job {
            id: "seats",
            title: "help-rso-seats",
            page: None,
            steps: &["help-rso-seats-1", "help-rso-seats-2"],
            then: &["help-rso-seats-then"],
            picture: None,
        },
    ],
    deadlines: &["help-rso-deadline-1", "help-rso-deadline-2"],
    wrong: &[
        Trouble { seen: "help-rso-wrong-late", what: "help-rso-wrong-late-what" },
        Trouble { seen: "help-rso-wrong-answer", what: "help-rso-wrong-answer-what" },
        Trouble { seen: "help-rso-wrong-mail", what: "help-rso-wrong-mail-what" },
    ],
    keys: &["help-rso-keys-1"],
    ask: &["help-rso-ask-1"],
};

/// For auditors.
pub(super) const AUDITORS: Guide = Guide {
    name: "auditors",
    roles: &[Role::Auditor],
    title: "help-au-title",
    lede: "help-au-lede",
    can: &["help-au-can-1"],
    jobs: &[Job {
        id: "read",
        title: "help-au-read",
        page: Some("/audit-log"),
        steps: &["help-au-read-1", "help-au-read-2", "help-au-read-3"],
        then: &["help-au-read-then"],
        picture: Some(Shown { name: "audit-log", alt: "help-au-read-alt" }),
    }],
    deadlines: &["help-au-deadline-1"],
    wrong: &[Trouble { seen: "help-au-wrong-strange", what: "help-au-wrong-strange-what" }],
    keys: &[],
    ask: &["help-au-ask-1"],
};

/// For administrators of the installation.
pub(super) const ADMINISTRATORS: Guide = Guide {
    name: "administrators",
    roles: &[Role::Administrator],
    title: "help-ad-title",
    lede: "help-ad-lede",
    can: &["help-ad-can-1", "help-ad-can-2", "help-ad-can-3"],
    jobs: &[
        Job {
            id: "emails",
            title: "help-ad-emails",
            page: Some("/emails"),
            steps: &["help-ad-emails-1", "help-ad-emails-2", "help-ad-emails-3"],
            then: &["help-ad-emails-then"],
            picture: Some(Shown { name: "emails", alt: "help-ad-emails-alt" }),
        },
        Job {
            id: "accounts",
            title: "help-ad-accounts",
            page: None,
            steps: &["help-ad-accounts-1", "help-ad-accounts-2", "help-ad-accounts-3"],
            then: &["help-ad-accounts-then"],
            picture: None,
        },
    ],
    deadlines: &["help-ad-deadline-1"],
    wrong: &[Trouble { seen: "help-ad-wrong-down", what: "help-ad-wrong-down-what" }],
    keys: &[],
    ask: &["help-ad-ask-1"],
};
