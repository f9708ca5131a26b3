//! What Training Directors are told of a submission, and the receipt of those who sent it.
use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::rules::{About, Changes, Level, Need};
use super::store::{self, Desk, SheetState, TypeTotal};
use crate::base::App;
use crate::base::db::{ConnectionTrait, Transaction};
use crate::base::error::Result;
use crate::base::i18n::{Message, autonym};
use crate::base::ids::{CourseId, OrganisationId, SheetId};
use crate::base::letter::{Action, Fact, Letter, Part};
use crate::base::outbox::{Email, Recipient};
use crate::catalogue;
use crate::identity::{self, Organisation};
use crate::notifications::{self, Kind};
use crate::organisations;

/// A submission as it is told.
#[derive(Debug)]
pub struct News<'a> {
    /// The round with its course types and courses.
    pub desk: &'a Desk,
    /// Everything that the member asks for now.
    pub needs: &'a [Need],
    /// What this submission changed.
    pub changes: &'a Changes,
    /// Nominations or "no needs".
    pub sent: SheetState,
}

/// A Training Director whom a submission concerns.
#[derive(Clone, Debug)]
pub struct Director {
    /// The person.
    pub recipient: Recipient,
    /// The centres for which they are told.
    pub centres: Vec<OrganisationId>,
    /// The course types that those centres teach, of those asked about.
    pub types: Vec<String>,
    /// The courses of others that those centres deliver too.
    pub shared: Vec<CourseId>,
}

/// The Training Directors of the centres that publish one of these types, or deliver a course of
/// one with its owner, each person once.
pub async fn directors_of(
    db: &impl ConnectionTrait,
    types: &[&str],
    now: DateTime<Utc>,
) -> Result<Vec<Director>> {
    if types.is_empty() {
        return Ok(Vec::new());
    }
    let published = catalogue::centres_teaching(db, types).await?;
    let mut centres: Vec<OrganisationId> = published.iter().map(|(_, centre)| *centre).collect();
    centres.sort_unstable();
    centres.dedup();
    let shared = catalogue::courses_shared_with(db, &centres).await?;
    let mut directors: Vec<Director> = Vec::new();
    for recipient in identity::training_directors_of(db, &centres, now).await? {
        let centre = recipient.organisation;
        let own = published.iter().filter(|(_, publisher)| *publisher == centre);
        let types = own.map(|(code, _)| code.clone());
        let delivered = shared.iter().filter(|(partner, _)| *partner == centre);
        let delivered = delivered.map(|(_, course)| *course);
        let same = |known: &&mut Director| known.recipient.account == recipient.account;
        if let Some(known) = directors.iter_mut().find(same) {
            known.centres.push(centre);
            known.types.extend(types);
            known.shared.extend(delivered);
        } else {
            let (types, shared) = (types.collect(), delivered.collect());
            directors.push(Director { recipient, centres: vec![centre], types, shared });
        }
    }
    Ok(directors)
}

/// What a submission is to the outbox: the news of it, and the receipt.
pub fn events_of(sheet: SheetId, submission: i32) -> [(Kind, String); 2] {
    let event = event_of(sheet, submission);
    [(Kind::CourseNominated, event.clone()), (Kind::SheetReceipt, receipt_of(&event))]
}

/// The event of one submission of a sheet.
pub fn event_of(sheet: SheetId, submission: i32) -> String {
    format!("sheet:{sheet}:{submission}")
}

fn receipt_of(event: &str) -> String {
    format!("{event}:receipt")
}

/// Queues what a submission has to say: one message for each Training Director concerned, and
/// the receipt for the member's focal points.
pub async fn tell(
    app: &App,
    tx: &Transaction,
    member: &Organisation,
    (event, news): (&str, &News<'_>),
) -> Result<()> {
    let now = app.clock.now();
    let types = news.changes.course_types();
    let directors = directors_of(tx, &types, now).await?;
    if !directors.is_empty() {
        let totals = store::totals(tx, news.desk.round.id, &types).await?;
        let names = centre_names(tx, &directors).await?;
        for director in &directors {
            let email = nominated(app, (member, news), director, (&totals, &names));
            let to = (&director.recipient, &email);
            notifications::tell(app, tx, Kind::CourseNominated, event, to).await?;
        }
    }
    let receipt_event = receipt_of(event);
    for recipient in identity::focal_points_of(tx, member.id, now).await? {
        let email = receipt(app, (member, news), &recipient);
        let to = (&recipient, &email);
        notifications::tell(app, tx, Kind::SheetReceipt, &receipt_event, to).await?;
    }
    Ok(())
}

async fn centre_names(
    tx: &Transaction,
    directors: &[Director],
) -> Result<HashMap<OrganisationId, String>> {
    let mut ids: Vec<_> = directors.iter().flat_map(|director| director.centres.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let centres = organisations::by_ids(tx, &ids).await?;
    Ok(centres.into_iter().map(|centre| (centre.id, centre.short_name)).collect())
}

/// A letter that is ready, with its subject.
struct Ready {
    subject: Message,
    heading: Message,
    over: &'static str,
    lede: Message,
    lines: Vec<Lines>,
    notes: Vec<Message>,
    action: (&'static str, String),
    reasons: Vec<Message>,
}

impl Email for Ready {
    fn subject(&self) -> Message {
        self.subject.clone()
    }

    fn letter(&self) -> Letter {
        let part =
            |(heading, facts): &Lines| Part { heading: heading.clone(), facts: facts.clone() };
        Letter {
            over: self.over.into(),
            heading: self.heading.clone(),
            lede: self.lede.clone(),
            parts: self.lines.iter().map(part).collect(),
            notes: self.notes.clone(),
            action: Action { label: self.action.0.into(), address: self.action.1.clone() },
            reasons: self.reasons.clone(),
        }
    }
}

/// What happened to a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    New,
    Changed,
    Dropped,
}

fn lines_for<'a>(changes: &'a Changes, director: &Director) -> Vec<(What, &'a Need)> {
    let teaches = |need: &Need| {
        need.course_type().is_some_and(|code| director.types.iter().any(|own| own == code))
    };
    let mut lines: Vec<(What, &Need)> = Vec::new();
    lines.extend(changes.new.iter().map(|need| (What::New, need)));
    for (_, old, new) in &changes.changed {
        lines.push(if teaches(new) { (What::Changed, new) } else { (What::Dropped, old) });
    }
    lines.extend(changes.dropped.iter().map(|(_, need)| (What::Dropped, need)));
    lines.retain(|(_, need)| teaches(need));
    lines
}

fn nominated(
    app: &App,
    (member, news): (&Organisation, &News<'_>),
    director: &Director,
    (totals, names): (&[TypeTotal], &HashMap<OrganisationId, String>),
) -> Ready {
    let lines = lines_for(news.changes, director);
    let round = &news.desk.round;
    let own: Vec<&str> =
        director.centres.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
    let centre = own.join(", ");
    let alone = lines.len() == 1;
    let mut types: Vec<&str> = lines.iter().filter_map(|(_, need)| need.course_type()).collect();
    types.sort_unstable();
    types.dedup();
    let (subject, heading) = headlines(member, news.desk, &lines, types.len());
    let about = match types.as_slice() {
        [only] => format!("/demand?round={}&type={only}", round.id),
        _ => format!("/demand?round={}", round.id),
    };
    let note = |total: &TypeTotal| {
        Message::new("email-nominated-total")
            .with("states", total.members)
            .with("places", total.places)
            .with("type", news.desk.name_of(&total.course_type))
            .with("round", &round.title)
    };
    let concerned = totals.iter().filter(|total| types.contains(&total.course_type.as_str()));
    Ready {
        subject,
        heading,
        over: "email-nominated-over",
        lede: Message::new("email-nominated-lede")
            .with("centre", &centre)
            .with("round", &round.title)
            .with("count", types.len()),
        lines: lines.iter().map(|line| part(news.desk, member, (*line, alone), director)).collect(),
        notes: concerned.map(note).collect(),
        action: ("email-nominated-action", app.settings.link(&about)),
        reasons: vec![Message::new("email-nominated-why").with("centre", &centre)],
    }
}

fn headlines(
    member: &Organisation,
    desk: &Desk,
    lines: &[(What, &Need)],
    types: usize,
) -> (Message, Message) {
    let state = |key| Message::new(key).with("state", &member.name);
    match lines {
        [(what, need)] => {
            let name = desk.name_of(need.course_type().unwrap_or_default());
            let often = need.frequency.label();
            let (subject, heading) = match what {
                What::New => ("email-nominated-one", "email-nominated-one-heading"),
                What::Changed => ("email-nominated-changed-one", "email-nominated-changed-one"),
                What::Dropped => ("email-nominated-dropped-one", "email-nominated-dropped-one"),
            };
            let filled = |key| state(key).with("type", name).with("often", &often);
            (filled(subject), filled(heading))
        }
        _ if lines.iter().all(|(what, _)| *what == What::Dropped) => {
            let words = state("email-nominated-dropped-many").with("count", types);
            (words.clone(), words)
        }
        _ if lines.iter().any(|(what, _)| *what != What::New) => {
            let words = state("email-nominated-changed-many").with("count", types);
            (words.clone(), words)
        }
        _ => {
            let words = state("email-nominated-many").with("count", types);
            (words.clone(), words)
        }
    }
}

type Lines = (Option<Message>, Vec<(Message, Fact)>);

fn part(
    desk: &Desk,
    member: &Organisation,
    ((what, need), alone): ((What, &Need), bool),
    director: &Director,
) -> Lines {
    let words = |label: &'static str, value: Message| (Message::new(label), Fact::Words(value));
    let text =
        |label: &'static str, value: &str| (Message::new(label), Fact::Text(value.to_owned()));
    let status = match what {
        What::New => "email-line-new",
        What::Changed => "email-line-changed",
        What::Dropped => "email-line-dropped",
    };
    let name = desk.name_of(need.course_type().unwrap_or_default());
    let mut facts = Vec::new();
    if alone {
        facts.push(text("email-fact-state", &member.name));
        facts.push(text("email-fact-type", name));
    }
    facts.push(words("email-fact-status", status.into()));
    facts.extend(need_facts(desk, need));
    if let Some(course) = need.course.and_then(|id| desk.course(id)) {
        let own = director.centres.contains(&course.centre_id);
        let key = if own || director.shared.contains(&course.course_id) {
            "email-preferred-yours"
        } else {
            "email-preferred-other"
        };
        let value = Message::new(key).with("code", &course.code).with("title", &course.title);
        facts.push(words("email-fact-preferred", value));
    }
    let heading = (!alone).then(|| Message::new("email-line-heading").with("type", name));
    (heading, facts)
}

/// How often, how many people, when, in which language, how urgent, why.
fn need_facts(desk: &Desk, need: &Need) -> Vec<(Message, Fact)> {
    let words = |label: &'static str, value: Message| (Message::new(label), Fact::Words(value));
    let often = Message::new("email-how-often")
        .with("often", need.frequency.label())
        .with("level", need.level.label());
    let mut facts = vec![words("email-fact-often", often)];
    if need.level != Level::Translation {
        let people = Message::new("email-people")
            .with("people", need.participants)
            .with("places", need.places(desk.round.months()));
        facts.push(words("email-fact-people", people));
    }
    let quarters = match need.quarters.names() {
        Some(_) => {
            let numbers = need.quarters.numbers().collect();
            (Message::new("email-fact-quarters"), Fact::Quarters(numbers))
        }
        None => words("email-fact-quarters", "quarters-any".into()),
    };
    facts.push(quarters);
    let language = autonym(&need.language).to_owned();
    facts.push((Message::new("email-fact-language"), Fact::Text(language)));
    facts.push(words("email-fact-urgency", need.urgency.label()));
    if !need.reason.is_empty() {
        facts.push((Message::new("email-fact-reason"), Fact::Text(need.reason.clone())));
    }
    facts
}

fn receipt(app: &App, (member, news): (&Organisation, &News<'_>), to: &Recipient) -> Ready {
    let round = &news.desk.round;
    let months = round.months();
    let key = match news.sent {
        SheetState::NoNeeds => "email-receipt-no-needs",
        SheetState::Draft | SheetState::Submitted => "email-receipt-heading",
    };
    let heading = Message::new(key)
        .with("state", &member.name)
        .with("round", &round.title)
        .with("count", news.needs.len());
    let line = |need: &Need| {
        let name = match &need.about {
            About::Type(code) => {
                Message::new("email-receipt-line").with("type", news.desk.name_of(code))
            }
            About::New(title) => Message::new("email-receipt-line-new").with("title", title),
        };
        (Some(name.with("rank", need.rank)), need_facts(news.desk, need))
    };
    let places: u32 = news.needs.iter().map(|need| need.places(months)).sum();
    let deliveries: u32 = news.needs.iter().map(|need| need.deliveries(months)).sum();
    let total =
        Message::new("email-receipt-total").with("deliveries", deliveries).with("places", places);
    let deadline = to.reader.deadline(round.closes_at);
    Ready {
        subject: heading.clone(),
        heading,
        over: "email-receipt-over",
        lede: Message::new("email-receipt-lede")
            .with("state", &member.name)
            .with("round", &round.title),
        lines: news.needs.iter().map(line).collect(),
        notes: vec![total, Message::new("email-receipt-change").with("deadline", deadline)],
        action: (
            "email-receipt-action",
            app.settings.link(&format!("/rounds/{}/sheet/submission", round.id)),
        ),
        reasons: vec![Message::new("email-receipt-why").with("state", &member.name)],
    }
}
