//! The audit log: nobody changes it unseen, and every write leaves exactly one entry.
mod chain;
mod derived;
mod one_entry;

use rctm::base::audit::chain::Head;
use rctm::proof::actions::inspect;
use tests::TestApp;

/// What the audit finds, in its words.
async fn found(app: &TestApp, expected: Option<&Head>) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |difference: &str| found.push(difference.to_owned());
    let outcome = inspect(&app.app, expected, &mut note).await.expect("the database can be read");
    assert_eq!(outcome.differences, found.len() as u64);
    found
}

async fn head(app: &TestApp) -> Head {
    rctm::base::audit::head(&app.app.db).await.expect("it can be read").expect("a head").0
}
