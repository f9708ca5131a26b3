//! What people are written about offers of seats: the focal points, the centre, and the person, who
//! answers by a link.
use chrono::{DateTime, Utc};

use super::{News, by_member, event, ready_facts};
use crate::base::App;
use crate::base::audit::By;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::i18n::{Locale, Message, Reader, moment_in};
use crate::base::ids::OrganisationId;
use crate::base::letter::{Action, Fact, Letter, Part};
use crate::base::outbox::{Addressee, Email, Recipient};
use crate::deliveries::Delivery;
use crate::identity;
use crate::notifications::{self, Kind};
use crate::organisations;
use crate::participants::actions::answer_link;
use crate::participants::rules::ParticipantState;
use crate::participants::store::{self, Nomination, NominationRow};

/// Tells the focal points of each State, and each person, that they are offered seats until this
/// moment. The nominations are as they were before.
pub(in crate::participants) async fn offered(
    app: &App,
    tx: &Transaction,
    (delivery, until): (&Delivery, DateTime<Utc>),
    people: &[&Nomination],
) -> Result<()> {
    let answer_by = ("offer-until".into(), Fact::Words(moment_in(delivery.time_zone(), until)));
    for (member, some) in by_member(people) {
        let focal_points = focal_points(app, tx, member).await?;
        let letter = News {
            facts: vec![answer_by.clone()],
            ..to_state(delivery, ("participants-mail-offered", "participants-mail-offered-lede"))
                .about(some.len())
        }
        .ready(app);
        let event = event(&some);
        for person in &focal_points {
            notifications::tell(app, tx, Kind::ParticipantOutcome, &event, (person, &letter))
                .await?;
        }
        let reader = focal_points.first().map(|one| one.reader);
        let around = Around::of(tx, delivery, (member, reader)).await?;
        let rows = store::with_people(tx, some.into_iter().cloned().collect()).await?;
        for row in &rows {
            to_person(app, tx, &around, (row, &answer_by)).await?;
        }
    }
    Ok(())
}

/// What stands in letters to people whom a State has put forward.
struct Around<'a> {
    delivery: &'a Delivery,
    centre: String,
    state: String,
    /// People have no account, so they are written to as their focal point is.
    reader: Reader,
}

impl<'a> Around<'a> {
    async fn of(
        tx: &Transaction,
        delivery: &'a Delivery,
        (member, reader): (OrganisationId, Option<Reader>),
    ) -> Result<Self> {
        let centre = organisations::by_id(tx, delivery.centre_id).await?.ok_or(Error::NotFound)?;
        let state = organisations::by_id(tx, member).await?.ok_or(Error::NotFound)?;
        let english = Reader { locale: Locale::english(), zone: delivery.time_zone() };
        let reader = reader.unwrap_or(english);
        Ok(Self { delivery, centre: centre.name, state: state.name, reader })
    }
}

async fn to_person(
    app: &App,
    tx: &Transaction,
    around: &Around<'_>,
    (row, answer_by): (&NominationRow, &(Message, Fact)),
) -> Result<()> {
    let one = &row.nomination;
    let centre = ("centres-column-centre".into(), Fact::Text(around.centre.clone()));
    let mut facts = ready_facts(around.delivery, vec![centre, answer_by.clone()]);
    let place = around.delivery.place();
    if !place.is_empty() {
        facts.push(("delivery-where".into(), Fact::Text(place)));
    }
    let filled = |key| {
        Message::new(key)
            .with("title", &around.delivery.title)
            .with("centre", &around.centre)
            .with("state", &around.state)
    };
    let letter = ToPerson {
        heading: filled("offer-mail"),
        lede: filled("offer-mail-lede"),
        facts,
        note: filled("offer-mail-note"),
        address: answer_link(app, one.id, one.offers + 1),
        why: filled("offer-mail-why"),
    };
    let to = Addressee::visitor(row.person.email.clone(), around.reader);
    let event = format!("{}:{}", one.id, one.revision);
    notifications::tell_participant(app, tx, &event, &to, &letter).await
}

/// A letter to somebody who is offered a seat.
struct ToPerson {
    heading: Message,
    lede: Message,
    facts: Vec<(Message, Fact)>,
    note: Message,
    address: String,
    why: Message,
}

impl Email for ToPerson {
    fn subject(&self) -> Message {
        self.heading.clone()
    }

    fn letter(&self) -> Letter {
        Letter {
            over: "offer-mail-over".into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: vec![Part { heading: None, facts: self.facts.clone() }],
            notes: vec![self.note.clone()],
            action: Action { label: "offer-answer".into(), address: self.address.clone() },
            reasons: vec![self.why.clone()],
        }
    }
}

/// Tells the focal points of each State that offers to its people ran out, and whether they wait
/// again. The nominations are as they were before.
pub(in crate::participants) async fn ran_out(
    app: &App,
    tx: &Transaction,
    (delivery, to): (&Delivery, ParticipantState),
    people: &[&Nomination],
) -> Result<()> {
    let lede = match to {
        ParticipantState::Waitlisted => "participants-mail-ran-out-waits",
        _ => "participants-mail-ran-out-over",
    };
    for (member, some) in by_member(people) {
        let letter =
            to_state(delivery, ("participants-mail-ran-out", lede)).about(some.len()).ready(app);
        let event = event(&some);
        for person in focal_points(app, tx, member).await? {
            let to = (&person, &letter);
            notifications::tell(app, tx, Kind::ParticipantOutcome, &event, to).await?;
        }
    }
    Ok(())
}

/// Tells the Training Directors of the centre how an offer was answered, and the focal points where
/// the person did so by a link. The nomination is as it was before.
pub(in crate::participants) async fn offer_answered(
    app: &App,
    tx: &Transaction,
    (delivery, known): (&Delivery, &Nomination),
    (to, by): (ParticipantState, &By),
) -> Result<()> {
    let accepted = to == ParticipantState::Accepted;
    let (centre, state) = if accepted {
        ("participants-mail-offer-accepted", "participants-mail-offer-accepted-state")
    } else {
        ("participants-mail-offer-declined", "participants-mail-offer-declined-state")
    };
    let event = event(&[known]);
    let member = organisations::by_id(tx, known.member_id).await?.ok_or(Error::NotFound)?;
    let letter = told_centre(delivery, &member.name, centre).ready(app);
    let now = app.clock.now();
    for director in identity::training_directors_of(tx, &[delivery.centre_id], now).await? {
        let to = (&director, &letter);
        notifications::tell(app, tx, Kind::ParticipantsNominated, &event, to).await?;
    }
    if by.account.is_some() || by.api_client.is_some() {
        return Ok(());
    }
    let letter = to_state(delivery, (centre, state)).by(&member.name).ready(app);
    for person in focal_points(app, tx, known.member_id).await? {
        let to = (&person, &letter);
        notifications::tell(app, tx, Kind::ParticipantOutcome, &event, to).await?;
    }
    Ok(())
}

fn told_centre<'a>(delivery: &'a Delivery, member: &str, heading: &'static str) -> News<'a> {
    News {
        heading: Message::new(heading).with("state", member).with("title", &delivery.title),
        lede: "participants-mail-offer-answered".into(),
        delivery,
        facts: vec![("delivery-member".into(), Fact::Text(member.to_owned()))],
        leads_to: "decisions",
        action: "participants-mail-decide",
        why: "participants-mail-why-centre",
    }
}

fn to_state<'a>(delivery: &'a Delivery, (heading, lede): (&'static str, &'static str)) -> News<'a> {
    News {
        heading: Message::new(heading).with("title", &delivery.title),
        lede: lede.into(),
        delivery,
        facts: Vec::new(),
        leads_to: "participants",
        action: "participants-mail-list",
        why: "participants-mail-why-state",
    }
}

impl News<'_> {
    /// The same, about so many people.
    fn about(self, people: usize) -> Self {
        Self { lede: self.lede.with("people", people), ..self }
    }

    /// The same, about a person of this State.
    fn by(self, state: &str) -> Self {
        Self { heading: self.heading.with("state", state), ..self }
    }
}

async fn focal_points(
    app: &App,
    tx: &Transaction,
    member: OrganisationId,
) -> Result<Vec<Recipient>> {
    identity::focal_points_of(tx, member, app.clock.now()).await
}
