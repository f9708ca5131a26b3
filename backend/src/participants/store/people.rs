//! The roster of a State: the people whom it may put forward.
use sea_orm::sea_query::LikeExpr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::entities::{Person, nomination, person};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AgencyId, PersonId};
use crate::catalogue::Hand;
use crate::catalogue::rules::fold;
use crate::identity::NomineeScope;
use crate::participants::rules::Nominee;

use person::{ActiveModel, COLUMN, Column, Entity};

/// People of the own State, or of the own agency.
pub(super) fn own(scope: NomineeScope) -> Condition {
    let own = Condition::all().add(Column::MemberId.eq(scope.state().id()));
    match scope.agency() {
        Some(agency) => own.add(Column::AgencyId.eq(agency)),
        None => own,
    }
}

/// Which people are wanted.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// What is in the name, the post, the agency or the address; empty for all.
    pub found_by: String,
}

impl People {
    pub(super) fn condition(&self) -> Condition {
        let folded = fold(&self.found_by);
        let words = folded.split(' ').filter(|word| !word.is_empty()).take(8);
        words.fold(Condition::all(), |all, word| {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let pattern = LikeExpr::new(format!("%{escaped}%")).escape('\\');
            all.add(sea_orm::sea_query::Expr::col(Column::FoundBy).like(pattern))
        })
    }
}

/// Somebody of the own roster.
pub async fn person(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    id: PersonId,
) -> Result<Option<Person>> {
    Ok(Entity::find_by_id(id).filter(own(scope)).one(db).await?)
}

/// Those of these people who are on the own roster, in no order.
pub async fn persons_of_ids(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    ids: &[PersonId],
) -> Result<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let some = Entity::find().filter(own(scope)).filter(Column::Id.is_in(ids.iter().copied()));
    Ok(some.all(db).await?)
}

/// Whoever of the State is known by this address, whichever agency it is.
pub async fn person_of_email(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    email: &str,
) -> Result<Option<Person>> {
    let of_state = Entity::find().filter(COLUMN.member_id.eq(scope.state().id()));
    Ok(of_state.filter(COLUMN.email.eq(email)).one(db).await?)
}

/// The own roster by name, so many from there; and how many there are.
pub async fn people(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    wanted: &People,
    (skipped, most): (u64, u64),
) -> Result<(Vec<Person>, u64)> {
    let own = Entity::find().filter(own(scope)).filter(wanted.condition());
    let total = own.clone().count(db).await?;
    let page = own.order_by_asc(Column::SortName).order_by_asc(Column::Id);
    Ok((page.offset(skipped).limit(most).all(db).await?, total))
}

/// The own roster behind somebody, for programs.
pub async fn people_after(
    db: &impl ConnectionTrait,
    scope: NomineeScope,
    (wanted, after): (&People, Option<&(String, PersonId)>),
    most: u64,
) -> Result<Vec<Person>> {
    let mut own = Entity::find().filter(own(scope)).filter(wanted.condition());
    if let Some((name, id)) = after {
        let same = Condition::all().add(Column::SortName.eq(name)).add(Column::Id.gt(*id));
        own = own.filter(Condition::any().add(Column::SortName.gt(name)).add(same));
    }
    let page = own.order_by_asc(Column::SortName).order_by_asc(Column::Id);
    Ok(page.limit(most).all(db).await?)
}

/// Somebody to be put on the roster.
#[derive(Clone, Debug)]
pub struct NewPerson<'a> {
    /// The id, made by the form, so that sending it twice adds one person.
    pub id: PersonId,
    /// What is kept.
    pub nominee: &'a Nominee,
    /// The unit, where it is one that the State has.
    pub agency: Option<AgencyId>,
    /// Whether it is invented for demonstration.
    pub sample: bool,
}

/// Puts somebody on the roster.
pub async fn add_person(
    tx: &Transaction,
    scope: NomineeScope,
    new: &NewPerson<'_>,
    hand: Hand,
) -> Result<()> {
    let row = ActiveModel {
        id: Set(new.id),
        member_id: Set(scope.state().id()),
        revision: Set(1),
        sample: Set(new.sample),
        created_at: Set(hand.at),
        created_by: Set(hand.by),
        ..said((new.nominee, new.agency), hand)
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

fn said((nominee, agency): (&Nominee, Option<AgencyId>), hand: Hand) -> ActiveModel {
    ActiveModel {
        agency_id: Set(agency),
        full_name: Set(nominee.full_name.clone()),
        post: Set(nominee.post.clone()),
        agency: Set(nominee.agency.clone()),
        email: Set(nominee.email.clone()),
        languages: Set(nominee.languages.kept()),
        sort_name: Set(nominee.sort_name()),
        found_by: Set(nominee.found_by()),
        changed_at: Set(hand.at),
        changed_by: Set(hand.by),
        ..Default::default()
    }
}

/// Keeps what is known now of somebody who was read.
pub async fn change_person(
    tx: &Transaction,
    known: &Person,
    nominee: (&Nominee, Option<AgencyId>),
    hand: Hand,
) -> Result<()> {
    let change = ActiveModel { revision: Set(known.revision + 1), ..said(nominee, hand) };
    let changed = Entity::update_many()
        .set(change)
        .filter(COLUMN.id.eq(known.id))
        .filter(COLUMN.member_id.eq(known.member_id))
        .filter(COLUMN.revision.eq(known.revision))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Whether somebody was ever put forward.
pub async fn has_nominations(db: &impl ConnectionTrait, known: &Person) -> Result<bool> {
    let some = nomination::Entity::find().filter(nomination::COLUMN.person_id.eq(known.id));
    Ok(some
        .select_only()
        .column(nomination::Column::Id)
        .limit(1)
        .into_tuple::<uuid::Uuid>()
        .one(db)
        .await?
        .is_some())
}

/// Takes somebody off the roster who was never put forward.
pub async fn remove_person(tx: &Transaction, known: &Person) -> Result<()> {
    let one = Entity::delete_many().filter(COLUMN.id.eq(known.id));
    let one = one.filter(COLUMN.revision.eq(known.revision)).exec(tx).await?;
    if one.rows_affected == 1 { Ok(()) } else { Err(Error::Conflict) }
}
