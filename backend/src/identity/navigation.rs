//! The main navigation of each role, in the order of the design.
use super::rules::Role;
use crate::base::page::NavItem;

/// The entries for a role (none: the public) while `path` is shown.
pub fn items(role: Option<Role>, path: &str) -> Vec<NavItem> {
    entries(role)
        .iter()
        .map(|&(label, href)| NavItem { label, href, current: belongs(role, path, href) })
        .collect()
}

fn belongs(role: Option<Role>, path: &str, href: &str) -> bool {
    let under = |prefix: &str| {
        path == prefix || path.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'))
    };
    let home = role.map_or("", Role::home);
    match href {
        // A member reaches a round through its nominations, and everybody but the centres
        // reaches a course through the catalogue.
        "/nominations" => under("/nominations") || under("/rounds"),
        "/catalogue" => under("/catalogue") || (home != "/my-centre" && under("/courses")),
        _ => under(href),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn current(role: Option<Role>, path: &str) -> Vec<&'static str> {
        items(role, path).into_iter().filter(|item| item.current).map(|item| item.href).collect()
    }

    #[test]
    fn people_see_where_they_stand() {
        assert_eq!(current(None, "/catalogue"), ["/catalogue"]);
        assert_eq!(current(None, "/courses/LIA-201"), ["/catalogue"]);
        assert_eq!(current(Some(Role::CourseEditor), "/courses/LIA-201/edit"), ["/courses"]);
        assert_eq!(current(Some(Role::FocalPoint), "/rounds/7/sheet"), ["/nominations"]);
        assert_eq!(current(Some(Role::RsoOfficer), "/rounds/7"), ["/rounds"]);
        assert_eq!(current(Some(Role::RsoOfficer), "/demand"), ["/demand"]);
    }
}
