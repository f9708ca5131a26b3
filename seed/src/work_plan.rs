//! The activities of the Forward Work Plan 2015-2017.

use serde::Deserialize;

use crate::closed_list::closed_list;
use crate::read;

closed_list! {
    /// A heading of the work plan under which its activities stand.
    pub enum Goal {
        /// Detecting irregular movement early.
        EarlyDetection = "Early Detection",
        /// Preventing smuggling and trafficking.
        Prevention = "Prevention",
        /// Protecting people on the move.
        Protection = "Protection",
        /// Managing migration.
        MigrationManagement = "Migration Management",
        /// A heading beside the four goals of the plan, used like one.
        SpecialProjects = "Special Projects",
    }
}

closed_list! {
    /// How much of an activity is paid for.
    pub enum FundingStatus {
        /// All of it.
        Funded = "funded",
        /// A part of it.
        PartiallyFunded = "partially_funded",
        /// Nothing yet.
        NotFunded = "not_funded",
    }
}

closed_list! {
    /// What an activity has to do with training.
    pub enum TrainingBasis {
        /// The plan itself speaks of training.
        Explicit = "explicit",
        /// A dialogue or a study exchange.
        LearningEvent = "learning_event",
        /// The training coordination mechanism itself.
        Mechanism = "mechanism",
        /// A guide, method or programme to which a course would be a natural sequel.
        FollowUp = "follow_up",
        /// Nothing.
        None = "none",
    }
}

/// An activity of the work plan.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Activity {
    /// Our own code: two letters for the goal and a number, such as `PV-2`.
    pub code: String,
    /// The goal that it serves.
    pub goal: Goal,
    /// The title as the text of the plan has it.
    #[serde(rename = "activity")]
    pub title: String,
    /// The title as Attachment A of the plan has it.
    pub attachment_a_title: String,
    /// How much of it is paid for.
    pub funding_status: FundingStatus,
    /// The funding status as Attachment A prints it.
    pub funding_as_printed: String,
    /// Whether people learn something in the activity itself.
    #[serde(deserialize_with = "read::yes_no")]
    pub implies_training: bool,
    /// What it has to do with training.
    pub training_basis: TrainingBasis,
    /// One sentence of ours on what it does.
    pub summary: String,
}

/// The 20 activities, in the order of the plan.
pub fn work_plan() -> Vec<Activity> {
    read::rows(include_str!("../data/work_plan.csv"))
}
