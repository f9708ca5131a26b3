//! Signing in, choosing a capacity, the own account, and a page that is not there.
use tests::browser::Browser;
use tests::{PASSWORD, Served};
use thirtyfour::Key;

#[tokio::test]
async fn a_visitor_can_read_the_sign_in_page_and_the_page_of_an_error() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.goto("/sign-in").await;
    browser.looks_well_everywhere("sign-in").await;
    browser.goto("/no-such-page").await;
    browser.says("There is no page at this address").await;
    browser.looks_well_everywhere("not-found").await;
}

#[tokio::test]
async fn a_focal_point_signs_in_and_out_by_keyboard_alone() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in("focal.point@fiji.example", "a wrong password").await;
    browser.is_at("/sign-in").await;
    browser.looks_well_everywhere("sign-in-failed").await;
    browser.sign_in("focal.point@fiji.example", PASSWORD).await;
    browser.is_at("/my-state").await;
    browser.goto("/account").await;
    browser.says("focal.point@fiji.example").await;
    browser.looks_well_everywhere("account").await;
    browser.tab_to("FJI").await;
    browser.press(Key::Enter).await;
    browser.tab_to("Sign out").await;
    browser.follow().await;
    browser.goto("/account").await;
    browser.is_at("/sign-in").await;
}

#[tokio::test]
async fn somebody_with_two_roles_chooses_one_by_keyboard() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.sign_in("seconded.editor@jclec.example", PASSWORD).await;
    browser.is_at("/capacity").await;
    browser.looks_well_everywhere("capacity").await;
    browser.tab_to("Act in this role: RSO officer").await;
    browser.follow().await;
    browser.is_at("/demand").await;
}

#[tokio::test]
async fn a_page_with_faults_does_not_look_well() {
    let served = Served::new().await;
    let browser = Browser::open(&served).await;
    browser.goto("/symbols").await;
    browser
        .run(
            "const main = document.querySelector('main');
            const words = document.createElement('p');
            words.textContent = 'Words';
            words.setAttribute('style', 'color: red');
            words.style.inlineSize = '2000px';
            main.append(document.createElement('input'), words);",
        )
        .await;
    let wrong = browser.wrong_everywhere("faults").await.join("\n");
    for fault in [
        "faults-phone-light: label: ",
        "faults-desktop-dark: label: ",
        "Content Security Policy",
        "faults-phone-light: scrolls sideways: ",
        "faults-desktop-rtl: scrolls sideways: ",
    ] {
        assert!(wrong.contains(fault), "{fault:?} is not noticed:\n{wrong}");
    }
}
