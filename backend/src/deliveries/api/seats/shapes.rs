//! What programs are sent of seats.
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::base::ids::OrganisationId;
use crate::deliveries::actions::seats::{Line, Proposal};
use crate::deliveries::rules::seats::{EntryKind, Sharing};
use crate::deliveries::store::Delivery;
use crate::deliveries::store::seats::{Kept, Quota};
use crate::organisations::Directory;

fn code(names: &Directory, id: OrganisationId) -> String {
    names.of(id).map_or_else(String::new, |one| one.code.clone())
}

/// The seats of one State.
#[derive(Serialize, ToSchema)]
#[schema(as = SeatQuota)]
#[serde(deny_unknown_fields)]
pub struct QuotaOut {
    /// The code of the State.
    member: String,
    /// Places that it asked for in the round.
    asked: i32,
    /// Seats that it holds.
    held: i32,
    /// Those of them that people have.
    taken: i32,
    /// Those that nobody has.
    free: i32,
}

impl QuotaOut {
    fn of(names: &Directory, quota: &Quota) -> Self {
        Self {
            member: code(names, quota.member),
            asked: quota.asked,
            held: quota.held,
            taken: quota.taken,
            free: quota.free(),
        }
    }
}

/// The seats of a delivery.
#[derive(Serialize, ToSchema)]
#[schema(as = Seats)]
#[serde(deny_unknown_fields)]
pub struct SeatsOut {
    /// The code of the delivery.
    delivery: String,
    /// All of them: the most participants.
    capacity: i32,
    /// How they are shared; null where they are not, and for a State.
    #[schema(required, inline)]
    sharing: Option<Sharing>,
    /// Those that nobody holds; null for a State.
    #[schema(required)]
    reserve: Option<i32>,
    /// The most people of one agency that the centre wishes.
    #[schema(required)]
    agency_limit: Option<i32>,
    /// When they were published; null of a draft, and for a State.
    #[schema(required)]
    published_at: Option<DateTime<Utc>>,
    /// Those of each State that holds or asked for some, by code; for a State its own.
    #[schema(inline)]
    quotas: Vec<QuotaOut>,
}

impl SeatsOut {
    /// All of the seats of a delivery.
    pub fn all(names: &Directory, delivery: &Delivery, kept: Option<&Kept>) -> Self {
        let quotas = kept.into_iter().flat_map(Kept::quotas);
        let mut quotas: Vec<_> = quotas.map(|quota| QuotaOut::of(names, &quota)).collect();
        quotas.sort_by(|a, b| a.member.cmp(&b.member));
        Self {
            delivery: delivery.code.clone(),
            capacity: delivery.max_participants,
            sharing: kept.map(|kept| kept.sharing),
            reserve: Some(kept.map_or(delivery.max_participants, |kept| kept.books.reserve)),
            agency_limit: kept.and_then(|kept| kept.agency_limit),
            published_at: kept.and_then(|kept| kept.published_at),
            quotas,
        }
    }

    /// What a State is told: its own.
    pub fn own(names: &Directory, delivery: &Delivery, own: Option<&Quota>) -> Self {
        Self {
            delivery: delivery.code.clone(),
            capacity: delivery.max_participants,
            sharing: None,
            reserve: None,
            agency_limit: None,
            published_at: None,
            quotas: own.map(|quota| QuotaOut::of(names, quota)).into_iter().collect(),
        }
    }
}

/// The seats that are proposed for one State.
#[derive(Serialize, ToSchema)]
#[schema(as = ProposedQuota)]
#[serde(deny_unknown_fields)]
pub struct ProposedOut {
    /// The code of the State.
    member: String,
    /// Places that it asked for in the round.
    asked: i32,
    /// Seats that are proposed.
    seats: i32,
}

/// How the seats of a delivery could be shared.
#[derive(Serialize, ToSchema)]
#[schema(as = SeatsProposal)]
#[serde(deny_unknown_fields)]
pub struct ProposalOut {
    /// The title of the round whose demand counts; null where nobody asked.
    #[schema(required)]
    round: Option<String>,
    /// All seats of the delivery.
    capacity: i32,
    /// Those that would be nobody's.
    reserve: i32,
    /// Each State that asked or would hold some, by code.
    #[schema(inline)]
    quotas: Vec<ProposedOut>,
}

impl ProposalOut {
    /// A proposal for a delivery.
    pub fn of(names: &Directory, delivery: &Delivery, proposal: &Proposal) -> Self {
        let (asked, seats) = (&proposal.asked, &proposal.seats);
        let members: std::collections::BTreeSet<_> = asked.keys().chain(seats.keys()).collect();
        let one = |member: &OrganisationId| ProposedOut {
            member: code(names, *member),
            asked: asked.get(member).copied().unwrap_or(0),
            seats: seats.get(member).copied().unwrap_or(0),
        };
        let mut quotas: Vec<_> = members.into_iter().map(one).collect();
        quotas.sort_by(|a, b| a.member.cmp(&b.member));
        Self {
            round: proposal.round.clone(),
            capacity: delivery.max_participants,
            reserve: delivery.max_participants - seats.values().sum::<i32>(),
            quotas,
        }
    }
}

/// A move of seats.
#[derive(Serialize, ToSchema)]
#[schema(as = SeatEntry)]
#[serde(deny_unknown_fields)]
pub struct EntryOut {
    /// Its number in the ledger of the delivery, from 1.
    number: i32,
    /// When.
    at: DateTime<Utc>,
    /// What happened.
    #[schema(inline)]
    kind: EntryKind,
    /// The code of the State from which seats go; null for the reserve.
    #[schema(required)]
    from: Option<String>,
    /// The code of the State to which they go; null for the reserve.
    #[schema(required)]
    to: Option<String>,
    /// How many.
    seats: i32,
    /// The participant nomination for which it is.
    #[schema(required)]
    nomination: Option<Uuid>,
    /// The code of the organisation for which it was done.
    by: String,
    /// Why; empty where nothing was said.
    reason: String,
}

impl EntryOut {
    /// A row of the ledger.
    pub fn of(names: &Directory, line: Line) -> Self {
        let entry = line.entry;
        Self {
            number: entry.number,
            at: entry.at,
            kind: entry.kind,
            from: entry.from_member.map(|id| code(names, id)),
            to: entry.to_member.map(|id| code(names, id)),
            seats: entry.seats,
            nomination: entry.nomination_id,
            by: code(names, line.organisation),
            reason: entry.reason,
        }
    }
}
