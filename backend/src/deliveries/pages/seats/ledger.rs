//! The ledger of the seats of a delivery: where every seat went, when, by whom and why.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::address;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::{Message, Reader};
use crate::base::ids::OrganisationId;
use crate::base::page::Frame;
use crate::catalogue::{PER_PAGE, Window};
use crate::deliveries::actions::seats::{Line, ledger_of, lines};
use crate::deliveries::pages::around::Names;
use crate::deliveries::pages::code_in;
use crate::deliveries::rules::seats::EntryKind;
use crate::deliveries::store::seats::{LedgerOf, ledger};
use crate::deliveries::store::{self, Delivery};
use crate::identity::SeatsReader;

#[derive(Template)]
#[template(path = "pages/deliveries/seats/ledger.html")]
struct LedgerPage<'a> {
    frame: &'a Frame,
    names: Names,
    delivery: &'a Delivery,
    lines: Vec<Line>,
    window: Window,
}

#[derive(Deserialize)]
pub(in crate::deliveries::pages) struct Wanted {
    #[serde(default)]
    page: Option<i64>,
}

/// The delivery of this code with the part of its ledger that the person reads.
pub(super) async fn read_by(
    app: &App,
    by: &SeatsReader,
    path: &str,
) -> Result<(Delivery, LedgerOf)> {
    let found = store::find(&app.db, by.scope(), &code_in(path)?).await?;
    let delivery = found.ok_or(Error::NotFound)?;
    let whose = ledger_of(by.scope(), &delivery).ok_or(Error::NotFound)?;
    Ok((delivery, whose))
}

/// A page of the ledger, the newest row first.
pub async fn ledger_page(
    by: SeatsReader,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let (delivery, whose) = read_by(&app, &by, &path).await?;
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = (((page - 1) * PER_PAGE).unsigned_abs(), PER_PAGE.unsigned_abs());
    let (entries, total) = ledger(&app.db, &delivery, whose, stretch).await?;
    let window = Window::of(page, total.try_into().unwrap_or(i64::MAX));
    if window.page != page {
        return Ok(Redirect::to(&on_page(&delivery.code, window.page)).into_response());
    }
    let lines = lines(&app, by.scope(), &delivery, entries).await?;
    let (names, delivery) = (Names::read(&app).await?, &delivery);
    let page = LedgerPage { frame: &frame, names, delivery, lines, window };
    Ok(frame.page(&page)?.into_response())
}

fn on_page(code: &str, page: i64) -> String {
    format!("{}/ledger?page={page}", address(code))
}

/// Where seats come from and where they go, in words.
pub(super) fn sides(names: &Names, line: &Line, reader: Reader) -> (String, String) {
    let say = |message: Message| reader.locale.say(&message);
    let name = |id: Option<OrganisationId>| {
        let member = id.and_then(|id| names.of(id));
        member.map_or_else(String::new, |member| member.name.clone())
    };
    let entry = &line.entry;
    let state = || name(entry.from_member.or(entry.to_member));
    let person = || say(Message::new("seats-side-person").with("member", state()));
    let (outside, reserve) = ("seats-side-outside", "seats-side-reserve");
    let (outside, reserve) = (|| say(outside.into()), || say(reserve.into()));
    match entry.kind {
        EntryKind::CapacityRaised => (outside(), reserve()),
        EntryKind::CapacityLowered => (reserve(), outside()),
        EntryKind::Allotted | EntryKind::Granted => (reserve(), state()),
        EntryKind::QuotaLowered | EntryKind::TurnedBack | EntryKind::Recalled => {
            (state(), reserve())
        }
        EntryKind::Taken | EntryKind::Offered => (state(), person()),
        EntryKind::Freed | EntryKind::OfferEnded => (person(), state()),
    }
}

/// The short name of the organisation for which it was done.
pub(super) fn doer<'a>(names: &'a Names, line: &Line) -> &'a str {
    names.of(line.organisation).map_or("", |one| one.short_name.as_str())
}

impl LedgerPage<'_> {
    fn sides(&self, line: &Line) -> (String, String) {
        sides(&self.names, line, self.frame.reader)
    }

    fn doer(&self, line: &Line) -> &str {
        doer(&self.names, line)
    }

    fn on_page(&self, page: i64) -> String {
        on_page(&self.delivery.code, page)
    }

    fn range(&self) -> Message {
        Message::new("catalogue-range")
            .with("first", self.window.first())
            .with("last", self.window.last())
            .with("total", self.window.total)
    }
}
