//! What a Training Director decides on: people by State, in the order of each.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::around::Names;
use super::code_in;
use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;
use crate::base::page::Frame;
use crate::deliveries::Quota;
use crate::identity::TrainingDirector;
use crate::participants::actions::{Bench, bench};
use crate::participants::rules::{Hint, LanguageLevel, ParticipantState};
use crate::participants::store::{Nomination, NominationRow, Tab};

/// How many people stand on a page.
const PER_PAGE: u64 = 100;

#[derive(Template)]
#[template(path = "pages/participants/decisions.html")]
struct DecisionsPage<'a> {
    frame: &'a Frame,
    names: Names,
    bench: &'a Bench,
    tab: Tab,
    page: u64,
    /// The language in which it is held, about which lists say something.
    tag: String,
}

#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    tab: String,
    #[serde(default)]
    page: Option<u64>,
}

/// The people for a delivery of the own centre.
pub(super) async fn decisions(
    by: TrainingDirector,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let tab = Tab::of(&wanted.tab).unwrap_or(Tab::ToDecide);
    let page = wanted.page.unwrap_or(1).clamp(1, 100_000);
    let stretch = ((page - 1) * PER_PAGE, PER_PAGE);
    let bench = bench(&app, &by, (&code_in(&path)?, tab), stretch).await?;
    let tag = bench.delivery.language_tags().next().unwrap_or("en").to_owned();
    let (frame, names) = (&frame, Names::read(&app).await?);
    let page = DecisionsPage { frame, names, bench: &bench, tab, page, tag };
    Ok(frame.page(&page)?.into_response())
}

/// The people of one State on the page.
struct Group<'a> {
    member: OrganisationId,
    rows: Vec<&'a (NominationRow, Vec<Hint>)>,
}

/// How many people of a State are accepted, to be decided on, wait; and seats that are free.
struct Count {
    accepted: i64,
    to_decide: i64,
    waiting: i64,
    free: i64,
    held: i64,
}

impl Count {
    /// Of those to be decided on, for how many the State has seats, and how many are over.
    fn parted(&self) -> (i64, i64) {
        let within = self.to_decide.min(self.free);
        (within, self.to_decide - within)
    }
}

impl DecisionsPage<'_> {
    fn count_of(&self, tab: Tab) -> i64 {
        let states = match tab.states() {
            [] => ParticipantState::ALL,
            some => some,
        };
        states.iter().map(|state| self.bench.standing.all(*state)).sum()
    }

    fn people(&self) -> i64 {
        let open = ParticipantState::all_open();
        open.map(|state| self.bench.standing.all(state)).sum()
    }

    fn states(&self) -> usize {
        self.bench.standing.members().len()
    }

    fn pages(&self) -> u64 {
        let rows = u64::try_from(self.count_of(self.tab)).unwrap_or_default();
        rows.div_ceil(PER_PAGE).max(1)
    }

    fn on_page(&self, page: u64) -> String {
        let code = &self.bench.delivery.code;
        format!("/deliveries/{code}/decisions?tab={}&page={page}", self.tab.as_str())
    }

    fn groups(&self) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for row in &self.bench.rows {
            let member = row.0.nomination.member_id;
            match groups.last_mut().filter(|group| group.member == member) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { member, rows: vec![row] }),
            }
        }
        groups
    }

    fn quota(&self, member: OrganisationId) -> Option<&Quota> {
        self.bench.quotas.get(&member)
    }

    fn count(&self, member: OrganisationId) -> Count {
        let of = |state| self.bench.standing.of(member, state);
        let quota = self.quota(member);
        Count {
            accepted: of(ParticipantState::Accepted),
            to_decide: of(ParticipantState::Approved),
            waiting: of(ParticipantState::Waitlisted) + of(ParticipantState::Offered),
            free: quota.map_or(0, |quota| i64::from(quota.free())),
            held: quota.map_or(0, |quota| i64::from(quota.held)),
        }
    }

    /// How many seats people have, are offered, and are free in States' quotas and the reserve.
    fn seats(&self) -> (i64, i64, i64) {
        let taken: i32 = self.bench.quotas.values().map(|quota| quota.taken).sum();
        let capacity = self.bench.seating.as_ref().map_or(0, |seating| seating.capacity);
        let offered = self.bench.standing.all(ParticipantState::Offered);
        (i64::from(taken) - offered, offered, i64::from(capacity - taken))
    }

    /// Whether something can be decided on somebody: whose offer is open answers it.
    fn is_open(&self, one: &Nomination) -> bool {
        self.decides() && one.state != ParticipantState::Offered
    }

    fn offered_until(&self, one: &Nomination) -> Option<Message> {
        let until = one.offered_until();
        until.map(|until| super::around::at_venue(&self.bench.delivery, &until))
    }

    /// The States with seats or people, by name.
    fn members(&self) -> Vec<OrganisationId> {
        let mut members: Vec<_> = self.bench.standing.members().into_iter().collect();
        members.extend(self.bench.quotas.values().filter(|one| one.held > 0).map(|one| one.member));
        members.sort_unstable();
        members.dedup();
        members.sort_by_cached_key(|id| self.names.name(*id).to_lowercase());
        members
    }

    /// Whether a seat of the State is free for somebody at this place among those to decide on.
    fn within(&self, member: OrganisationId, index: usize) -> bool {
        let free = self.quota(member).map_or(0, Quota::free);
        usize::try_from(free).is_ok_and(|free| index < free)
    }

    fn level(&self, row: &NominationRow) -> Option<LanguageLevel> {
        row.person.known_languages().level_of(&self.tag)
    }

    fn hint(&self, hint: &Hint) -> Message {
        hint.words(|day| self.frame.reader.date(day))
    }

    /// Whether something can be decided on this tab.
    fn decides(&self) -> bool {
        matches!(self.tab, Tab::ToDecide | Tab::Waiting) && !self.bench.rows.is_empty()
    }

    fn until(&self) -> Option<Message> {
        let until = self.bench.until.as_ref();
        until.map(|at| super::around::at_venue(&self.bench.delivery, at))
    }
}
