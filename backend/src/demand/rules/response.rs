//! How many members answered a round, and who did not.
use std::collections::{HashMap, HashSet};

use super::Member;
use crate::base::ids::OrganisationId;
use crate::course_nominations::{Answer, Standing};

/// How many members answered. Every member invited is in exactly one of the four groups.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
pub struct Response {
    /// Members that submitted nominations.
    pub submitted: usize,
    /// Members that said that they need nothing.
    pub no_needs: usize,
    /// Members invited.
    pub invited: usize,
    /// The names of those that began and sent nothing.
    pub drafts: Vec<String>,
    /// The names of those that have not begun.
    pub silent: Vec<String>,
    /// The names of those without an active focal point.
    pub without_focal_point: Vec<String>,
}

impl Response {
    /// Counts the answers of `members`, in their order.
    pub fn of(
        members: &[Member],
        answers: &[Answer],
        with_focal_point: &HashSet<OrganisationId>,
    ) -> Self {
        let standing: HashMap<_, _> =
            answers.iter().map(|answer| (answer.member, answer.state)).collect();
        let mut response = Self { invited: members.len(), ..Self::default() };
        for member in members {
            match standing.get(&member.id).copied().unwrap_or(Standing::Silent) {
                Standing::Submitted | Standing::Changed => response.submitted += 1,
                Standing::NoNeeds => response.no_needs += 1,
                Standing::Draft => response.drafts.push(member.name.clone()),
                Standing::Silent => response.silent.push(member.name.clone()),
            }
            if !with_focal_point.contains(&member.id) {
                response.without_focal_point.push(member.name.clone());
            }
        }
        response
    }

    /// Members that answered, be it that they need nothing.
    pub fn answered(&self) -> usize {
        self.submitted + self.no_needs
    }

    /// Of a hundred members invited, how many answered; rounded down, so that 100 means all.
    pub fn percent(&self) -> usize {
        (self.answered() * 100).checked_div(self.invited).unwrap_or(0)
    }

    /// Members that have not answered.
    pub fn unanswered(&self) -> usize {
        self.drafts.len() + self.silent.len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(number: usize) -> Member {
        Member {
            id: OrganisationId::new(),
            code: number.to_string(),
            letters: String::new(),
            name: format!("Member {number}"),
            subregion: None,
            square: None,
        }
    }

    const STANDINGS: [Standing; 5] = [
        Standing::Silent,
        Standing::Draft,
        Standing::Submitted,
        Standing::Changed,
        Standing::NoNeeds,
    ];

    proptest! {
        #[test]
        fn every_member_is_in_one_group(places in prop::collection::vec(0usize..5, 0..30)) {
            let members: Vec<Member> = (0..places.len()).map(member).collect();
            let answers: Vec<Answer> = members.iter().zip(&places).map(|(member, place)| Answer {
                member: member.id,
                state: STANDINGS[*place],
                submitted_at: None,
                submitted_by: None,
            }).collect();
            let covered = members.iter().step_by(2).map(|member| member.id).collect();
            let response = Response::of(&members, &answers, &covered);
            prop_assert_eq!(response.answered() + response.unanswered(), response.invited);
            prop_assert_eq!(response.without_focal_point.len(), members.len() / 2);
            prop_assert_eq!(response.percent() == 100, response.unanswered() == 0 && !members.is_empty());
        }
    }
}
