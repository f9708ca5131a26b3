//! Writing deliveries and their sessions.
use chrono::NaiveDate;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entities::{Delivery, delivery, joined, slot};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, DeliveryId};
use crate::base::kept::{self, Part};
use crate::catalogue::{Hand, Schedulable};
use crate::deliveries::rules::{DeliveryCode, DeliveryState, Plan, Slot};
use crate::identity::CentreScope;

/// Where what has no days yet stands in lists: behind everything else.
const UNDATED: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// A delivery to be added.
#[derive(Clone, Debug)]
pub struct NewRow<'a> {
    /// Its id, made by the form, so that sending the form twice adds one delivery.
    pub id: DeliveryId,
    /// The course, with the version that it is held from.
    pub course: &'a Schedulable,
    /// Its number among the deliveries of the course.
    pub number: i32,
    /// What it says.
    pub plan: &'a Plan,
    /// Whether it is invented for demonstration.
    pub sample: bool,
}

/// A state to be taken, with what everybody is told about it.
#[derive(Clone, Debug)]
pub struct Turn<'a> {
    /// The state.
    pub state: DeliveryState,
    /// Why; empty where nothing needs to be said.
    pub reason: &'a str,
    /// What its days become, where they are given up.
    pub moved: Option<Moved<'a>>,
}

/// What the days of a delivery become.
#[derive(Clone, Copy, Debug)]
pub struct Moved<'a> {
    /// The new ones; none where they are to be settled.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// The sessions on them.
    pub slots: &'a [Slot],
}

/// The next number among the deliveries of a course, which nobody else schedules meanwhile.
pub async fn next_number(tx: &Transaction, course: CourseId) -> Result<i32> {
    let last: Option<i32> = delivery::Entity::find()
        .select_only()
        .column(delivery::Column::Number)
        .filter(delivery::COLUMN.course_id.eq(course))
        .order_by_desc(delivery::Column::Number)
        .limit(1)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

/// Adds a delivery, unless there is one of its id; answers whether it is new.
pub async fn add(
    tx: &Transaction,
    scope: CentreScope,
    new: &NewRow<'_>,
    hand: Hand,
) -> Result<bool> {
    let course = new.course;
    let said = delivery::ActiveModel {
        id: Set(new.id),
        code: Set(DeliveryCode::of(&course.code, new.number).to_string()),
        course_id: Set(course.id),
        number: Set(new.number),
        course_code: Set(course.code.clone()),
        version: Set(course.version),
        title: Set(course.content.title.clone()),
        course_type: Set(course.content.course_type.clone()),
        owner_id: Set(course.offering.owner),
        centre_id: Set(scope.id()),
        state: Set(DeliveryState::Proposed),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        reason: Set(String::new()),
        announced_at: Set(None),
        former_first_day: Set(None),
        former_last_day: Set(None),
        revision: Set(1),
        sequence: Set(0),
        sample: Set(new.sample),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
        ..said(new.plan, hand)
    };
    let once = OnConflict::new().do_nothing().to_owned();
    let insert = delivery::Entity::insert(said).on_conflict(once);
    let added = insert.exec_without_returning(tx).await? > 0;
    if added {
        put_slots(tx, new.id, &new.plan.slots).await?;
    }
    Ok(added)
}

/// The columns of what a delivery says.
fn said(plan: &Plan, hand: Hand) -> delivery::ActiveModel {
    let [nominate, warning, recall, go_no_go, replacement, freeze] =
        plan.deadlines.days().map(|days| Set(i32::from(days)));
    delivery::ActiveModel {
        scope: Set(plan.whom.scope().as_str().to_owned()),
        member_id: Set(plan.whom.member()),
        mode: Set(plan.mode.as_str().to_owned()),
        venue: Set(plan.venue.name.clone()),
        city: Set(plan.venue.city.clone()),
        country: Set(plan.venue.country.clone()),
        zone: Set(plan.zone.name().to_owned()),
        languages: Set(joined(&plan.languages)),
        interpretation: Set(joined(&plan.interpretation)),
        min_participants: Set(plan.participants.0.into()),
        max_participants: Set(plan.participants.1.into()),
        documents: Set(plan.documents.clone()),
        contact: Set(plan.contact.clone()),
        nominate_days: nominate,
        recall_warning_days: warning,
        recall_days: recall,
        go_no_go_days: go_no_go,
        replacement_days: replacement,
        freeze_days: freeze,
        changed_at: Set(hand.at),
        changed_by: Set(hand.by),
        ..on_days(plan.days)
    }
}

/// The columns of its days.
fn on_days(days: Option<(NaiveDate, NaiveDate)>) -> delivery::ActiveModel {
    delivery::ActiveModel {
        first_day: Set(days.map(|days| days.0)),
        last_day: Set(days.map(|days| days.1)),
        sort_day: Set(days.map_or(UNDATED, |days| days.0)),
        ..Default::default()
    }
}

async fn put_slots(tx: &Transaction, id: DeliveryId, slots: &[Slot]) -> Result<()> {
    let all = slot::Entity::delete_many().filter(slot::COLUMN.delivery_id.eq(id));
    all.exec(tx).await?;
    let row = |(position, one): (i32, &Slot)| slot::ActiveModel {
        delivery_id: Set(id),
        position: Set(position),
        day: Set(one.day),
        starts: Set(one.starts),
        ends: Set(one.ends),
    };
    let rows: Vec<_> = (1..).zip(slots).map(row).collect();
    if !rows.is_empty() {
        slot::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Keeps what the delivery that was read says now; `told` where calendars have to be told.
pub async fn change(
    tx: &Transaction,
    known: &Delivery,
    (plan, told): (&Plan, bool),
    hand: Hand,
) -> Result<()> {
    let sequence = Set(known.sequence + i32::from(told));
    put_slots(tx, known.id, &plan.slots).await?;
    change_row(tx, known, delivery::ActiveModel { sequence, ..said(plan, hand) }).await
}

/// Takes another state, and other days where it is moved.
pub async fn turn(tx: &Transaction, known: &Delivery, turn: &Turn<'_>, hand: Hand) -> Result<()> {
    let mut change = delivery::ActiveModel {
        state: Set(turn.state),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        reason: Set(turn.reason.to_owned()),
        sequence: Set(known.sequence + 1),
        changed_at: Set(hand.at),
        changed_by: Set(hand.by),
        ..Default::default()
    };
    if turn.state == DeliveryState::Announced && known.announced_at.is_none() {
        change.announced_at = Set(Some(hand.at));
    }
    if let Some(Moved { days, slots }) = turn.moved {
        let moved = on_days(days);
        change.first_day = moved.first_day;
        change.last_day = moved.last_day;
        change.sort_day = moved.sort_day;
        // What was never settled was not given up.
        if known.days().is_some() {
            change.former_first_day = Set(known.first_day);
            change.former_last_day = Set(known.last_day);
        }
        put_slots(tx, known.id, slots).await?;
    }
    change_row(tx, known, change).await
}

/// Takes the state to which the clock leads; calendars stay as they are.
pub async fn advance(
    tx: &Transaction,
    known: &Delivery,
    state: DeliveryState,
    hand: Hand,
) -> Result<()> {
    if !known.state.may_become(state) {
        return Err(Error::Conflict);
    }
    let change = delivery::ActiveModel {
        state: Set(state),
        state_since: Set(hand.at),
        state_by: Set(hand.by),
        ..Default::default()
    };
    change_row(tx, known, change).await
}

/// Changes the row that was read: its centre and its revision must still be the same.
async fn change_row(
    tx: &Transaction,
    known: &Delivery,
    mut change: delivery::ActiveModel,
) -> Result<()> {
    change.revision = Set(known.revision + 1);
    let changed = delivery::Entity::update_many()
        .set(change)
        .filter(delivery::COLUMN.id.eq(known.id))
        .filter(delivery::COLUMN.centre_id.eq(known.centre_id))
        .filter(delivery::COLUMN.revision.eq(known.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected != 1 {
        return Err(Error::Conflict);
    }
    kept::changed(tx, Part::Deliveries).await
}
