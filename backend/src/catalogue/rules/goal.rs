//! What is true of courses without a database.
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};

use crate::base::i18n::Message;

/// A goal of the work plan.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Data and intelligence sharing, public awareness.
    EarlyDetection,
    /// Borders, and the work against smuggling and trafficking networks.
    Prevention,
    /// People in need of protection, movements by sea.
    Protection,
    /// Border systems, identity, voluntary return.
    MigrationManagement,
    /// What stands beside the four goals.
    SpecialProjects,
}

impl Goal {
    /// Every goal in the order of the work plan.
    pub const ALL: [Self; 5] = [
        Self::EarlyDetection,
        Self::Prevention,
        Self::Protection,
        Self::MigrationManagement,
        Self::SpecialProjects,
    ];

    /// The name in tables and addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EarlyDetection => "early_detection",
            Self::Prevention => "prevention",
            Self::Protection => "protection",
            Self::MigrationManagement => "migration_management",
            Self::SpecialProjects => "special_projects",
        }
    }

    /// The goal of this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|goal| goal.as_str() == name)
    }

    /// The words for the goal.
    pub fn label(self) -> Message {
        Message::new(match self {
            Self::EarlyDetection => "goal-early-detection",
            Self::Prevention => "goal-prevention",
            Self::Protection => "goal-protection",
            Self::MigrationManagement => "goal-migration-management",
            Self::SpecialProjects => "goal-special-projects",
        })
    }

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
