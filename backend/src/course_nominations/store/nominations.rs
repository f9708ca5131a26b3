//! Course nominations as rows; written only together with their history and the demand.
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::history::{Step, note};
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{AccountId, CourseNominationId, OrganisationId, RoundId};
use crate::course_nominations::rules::{About, Changes, Need, NominationState, Quarters};
use crate::identity::StateScope;

pub(super) mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseId, CourseNominationId, OrganisationId, RoundId};
    use crate::course_nominations::rules::{Frequency, Level, Mode, NominationState, Urgency};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_nomination")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: CourseNominationId,
        pub round_id: RoundId,
        pub member_id: OrganisationId,
        pub line: String,
        pub course_type: Option<String>,
        pub course_id: Option<CourseId>,
        #[sea_orm(column_type = "Text", nullable)]
        pub new_course: Option<String>,
        pub frequency: Frequency,
        pub level: Level,
        pub participants: i32,
        pub deliveries: i32,
        pub places: i32,
        pub priority: i32,
        pub urgency: Urgency,
        pub language: String,
        pub mode: Mode,
        pub quarters: String,
        pub can_host: bool,
        #[sea_orm(column_type = "Text")]
        pub justification: String,
        pub state: NominationState,
        pub submitted_at: DateTimeUtc,
        pub submitted_by: Option<AccountId>,
        pub changed_at: DateTimeUtc,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Nomination;
use entity::{Column, Entity};

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    /// The account; none for the operator at the console.
    pub account: Option<AccountId>,
    /// When.
    pub at: DateTime<Utc>,
}

impl Nomination {
    /// The need that it states.
    pub fn need(&self) -> Need {
        let about = match (&self.course_type, &self.new_course) {
            (Some(code), _) => About::Type(code.clone()),
            (None, title) => About::New(title.clone().unwrap_or_default()),
        };
        Need {
            line: self.line.clone(),
            about,
            course: self.course_id,
            frequency: self.frequency,
            level: self.level,
            participants: u16::try_from(self.participants).unwrap_or_default(),
            rank: u16::try_from(self.priority).unwrap_or_default(),
            urgency: self.urgency,
            language: self.language.clone(),
            mode: self.mode,
            quarters: Quarters::of(&self.quarters),
            can_host: self.can_host,
            reason: self.justification.clone(),
        }
    }
}

/// The nomination of this id, if it is the member's own.
pub async fn nomination(
    db: &impl ConnectionTrait,
    state: StateScope,
    id: CourseNominationId,
) -> Result<Option<Nomination>> {
    let own = Entity::find_by_id(id).filter(Column::MemberId.eq(state.id()));
    Ok(own.one(db).await?)
}

/// The nominations of a member in a round that are not withdrawn, by rank.
pub async fn standing_of(
    db: &impl ConnectionTrait,
    state: StateScope,
    round: RoundId,
) -> Result<Vec<Nomination>> {
    Ok(Entity::find()
        .filter(Column::RoundId.eq(round))
        .filter(Column::MemberId.eq(state.id()))
        .filter(Column::State.ne(NominationState::Withdrawn))
        .order_by_asc(Column::Priority)
        .all(db)
        .await?)
}

/// Adds what is asked for the first time, with the first step of its history.
pub async fn submit_new(
    tx: &Transaction,
    state: StateScope,
    (round, months): (RoundId, u32),
    changes: &Changes,
    by: By,
) -> Result<()> {
    if changes.new.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> =
        changes.new.iter().map(|need| new_row(state.id(), (round, months), need, by)).collect();
    let steps: Vec<_> = rows.iter().map(|row| Step::submitted(*row.id.as_ref())).collect();
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    note(tx, steps, by).await
}

fn new_row(
    member: OrganisationId,
    (round, months): (RoundId, u32),
    need: &Need,
    by: By,
) -> entity::ActiveModel {
    entity::ActiveModel {
        id: Set(CourseNominationId::new()),
        round_id: Set(round),
        member_id: Set(member),
        submitted_by: Set(by.account),
        submitted_at: Set(by.at),
        ..content(need, months, by)
    }
}

fn content(need: &Need, months: u32, by: By) -> entity::ActiveModel {
    let (course_type, new_course) = match &need.about {
        About::Type(code) => (Some(code.clone()), None),
        About::New(title) => (None, Some(title.clone())),
    };
    let figure = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    entity::ActiveModel {
        line: Set(need.line.clone()),
        course_type: Set(course_type),
        course_id: Set(need.course),
        new_course: Set(new_course),
        frequency: Set(need.frequency),
        level: Set(need.level),
        participants: Set(need.participants.into()),
        deliveries: Set(figure(need.deliveries(months))),
        places: Set(figure(need.places(months))),
        priority: Set(need.rank.into()),
        urgency: Set(need.urgency),
        language: Set(need.language.clone()),
        mode: Set(need.mode),
        quarters: Set(need.quarters.as_text()),
        can_host: Set(need.can_host),
        justification: Set(need.reason.clone()),
        state: Set(NominationState::Submitted),
        changed_at: Set(by.at),
        ..Default::default()
    }
}

/// Writes what is asked for differently, with a further step of its history.
pub async fn submit_changed(
    tx: &Transaction,
    state: StateScope,
    months: u32,
    changes: &Changes,
    by: By,
) -> Result<()> {
    if changes.changed.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = changes.changed.iter().map(|(id, ..)| *id).collect();
    // Ranks may have changed places: free them all before any is taken.
    Entity::update_many()
        .col_expr(Column::Priority, Expr::col(Column::Priority).mul(-1))
        .filter(Column::MemberId.eq(state.id()))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    for (id, _, need) in &changes.changed {
        let own = Column::MemberId.eq(state.id()).and(Column::Id.eq(*id));
        Entity::update_many().set(content(need, months, by)).filter(own).exec(tx).await?;
    }
    note(tx, ids.into_iter().map(Step::submitted).collect(), by).await
}

/// Withdraws nominations of a member, with the last step of their history.
pub async fn withdraw(
    tx: &Transaction,
    state: StateScope,
    ids: &[CourseNominationId],
    (reason, by): (Option<&str>, By),
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(NominationState::Withdrawn.as_str()))
        .col_expr(Column::ChangedAt, Expr::value(by.at))
        .filter(Column::MemberId.eq(state.id()))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(tx)
        .await?;
    let step = |id: &CourseNominationId| Step {
        nomination: *id,
        state: NominationState::Withdrawn,
        reason: reason.map(str::to_owned),
    };
    note(tx, ids.iter().map(step).collect(), by).await
}
