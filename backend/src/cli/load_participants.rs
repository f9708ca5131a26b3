//! Loading the people whom States put forward in the demonstration.
use uuid::Uuid;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::{ParticipantNominationId, PersonId};
use crate::deliveries::rules::DeliveryCode;
use crate::identity::{Operator, StateStaff, TrainingDirector};
use crate::organisations;
use crate::participants::actions::{self, Deciding, ListChange, NewOnRoster, Sending, What};
use crate::participants::rules::{Decision, TypedDecision, TypedPerson};

/// What the ids of the demonstration begin from, so that loading twice adds everybody once.
const FIRST: u128 = 1_000;

/// Loads rosters, lists and decisions, as far as they are not there yet.
pub async fn participants(app: &App, by: &Operator) -> Result<()> {
    for (number, planned) in (FIRST..).zip(seed::participants()) {
        let member = organisations::by_code(&app.db, planned.member_code).await?;
        let member = member.ok_or(Error::NotFound)?;
        organisations::actions::add_agency(app, by, member.id, planned.agency).await?;
        let state = by.focal_point(member.for_identity())?.as_staff();
        let person = NewOnRoster {
            id: PersonId(Uuid::from_u128(number)),
            typed: typed(&planned),
            sample: true,
        };
        actions::add_to_roster(app, &state, &person).await?;
        put_forward(app, by, (&state, &planned), number).await?;
    }
    Ok(())
}

fn typed(planned: &seed::Participant) -> TypedPerson {
    TypedPerson {
        full_name: planned.full_name.to_owned(),
        post: planned.post.to_owned(),
        agency: planned.agency.to_owned(),
        email: planned.email.to_owned(),
        languages: vec![("en".to_owned(), planned.english.to_owned())],
    }
}

async fn put_forward(
    app: &App,
    by: &Operator,
    (state, planned): (&StateStaff, &seed::Participant),
    number: u128,
) -> Result<()> {
    use seed::ParticipantStanding::{Accepted, Draft, Roster};
    if planned.standing == Roster {
        return Ok(());
    }
    let code = DeliveryCode::of(planned.course_code, 1);
    let nomination = ParticipantNominationId(Uuid::from_u128(number));
    let person = PersonId(Uuid::from_u128(number));
    let what = What::Add(vec![(nomination, person, planned.reason.to_owned())]);
    let change = ListChange { reasons: Vec::new(), what };
    actions::change_list(app, state, &code, &change).await?;
    if planned.standing == Draft {
        return Ok(());
    }
    let sending = Sending { nominations: vec![nomination], agreed: true };
    actions::send(app, state, &code, &sending).await?;
    if planned.standing == Accepted {
        let centre = director(app, by, planned.course_code).await?;
        let decision = Decision::Accept.as_str().to_owned();
        let typed = TypedDecision { decision, ..TypedDecision::default() };
        let deciding = Deciding { nominations: vec![nomination], typed };
        actions::decide(app, &centre, &code, &deciding).await?;
    }
    Ok(())
}

/// The Training Director of the centre that holds the first delivery of a course.
async fn director(app: &App, by: &Operator, course: &str) -> Result<TrainingDirector> {
    let courses = seed::courses();
    let course = courses.iter().find(|known| known.code == course).ok_or(Error::NotFound)?;
    let centre = organisations::by_code(&app.db, &course.centre_code).await?;
    by.training_director(centre.ok_or(Error::NotFound)?.for_identity())
}
