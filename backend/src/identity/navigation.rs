//! The main navigation of each role, in the order of the design, and where help with a page is.
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
    let is_list = under("/deliveries") && path.contains("/participants");
    match href {
        // A member reaches a round through its nominations, and everybody but the centres
        // reaches a course through the catalogue.
        "/nominations" => under("/nominations") || under("/rounds"),
        "/catalogue" => under("/catalogue") || (home != "/my-centre" && under("/courses")),
        // A State reaches its list for a delivery through its participants, and everybody but the
        // centres the delivery itself through the calendar.
        "/participants" => under("/participants") || is_list,
        "/calendar" => {
            under("/calendar") || (home != "/my-centre" && under("/deliveries") && !is_list)
        }
        // A centre reaches the file of somebody through its delivery.
        "/deliveries" => under("/deliveries") || (home == "/my-centre" && under("/participants")),
        // The RSO reaches the courses that wait through the centres whose they are.
        "/courses" => under("/courses") || under("/proposals") || under("/materials"),
        "/organisations" => under("/organisations") || under("/stale-courses"),
        _ => under(href),
    }
}

fn entries(role: Option<Role>) -> &'static [(&'static str, &'static str)] {
    match role {
        None => &[
            ("nav-catalogue", "/catalogue"),
            ("nav-calendar", "/calendar"),
            ("nav-centres", "/centres"),
            ("nav-how-it-works", "/how-it-works"),
        ],
        Some(Role::FocalPoint | Role::DeputyFocalPoint) => &[
            ("nav-home", "/my-state"),
            ("nav-nominations", "/nominations"),
            ("nav-participants", "/participants"),
            ("nav-demand", "/demand"),
            ("nav-catalogue", "/catalogue"),
            ("nav-calendar", "/calendar"),
        ],
        Some(Role::AgencyNominator) => &[
            ("nav-home", "/my-state"),
            ("nav-nominations", "/nominations"),
            ("nav-participants", "/participants"),
            ("nav-catalogue", "/catalogue"),
            ("nav-calendar", "/calendar"),
        ],
        Some(Role::TrainingDirector | Role::CourseEditor) => &[
            ("nav-home", "/my-centre"),
            ("nav-courses", "/courses"),
            ("nav-deliveries", "/deliveries"),
            ("nav-demand", "/demand"),
            ("nav-catalogue", "/catalogue"),
        ],
        Some(Role::RsoOfficer | Role::RsoManager) => &[
            ("nav-demand", "/demand"),
            ("nav-rounds", "/rounds"),
            ("nav-catalogue", "/catalogue"),
            ("nav-calendar", "/calendar"),
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

/// Where help with the page at `path` is: a section of the role's guide, its guide, or the
/// contents.
pub fn help(role: Option<Role>, path: &str) -> &'static str {
    let (guide, sections) = guide(role);
    let here = |start: &str, end: &str| path.starts_with(start) && path.ends_with(end);
    sections.iter().find(|(start, end, _)| here(start, end)).map_or(guide, |(_, _, help)| help)
}

/// How a path begins, how it ends, and where help with it is.
type Sections = &'static [(&'static str, &'static str, &'static str)];

fn guide(role: Option<Role>) -> (&'static str, Sections) {
    match role {
        None => (
            "/help",
            &[
                ("/cat", "", "/help/everybody#find"),
                ("/course", "", "/help/everybody#find"),
                ("/calendar", "", "/help/everybody#calendar"),
                ("/deliveries", "", "/help/everybody#calendar"),
                ("/sign-in", "", "/help/everybody#sign-in"),
                ("/subscriptions", "", "/help/everybody#told"),
            ],
        ),
        Some(Role::FocalPoint | Role::DeputyFocalPoint) => (
            "/help/focal-points",
            &[
                ("/rounds/", "/sheet", "/help/focal-points#sheet"),
                ("/rounds/", "", "/help/focal-points#submit"),
                ("/nominations/translation", "", "/help/focal-points#translation"),
                ("/nominations", "", "/help/focal-points#change"),
                ("/participants", "", "/help/focal-points#participants"),
                ("/deliveries/", "/participants", "/help/focal-points#participants"),
                ("/deliveries/", "/submission", "/help/focal-points#participants"),
                ("/demand", "", "/help/focal-points#demand"),
            ],
        ),
        Some(Role::AgencyNominator) => (
            "/help/agency-nominators",
            &[
                ("/rounds/", "", "/help/agency-nominators#sheet"),
                ("/nominations", "", "/help/agency-nominators#outcome"),
                ("/participants", "", "/help/agency-nominators#participants"),
                ("/deliveries/", "/participants", "/help/agency-nominators#participants"),
                ("/deliveries/", "/submission", "/help/agency-nominators#participants"),
            ],
        ),
        Some(Role::TrainingDirector) => (
            "/help/training-directors",
            &[
                ("/demand", "", "/help/training-directors#demand"),
                ("/deliveries/", "/decisions", "/help/training-directors#participants"),
                ("/participants", "", "/help/training-directors#participants"),
                ("/deliveries", "", "/help/training-directors#deliveries"),
                ("/my-centre/modules", "", "/help/course-editors#modules"),
                ("/proposals", "", "/help/training-directors#review"),
                ("/courses/new", "", "/help/course-editors#new"),
                ("/courses/", "/publication", "/help/training-directors#publish"),
                ("/courses/", "/suspension", "/help/training-directors#standing"),
                ("/courses/", "/retirement", "/help/training-directors#standing"),
                ("/courses/", "/materials", "/help/course-editors#files"),
                ("/courses/", "/materials/new", "/help/course-editors#files"),
                ("/materials/", "", "/help/course-editors#files"),
                ("/courses/", "/overlap", "/help/training-directors#overlap"),
                ("/courses/", "/co-delivery", "/help/training-directors#together"),
                ("/courses/", "/edit/texts", "/help/course-editors#texts"),
                ("/my-centre/texts", "", "/help/course-editors#texts"),
                ("/courses/", "/versions", "/help/course-editors#versions"),
                ("/courses/", "/differences", "/help/course-editors#versions"),
                ("/courses/", "/restoration", "/help/course-editors#versions"),
                ("/courses/", "/copy", "/help/course-editors#versions"),
                ("/courses/", "", "/help/course-editors#editor"),
            ],
        ),
        Some(Role::CourseEditor) => (
            "/help/course-editors",
            &[
                ("/demand", "", "/help/training-directors#demand"),
                ("/deliveries", "", "/help/training-directors#deliveries"),
                ("/my-centre/modules", "", "/help/course-editors#modules"),
                ("/proposals", "", "/help/course-editors#check"),
                ("/courses/new", "", "/help/course-editors#new"),
                ("/courses/", "/publication", "/help/course-editors#check"),
                ("/courses/", "/materials", "/help/course-editors#files"),
                ("/courses/", "/materials/new", "/help/course-editors#files"),
                ("/materials/", "", "/help/course-editors#files"),
                ("/courses/", "/overlap", "/help/training-directors#overlap"),
                ("/courses/", "/co-delivery", "/help/training-directors#together"),
                ("/courses/", "/edit/texts", "/help/course-editors#texts"),
                ("/my-centre/texts", "", "/help/course-editors#texts"),
                ("/courses/", "/versions", "/help/course-editors#versions"),
                ("/courses/", "/differences", "/help/course-editors#versions"),
                ("/courses/", "/restoration", "/help/course-editors#versions"),
                ("/courses/", "/copy", "/help/course-editors#versions"),
                ("/courses/", "", "/help/course-editors#editor"),
            ],
        ),
        Some(Role::RsoOfficer | Role::RsoManager) => (
            "/help/rso",
            &[
                ("/demand", "", "/help/rso#board"),
                ("/rounds", "", "/help/rso#round"),
                ("/emails", "", "/help/rso#emails"),
                ("/organisations", "", "/help/rso#members"),
                ("/stale-courses", "", "/help/rso#stale"),
            ],
        ),
        Some(Role::Auditor) => ("/help/auditors", &[("/audit-log", "", "/help/auditors#read")]),
        Some(Role::Administrator) => {
            ("/help/administrators", &[("/emails", "", "/help/administrators#emails")])
        }
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
        assert_eq!(current(None, "/deliveries/LIA-201-D1"), ["/calendar"]);
        assert_eq!(current(Some(Role::CourseEditor), "/deliveries/LIA-201-D1"), ["/deliveries"]);
        let list = "/deliveries/LIA-201-D1/participants";
        assert_eq!(current(Some(Role::FocalPoint), list), ["/participants"]);
        assert_eq!(current(Some(Role::TrainingDirector), "/participants/7"), ["/deliveries"]);
    }
    #[test]
    fn help_leads_to_the_section_about_the_page() {
        let focal_point = Some(Role::FocalPoint);
        assert_eq!(help(focal_point, "/rounds/7/sheet"), "/help/focal-points#sheet");
        assert_eq!(help(focal_point, "/rounds/7/sheet/submission"), "/help/focal-points#submit");
        assert_eq!(help(focal_point, "/notices"), "/help/focal-points");
        assert_eq!(
            help(Some(Role::CourseEditor), "/courses/A-1/edit"),
            "/help/course-editors#editor"
        );
        assert_eq!(
            help(Some(Role::TrainingDirector), "/courses/A-1/edit/modules"),
            "/help/course-editors#editor"
        );
        assert_eq!(help(None, "/"), "/help");
    }
}
