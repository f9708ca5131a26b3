//! A session ends while somebody types.
use chrono::Duration;
use tests::browser::Browser;
use tests::{PASSWORD, Served};

const TEXT: &str = "An hour’s work: <b> & \"more\", 100 % + é ប្រទេស العربية\nand a second line";

/// What stands in the field that a CSS selector finds.
async fn value_of(browser: &Browser, selector: &str) -> String {
    let field = browser.find(selector).await;
    field.prop("value").await.expect("a field").unwrap_or_default()
}

#[tokio::test]
async fn what_was_typed_is_there_after_signing_in_again_to_the_last_character() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in("training.director@jclec.example", PASSWORD).await;
    browser.goto("/courses/LIA-201/edit").await;
    browser.overwrite("#summary", TEXT).await;
    served.test.pass(Duration::minutes(61));
    browser.click(".bar button[value=save]").await;
    browser.is_at("/sign-in").await;
    browser.overwrite("#email", "training.director@jclec.example").await;
    browser.overwrite("#password", PASSWORD).await;
    browser.click("main .btn.go").await;
    browser.says("Your text is still here").await;
    browser.says("An hour’s work").await;
    browser.looks_well_everywhere("kept").await;
    browser.click("main .btn.go").await;
    browser.goto("/courses/LIA-201/edit").await;
    assert_eq!(value_of(&browser, "#summary").await, TEXT);
}

#[tokio::test]
async fn what_could_not_be_saved_is_sent_again_by_its_button() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in("training.director@jclec.example", PASSWORD).await;
    browser.goto("/courses/LIA-201/edit").await;
    browser.overwrite("#summary", TEXT).await;
    served.test.let_database_be_written(false).await;
    browser.click(".bar button[value=save]").await;
    browser.says("Nothing was saved. Your text is still here.").await;
    browser.looks_well_everywhere("not-saved").await;
    served.test.let_database_be_written(true).await;
    browser.click("main .btn.go").await;
    browser.goto("/courses/LIA-201/edit").await;
    assert_eq!(value_of(&browser, "#summary").await, TEXT);
}
