//! Course nominations for programs.
use std::collections::HashMap;

use axum::extract::State;

use super::nomination_shapes::NominationOut;
use crate::base::App;
use crate::base::api::{Asked, Items, Paging};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::{OrganisationId, RoundId};
use crate::catalogue;
use crate::course_nominations::rules::{Level, Quarter, RoundState};
use crate::course_nominations::store::{self, Mark, NominationRow, Topic, Wanted};
use crate::identity::{DemandReader, DemandScope};
use crate::organisations;

/// What a nomination of the list is found by: its member, and its rank in the member's list.
type Key = (OrganisationId, i32);

struct Filters {
    members: Vec<String>,
    course_types: Vec<String>,
    level: Option<Level>,
    quarter: Option<Quarter>,
}

/// The nominations of a round that are the organisation's to see.
pub async fn list(
    by: DemandReader,
    State(app): State<App>,
    Path(id): Path<RoundId>,
    asked: Asked,
) -> Result<Json<Items<NominationOut>>> {
    let (filters, paging) = wanted(asked)?;
    let round = store::round(&app.db, id).await?.ok_or(Error::NotFound)?;
    let invited = store::members_of(&app.db, id).await?;
    let is_own = match by.scope() {
        DemandScope::Region(_) => true,
        DemandScope::Centre(_) => round.state != RoundState::Draft,
        DemandScope::State(state) => {
            round.state != RoundState::Draft && invited.contains(&state.id())
        }
    };
    if !is_own {
        return Err(Error::NotFound);
    }
    let codes = codes_of(&app, &invited).await?;
    let chosen = |code: &String| filters.members.is_empty() || filters.members.contains(code);
    let members = codes.iter().filter(|(_, code)| chosen(code)).map(|(id, _)| *id).collect();
    let wanted = Wanted {
        members,
        topic: topic(&app, by.scope(), filters.course_types).await?,
        level: filters.level,
        quarter: filters.quarter,
        after: paging.after().map(|(member, rank)| Mark { member: *member, rank: *rank }),
        limit: paging.rows(),
    };
    let rows = store::behind(&app.db, by.scope(), id, &wanted).await?;
    let key = |row: &NominationRow| (row.member, row.rank);
    let item = |row: NominationRow| NominationOut::of(row, &codes);
    paging.page(&app, rows, (key, item)).map(Json)
}

fn wanted(mut asked: Asked) -> Result<(Filters, Paging<Key>)> {
    let filters = Filters {
        members: asked.codes("member"),
        course_types: asked.codes("course_type"),
        level: asked.choice("level", Level::of),
        quarter: asked.choice("quarter", Quarter::of),
    };
    let paging = asked.paging("nominations");
    asked.done(paging.map(|paging| (filters, paging)))
}

async fn codes_of(
    app: &App,
    members: &[OrganisationId],
) -> Result<HashMap<OrganisationId, String>> {
    let found = organisations::by_ids(&app.db, members).await?;
    Ok(found.into_iter().map(|member| (member.id, member.code)).collect())
}

async fn topic(app: &App, scope: DemandScope, types: Vec<String>) -> Result<Topic> {
    let DemandScope::Centre(centre) = scope else {
        return Ok(if types.is_empty() { Topic::Everything } else { Topic::Types(types) });
    };
    let mut own = catalogue::types_published_by(&app.db, centre).await?;
    own.retain(|code| types.is_empty() || types.contains(code));
    Ok(Topic::Types(own))
}
