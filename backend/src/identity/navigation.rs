//! The main navigation of each role, in the order of the design.
use super::rules::Role;
use crate::base::page::NavItem;

/// The entries for a role (none: the public) while `path` is shown.
pub fn items(role: Option<Role>, path: &str) -> Vec<NavItem> {
    entries(role)
        .iter()
        .map(|&(label, href)| NavItem { label, href, current: belongs(path, href) })
        .collect()
}

fn belongs(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}

fn entries(role: Option<Role>) -> &'static [(&'static str, &'static str)] {
    match role {
        None => &[
            ("nav-catalogue", "/catalogue"),
            ("nav-centres", "/centres"),
            ("nav-how-it-works", "/how-it-works"),
        ],
        Some(Role::FocalPoint | Role::DeputyFocalPoint) => &[
            ("nav-home", "/my-state"),
            ("nav-nominations", "/nominations"),
            ("nav-demand", "/demand"),
            ("nav-catalogue", "/catalogue"),
        ],
        Some(Role::AgencyNominator) => &[
            ("nav-home", "/my-state"),
            ("nav-nominations", "/nominations"),
            ("nav-catalogue", "/catalogue"),
        ],
        Some(Role::TrainingDirector | Role::CourseEditor) => &[
            ("nav-home", "/my-centre"),
            ("nav-courses", "/courses"),
            ("nav-demand", "/demand"),
            ("nav-catalogue", "/catalogue"),
        ],
        Some(Role::RsoOfficer | Role::RsoManager) => &[
            ("nav-demand", "/demand"),
            ("nav-rounds", "/rounds"),
            ("nav-catalogue", "/catalogue"),
            ("nav-emails", "/emails"),
            ("nav-organisations", "/organisations"),
            ("nav-audit-log", "/audit-log"),
        ],
        Some(Role::Auditor) => &[("nav-audit-log", "/audit-log"), ("nav-catalogue", "/catalogue")],
        Some(Role::Administrator) => &[
            ("nav-emails", "/emails"),
            ("nav-audit-log", "/audit-log"),
            ("nav-catalogue", "/catalogue"),
        ],
    }
}
