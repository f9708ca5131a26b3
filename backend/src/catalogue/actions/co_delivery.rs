//! Delivering a course together: the owner invites, the other centre answers, either may end it.
//! The owner alone edits.
use crate::base::App;
use crate::base::audit::{self, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::OrganisationId;
use crate::base::kept::{self, Part};
use crate::catalogue::emails::{self, Done, Together};
use crate::catalogue::rules::{
    Act, CoDeliveryState, CoDeliveryStep as Step, CourseCode, read_message, read_why,
};
use crate::catalogue::store::{
    CoDelivery, Course, Hand, Shared, Turn, co_delivery, courses, listing, versions,
};
use crate::identity::{self, CentreStaff, TrainingDirector};
use crate::notifications::{self, Kind};
use crate::organisations::{self, Organisation};

/// From which side somebody looks at a course that centres deliver together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is the own course.
    Owner,
    /// The own centre was asked to deliver it.
    Partner,
}

/// What somebody of a centre sees of delivering a course together.
#[derive(Debug)]
pub struct Desk {
    /// The course.
    pub course: Course,
    /// From which side.
    pub side: Side,
    /// The centre whose course it is.
    pub owner: Organisation,
    /// Who was ever asked; for a partner its own line alone.
    pub lines: Vec<(CoDelivery, Organisation)>,
    /// The centres that can be invited.
    pub open: Vec<Organisation>,
}

/// Somebody of a centre opens what there is to say of delivering a course together.
pub async fn desk(app: &App, by: &CentreStaff, code: &CourseCode) -> Result<Desk> {
    let own = by.centre().id();
    let (course, side) =
        if let Some(course) = courses::of_centre(&app.db, by.centre(), code).await? {
            (course, Side::Owner)
        } else {
            let course = courses::public(&app.db, code).await?.ok_or(Error::NotFound)?;
            (course, Side::Partner)
        };
    let mut rows = co_delivery::of_course(&app.db, course.id).await?;
    if side == Side::Partner {
        rows.retain(|row| row.centre_id == own);
        if rows.is_empty() {
            return Err(Error::NotFound);
        }
    }
    let centres = organisations::centres(&app.db).await?;
    let owner = organisations::by_id(&app.db, course.centre_id).await?.ok_or(Error::NotFound)?;
    let asked = |centre: &Organisation| {
        rows.iter().any(|row| row.centre_id == centre.id && row.state.is_open())
    };
    let free = |centre: &&Organisation| centre.id != owner.id && !asked(centre);
    let open = centres.iter().filter(free).cloned().collect();
    let named = |row: CoDelivery| {
        let centre = centres.iter().find(|centre| centre.id == row.centre_id).cloned();
        centre.map(|centre| (row, centre))
    };
    Ok(Desk { course, side, owner, lines: rows.into_iter().filter_map(named).collect(), open })
}

/// Somebody of a centre sees what others ask it to deliver and what it delivers of theirs, each
/// with the name of its owner.
pub async fn shared(app: &App, by: &CentreStaff) -> Result<Vec<(Shared, String)>> {
    let shared = co_delivery::shared_with(&app.db, by.centre()).await?;
    let owners: Vec<_> = shared.iter().map(|one| one.owner_id).collect();
    let owners = organisations::by_ids(&app.db, &owners).await?;
    let name = |id: OrganisationId| {
        owners.iter().find(|owner| owner.id == id).map(|owner| owner.name.clone())
    };
    let named = shared.into_iter().map(|one| {
        let owner = name(one.owner_id).unwrap_or_default();
        (one, owner)
    });
    Ok(named.collect())
}

/// A Training Director asks another centre to deliver a course of the own one as well.
pub async fn invite(
    app: &App,
    by: &TrainingDirector,
    code: &CourseCode,
    (centre, message): (&str, &str),
) -> Result<CoDelivery> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    course.state.allows(Act::Share).map_err(Error::Refused)?;
    let mut errors = FieldErrors::default();
    let message = read_message(message).unwrap_or_else(|faults| {
        errors = faults;
        String::new()
    });
    let invited = organisations::by_code(&tx, centre.trim()).await?;
    let invited = invited.filter(|one| one.publishes && one.id != course.centre_id);
    let Some(invited) = invited else {
        errors.add("centre", "co-delivery-needs-centre");
        return Err(errors.into());
    };
    errors.or(())?;
    let key = (course.id, invited.id);
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    match co_delivery::to_change(&tx, key.0, key.1).await? {
        // Pressed twice, it says already what it is to say.
        Some(row) if row.state == CoDeliveryState::Invited && row.message == message => {
            return Ok(row);
        }
        Some(row) => {
            row.state.allows(Step::Invite).map_err(Error::Refused)?;
            co_delivery::turn(&tx, &row, (CoDeliveryState::Invited, &message), hand).await?;
        }
        None if co_delivery::invite(&tx, key, &message, hand).await? => {}
        None => return Err(Error::Conflict),
    }
    finish(app, tx, (by, &course, &invited), Step::Invite).await
}

/// Whose line is meant, and as it was when the person read it.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The code of the course.
    pub code: &'a CourseCode,
    /// The code of the centre that was asked; none for the own one.
    pub centre: Option<&'a str>,
    /// The revision of the line; none for whichever there is.
    pub revision: Option<i32>,
}

/// The Training Director of a centre that was asked accepts or declines; whoever owns the course
/// takes the invitation back; either of them ends what was accepted.
pub async fn answer(
    app: &App,
    by: &TrainingDirector,
    line: &Line<'_>,
    (step, reason): (Step, &str),
) -> Result<CoDelivery> {
    let tx = app.db.begin().await?;
    let (course, partner, row) = line_of(&tx, by, line).await?;
    // Pressed twice, it is where it is to be.
    let again = line.revision.is_none_or(|known| known + 1 == row.revision);
    if row.state == step.leads_to() && again {
        return Ok(row);
    }
    row.state.allows(step).map_err(Error::Refused)?;
    if step == Step::Accept {
        course.state.allows(Act::Share).map_err(Error::Refused)?;
    }
    if line.revision.is_some_and(|known| known != row.revision) {
        return Err(Error::Conflict);
    }
    let reason = match step {
        Step::Decline | Step::End => read_why(reason)?,
        Step::Invite | Step::Accept | Step::Withdraw => String::new(),
    };
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    co_delivery::turn(&tx, &row, (step.leads_to(), &reason), hand).await?;
    match step {
        Step::Accept => listing::add_centre(&tx, course.id, &partner.code).await?,
        Step::End => listing::remove_centre(&tx, course.id, &partner.code).await?,
        Step::Invite | Step::Decline | Step::Withdraw => {}
    }
    finish(app, tx, (by, &course, &partner), step).await
}

/// The course, the centre that was asked, and their line. An owner is told that there is none; to
/// anybody else there is no such page.
async fn line_of(
    tx: &Transaction,
    by: &TrainingDirector,
    line: &Line<'_>,
) -> Result<(Course, Organisation, CoDelivery)> {
    let (course, partner) = if let Some(centre) = line.centre {
        let own = courses::to_change(tx, by.centre(), line.code).await?;
        let course = own.ok_or(Error::NotFound)?;
        (course, organisations::by_code(tx, centre.trim()).await?)
    } else {
        let course = courses::public(tx, line.code).await?.ok_or(Error::NotFound)?;
        (course, organisations::by_id(tx, by.centre().id()).await?)
    };
    let row = match &partner {
        Some(partner) => co_delivery::to_change(tx, course.id, partner.id).await?,
        None => None,
    };
    match partner.zip(row) {
        Some((partner, row)) => Ok((course, partner, row)),
        None if line.centre.is_some() => Err(Error::refused("co-delivery-refused-over")),
        None => Err(Error::NotFound),
    }
}

/// Tells the other side, leaves the entry, and commits; answers the line as it is now.
async fn finish(
    app: &App,
    tx: Transaction,
    (by, course, partner): (&TrainingDirector, &Course, &Organisation),
    step: Step,
) -> Result<CoDelivery> {
    let now = app.clock.now();
    let row = co_delivery::to_change(&tx, course.id, partner.id).await?.ok_or(Error::NotFound)?;
    let own = by.centre().id();
    let other = if own == course.centre_id { partner.id } else { course.centre_id };
    let version = course.published_version.ok_or(Error::NotFound)?;
    let content = versions::content_of(&tx, course.id, version).await?;
    let event = format!("{}:{}:{}", course.id, partner.id, row.revision);
    let news = Together {
        code: &course.code,
        title: &content.title,
        from: &by.capacity().organisation().name,
        done: Done::Step(step),
        said: if step == Step::Invite { &row.message } else { &row.reason },
    };
    for director in identity::training_directors_of(&tx, &[other], now).await? {
        let email = emails::together(app, &news);
        notifications::tell(app, &tx, Kind::CoDelivery, &event, (&director, &email)).await?;
    }
    if matches!(step, Step::Accept | Step::End) {
        kept::changed(&tx, Part::Courses).await?;
    }
    let id = course.id.to_string();
    let fields: &[&str] = match step {
        Step::Invite => &["centre", "message"],
        Step::Decline | Step::End => &["state", "reason"],
        Step::Accept | Step::Withdraw => &["state"],
    };
    let deed = Deed { action: step.action(), object: "course", object_id: &id, fields };
    audit::record(&tx, now, &by.by(), deed).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(row)
}

/// Tells the centres that deliver a course too that its owner has taken it out of the catalogue,
/// for a time or for good, or has put it back.
pub(super) async fn tell_partners(
    app: &App,
    tx: &Transaction,
    (by, course): (&TrainingDirector, &Course),
    turn: &Turn,
) -> Result<()> {
    let partners = co_delivery::partners(tx, course.id).await?;
    let Some(version) = course.published_version.filter(|_| !partners.is_empty()) else {
        return Ok(());
    };
    let content = versions::content_of(tx, course.id, version).await?;
    let news = Together {
        code: &course.code,
        title: &content.title,
        from: &by.capacity().organisation().name,
        done: Done::Turn(turn.state),
        said: &turn.reason,
    };
    let event = format!("{}:{}", course.id, course.revision);
    for director in identity::training_directors_of(tx, &partners, app.clock.now()).await? {
        let email = emails::together(app, &news);
        notifications::tell(app, tx, Kind::CoDelivery, &event, (&director, &email)).await?;
    }
    Ok(())
}
