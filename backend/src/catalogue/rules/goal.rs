//! What is true of courses without a database.

use crate::base::closed_list::stored_list;
use crate::base::i18n::Message;

stored_list! {
    /// A goal of the work plan.
    Goal {
        /// Data and intelligence sharing, public awareness.
        EarlyDetection = "early_detection", "goal-early-detection";
        /// Borders, and the work against smuggling and trafficking networks.
        Prevention = "prevention", "goal-prevention";
        /// People in need of protection, movements by sea.
        Protection = "protection", "goal-protection";
        /// Border systems, identity, voluntary return.
        MigrationManagement = "migration_management", "goal-migration-management";
        /// What stands beside the four goals.
        SpecialProjects = "special_projects", "goal-special-projects";
    }
}

impl Goal {
    /// What the goal covers, in a line.
    pub fn description(self) -> Message {
        Message::new(match self {
            Self::EarlyDetection => "goal-early-detection-what",
            Self::Prevention => "goal-prevention-what",
            Self::Protection => "goal-protection-what",
            Self::MigrationManagement => "goal-migration-management-what",
            Self::SpecialProjects => "goal-special-projects-what",
        })
    }
}
