//! A module of the centre is written, changed, and taken into a course, by keyboard alone.
use tests::browser::Browser;
use tests::{PASSWORD, Served};

use crate::places::has_versions;

const EDITOR: &str = "course.editor@jclec.example";
const DIRECTOR: &str = "training.director@jclec.example";

#[tokio::test]
async fn a_module_is_written_and_changed_by_keyboard() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in(EDITOR, PASSWORD).await;
    browser.goto("/courses").await;
    browser.tab_to("Modules").await;
    browser.follow().await;
    browser.is_at("/my-centre/modules").await;
    browser.looks_well_on_both("modules-list").await;
    browser.tab_to("New module").await;
    browser.follow().await;
    browser.tab_to("Add the module").await;
    browser.follow().await;
    browser.says("4 answers need your attention").await;
    browser.looks_well_on_both("modules-new-faults").await;
    browser.fill("Code", "INT-900-M1").await;
    browser.fill("Title", "Interviews").await;
    browser.fill("Hours", "6").await;
    browser.fill("What it covers", "How to listen.").await;
    browser.tab_to("Add the module").await;
    browser.follow().await;
    browser.says("No course has this module yet.").await;
    browser.looks_well_on_both("modules-one").await;
    browser.tab_to("Change the module").await;
    browser.follow().await;
    browser.fill("What changed", "Two hours more").await;
    browser.fill("Hours", "8").await;
    browser.tab_to("Make version 2").await;
    browser.follow().await;
    browser.says("Two hours more").await;
    browser.looks_well_on_both("modules-two").await;
}

#[tokio::test]
async fn a_newer_version_and_another_module_are_taken_into_a_course_by_keyboard() {
    let served = Served::new().await;
    has_versions(&served.test.editor("JCLEC").await).await;
    let browser = Browser::open(&served).await;
    browser.sign_in(DIRECTOR, PASSWORD).await;
    browser.goto("/courses/LIA-201/edit/modules").await;
    browser.says("version 2 is there").await;
    browser.looks_well_on_both("modules-part").await;
    browser.tab_to("Take version 2: Module 1").await;
    browser.follow().await;
    browser.says("Version 2").await;
    browser.tab_to("Module").await;
    browser.write("INT-201-M1").await;
    browser.tab_to("Add this module").await;
    browser.follow().await;
    browser.looks_well_on_both("modules-part-chosen").await;
    browser.goto("/courses/LIA-201/publication").await;
    browser.looks_well_on_both("modules-publication").await;
}
