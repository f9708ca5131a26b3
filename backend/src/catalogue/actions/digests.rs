//! Digests of what is new in the catalogue. What is due is sent, by whichever instance comes first;
//! after being away an instance sends one digest of all that happened meanwhile.
use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Duration, Utc};

use super::subscriptions::{end_link, locale_of, manage_link, zone_of};
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::i18n::Reader;
use crate::base::ids::SubscriptionId;
use crate::base::outbox::{Addressee, Links};
use crate::base::{job_runs, kept::Numbers};
use crate::catalogue::emails;
use crate::catalogue::rules::{CourseNews, Filter, of_kept, search};
use crate::catalogue::store::subscriptions::{due, mark_told};
use crate::catalogue::store::{self, Subscription, listing};
use crate::{identity, notifications, organisations};

/// The job, as instances agree on it.
const JOB: &str = "digests";
/// Instances that look at about the same time leave the job to one of them.
const TAKEN_FOR: Duration = Duration::minutes(4);
/// How many subscriptions are told in one transaction.
const AT_ONCE: u64 = 200;
/// A change may carry a moment that is this much older than its commit, so that what is newer is
/// left for the next digest and nothing falls between two.
const SETTLED: Duration = Duration::minutes(1);

/// Sends every digest that is due, unless another instance is at it; answers how many went out.
pub async fn send_due(app: &App) -> Result<usize> {
    if !job_runs::take(app, JOB, TAKEN_FOR).await? {
        return Ok(0);
    }
    let mut sent = 0;
    while let Some(more) = send_some(app).await? {
        sent += more;
    }
    job_runs::succeeded(app, JOB).await?;
    Ok(sent)
}

/// Sends some of the digests that are due; none where no more are.
#[tracing::instrument(skip_all)]
async fn send_some(app: &App) -> Result<Option<usize>> {
    let now = app.clock.now();
    let tx = app.db.begin().await?;
    let due = due(&tx, now, AT_ONCE).await?;
    let Some(since) = due.iter().map(|one| one.told_until).min() else { return Ok(None) };
    let until = now - SETTLED;
    let news = news(app, &tx, (since, until)).await?;
    let sent = tell(app, &tx, &due, &news).await?;
    mark(&tx, &due, (until, now)).await?;
    let count = due.len().to_string();
    let fields = ["told_until", "due_at"];
    let deed =
        Deed { action: "digest.send", object: "subscription", object_id: &count, fields: &fields };
    audit::record(&tx, now, &By::the_program(), deed).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(Some(sent))
}

/// What happened to courses, ready to be compared with filters.
async fn news(
    app: &App,
    tx: &Transaction,
    span: (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<CourseNews>> {
    let happenings = store::happenings(tx, span).await?;
    if happenings.is_empty() {
        return Ok(Vec::new());
    }
    let numbers = Numbers::read(tx).await?;
    let lists = store::lists(app, &numbers).await?;
    let directory = organisations::directory(app, &numbers).await?;
    let known = happenings.into_iter().filter_map(|one| {
        let course_type = lists.types.iter().find(|t| t.code == one.content.course_type)?;
        let centre = directory.centres().iter().find(|centre| centre.id == one.centre)?;
        let names = [course_type.name.as_str(), &centre.name, &centre.short_name];
        Some(CourseNews {
            tokens: search::tokens(&one.code, &names, &one.content),
            values: listing::facets(&one.content, course_type.goal, &centre.code),
            title: one.content.title,
            code: one.code,
            state: one.state,
            state_since: one.state_since,
            reason: one.reason,
            versions: one.versions,
        })
    });
    Ok(known.collect())
}

/// Writes to everybody for whom there is news; each filter is compared with the news once.
async fn tell(
    app: &App,
    tx: &Transaction,
    due: &[Subscription],
    news: &[CourseNews],
) -> Result<usize> {
    let accounts: Vec<_> = due.iter().filter_map(|one| one.account_id).collect();
    let people = identity::addressees(tx, &accounts).await?;
    let mut by_filter: HashMap<&str, Option<Told<'_>>> = HashMap::new();
    let mut sent = 0;
    for one in due {
        if !by_filter.contains_key(one.filter.as_str()) {
            by_filter.insert(&one.filter, Told::of(app, tx, &one.filter, news).await?);
        }
        let Some(Some(told)) = by_filter.get(one.filter.as_str()) else { continue };
        let reader = Reader { locale: locale_of(one), zone: zone_of(one) };
        let to = match (one.account_id, &one.address) {
            (Some(account), _) => people.get(&account).map(|(to, zone)| {
                to.clone().reading(Reader { zone: zone.unwrap_or(reader.zone), ..reader })
            }),
            (None, Some(address)) => Some(Addressee::visitor(address.clone(), reader)),
            (None, None) => None,
        };
        let items = told.since(one.told_until);
        let Some(to) = to.filter(|_| !items.is_empty()) else { continue };
        let letter = emails::digest(app, (&told.filter, &told.words), one, &items);
        let links = links(app, one);
        let event = format!("{}:{}", one.id, one.told_until.timestamp_micros());
        notifications::tell_subscriber(app, tx, &event, &to, (&letter, links)).await?;
        sent += 1;
    }
    Ok(sent)
}

fn links(app: &App, one: &Subscription) -> Links {
    let own = app.settings.link("/subscriptions");
    Links {
        unsubscribe: Some(end_link(app, one.id)),
        notices: Some(one.account_id.map_or_else(|| manage_link(app, one.id), |_| own)),
        sign_in: false,
    }
}

/// A filter in words, with the news that it asks for.
struct Told<'a> {
    filter: Filter,
    words: emails::Words,
    news: Vec<&'a CourseNews>,
}

impl<'a> Told<'a> {
    /// None where the filter is no longer understood, or asks for none of the news.
    async fn of(
        app: &App,
        tx: &Transaction,
        kept: &str,
        news: &'a [CourseNews],
    ) -> Result<Option<Self>> {
        let Some(filter) = of_kept(kept) else { return Ok(None) };
        let news: Vec<_> = news.iter().filter(|course| course.fits(&filter)).collect();
        if news.is_empty() {
            return Ok(None);
        }
        let words = emails::words(app, tx, &filter).await?;
        Ok(Some(Self { filter, words, news }))
    }

    fn since(&self, since: DateTime<Utc>) -> Vec<emails::Line<'a>> {
        let lines = self.news.iter().filter_map(|course| Some((*course, course.since(since)?)));
        let mut lines: Vec<_> = lines.collect();
        lines.sort_by(|a, b| b.1.at.cmp(&a.1.at).then_with(|| a.0.code.cmp(&b.0.code)));
        lines
    }
}

/// Notes that all of them were told; those of one rhythm and zone together.
async fn mark(
    tx: &Transaction,
    due: &[Subscription],
    (until, now): (DateTime<Utc>, DateTime<Utc>),
) -> Result<()> {
    let mut alike: BTreeMap<_, Vec<SubscriptionId>> = BTreeMap::new();
    for one in due {
        alike.entry((one.rhythm, one.zone.as_str())).or_default().push(one.id);
    }
    for ((rhythm, zone), ids) in alike {
        let zone = zone.parse().unwrap_or(chrono_tz::Tz::UTC);
        mark_told(tx, &ids, (until, rhythm.next(zone, now))).await?;
    }
    Ok(())
}
