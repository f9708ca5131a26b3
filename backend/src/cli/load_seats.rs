//! Loading how the seats of the deliveries of the demonstration are shared, from what the States of
//! the demonstration asked for.
use super::load_deliveries::id_of;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::deliveries::Delivery;
use crate::deliveries::actions::Edition;
use crate::deliveries::actions::seats::{draft_seats, own_seats, proposal, publish_seats};
use crate::deliveries::rules::DeliveryState;
use crate::deliveries::rules::seats::{Sharing, TypedProposing, TypedSeats};
use crate::identity::{Operator, TrainingDirector};
use crate::organisations;

/// Shares what is not shared yet, in the order of the seed.
pub async fn seats(app: &App, by: &Operator) -> Result<()> {
    let courses = seed::courses();
    for (number, planned) in (1_u128..).zip(seed::deliveries()) {
        let course = courses.iter().find(|course| course.code == planned.course_code);
        let course = course.ok_or(Error::NotFound)?;
        let centre = organisations::by_code(&app.db, &course.centre_code).await?;
        let centre = centre.ok_or(Error::NotFound)?;
        let director = by.training_director(centre.for_identity())?;
        let found = own_seats(app, &director.as_staff(), id_of(number)).await?;
        let (delivery, kept) = found.ok_or(Error::NotFound)?;
        if kept.is_none() && delivery.state == DeliveryState::Announced {
            share(app, &director, (&delivery, planned.seats)).await?;
        }
    }
    Ok(())
}

async fn share(
    app: &App,
    by: &TrainingDirector,
    (delivery, seats): (&Delivery, seed::SeatsShared),
) -> Result<()> {
    use seed::SeatsShared as Seats;
    let (sharing, keep) = match seats {
        Seats::NotYet => return Ok(()),
        Seats::National => return publish_seats(app, by, &at(delivery, 0)).await,
        Seats::Draft(keep) | Seats::ByDemand(keep) => (Sharing::Demand, keep),
        Seats::Equally(keep) => (Sharing::Equal, keep),
        Seats::Open => (Sharing::Open, 0),
        Seats::To(_) => (Sharing::Custom, 0),
    };
    let (sharing, keep) = (sharing.as_str().to_owned(), keep.to_string());
    let how = TypedProposing { sharing, keep, cap: String::new() };
    let staff = by.as_staff();
    let found = proposal(app, &staff, &delivery.known_as(), (Some(&how), &[])).await?;
    let members = organisations::members(&app.db).await?;
    let proposed = |member: organisations::Organisation| {
        found.seats.get(&member.id).map(|seats| (member.code, seats.to_string()))
    };
    let typed = match seats {
        Seats::To(seats) => {
            let typed = |(code, seats): &(&str, u16)| ((*code).to_owned(), seats.to_string());
            seats.iter().map(typed).collect()
        }
        _ => members.into_iter().filter_map(proposed).collect(),
    };
    let typed = TypedSeats { how, agency_limit: "2".to_owned(), seats: typed };
    let revision = draft_seats(app, &staff, &at(delivery, 0), &typed).await?;
    match seats {
        Seats::Draft(_) => Ok(()),
        _ => publish_seats(app, by, &at(delivery, revision)).await,
    }
}

fn at(delivery: &Delivery, revision: i32) -> Edition {
    Edition { code: delivery.known_as(), revision }
}
