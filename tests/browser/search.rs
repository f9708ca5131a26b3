//! A course is found by keyboard alone, from what somebody remembers of it.
use tests::Served;
use tests::browser::Browser;

#[tokio::test]
async fn a_course_is_found_by_keyboard_from_a_word_typed_wrongly() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.goto("/catalogue").await;
    browser.tab_to("Search titles, modules and summaries").await;
    browser.write("intervewing childern").await;
    browser.follow().await;
    browser.says("These are the courses for “interviewing children”.").await;
    browser.looks_well_on_both("search-corrected").await;
    browser.tab_to("Interviewing Children and Adolescents on the Move").await;
    browser.follow().await;
    browser.is_at("/courses/INV-202").await;
    browser.goto("/catalogue?q=childern&exact=yes&goal=prevention").await;
    browser.says("Did you mean “children”?").await;
    browser.looks_well_on_both("search-nothing").await;
    browser.tab_to("Did you mean “children”?").await;
    browser.follow().await;
    browser.looks_well_on_both("search-meant").await;
}
