//! The guides for centres of excellence.
use super::{Guide, Job, Shown, Trouble};
use crate::identity::Role;

/// For Training Directors.
pub(super) const TRAINING_DIRECTORS: Guide = Guide {
    name: "training-directors",
    roles: &[Role::TrainingDirector],
    title: "help-td-title",
    lede: "help-td-lede",
    can: &["help-td-can-1", "help-td-can-2", "help-td-can-3"],
    jobs: &[
        Job {
            id: "demand",
            title: "help-td-demand",
            page: Some("/my-centre"),
            steps: &[
                "help-td-demand-1",
                "help-td-demand-2",
                "help-td-demand-3",
                "help-td-demand-4",
            ],
            then: &["help-td-demand-then"],
            picture: Some(Shown { name: "centre", alt: "help-td-demand-alt" }),
        },
        Job {
            id: "publish",
            title: "help-td-publish",
            page: Some("/courses"),
            steps: &[
                "help-td-publish-1",
                "help-td-publish-2",
                "help-td-publish-3",
                "help-td-publish-4",
            ],
            then: &["help-td-publish-then-1", "help-td-publish-then-2"],
            picture: Some(Shown { name: "publication", alt: "help-td-publish-alt" }),
        },
        Job {
            id: "standing",
            title: "help-td-standing",
            page: Some("/courses"),
            steps: &["help-td-standing-1", "help-td-standing-2", "help-td-standing-3"],
            then: &["help-td-standing-then"],
            picture: None,
        },
        Job {
            id: "import",
            title: "help-td-import",
            page: Some("/course-imports"),
            steps: &["help-td-import-1", "help-td-import-2", "help-td-import-3"],
            then: &["help-td-import-then"],
            picture: None,
        },
        Job {
            id: "overlap",
            title: "help-td-overlap",
            page: None,
            steps: &["help-td-overlap-1", "help-td-overlap-2", "help-td-overlap-3"],
            then: &["help-td-overlap-then"],
            picture: None,
        },
        Job {
            id: "fresh",
            title: "help-td-fresh",
            page: Some("/my-centre"),
            steps: &["help-td-fresh-1", "help-td-fresh-2"],
            then: &["help-td-fresh-then"],
            picture: None,
        },
        Job {
            id: "together",
            title: "help-td-together",
            page: None,
            steps: &["help-td-together-1", "help-td-together-2", "help-td-together-3"],
            then: &["help-td-together-then"],
            picture: None,
        },
    ],
    deadlines: &["help-td-deadline-1", "help-td-deadline-2"],
    wrong: &[
        Trouble { seen: "help-td-wrong-missing", what: "help-td-wrong-missing-what" },
        Trouble { seen: "help-td-wrong-mistake", what: "help-td-wrong-mistake-what" },
        Trouble { seen: "help-td-wrong-silent", what: "help-td-wrong-silent-what" },
    ],
    keys: &[],
    ask: &["help-td-ask-1", "help-td-ask-2"],
};

/// For course editors.
pub(super) const COURSE_EDITORS: Guide = Guide {
    name: "course-editors",
    roles: &[Role::CourseEditor],
    title: "help-ce-title",
    lede: "help-ce-lede",
    can: &["help-ce-can-1", "help-ce-can-2", "help-ce-can-3"],
    jobs: &[
        Job {
            id: "new",
            title: "help-ce-new",
            page: Some("/courses/new"),
            steps: &["help-ce-new-1", "help-ce-new-2"],
            then: &["help-ce-new-then"],
            picture: None,
        },
        Job {
            id: "editor",
            title: "help-ce-editor",
            page: Some("/courses"),
            steps: &[
                "help-ce-editor-1",
                "help-ce-editor-2",
                "help-ce-editor-3",
                "help-ce-editor-4",
            ],
            then: &["help-ce-editor-then"],
            picture: Some(Shown { name: "editor", alt: "help-ce-editor-alt" }),
        },
        Job {
            id: "check",
            title: "help-ce-check",
            page: None,
            steps: &["help-ce-check-1", "help-ce-check-2", "help-ce-check-3"],
            then: &["help-ce-check-then"],
            picture: None,
        },
    ],
    deadlines: &["help-ce-deadline-1"],
    wrong: &[
        Trouble { seen: "help-ce-wrong-colleague", what: "help-ce-wrong-colleague-what" },
        Trouble { seen: "help-ce-wrong-suspended", what: "help-ce-wrong-suspended-what" },
    ],
    keys: &["help-ce-keys-1"],
    ask: &["help-ce-ask-1"],
};
