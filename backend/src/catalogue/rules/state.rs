//! The states of a course, and which of them allows what.
use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;

stored_list! {
    /// Where a course stands.
    CourseState {
        /// Never published.
        Draft = "draft", "course-state-draft";
        /// A draft that a colleague reads before it is published.
        InReview = "in_review", "course-state-in-review";
        /// In the catalogue.
        Published = "published", "course-state-published";
        /// Out of the catalogue for a time; its page says why.
        Suspended = "suspended", "course-state-suspended";
        /// Given up; its page stays readable.
        Retired = "retired", "course-state-retired";
    }
}

/// What a centre does with a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Saves the working draft.
    Save,
    /// Hands the draft to the Training Director.
    Propose,
    /// Freezes the draft as the next version.
    Publish,
    /// Takes it out of the catalogue for a time.
    Suspend,
    /// Puts it back.
    Resume,
    /// Gives it up.
    Retire,
    /// Says that what the page says is still true.
    Verify,
    /// Lets another centre deliver it too.
    Share,
}

impl CourseState {
    /// The sign of the state, a class of the stylesheet.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InReview => "sent",
            Self::Published => "yes",
            Self::Suspended => "wait",
            Self::Retired => "no",
        }
    }

    /// Whether the state allows `act`; the refusal says what to do instead.
    pub fn allows(self, act: Act) -> Result<(), Message> {
        let refusal = match (self, act) {
            (Self::Draft | Self::InReview, Act::Save | Act::Propose | Act::Publish)
            | (
                Self::Published,
                Act::Save
                | Act::Propose
                | Act::Publish
                | Act::Suspend
                | Act::Retire
                | Act::Verify
                | Act::Share,
            )
            | (Self::Suspended, Act::Save | Act::Resume | Act::Retire) => return Ok(()),
            (Self::Draft | Self::InReview, _) => "course-refused-not-published",
            (Self::Published, Act::Resume) => "course-refused-not-suspended",
            (Self::Suspended, Act::Propose | Act::Publish) => "course-refused-publish-suspended",
            (Self::Suspended, Act::Suspend | Act::Verify | Act::Share) => {
                "course-refused-suspended"
            }
            (Self::Retired, _) => "course-refused-retired",
        };
        Err(Message::new(refusal))
    }

    /// Whether the state allows `act`, for showing a button or not.
    pub fn may(self, act: Act) -> bool {
        self.allows(act).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [CourseState; 5] = [
        CourseState::Draft,
        CourseState::InReview,
        CourseState::Published,
        CourseState::Suspended,
        CourseState::Retired,
    ];

    #[test]
    fn nothing_is_done_with_a_retired_course() {
        for act in [Act::Save, Act::Publish, Act::Suspend, Act::Resume, Act::Retire, Act::Verify] {
            let refusal = CourseState::Retired.allows(act).expect_err("refused");
            assert_eq!(refusal.key(), "course-refused-retired");
        }
    }

    #[test]
    fn only_what_is_published_is_suspended_and_only_what_is_suspended_resumes() {
        let able = |act| STATES.into_iter().filter(|s| s.may(act)).collect::<Vec<_>>();
        assert_eq!(able(Act::Suspend), [CourseState::Published]);
        assert_eq!(able(Act::Resume), [CourseState::Suspended]);
        assert_eq!(able(Act::Verify), [CourseState::Published]);
        assert_eq!(able(Act::Share), [CourseState::Published]);
        assert_eq!(able(Act::Retire), [CourseState::Published, CourseState::Suspended]);
        assert_eq!(able(Act::Publish).len(), 3);
        assert_eq!(able(Act::Propose), able(Act::Publish));
        assert_eq!(able(Act::Save).len(), 4);
    }
}
