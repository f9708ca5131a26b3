//! Being told by email what is new in the catalogue: the form, the links of letters, the own list.
use rctm::base::ids::SubscriptionId;
use rctm::catalogue::actions::{confirm_link, end_link};
use tests::browser::Browser;
use tests::{PASSWORD, Served};

#[tokio::test]
async fn the_pages_of_subscriptions_look_well_everywhere() {
    let served = Served::new().await;
    let visitor = served.test.visitor();
    let form = [
        ("address", "reader@example.org"),
        ("filter", "goal=prevention&language=en"),
        ("often", "weekly"),
        ("language", "en"),
    ];
    visitor.post("/subscriptions/new", &form).await.is(303);
    let rows = served.test.query("select id from subscription", vec![]).await;
    let id = SubscriptionId(rows[0].try_get("", "id").expect("an id"));
    let path = |link: String| link.replace(&served.link(""), "");
    let confirm = path(confirm_link(&served.test.app, id, served.test.now()));
    let browser = Browser::open(&served).await;
    browser.goto("/subscriptions/new?goal=prevention&language=en").await;
    browser.looks_well_everywhere("subscription-new").await;
    browser.goto(&confirm).await;
    browser.looks_well_everywhere("subscription-confirm").await;
    let page = visitor.post(&confirm, &[]).await;
    let manage = page.is(303).location().expect("a page").to_owned();
    browser.goto(&path(manage)).await;
    browser.says("Confirmed.").await;
    browser.looks_well_everywhere("subscription-manage").await;
    browser.goto(&path(end_link(&served.test.app, id))).await;
    browser.looks_well_everywhere("subscription-stop").await;
    browser.sign_in("focal.point@fiji.example", PASSWORD).await;
    let person = served.test.focal_point("Fiji").await;
    person.post("/subscriptions/new", &form).await.is(303);
    browser.goto("/subscriptions").await;
    browser.looks_well_everywhere("subscriptions").await;
}
