//! What people are written about deliveries.
mod seats;

pub use self::seats::{SeatsNews, about_seats};
use crate::base::App;
use crate::base::i18n::{Message, days, moment_in};
use crate::base::letter::{Action, Fact, Letter, Part};
use crate::base::outbox::Email;
use crate::deliveries::rules::{Deadline, DeliveryState};
use crate::deliveries::store::Delivery;

/// What a centre has done with a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It has told those for whom it is.
    Announced,
    /// It has said that it takes place.
    Confirmed,
    /// It has given up its days.
    Postponed,
    /// It has moved it to other days.
    Moved,
    /// It has given it up.
    Cancelled,
}

/// To whom it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// A Training Director of another centre that delivers the course.
    Centre,
    /// A focal point of the State for which it is.
    State,
    /// A focal point of a State that has put people forward for it.
    Nominating,
}

impl Done {
    /// What was done last with a delivery that was postponed or cancelled.
    pub fn of(delivery: &Delivery) -> Self {
        match delivery.state {
            DeliveryState::Cancelled => Self::Cancelled,
            DeliveryState::Postponed => Self::Postponed,
            _ => Self::Moved,
        }
    }
}

/// What a centre has done with a delivery, as those are told whom it concerns.
#[derive(Debug)]
pub struct News<'a> {
    /// The delivery as it is now.
    pub delivery: &'a Delivery,
    /// The name of the centre.
    pub centre: &'a str,
    /// What it has done.
    pub done: Done,
}

/// A letter that is ready.
pub struct Ready {
    heading: Message,
    lede: Message,
    facts: Vec<(Message, Fact)>,
    address: String,
    reads: Reads,
}

/// The letter about this news.
pub fn letter(app: &App, news: &News<'_>, reads: Reads) -> Ready {
    let (heading, lede) = words(news.done, reads);
    let filled =
        |key| Message::new(key).with("centre", news.centre).with("title", &news.delivery.title);
    Ready {
        heading: filled(heading),
        lede: filled(lede),
        facts: facts(news),
        address: app.settings.link(&format!("/deliveries/{}", news.delivery.code)),
        reads,
    }
}

const fn words(done: Done, reads: Reads) -> (&'static str, &'static str) {
    match (done, reads) {
        (Done::Announced, Reads::Centre) => {
            ("delivery-mail-announced", "delivery-mail-announced-centre")
        }
        (Done::Announced, Reads::State | Reads::Nominating) => {
            ("delivery-mail-announced", "delivery-mail-announced-state")
        }
        (Done::Confirmed, _) => ("delivery-mail-confirmed", "delivery-mail-confirmed-lede"),
        (Done::Postponed, _) => ("delivery-mail-postponed", "delivery-mail-postponed-lede"),
        (Done::Moved, _) => ("delivery-mail-moved", "delivery-mail-moved-lede"),
        (Done::Cancelled, _) => ("delivery-mail-cancelled", "delivery-mail-cancelled-lede"),
    }
}

fn facts(news: &News<'_>) -> Vec<(Message, Fact)> {
    let delivery = news.delivery;
    let text = |label: &'static str, text: String| (label.into(), Fact::Text(text));
    let mut facts = vec![
        text("course", delivery.title.clone()),
        text("delivery-code", delivery.code.clone()),
        text("centres-column-centre", news.centre.to_owned()),
    ];
    let when = match delivery.days() {
        Some((first, last)) => days(first, last),
        None => "delivery-undated".into(),
    };
    facts.push(("delivery-days".into(), Fact::Words(when)));
    let was = matches!(news.done, Done::Postponed | Done::Moved);
    if let Some((first, last)) = delivery.former_days().filter(|_| was) {
        facts.push(("delivery-former-days".into(), Fact::Words(days(first, last))));
    }
    let mut place = vec![delivery.venue.clone(), delivery.place()];
    place.retain(|part| !part.is_empty());
    if !place.is_empty() {
        facts.push(text("delivery-where", place.join(", ")));
    }
    if let Some(mode) = delivery.held() {
        facts.push(("delivery-mode".into(), Fact::Words(mode.label())));
    }
    let tongues: Vec<_> = delivery.language_tags().map(crate::base::i18n::autonym).collect();
    facts.push(text("delivery-languages", tongues.join(", ")));
    let zone = delivery.time_zone();
    let nominates = !matches!(news.done, Done::Confirmed | Done::Cancelled);
    let begins = delivery.first_day.filter(|_| nominates);
    let due = begins.map(|first| delivery.deadlines().moments(zone, first));
    let nominate = due.iter().flatten().find(|(deadline, _)| *deadline == Deadline::Nominate);
    if let Some((deadline, at)) = nominate {
        facts.push((deadline.label(), Fact::Words(moment_in(zone, *at))));
    }
    let given = !matches!(news.done, Done::Announced | Done::Confirmed);
    if !delivery.reason.is_empty() && given {
        facts.push(text("course-reason", delivery.reason.clone()));
    }
    facts
}

impl Email for Ready {
    fn subject(&self) -> Message {
        self.heading.clone()
    }

    fn letter(&self) -> Letter {
        let why = match self.reads {
            Reads::Centre => "delivery-mail-why-centre",
            Reads::State => "delivery-mail-why-state",
            Reads::Nominating => "delivery-mail-why-nominating",
        };
        Letter {
            over: "delivery-mail-over".into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: vec![Part { heading: None, facts: self.facts.clone() }],
            notes: Vec::new(),
            action: Action { label: "delivery-mail-action".into(), address: self.address.clone() },
            reasons: vec![why.into()],
        }
    }
}
