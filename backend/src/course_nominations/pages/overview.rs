//! The rounds of a member: what is open, and what became of what was asked.
use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::rows::asked_for;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::{AccountId, RoundId};
use crate::base::page::Frame;
use crate::catalogue;
use crate::course_nominations::rules::{NominationState, Standing, Taking};
use crate::course_nominations::store::{
    self, Filter, NominationEvent, NominationRow, Round, SheetStatus,
};
use crate::identity::{self, Role, StateStaff};

#[derive(Template)]
#[template(path = "pages/course_nominations/overview.html")]
struct OverviewPage<'a> {
    frame: &'a Frame,
    member: &'a str,
    open: Vec<OpenRound>,
    rounds: Vec<Round>,
    shown: Option<Shown>,
    /// Whether the reader may fill and send.
    writes: bool,
}

impl OpenRound {
    fn verb(&self) -> &'static str {
        match self.status.standing {
            Standing::Silent => "overview-start",
            Standing::Draft => "overview-continue",
            Standing::Submitted | Standing::Changed | Standing::NoNeeds => "overview-change",
        }
    }
}

/// A round that takes answers.
struct OpenRound {
    status: SheetStatus,
    accepts: bool,
    deadline: Message,
}

/// The nominations of one round.
struct Shown {
    round: Round,
    standing: Standing,
    sent_at: Option<DateTime<Utc>>,
    rows: Vec<Told>,
    accepts: bool,
}

/// One nomination with its history.
struct Told {
    row: NominationRow,
    name: String,
    asked: Message,
    steps: Vec<(NominationEvent, Option<String>)>,
}

impl Told {
    fn may_be_withdrawn(&self) -> bool {
        self.row.state.may_become(NominationState::Withdrawn)
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    round: Option<RoundId>,
}

pub(super) async fn show(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let now = app.clock.now();
    let rounds = store::rounds_of(&app.db, by.state()).await?;
    let statuses = store::sheet_status(&app.db, by.state()).await?;
    let open = statuses.into_iter().map(|status| open_round(&frame, status, now)).collect();
    let writes = matches!(by.capacity().role(), Role::FocalPoint | Role::DeputyFocalPoint);
    let shown = shown(&app, &by, (&rounds, asked.round), now).await?;
    let member = &by.capacity().organisation().name;
    let page = OverviewPage { frame: &frame, member, open, rounds, shown, writes };
    Ok(frame.page(&page)?.into_response())
}

fn open_round(frame: &Frame, status: SheetStatus, now: DateTime<Utc>) -> OpenRound {
    let taking = status.round.taking(now);
    let (key, at) = match taking {
        Taking::Open => ("strip-closes", status.round.closes_at),
        Taking::Late => ("strip-late", status.round.last_moment()),
        _ => ("strip-closed", status.round.last_moment()),
    };
    let deadline = Message::new(key).with("when", frame.reader.deadline(at));
    OpenRound { accepts: taking.accepts(), deadline, status }
}

/// The round that was asked for, or else the newest to which the member has sent something.
async fn shown(
    app: &App,
    by: &StateStaff,
    (rounds, wanted): (&[Round], Option<RoundId>),
    now: DateTime<Utc>,
) -> Result<Option<Shown>> {
    let sheets = store::sheets_of(&app.db, by.state()).await?;
    let sent =
        |round: &&Round| sheets.get(&round.id).is_some_and(|sheet| sheet.standing().is_answer());
    let found = match wanted {
        Some(id) => {
            let own = rounds.iter().find(|round| round.id == id);
            Some(own.ok_or(Error::NotFound)?)
        }
        None => rounds.iter().find(sent),
    };
    let Some(round) = found.cloned() else { return Ok(None) };
    let sheet = sheets.get(&round.id);
    let nominations =
        store::nominations_of_state(&app.db, by.state(), round.id, &Filter::default()).await?;
    let rows = with_history(app, by, nominations).await?;
    Ok(Some(Shown {
        standing: sheet.map_or(Standing::Silent, store::Sheet::standing),
        sent_at: sheet.and_then(|sheet| sheet.submitted_at),
        accepts: round.taking(now).accepts(),
        round,
        rows,
    }))
}

async fn with_history(
    app: &App,
    by: &StateStaff,
    nominations: Vec<NominationRow>,
) -> Result<Vec<Told>> {
    let ids: Vec<_> = nominations.iter().map(|row| row.id).collect();
    let events = store::events_of(&app.db, by.state(), &ids).await?;
    let mut accounts: Vec<AccountId> = events.iter().filter_map(|event| event.by).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let people = identity::names_of(&app.db, &accounts).await?;
    let types = catalogue::course_types(&app.db).await?;
    let names: HashMap<&str, &str> =
        types.iter().map(|known| (known.code.as_str(), known.name.as_str())).collect();
    let mut steps: HashMap<_, Vec<_>> = HashMap::new();
    for event in events {
        let who = event.by.and_then(|account| people.get(&account).cloned());
        steps.entry(event.nomination_id).or_default().push((event, who));
    }
    let shown = |row: NominationRow| {
        let code = row.course_type.as_deref();
        let name = code.map(|code| names.get(code).copied().unwrap_or(code).to_owned());
        Told {
            name: name.or_else(|| row.new_course.clone()).unwrap_or_default(),
            asked: asked_for(row.frequency.label(), row.level.label(), row.participants.into()),
            steps: steps.remove(&row.id).unwrap_or_default(),
            row,
        }
    };
    Ok(nominations.into_iter().map(shown).collect())
}
