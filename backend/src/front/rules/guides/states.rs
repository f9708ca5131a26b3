//! The guides for those who nominate for a State.
use super::{Guide, Job, Shown, Trouble};
use crate::identity::Role;

/// For focal points and their deputies.
pub(super) const FOCAL_POINTS: Guide = Guide {
    name: "focal-points",
    roles: &[Role::FocalPoint, Role::DeputyFocalPoint],
    title: "help-fp-title",
    lede: "help-fp-lede",
    can: &["help-fp-can-1", "help-fp-can-2", "help-fp-can-3", "help-fp-can-4"],
    jobs: &[
        Job {
            id: "sheet",
            title: "help-fp-sheet",
            page: Some("/my-state"),
            steps: &[
                "help-fp-sheet-1",
                "help-fp-sheet-2",
                "help-fp-sheet-3",
                "help-fp-sheet-4",
                "help-fp-sheet-5",
                "help-fp-sheet-6",
                "help-fp-sheet-7",
            ],
            then: &["help-fp-sheet-then-1", "help-fp-sheet-then-2"],
            picture: Some(Shown { name: "sheet", alt: "help-fp-sheet-alt" }),
        },
        Job {
            id: "submit",
            title: "help-fp-submit",
            page: None,
            steps: &[
                "help-fp-submit-1",
                "help-fp-submit-2",
                "help-fp-submit-3",
                "help-fp-submit-4",
            ],
            then: &["help-fp-submit-then-1", "help-fp-submit-then-2", "help-fp-submit-then-3"],
            picture: Some(Shown { name: "check", alt: "help-fp-submit-alt" }),
        },
        Job {
            id: "translation",
            title: "help-fp-translation",
            page: Some("/catalogue"),
            steps: &["help-fp-translation-1", "help-fp-translation-2"],
            then: &["help-fp-translation-then"],
            picture: None,
        },
        Job {
            id: "change",
            title: "help-fp-change",
            page: Some("/nominations"),
            steps: &["help-fp-change-1", "help-fp-change-2", "help-fp-change-3"],
            then: &["help-fp-change-then"],
            picture: Some(Shown { name: "outcome", alt: "help-fp-change-alt" }),
        },
        Job {
            id: "participants",
            title: "help-fp-participants",
            page: Some("/participants"),
            steps: &["help-fp-participants-1", "help-fp-participants-2", "help-fp-participants-3"],
            then: &["help-fp-participants-then"],
            picture: None,
        },
        Job {
            id: "demand",
            title: "help-fp-demand",
            page: Some("/demand"),
            steps: &["help-fp-demand-1", "help-fp-demand-2"],
            then: &[],
            picture: None,
        },
        Job {
            id: "seats",
            title: "help-fp-seats",
            page: None,
            steps: &["help-fp-seats-1", "help-fp-seats-2"],
            then: &["help-fp-seats-then"],
            picture: None,
        },
    ],
    deadlines: &["help-fp-deadline-1", "help-fp-deadline-2", "help-fp-deadline-3"],
    wrong: &[
        Trouble { seen: "help-fp-wrong-meanwhile", what: "help-fp-wrong-meanwhile-what" },
        Trouble { seen: "help-fp-wrong-line", what: "help-fp-wrong-line-what" },
        Trouble { seen: "help-fp-wrong-late", what: "help-fp-wrong-late-what" },
    ],
    keys: &["help-fp-keys-1", "help-fp-keys-2"],
    ask: &["help-fp-ask-1", "help-fp-ask-2"],
};

/// For those who nominate for an agency.
pub(super) const NOMINATORS: Guide = Guide {
    name: "agency-nominators",
    roles: &[Role::AgencyNominator],
    title: "help-an-title",
    lede: "help-an-lede",
    can: &["help-an-can-1", "help-an-can-2"],
    jobs: &[
        Job {
            id: "sheet",
            title: "help-an-sheet",
            page: Some("/my-state"),
            steps: &["help-an-sheet-1", "help-an-sheet-2", "help-an-sheet-3"],
            then: &["help-an-sheet-then"],
            picture: Some(Shown { name: "due", alt: "help-an-sheet-alt" }),
        },
        Job {
            id: "participants",
            title: "help-agency-participants",
            page: Some("/participants"),
            steps: &["help-agency-participants-1", "help-agency-participants-2"],
            then: &["help-agency-participants-then"],
            picture: None,
        },
        Job {
            id: "outcome",
            title: "help-an-outcome",
            page: Some("/nominations"),
            steps: &["help-an-outcome-1", "help-an-outcome-2"],
            then: &[],
            picture: None,
        },
    ],
    deadlines: &["help-an-deadline-1"],
    wrong: &[Trouble { seen: "help-an-wrong-none", what: "help-an-wrong-none-what" }],
    keys: &[],
    ask: &["help-an-ask-1"],
};
