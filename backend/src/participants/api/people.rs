//! The roster for programs.
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::bodies::{NewPersonBody, PersonPatch, pointed};
use super::shapes::PersonOut;
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, NewId, ROOT, Stated, outdated};
use crate::base::error::{Error, Result};
use crate::base::extract::{Json, Path};
use crate::base::ids::PersonId;
use crate::identity::StateStaff;
use crate::participants::actions::{self, NewOnRoster, PersonEdition};
use crate::participants::store::{self, People, Person};

/// The longest text to look for, in characters.
const LONGEST: usize = 200;

/// The people of the own roster.
pub async fn list(
    by: StateStaff,
    State(app): State<App>,
    mut asked: Asked,
) -> Result<Json<Items<PersonOut>>> {
    let wanted = People { found_by: asked.one("q", LONGEST).unwrap_or_default() };
    let paging = asked.paging::<(String, PersonId)>("people");
    let paging = asked.done(paging)?;
    let after = (&wanted, paging.after());
    let rows = store::people_after(&app.db, by.nominees(), after, paging.rows()).await?;
    let key = |row: &Person| (row.sort_name.clone(), row.id);
    Ok(Json(paging.page(&app, rows, (key, |row: Person| PersonOut::from(&row)))?))
}

fn stated(person: &Person) -> Stated<PersonOut> {
    Stated { revision: person.revision, body: person.into() }
}

async fn own(app: &App, by: &StateStaff, id: PersonId) -> Result<Person> {
    store::person(&app.db, by.nominees(), id).await?.ok_or(Error::NotFound)
}

/// Somebody on the own roster.
pub async fn show(
    by: StateStaff,
    State(app): State<App>,
    Path(id): Path<PersonId>,
) -> Result<Stated<PersonOut>> {
    Ok(stated(&own(&app, &by, id).await?))
}

/// Puts somebody on the roster.
pub async fn create(
    by: StateStaff,
    State(app): State<App>,
    id: NewId,
    Json(body): Json<NewPersonBody>,
) -> Result<Response> {
    let new = NewOnRoster { id: PersonId(id.0), typed: body.typed(), sample: false };
    let made = actions::add_to_roster(&app, &by, &new).await.map_err(pointed)?;
    let location = [(header::LOCATION, format!("{ROOT}/people/{}", made.id))];
    Ok((StatusCode::CREATED, location, stated(&made)).into_response())
}

/// Changes somebody on the roster.
pub async fn change(
    by: StateStaff,
    State(app): State<App>,
    Path(id): Path<PersonId>,
    condition: Condition,
    Json(changes): Json<PersonPatch>,
) -> Result<Stated<PersonOut>> {
    let known = own(&app, &by, id).await?;
    let revision = condition.required(known.revision)?;
    let typed = changes.over(known.nominee().typed());
    let edition = PersonEdition { id, revision };
    let kept = actions::change_on_roster(&app, &by, edition, &typed).await;
    Ok(stated(&kept.map_err(outdated).map_err(pointed)?))
}
