//! Every page of every role: readable by everybody, on a desktop and on a phone, in light, dark
//! and forced colours, from left to right and from right to left.
use rctm::base::outbox;
use rctm::course_nominations;
use tests::browser::Browser;
use tests::{PASSWORD, Person, Served};

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

async fn open_round(served: &Served) -> String {
    let rounds = course_nominations::open_rounds(&served.test.app.db).await.expect("rounds");
    format!("/rounds/{}", rounds.first().expect("an open round").id)
}

/// Saves answers in the sheet at `path`, without looking.
async fn save(person: &Person, path: &str, fields: &[(&str, &str)]) {
    let page = person.get(path).await;
    let revision = page.text.split("name=\"revision\" value=\"").nth(1).expect("a revision");
    let revision = revision.split('"').next().expect("its end");
    let form = [&[("revision", revision)], fields, &[("do", "save")]].concat();
    person.post(path, &form).await.is(303);
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

/// Answers that can.
const GOOD: [(&str, &str); 10] = [
    ("protection.freq", "0"),
    ("~1.freq", "0"),
    ("liaison.freq", "twice_a_year"),
    ("liaison.rank", "1"),
    ("liaison.people", "3"),
    ("liaison.q", "1"),
    ("liaison.reason", "Four new liaison posts open"),
    ("induction.freq", "quarterly"),
    ("induction.level", "national"),
    ("induction.people", "30"),
];

#[tokio::test]
async fn what_anybody_may_read() {
    let served = Served::new().await;
    let mut walk = Walk::begin(&served).await;
    walk.open_each(&[
        ("home", "/"),
        ("catalogue", "/catalogue"),
        ("catalogue-filtered", "/catalogue?goal=prevention&language=en"),
        ("catalogue-nothing", "/catalogue?q=zeppelins"),
        ("course", "/courses/LIA-201"),
        ("course-types", "/course-types"),
        ("centres", "/centres"),
        ("how-it-works", "/how-it-works"),
        ("api", "/api/docs"),
        ("api-catalogue", "/api/docs/catalogue"),
        ("symbols", "/symbols"),
        ("not-found", "/no-such-page"),
        ("demo-mail-empty", "/demo/mail"),
    ])
    .await;
    let fiji = served.test.focal_point("Fiji").await;
    let sheet = format!("{}/sheet", open_round(&served).await);
    save(&fiji, &sheet, &GOOD).await;
    let check = fiji.get(&format!("{sheet}/submission")).await;
    let revision = check.text.split("name=\"revision\" value=\"").nth(1).expect("a revision");
    let revision = revision.split('"').next().expect("its end");
    fiji.post(&format!("{sheet}/submission"), &[("revision", revision)]).await.is(303);
    let emails = outbox::newest(&served.test.app.db, 10).await.expect("emails");
    let stop =
        emails.iter().find_map(|email| email.unsubscribe.clone()).expect("it can be stopped");
    walk.open("demo-mail", "/demo/mail").await;
    walk.press("demo-mail-one", "main a[href^='/demo/mail/']").await;
    walk.open("unsubscribe", stop.strip_prefix(&served.link("")).expect("our own")).await;
    walk.press("unsubscribed", "main form button").await;
    walk.end();
}

#[tokio::test]
async fn what_a_state_reads() {
    let served = Served::new().await;
    let sheet = format!("{}/sheet", open_round(&served).await);
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("focal.point@fiji.example").await;
    walk.open_each(&[
        ("state-home", "/my-state"),
        ("state-nominations", "/nominations"),
        ("state-sheet-empty", &sheet),
        ("state-no-needs", &format!("{sheet}/no-needs")),
        ("state-demand", "/demand"),
        ("state-account", "/account"),
        ("state-api-clients", "/api-clients"),
        ("state-notices", "/notices"),
        ("state-audit-log", "/audit-log"),
        ("state-course", "/courses/LIA-201"),
    ])
    .await;
    let deputy = served.test.deputy("Fiji").await;
    save(&deputy, &sheet, &FAULTY).await;
    walk.open("state-sheet", &sheet).await;
    walk.press("state-sheet-faults", "button[value=check]").await;
    walk.browser.says("need your attention").await;
    walk.browser.goto(&sheet).await;
    save(&deputy, &sheet, &GOOD).await;
    walk.press("state-sheet-conflict", ".bar button[value=save]").await;
    walk.browser.says("Somebody else saved this sheet meanwhile").await;
    walk.browser.goto(&sheet).await;
    walk.press("state-check", "button[value=check]").await;
    walk.browser.says("Check before you submit").await;
    walk.press("state-receipt", "main form .btn.go").await;
    walk.browser.says("Change the answers").await;
    walk.open("state-home-answered", "/my-state").await;
    walk.open("state-nominations-sent", "/nominations").await;
    walk.press("state-withdrawal", "main a[href$=withdrawal]").await;
    walk.sign_in("nominator@bangladesh.example").await;
    walk.open_each(&[("nominator-home", "/my-state"), ("nominator-sheet", &sheet)]).await;
    walk.open("nominator-refused", "/demand").await;
    walk.end();
}

#[tokio::test]
async fn what_a_centre_reads() {
    let served = Served::new().await;
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("training.director@jclec.example").await;
    walk.open_each(&[
        ("centre-home", "/my-centre"),
        ("centre-courses", "/courses"),
        ("centre-new", "/courses/new"),
        ("centre-publication-nothing", "/courses/LIA-201/publication"),
        ("centre-suspension", "/courses/LIA-201/suspension"),
        ("centre-retirement", "/courses/LIA-201/retirement"),
        ("centre-demand", "/demand"),
        ("centre-edit", "/courses/LIA-201/edit"),
    ])
    .await;
    walk.browser.overwrite("#duration_days", "many").await;
    walk.press("centre-edit-faults", "button[value=check]").await;
    walk.browser.overwrite("#duration_days", "9").await;
    walk.press("centre-publication", "button[value=check]").await;
    walk.browser.says("Publish version 2").await;
    walk.press("centre-publication-faults", "main form .btn.go").await;
    walk.open("centre-preview", "/courses/LIA-201/preview").await;
    walk.browser.goto("/courses/new").await;
    walk.press("centre-new-faults", "main form .btn.go").await;
    walk.browser.goto("/courses/LIA-201/suspension").await;
    walk.press("centre-suspension-faults", "main form .btn.go").await;
    walk.sign_in("course.editor@jclec.example").await;
    walk.open_each(&[
        ("editor-home", "/my-centre"),
        ("editor-edit", "/courses/INT-201/edit"),
        ("editor-publication", "/courses/LIA-201/publication"),
    ])
    .await;
    walk.end();
}

#[tokio::test]
async fn what_the_office_reads() {
    let served = Served::new().await;
    let round = open_round(&served).await;
    let mut walk = Walk::begin(&served).await;
    walk.sign_in("officer@rso.example").await;
    walk.open_each(&[
        ("office-demand", "/demand"),
        ("office-cell", "/demand?state=AU&type=liaison"),
        ("office-type", "/demand?type=liaison"),
        ("office-rounds", "/rounds"),
        ("office-round", &round),
        ("office-closing", &format!("{round}/closing")),
        ("office-emails", "/emails"),
        ("office-organisations", "/organisations"),
        ("office-audit-log", "/audit-log"),
        ("office-round-new", "/rounds/new"),
    ])
    .await;
    walk.browser.leave_checks_to_the_service().await;
    walk.press("office-round-faults", "main form .btn.go").await;
    walk.sign_in("auditor@rso.example").await;
    walk.open_each(&[("auditor-log", "/audit-log"), ("auditor-account", "/account")]).await;
    walk.sign_in("administrator@rso.example").await;
    walk.look("administrator-home").await;
    walk.open("administrator-account", "/account").await;
    walk.end();
}
