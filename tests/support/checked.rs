//! What every test promises without saying so: at its end the audit log is whole, nothing was
//! changed without an entry, and what follows from other rows still does.
use std::sync::atomic::Ordering;
use std::thread;

use rctm::base::db::Db;
use rctm::base::{App, audit};

use super::TestApp;

/// What is changed without an entry by design: sessions that are used, tokens that are given out,
/// answers and forms that are kept for repetitions, brakes that run out, runs of jobs, emails
/// on their way, which the action that queued them has told of, what was found in a table that
/// somebody sent, which the sending has told of, and files that arrive or go, which nothing refers
/// to.
const WITHOUT_A_WORD: [&str; 11] = [
    "api_request",
    "api_token",
    "brake",
    "course_import",
    "course_import_file",
    "course_import_row",
    "job_run",
    "kept_form",
    "outbox",
    "session",
    "stored_file",
];

impl Drop for TestApp {
    fn drop(&mut self) {
        if thread::panicking() || self.tampered.load(Ordering::SeqCst) {
            return;
        }
        let unsaid = self.app.db.tables_changed_without_a_word();
        let unsaid: Vec<_> =
            unsaid.into_iter().filter(|table| !WITHOUT_A_WORD.contains(&table.as_str())).collect();
        assert!(unsaid.is_empty(), "changed without an entry in the audit log: {unsaid:?}");
        let app = self.app.clone();
        let arranged = self.arranged.load(Ordering::SeqCst);
        // The runtime of the test may not wait for itself.
        let checking = thread::spawn(move || differences(app, arranged));
        let differences = checking.join().expect("the check runs");
        assert!(differences.is_empty(), "the audit finds {differences:#?}");
    }
}

/// What the audit finds in the database of `app`, through a connection of its own.
fn differences(app: App, arranged: bool) -> Vec<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let mut found = Vec::new();
        let (url, secret) = (&app.settings.database_url, &app.settings.secret_key);
        let db = Db::open(url, 1, secret).await.expect("the database opens");
        let app = App { db, ..app };
        if arranged {
            let snapshot = app.db.snapshot().await.expect("a snapshot");
            let mut note = |fault: audit::Fault| found.push(fault.to_string());
            let walked = audit::walk(&snapshot, app.db.chain(), None, &mut note).await;
            walked.expect("the log can be read");
        } else {
            let mut note = |difference: &str| found.push(difference.to_owned());
            let checked = rctm::proof::actions::inspect(&app, None, &mut note).await;
            checked.expect("the database can be read");
        }
        app.db.close().await.expect("closing");
        found
    })
}
