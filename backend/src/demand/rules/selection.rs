//! What a figure of the board stands for: which nominations are behind it, and what they sum to.
use super::{Board, Choice, Column, Member};
use crate::base::ids::OrganisationId;
use crate::course_nominations::{Figures, Mark, NEW_COURSES, Topic};

/// So many nominations of one cell are shown in full beside the table; more are listed below it.
const MOST_IN_FULL: i64 = 3;

/// A figure of the board that somebody looks behind.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// The member, where one is looked at.
    pub member: Option<Member>,
    /// The course type, where one is looked at.
    pub course_type: Option<Column>,
    /// About what the nominations are.
    pub topic: Topic,
    /// What the nominations sum to: the figure that was chosen.
    pub figures: Figures,
    /// Members that ask, in the order of lists, each with its number of nominations.
    asking: Vec<(OrganisationId, i64)>,
}

impl Selection {
    /// What `choice` looks at; none where it looks at nothing that the board shows.
    pub fn of(board: &Board, choice: &Choice) -> Option<Self> {
        if !choice.looks() {
            return None;
        }
        let member = match &choice.member {
            None => None,
            Some(code) => Some(board.member(code)?.clone()),
        };
        let (topic, place) = topic(board, choice)?;
        let mut asking = asking(board, &topic, place);
        asking.retain(|(id, figures)| {
            figures.nominations > 0 && member.as_ref().is_none_or(|member| member.id == *id)
        });
        asking.sort_by_key(|(id, _)| *id);
        Some(Self {
            member,
            course_type: place.map(|place| board.columns[place].clone()),
            topic,
            figures: asking.iter().map(|(_, figures)| *figures).sum(),
            asking: asking.into_iter().map(|(id, figures)| (id, figures.nominations)).collect(),
        })
    }

    /// All that the board shows.
    pub fn all(board: &Board) -> Option<Self> {
        Self::of(board, &Choice { all: true, ..Choice::default() })
    }

    /// Whether the nominations are about courses that do not exist yet.
    pub fn is_new(&self) -> bool {
        self.topic == Topic::NewCourses
    }

    /// Whether the nominations are listed, and not shown in full.
    pub fn is_listed(&self) -> bool {
        let is_cell = self.member.is_some() && self.course_type.is_some();
        !is_cell || self.figures.nominations > MOST_IN_FULL
    }

    /// Whether none that asks comes after these members.
    pub fn ends_with(&self, members: &[OrganisationId]) -> bool {
        self.asking.last().map(|(id, _)| id) == members.last() || members.is_empty()
    }

    /// The members among whose nominations the next `size` after `mark` are, and no more.
    pub fn members_of_piece(&self, mark: Option<Mark>, size: i64) -> Vec<OrganisationId> {
        let mut sure = 0;
        let mut members = Vec::new();
        let rest = self.asking.iter().filter(|(id, _)| mark.is_none_or(|mark| *id >= mark.member));
        for (id, nominations) in rest {
            if sure >= size {
                break;
            }
            members.push(*id);
            // Of the member at the mark, some are behind it already.
            if mark.is_none_or(|mark| mark.member != *id) {
                sure += nominations;
            }
        }
        members
    }
}

/// About what, and at which place among the columns, where it is one.
fn topic(board: &Board, choice: &Choice) -> Option<(Topic, Option<usize>)> {
    match choice.course_type.as_deref() {
        Some(NEW_COURSES) => Some((Topic::NewCourses, None)),
        Some(code) => {
            let place = board.columns.iter().position(|column| column.code == code)?;
            Some((Topic::Types(vec![code.to_owned()]), Some(place)))
        }
        None => {
            let codes = board.columns.iter().map(|column| column.code.clone());
            Some((Topic::Types(codes.collect()), None))
        }
    }
}

fn asking(board: &Board, topic: &Topic, place: Option<usize>) -> Vec<(OrganisationId, Figures)> {
    if *topic == Topic::NewCourses {
        return board.new_courses.clone();
    }
    let figures = board.rows.iter().map(|row| {
        let figures = place.map_or(row.sum, |place| row.asked[place]);
        (row.member.id, figures)
    });
    figures.collect()
}

impl Board {
    /// The member of this code, whether it asks or not.
    pub fn member(&self, code: &str) -> Option<&Member> {
        let asked = self.rows.iter().map(|row| &row.member);
        asked.chain(&self.silent).find(|member| member.code == code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn selection(counts: &[i64]) -> Selection {
        let asking: Vec<_> = counts.iter().map(|count| (OrganisationId::new(), *count)).collect();
        let topic = Topic::Types(Vec::new());
        Selection { member: None, course_type: None, topic, figures: Figures::default(), asking }
    }

    proptest! {
        #[test]
        fn a_piece_reads_the_members_that_it_needs_and_no_more(
            counts in prop::collection::vec(1i64..40, 1..12), at in 0usize..12, size in 1i64..60
        ) {
            let selection = selection(&counts);
            let place = at % counts.len();
            let mark = (at > 0).then(|| Mark { member: selection.asking[place].0, rank: 1 });
            let members = selection.members_of_piece(mark, size);
            let begin = mark.map_or(0, |_| place);
            let sure = |members: usize| -> i64 {
                let first = begin + usize::from(mark.is_some());
                counts[first.min(begin + members)..begin + members].iter().sum()
            };
            let left = counts.len() - begin;
            prop_assert!(members.len() == left || sure(members.len()) >= size);
            prop_assert!(members.len() <= 1 || sure(members.len() - 1) < size);
            prop_assert_eq!(members[0], selection.asking[begin].0);
        }
    }
}
