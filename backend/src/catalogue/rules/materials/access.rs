//! Who may have a material.
use crate::base::closed_list::stored_list;
use crate::catalogue::rules::state::CourseState;

stored_list! {
    /// For whom a material is.
    Access {
        /// For anybody.
        Public = "public", "material-access-public";
        /// For whoever acts for a member, a centre or the Regional Support Office.
        Members = "members", "material-access-members";
        /// For those who take part in a delivery. There are none before deliveries are scheduled
        /// here: until then those who teach hand it out.
        Participants = "participants", "material-access-participants";
        /// For those who teach the course.
        Trainers = "trainers", "material-access-trainers";
    }
}

/// Who asks for a material of a course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody who acts for nobody.
    Public,
    /// Somebody who acts for an organisation.
    Member,
    /// A centre that delivers the course of another.
    Delivers,
    /// The centre whose course it is.
    Teaches,
    /// The Regional Support Office, which sees every course.
    Oversees,
}

/// Whether a reader may have a material of a course in this state. Files follow their course: of
/// one that is not in the catalogue only those have them who look after it.
pub const fn may_have(reader: Reader, access: Access, course: CourseState) -> bool {
    match (reader, access) {
        (Reader::Teaches | Reader::Oversees, _) => true,
        (Reader::Delivers, _)
        | (Reader::Public | Reader::Member, Access::Public)
        | (Reader::Member, Access::Members) => matches!(course, CourseState::Published),
        (Reader::Public, Access::Members)
        | (Reader::Public | Reader::Member, Access::Participants | Access::Trainers) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READERS: [Reader; 5] =
        [Reader::Public, Reader::Member, Reader::Delivers, Reader::Teaches, Reader::Oversees];

    #[test]
    fn who_may_have_what_of_a_course_in_the_catalogue() {
        for (access, readers) in [
            (Access::Public, [true; 5]),
            (Access::Members, [false, true, true, true, true]),
            (Access::Participants, [false, false, true, true, true]),
            (Access::Trainers, [false, false, true, true, true]),
        ] {
            let may = READERS.map(|reader| may_have(reader, access, CourseState::Published));
            assert_eq!(may, readers, "{access:?}");
        }
    }

    #[test]
    fn of_a_course_that_is_not_in_the_catalogue_only_its_keepers_have_anything() {
        for state in CourseState::ALL.iter().filter(|state| **state != CourseState::Published) {
            for access in Access::ALL {
                let may = READERS.map(|reader| may_have(reader, *access, *state));
                assert_eq!(may, [false, false, false, true, true], "{access:?} {state:?}");
            }
        }
    }

    #[test]
    fn what_is_for_more_people_is_for_whoever_has_what_is_for_fewer() {
        for reader in READERS {
            let may = Access::ALL.iter().map(|one| may_have(reader, *one, CourseState::Published));
            let may: Vec<_> = may.collect();
            assert!(may.windows(2).all(|two| two[0] || !two[1]), "{reader:?}: {may:?}");
        }
    }
}
