//! What people are written about the seats of deliveries.
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::base::App;
use crate::base::i18n::{Message, days, moment_in};
use crate::base::letter::{Action, Fact, Letter, Part};
use crate::base::outbox::Email;
use crate::deliveries::rules::Deadline;
use crate::deliveries::store::Delivery;

/// What has become of the seats of a State.
#[derive(Clone, Copy, Debug)]
pub enum SeatsNews<'a> {
    /// It is told for the first time how many it holds.
    Published {
        /// How many.
        held: i32,
    },
    /// The centre has given it more or fewer.
    Changed {
        /// How many it held.
        before: i32,
        /// How many it holds now.
        held: i32,
    },
    /// Those that it has free are taken back soon.
    RecallSoon {
        /// How many.
        seats: i32,
        /// When.
        at: DateTime<Utc>,
    },
    /// Those that it had free were taken back.
    Recalled {
        /// How many.
        seats: i32,
        /// How many it holds now.
        held: i32,
    },
    /// Free seats of States were taken back; its centre is told.
    RecalledInAll {
        /// How many.
        seats: i32,
        /// How many the reserve has now.
        reserve: i32,
    },
    /// It has returned some; its centre is told.
    Returned {
        /// The name of the State.
        member: &'a str,
        /// How many.
        seats: i32,
        /// Why; empty where it did not say.
        reason: &'a str,
    },
}

/// A letter that is ready.
pub struct AboutSeats {
    heading: Message,
    lede: Message,
    facts: Vec<(Message, Fact)>,
    address: String,
    why: &'static str,
}

/// The letter about this news of a delivery that this centre holds.
pub fn about_seats(
    app: &App,
    (delivery, centre): (&Delivery, &str),
    news: SeatsNews<'_>,
) -> AboutSeats {
    let title = delivery.title.as_str();
    let said = |key: &'static str| Message::new(key).with("title", title).with("centre", centre);
    let of = |message: Message, seats: i32| message.with("seats", i64::from(seats));
    let (heading, lede, why) = match news {
        SeatsNews::Published { held } => (
            of(said("seats-mail-published"), held),
            "seats-mail-published-lede".into(),
            "seats-mail-why-state",
        ),
        SeatsNews::Changed { held, .. } => (
            of(said("seats-mail-changed"), held),
            "seats-mail-changed-lede".into(),
            "seats-mail-why-state",
        ),
        SeatsNews::RecallSoon { seats, .. } => (
            of(said("seats-mail-recall-soon"), seats),
            "seats-mail-recall-soon-lede".into(),
            "seats-mail-why-state",
        ),
        SeatsNews::Recalled { seats, .. } => (
            of(said("seats-mail-recalled"), seats),
            "seats-mail-recalled-lede".into(),
            "seats-mail-why-state",
        ),
        SeatsNews::RecalledInAll { seats, .. } => (
            of(said("seats-mail-recalled-in-all"), seats),
            "seats-mail-recalled-in-all-lede".into(),
            "seats-mail-why-centre",
        ),
        SeatsNews::Returned { member, seats, .. } => (
            of(said("seats-mail-returned").with("member", member), seats),
            "seats-mail-returned-lede".into(),
            "seats-mail-why-centre",
        ),
    };
    let mut facts = about((delivery, centre), app.clock.now());
    facts.extend(told(news, delivery.time_zone()));
    let address = app.settings.link(&format!("/deliveries/{}/seats", delivery.code));
    AboutSeats { heading, lede, facts, address, why }
}

/// What the news says in figures.
fn told(news: SeatsNews<'_>, zone: Tz) -> Vec<(Message, Fact)> {
    let number = |label: &'static str, seats: i32| (label.into(), Fact::Text(seats.to_string()));
    match news {
        SeatsNews::Published { held } => vec![number("seats-your", held)],
        SeatsNews::Changed { before, held } => {
            vec![number("seats-before", before), number("seats-after", held)]
        }
        SeatsNews::RecallSoon { seats, at } => vec![
            number("seats-free", seats),
            (Deadline::Recall.label(), Fact::Words(moment_in(zone, at))),
        ],
        SeatsNews::Recalled { seats, held } => {
            vec![number("seats-recalled", seats), number("seats-your", held)]
        }
        SeatsNews::RecalledInAll { seats, reserve } => {
            vec![number("seats-recalled", seats), number("seats-reserve", reserve)]
        }
        SeatsNews::Returned { seats, reason, .. } => {
            let mut facts = vec![number("seats-returned", seats)];
            if !reason.is_empty() {
                facts.push(("course-reason".into(), Fact::Text(reason.to_owned())));
            }
            facts
        }
    }
}

/// Which delivery it is, and until when people are put forward for it, where that is to come.
fn about((delivery, centre): (&Delivery, &str), now: DateTime<Utc>) -> Vec<(Message, Fact)> {
    let text = |label: &'static str, text: &str| (label.into(), Fact::Text(text.to_owned()));
    let mut facts = vec![
        text("course", &delivery.title),
        text("delivery-code", &delivery.code),
        text("centres-column-centre", centre),
    ];
    if let Some((first, last)) = delivery.days() {
        facts.push(("delivery-days".into(), Fact::Words(days(first, last))));
        let zone = delivery.time_zone();
        let due = delivery.deadlines().moments(zone, first);
        let nominate = due.into_iter().find(|(one, at)| *one == Deadline::Nominate && *at > now);
        if let Some((deadline, at)) = nominate {
            facts.push((deadline.label(), Fact::Words(moment_in(zone, at))));
        }
    }
    facts
}

impl Email for AboutSeats {
    fn subject(&self) -> Message {
        self.heading.clone()
    }

    fn letter(&self) -> Letter {
        Letter {
            over: "seats-mail-over".into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: vec![Part { heading: None, facts: self.facts.clone() }],
            notes: Vec::new(),
            action: Action { label: "seats-mail-action".into(), address: self.address.clone() },
            reasons: vec![self.why.into()],
        }
    }
}
