//! What stands around the list of a State: counts of a delivery, people to choose from, agencies.
use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entities::{Nomination, Person, nomination, person};
use super::people::{People, own};
use super::reading::with_people;
use crate::base::error::Result;
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::deliveries::Delivery;
use crate::identity::{CentreScope, NomineeScope};
use crate::participants::rules::ParticipantState;

use nomination::{COLUMN, Column, Entity};

/// How many people of each State are in each state of a delivery that was found, as far as its
/// centre knows of them.
#[derive(Clone, Debug, Default)]
pub struct Standing(HashMap<(OrganisationId, ParticipantState), i64>);

impl Standing {
    /// How many people of a State are in a state.
    pub fn of(&self, member: OrganisationId, state: ParticipantState) -> i64 {
        self.0.get(&(member, state)).copied().unwrap_or(0)
    }

    /// How many are in a state.
    pub fn all(&self, state: ParticipantState) -> i64 {
        self.0.iter().filter(|((_, at), _)| *at == state).map(|(_, n)| *n).sum()
    }

    /// The States of which somebody is put forward.
    pub fn members(&self) -> HashSet<OrganisationId> {
        self.0.keys().filter(|(_, state)| state.is_open()).map(|(member, _)| *member).collect()
    }
}

/// The counts of a delivery of the own centre.
pub async fn counts(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    delivery: DeliveryId,
) -> Result<Standing> {
    let rows: Vec<(OrganisationId, ParticipantState, i64)> = Entity::find()
        .select_only()
        .columns([Column::MemberId, Column::State])
        .column_as(Column::Id.count(), "n")
        .filter(COLUMN.delivery_id.eq(delivery))
        .filter(COLUMN.centre_id.eq(scope.id()))
        .filter(Column::ApprovedAt.is_not_null())
        .group_by(Column::MemberId)
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    Ok(Standing(rows.into_iter().map(|(member, state, n)| ((member, state), n)).collect()))
}

/// How many people of each agency of each State are with the centre, by State and agency in small
/// letters.
pub async fn standing_of_agencies(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    delivery: DeliveryId,
) -> Result<HashMap<(OrganisationId, String), usize>> {
    let rows = Entity::find()
        .filter(COLUMN.delivery_id.eq(delivery))
        .filter(COLUMN.centre_id.eq(scope.id()))
        .filter(Column::State.is_in(ParticipantState::all_with_centre()))
        .all(db)
        .await?;
    let mut counted = HashMap::new();
    for row in with_people(db, rows).await? {
        let of = (row.nomination.member_id, row.person.agency.to_lowercase());
        *counted.entry(of).or_default() += 1;
    }
    Ok(counted)
}

/// People of the own roster from whom to choose for a delivery, by name; with those who are on its
/// list already.
pub async fn choosable(
    db: &impl ConnectionTrait,
    (scope, delivery): (NomineeScope, &Delivery),
    wanted: &People,
    most: u64,
) -> Result<Vec<(Person, Option<ParticipantState>)>> {
    let roster = person::Entity::find().filter(own(scope)).filter(wanted.condition());
    let roster = roster.order_by_asc(person::Column::SortName).order_by_asc(person::Column::Id);
    let people = roster.limit(most).all(db).await?;
    let ids: Vec<_> = people.iter().map(|one| one.id).collect();
    let stands: Vec<Nomination> = if ids.is_empty() {
        Vec::new()
    } else {
        let open = Entity::find().filter(COLUMN.delivery_id.eq(delivery.id));
        open.filter(COLUMN.open.eq(true)).filter(Column::PersonId.is_in(ids)).all(db).await?
    };
    let stands: HashMap<_, _> = stands.iter().map(|one| (one.person_id, one.state)).collect();
    let with = |one: Person| {
        let state = stands.get(&one.id).copied();
        (one, state)
    };
    Ok(people.into_iter().map(with).collect())
}

/// How many people of the own State are on its list for each of these deliveries, and how many of
/// them still are to be sent on.
pub async fn listed(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    deliveries: &[DeliveryId],
) -> Result<HashMap<DeliveryId, (i64, i64)>> {
    let own = Entity::find().filter(super::reading::of_nominees(scope));
    let rows: Vec<(DeliveryId, ParticipantState, i64)> = own
        .select_only()
        .columns([Column::DeliveryId, Column::State])
        .column_as(Column::Id.count(), "n")
        .filter(Column::DeliveryId.is_in(deliveries.iter().copied()))
        .filter(COLUMN.open.eq(true))
        .group_by(Column::DeliveryId)
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let mut counted: HashMap<DeliveryId, (i64, i64)> = HashMap::new();
    for (delivery, state, n) in rows {
        let of = counted.entry(delivery).or_default();
        of.0 += n;
        of.1 += if state.is_at_home() { n } else { 0 };
    }
    Ok(counted)
}

/// The deliveries of the own centre for which people wait for a decision, with how many.
pub async fn to_decide(
    db: &impl ConnectionTrait,
    scope: CentreScope,
) -> Result<HashMap<DeliveryId, i64>> {
    let rows: Vec<(DeliveryId, i64)> = Entity::find()
        .select_only()
        .column(Column::DeliveryId)
        .column_as(Column::Id.count(), "n")
        .filter(COLUMN.centre_id.eq(scope.id()))
        .filter(Column::State.eq(ParticipantState::Approved))
        .group_by(Column::DeliveryId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many people have a seat at each of these deliveries of the own centre.
pub async fn seated(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    deliveries: &[DeliveryId],
) -> Result<HashMap<DeliveryId, i64>> {
    let rows: Vec<(DeliveryId, i64)> = Entity::find()
        .select_only()
        .column(Column::DeliveryId)
        .column_as(Column::Id.count(), "n")
        .filter(COLUMN.centre_id.eq(scope.id()))
        .filter(Column::DeliveryId.is_in(deliveries.iter().copied()))
        .filter(Column::State.eq(ParticipantState::Accepted))
        .group_by(Column::DeliveryId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
