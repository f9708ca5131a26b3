//! Files and links of some courses, for the demonstration.
use crate::closed_list::closed_list;

closed_list! {
    /// For whom a file or a link is.
    pub enum MaterialAccess {
        /// For anybody.
        Public = "public",
        /// For whoever acts for an organisation.
        Members = "members",
        /// For those who teach the course.
        Trainers = "trainers",
    }
}

/// What a material is: a file, or an address elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaterialSource {
    /// A file of this name.
    File(&'static str, &'static [u8]),
    /// An address, which leads nowhere.
    Link(&'static str),
}

/// A file or a link of a course; kind and language are those of the description of this title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseFile {
    /// The code of the course.
    pub course_code: &'static str,
    /// The title, as the course describes it.
    pub title: &'static str,
    /// For whom it is.
    pub access: MaterialAccess,
    /// What it is.
    pub source: MaterialSource,
}

/// Every file and link of the demonstration.
pub fn course_files() -> Vec<CourseFile> {
    let of = |course_code, title, access, source| CourseFile { course_code, title, access, source };
    vec![
        of(
            "LIA-201",
            "Liaison officer handbook",
            MaterialAccess::Public,
            MaterialSource::File(
                "liaison-officer-handbook.pdf",
                include_bytes!("../data/materials/liaison-officer-handbook.pdf"),
            ),
        ),
        of(
            "LIA-201",
            "Posting exercise: facilitator notes",
            MaterialAccess::Trainers,
            MaterialSource::File(
                "posting-exercise.txt",
                include_bytes!("../data/materials/posting-exercise.txt"),
            ),
        ),
        of(
            "LIA-201",
            "Report template",
            MaterialAccess::Members,
            MaterialSource::File(
                "report-template.csv",
                include_bytes!("../data/materials/report-template.csv"),
            ),
        ),
        of(
            "IND-101",
            "Counter checklist",
            MaterialAccess::Public,
            MaterialSource::Link("https://induction.example/counter-checklist"),
        ),
    ]
}
