//! Who may open what: a row for each route, a column for each role. A route without a row fails.
use axum::body::Body;
use axum::http::{Method, Request, header};
use rctm::base::routes::Listed;
use tests::{Person, TestApp};

/// An id that nothing has.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// Long enough for the brakes on guessing to let go.
const BETWEEN: chrono::Duration = chrono::Duration::minutes(2);

/// The columns: a stranger, then the roles as `rctm routes` prints them.
const WHO: [&str; 10] = [
    "stranger",
    "focal_point",
    "deputy_focal_point",
    "agency_nominator",
    "training_director",
    "course_editor",
    "rso_officer",
    "rso_manager",
    "auditor",
    "administrator",
];

type Row = (&'static str, &'static str, [u16; 10]);

/// The access policy. Every parameter is an id that nothing has and every form is empty, so
/// whoever may call gets 200, 303, 400, 404, 409 or 422, and nobody else gets any of these but
/// the 303 to the sign-in page.
#[rustfmt::skip]
const TABLE: &[Row] = &[
    // method, path                                      stranger focal deputy agency director editor officer manager auditor admin
    ("GET",  "/",                                         [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/accessibility",                          [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/account",                                  [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST", "/account/password",                         [303, 422, 422, 422, 422, 422, 422, 422, 422, 422]),
    ("POST", "/account/reading",                          [303, 422, 422, 422, 422, 422, 422, 422, 422, 422]),
    ("GET",  "/api-clients",                              [303, 200, 403, 403, 200, 403, 200, 200, 403, 403]),
    ("POST", "/api-clients",                              [303, 400, 403, 403, 400, 403, 400, 400, 403, 403]),
    ("GET",  "/api-clients/{id}/revocation",              [303, 404, 403, 403, 404, 403, 404, 404, 403, 403]),
    ("POST", "/api-clients/{id}/revocation",              [303, 404, 403, 403, 404, 403, 404, 404, 403, 403]),
    ("GET",  "/api/docs",                                 [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/api/docs/{part}",                          [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/audit-log",                                [303, 200, 200, 403, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/calendar",                                  [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/calendar.ics",                              [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/calendar/feed",                             [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST", "/calendar/feed",                             [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/calendar/feeds/{token}",                    [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/capacity",                                 [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST", "/capacity",                                 [303, 400, 400, 400, 400, 400, 400, 400, 400, 400]),
    ("GET",  "/catalogue",                                [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.csv",                          [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.ics",                          [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.json",                         [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.pdf",                          [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.rss",                          [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/catalogue.xlsx",                         [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/courses.csv",                            [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/courses.json",                           [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/courses.xlsx",                           [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/sitemap.xml",                            [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/sitemaps/{name}",                        [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/centres",                                  [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/course-types",                             [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/course-imports",                           [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("POST", "/course-imports",                           [303, 403, 403, 403, 422, 422, 403, 403, 403, 403]),
    ("GET",  "/course-imports/{id}",                      [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/course-imports/{id}/columns",              [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/course-imports/{id}/columns",              [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/course-imports/{id}/confirmation",         [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/course-imports/{id}/undo",                 [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/courses",                                  [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/courses/new",                              [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("POST", "/courses/new",                              [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}",                           [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/courses/{code}/edit",                      [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit",                      [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/deliveries",           [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/deliveries",           [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/languages",            [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/languages",            [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/materials",            [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/materials",            [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/modules",              [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/modules",              [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/texts",                [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/edit/texts/{tag}",          [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/texts/{tag}",          [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/texts/{tag}/removal",  [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/texts/{tag}/review",   [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/edit/texts/{tag}/review/withdrawal", [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/copy",                      [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/copy",                      [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/differences",               [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/courses/{code}/proposal",                  [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/proposal/return",           [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/proposal/withdrawal",       [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/versions",                  [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/courses/{code}/versions/{number}",         [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/courses/{code}/versions/{number}/restoration", [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/versions/{number}/restoration", [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/proposals",                                [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/materials/new",             [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/materials/new",             [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/pack",                      [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/materials/{id}",                           [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/materials/{id}/edit",                      [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/materials/{id}/edit",                      [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("POST", "/materials/{id}/removal",                   [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/materials/{id}/restoration",               [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/materials/{id}/versions",                  [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/materials/{id}/versions/{number}",         [303, 403, 403, 403, 404, 404, 404, 404, 403, 403]),
    ("GET",  "/courses/{code}/preview",                   [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/publication",               [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/publication",               [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/resumption",                [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/retirement",                [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/retirement",                [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/suspension",                [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/suspension",                [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/co-delivery",                 [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/co-delivery",                 [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/co-delivery/acceptance",      [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/co-delivery/end",             [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/co-delivery/refusal",         [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/co-delivery/withdrawal",      [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/courses/{code}/overlap",                     [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/overlap",                     [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/overlap/withdrawal",          [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/courses/{code}/verification/withdrawal",     [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("GET",  "/stale-courses",                              [303, 403, 403, 403, 403, 403, 200, 200, 403, 403]),
    ("GET",  "/stale-courses.csv",                          [303, 403, 403, 403, 403, 403, 200, 200, 403, 403]),
    ("POST", "/courses/{code}/verification",              [303, 403, 403, 403, 400, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries",                                [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/deliveries/new",                            [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("POST", "/deliveries/new",                            [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}",                         [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/deliveries/{code}/announcement",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/announcement",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/calendar.ics",            [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/deliveries/{code}/cancellation",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/cancellation",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/copy",                    [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/copy",                    [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/edit",                    [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/edit",                    [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/postponement",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/postponement",            [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/seats",                [303, 404, 404, 404, 404, 404, 404, 404, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/changes",        [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/seats/changes",        [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/edit",           [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/seats/edit",           [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/ledger",         [303, 404, 404, 404, 404, 404, 404, 404, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/ledger.csv",     [303, 404, 404, 404, 404, 404, 404, 404, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/ledger.xlsx",    [303, 404, 404, 404, 404, 404, 404, 404, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/publication",    [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/seats/publication",    [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/deliveries/{code}/seats/return",         [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("POST", "/deliveries/{code}/seats/return",         [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/demand",                                   [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demand.csv",                               [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demand.svg",                              [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demand.xlsx",                             [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demand/nominations.csv",                  [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demand/nominations.xlsx",                 [303, 200, 200, 403, 200, 200, 200, 200, 403, 403]),
    ("GET",  "/demo/mail",                                [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/demo/mail/{id}",                           [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/demo/mail/{id}/message",                   [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/emails",                                   [303, 403, 403, 403, 403, 403, 200, 200, 403, 200]),
    ("POST", "/emails/{id}/sending",                      [303, 403, 403, 403, 403, 403, 404, 404, 403, 404]),
    ("GET",  "/help",                                   [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/help/{guide}",                           [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/how-it-works",                             [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/kept/{reference}",                         [303, 303, 303, 303, 303, 303, 303, 303, 303, 303]),
    ("POST", "/kept/{reference}",                         [303, 303, 303, 303, 303, 303, 303, 303, 303, 303]),
    ("POST", "/language",                                 [400, 400, 400, 400, 400, 400, 400, 400, 400, 400]),
    ("GET",  "/my-centre",                                [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/my-centre/modules",                        [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/my-centre/modules/new",                    [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("POST", "/my-centre/modules/new",                    [303, 403, 403, 403, 400, 400, 403, 403, 403, 403]),
    ("GET",  "/my-centre/modules/{id}",                   [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("GET",  "/my-centre/modules/{id}/edit",              [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/my-centre/modules/{id}/edit",              [303, 403, 403, 403, 404, 404, 403, 403, 403, 403]),
    ("POST", "/my-centre/modules/{id}/retirement",        [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("POST", "/my-centre/modules/{id}/retirement/withdrawal", [303, 403, 403, 403, 404, 403, 403, 403, 403, 403]),
    ("GET",  "/my-state",                                 [303, 200, 200, 200, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/my-centre/texts",                          [303, 403, 403, 403, 200, 200, 403, 403, 403, 403]),
    ("GET",  "/nominations/translation",                  [303, 303, 303, 403, 403, 403, 403, 403, 403, 403]),
    ("POST", "/nominations/translation",                  [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/nominations",                              [303, 200, 200, 200, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/nominations/{id}/withdrawal",              [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("POST", "/nominations/{id}/withdrawal",              [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/notices",                                  [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST", "/notices",                                  [303, 303, 303, 303, 303, 303, 303, 303, 303, 303]),
    ("GET",  "/organisations",                            [303, 403, 403, 403, 403, 403, 200, 200, 403, 403]),
    ("GET",  "/rounds",                                   [303, 403, 403, 403, 403, 403, 200, 200, 403, 403]),
    ("POST", "/rounds",                                   [303, 403, 403, 403, 403, 403, 422, 422, 403, 403]),
    ("GET",  "/rounds/new",                               [303, 403, 403, 403, 403, 403, 200, 200, 403, 403]),
    ("GET",  "/rounds/{id}",                              [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("GET",  "/rounds/{id}/closing",                      [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("POST", "/rounds/{id}/closing",                      [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("GET",  "/rounds/{id}/edit",                         [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("POST", "/rounds/{id}/edit",                         [303, 403, 403, 403, 403, 403, 422, 422, 403, 403]),
    ("GET",  "/rounds/{id}/opening",                      [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("POST", "/rounds/{id}/opening",                      [303, 403, 403, 403, 403, 403, 404, 404, 403, 403]),
    ("GET",  "/rounds/{id}/sheet",                        [303, 404, 404, 404, 403, 403, 403, 403, 403, 403]),
    ("POST", "/rounds/{id}/sheet",                        [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/rounds/{id}/sheet/no-needs",               [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("POST", "/rounds/{id}/sheet/no-needs",               [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/rounds/{id}/sheet/submission",             [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("POST", "/rounds/{id}/sheet/submission",             [303, 404, 404, 403, 403, 403, 403, 403, 403, 403]),
    ("GET",  "/sign-in",                                  [200, 303, 303, 303, 303, 303, 303, 303, 303, 303]),
    ("POST", "/sign-in",                                  [422, 422, 422, 422, 422, 422, 422, 422, 422, 422]),
    ("POST", "/sign-out",                                 [303, 303, 303, 303, 303, 303, 303, 303, 303, 303]),
    ("GET",  "/subscriptions",                          [303, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/subscriptions/asked",                    [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/subscriptions/confirmation/{token}",     [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/subscriptions/confirmation/{token}",     [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("GET",  "/subscriptions/manage/{token}",           [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/subscriptions/manage/{token}",           [400, 400, 400, 400, 400, 400, 400, 400, 400, 400]),
    ("GET",  "/subscriptions/new",                      [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("POST", "/subscriptions/new",                      [422, 422, 422, 422, 422, 422, 422, 422, 422, 422]),
    ("GET",  "/subscriptions/stop/{token}",             [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/subscriptions/stop/{token}",             [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/subscriptions/{id}",                     [303, 400, 400, 400, 400, 400, 400, 400, 400, 400]),
    ("GET",  "/symbols",                                  [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]),
    ("GET",  "/unsubscribe/{token}",                      [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
    ("POST", "/unsubscribe/{token}",                      [404, 404, 404, 404, 404, 404, 404, 404, 404, 404]),
];

async fn person(app: &TestApp, who: &str) -> Person {
    match who {
        "stranger" => app.visitor(),
        "focal_point" => app.focal_point("Fiji").await,
        "deputy_focal_point" => app.deputy("Bangladesh").await,
        "agency_nominator" => app.nominator("Bangladesh").await,
        "training_director" => app.director("JCLEC").await,
        "course_editor" => app.editor("JCLEC").await,
        "rso_officer" => app.rso().await,
        "rso_manager" => app.rso_manager().await,
        "auditor" => app.auditor().await,
        "administrator" => app.administrator().await,
        _ => panic!("nobody is {who}"),
    }
}

/// What `who` gets: the status, and where it leads.
async fn probe(person: &Person, method: &str, path: &str) -> (u16, String) {
    let path: Vec<_> =
        path.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part }).collect();
    let request = Request::builder().method(method).uri(path.join("/"));
    let request = request
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let reply = person.send(request.body(Body::empty()).expect("a request")).await;
    (reply.status.as_u16(), reply.location().unwrap_or_default().to_owned())
}

fn may(route: &Listed, who: &str) -> bool {
    let all = route.may.contains(&"everyone");
    let signed_in = route.may.contains(&"signed_in") && who != "stranger";
    all || signed_in || route.may.contains(&who)
}

/// Whether the table lets a role call a route; somebody who has chosen no role may call what
/// everybody signed in may.
pub fn may_call(method: &str, path: &str, role: &str) -> bool {
    let row = TABLE.iter().find(|row| (row.0, row.1) == (method, path));
    let standing = || rctm::app::standing().listed.iter().any(|route| route.path == path);
    let Some((.., statuses)) = row else { return standing() };
    let (stranger, signed_in) = (statuses[0], &statuses[1..]);
    match WHO.iter().position(|who| *who == role) {
        Some(0) => stranger != 303,
        Some(column) => statuses[column] != 403,
        None => !signed_in.contains(&403),
    }
}

fn row_of(route: &Listed) -> Option<&'static Row> {
    TABLE.iter().find(|(method, path, _)| *method == route.method.as_str() && *path == route.path)
}

/// A row as it is written in the table.
fn as_row(method: &str, path: &str, statuses: &[u16]) -> String {
    let quoted = (format!("\"{method}\","), format!("\"{path}\","));
    let statuses: Vec<_> = statuses.iter().map(u16::to_string).collect();
    format!("    ({:<7} {:<43}[{}]),", quoted.0, quoted.1, statuses.join(", "))
}

#[tokio::test]
async fn the_table_is_whole() {
    let listed = rctm::app::pages().listed;
    let gone: Vec<_> = TABLE
        .iter()
        .filter(|(method, path, _)| {
            !listed.iter().any(|route| route.method == *method && route.path == *path)
        })
        .collect();
    assert!(gone.is_empty(), "these rows have no route: {gone:#?}");
    let mut missing: Vec<_> = listed.iter().filter(|route| row_of(route).is_none()).collect();
    missing.sort_by_key(|route| (route.path, route.method.as_str()));
    assert!(missing.is_empty(), "rows to check and add:\n{}", rows_for(&missing).await);
}

/// The rows of these routes as they answer now. What the handlers' types forbid and a role gets
/// all the same is marked, so that nobody pastes a leak.
async fn rows_for(routes: &[&Listed]) -> String {
    let app = TestApp::new().await;
    let mut statuses = vec![Vec::new(); routes.len()];
    for who in WHO {
        for (route, statuses) in routes.iter().zip(&mut statuses) {
            app.pass(BETWEEN);
            let person = person(&app, who).await;
            let (status, to) = probe(&person, route.method.as_str(), route.path).await;
            let fits = fits(route, who, (status, &to));
            statuses.push(if fits { status } else { 999 });
        }
    }
    let rows = routes.iter().zip(&statuses);
    let rows: Vec<_> =
        rows.map(|(route, row)| as_row(route.method.as_str(), route.path, row)).collect();
    rows.join("\n")
}

/// Whether an answer is one that somebody who may (or may not) call the route can get.
fn fits(route: &Listed, who: &str, (status, to): (u16, &str)) -> bool {
    let sent_to_sign_in = status == 303 && to.starts_with("/sign-in");
    match (may(route, who), who) {
        (true, "stranger") => {
            matches!(status, 200 | 303 | 400 | 404 | 409 | 422) && !sent_to_sign_in
        }
        (true, _) => matches!(status, 200 | 303 | 400 | 404 | 409 | 422),
        (false, "stranger") => sent_to_sign_in,
        (false, _) => status == 403,
    }
}

#[tokio::test]
async fn the_table_says_what_the_types_of_the_handlers_say() {
    for route in rctm::app::pages().listed {
        let Some((method, path, statuses)) = row_of(&route) else { continue };
        for (who, status) in WHO.iter().zip(statuses) {
            let to = if *who == "stranger" && !may(&route, who) { "/sign-in" } else { "" };
            assert!(
                fits(&route, who, (*status, to)),
                "{method} {path}: {who} {} call it, and the table says {status}",
                if may(&route, who) { "may" } else { "may not" }
            );
        }
    }
}

#[tokio::test]
async fn the_table_holds() {
    let app = TestApp::new().await;
    let mut probes = 0;
    let mut wrong = Vec::new();
    for (column, who) in WHO.iter().enumerate() {
        app.pass(BETWEEN);
        let lasting = person(&app, who).await;
        for (method, path, statuses) in TABLE {
            let listed = rctm::app::pages().listed;
            let route = listed.iter().find(|route| route.method == *method && route.path == *path);
            let route = route.expect("the table is whole");
            // Signing out, and nothing else, ends the session of who probes.
            let (status, to) = if *path == "/sign-out" {
                probe(&person(&app, who).await, method, path).await
            } else {
                probe(&lasting, method, path).await
            };
            probes += 1;
            if status != statuses[column] || !fits(route, who, (status, &to)) {
                let expected = statuses[column];
                wrong.push(format!("{method} {path}: {who} gets {status} {to}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {probes} probes:\n{}", wrong.len(), wrong.join("\n"));
    println!("{probes} probes, none wrong");
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_yours_look_the_same() {
    let app = TestApp::new().await;
    let person = app.focal_point("Fiji").await;
    let one = person.get("/no-such-page").await;
    let other = person.get(&format!("/no-such-page/{NOBODY}")).await;
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (404, 404));
    assert_eq!(one.text, other.text);
    let method = Method::from_bytes(b"BREW").expect("a method");
    let request = Request::builder().method(method).uri("/no-such-page");
    let request = request.header(header::ORIGIN, "http://127.0.0.1:8080");
    person.send(request.body(Body::empty()).expect("a request")).await.is(404);
}
