//! What became of each course nomination: who, when, why.
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};

use super::nominations::By;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::CourseNominationId;
use crate::course_nominations::rules::NominationState;
use crate::identity::StateScope;

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, CourseNominationId};
    use crate::course_nominations::rules::NominationState;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_nomination_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub nomination_id: CourseNominationId,
        pub state: NominationState,
        pub at: DateTimeUtc,
        pub by: Option<AccountId>,
        #[sea_orm(column_type = "Text", nullable)]
        pub reason: Option<String>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as NominationEvent;
use entity::{Column, Entity};

/// A step in the history of a nomination.
#[derive(Clone, Debug)]
pub struct Step {
    /// The nomination.
    pub nomination: CourseNominationId,
    /// The state that it entered.
    pub state: NominationState,
    /// Why, where a reason was given.
    pub reason: Option<String>,
}

impl Step {
    /// Submitted, for the first time or changed.
    pub fn submitted(nomination: CourseNominationId) -> Self {
        Self { nomination, state: NominationState::Submitted, reason: None }
    }
}

/// Notes steps.
pub async fn note(tx: &Transaction, steps: Vec<Step>, by: By) -> Result<()> {
    let rows = steps.into_iter().map(|step| entity::ActiveModel {
        id: Set(CourseNominationId::new().0),
        nomination_id: Set(step.nomination),
        state: Set(step.state),
        at: Set(by.at),
        by: Set(by.account),
        reason: Set(step.reason),
    });
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// The history of a member's nominations, oldest step first.
pub async fn events_of(
    db: &impl ConnectionTrait,
    state: StateScope,
    nominations: &[CourseNominationId],
) -> Result<Vec<NominationEvent>> {
    use super::nominations::entity as nomination;
    use sea_orm::{QuerySelect, QueryTrait};
    let own = nomination::Entity::find()
        .select_only()
        .column(nomination::Column::Id)
        .filter(nomination::Column::MemberId.eq(state.id()))
        .filter(nomination::Column::Id.is_in(nominations.iter().copied()))
        .into_query();
    let events = Entity::find().filter(Column::NominationId.in_subquery(own));
    Ok(events.order_by_asc(Column::At).order_by_asc(Column::Id).all(db).await?)
}
