//! What subscribers are told: the letter that asks them to confirm, and digests.
use super::Ready;
use crate::base::App;
use crate::base::db::ConnectionTrait;
use crate::base::error::Result;
use crate::base::i18n::{Message, autonym};
use crate::base::ids::SubscriptionId;
use crate::base::kept::Numbers;
use crate::base::letter::{Fact, Part};
use crate::catalogue::actions::{confirm_link, manage_link};
use crate::catalogue::rules::{self, CourseNews, Facet, Filter, Item, Order, Wish};
use crate::catalogue::store::{self, Subscription};
use crate::organisations;

/// How many courses a digest shows.
const SHOWN: usize = 20;

/// What a filter asks for: labels and words.
pub type Words = Vec<(Message, Message)>;
/// A course with what happened to it.
pub type Line<'a> = (&'a CourseNews, Item<'a>);

/// What a filter asks for, in words.
pub async fn words(app: &App, db: &impl ConnectionTrait, filter: &Filter) -> Result<Words> {
    let numbers = Numbers::read(db).await?;
    let lists = store::lists(app, &numbers).await?;
    let directory = organisations::directory(app, &numbers).await?;
    let name_of = |facet: Facet, value: &str| {
        let types = || lists.types.iter().find(|t| t.code == value).map(|t| t.name.clone());
        let mut centres = directory.centres().iter();
        let name = match facet {
            Facet::Type => types(),
            Facet::Centre => centres.find(|c| c.code == value).map(|c| c.short_name.clone()),
            Facet::Language => Some(autonym(value).to_owned()),
            _ => None,
        };
        name.unwrap_or_else(|| value.to_owned())
    };
    Ok(rules::told(filter, name_of))
}

/// The letter to an address that somebody typed: to confirm, or that it is told already.
pub async fn asked(
    app: &App,
    db: &impl ConnectionTrait,
    (id, wish): (SubscriptionId, &Wish),
    confirmed: bool,
) -> Result<Ready> {
    let filter = rules::read_query(&wish.filter);
    let mut facts = facts(&words(app, db, &filter).await?);
    facts.push((Message::new("subscription-often"), Fact::Words(wish.rhythm.label())));
    let (heading, lede, why, action) = if confirmed {
        (
            "subscription-letter-known",
            "subscription-letter-known-lede",
            "subscription-letter-known-why",
            ("subscription-manage", manage_link(app, id)),
        )
    } else {
        (
            "subscription-letter-confirm",
            "subscription-letter-confirm-lede",
            "subscription-letter-confirm-why",
            ("subscription-confirm", confirm_link(app, id, app.clock.now())),
        )
    };
    Ok(Ready {
        over: "subscription-letter-over",
        heading: heading.into(),
        lede: lede.into(),
        parts: vec![Part { heading: None, facts }],
        notes: Vec::new(),
        action,
        why,
    })
}

/// The digest of what happened to the courses for which a filter asks, the newest first.
pub fn digest(
    app: &App,
    (filter, words): (&Filter, &Words),
    to: &Subscription,
    lines: &[Line<'_>],
) -> Ready {
    let count = |key| Message::new(key).with("count", lines.len());
    let more = lines.len().saturating_sub(SHOWN);
    let newest = Filter { order: Order::Newest, page: 1, ..filter.clone() };
    let mut parts = vec![Part { heading: None, facts: facts(words) }];
    parts.extend(lines.iter().take(SHOWN).map(|line| part(app, line)));
    Ready {
        over: "subscription-letter-over",
        heading: count("subscription-digest"),
        lede: Message::new("subscription-digest-lede").with("often", to.rhythm.label()),
        parts,
        notes: (more > 0)
            .then(|| Message::new("subscription-digest-more").with("count", more))
            .into_iter()
            .collect(),
        action: ("subscription-digest-all", app.settings.link(&newest.href())),
        why: "subscription-digest-why",
    }
}

fn facts(words: &Words) -> Vec<(Message, Fact)> {
    words.iter().map(|(label, words)| (label.clone(), Fact::Words(words.clone()))).collect()
}

fn part(app: &App, (course, item): &Line<'_>) -> Part {
    let heading =
        Message::new("subscription-course").with("code", &course.code).with("title", &course.title);
    let text = |key, text: &str| (Message::new(key), Fact::Text(text.to_owned()));
    let mut facts = vec![(Message::new("subscription-what"), Fact::Words(item.what.label()))];
    if !item.note.is_empty() {
        facts.push(text("subscription-note", item.note));
    }
    let address = app.settings.link(&format!("/courses/{}", course.code));
    facts.push(text("subscription-page", &address));
    Part { heading: Some(heading), facts }
}
