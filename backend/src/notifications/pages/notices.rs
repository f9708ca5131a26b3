//! What a person wants to be told.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, Redirect};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Fields, Query};
use crate::base::filters;
use crate::base::page::Frame;
use crate::identity::{Capacity, SignedIn};
use crate::notifications::rules::Kind;
use crate::notifications::{actions, store};

#[derive(Template)]
#[template(path = "pages/notifications/notices.html")]
struct NoticesPage<'a> {
    frame: &'a Frame,
    by: &'a SignedIn,
    kinds: Vec<(Kind, bool)>,
    saved: bool,
}

#[derive(Deserialize)]
pub(super) struct Saved {
    saved: Option<String>,
}

pub(super) async fn notices(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Saved>,
) -> Result<Html<String>> {
    let stopped = store::stopped(&app.db, by.account()).await?;
    let kinds = told_to(&by).map(|kind| (kind, !stopped.contains(&kind))).collect();
    let saved = query.saved.is_some();
    frame.page(&NoticesPage { frame: &frame, by: &by, kinds, saved })
}

pub(super) async fn choose(
    by: SignedIn,
    State(app): State<App>,
    Fields(fields): Fields,
) -> Result<Redirect> {
    let chosen: Result<Vec<_>> = fields.iter().filter_map(choice).collect();
    actions::choose(&app, &by, &chosen?).await?;
    Ok(Redirect::to("/notices?saved=yes"))
}

impl NoticesPage<'_> {
    fn has_choice(&self) -> bool {
        self.kinds.iter().any(|(kind, _)| kind.can_be_stopped())
    }
}

/// The kinds of news that go to the role in which somebody acts; all where none is chosen.
fn told_to(by: &SignedIn) -> impl Iterator<Item = Kind> {
    let role = by.capacity().map(Capacity::role);
    Kind::ALL.into_iter().filter(move |kind| role.is_none_or(|role| kind.goes_to(role)))
}

/// What one field of the form chooses; nothing where it is not a kind of ours.
fn choice((name, value): &(String, String)) -> Option<Result<(Kind, bool)>> {
    let kind = Kind::of(name)?;
    Some(match value.as_str() {
        "at_once" => Ok((kind, true)),
        "off" => Ok((kind, false)),
        _ => Err(Error::Unreadable("not a choice".into())),
    })
}
