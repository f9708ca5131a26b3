//! The list of a State for a delivery: people in order of preference, and how to add some.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::around::{Names, at_venue, to_come};
use super::form::LEVELS;
use super::{code_in, field};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Fields, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::{ParticipantNominationId, PersonId};
use crate::base::page::Frame;
use crate::deliveries::rules::Deadline;
use crate::identity::StateStaff;
use crate::organisations::{self, Agency};
use crate::participants::actions::{
    self, Chosen, Desk, Line, ListChange, NewOnRoster, Seats, What, desk,
};
use crate::participants::rules::{
    Hint, LanguageLevel, ParticipantState, Place, Shift, TypedPerson, Window,
};

#[derive(Template)]
#[template(path = "pages/participants/list.html")]
struct ListPage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    names: Names,
    desk: &'a Desk,
    find: &'a str,
    typed: &'a Typed,
    agencies: Vec<Agency>,
    levels: &'static [LanguageLevel],
    errors: &'a FieldErrors,
    refused: Option<&'a Message>,
    due: Vec<(Deadline, DateTime<Utc>)>,
    /// The language in which it is held, about which lists say something.
    tag: String,
    /// The id of whoever is added by the form.
    new_id: PersonId,
}

/// What was typed on the page.
#[derive(Clone, Debug, Default)]
struct Typed {
    new: TypedPerson,
    level: String,
    reasons: Vec<(ParticipantNominationId, String)>,
    chosen: Vec<PersonId>,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    find: String,
}

/// The own list for a delivery.
pub(super) async fn list(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let desk = desk(&app, &by, (&code_in(&path)?, &wanted.find)).await?;
    page(&app, (&frame, &by), (&desk, &wanted.find), (&Typed::default(), None)).await
}

/// What a button of the page does.
enum Do {
    Save,
    Find,
    Add,
    New,
    Shift(ParticipantNominationId, Shift),
    Remove(ParticipantNominationId),
    Submit,
}

impl Do {
    fn of(fields: &[(String, String)]) -> Self {
        let moved = field(fields, "move").split_once(':').and_then(|(id, way)| {
            Some(Self::Shift(ParticipantNominationId(id.parse().ok()?), Shift::of(way)?))
        });
        let removed = field(fields, "remove").parse().ok();
        let removed = removed.map(|id| Self::Remove(ParticipantNominationId(id)));
        moved.or(removed).unwrap_or_else(|| match field(fields, "do") {
            "find" => Self::Find,
            "add" => Self::Add,
            "new" => Self::New,
            "submit" => Self::Submit,
            _ => Self::Save,
        })
    }
}

impl Typed {
    fn of(fields: &[(String, String)], tag: &str) -> Self {
        let text = |name: &str| field(fields, name).to_owned();
        let level = text("language_level");
        let languages =
            if level.is_empty() { Vec::new() } else { vec![(tag.to_owned(), level.clone())] };
        let reason = |(name, value): &(String, String)| {
            let id = name.strip_prefix("reason-")?.parse().ok()?;
            Some((ParticipantNominationId(id), value.clone()))
        };
        let chosen = fields.iter().filter(|(name, _)| name == "person");
        Self {
            new: TypedPerson {
                full_name: text("full_name"),
                post: text("post"),
                agency: text("agency"),
                email: text("email"),
                languages,
            },
            level,
            reasons: fields.iter().filter_map(reason).collect(),
            chosen: chosen.filter_map(|(_, id)| id.parse().ok().map(PersonId)).collect(),
        }
    }

    fn change(&self, done: &Do, fields: &[(String, String)]) -> ListChange {
        let what = match done {
            Do::Save | Do::Find | Do::Submit => What::Keep,
            Do::Add => {
                let new = ParticipantNominationId::new;
                let wanted = self.chosen.iter().map(|person| (new(), *person, String::new()));
                What::Add(wanted.collect())
            }
            Do::New => {
                let id = field(fields, "id").parse().map_or_else(|_| PersonId::new(), PersonId);
                let typed = self.new.clone();
                What::New(Box::new(NewOnRoster { id, typed, sample: false }))
            }
            Do::Shift(id, shift) => What::Shift(*id, *shift),
            Do::Remove(id) => What::Remove(*id),
        };
        ListChange { reasons: self.reasons.clone(), what }
    }
}

/// Does what a button of the page says; what was typed is kept with it.
pub(super) async fn change(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Fields(fields): Fields,
) -> Result<Response> {
    let code = code_in(&path)?;
    let find = field(&fields, "find");
    let known = desk(&app, &by, (&code, find)).await?;
    let typed = Typed::of(&fields, &tag_of(&known));
    let done = Do::of(&fields);
    let changed = actions::change_list(&app, &by, &code, &typed.change(&done, &fields)).await;
    let fault = match changed {
        Ok(()) => return Ok(lead_on(&path, &done, find)),
        Err(error @ (Error::Invalid(_) | Error::Refused(_))) => error,
        Err(other) => return Err(other),
    };
    let known = desk(&app, &by, (&code, find)).await?;
    page(&app, (&frame, &by), (&known, find), (&typed, Some(fault))).await
}

fn lead_on(path: &str, done: &Do, find: &str) -> Response {
    let list = format!("/deliveries/{path}/participants");
    let to = match done {
        Do::Submit => format!("{list}/submission"),
        Do::Find => {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            format!("{list}?{}#add", query.append_pair("find", find).finish())
        }
        Do::Add | Do::New => format!("{list}#add"),
        Do::Save | Do::Shift(..) | Do::Remove(_) => list,
    };
    Redirect::to(&to).into_response()
}

fn tag_of(desk: &Desk) -> String {
    desk.delivery.language_tags().next().unwrap_or("en").to_owned()
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &StateStaff),
    (desk, find): (&Desk, &str),
    (typed, error): (&Typed, Option<Error>),
) -> Result<Response> {
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let (errors, refused) = match error {
        Some(Error::Invalid(errors)) => (errors, None),
        Some(Error::Refused(why)) => (FieldErrors::default(), Some(why)),
        _ => (FieldErrors::default(), None),
    };
    let page = ListPage {
        frame,
        by,
        names: Names::read(app).await?,
        desk,
        find,
        typed,
        agencies: organisations::agencies_of(&app.db, by.state().id()).await?,
        levels: LEVELS,
        errors: &errors,
        refused: refused.as_ref(),
        due: to_come(&desk.delivery, app.clock.now()),
        tag: tag_of(desk),
        new_id: PersonId::new(),
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl ListPage<'_> {
    fn state(&self) -> &str {
        &self.by.capacity().organisation().name
    }

    fn centre(&self) -> &str {
        self.names.short(self.desk.delivery.centre_id)
    }

    /// Whether the list can grow now.
    fn open(&self) -> bool {
        self.desk.window.takes()
    }

    /// Why the list cannot grow, or only so far.
    fn window(&self) -> Option<Message> {
        match self.desk.window {
            Window::Open(_) => None,
            Window::OwnSeats(until) => {
                let until = at_venue(&self.desk.delivery, &until);
                Some(Message::new("participants-window-own").with("until", until))
            }
            Window::Shut => Some("participants-refused-shut".into()),
            Window::Over => Some("participants-refused-over".into()),
        }
    }

    /// What was typed as the reason, or is kept.
    fn reason<'b>(&'b self, line: &'b Line) -> &'b str {
        let id = line.row.nomination.id;
        let typed = self.typed.reasons.iter().find(|(known, _)| *known == id);
        typed.map_or(&line.row.nomination.reason, |(_, typed)| typed)
    }

    /// How well somebody knows the language of the delivery.
    fn level(&self, line: &Line) -> Option<LanguageLevel> {
        line.row.person.known_languages().level_of(&self.tag)
    }

    fn level_of_choice(&self, choice: &Chosen) -> Option<LanguageLevel> {
        choice.person.known_languages().level_of(&self.tag)
    }

    /// Whether the seats end above this line.
    fn cut(&self, index: usize) -> bool {
        let waits = |line: &Line| matches!(line.place, Some(Place::Waits(1)));
        self.desk.lines.get(index).is_some_and(waits)
    }

    fn offered_until(&self, line: &Line) -> Option<Message> {
        let until = line.row.nomination.offered_until();
        until.map(|until| at_venue(&self.desk.delivery, &until))
    }

    /// Whether whoever looks answers offers.
    fn answers(&self) -> bool {
        self.by.focal_point().is_some()
    }

    fn hint(&self, hint: &Hint) -> Message {
        hint.words(|day| self.frame.reader.date(day))
    }

    fn is_chosen(&self, choice: &Chosen) -> bool {
        self.typed.chosen.contains(&choice.person.id)
    }

    fn at_venue(&self, at: &DateTime<Utc>) -> Message {
        at_venue(&self.desk.delivery, at)
    }

    /// The agency for which somebody nominates, who cannot name another.
    fn own_agency(&self) -> Option<&str> {
        let held = self.by.nominees().agency();
        held.and_then(|_| self.by.capacity().agency()).map(|(_, name)| name)
    }

    /// The squares of the seats: taken, named, free, and people who wait.
    fn squares(&self) -> Option<Squares> {
        self.desk.seats.as_ref().filter(|seats| (1..=40).contains(&seats.held)).map(Squares::of)
    }
}

/// How many squares of each kind stand for the seats of a State.
pub(super) struct Squares {
    pub(super) taken: i32,
    pub(super) named: i32,
    pub(super) free: i32,
    pub(super) waiting: i32,
}

impl Squares {
    fn of(seats: &Seats) -> Self {
        let room = (seats.held - seats.taken).max(0);
        let named = seats.named.min(room);
        let over = seats.named - named;
        let waiting = (over + seats.waiting).min(20);
        Self { taken: seats.taken, named, free: room - named, waiting }
    }
}
