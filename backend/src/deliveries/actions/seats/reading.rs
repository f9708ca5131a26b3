//! Who reads which part of the ledger, and whose doing each row of it was.
use std::collections::HashMap;

use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::OrganisationId;
use crate::deliveries::rules::seats::EntryKind;
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{LedgerOf, SeatEntry};
use crate::identity::{self, CentreScope, ReaderScope, StateScope};

/// The part of the ledger of a delivery that somebody reads: its centre and the Regional Support
/// Office all of it, a State its own rows. None for everybody else.
pub fn ledger_of(scope: ReaderScope, delivery: &Delivery) -> Option<LedgerOf> {
    let centre = scope.centre().filter(|centre| centre.id() == delivery.centre_id);
    centre
        .map(LedgerOf::Centre)
        .or_else(|| scope.region().map(LedgerOf::Region))
        .or_else(|| scope.state().map(LedgerOf::State))
}

/// A row of a ledger with whose doing it was.
#[derive(Clone, Debug)]
pub struct Line {
    /// The row.
    pub entry: SeatEntry,
    /// The organisation for which it was done.
    pub organisation: OrganisationId,
    /// Who did it, where that is a colleague of whoever reads.
    pub name: Option<String>,
}

/// These rows with whose doing each was. Officials of other organisations are not named.
pub async fn lines(
    app: &App,
    scope: ReaderScope,
    delivery: &Delivery,
    entries: Vec<SeatEntry>,
) -> Result<Vec<Line>> {
    let mut accounts: Vec<_> = entries.iter().filter_map(|one| one.by_account).collect();
    accounts.sort_unstable();
    accounts.dedup();
    let homes = identity::organisations_of(&app.db, &accounts).await?;
    let own: Vec<_> = [scope.centre().map(CentreScope::id), scope.state().map(StateScope::id)]
        .into_iter()
        .flatten()
        .collect();
    let mut of = HashMap::new();
    let found = entries.into_iter().map(|entry| {
        let home = entry.by_account.and_then(|account| homes.get(&account));
        let organisation = doer(delivery, &entry, home.map_or(&[], Vec::as_slice));
        if let Some(account) = entry.by_account.filter(|_| own.contains(&organisation)) {
            of.insert(account, String::new());
        }
        Line { entry, organisation, name: None }
    });
    let mut found: Vec<_> = found.collect();
    let colleagues: Vec<_> = of.into_keys().collect();
    let names = identity::names_of(&app.db, &colleagues).await?;
    for line in found.iter_mut().filter(|line| own.contains(&line.organisation)) {
        line.name = line.entry.by_account.and_then(|account| names.get(&account).cloned());
    }
    Ok(found)
}

/// For which organisation somebody who is at home in these did what a row says: a State returns its
/// own seats, and may withdraw its own people; all else is the centre's doing.
fn doer(delivery: &Delivery, entry: &SeatEntry, homes: &[OrganisationId]) -> OrganisationId {
    let state = entry.from_member.or(entry.to_member);
    let of_state = state.filter(|state| match entry.kind {
        EntryKind::TurnedBack => true,
        EntryKind::Freed
        | EntryKind::Taken
        | EntryKind::Granted
        | EntryKind::Offered
        | EntryKind::OfferEnded => homes.contains(state) && !homes.contains(&delivery.centre_id),
        _ => false,
    });
    of_state.unwrap_or(delivery.centre_id)
}
