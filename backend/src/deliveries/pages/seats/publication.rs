//! The check page on which a Training Director publishes the seats of a delivery.
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::to_the_seats;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::page::Frame;
use crate::deliveries::actions::seats::{self as actions, may_publish};
use crate::deliveries::pages::around::Names;
use crate::deliveries::pages::{edition, own};
use crate::deliveries::rules::seats::Sharing;
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{Kept, kept_of_centre};
use crate::identity::TrainingDirector;
use crate::organisations::Organisation;

#[derive(Template)]
#[template(path = "pages/deliveries/seats/publication.html")]
struct PublicationPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    kept: Option<Kept>,
    changed_meanwhile: bool,
    late: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(in crate::deliveries::pages) struct PublicationForm {
    revision: i32,
}

/// The check page.
pub async fn publication(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Response> {
    page(&app, (&frame, &by), &path, false).await
}

/// Publishes.
pub async fn publish(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Form(form): Form<PublicationForm>,
) -> Result<Response> {
    let edition = edition(&path, form.revision)?;
    match actions::publish_seats(&app, &by, &edition).await {
        Ok(()) => Ok(to_the_seats(edition.code.as_str())),
        Err(Error::Conflict) => page(&app, (&frame, &by), &path, true).await,
        Err(other) => Err(other),
    }
}

async fn page(
    app: &App,
    (frame, by): (&Frame, &TrainingDirector),
    path: &str,
    changed_meanwhile: bool,
) -> Result<Response> {
    let delivery = &own(app, by.centre(), path).await?;
    let kept = kept_of_centre(&app.db, delivery, by.centre()).await?;
    may_publish(app, delivery, kept.as_ref())?;
    let late = delivery.nominate_until(app.clock.now()).is_none();
    let names = Names::read(app).await?;
    let page = PublicationPage { frame, names, delivery, kept, changed_meanwhile, late };
    let status = if changed_meanwhile { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, frame.page(&page)?).into_response())
}

impl PublicationPage<'_> {
    fn revision(&self) -> i32 {
        self.kept.as_ref().map_or(0, |kept| kept.revision)
    }

    fn sharing(&self) -> Sharing {
        let kept = self.kept.as_ref().filter(|_| !self.delivery.is_national());
        kept.map_or(Sharing::National, |kept| kept.sharing)
    }

    /// Each State that is to hold seats, by name, with how many.
    fn rows(&self) -> Vec<(&Organisation, i32)> {
        let shares = match (self.delivery.member_id, &self.kept) {
            (Some(member), _) => [(member, self.delivery.max_participants)].into(),
            (None, Some(kept)) => kept.books.shares(),
            (None, None) => BTreeMap::new(),
        };
        let named = shares.into_iter().filter_map(|(id, seats)| Some((self.names.of(id)?, seats)));
        let mut rows: Vec<_> = named.collect();
        rows.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
        rows
    }

    /// What stays in the reserve.
    fn reserve(&self) -> i32 {
        self.delivery.max_participants - self.rows().iter().map(|(_, seats)| seats).sum::<i32>()
    }
}
