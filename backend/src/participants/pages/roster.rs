//! The roster of a State: whom it may put forward.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::form::{LEVELS, PersonForm, languages, with_free_pairs};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::PersonId;
use crate::base::page::Frame;
use crate::catalogue::{PER_PAGE, Window};
use crate::identity::StateStaff;
use crate::organisations::{self, Agency};
use crate::participants::actions::{self, NewOnRoster, PersonEdition};
use crate::participants::rules::{LanguageLevel, TypedPerson};
use crate::participants::store::{self, People, Person};

#[derive(Template)]
#[template(path = "pages/participants/roster.html")]
struct RosterPage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    people: Vec<Person>,
    find: &'a str,
    window: Window,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: Option<i64>,
}

/// The own roster, or the part of it in which something is found.
pub(super) async fn roster(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let people = People { found_by: wanted.q.clone() };
    let (people, total) = store::people(&app.db, by.nominees(), &people, stretch).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        return Ok(Redirect::to(&address(&wanted.q, window.page)).into_response());
    }
    let page = RosterPage { frame: &frame, by: &by, people, find: &wanted.q, window };
    Ok(frame.page(&page)?.into_response())
}

fn address(find: &str, page: i64) -> String {
    let page = page.to_string();
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if !find.is_empty() {
        query.append_pair("q", find);
    }
    format!("/participants/roster?{}", query.append_pair("page", &page).finish())
}

impl RosterPage<'_> {
    fn on_page(&self, page: i64) -> String {
        address(self.find, page)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}

#[derive(Template)]
#[template(path = "pages/participants/person.html")]
struct PersonPage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    id: PersonId,
    revision: i32,
    known: Option<&'a Person>,
    typed: TypedPerson,
    agencies: Vec<Agency>,
    languages: Vec<String>,
    levels: &'static [LanguageLevel],
    errors: FieldErrors,
    changed_meanwhile: bool,
    refused: Option<Message>,
}

/// The form of somebody new.
pub(super) async fn new_person(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
) -> Result<Response> {
    let about = About { id: PersonId::new(), revision: 0, known: None };
    form_page(&app, (&frame, &by), about, (TypedPerson::default(), None)).await
}

/// Puts somebody on the roster.
pub(super) async fn add(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<PersonForm>,
) -> Result<Response> {
    let id = form.id.ok_or_else(|| Error::Unreadable("no id".into()))?;
    let new = NewOnRoster { id, typed: form.typed(), sample: false };
    match actions::add_to_roster(&app, &by, &new).await {
        Ok(_) => Ok(Redirect::to("/participants/roster").into_response()),
        Err(error) => {
            let about = About { id, revision: 0, known: None };
            again(&app, (&frame, &by), about, (new.typed, error)).await
        }
    }
}

async fn own(app: &App, by: &StateStaff, id: PersonId) -> Result<Person> {
    store::person(&app.db, by.nominees(), id).await?.ok_or(Error::NotFound)
}

/// The form of somebody on the roster.
pub(super) async fn person(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<PersonId>,
) -> Result<Response> {
    let known = own(&app, &by, id).await?;
    let about = About { id, revision: known.revision, known: Some(&known) };
    form_page(&app, (&frame, &by), about, (known.nominee().typed(), None)).await
}

/// Changes somebody on the roster.
pub(super) async fn change(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<PersonId>,
    Form(form): Form<PersonForm>,
) -> Result<Response> {
    let (edition, typed) = (PersonEdition { id, revision: form.revision }, form.typed());
    match actions::change_on_roster(&app, &by, edition, &typed).await {
        Ok(_) => Ok(Redirect::to("/participants/roster").into_response()),
        Err(error) => {
            let known = own(&app, &by, id).await?;
            let about = About { id, revision: known.revision, known: Some(&known) };
            again(&app, (&frame, &by), about, (typed, error)).await
        }
    }
}

/// Takes somebody off the roster.
pub(super) async fn remove(
    by: StateStaff,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<PersonId>,
    Form(form): Form<PersonForm>,
) -> Result<Response> {
    let edition = PersonEdition { id, revision: form.revision };
    match actions::take_off_roster(&app, &by, edition).await {
        Ok(()) => Ok(Redirect::to("/participants/roster").into_response()),
        Err(error) => {
            let known = own(&app, &by, id).await?;
            let about = About { id, revision: known.revision, known: Some(&known) };
            again(&app, (&frame, &by), about, (known.nominee().typed(), error)).await
        }
    }
}

/// About whom the form is.
#[derive(Clone, Copy)]
struct About<'a> {
    id: PersonId,
    revision: i32,
    known: Option<&'a Person>,
}

async fn again(
    app: &App,
    who: (&Frame, &StateStaff),
    about: About<'_>,
    (typed, error): (TypedPerson, Error),
) -> Result<Response> {
    match error {
        Error::Invalid(_) | Error::Conflict | Error::Refused(_) => {
            form_page(app, who, about, (typed, Some(error))).await
        }
        other => Err(other),
    }
}

async fn form_page(
    app: &App,
    (frame, by): (&Frame, &StateStaff),
    about: About<'_>,
    (typed, error): (TypedPerson, Option<Error>),
) -> Result<Response> {
    let status = error.as_ref().map_or(StatusCode::OK, Error::status);
    let changed_meanwhile = matches!(error, Some(Error::Conflict));
    let (errors, refused) = match error {
        Some(Error::Invalid(errors)) => (errors, None),
        Some(Error::Refused(why)) => (FieldErrors::default(), Some(why)),
        _ => (FieldErrors::default(), None),
    };
    let typed = with_free_pairs(typed);
    let page = PersonPage {
        frame,
        by,
        id: about.id,
        revision: about.revision,
        known: about.known,
        languages: languages(&typed),
        levels: LEVELS,
        typed,
        agencies: organisations::agencies_of(&app.db, by.state().id()).await?,
        errors,
        changed_meanwhile,
        refused,
    };
    Ok((status, frame.page(&page)?).into_response())
}

impl PersonPage<'_> {
    /// The agency for which somebody nominates, who cannot name another.
    fn own_agency(&self) -> Option<&str> {
        let held = self.by.nominees().agency();
        held.and_then(|_| self.by.capacity().agency()).map(|(_, name)| name)
    }
}
