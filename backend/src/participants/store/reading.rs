//! Reading nominations, by who may.
use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::entities::{Nomination, Person, nomination, person, step};
use crate::base::closed_list::closed_list;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{DeliveryId, ParticipantNominationId, PersonId};
use crate::deliveries::Delivery;
use crate::identity::{CentreScope, NominationScope, NomineeScope};
use crate::participants::rules::ParticipantState;

use nomination::{COLUMN, Column, Entity};

/// A nomination with the person.
#[derive(Clone, Debug, PartialEq)]
pub struct NominationRow {
    /// The nomination.
    pub nomination: Nomination,
    /// The person.
    pub person: Person,
}

closed_list! {
    /// Which nominations for a delivery a centre looks at.
    Tab {
        /// Those to decide on.
        ToDecide = "to_decide", "decisions-to-decide";
        /// Those who have a seat.
        Accepted = "accepted", "participant-state-accepted";
        /// Those who wait for one.
        Waiting = "waiting", "decisions-waiting";
        /// Those to whom the centre said no.
        NotSelected = "not_selected", "participant-state-not-selected";
        /// Those of whom nothing comes any more for another reason.
        GivenUp = "given_up", "decisions-given-up";
        /// All that were ever sent.
        All = "all", "decisions-all";
    }
}

impl Tab {
    /// The states of such nominations; none stands for all.
    pub const fn states(self) -> &'static [ParticipantState] {
        match self {
            Self::ToDecide => &[ParticipantState::Approved],
            Self::Accepted => &[ParticipantState::Accepted],
            Self::Waiting => &[ParticipantState::Waitlisted, ParticipantState::Offered],
            Self::NotSelected => &[ParticipantState::NotSelected],
            Self::GivenUp => &[
                ParticipantState::Withdrawn,
                ParticipantState::Declined,
                ParticipantState::OfferExpired,
                ParticipantState::Replaced,
                ParticipantState::HostCancelled,
            ],
            Self::All => &[],
        }
    }
}

/// Nominations of the own State, or of the own agency.
pub(super) fn of_nominees(scope: NomineeScope) -> Condition {
    let own = Condition::all().add(Column::MemberId.eq(scope.state().id()));
    match scope.agency() {
        Some(agency) => own.add(Column::AgencyId.eq(agency)),
        None => own,
    }
}

/// Nominations for deliveries of the own centre, once the focal point has sent them.
fn of_centre(scope: CentreScope) -> Condition {
    let own = Condition::all().add(Column::CentreId.eq(scope.id()));
    own.add(Column::ApprovedAt.is_not_null())
}

fn readable(scope: NominationScope) -> Condition {
    match scope {
        NominationScope::State(state) => of_nominees(state),
        NominationScope::Centre(centre) => of_centre(centre),
    }
}

/// Each with its person, in one more query.
pub async fn with_people(
    db: &impl ConnectionTrait,
    nominations: Vec<Nomination>,
) -> Result<Vec<NominationRow>> {
    let mut ids: Vec<_> = nominations.iter().map(|one| one.person_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut people: HashMap<PersonId, Person> = HashMap::new();
    for some in ids.chunks(500) {
        let some = person::Entity::find().filter(person::Column::Id.is_in(some.iter().copied()));
        people.extend(some.all(db).await?.into_iter().map(|one| (one.id, one)));
    }
    let row = |nomination: Nomination| {
        let person = people.get(&nomination.person_id)?.clone();
        Some(NominationRow { nomination, person })
    };
    Ok(nominations.into_iter().filter_map(row).collect())
}

/// A nomination that is somebody's to read.
pub async fn one(
    db: &impl ConnectionTrait,
    scope: NominationScope,
    id: ParticipantNominationId,
) -> Result<Option<NominationRow>> {
    let found = Entity::find_by_id(id).filter(readable(scope)).all(db).await?;
    Ok(with_people(db, found).await?.pop())
}

fn list(scope: NomineeScope, delivery: DeliveryId, open: bool) -> Select<Entity> {
    let own = Entity::find().filter(COLUMN.delivery_id.eq(delivery)).filter(of_nominees(scope));
    let own = own.filter(COLUMN.open.eq(open));
    own.order_by_asc(Column::Rank).order_by_asc(Column::Id)
}

/// The own list for a delivery in its order: what is open, or what is not any more.
pub async fn list_of_state(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    (delivery, open): (DeliveryId, bool),
) -> Result<Vec<NominationRow>> {
    let most = crate::participants::rules::MOST_NOMINATED as u64;
    let own = list(scope, delivery, open).limit(most).all(db).await?;
    with_people(db, own).await
}

/// What is open on the own list for a delivery, in its order, without the people.
pub async fn open_of(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    delivery: DeliveryId,
) -> Result<Vec<Nomination>> {
    Ok(list(scope, delivery, true).all(db).await?)
}

/// What is open for a delivery of the own centre, of every State, what these still prepare as well:
/// for what is done with the delivery itself.
pub async fn open_of_delivery(
    tx: &Transaction,
    scope: CentreScope,
    delivery: DeliveryId,
) -> Result<Vec<Nomination>> {
    let open = Entity::find().filter(COLUMN.delivery_id.eq(delivery));
    let open = open.filter(COLUMN.centre_id.eq(scope.id())).filter(COLUMN.open.eq(true));
    Ok(open.order_by_asc(Column::MemberId).order_by_asc(Column::Rank).all(tx).await?)
}

/// What is open for a delivery and known to its centre, of every State: for what the clock brings
/// about.
pub async fn with_centre(
    db: &impl ConnectionTrait,
    delivery: &Delivery,
) -> Result<Vec<Nomination>> {
    let states = ParticipantState::all_with_centre();
    let open = Entity::find().filter(COLUMN.delivery_id.eq(delivery.id));
    let open = open.filter(Column::State.is_in(states));
    Ok(open.order_by_asc(Column::MemberId).order_by_asc(Column::Rank).all(db).await?)
}

fn on_tab(scope: CentreScope, delivery: DeliveryId, tab: Tab) -> Select<Entity> {
    let own = Entity::find().filter(COLUMN.delivery_id.eq(delivery)).filter(of_centre(scope));
    match tab.states() {
        [] => own,
        states => own.filter(Column::State.is_in(states.iter().copied())),
    }
}

/// Nominations for a delivery of the own centre: State by State, in the order of each.
pub async fn rows_of_centre(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    (delivery, tab): (DeliveryId, Tab),
    (skipped, most): (u64, u64),
) -> Result<Vec<NominationRow>> {
    let page = on_tab(scope, delivery, tab).order_by_asc(Column::MemberId);
    let page = page.order_by_asc(Column::Rank).order_by_asc(Column::Id);
    with_people(db, page.offset(skipped).limit(most).all(db).await?).await
}

/// Those of these nominations that are for a delivery of the own centre, State by State in the
/// order of each.
pub async fn decidable(
    db: &impl ConnectionTrait,
    (scope, delivery): (CentreScope, DeliveryId),
    ids: &[ParticipantNominationId],
) -> Result<Vec<Nomination>> {
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        let own = on_tab(scope, delivery, Tab::All);
        found.extend(own.filter(Column::Id.is_in(some.iter().copied())).all(db).await?);
    }
    found.sort_unstable_by_key(|one| (one.member_id, one.rank, one.id));
    Ok(found)
}

/// The nominations of these people that a centre has known, for deliveries of whichever centre.
pub async fn of_people(
    db: &impl ConnectionTrait,
    people: &[PersonId],
) -> Result<Vec<(PersonId, DeliveryId, ParticipantState)>> {
    let mut found = Vec::new();
    for some in people.chunks(500) {
        let rows = Entity::find()
            .select_only()
            .columns([Column::PersonId, Column::DeliveryId, Column::State])
            .filter(Column::PersonId.is_in(some.iter().copied()))
            .filter(Column::State.is_in(ParticipantState::all_with_centre()))
            .order_by_desc(Column::Id)
            .into_tuple::<(PersonId, DeliveryId, ParticipantState)>()
            .all(db)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// The nominations of the own State, the newest first; only what is open, or all.
pub async fn rows_of_state(
    db: &impl ConnectionTrait,
    (scope, open): (NomineeScope, bool),
    (skipped, most): (u64, u64),
) -> Result<(Vec<NominationRow>, u64)> {
    let mut own = Entity::find().filter(of_nominees(scope));
    if open {
        own = own.filter(COLUMN.open.eq(true));
    }
    let total = own.clone().count(db).await?;
    let page = own.order_by_desc(Column::Id).offset(skipped).limit(most).all(db).await?;
    Ok((with_people(db, page).await?, total))
}

/// Which nominations a program asks for.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// For this delivery.
    pub delivery: Option<DeliveryId>,
    /// In this state.
    pub state: Option<ParticipantState>,
}

/// The nominations that are somebody's to read, behind one of them.
pub async fn rows_after(
    db: &impl ConnectionTrait,
    scope: NominationScope,
    (wanted, after): (&Wanted, Option<ParticipantNominationId>),
    most: u64,
) -> Result<Vec<NominationRow>> {
    let mut found = Entity::find().filter(readable(scope));
    if let Some(delivery) = wanted.delivery {
        found = found.filter(COLUMN.delivery_id.eq(delivery));
    }
    if let Some(state) = wanted.state {
        found = found.filter(Column::State.eq(state));
    }
    if let Some(after) = after {
        found = found.filter(Column::Id.gt(after));
    }
    with_people(db, found.order_by_asc(Column::Id).limit(most).all(db).await?).await
}

/// A step that a nomination has taken.
pub use step::Model as Step;

/// The steps of a nomination that was found, the first first.
pub async fn steps_of(db: &impl ConnectionTrait, known: &Nomination) -> Result<Vec<Step>> {
    let of = step::Entity::find().filter(step::COLUMN.nomination_id.eq(known.id));
    Ok(of.order_by_asc(step::Column::Number).all(db).await?)
}
