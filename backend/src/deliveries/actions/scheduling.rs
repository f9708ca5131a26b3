//! A centre schedules a delivery, changes what it says, and makes another like it.
use super::seats::fit;
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::catalogue::rules::CourseCode;
use crate::catalogue::{self, Hand, Schedulable, may_schedule};
use crate::deliveries::rules::{
    Act, DeliveryCode, DeliveryState, Plan, TypedDelivery, changes, is_new_to_calendars, read,
};
use crate::deliveries::store::{self, Delivery, NewRow};
use crate::identity::{CentreScope, CentreStaff};
use crate::organisations;

/// Which delivery, as it was when the person read it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its code.
    pub code: DeliveryCode,
    /// Its revision at that time.
    pub revision: i32,
}

/// A delivery to be scheduled.
#[derive(Clone, Debug)]
pub struct NewDelivery {
    /// Its id, made by the form, so that sending the form twice schedules one.
    pub id: DeliveryId,
    /// The course.
    pub course: CourseCode,
    /// What it says.
    pub plan: Plan,
    /// Whether it is invented for demonstration.
    pub sample: bool,
}

/// The States by their codes, among which that of a national delivery is.
pub async fn members_by_code(app: &App) -> Result<Vec<(String, OrganisationId)>> {
    let members = organisations::members(&app.db).await?;
    Ok(members.into_iter().map(|member| (member.code, member.id)).collect())
}

/// What a delivery says.
pub async fn plan_of(app: &App, known: &Delivery) -> Result<Plan> {
    known.plan(store::slots_of(&app.db, known).await?)
}

/// A centre schedules a delivery of a course that it owns or delivers too, from its newest version.
#[tracing::instrument(skip_all, fields(delivery.id = %new.id))]
pub async fn schedule(app: &App, by: &CentreStaff, new: &NewDelivery) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    if let Some(known) = store::of_id(&tx, by.centre(), new.id).await? {
        return Ok(known);
    }
    let course = may_hold(&tx, by.centre(), &new.course).await?;
    let row = (new.id, &new.plan, new.sample);
    add(app, tx, by, (&course, row), "delivery.schedule").await
}

/// The course, locked, where the centre may schedule it.
pub(super) async fn may_hold(
    tx: &Transaction,
    scope: CentreScope,
    code: &CourseCode,
) -> Result<Schedulable> {
    let course = catalogue::to_schedule(tx, code).await?.ok_or(Error::NotFound)?;
    let may = may_schedule(&course.offering, scope.id());
    if may { Ok(course) } else { Err(Error::refused("delivery-refused-course")) }
}

async fn add(
    app: &App,
    tx: Transaction,
    by: &CentreStaff,
    (course, (id, plan, sample)): (&Schedulable, (DeliveryId, &Plan, bool)),
    action: &'static str,
) -> Result<Delivery> {
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let number = store::next_number(&tx, course.id).await?;
    let row = NewRow { id, course, number, plan, sample };
    if !store::add(&tx, by.centre(), &row, hand).await? {
        return Err(Error::Conflict);
    }
    record(&tx, hand, &by.by(), (action, id, &[])).await?;
    let made = store::of_id(&tx, by.centre(), id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(made)
}

/// What is to be kept of a delivery: as it was typed, or as it is.
#[derive(Clone, Copy, Debug)]
pub enum Wanted<'a> {
    /// What was typed into its form.
    Typed(&'a TypedDelivery),
    /// What was read already.
    Read(&'a Plan),
}

/// A centre changes what its delivery says; answers the revision now. What was announced is for
/// the Training Director to change, and its days and its State stay.
#[tracing::instrument(skip_all)]
pub async fn edit(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    wanted: Wanted<'_>,
) -> Result<i32> {
    let read = match wanted {
        Wanted::Typed(typed) => read(typed, &members_by_code(app).await?)?,
        Wanted::Read(plan) => plan.clone(),
    };
    let tx = app.db.begin().await?;
    let known = store::to_change(&tx, by.centre(), &edition.code).await?.ok_or(Error::NotFound)?;
    known.state.allows(Act::Edit).map_err(Error::Refused)?;
    if known.is_announced() && !by.may_publish() {
        return Err(Error::refused("delivery-refused-director"));
    }
    let before = known.plan(store::slots_of(&tx, &known).await?)?;
    if before == read {
        return Ok(known.revision);
    }
    if known.revision != edition.revision {
        return Err(Error::Conflict);
    }
    if known.is_announced() {
        keeps_what_was_told(&known, &before, &read)?;
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    fit(app, &tx, (by, &known), &read, hand).await?;
    let told = is_new_to_calendars(&before, &read);
    store::change(&tx, &known, (&read, told), hand).await?;
    let fields = changes(&before, &read);
    record(&tx, hand, &by.by(), ("delivery.edit", known.id, &fields)).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(known.revision + 1)
}

/// Whether what people rely on stays: for whom a delivery is and, unless it is postponed, when.
fn keeps_what_was_told(known: &Delivery, before: &Plan, after: &Plan) -> Result<()> {
    let mut errors = FieldErrors::default();
    if before.whom != after.whom {
        errors.add("scope", "delivery-scope-fixed");
    }
    if before.days != after.days && known.state != DeliveryState::Postponed {
        errors.add("first_day", "delivery-days-fixed");
    }
    Ok(errors.or(())?)
}

/// A centre schedules another delivery like one of its own, from the newest version of the course;
/// its days are to be settled.
#[tracing::instrument(skip_all, fields(delivery.id = %id))]
pub async fn copy(
    app: &App,
    by: &CentreStaff,
    code: &DeliveryCode,
    id: DeliveryId,
) -> Result<Delivery> {
    let tx = app.db.begin().await?;
    if let Some(known) = store::of_id(&tx, by.centre(), id).await? {
        return Ok(known);
    }
    let like = store::of_centre_by_code(&tx, by.centre(), code).await?.ok_or(Error::NotFound)?;
    let plan = Plan { days: None, ..like.plan(Vec::new())? };
    let course = CourseCode::read(&like.course_code).map_err(|_| Error::NotFound)?;
    let course = may_hold(&tx, by.centre(), &course).await?;
    add(app, tx, by, (&course, (id, &plan, like.sample)), "delivery.copy").await
}

/// Leaves the entry on a delivery in the audit log.
pub(super) async fn record(
    tx: &Transaction,
    hand: Hand,
    by: &By,
    (action, delivery, fields): (&'static str, DeliveryId, &[&str]),
) -> Result<()> {
    let deed = Deed { action, object: "delivery", object_id: &delivery.to_string(), fields };
    audit::record(tx, hand.at, by, deed).await
}
