//! The course catalogue, invented for demonstration.

use serde::Deserialize;

use crate::Goal;
use crate::closed_list::closed_list;

closed_list! {
    /// How much a course expects of those who come.
    pub enum Level {
        /// Nothing beyond the duties of the audience.
        Introductory = "introductory",
        /// Some practice.
        Intermediate = "intermediate",
        /// An earlier course or long practice.
        Advanced = "advanced",
    }
}

closed_list! {
    /// How teacher and participants meet.
    pub enum DeliveryMode {
        /// In one room.
        InPerson = "in_person",
        /// At a distance.
        Online = "online",
        /// Partly in one room, partly at a distance.
        Blended = "blended",
    }
}

closed_list! {
    /// For whom a course is run.
    pub enum DeliveryLevel {
        /// Seats for several members.
        Regional = "regional",
        /// The trainers travel to one member.
        National = "national",
    }
}

closed_list! {
    /// What a piece of course material is.
    pub enum MaterialKind {
        /// Notes for the trainer.
        TrainerGuide = "trainer_guide",
        /// What participants read and write in.
        ParticipantWorkbook = "participant_workbook",
        /// Slides.
        Slides = "slides",
        /// A case to discuss.
        CaseStudy = "case_study",
        /// Something to practise on.
        Exercise = "exercise",
        /// Points to tick off at work.
        Checklist = "checklist",
        /// A form to fill at work.
        Template = "template",
        /// A guide for those who decide policy.
        PolicyGuide = "policy_guide",
        /// A film.
        Video = "video",
        /// A lesson to take alone, at a screen.
        ELearning = "e_learning",
        /// A test of what was learned.
        Assessment = "assessment",
    }
}

/// A part of a course that can be taught alone.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Module {
    /// The code of the course and a number, such as `LIA-201-M1`.
    pub code: String,
    /// The title in English.
    pub title: String,
    /// The teaching time in hours.
    pub hours: u8,
    /// One sentence on what it covers.
    pub summary: String,
}

/// A document, film or lesson that belongs to a course.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Material {
    /// The title in the language of the material.
    pub title: String,
    /// What it is.
    pub kind: MaterialKind,
    /// Its language as a BCP 47 tag.
    pub language: String,
}

/// A course of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Course {
    /// Three letters and three digits, such as `LIA-201`; 9 comes first for train-the-trainer.
    pub code: String,
    /// The title in English.
    pub title: String,
    /// The goal that it serves.
    pub goal: Goal,
    /// The code of the work-plan activity that it comes from.
    pub work_plan_activity: String,
    /// The code of the centre that owns it.
    pub centre_code: String,
    /// The code of its course type.
    pub course_type: String,
    /// What it is, in two or three sentences.
    pub summary: String,
    /// What participants can do afterwards.
    pub objectives: Vec<String>,
    /// Who should come.
    pub audience: String,
    /// How much it expects of them.
    pub level: Level,
    /// The ways in which it can be held.
    pub delivery_modes: Vec<DeliveryMode>,
    /// For whom it can be run.
    pub levels_of_delivery: Vec<DeliveryLevel>,
    /// The languages in which it is taught, as BCP 47 tags.
    pub languages: Vec<String>,
    /// The duration in working days.
    pub duration_days: u8,
    /// The smallest group for which it is run.
    pub min_participants: u16,
    /// The largest group for which it is run.
    pub max_participants: u16,
    /// Its modules, in teaching order.
    pub modules: Vec<Module>,
    /// The codes of the courses to take first.
    pub prerequisites: Vec<String>,
    /// Whether it makes trainers of those who come.
    pub train_the_trainer: bool,
    /// The further languages in which material exists, as BCP 47 tags.
    pub translations_available: Vec<String>,
    /// Its materials.
    pub materials: Vec<Material>,
}

#[derive(Deserialize)]
struct Catalogue {
    courses: Vec<Course>,
}

/// The 34 courses; liaison, intelligence, induction and protection come first.
pub fn courses() -> Vec<Course> {
    serde_json::from_str::<Catalogue>(include_str!("../data/courses.json"))
        .expect("the compiled-in catalogue has the shape of its type")
        .courses
}
