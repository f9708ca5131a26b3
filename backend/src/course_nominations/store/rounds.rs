//! Nomination rounds: what they cover and whom they invite.
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};

use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{OrganisationId, RoundId};
use crate::course_nominations::rules::{NewRound, RoundState, Taking, months_between};
use crate::identity::{DemandScope, RegionScope, StateScope};

mod entity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, RoundId};
    use crate::course_nominations::rules::RoundState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "round")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: RoundId,
        #[sea_orm(unique)]
        pub title: String,
        pub horizon_start: Date,
        pub horizon_end: Date,
        pub opens_at: DateTimeUtc,
        pub closes_at: DateTimeUtc,
        pub grace_days: i32,
        pub minimum_cell: i32,
        pub state: RoundState,
        pub revision: i32,
        pub sample: bool,
        pub created_at: DateTimeUtc,
        pub created_by: Option<AccountId>,
        pub opened_at: Option<DateTimeUtc>,
        pub opened_by: Option<AccountId>,
        pub closed_at: Option<DateTimeUtc>,
        pub closed_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
mod covered {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::RoundId;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "round_course_type")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub course_type: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub(super) mod invitation {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{OrganisationId, RoundId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "round_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub round_id: RoundId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub member_id: OrganisationId,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Round;
use entity::{COLUMN, Column, Entity};

/// The most rounds that are listed at once.
const MOST_ROUNDS: u64 = 100;

impl Round {
    /// The length of the horizon in months.
    pub fn months(&self) -> u32 {
        months_between(self.horizon_start, self.horizon_end)
    }

    /// Whether it takes answers at `now`.
    pub fn taking(&self, now: DateTime<Utc>) -> Taking {
        Taking::of(self.state, (self.opens_at, self.closes_at), self.grace(), now)
    }

    /// The moment after which no answer is taken, late ones included.
    pub fn last_moment(&self) -> DateTime<Utc> {
        self.closes_at + Duration::days(self.grace().into())
    }

    fn grace(&self) -> u16 {
        u16::try_from(self.grace_days).unwrap_or_default()
    }
}

/// The rounds, newest first.
pub async fn rounds(db: &impl ConnectionTrait) -> Result<Vec<Round>> {
    Ok(newest_first().limit(MOST_ROUNDS).all(db).await?)
}

fn newest_first() -> sea_orm::Select<Entity> {
    Entity::find().order_by_desc(Column::OpensAt).order_by_desc(Column::Id)
}

/// A page of the rounds, newest first, and how many pages there are.
pub async fn rounds_page(
    db: &impl ConnectionTrait,
    _: RegionScope,
    (page, size): (u64, u64),
) -> Result<(Vec<Round>, u64)> {
    let pages = newest_first().paginate(db, size);
    Ok((pages.fetch_page(page).await?, pages.num_pages().await?))
}

/// At most so many rounds that somebody sees, in one of `states` where there are any, newest
/// first, those after `after`: the RSO sees all, a centre those that have been opened, a member
/// those that have been opened and invite it.
pub async fn rounds_within(
    db: &impl ConnectionTrait,
    scope: DemandScope,
    states: &[RoundState],
    (after, most): (Option<(DateTime<Utc>, RoundId)>, u64),
) -> Result<Vec<Round>> {
    let mut wanted = newest_first().limit(most);
    if !matches!(scope, DemandScope::Region(_)) {
        wanted = wanted.filter(Column::State.ne(RoundState::Draft));
    }
    if let DemandScope::State(state) = scope {
        wanted = wanted.filter(Column::Id.in_subquery(inviting(state)));
    }
    if !states.is_empty() {
        wanted = wanted.filter(Column::State.is_in(states.iter().copied()));
    }
    if let Some((opens_at, id)) = after {
        let together = Condition::all().add(Column::OpensAt.eq(opens_at)).add(Column::Id.lt(id));
        wanted = wanted.filter(Condition::any().add(Column::OpensAt.lt(opens_at)).add(together));
    }
    Ok(wanted.all(db).await?)
}

/// The ids of the rounds to which a member is invited.
fn inviting(state: StateScope) -> SelectStatement {
    invitation::Entity::find()
        .select_only()
        .column(invitation::Column::RoundId)
        .filter(invitation::Column::MemberId.eq(state.id()))
        .into_query()
}

/// The rounds that a member sees: those to which it is invited, once opened; newest first.
pub async fn rounds_of(db: &impl ConnectionTrait, state: StateScope) -> Result<Vec<Round>> {
    Ok(newest_first()
        .filter(Column::Id.in_subquery(inviting(state)))
        .filter(Column::State.ne(RoundState::Draft))
        .limit(MOST_ROUNDS)
        .all(db)
        .await?)
}

/// The round of this id.
pub async fn round(db: &impl ConnectionTrait, id: RoundId) -> Result<Option<Round>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Holds a round in its state until the transaction ends, so that nothing is sent to it while it
/// closes. There is one writer on `SQLite`, who holds everything.
pub async fn hold(tx: &Transaction, id: RoundId) -> Result<()> {
    Entity::find_by_id(id).lock_shared().one(tx).await?;
    Ok(())
}

/// The rounds that were opened and not closed yet, the next to close first.
pub async fn open_rounds(db: &impl ConnectionTrait) -> Result<Vec<Round>> {
    let open = Entity::find().filter(Column::State.eq(RoundState::Open));
    Ok(open.order_by_asc(Column::ClosesAt).limit(MOST_ROUNDS).all(db).await?)
}

/// The newest round to which some member has answered.
pub async fn latest_with_answers(db: &impl ConnectionTrait) -> Result<Option<Round>> {
    let answered = super::sheets::rounds_answered();
    Ok(newest_first().filter(Column::Id.in_subquery(answered)).one(db).await?)
}

/// The codes of the course types that a round covers, in no order.
pub async fn course_types_of(db: &impl ConnectionTrait, round: RoundId) -> Result<Vec<String>> {
    Ok(covered::Entity::find()
        .select_only()
        .column(covered::Column::CourseType)
        .filter(covered::COLUMN.round_id.eq(round))
        .into_tuple()
        .all(db)
        .await?)
}

/// How many course types each of these rounds covers.
pub(super) async fn types_covered(
    db: &impl ConnectionTrait,
    rounds: impl Iterator<Item = RoundId>,
) -> Result<Vec<(RoundId, i64)>> {
    Ok(covered::Entity::find()
        .select_only()
        .column(covered::Column::RoundId)
        .column_as(covered::Column::CourseType.count(), "types")
        .filter(covered::Column::RoundId.is_in(rounds))
        .group_by(covered::Column::RoundId)
        .into_tuple()
        .all(db)
        .await?)
}

/// The members that a round invites, in no order.
pub async fn members_of(db: &impl ConnectionTrait, round: RoundId) -> Result<Vec<OrganisationId>> {
    Ok(invitation::Entity::find()
        .select_only()
        .column(invitation::Column::MemberId)
        .filter(invitation::Column::RoundId.eq(round))
        .into_tuple()
        .all(db)
        .await?)
}

/// The round, if it invites this member and has been opened.
pub async fn invited(
    db: &impl ConnectionTrait,
    state: StateScope,
    id: RoundId,
) -> Result<Option<Round>> {
    let Some(round) = round(db, id).await? else { return Ok(None) };
    let invitation = invitation::Entity::find_by_id((id, state.id())).one(db).await?;
    Ok(Some(round).filter(|round| invitation.is_some() && round.state != RoundState::Draft))
}

/// Whether another round has this title.
pub async fn title_is_taken(db: &impl ConnectionTrait, id: RoundId, title: &str) -> Result<bool> {
    let other = Entity::find().filter(COLUMN.title.eq(title)).filter(Column::Id.ne(id));
    Ok(other.one(db).await?.is_some())
}

/// How many members a round invites, and how many of them have answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoundCount {
    /// Members invited.
    pub invited: i64,
    /// Members that have answered, with nominations or with "no needs".
    pub answered: i64,
}

/// The counts of each of these rounds.
pub async fn counts(
    db: &impl ConnectionTrait,
    region: RegionScope,
    rounds: &[RoundId],
) -> Result<Vec<(RoundId, RoundCount)>> {
    let invited: Vec<(RoundId, i64)> = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::RoundId)
        .column_as(invitation::Column::MemberId.count(), "members")
        .filter(invitation::Column::RoundId.is_in(rounds.iter().copied()))
        .group_by(invitation::Column::RoundId)
        .into_tuple()
        .all(db)
        .await?;
    let answered = super::sheets::answers_of(db, region, rounds).await?;
    let count = |(round, invited)| {
        let answers = answered.iter().find(|(id, _)| *id == round);
        (round, RoundCount { invited, answered: answers.map_or(0, |(_, count)| *count) })
    };
    Ok(invited.into_iter().map(count).collect())
}

/// Writes a round as a draft: adds it, or puts it over what is there.
pub async fn save_round(
    tx: &Transaction,
    (id, revision): (RoundId, i32),
    new: &NewRound,
    by: super::By,
) -> Result<()> {
    let row = entity::ActiveModel {
        id: Set(id),
        title: Set(new.title.clone()),
        horizon_start: Set(new.horizon.0),
        horizon_end: Set(new.horizon.1),
        opens_at: Set(new.opens_at),
        closes_at: Set(new.closes_at),
        grace_days: Set(new.grace_days.into()),
        minimum_cell: Set(new.minimum_cell.into()),
        state: Set(RoundState::Draft),
        revision: Set(revision + 1),
        sample: Set(new.sample),
        created_at: Set(by.at),
        created_by: Set(by.account),
        opened_at: Set(None),
        opened_by: Set(None),
        closed_at: Set(None),
        closed_by: Set(None),
    };
    if revision == 0 {
        Entity::insert(row).exec_without_returning(tx).await?;
    } else {
        let (created_at, created_by) = (sea_orm::NotSet, sea_orm::NotSet);
        let row = entity::ActiveModel { created_at, created_by, ..row };
        Entity::update(row).exec(tx).await?;
    }
    scope_round(tx, id, new).await
}

/// Puts course types and members in the place of those that a round had.
async fn scope_round(tx: &Transaction, round: RoundId, new: &NewRound) -> Result<()> {
    let former = covered::Entity::delete_many().filter(covered::COLUMN.round_id.eq(round));
    former.exec(tx).await?;
    let former = invitation::Entity::delete_many().filter(invitation::Column::RoundId.eq(round));
    former.exec(tx).await?;
    let types = new
        .course_types
        .iter()
        .map(|code| covered::ActiveModel { round_id: Set(round), course_type: Set(code.clone()) });
    covered::Entity::insert_many(types).exec_without_returning(tx).await?;
    let members = new
        .members
        .iter()
        .map(|member| invitation::ActiveModel { round_id: Set(round), member_id: Set(*member) });
    invitation::Entity::insert_many(members).exec_without_returning(tx).await?;
    Ok(())
}

/// Takes a round to `Open` or `Closed`, unless somebody did meanwhile; answers whether it moved.
pub async fn set_state(
    tx: &Transaction,
    round: &Round,
    next: RoundState,
    by: super::By,
) -> Result<bool> {
    let (at, who) = match next {
        RoundState::Open => (Column::OpenedAt, Column::OpenedBy),
        _ => (Column::ClosedAt, Column::ClosedBy),
    };
    let opens_at =
        if next == RoundState::Open { round.opens_at.min(by.at) } else { round.opens_at };
    let moved = Entity::update_many()
        .col_expr(Column::State, Expr::value(next.as_str()))
        .col_expr(Column::OpensAt, Expr::value(opens_at))
        .col_expr(at, Expr::value(by.at))
        .col_expr(who, Expr::value(by.account.map(|account| account.0)))
        .col_expr(Column::Revision, Expr::value(round.revision + 1))
        .filter(Column::Id.eq(round.id))
        .filter(Column::State.eq(round.state))
        .exec(tx)
        .await?;
    Ok(moved.rows_affected == 1)
}
