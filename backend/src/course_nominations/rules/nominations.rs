//! Course nominations after they were submitted: their states, and what a new submission changes.

use super::needs::Need;
use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;
use crate::base::ids::CourseNominationId;

stored_list! {
    /// Where a course nomination stands.
    NominationState {
        /// Being prepared.
        Draft = "draft", "nomination-state-draft";
        /// The RSO and the centres see it.
        Submitted = "submitted", "nomination-state-submitted";
        /// The RSO has taken it up.
        Acknowledged = "acknowledged", "nomination-state-acknowledged";
        /// A delivery meets it.
        Planned = "planned", "nomination-state-planned";
        /// A delivery meets a part of it.
        PartlyPlanned = "partly_planned", "nomination-state-partly-planned";
        /// It was put together with another.
        Merged = "merged", "nomination-state-merged";
        /// It cannot be met, for a reason that the member reads.
        NotFeasible = "not_feasible", "nomination-state-not-feasible";
        /// It was met.
        Met = "met", "nomination-state-met";
        /// The member took it back.
        Withdrawn = "withdrawn", "nomination-state-withdrawn";
    }
}

impl NominationState {
    /// Whether a nomination may go from this state to `next`.
    pub const fn may_become(self, next: Self) -> bool {
        match self {
            Self::Draft => matches!(next, Self::Submitted),
            Self::Submitted => matches!(next, Self::Acknowledged | Self::Withdrawn),
            Self::Acknowledged => matches!(
                next,
                Self::Planned
                    | Self::PartlyPlanned
                    | Self::Merged
                    | Self::NotFeasible
                    | Self::Withdrawn
            ),
            // A delivery that is cancelled gives its nominations back.
            Self::Planned | Self::PartlyPlanned => matches!(next, Self::Met | Self::Acknowledged),
            Self::Merged => matches!(next, Self::Met),
            Self::NotFeasible | Self::Met | Self::Withdrawn => false,
        }
    }

    /// The sign of the design that stands before the words.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted | Self::Acknowledged | Self::PartlyPlanned | Self::Merged => "sent",
            Self::Planned => "plan",
            Self::Met => "yes",
            Self::NotFeasible | Self::Withdrawn => "no",
        }
    }
}

/// Where a member's answer to a round stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing was typed.
    Silent,
    /// Something was typed, nothing sent.
    Draft,
    /// Sent.
    Submitted,
    /// Sent, and typed on since.
    Changed,
    /// "No needs" was sent.
    NoNeeds,
}

impl Standing {
    /// Whether the member has answered.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Submitted | Self::Changed | Self::NoNeeds)
    }

    /// Whether the member has begun, be it with a draft.
    pub fn is_started(self) -> bool {
        self != Self::Silent
    }

    /// The words.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::Silent => "standing-silent",
            Self::Draft => "standing-draft",
            Self::Submitted => "standing-submitted",
            Self::Changed => "standing-changed",
            Self::NoNeeds => "standing-no-needs",
        })
    }

    /// The sign of the design that stands before the words; none for silence.
    pub const fn sign(self) -> Option<&'static str> {
        match self {
            Self::Silent => None,
            Self::Draft => Some("draft"),
            Self::Submitted | Self::Changed | Self::NoNeeds => Some("sent"),
        }
    }
}

/// What a submission changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Asked for the first time.
    pub new: Vec<Need>,
    /// Asked for differently: which, what it was, what it is.
    pub changed: Vec<(CourseNominationId, Need, Need)>,
    /// No longer asked for.
    pub dropped: Vec<(CourseNominationId, Need)>,
}

impl Changes {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.dropped.is_empty()
    }

    /// The course types that are concerned, each once.
    pub fn course_types(&self) -> Vec<&str> {
        let needs = self.new.iter().chain(self.changed.iter().flat_map(|(_, old, new)| [old, new]));
        let needs = needs.chain(self.dropped.iter().map(|(_, need)| need));
        let mut types: Vec<_> = needs.filter_map(Need::course_type).collect();
        types.sort_unstable();
        types.dedup();
        types
    }
}

/// What changes when `wanted` takes the place of what stands; a line that stays the same keeps
/// its nomination and its history.
pub fn changes(standing: &[(CourseNominationId, Need)], wanted: Vec<Need>) -> Changes {
    let mut changes = Changes::default();
    let dropped = standing.iter().filter(|(_, old)| wanted.iter().all(|new| new.line != old.line));
    changes.dropped = dropped.cloned().collect();
    for need in wanted {
        match standing.iter().find(|(_, old)| old.line == need.line) {
            None => changes.new.push(need),
            Some((_, old)) if *old == need => {}
            Some((id, old)) => changes.changed.push((*id, old.clone(), need)),
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use NominationState::{
        Acknowledged, Draft, Merged, Met, NotFeasible, PartlyPlanned, Planned, Submitted, Withdrawn,
    };
    use sea_orm::ActiveEnum;

    use super::super::{About, Frequency, Level, Mode, Quarters, Urgency};
    use super::*;

    #[test]
    fn a_nomination_goes_forward_and_can_be_withdrawn_before_it_is_planned() {
        let allowed = [
            (Draft, Submitted),
            (Submitted, Acknowledged),
            (Submitted, Withdrawn),
            (Acknowledged, Planned),
            (Acknowledged, PartlyPlanned),
            (Acknowledged, Merged),
            (Acknowledged, NotFeasible),
            (Acknowledged, Withdrawn),
            (Planned, Met),
            (Planned, Acknowledged),
            (PartlyPlanned, Met),
            (PartlyPlanned, Acknowledged),
            (Merged, Met),
        ];
        for from in NominationState::ALL {
            assert_eq!(from.to_value(), from.as_str());
            for to in NominationState::ALL {
                assert_eq!(
                    from.may_become(*to),
                    allowed.contains(&(*from, *to)),
                    "{from:?} {to:?}"
                );
            }
        }
    }

    fn need(line: &str, participants: u16) -> Need {
        Need {
            line: line.to_owned(),
            about: About::Type(line.to_owned()),
            course: None,
            frequency: Frequency::Annual,
            level: Level::Regional,
            participants,
            rank: 1,
            urgency: Urgency::Medium,
            language: "en".to_owned(),
            mode: Mode::Any,
            quarters: Quarters::default(),
            can_host: false,
            reason: String::new(),
        }
    }

    #[test]
    fn what_stays_the_same_is_left_alone() {
        let id = CourseNominationId::new;
        let standing = [(id(), need("a", 1)), (id(), need("b", 2)), (id(), need("c", 3))];
        let found = changes(&standing, vec![need("a", 1), need("b", 5), need("d", 4)]);
        assert_eq!(found.new, [need("d", 4)]);
        assert_eq!(found.changed, [(standing[1].0, need("b", 2), need("b", 5))]);
        assert_eq!(found.dropped, [standing[2].clone()]);
        assert_eq!(found.course_types(), ["b", "c", "d"]);
        assert!(
            changes(&standing, standing.iter().map(|(_, need)| need.clone()).collect()).is_empty()
        );
    }
}
