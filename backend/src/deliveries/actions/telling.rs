//! Who is told what a centre does with a delivery.
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::OrganisationId;
use crate::catalogue;
use crate::catalogue::rules::CourseCode;
use crate::deliveries::emails::{self, Done, News, Reads};
use crate::deliveries::store::Delivery;
use crate::identity::{self, TrainingDirector};
use crate::notifications::{self, Kind};

/// Tells the other centres that deliver the course and, of a national delivery, the focal points of
/// its State.
pub(super) async fn tell(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&TrainingDirector, &Delivery),
    done: Done,
) -> Result<()> {
    let now = app.clock.now();
    let centre = &by.capacity().organisation().name;
    let news = News { delivery, centre, done };
    let event = format!("{}:{}", delivery.id, delivery.revision);
    let centres = other_centres(tx, delivery).await?;
    for director in identity::training_directors_of(tx, &centres, now).await? {
        let email = emails::letter(app, &news, Reads::Centre);
        notifications::tell(app, tx, Kind::CoDelivery, &event, (&director, &email)).await?;
    }
    let Some(member) = delivery.member_id else { return Ok(()) };
    for person in identity::focal_points_of(tx, member, now).await? {
        let email = emails::letter(app, &news, Reads::State);
        notifications::tell(app, tx, Kind::DeliveryForState, &event, (&person, &email)).await?;
    }
    Ok(())
}

/// Tells the focal points of these States that a delivery for which they have put people forward
/// was postponed or cancelled; of a national one its State is told anyhow.
pub async fn tell_states(
    app: &App,
    tx: &Transaction,
    about: (&TrainingDirector, &Delivery),
    members: &[OrganisationId],
) -> Result<()> {
    tell_nominating(app, tx, about, (members, Done::of(about.1))).await
}

/// Tells them likewise that it takes place.
pub async fn tell_confirmed(
    app: &App,
    tx: &Transaction,
    about: (&TrainingDirector, &Delivery),
    members: &[OrganisationId],
) -> Result<()> {
    tell_nominating(app, tx, about, (members, Done::Confirmed)).await
}

async fn tell_nominating(
    app: &App,
    tx: &Transaction,
    (by, delivery): (&TrainingDirector, &Delivery),
    (members, done): (&[OrganisationId], Done),
) -> Result<()> {
    let now = app.clock.now();
    let centre = &by.capacity().organisation().name;
    let news = News { delivery, centre, done };
    let event = format!("{}:{}", delivery.id, delivery.revision);
    for member in members.iter().filter(|member| delivery.member_id != Some(**member)) {
        for person in identity::focal_points_of(tx, *member, now).await? {
            let email = emails::letter(app, &news, Reads::Nominating);
            notifications::tell(app, tx, Kind::DeliveryForState, &event, (&person, &email)).await?;
        }
    }
    Ok(())
}

/// The owner of the course and those that deliver it too, without the centre itself. Of what is
/// for one State only the owner is told.
async fn other_centres(tx: &Transaction, delivery: &Delivery) -> Result<Vec<OrganisationId>> {
    let mut centres = vec![delivery.owner_id];
    if !delivery.is_national() {
        let code = CourseCode::read(&delivery.course_code).map_err(|_| Error::NotFound)?;
        let course = catalogue::schedulable(tx, &code).await?;
        centres.extend(course.into_iter().flat_map(|course| course.offering.partners));
    }
    centres.retain(|centre| *centre != delivery.centre_id);
    Ok(centres)
}
