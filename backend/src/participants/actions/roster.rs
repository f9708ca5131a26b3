//! The roster of a State: somebody is put on it, changed, taken off.
use super::{hand, record_person};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::i18n::Message;
use crate::base::ids::{AgencyId, PersonId};
use crate::catalogue::Hand;
use crate::identity::StateStaff;
use crate::organisations;
use crate::participants::rules::{Nominee, TypedPerson};
use crate::participants::store::{self, NewPerson, Person};

/// Somebody to be put on the roster.
#[derive(Clone, Debug)]
pub struct NewOnRoster {
    /// The id, made by the form, so that sending it twice adds one person.
    pub id: PersonId,
    /// What was typed.
    pub typed: TypedPerson,
    /// Whether the person is invented for demonstration.
    pub sample: bool,
}

/// Which person, as they were when somebody read it.
#[derive(Clone, Copy, Debug)]
pub struct PersonEdition {
    /// The id.
    pub id: PersonId,
    /// The revision at that time.
    pub revision: i32,
}

/// Somebody of a State puts a person on its roster; who nominates for an agency, on that of the
/// agency.
#[tracing::instrument(skip_all, fields(person.id = %new.id))]
pub async fn add_to_roster(app: &App, by: &StateStaff, new: &NewOnRoster) -> Result<Person> {
    let tx = app.db.begin().await?;
    let hand = hand(app, by.capacity());
    let added = added(&tx, by, new, hand).await?;
    tx.commit().await?;
    Ok(added)
}

/// The same within a transaction.
pub(super) async fn added(
    tx: &Transaction,
    by: &StateStaff,
    new: &NewOnRoster,
    hand: Hand,
) -> Result<Person> {
    let scope = by.nominees();
    if let Some(known) = store::person(tx, scope, new.id).await? {
        return Ok(known);
    }
    let (nominee, agency) = read(tx, by, &new.typed).await?;
    unknown(tx, by, (&nominee, None)).await?;
    let row = NewPerson { id: new.id, nominee: &nominee, agency, sample: new.sample };
    store::add_person(tx, scope, &row, hand).await?;
    let added = store::person(tx, scope, new.id).await?.ok_or(Error::NotFound)?;
    record_person(tx, hand, &by.by(), ("person.add", &added, &[])).await?;
    Ok(added)
}

/// Reads a person; whoever nominates for an agency names people of that agency only.
async fn read(
    tx: &Transaction,
    by: &StateStaff,
    typed: &TypedPerson,
) -> Result<(Nominee, Option<AgencyId>)> {
    if let Some((id, name)) = by.capacity().agency().filter(|_| by.nominees().agency().is_some()) {
        let typed = TypedPerson { agency: name.to_owned(), ..typed.clone() };
        return Ok((typed.read()?, Some(id)));
    }
    let nominee = typed.read()?;
    let agencies = organisations::agencies_of(tx, by.state().id()).await?;
    let typed = nominee.agency.to_lowercase();
    let agency = agencies.iter().find(|agency| agency.name.to_lowercase() == typed);
    Ok((nominee, agency.map(|agency| agency.id)))
}

/// Whether the address is nobody else's of the State.
async fn unknown(
    tx: &Transaction,
    by: &StateStaff,
    (nominee, but): (&Nominee, Option<PersonId>),
) -> Result<()> {
    let scope = by.nominees();
    let known = store::person_of_email(tx, scope, &nominee.email).await?;
    let Some(known) = known.filter(|known| Some(known.id) != but) else { return Ok(()) };
    // Who it is, is for those to know who may see the person.
    let theirs = scope.agency().is_none_or(|agency| known.agency_id == Some(agency));
    let message = if theirs {
        Message::new("person-known").with("name", known.full_name)
    } else {
        Message::new("person-known-elsewhere")
    };
    let mut errors = FieldErrors::default();
    errors.add("email", message);
    Err(errors.into())
}

/// Somebody of a State changes what its roster says of a person; answers the person as kept.
#[tracing::instrument(skip_all, fields(person.id = %edition.id))]
pub async fn change_on_roster(
    app: &App,
    by: &StateStaff,
    edition: PersonEdition,
    typed: &TypedPerson,
) -> Result<Person> {
    let tx = app.db.begin().await?;
    let scope = by.nominees();
    let known = store::person(&tx, scope, edition.id).await?.ok_or(Error::NotFound)?;
    let (nominee, agency) = read(&tx, by, typed).await?;
    let fields = known.nominee().changes(&nominee);
    if fields.is_empty() {
        return Ok(known);
    }
    if known.revision != edition.revision {
        return Err(Error::Conflict);
    }
    unknown(&tx, by, (&nominee, Some(known.id))).await?;
    let hand = hand(app, by.capacity());
    store::change_person(&tx, &known, (&nominee, agency), hand).await?;
    record_person(&tx, hand, &by.by(), ("person.change", &known, &fields)).await?;
    let now = store::person(&tx, scope, edition.id).await?.ok_or(Error::NotFound)?;
    tx.commit().await?;
    Ok(now)
}

/// Somebody of a State takes a person off its roster who was never put forward.
#[tracing::instrument(skip_all, fields(person.id = %edition.id))]
pub async fn take_off_roster(app: &App, by: &StateStaff, edition: PersonEdition) -> Result<()> {
    let tx = app.db.begin().await?;
    let known = store::person(&tx, by.nominees(), edition.id).await?.ok_or(Error::NotFound)?;
    if store::has_nominations(&tx, &known).await? {
        return Err(Error::refused("person-refused-nominated"));
    }
    if known.revision != edition.revision {
        return Err(Error::Conflict);
    }
    store::remove_person(&tx, &known).await?;
    record_person(&tx, hand(app, by.capacity()), &by.by(), ("person.remove", &known, &[])).await?;
    tx.commit().await
}
