//! Importing a table: the form, the verdicts, the columns, and what came of it.
use tests::browser::Browser;
use tests::{PASSWORD, Served};

const TABLE: &str = "Title\tCentre\tPax\tStart\tRemarks\n\
    A course of kites\tJCLEC\tmax 30\t03/04/2016\tCall them\n\
    Of boats\tABFC\t12\t\t\n\
    \t\t12\t\t\n";

#[tokio::test]
async fn the_pages_of_imports_look_well_everywhere() {
    let served = Served::new().await;
    let director = served.test.director("JCLEC").await;
    let reply = director.post("/course-imports", &[("table", TABLE)]).await;
    let place = reply.is(303).location().expect("a page").to_owned();
    let browser = Browser::open(&served).await;
    browser.sign_in("training.director@jclec.example", PASSWORD).await;
    browser.goto("/course-imports").await;
    browser.looks_well_everywhere("imports").await;
    browser.goto(&place).await;
    browser.says("A course of kites").await;
    browser.looks_well_everywhere("import-examined").await;
    browser.goto(&format!("{place}/columns")).await;
    browser.looks_well_everywhere("import-columns").await;
    director.post(&format!("{place}/confirmation"), &[]).await.is(303);
    browser.goto(&place).await;
    browser.says("Undo the import").await;
    browser.looks_well_everywhere("import-confirmed").await;
    director.post(&format!("{place}/undo"), &[]).await.is(303);
    browser.goto(&place).await;
    browser.says("This import was undone").await;
    let broken = director.post("/course-imports", &[("table", "1\t2\n")]).await;
    browser.goto(broken.is(303).location().expect("a page")).await;
    browser.looks_well_everywhere("import-failed").await;
}
