//! Closed lists of a course: each value has one name in tables, addresses and forms.
use crate::base::closed_list::closed_list;

closed_list! {
    /// How much a course expects of those who come.
    Level {
        /// Nothing beyond the duties of the audience.
        Introductory = "introductory", "course-level-introductory";
        /// Some practice.
        Intermediate = "intermediate", "course-level-intermediate";
        /// An earlier course or long practice.
        Advanced = "advanced", "course-level-advanced";
    }
}

closed_list! {
    /// How teacher and participants meet.
    DeliveryMode {
        /// In one room.
        InPerson = "in_person", "course-mode-in-person";
        /// At a distance.
        Online = "online", "course-mode-online";
        /// Partly in one room, partly at a distance.
        Blended = "blended", "course-mode-blended";
    }
}

closed_list! {
    /// For whom a course is run.
    DeliveryScope {
        /// Seats for several members.
        Regional = "regional", "course-delivery-regional";
        /// The trainers travel to one member.
        National = "national", "course-delivery-national";
    }
}

closed_list! {
    /// How long a course is, for looking one up.
    Length {
        /// Up to three working days.
        Short = "short", "course-length-short";
        /// Four or five working days.
        Week = "week", "course-length-week";
        /// More than five working days.
        Long = "long", "course-length-long";
    }
}

closed_list! {
    /// What a piece of course material is.
    MaterialKind {
        /// Notes for the trainer.
        TrainerGuide = "trainer_guide", "material-trainer-guide";
        /// What participants read and write in.
        ParticipantWorkbook = "participant_workbook", "material-participant-workbook";
        /// Slides.
        Slides = "slides", "material-slides";
        /// A case to discuss.
        CaseStudy = "case_study", "material-case-study";
        /// Something to practise on.
        Exercise = "exercise", "material-exercise";
        /// Points to tick off at work.
        Checklist = "checklist", "material-checklist";
        /// A form to fill at work.
        Template = "template", "material-template";
        /// A guide for those who decide policy.
        PolicyGuide = "policy_guide", "material-policy-guide";
        /// A film.
        Video = "video", "material-video";
        /// A lesson to take alone, at a screen.
        ELearning = "e_learning", "material-e-learning";
        /// A test of what was learned.
        Assessment = "assessment", "material-assessment";
    }
}

impl Length {
    /// The length of a course of so many working days.
    pub const fn of_days(days: u16) -> Self {
        match days {
            0..=3 => Self::Short,
            4 | 5 => Self::Week,
            6.. => Self::Long,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_covers_every_number_of_days() {
        let lengths: Vec<_> = [1, 3, 4, 5, 6, 60].map(Length::of_days).to_vec();
        assert_eq!(
            lengths,
            [Length::Short, Length::Short, Length::Week, Length::Week, Length::Long, Length::Long]
        );
    }
}
