//! Before a sheet is sent: what will be sent and who will be told. After: the receipt.
use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::rows::{about, asked_for};
use super::strip::Strip;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::RoundId;
use crate::base::mailer::Trouble;
use crate::base::outbox::EmailState;
use crate::base::page::Frame;
use crate::course_nominations::actions::{self, Sending};
use crate::course_nominations::emails;
use crate::course_nominations::rules::{Changes, Need, Standing, changes};
use crate::course_nominations::store::{self, Desk};
use crate::identity::{self, FocalPoint};
use crate::{notifications, organisations};

#[derive(Template)]
#[template(path = "pages/course_nominations/submission.html")]
struct SubmissionPage<'a> {
    frame: &'a Frame,
    desk: &'a Desk,
    strip: Strip,
    member: &'a str,
    needs: Vec<Asked<'a>>,
    /// What is no longer asked for.
    dropped: Vec<String>,
    deliveries: u32,
    places: u32,
    told: Told,
    /// Who sent it, where this is the receipt.
    sent_by: Option<String>,
    /// What is not yet with those who are to be told, where this is the receipt.
    news: Vec<Message>,
    stage: Stage,
}

impl SubmissionPage<'_> {
    fn title(&self) -> &'static str {
        match self.stage {
            Stage::Check | Stage::Meanwhile => "submission-title",
            Stage::CheckNoNeeds | Stage::MeanwhileNoNeeds => "no-needs-title",
            Stage::Receipt => "receipt-title",
            Stage::ReceiptNoNeeds => "no-needs-receipt-title",
        }
    }

    fn is_receipt(&self) -> bool {
        self.stage.is_receipt()
    }

    fn is_no_needs(&self) -> bool {
        matches!(self.stage, Stage::CheckNoNeeds | Stage::MeanwhileNoNeeds)
    }

    fn is_meanwhile(&self) -> bool {
        self.stage.is_meanwhile()
    }
}

/// Where the person stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Check,
    CheckNoNeeds,
    Receipt,
    ReceiptNoNeeds,
    /// Somebody saved meanwhile: to be looked at again.
    Meanwhile,
    /// The same, before "no needs".
    MeanwhileNoNeeds,
}

impl Stage {
    fn is_receipt(self) -> bool {
        matches!(self, Self::Receipt | Self::ReceiptNoNeeds)
    }

    fn is_meanwhile(self) -> bool {
        matches!(self, Self::Meanwhile | Self::MeanwhileNoNeeds)
    }
}

/// One need with the name of what it asks for.
struct Asked<'a> {
    name: String,
    need: &'a Need,
    words: Message,
    places: u32,
    preferred: Option<Message>,
}

fn asked<'a>(desk: &Desk, need: &'a Need) -> Asked<'a> {
    let course = need.course.and_then(|id| desk.course(id));
    let preferred = course.map(|course| {
        Message::new("submission-preferred").with("code", &course.code).with("title", &course.title)
    });
    let (name, places) = (about(desk, &need.about), need.places(desk.round.months()));
    let words = asked_for(need.frequency.label(), need.level.label(), need.participants.into());
    Asked { name, need, words, places, preferred }
}

/// Who will be told, or was.
#[derive(Default)]
struct Told {
    directors: usize,
    centres: Vec<String>,
    focal_points: usize,
}

async fn told(app: &App, by: &FocalPoint, changes: &Changes) -> Result<Told> {
    let now = app.clock.now();
    let directors = emails::directors_of(&app.db, &changes.course_types(), now).await?;
    let mut ids: Vec<_> = directors.iter().flat_map(|director| director.centres.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut centres: Vec<String> =
        organisations::by_ids(&app.db, &ids).await?.into_iter().map(|it| it.short_name).collect();
    centres.sort();
    let own = by.capacity().organisation().id;
    let focal_points = identity::focal_points_of(&app.db, own, now).await?.len();
    Ok(Told { directors: directors.len(), centres, focal_points })
}

async fn page(
    app: &App,
    (by, frame): (&FocalPoint, &Frame),
    (desk, needs): (&Desk, &[Need]),
    stage: Stage,
) -> Result<Response> {
    let standing = store::standing_of(&app.db, by.state(), desk.round.id).await?;
    let pairs: Vec<_> = standing.iter().map(|row| (row.id, row.need())).collect();
    let changed = changes(&pairs, needs.to_vec());
    let months = desk.round.months();
    let member = &by.capacity().organisation().name;
    let page = SubmissionPage {
        frame,
        desk,
        strip: Strip::of(&desk.round, member, frame.reader, app.clock.now()),
        member,
        needs: needs.iter().map(|need| asked(desk, need)).collect(),
        dropped: changed.dropped.iter().map(|(_, need)| about(desk, &need.about)).collect(),
        deliveries: needs.iter().map(|need| need.deliveries(months)).sum(),
        places: needs.iter().map(|need| need.places(months)).sum(),
        told: told(app, by, &changed).await?,
        sent_by: sender(app, desk).await?,
        news: if stage.is_receipt() { on_their_way(app, frame, desk).await? } else { Vec::new() },
        stage,
    };
    let status = if stage.is_meanwhile() { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, frame.page(&page)?).into_response())
}

async fn sender(app: &App, desk: &Desk) -> Result<Option<String>> {
    let Some(account) = desk.sheet.as_ref().and_then(|sheet| sheet.submitted_by) else {
        return Ok(None);
    };
    let mut names: HashMap<_, _> = identity::names_of(&app.db, &[account]).await?;
    Ok(names.remove(&account))
}

/// What keeps the emails of the last submission from their readers.
async fn on_their_way(app: &App, frame: &Frame, desk: &Desk) -> Result<Vec<Message>> {
    let Some(sheet) = &desk.sheet else { return Ok(Vec::new()) };
    let events = emails::events_of(sheet.id, sheet.submissions);
    let (emails, silent) = notifications::on_their_way(app, &events).await?;
    let mut news = Vec::new();
    let waiting: Vec<_> = emails.iter().filter(|email| email.waits()).collect();
    if let Some(first) = waiting.first() {
        let waits = |key| {
            let others = waiting.len() - 1;
            Message::new(key).with("who", &first.to_name).with("others", others)
        };
        news.push(match silent {
            Some(since) => waits("receipt-waiting-silent").with("time", frame.reader.time(since)),
            None => waits("receipt-waiting"),
        });
    }
    for email in emails.iter().filter(|email| email.state == EmailState::Failed) {
        let why = email.trouble().map_or_else(|| "receipt-failed-why".into(), Trouble::message);
        news.push(Message::new("receipt-failed").with("who", &email.to_name).with("why", why));
    }
    Ok(news)
}

pub(super) async fn check(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
) -> Result<Response> {
    let desk = store::desk(&app.db, by.state(), round).await?;
    let who = (&by, &frame);
    match desk.standing() {
        Standing::Silent => Err(Error::NotFound),
        Standing::NoNeeds => page(&app, who, (&desk, &[]), Stage::ReceiptNoNeeds).await,
        Standing::Submitted => {
            let standing = store::standing_of(&app.db, by.state(), round).await?;
            let needs: Vec<Need> = standing.iter().map(store::Nomination::need).collect();
            page(&app, who, (&desk, &needs), Stage::Receipt).await
        }
        Standing::Draft | Standing::Changed => check_page(&app, who, &desk, Stage::Check).await,
    }
}

/// The check page; a sheet with faults goes back to be filled.
async fn check_page(
    app: &App,
    who: (&FocalPoint, &Frame),
    desk: &Desk,
    stage: Stage,
) -> Result<Response> {
    if !desk.round.taking(app.clock.now()).accepts() {
        return Ok(to_sheet(desk.round.id));
    }
    match desk.judge() {
        Ok(needs) => page(app, who, (desk, &needs), stage).await,
        Err(Error::Invalid(_)) => Ok(to_sheet(desk.round.id)),
        Err(other) => Err(other),
    }
}

#[derive(Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    revision: i32,
}

pub(super) async fn submit(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
    Form(seen): Form<Seen>,
) -> Result<Response> {
    let sending = Sending { round, revision: seen.revision };
    match actions::submit_sheet(&app, &by, sending).await {
        Ok(()) => Ok(receipt(round)),
        Err(Error::Conflict) => {
            let desk = store::desk(&app.db, by.state(), round).await?;
            if desk.standing() == Standing::Submitted && desk.revision() == seen.revision {
                return Ok(receipt(round));
            }
            check_page(&app, (&by, &frame), &desk, Stage::Meanwhile).await
        }
        Err(Error::Invalid(_)) => Ok(to_sheet(round)),
        Err(other) => Err(other),
    }
}

fn to_sheet(round: RoundId) -> Response {
    Redirect::to(&format!("/rounds/{round}/sheet")).into_response()
}

fn receipt(round: RoundId) -> Response {
    Redirect::to(&format!("/rounds/{round}/sheet/submission")).into_response()
}

pub(super) async fn check_no_needs(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
) -> Result<Response> {
    let desk = store::desk(&app.db, by.state(), round).await?;
    if desk.standing() == Standing::NoNeeds {
        return Ok(receipt(round));
    }
    if !desk.round.taking(app.clock.now()).accepts() {
        return Ok(to_sheet(round));
    }
    page(&app, (&by, &frame), (&desk, &[]), Stage::CheckNoNeeds).await
}

pub(super) async fn submit_no_needs(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
    Form(seen): Form<Seen>,
) -> Result<Response> {
    let sending = Sending { round, revision: seen.revision };
    match actions::submit_no_needs(&app, &by, sending).await {
        Ok(()) => Ok(receipt(round)),
        Err(Error::Conflict) => {
            let desk = store::desk(&app.db, by.state(), round).await?;
            page(&app, (&by, &frame), (&desk, &[]), Stage::MeanwhileNoNeeds).await
        }
        Err(other) => Err(other),
    }
}
