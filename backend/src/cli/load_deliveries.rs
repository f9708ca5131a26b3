//! Loading the deliveries of the demonstration.
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc};

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::DeliveryId;
use crate::catalogue::rules::{CourseCode, DeliveryMode, DeliveryScope};
use crate::deliveries::Delivery;
use crate::deliveries::actions::{self, Edition, NewDelivery};
use crate::deliveries::rules::{DeliveryState, Sessions, TypedDelivery, TypedPostponement, read};
use crate::identity::{Operator, TrainingDirector};
use crate::organisations::{self, Organisation};
use crate::participants;

/// Loads what there is not yet, in the order of the seed.
pub async fn deliveries(app: &App, by: &Operator) -> Result<()> {
    let courses = seed::courses();
    let members = actions::members_by_code(app).await?;
    for (number, planned) in (1_u128..).zip(seed::deliveries()) {
        let course = courses.iter().find(|course| course.code == planned.course_code);
        let course = course.ok_or(Error::NotFound)?;
        let centre = organisations::by_code(&app.db, &course.centre_code).await?;
        let centre = centre.ok_or(Error::NotFound)?;
        let director = by.training_director(centre.for_identity())?;
        let typed = typed(&planned, (course, &centre), app.clock.now());
        let new = NewDelivery {
            id: id_of(number),
            course: CourseCode::read(&course.code).map_err(Error::Refused)?,
            plan: read(&typed, &members)?,
            sample: true,
        };
        let made = actions::schedule(app, &director.as_staff(), &new).await?;
        if made.state == DeliveryState::Proposed && made.revision == 1 {
            turn(app, &director, (&made, planned.standing)).await?;
        }
    }
    Ok(())
}

/// The id of the delivery that stands at this place of the seed, from 1: the same whenever it is
/// loaded, so that loading twice adds one.
pub(super) fn id_of(number: u128) -> DeliveryId {
    DeliveryId(uuid::Uuid::from_u128(number))
}

fn typed(
    planned: &seed::Delivery,
    (course, centre): (&seed::Course, &Organisation),
    now: DateTime<Utc>,
) -> TypedDelivery {
    let first = planned.begins_in_weeks.map(|weeks| monday(now, weeks));
    let last = first.map(|first| first + Duration::days(i64::from(planned.days) - 1));
    let said = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let scope = DeliveryScope::of(planned.level.as_str());
    let mode = DeliveryMode::of(planned.mode.as_str());
    TypedDelivery {
        scope: scope.map_or("", DeliveryScope::as_str).to_owned(),
        member: planned.member_code.unwrap_or_default().to_owned(),
        mode: mode.map_or("", DeliveryMode::as_str).to_owned(),
        venue: planned.venue.to_owned(),
        city: centre.city.clone().unwrap_or_default(),
        country: centre.country.clone().unwrap_or_default(),
        zone: centre.time_zone.clone(),
        first_day: said(first),
        last_day: said(last),
        sessions: Sessions { usual: ("09:00".into(), "16:30".into()), each: Vec::new() },
        languages: vec![planned.language.to_owned()],
        interpretation: planned.interpreted.map(str::to_owned).into_iter().collect(),
        min_participants: course.min_participants.to_string(),
        max_participants: course.max_participants.to_string(),
        documents: "A letter of nomination from the focal point".to_owned(),
        contact: format!("training@{}.example", centre.code.to_lowercase()),
        deadlines: <[String; 6]>::default(),
    }
}

/// The Monday so many weeks after this one.
fn monday(now: DateTime<Utc>, weeks: u16) -> NaiveDate {
    let today = now.date_naive();
    let since = i64::from(today.weekday().num_days_from_monday());
    today + Duration::days(7 * i64::from(weeks) - since)
}

async fn turn(
    app: &App,
    by: &TrainingDirector,
    (made, standing): (&Delivery, seed::DeliveryStanding),
) -> Result<()> {
    let at = |revision: i32| Edition { code: made.known_as(), revision };
    match standing {
        seed::DeliveryStanding::Proposed => Ok(()),
        seed::DeliveryStanding::Announced => actions::announce(app, by, &at(1)).await,
        seed::DeliveryStanding::Postponed(reason) => {
            actions::announce(app, by, &at(1)).await?;
            let reason = reason.to_owned();
            let undated = TypedPostponement { reason, ..TypedPostponement::default() };
            participants::actions::postpone(app, by, &at(2), &undated).await
        }
        seed::DeliveryStanding::Cancelled(reason) => {
            actions::announce(app, by, &at(1)).await?;
            participants::actions::cancel(app, by, &at(2), reason).await
        }
    }
}
