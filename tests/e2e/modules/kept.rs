//! Courses that were published before centres had modules, and the demonstration.
use rctm::catalogue::actions::keep_modules;
use tests::TestApp;

use super::{begun, entries, page_of, press, published};
use crate::catalogue_editing::{WHOLE, publish, save};

async fn rows(app: &TestApp) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["module", "module_version", "course_module", "audit_entry"] {
        counts.push(app.count(&format!("select count(*) as n from {table}"), vec![]).await);
    }
    counts
}

async fn forget(app: &TestApp) {
    for table in ["course_module", "module_version", "module"] {
        app.execute(&format!("delete from {table}"), vec![]).await;
    }
}

#[tokio::test]
async fn every_course_of_the_demonstration_says_which_versions_of_modules_it_has() {
    let app = TestApp::new().await;
    let courses = seed::courses();
    let modules: usize = courses.iter().map(|course| course.modules.len()).sum();
    let pinned = "select count(*) as n from course_module where course_version > 0 \
        and module_version = 1";
    assert_eq!(usize::try_from(app.count(pinned, vec![]).await), Ok(modules));
    assert_eq!(keep_modules(&app.app).await.expect("kept"), 0);
}

#[tokio::test]
async fn courses_from_before_are_kept_in_order_and_only_once() {
    let app = TestApp::new().await;
    let director = published(&app, "IDM-777").await;
    begun(&director, "IDM-778").await;
    let choice = [("do", "choose-module"), ("library", "IDM-777-M1")];
    press(&director, "IDM-778", &choice).await.is(303);
    let rest: Vec<_> =
        WHOLE.iter().filter(|(name, _)| !name.starts_with('m') || name.contains('_')).collect();
    let rest: Vec<_> = rest.into_iter().copied().collect();
    save(&director, "IDM-778", &rest).await.is(303);
    press(&director, "IDM-778", &[("m1.title", "Another paper"), ("do", "save")]).await.is(303);
    app.pass(chrono::Duration::minutes(5));
    publish(&director, "IDM-778", "The other edition").await.is(303);
    let mut before = rows(&app).await;
    forget(&app).await;
    assert!(keep_modules(&app.app).await.expect("kept") > 2);
    assert!(entries(&app, "module.keep").await >= 2);
    before.pop();
    assert_eq!(rows(&app).await[..3], before[..]);
    let page = page_of(&director, "IDM-777-M1").await;
    let module = director.get(&page).await;
    module.says("<h1>Another paper</h1>").says("The first edition").says("The other edition");
    app.visitor().get("/courses/IDM-777").await.says("Paper and print");
    let again = rows(&app).await;
    assert_eq!(keep_modules(&app.app).await.expect("kept"), 0);
    assert_eq!(rows(&app).await, again);
}
