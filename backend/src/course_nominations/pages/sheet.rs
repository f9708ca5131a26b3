//! The sheet: a member's whole answer to a round on one page.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use serde::Deserialize;

use super::autosave;
use super::conflict::Conflict;
use super::rows::{Group, groups, summary};
use super::strip::Strip;
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path, Query};
use crate::base::filters;
use crate::base::i18n::{Message, Reader, autonym};
use crate::base::ids::RoundId;
use crate::base::page::Frame;
use crate::course_nominations::actions;
use crate::course_nominations::rules::{
    Answers, Frequency, LONGEST_REASON, LONGEST_TITLE, Level, Mode, Standing, Urgency,
};
use crate::course_nominations::store::{self, Desk, Round, Saving};
use crate::identity::{Capacity, FocalPoint, Role, StateStaff};
use crate::organisations;

#[derive(Template)]
#[template(path = "pages/course_nominations/sheet.html")]
struct SheetPage<'a> {
    frame: &'a Frame,
    desk: &'a Desk,
    strip: Strip,
    member: &'a str,
    groups: Vec<Group<'a>>,
    answers: &'a Answers,
    usual: Message,
    languages: Vec<String>,
    faults: Vec<(String, Message)>,
    saved: bool,
    conflict: Option<&'a Conflict>,
    refused: Option<&'a Message>,
    /// Whether the reader may change the sheet now.
    open: bool,
    question: Message,
    progress: Message,
    /// The names of the fixed lists.
    frequencies: &'static [Frequency],
    levels: &'static [Level],
    urgencies: &'static [Urgency],
    modes: &'static [Mode],
    longest: (usize, usize),
}

impl SheetPage<'_> {
    fn standing(&self) -> Standing {
        self.desk.standing()
    }
}

/// What is said around the sheet.
#[derive(Default)]
struct Around<'a> {
    errors: FieldErrors,
    saved: bool,
    conflict: Option<&'a Conflict>,
    refused: Option<&'a Message>,
}

impl Around<'_> {
    fn status(&self) -> StatusCode {
        if self.conflict.is_some() || self.refused.is_some() {
            StatusCode::CONFLICT
        } else if self.errors.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    saved: Option<String>,
}

pub(super) async fn show(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let desk = store::desk(&app.db, by.state(), round).await?;
    let around = Around { saved: asked.saved.is_some(), ..Around::default() };
    page(&app, (by.capacity(), &frame), (&desk, &desk.answers), around).await
}

async fn page(
    app: &App,
    (by, frame): (&Capacity, &Frame),
    (desk, answers): (&Desk, &Answers),
    around: Around<'_>,
) -> Result<Response> {
    let status = around.status();
    let now = app.clock.now();
    let writes = matches!(by.role(), Role::FocalPoint | Role::DeputyFocalPoint);
    let page = SheetPage {
        frame,
        desk,
        strip: Strip::of(&desk.round, &by.organisation().name, frame.reader, now),
        member: &by.organisation().name,
        groups: groups(desk, &answers.lines, &around.errors),
        answers,
        usual: usual(answers),
        languages: languages(app, by, answers).await?,
        faults: summary(desk, &answers.lines, &around.errors),
        saved: around.saved,
        conflict: around.conflict,
        refused: around.refused,
        open: writes && desk.round.taking(now).accepts(),
        question: question(&desk.round, &by.organisation().name, frame.reader),
        progress: progress(&desk.answers, &desk.round),
        frequencies: Frequency::ALL,
        levels: Level::ALL,
        urgencies: Urgency::ALL,
        modes: Mode::ALL,
        longest: (LONGEST_REASON, LONGEST_TITLE),
    };
    Ok((status, frame.page(&page)?).into_response())
}

fn typed(text: &str) -> Message {
    Message::new("answer-typed").with("text", text)
}

fn question(round: &Round, member: &str, reader: Reader) -> Message {
    let (start, end) = (round.horizon_start, round.horizon_end);
    let is_year = start.year() == end.year() && start.ordinal() == 1 && end.month() == 12;
    if is_year && end.day() == 31 {
        let year = start.year().to_string();
        return Message::new("sheet-question-year").with("state", member).with("year", year);
    }
    Message::new("sheet-question-days")
        .with("state", member)
        .with("from", reader.date(start))
        .with("to", reader.date(end))
}

/// How many of the course types are answered, and the deliveries asked for.
pub(super) fn progress(answers: &Answers, round: &Round) -> Message {
    let (answered, types) = answers.progress();
    Message::new("sheet-progress")
        .with("answered", answered)
        .with("types", types)
        .with("deliveries", answers.deliveries(round.months()))
}

fn usual(answers: &Answers) -> Message {
    let usual = &answers.usual;
    let level = Level::of(&usual.level).map_or_else(|| typed(&usual.level), Level::label);
    let urgency = Urgency::of(&usual.urgency).map_or_else(|| typed(&usual.urgency), Urgency::label);
    let words = Message::new("sheet-usual")
        .with("level", level)
        .with("language", autonym(&usual.language))
        .with("urgency", urgency);
    match usual.people.trim().parse::<i64>() {
        Ok(people) => words.with("people", people),
        Err(_) => words.with("people", &usual.people),
    }
}

/// English, the member's own languages, and whatever was chosen before.
async fn languages(app: &App, by: &Capacity, answers: &Answers) -> Result<Vec<String>> {
    let member = organisations::by_id(&app.db, by.organisation().id).await?;
    let mut tags = vec!["en".to_owned()];
    tags.extend(member.iter().flat_map(|member| member.language_tags().map(str::to_owned)));
    tags.push(answers.usual.language.clone());
    tags.extend(answers.lines.iter().map(|line| line.language.clone()));
    let mut seen = std::collections::HashSet::new();
    tags.retain(|tag| !tag.is_empty() && seen.insert(tag.clone()));
    Ok(tags)
}

/// What a button of the sheet does.
enum Do<'a> {
    Save,
    /// Nobody pressed a button: the script of the page saves.
    Autosave,
    Check,
    NoNeeds,
    Copy,
    UseUsual,
    Add(&'a str),
    Remove(&'a str),
}

impl<'a> Do<'a> {
    fn of(name: &'a str) -> Self {
        match (name, name.split_once(':')) {
            ("autosave", _) => Self::Autosave,
            ("check", _) => Self::Check,
            ("no-needs", _) => Self::NoNeeds,
            ("copy", _) => Self::Copy,
            ("use-usual", _) => Self::UseUsual,
            (_, Some(("add", code))) => Self::Add(code),
            (_, Some(("remove", key))) => Self::Remove(key),
            _ => Self::Save,
        }
    }

    /// Changes the answers; gives where on the page to go on.
    fn change(&self, answers: &mut Answers, desk: &Desk) -> String {
        match self {
            Self::Save | Self::Autosave | Self::Check | Self::NoNeeds => {}
            Self::Copy => answers.copy(desk.former_lines()),
            Self::UseUsual => answers.use_usual(),
            Self::Add(code) => {
                return answers.add(code).map(|key| format!("#{key}")).unwrap_or_default();
            }
            Self::Remove(key) => {
                answers.remove(key);
                return key.split_once('~').map(|(code, _)| format!("#{code}")).unwrap_or_default();
            }
        }
        String::new()
    }
}

fn field<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
}

pub(super) async fn save(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Path(round): Path<RoundId>,
    Fields(fields): Fields,
) -> Result<Response> {
    let desk = store::desk(&app.db, by.state(), round).await?;
    let mut answers = desk.answers.clone().with_form(&fields, &desk.codes());
    let wanted = Do::of(field(&fields, "do"));
    let anchor = wanted.change(&mut answers, &desk);
    let revision = field(&fields, "revision").parse().unwrap_or_default();
    let saving = Saving { round, revision, answers: &answers };
    let saved = actions::save_sheet(&app, &by, saving).await;
    if matches!(wanted, Do::Autosave) {
        return autosave::answer(&app, (&by, frame.reader), (&desk, &answers), saved).await;
    }
    match saved {
        Ok(_) => lead_on(&app, (&by, &frame), round, (&wanted, &anchor)).await,
        Err(Error::Conflict) => compare(&app, (&by, &frame), round, &answers).await,
        Err(Error::Refused(why)) => {
            let around = Around { refused: Some(&why), ..Around::default() };
            page(&app, (by.capacity(), &frame), (&desk, &answers), around).await
        }
        Err(other) => Err(other),
    }
}

async fn lead_on(
    app: &App,
    (by, frame): (&FocalPoint, &Frame),
    round: RoundId,
    (done, anchor): (&Do<'_>, &str),
) -> Result<Response> {
    let to = match done {
        Do::NoNeeds => format!("/rounds/{round}/sheet/no-needs"),
        Do::Check => {
            let desk = store::desk(&app.db, by.state(), round).await?;
            if let Err(Error::Invalid(errors)) = desk.judge() {
                let around = Around { errors, ..Around::default() };
                return page(app, (by.capacity(), frame), (&desk, &desk.answers), around).await;
            }
            format!("/rounds/{round}/sheet/submission")
        }
        _ => format!("/rounds/{round}/sheet?saved=1{anchor}"),
    };
    Ok(Redirect::to(&to).into_response())
}

async fn compare(
    app: &App,
    (by, frame): (&FocalPoint, &Frame),
    round: RoundId,
    typed: &Answers,
) -> Result<Response> {
    let desk = store::desk(&app.db, by.state(), round).await?;
    let conflict = Conflict::of(app, &desk, typed).await?;
    let around = Around { conflict: conflict.as_ref(), ..Around::default() };
    page(app, (by.capacity(), frame), (&desk, typed), around).await
}
