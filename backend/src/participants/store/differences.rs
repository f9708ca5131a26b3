//! What is kept of nominations, compared with their steps.
use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::entities::{Nomination, nomination, step};
use crate::base::error::Result;
use crate::base::ids::ParticipantNominationId;

/// How many nominations are looked at in one go.
const TOGETHER: u64 = 500;

/// Every nomination that does not stand where its steps lead, or whose steps do not follow one
/// another.
pub async fn differences(db: &impl ConnectionTrait) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut after: Option<ParticipantNominationId> = None;
    loop {
        let mut page = nomination::Entity::find().order_by_asc(nomination::Column::Id);
        if let Some(after) = after {
            page = page.filter(nomination::Column::Id.gt(after));
        }
        let page = page.limit(TOGETHER).all(db).await?;
        let ids = page.iter().map(|one| one.id);
        let steps = step::Entity::find()
            .filter(step::Column::NominationId.is_in(ids))
            .order_by_asc(step::Column::NominationId)
            .order_by_asc(step::Column::Number)
            .all(db)
            .await?;
        let mut by_id: HashMap<_, Vec<step::Model>> = HashMap::new();
        for step in steps {
            by_id.entry(step.nomination_id).or_default().push(step);
        }
        for one in &page {
            let steps = by_id.remove(&one.id).unwrap_or_default();
            let faults = faults(one, &steps);
            found.extend(faults.map(|what| format!("participant nomination {} {what}", one.id)));
        }
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.id);
    }
}

fn faults(one: &Nomination, steps: &[step::Model]) -> impl Iterator<Item = &'static str> {
    let stands = steps.last().is_some_and(|last| {
        last.state == one.state && last.why == one.why && last.number == one.revision
    });
    let follows = steps
        .windows(2)
        .all(|pair| pair[0].state.may_become(pair[1].state) && pair[0].number < pair[1].number);
    let sent = one.state.is_with_centre() && one.approved_at.is_none();
    let checks = [
        (stands, "does not stand where its last step leads"),
        (follows, "has steps that do not follow one another"),
        (one.open == one.state.is_open(), "is open, or not, against its state"),
        (!sent, "is with its centre and was never sent"),
        (one.approved_at.is_none() || one.notice_version.is_some(), "was sent without a notice"),
    ];
    checks.into_iter().filter(|(holds, _)| !holds).map(|(_, what)| what)
}
