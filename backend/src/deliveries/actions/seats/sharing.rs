//! A centre prepares how the seats of its delivery are shared.
use std::collections::{BTreeMap, HashSet};

use crate::base::App;
use crate::base::db::ConnectionTrait;
use crate::base::error::{Error, Result};
use crate::base::ids::{DeliveryId, OrganisationId};
use crate::catalogue::Hand;
use crate::course_nominations;
use crate::deliveries::actions::scheduling::{Edition, members_by_code, record};
use crate::deliveries::rules::DeliveryCode;
use crate::deliveries::rules::seats::{
    Asker, Books, Proposing, SeatAct, Sharing, TypedProposing, TypedSeats, proposed, read_draft,
    read_proposing,
};
use crate::deliveries::store::seats::{Kept, Saving, kept_of_centre, save, to_share};
use crate::deliveries::store::{self, Delivery};
use crate::identity::{CentreScope, CentreStaff};

/// How seats could be shared, with what States asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The title of the round whose demand counts; none where nobody asked.
    pub round: Option<String>,
    /// Places that each State asked for that asked for some.
    pub asked: BTreeMap<OrganisationId, i32>,
    /// The seats of each State that is to have some.
    pub seats: BTreeMap<OrganisationId, i32>,
}

/// What States asked for of the course type of a delivery, and no seats yet.
async fn demand(
    db: &impl ConnectionTrait,
    scope: CentreScope,
    delivery: &Delivery,
) -> Result<Proposal> {
    let wanted = (delivery.course_type.as_str(), delivery.first_day);
    let found = course_nominations::asked_of_type(db, scope, wanted.0, wanted.1).await?;
    let round = found.first().map(|one| one.round.clone());
    let asked = found.into_iter().map(|one| (one.member, one.places)).collect();
    Ok(Proposal { round, asked, seats: BTreeMap::new() })
}

/// The seats that are proposed, among the States of these codes or, where none is named, among
/// those that asked.
fn share(
    demand: &Proposal,
    members: &[(String, OrganisationId)],
    (how, invited): (Proposing, &[String]),
) -> BTreeMap<OrganisationId, i32> {
    let invited: HashSet<_> = invited.iter().map(String::as_str).collect();
    let asker = |(code, member): &(String, OrganisationId)| {
        let asked = demand.asked.get(member).copied().unwrap_or(0);
        let meant = if invited.is_empty() { asked > 0 } else { invited.contains(code.as_str()) };
        let meant = meant || how.sharing == Sharing::Demand;
        meant.then(|| Asker { member: *member, code: code.clone(), asked })
    };
    let askers: Vec<_> = members.iter().filter_map(asker).collect();
    proposed(&askers, how).into_iter().collect()
}

/// Somebody of a centre asks how the seats of its delivery could be shared; nothing is kept.
/// `invited` are the codes of the States that share equally, those that asked where it is empty.
pub async fn proposal(
    app: &App,
    by: &CentreStaff,
    code: &DeliveryCode,
    (typed, invited): (Option<&TypedProposing>, &[String]),
) -> Result<Proposal> {
    let known = store::of_centre_by_code(&app.db, by.centre(), code).await?;
    let known = known.ok_or(Error::NotFound)?;
    let found = demand(&app.db, by.centre(), &known).await?;
    let Some(typed) = typed else { return Ok(found) };
    let how = read_proposing(typed, known.max_participants)?;
    let seats = share(&found, &members_by_code(app).await?, (how, invited));
    Ok(Proposal { seats, ..found })
}

/// Books of a delivery of which nothing was shared, shared so.
pub(super) fn fresh(
    delivery: &Delivery,
    shares: &BTreeMap<OrganisationId, i32>,
    asked: impl IntoIterator<Item = (OrganisationId, i32)>,
) -> Result<Books> {
    let mut books = Books::default();
    let done = books.resize(delivery.max_participants).and_then(|()| books.share(shares));
    done.map_err(|_| uneven())?;
    books.note_asked(asked);
    Ok(books)
}

/// What was read as possible is not: our own fault.
pub(super) fn uneven() -> Error {
    Error::Internal(anyhow::anyhow!("seats are moved that are not there"))
}

/// A centre keeps a draft of how the seats of its delivery are shared; nobody else sees it. Answers
/// its revision now.
#[tracing::instrument(skip_all)]
pub async fn draft_seats(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    typed: &TypedSeats,
) -> Result<i32> {
    let members = members_by_code(app).await?;
    let tx = app.db.begin().await?;
    let known = store::to_change(&tx, by.centre(), &edition.code).await?.ok_or(Error::NotFound)?;
    let before = to_share(&tx, &known).await?;
    may_draft(&known, before.as_ref())?;
    let (how, read) = read_draft(typed, &members, known.max_participants)?;
    let demand = demand(&tx, by.centre(), &known).await?;
    let same = before.as_ref().filter(|kept| kept.books.shares() == read.seats);
    let as_it_was = same.filter(|kept| kept.sharing == read.sharing).map(|_| &read.seats);
    let proposed = share(&demand, &members, (how, &[]));
    let bases: Vec<_> = [&proposed].into_iter().chain(as_it_was).collect();
    let sharing = read.sharing.settled(&read.seats, &bases);
    if same.is_some_and(|kept| (kept.sharing, kept.agency_limit) == (sharing, read.agency_limit)) {
        return Ok(before.map_or(0, |kept| kept.revision));
    }
    let revision = before.map_or(0, |kept| kept.revision);
    if revision != edition.revision {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    let books = fresh(&known, &read.seats, demand.asked)?;
    let draft = Kept {
        delivery: known.id,
        sharing,
        agency_limit: read.agency_limit,
        published_at: None,
        published_by: None,
        entries: 0,
        revision,
        changed_at: hand.at,
        changed_by: hand.by,
        books,
    };
    save(&tx, &draft, Saving::Anew, hand).await?;
    record(&tx, hand, &by.by(), ("delivery.draft_seats", known.id, &["seats"])).await?;
    tx.commit().await?;
    Ok(revision + 1)
}

/// Whether a draft of the seats of a delivery may be kept.
fn may_draft(known: &Delivery, before: Option<&Kept>) -> Result<()> {
    SeatAct::Draft.allowed_in(known.state).map_err(Error::Refused)?;
    if known.is_national() {
        return Err(Error::refused("seats-refused-national"));
    }
    if before.is_some_and(Kept::is_published) {
        return Err(Error::refused("seats-refused-published"));
    }
    Ok(())
}

/// The delivery of this id of the own centre, and how its seats are shared.
pub async fn own_seats(
    app: &App,
    by: &CentreStaff,
    id: DeliveryId,
) -> Result<Option<(Delivery, Option<Kept>)>> {
    let Some(known) = store::of_id(&app.db, by.centre(), id).await? else { return Ok(None) };
    let kept = kept_of_centre(&app.db, &known, by.centre()).await?;
    Ok(Some((known, kept)))
}
