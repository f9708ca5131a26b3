//! Emails arrive: once, whatever the mail server does.
mod delivery;
mod faults;
mod letters;

use std::sync::Arc;
use std::time::Duration;

use chrono::Duration as Span;
use chrono_tz::Tz;
use rctm::base::App;
use rctm::base::config::MailSettings;
use rctm::base::i18n::{Locale, Message};
use rctm::base::ids::{AccountId, OrganisationId};
use rctm::base::letter::{Action, Fact, Letter, Part};
use rctm::base::mailer::{Mailer, Patience, Trouble, TroubleKind};
use rctm::base::outbox::{self, Email, EmailState, OutboxEmail, Recipient};
use tests::TestApp;
use tests::smtp_sink::{Mode, SmtpSink};
use tokio_util::sync::CancellationToken;

/// Some news, with a subject of somebody's making.
struct News<'a>(&'a str);

impl Email for News<'_> {
    fn subject(&self) -> Message {
        Message::new("letter-list").with("start", self.0).with("end", "news")
    }

    fn letter(&self) -> Letter {
        let value = Fact::Text(self.0.to_owned());
        Letter {
            over: "nav-nominations".into(),
            heading: self.subject(),
            lede: "layout-foot".into(),
            parts: vec![Part { heading: None, facts: vec![("emails-subject".into(), value)] }],
            notes: vec![],
            action: Action {
                label: "nav-demand".into(),
                address: "https://rctm.example/demand".into(),
            },
            reasons: vec![],
        }
    }
}

/// An installation that sends to a mail server of the test's.
struct Post {
    test: TestApp,
    app: App,
    sink: SmtpSink,
}

impl Post {
    async fn with(mode: Mode) -> Self {
        let test = TestApp::new().await;
        // Its Directors have no accounts, so nothing is compared with those.
        test.execute("delete from outbox", vec![]).await;
        let sink = SmtpSink::start(mode).await;
        let mut settings = (*test.app.settings).clone();
        settings.mail = MailSettings::Smtp(sink.url().parse().expect("an address"));
        let app = App { settings: Arc::new(settings), ..test.app.clone() };
        Self { test, app, sink }
    }

    /// Another program on the same database.
    async fn second_instance(&self) -> App {
        let settings = (*self.app.settings).clone();
        rctm::app::open(settings, self.app.clock.clone()).await.expect("the database opens")
    }

    async fn queue(&self, count: usize) {
        self.queue_for(count, |number| format!("Director {number}")).await;
    }

    async fn queue_for(&self, count: usize, name: impl Fn(usize) -> String) {
        let tx = self.app.db.begin().await.expect("a transaction");
        for number in 0..count {
            let recipient = recipient(&name(number), number);
            let (event, news) = (format!("news:{number}"), News("Fiji"));
            let queued = outbox::enqueue(&self.app, &tx, &event, &recipient, (&news, None));
            queued.await.expect("queued");
        }
        tx.commit().await.expect("committed");
    }

    /// A server that says nothing is not waited for; one that is merely slow, on a machine that is
    /// busy, must not look like it.
    fn patience(&self) -> Patience {
        if self.sink.is_silent() {
            Patience { connect: Duration::from_millis(500), message: Duration::from_millis(700) }
        } else {
            Patience::default()
        }
    }

    /// Sends what is due.
    async fn deliver(&self) -> usize {
        let mut mailer = Mailer::new(&self.app, self.patience());
        let sent = mailer.deliver_due(&CancellationToken::new()).await.expect("delivery");
        mailer.rest().await;
        sent
    }

    async fn rows(&self) -> Vec<OutboxEmail> {
        outbox::newest(&self.app.db, 10_000).await.expect("rows")
    }

    async fn in_state(&self, state: EmailState) -> usize {
        self.rows().await.iter().filter(|row| row.state == state).count()
    }

    /// Sends again and again as time passes, until nothing waits.
    async fn until_nothing_waits(&self) {
        for _ in 0..12 {
            self.deliver().await;
            if self.in_state(EmailState::Queued).await == 0 {
                return;
            }
            self.test.pass(Span::hours(25));
        }
        panic!("some emails still wait");
    }

    /// Fails unless every row was sent and arrived once, under its own Message-ID.
    async fn all_arrived_once(&self, count: usize) {
        let rows = self.rows().await;
        assert_eq!(rows.len(), count);
        assert!(rows.iter().all(|row| row.state == EmailState::Sent), "some were not sent");
        let copies = self.sink.copies();
        for row in &rows {
            assert_eq!(copies.get(&row.message_id), Some(&1), "{}", row.message_id);
        }
        assert_eq!(copies.len(), count, "there are messages of no row");
    }
}

fn recipient(name: &str, number: usize) -> Recipient {
    Recipient::new(
        (AccountId::new(), OrganisationId::new()),
        (name.to_owned(), format!("director.{number}@centre.example")),
        Locale::english(),
        Tz::Asia__Jakarta,
    )
}

fn trouble(row: &OutboxEmail) -> Option<(TroubleKind, Option<u16>)> {
    let trouble = row.last_error.as_deref().and_then(Trouble::read);
    trouble.map(|trouble| (trouble.kind, trouble.code))
}
