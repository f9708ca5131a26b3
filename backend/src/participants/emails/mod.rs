//! What people are written about participants: how many and for which delivery, and never who.
//! Names stay behind the sign-in.
mod offers;

pub(super) use self::offers::{offer_answered, offered, ran_out};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::i18n::{Message, days, moment_in};
use crate::base::ids::OrganisationId;
use crate::base::letter::{Action, Fact, Letter, Part};
use crate::base::outbox::Email;
use crate::deliveries::Delivery;
use crate::deliveries::rules::{Deadline, Milestone};
use crate::identity::{self, Capacity};
use crate::notifications::{self, Kind};
use crate::participants::rules::Decision;
use crate::participants::store::Nomination;

/// Something that is told of participants.
struct News<'a> {
    /// The subject, which is the heading as well.
    heading: Message,
    /// Whom it is for and why.
    lede: Message,
    /// The delivery.
    delivery: &'a Delivery,
    /// What else there is to know of it.
    facts: Vec<(Message, Fact)>,
    /// Where to go on: the last part of an address below the delivery.
    leads_to: &'static str,
    /// What opens there.
    action: &'static str,
    /// Why it is sent.
    why: &'static str,
}

/// Tells the Training Directors of the centre that a State has put people forward.
pub(super) async fn nominated(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    people: &[&Nomination],
) -> Result<()> {
    let told =
        Told { heading: "participants-mail-nominated", lede: "participants-mail-nominated-lede" };
    to_centre(app, tx, (by, delivery), (told, people)).await
}

/// Tells them that a State has taken somebody back.
pub(super) async fn withdrawn(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    known: &Nomination,
) -> Result<()> {
    let lede = if known.state.holds_seat() {
        "participants-mail-withdrawn-seat"
    } else {
        "participants-mail-withdrawn-lede"
    };
    let told = Told { heading: "participants-mail-withdrawn", lede };
    to_centre(app, tx, (by, delivery), (told, &[known])).await
}

/// Tells them that a State sends somebody else.
pub(super) async fn replaced(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    now: &Nomination,
) -> Result<()> {
    let lede = if now.state == super::rules::ParticipantState::Approved {
        "participants-mail-replaced-decide"
    } else {
        "participants-mail-replaced-lede"
    };
    let told = Told { heading: "participants-mail-replaced", lede };
    to_centre(app, tx, (by, delivery), (told, &[now])).await
}

/// The keys of a heading and of the sentence below it.
struct Told {
    heading: &'static str,
    lede: &'static str,
}

async fn to_centre(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    (told, people): (Told, &[&Nomination]),
) -> Result<()> {
    let now = app.clock.now();
    let state = &by.organisation().name;
    let filled = |key| Message::new(key).with("state", state).with("people", people.len());
    let letter = News {
        heading: filled(told.heading).with("title", &delivery.title),
        lede: filled(told.lede),
        delivery,
        facts: vec![("delivery-member".into(), Fact::Text(state.clone()))],
        leads_to: "decisions",
        action: "participants-mail-decide",
        why: "participants-mail-why-centre",
    }
    .ready(app);
    let event = event(people);
    for director in identity::training_directors_of(tx, &[delivery.centre_id], now).await? {
        let to = (&director, &letter);
        notifications::tell(app, tx, Kind::ParticipantsNominated, &event, to).await?;
    }
    Ok(())
}

/// What happened to these people: no step of a nomination is taken twice.
fn event(people: &[&Nomination]) -> String {
    people.first().map(|one| format!("{}:{}", one.id, one.revision)).unwrap_or_default()
}

/// Tells the focal points of a State that one of its agencies proposes people.
pub(super) async fn proposed(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    people: &[&Nomination],
) -> Result<()> {
    let now = app.clock.now();
    let agency = by.agency().map(|(_, name)| name).unwrap_or_default();
    let filled = |key| Message::new(key).with("agency", agency).with("people", people.len());
    let letter = News {
        heading: filled("participants-mail-proposed").with("title", &delivery.title),
        lede: filled("participants-mail-proposed-lede"),
        delivery,
        facts: vec![("participants-agency".into(), Fact::Text(agency.to_owned()))],
        leads_to: "participants",
        action: "participants-mail-list",
        why: "participants-mail-why-state",
    }
    .ready(app);
    let event = event(people);
    for person in identity::focal_points_of(tx, by.organisation().id, now).await? {
        let to = (&person, &letter);
        notifications::tell(app, tx, Kind::ParticipantsProposed, &event, to).await?;
    }
    Ok(())
}

/// Tells the focal points of each State what the centre has decided on its people.
pub(super) async fn decided(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&Capacity, &Delivery),
    (people, decision): (&[&Nomination], Decision),
) -> Result<()> {
    let now = app.clock.now();
    for (member, people) in by_member(people) {
        let letter = outcome((by, delivery), (decision, people.len())).ready(app);
        let event = event(&people);
        for person in identity::focal_points_of(tx, member, now).await? {
            let to = (&person, &letter);
            notifications::tell(app, tx, Kind::ParticipantOutcome, &event, to).await?;
        }
    }
    Ok(())
}

/// How many people there are for a delivery.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// Who have a seat.
    pub accepted: usize,
    /// Who wait for one.
    pub waiting: usize,
    /// On whom the centre has still to decide.
    pub undecided: usize,
}

/// Asks the Training Directors of the centre whether a delivery takes place, for the first time or
/// again.
pub(super) async fn asked(
    app: &App,
    tx: &Transaction,
    (delivery, milestone): (&Delivery, Milestone),
    people: &Standing,
) -> Result<()> {
    let now = app.clock.now();
    let (heading, lede) = match milestone {
        Milestone::GoChased => ("participants-mail-go-late", "participants-mail-go-late-lede"),
        _ => ("participants-mail-go", "participants-mail-go-lede"),
    };
    let number = |label: &'static str, n: usize| (label.into(), Fact::Text(n.to_string()));
    let mut facts = vec![
        number("participants-mail-seated", people.accepted),
        ("delivery-min".into(), Fact::Text(delivery.min_participants.to_string())),
        number("decisions-waiting", people.waiting),
        number("decisions-to-decide", people.undecided),
    ];
    let due = delivery.due().into_iter().find(|(deadline, _)| *deadline == Deadline::GoNoGo);
    if let Some((deadline, at)) = due {
        facts.push((deadline.label(), Fact::Words(moment_in(delivery.time_zone(), at))));
    }
    let letter = News {
        heading: Message::new(heading).with("title", &delivery.title),
        lede: lede.into(),
        delivery,
        facts,
        leads_to: "confirmation",
        action: "participants-mail-answer",
        why: "participants-mail-why-centre",
    }
    .ready(app);
    let event = format!("{}:{}:{}", delivery.id, milestone.as_str(), now.timestamp());
    for director in identity::training_directors_of(tx, &[delivery.centre_id], now).await? {
        let to = (&director, &letter);
        notifications::tell(app, tx, Kind::DeliveryToConfirm, &event, to).await?;
    }
    Ok(())
}

/// Tells the focal points of each State that names are final and these people of theirs have no
/// seat.
pub(super) async fn names_final(
    app: &App,
    tx: &Transaction,
    delivery: &Delivery,
    people: &[&Nomination],
) -> Result<()> {
    let now = app.clock.now();
    for (member, people) in by_member(people) {
        let filled = |key| Message::new(key).with("people", people.len());
        let letter = News {
            heading: filled("participants-mail-final").with("title", &delivery.title),
            lede: filled("participants-mail-final-lede"),
            delivery,
            facts: Vec::new(),
            leads_to: "participants",
            action: "participants-mail-list",
            why: "participants-mail-why-state",
        }
        .ready(app);
        let event = event(&people);
        for person in identity::focal_points_of(tx, member, now).await? {
            let to = (&person, &letter);
            notifications::tell(app, tx, Kind::ParticipantOutcome, &event, to).await?;
        }
    }
    Ok(())
}

fn by_member<'a>(people: &[&'a Nomination]) -> BTreeMap<OrganisationId, Vec<&'a Nomination>> {
    let mut by_member: BTreeMap<OrganisationId, Vec<&Nomination>> = BTreeMap::new();
    for one in people {
        by_member.entry(one.member_id).or_default().push(one);
    }
    by_member
}

fn outcome<'a>(
    (by, delivery): (&Capacity, &'a Delivery),
    (decision, people): (Decision, usize),
) -> News<'a> {
    let (heading, lede) = match decision {
        Decision::Accept => ("participants-mail-accepted", "participants-mail-accepted-lede"),
        Decision::Waitlist => ("participants-mail-waits", "participants-mail-waits-lede"),
        Decision::Decline => ("participants-mail-declined", "participants-mail-declined-lede"),
    };
    let centre = &by.organisation().name;
    let filled = |key| Message::new(key).with("centre", centre).with("people", people);
    News {
        heading: filled(heading).with("title", &delivery.title),
        lede: filled(lede),
        delivery,
        facts: vec![("centres-column-centre".into(), Fact::Text(centre.clone()))],
        leads_to: "participants",
        action: "participants-mail-list",
        why: "participants-mail-why-state",
    }
}

/// A letter that is ready.
struct Ready {
    heading: Message,
    lede: Message,
    facts: Vec<(Message, Fact)>,
    action: (&'static str, String),
    why: &'static str,
}

/// What every letter says of a delivery, with what else there is to know.
fn ready_facts(delivery: &Delivery, more: Vec<(Message, Fact)>) -> Vec<(Message, Fact)> {
    let text = |label: &'static str, text: String| (label.into(), Fact::Text(text));
    let mut facts =
        vec![text("course", delivery.title.clone()), text("delivery-code", delivery.code.clone())];
    facts.extend(more);
    if let Some((first, last)) = delivery.days() {
        facts.push(("delivery-days".into(), Fact::Words(days(first, last))));
    }
    facts
}

impl News<'_> {
    fn ready(self, app: &App) -> Ready {
        let delivery = self.delivery;
        let mut facts = ready_facts(delivery, self.facts);
        let now = app.clock.now();
        let replacing = |(deadline, at): &&(Deadline, DateTime<Utc>)| {
            *deadline == Deadline::Replacement && *at > now
        };
        let due = delivery.due();
        if let Some((deadline, at)) = due.iter().find(replacing) {
            let at = moment_in(delivery.time_zone(), *at);
            facts.push((deadline.label(), Fact::Words(at)));
        }
        let path = format!("/deliveries/{}/{}", delivery.code, self.leads_to);
        Ready {
            heading: self.heading,
            lede: self.lede,
            facts,
            action: (self.action, app.settings.link(&path)),
            why: self.why,
        }
    }
}

impl Email for Ready {
    fn subject(&self) -> Message {
        self.heading.clone()
    }

    fn letter(&self) -> Letter {
        let (label, address) = &self.action;
        Letter {
            over: "participants-mail-over".into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: vec![Part { heading: None, facts: self.facts.clone() }],
            notes: Vec::new(),
            action: Action { label: (*label).into(), address: address.clone() },
            reasons: vec![self.why.into()],
        }
    }
}
