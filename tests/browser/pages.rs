//! What pages say after a button was pressed, faults above all: readable by everybody, on a desktop
//! and on a phone, in light, dark and forced colours, from left to right and from right to left.
//! Pages that have an address of their own are looked at in `matrix.rs`.
use tests::browser::Browser;
use tests::{PASSWORD, Served};

use super::places::{GOOD, Places, open_round, saves};

/// Somebody who opens one page after another and tells at the end what was wrong.
struct Walk {
    browser: Browser,
    wrong: Vec<String>,
}

impl Walk {
    async fn begin(served: &Served) -> Self {
        Self { browser: Browser::open(served).await, wrong: Vec::new() }
    }

    async fn sign_in(&self, email: &str) {
        self.browser.forget().await;
        self.browser.sign_in(email, PASSWORD).await;
    }

    /// Looks at the page that is open.
    async fn look(&mut self, name: &str) {
        self.wrong.extend(self.browser.wrong_everywhere(name).await);
    }

    async fn open(&mut self, name: &str, path: &str) {
        self.browser.goto(path).await;
        self.look(name).await;
    }

    async fn open_each(&mut self, pages: &[(&str, &str)]) {
        for (name, path) in pages {
            self.open(name, path).await;
        }
    }

    /// Presses a button or follows a link, and looks at where that leads.
    async fn press(&mut self, name: &str, selector: &str) {
        self.browser.click(selector).await;
        self.look(name).await;
    }

    fn end(self) {
        assert!(self.wrong.is_empty(), "{} faults:\n{}", self.wrong.len(), self.wrong.join("\n"));
    }
}

/// Answers that cannot be submitted.
const FAULTY: [(&str, &str); 7] = [
    ("protection.freq", "twice_a_year"),
    ("protection.urgency", "high"),
    ("liaison.freq", "annual"),
    ("liaison.people", "30"),
    ("induction.freq", "annual"),
    ("induction.people", "4"),
    ("~1.freq", "once"),
];

#[tokio::test]
async fn what_anybody_reads() {
    let served = Served::new().await;
    let mut walk = Walk::begin(&served).await;
    walk.open_each(&[
        ("home", "/"),
        ("catalogue-nothing", "/catalogue?q=zeppelins"),
        ("api", "/api/docs"),
        ("api-catalogue", "/api/docs/catalogue"),
        ("not-found", "/no-such-page"),
        ("demo-mail-empty", "/demo/mail"),
    ])
    .await;
    let places = Places::arrange(&served).await;
    walk.open("unsubscribe", &places.fill("{unsubscribe}")).await;
    walk.press("unsubscribed", "main form button").await;
    walk.end();
}

#[tokio::test]
async fn what_a_state_reads() {
    let served = Served::new().await;
    let round = open_round(&served).await;
    let sheet = format!("/rounds/{round}/sheet");
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("focal.point@fiji.example").await;
    walk.open_each(&[
        ("state-nominations", "/nominations"),
        ("state-sheet-empty", &sheet),
        ("state-demand", "/demand"),
        ("state-api-clients", "/api-clients"),
    ])
    .await;
    served.test.client_of("Fiji").await;
    walk.open("state-api-client", "/api-clients").await;
    walk.press("state-api-client-revocation", "main a[href$=revocation]").await;
    let deputy = served.test.deputy("Fiji").await;
    saves(&deputy, &round, &FAULTY).await;
    walk.open("state-sheet", &sheet).await;
    walk.press("state-sheet-faults", "button[value=check]").await;
    walk.browser.says("need your attention").await;
    walk.browser.goto(&sheet).await;
    saves(&deputy, &round, &GOOD).await;
    walk.press("state-sheet-conflict", ".bar button[value=save]").await;
    walk.browser.says("Somebody else saved this sheet meanwhile").await;
    walk.browser.goto(&sheet).await;
    walk.press("state-check", "button[value=check]").await;
    walk.browser.says("Check before you submit").await;
    walk.press("state-receipt", "main form .btn.go").await;
    walk.browser.says("Change the answers").await;
    walk.browser.goto("/nominations").await;
    walk.browser.click("main a[href$=withdrawal]").await;
    walk.press("state-withdrawal-faults", "main form .btn.go").await;
    walk.sign_in("nominator@bangladesh.example").await;
    walk.open("nominator-refused", "/demand").await;
    walk.end();
}

#[tokio::test]
async fn what_a_centre_reads() {
    let served = Served::new().await;
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("training.director@jclec.example").await;
    walk.open("centre-publication-nothing", "/courses/LIA-201/publication").await;
    walk.browser.goto("/courses/LIA-201/edit/deliveries").await;
    walk.browser.overwrite("#duration_days", "many").await;
    walk.press("centre-edit-faults", "button[value=check]").await;
    walk.browser.overwrite("#duration_days", "9").await;
    walk.press("centre-publication", "button[value=check]").await;
    walk.browser.says("Publish version 2").await;
    walk.press("centre-publication-faults", "main form .btn.go").await;
    walk.browser.goto("/courses/new").await;
    walk.press("centre-new-faults", "main form .btn.go").await;
    walk.browser.goto("/courses/LIA-201/suspension").await;
    walk.press("centre-suspension-faults", "main form .btn.go").await;
    walk.end();
}

#[tokio::test]
async fn what_the_office_reads() {
    let served = Served::new().await;
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("officer@rso.example").await;
    walk.open_each(&[
        ("office-cell", "/demand?state=AU&type=liaison"),
        ("office-round-new", "/rounds/new"),
    ])
    .await;
    walk.browser.leave_checks_to_the_service().await;
    walk.press("office-round-faults", "main form .btn.go").await;
    walk.end();
}
