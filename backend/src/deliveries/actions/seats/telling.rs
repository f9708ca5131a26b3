//! Who is told what becomes of seats: each State its own, and nobody another's.
use std::collections::HashMap;

use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::OrganisationId;
use crate::deliveries::emails::{SeatsNews, about_seats};
use crate::deliveries::store::Delivery;
use crate::identity::{self, Capacity};
use crate::notifications::{self, Kind};
use crate::organisations;

/// Tells the focal points of each of these States its own news; `revision` is that of the seats.
pub(super) async fn tell_states(
    app: &App,
    tx: &Transaction,
    (by, delivery, revision): (&Capacity, &Delivery, i32),
    news: &[(OrganisationId, SeatsNews<'_>)],
) -> Result<()> {
    let event = format!("{}:{revision}", delivery.id);
    tell(app, tx, (delivery, &by.organisation().name), (&event, news)).await
}

/// Tells them likewise what the clock brings about.
pub(in crate::deliveries::actions) async fn tell_each(
    app: &App,
    tx: &Transaction,
    (delivery, event): (&Delivery, &str),
    news: &[(OrganisationId, SeatsNews<'_>)],
) -> Result<()> {
    let centre = organisations::by_id(tx, delivery.centre_id).await?.ok_or(Error::NotFound)?;
    tell(app, tx, (delivery, &centre.name), (event, news)).await
}

async fn tell(
    app: &App,
    tx: &Transaction,
    about: (&Delivery, &str),
    (event, news): (&str, &[(OrganisationId, SeatsNews<'_>)]),
) -> Result<()> {
    let members: Vec<_> = news.iter().map(|(member, _)| *member).collect();
    let news: HashMap<_, _> = news.iter().copied().collect();
    let people = identity::focal_points_of_all(tx, &members, app.clock.now()).await?;
    for person in people {
        let Some(news) = news.get(&person.organisation) else { continue };
        let email = about_seats(app, about, *news);
        notifications::tell(app, tx, Kind::SeatsForState, event, (&person, &email)).await?;
    }
    Ok(())
}

/// Tells the Training Directors of the centre that the reserve has more seats.
pub(in crate::deliveries::actions) async fn tell_centre(
    app: &App,
    tx: &Transaction,
    (delivery, centre): (&Delivery, &str),
    (revision, news): (i32, SeatsNews<'_>),
) -> Result<()> {
    let event = format!("{}:{revision}", delivery.id);
    let directors = [delivery.centre_id];
    let directors = identity::training_directors_of(tx, &directors, app.clock.now()).await?;
    for director in directors {
        let email = about_seats(app, (delivery, centre), news);
        notifications::tell(app, tx, Kind::SeatsReturned, &event, (&director, &email)).await?;
    }
    Ok(())
}
