//! Courses that are still right, and reminders of those that nobody has verified for long.
use chrono::{DateTime, Duration, Utc};

use super::courses::{Edition, as_read, record};
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::error::{Error, Result};
use crate::base::ids::OrganisationId;
use crate::base::job_runs;
use crate::catalogue::emails::{self, Stale};
use crate::catalogue::rules::{Act, Aging, is_letter_due, stale_before};
use crate::catalogue::store::freshness::{self, Page};
use crate::catalogue::store::{Hand, StaleCourse, courses};
use crate::identity::{self, CentreStaff, CourseKeeper, RsoOfficer, TrainingDirector};
use crate::notifications::{self, Kind};

/// The job that reminds, as instances agree on it.
const REMINDING: &str = "remind_of_stale_courses";
/// It runs once a day; a little less, so that it does not move through the day.
const ONCE_A_DAY: Duration = Duration::hours(23);
/// How long the home of a centre offers to take a verification back.
const UNDO_WITHIN: Duration = Duration::days(1);
/// How many stale courses the home of a centre lists.
const AT_HOME: u64 = 10;

/// A Training Director says that what the page says is still true.
pub async fn verify(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Verify).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    freshness::keep_before(&tx, &course, hand).await?;
    courses::mark_verified(&tx, &course, hand.at).await?;
    record(&tx, hand, &by.by(), ("course.verify", course.id, &["verified_at"])).await?;
    tx.commit().await
}

/// A Training Director takes back that a course is still right: it is as old as it was before.
pub async fn unverify(app: &App, by: &TrainingDirector, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = as_read(&tx, by.centre(), edition, Act::Verify).await?;
    let before = freshness::before(&tx, &course).await?;
    let before = before.ok_or_else(|| Error::refused("freshness-refused-undo"))?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::mark_verified(&tx, &course, before).await?;
    record(&tx, hand, &by.by(), ("course.unverify", course.id, &["verified_at"])).await?;
    tx.commit().await
}

/// The own courses that a centre should look at, and what was just done about them.
#[derive(Debug)]
pub struct Care {
    /// The first of them.
    pub stale: Vec<StaleCourse>,
    /// How many there are.
    pub count: i64,
    /// Those that were verified a moment ago.
    pub done: Vec<StaleCourse>,
}

/// Somebody of a centre sees which of its courses nobody has verified for long.
pub async fn care(app: &App, by: &CentreStaff) -> Result<Care> {
    let now = app.clock.now();
    let (scope, before) = (by.centre(), stale_before(now));
    let page = Page { most: AT_HOME, ..Page::default() };
    Ok(Care {
        stale: freshness::of_centre(&app.db, scope, before, &page).await?,
        count: freshness::count_of_centre(&app.db, scope, before).await?,
        done: freshness::just_verified(&app.db, scope, now - UNDO_WITHIN).await?,
    })
}

/// Somebody who looks after courses reads a stretch of those that nobody has verified for long.
pub async fn stale(app: &App, by: &CourseKeeper, page: &Page) -> Result<Vec<StaleCourse>> {
    let before = stale_before(app.clock.now());
    match (by.region(), by.centre()) {
        (Some(region), _) => freshness::of_region(&app.db, region, before, page).await,
        (None, Some(centre)) => freshness::of_centre(&app.db, centre, before, page).await,
        (None, None) => Err(Error::Forbidden),
    }
}

/// The Regional Support Office sees which courses nobody has verified for long, and how many
/// each centre has of them.
pub async fn stale_in_region(
    app: &App,
    by: &RsoOfficer,
    page: &Page,
) -> Result<(Vec<StaleCourse>, Vec<(String, i64)>)> {
    let before = stale_before(app.clock.now());
    let courses = freshness::of_region(&app.db, by.region(), before, page).await?;
    Ok((courses, freshness::count_by_centre(&app.db, by.region(), before).await?))
}

/// The program reminds centres of courses that nobody has verified for a year, once a day,
/// whichever instance comes first; answers how many centres were written to.
pub async fn remind(app: &App) -> Result<u32> {
    if !job_runs::take(app, REMINDING, ONCE_A_DAY).await? {
        return Ok(0);
    }
    let now = app.clock.now();
    let all = freshness::for_reminders(&app.db, None, stale_before(now)).await?;
    let mut centres: Vec<_> = all.iter().map(|course| course.centre_id).collect();
    centres.dedup();
    let mut written = 0;
    for centre in centres {
        written += u32::from(remind_centre(app, centre, now).await?);
    }
    if written > 0 {
        app.mail_bell.ring();
    }
    job_runs::succeeded(app, REMINDING).await?;
    Ok(written)
}

/// Writes to the directors of one centre, where a letter is due and there is somebody to read it.
async fn remind_centre(app: &App, centre: OrganisationId, now: DateTime<Utc>) -> Result<bool> {
    let tx = app.db.begin().await?;
    let stale = freshness::for_reminders(&tx, Some(centre), stale_before(now)).await?;
    let aging: Vec<_> = stale
        .iter()
        .map(|one| Aging { verified_at: one.verified_at, reminded_at: one.reminded_at })
        .collect();
    let last = freshness::last_reminder(&tx, centre).await?;
    let directors = identity::training_directors_of(&tx, &[centre], now).await?;
    if directors.is_empty() || !is_letter_due(&aging, last, now) {
        return Ok(false);
    }
    let event = format!("{centre}:{}", now.date_naive());
    for director in &directors {
        let email = emails::stale(app, director, &Stale { courses: &stale });
        notifications::tell(app, &tx, Kind::CourseStale, &event, (director, &email)).await?;
    }
    freshness::mark_reminded(&tx, &stale, now).await?;
    let id = centre.to_string();
    let deed = Deed {
        action: "course.remind",
        object: "organisation",
        object_id: &id,
        fields: &["reminded_at"],
    };
    audit::record(&tx, now, &By::the_program(), deed).await?;
    tx.commit().await?;
    Ok(true)
}
