//! A centre adds a file in a browser, is told what is wrong, replaces and removes it.
use tests::browser::Browser;
use tests::{PASSWORD, Served};

const PDF: &[u8] = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n";

/// Chooses an option of a list by its value.
async fn choose(browser: &Browser, list: &str, value: &str) {
    let script = format!("document.getElementById({list:?}).value = {value:?}; return 1");
    browser.run(&script).await;
}

#[tokio::test]
async fn a_file_is_added_replaced_and_removed() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    let file = served.test.database().directory().join("panduan.pdf");
    std::fs::write(&file, PDF).expect("a file");
    let wrong = served.test.database().directory().join("page.pdf");
    std::fs::write(&wrong, "<!DOCTYPE html>").expect("a file");
    let mut faults = Vec::new();
    browser.sign_in("course.editor@jclec.example", PASSWORD).await;
    browser.goto("/courses/LIA-201/edit/materials").await;
    faults.extend(browser.wrong_everywhere("shelf").await);
    browser.goto("/courses/LIA-201/materials/new").await;
    faults.extend(browser.wrong_everywhere("new material").await);
    browser.choose_file("#file", &wrong).await;
    browser.click("main form button").await;
    browser.says("need your attention").await;
    browser.says("what is in this one is not pdf").await;
    faults.extend(browser.wrong_everywhere("new material with faults").await);
    browser.goto("/courses/LIA-201/materials/new").await;
    browser.overwrite("#title", "Panduan").await;
    for (list, value) in [
        ("kind", "trainer_guide"),
        ("language", "id"),
        ("licence", "cc_by"),
        ("access", "trainers"),
    ] {
        choose(&browser, list, value).await;
    }
    browser.choose_file("#file", &file).await;
    browser.click("main form button").await;
    browser.says("panduan.pdf").await;
    faults.extend(browser.wrong_everywhere("shelf with a file").await);
    browser.speak("ar").await;
    browser.goto("/courses/LIA-201/edit/materials").await;
    faults.extend(browser.wrong_everywhere("shelf in Arabic").await);
    browser.speak("en").await;
    browser.goto("/courses/LIA-201/edit/materials").await;
    browser.click("tr[id^=material-]:last-of-type a[href$=edit]").await;
    faults.extend(browser.wrong_everywhere("a material").await);
    browser.click("form[action$=removal] button").await;
    browser.says("Bring it back").await;
    faults.extend(browser.wrong_everywhere("shelf with something removed").await);
    browser.click("form[action$=restoration] button").await;
    browser.goto("/courses/LIA-201").await;
    browser.says("Panduan").await;
    faults.extend(browser.wrong_everywhere("course with materials").await);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
