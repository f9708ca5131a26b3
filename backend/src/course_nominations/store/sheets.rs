//! Sheets: each member's answers to a round, as typed and as sent.
use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};

use super::By;
use super::rounds::{Round, members_of, rounds_of};
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AccountId, OrganisationId, RoundId, SheetId};
use crate::course_nominations::rules::{Answers, RoundState, Standing};
use crate::identity::{RegionScope, StateScope};

mod entity {
    #![expect(missing_docs, reason = "the columns are named after what they hold")]
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{AccountId, OrganisationId, RoundId, SheetId};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sheet")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SheetId,
        pub round_id: RoundId,
        pub member_id: OrganisationId,
        pub state: super::SheetState,
        pub revision: i32,
        #[sea_orm(column_type = "Text")]
        pub answers: String,
        pub saved_at: DateTimeUtc,
        pub saved_by: Option<AccountId>,
        pub submissions: i32,
        pub submitted_revision: Option<i32>,
        pub submitted_at: Option<DateTimeUtc>,
        pub submitted_by: Option<AccountId>,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
pub use entity::Model as Sheet;
use entity::{Column, Entity};

/// What a member has sent of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum SheetState {
    /// Nothing yet.
    Draft,
    /// Nominations.
    Submitted,
    /// "No needs".
    NoNeeds,
}

impl Sheet {
    /// The answers as typed.
    pub fn typed(&self) -> Result<Answers> {
        serde_json::from_str(&self.answers).map_err(|error| Error::Internal(error.into()))
    }

    /// Where it stands.
    pub fn standing(&self) -> Standing {
        let unchanged = self.submitted_revision == Some(self.revision);
        match self.state {
            SheetState::Draft => Standing::Draft,
            SheetState::Submitted if unchanged => Standing::Submitted,
            SheetState::NoNeeds if unchanged => Standing::NoNeeds,
            SheetState::Submitted | SheetState::NoNeeds => Standing::Changed,
        }
    }
}

/// The sheet of a member for a round.
pub async fn sheet(
    db: &impl ConnectionTrait,
    state: StateScope,
    round: RoundId,
) -> Result<Option<Sheet>> {
    let own = Entity::find().filter(Column::MemberId.eq(state.id()));
    Ok(own.filter(Column::RoundId.eq(round)).one(db).await?)
}

/// The sheets of a member by round.
pub async fn sheets_of(
    db: &impl ConnectionTrait,
    state: StateScope,
) -> Result<HashMap<RoundId, Sheet>> {
    let own = Entity::find().filter(Column::MemberId.eq(state.id())).all(db).await?;
    Ok(own.into_iter().map(|sheet| (sheet.round_id, sheet)).collect())
}

/// A sheet to be saved over the revision that its editor saw (0: there was none).
#[derive(Clone, Copy, Debug)]
pub struct Saving<'a> {
    /// The round.
    pub round: RoundId,
    /// The revision seen.
    pub revision: i32,
    /// The answers as typed.
    pub answers: &'a Answers,
}

/// Saves a sheet; none where somebody saved another revision meanwhile, else the new revision.
pub async fn save_sheet(
    tx: &Transaction,
    state: StateScope,
    saving: Saving<'_>,
    by: By,
) -> Result<Option<i32>> {
    let answers = serde_json::to_string(saving.answers).map_err(anyhow::Error::from)?;
    let revision = saving.revision + 1;
    if saving.revision == 0 {
        return add_sheet(tx, state, saving.round, answers, by).await;
    }
    let saved = Entity::update_many()
        .col_expr(Column::Answers, Expr::value(answers))
        .col_expr(Column::Revision, Expr::value(revision))
        .col_expr(Column::SavedAt, Expr::value(by.at))
        .col_expr(Column::SavedBy, Expr::value(by.account.map(|account| account.0)))
        .filter(Column::MemberId.eq(state.id()))
        .filter(Column::RoundId.eq(saving.round))
        .filter(Column::Revision.eq(saving.revision))
        .exec(tx)
        .await?;
    Ok((saved.rows_affected == 1).then_some(revision))
}

async fn add_sheet(
    tx: &Transaction,
    state: StateScope,
    round: RoundId,
    answers: String,
    by: By,
) -> Result<Option<i32>> {
    let row = entity::ActiveModel {
        id: Set(SheetId::new()),
        round_id: Set(round),
        member_id: Set(state.id()),
        state: Set(SheetState::Draft),
        revision: Set(1),
        answers: Set(answers),
        saved_at: Set(by.at),
        saved_by: Set(by.account),
        submissions: Set(0),
        submitted_revision: Set(None),
        submitted_at: Set(None),
        submitted_by: Set(None),
    };
    let once = sea_orm::sea_query::OnConflict::columns([Column::RoundId, Column::MemberId])
        .do_nothing()
        .to_owned();
    let added = Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    Ok((added == 1).then_some(1))
}

/// Notes that a sheet was sent, and which revision of it; answers the number of the submission,
/// or none where somebody saved another revision meanwhile.
pub async fn submit_sheet(
    tx: &Transaction,
    sheet: &Sheet,
    (sent, revision): (SheetState, Option<i32>),
    by: By,
) -> Result<Option<i32>> {
    let number = sheet.submissions + 1;
    let submitted = Entity::update_many()
        .col_expr(Column::State, Expr::value(sea_orm::ActiveEnum::to_value(&sent)))
        .col_expr(Column::Submissions, Expr::value(number))
        .col_expr(Column::SubmittedRevision, Expr::value(revision))
        .col_expr(Column::SubmittedAt, Expr::value(by.at))
        .col_expr(Column::SubmittedBy, Expr::value(by.account.map(|account| account.0)))
        .filter(Column::Id.eq(sheet.id))
        .filter(Column::Revision.eq(sheet.revision))
        .filter(Column::Submissions.eq(sheet.submissions))
        .exec(tx)
        .await?;
    Ok((submitted.rows_affected == 1).then_some(number))
}

/// What one member has answered to a round.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The member.
    pub member: OrganisationId,
    /// Where its sheet stands.
    pub state: Standing,
    /// When it was sent last.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Who sent it.
    pub submitted_by: Option<AccountId>,
}

/// What each member that a round invites has answered, in no order.
pub async fn responses(
    db: &impl ConnectionTrait,
    _: RegionScope,
    round: RoundId,
) -> Result<Vec<Answer>> {
    type Sent = (OrganisationId, SheetState, Option<DateTime<Utc>>, Option<AccountId>);
    let sheets: Vec<Sent> = Entity::find()
        .select_only()
        .columns([Column::MemberId, Column::State, Column::SubmittedAt, Column::SubmittedBy])
        .filter(Column::RoundId.eq(round))
        .into_tuple()
        .all(db)
        .await?;
    let sheets: HashMap<_, _> = sheets.into_iter().map(|sent| (sent.0, sent)).collect();
    let answer = |member| match sheets.get(&member) {
        None => Answer { member, state: Standing::Silent, submitted_at: None, submitted_by: None },
        Some(&(_, state, submitted_at, submitted_by)) => {
            Answer { member, state: seen_by_others(state), submitted_at, submitted_by }
        }
    };
    Ok(members_of(db, round).await?.into_iter().map(answer).collect())
}

/// That a sheet was changed since is for the member to know; others read what was sent.
fn seen_by_others(state: SheetState) -> Standing {
    match state {
        SheetState::Draft => Standing::Draft,
        SheetState::Submitted => Standing::Submitted,
        SheetState::NoNeeds => Standing::NoNeeds,
    }
}

/// Rounds to which some member has answered.
pub(super) fn rounds_answered() -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::RoundId)
        .filter(Column::State.ne(SheetState::Draft))
        .into_query()
}

/// How many members have answered each of these rounds.
pub(super) async fn answers_of(
    db: &impl ConnectionTrait,
    _: RegionScope,
    rounds: &[RoundId],
) -> Result<Vec<(RoundId, i64)>> {
    Ok(Entity::find()
        .select_only()
        .column(Column::RoundId)
        .column_as(Column::Id.count(), "answers")
        .filter(Column::RoundId.is_in(rounds.iter().copied()))
        .filter(Column::State.ne(SheetState::Draft))
        .group_by(Column::RoundId)
        .into_tuple()
        .all(db)
        .await?)
}

/// Where a member's sheet for an open round stands.
#[derive(Clone, Debug)]
pub struct SheetStatus {
    /// The round, with its deadline.
    pub round: Round,
    /// The member's sheet, once something was saved.
    pub sheet: Option<Sheet>,
    /// Where it stands.
    pub standing: Standing,
    /// How many course types are answered, and how many there are.
    pub progress: (usize, usize),
}

/// Where a member's sheets for the open rounds stand, the next to close first.
pub async fn sheet_status(
    db: &impl ConnectionTrait,
    state: StateScope,
) -> Result<Vec<SheetStatus>> {
    let mut rounds = rounds_of(db, state).await?;
    rounds.retain(|round| round.state == RoundState::Open);
    rounds.sort_by_key(|round| round.closes_at);
    let mut sheets = sheets_of(db, state).await?;
    let types = types_covered(db, &rounds).await?;
    rounds
        .into_iter()
        .map(|round| {
            let sheet = sheets.remove(&round.id);
            let answered = match &sheet {
                Some(sheet) => sheet.typed()?.progress().0,
                None => 0,
            };
            let standing = sheet.as_ref().map_or(Standing::Silent, Sheet::standing);
            let total = types.get(&round.id).copied().unwrap_or_default();
            Ok(SheetStatus { round, sheet, standing, progress: (answered, total) })
        })
        .collect()
}

async fn types_covered(
    db: &impl ConnectionTrait,
    rounds: &[Round],
) -> Result<HashMap<RoundId, usize>> {
    let ids = rounds.iter().map(|round| round.id);
    let counted = super::rounds::types_covered(db, ids).await?;
    Ok(counted
        .into_iter()
        .map(|(round, count)| (round, usize::try_from(count).unwrap_or_default()))
        .collect())
}
