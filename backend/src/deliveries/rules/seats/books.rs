//! The books of the seats of one delivery: what its States and the reserve hold, and every way in
//! which that changes. Whatever writes and whatever replays goes through [`Books::enter`].
use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::EntryKind;
use crate::base::ids::OrganisationId;

/// What one State has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Places that it asked for in the round; 0 where none are known.
    pub asked: i32,
    /// Seats that are its own.
    pub held: i32,
    /// Those of them that people have.
    pub taken: i32,
}

impl Held {
    /// Those that nobody has.
    pub const fn free(self) -> i32 {
        self.held - self.taken
    }
}

/// Seats that go from one place to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// What happens.
    pub kind: EntryKind,
    /// The State from which they go.
    pub from: Option<OrganisationId>,
    /// The State to which they go.
    pub to: Option<OrganisationId>,
    /// How many.
    pub seats: i32,
    /// The participant nomination for which it is.
    pub nomination: Option<Uuid>,
    /// Why; empty where nothing needs to be said.
    pub reason: String,
}

/// A move that cannot be: there are not so many seats where they come from, or it names no State
/// where it must.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uneven;

/// The seats of one delivery.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// All of them.
    pub capacity: i32,
    /// Those that are nobody's yet.
    pub reserve: i32,
    /// Those of the States.
    pub quotas: BTreeMap<OrganisationId, Held>,
    moves: Vec<Move>,
    touched: BTreeSet<OrganisationId>,
}

impl Books {
    /// The books as they are kept.
    pub fn kept(
        (capacity, reserve): (i32, i32),
        quotas: impl IntoIterator<Item = (OrganisationId, Held)>,
    ) -> Self {
        let quotas = quotas.into_iter().collect();
        Self { capacity, reserve, quotas, ..Self::default() }
    }

    /// Notes what States asked for in the round.
    pub fn note_asked(&mut self, asked: impl IntoIterator<Item = (OrganisationId, i32)>) {
        for (member, asked) in asked {
            self.quotas.entry(member).or_default().asked = asked;
        }
    }

    /// The seats of each State that has some.
    pub fn shares(&self) -> BTreeMap<OrganisationId, i32> {
        let held = self.quotas.iter().filter(|(_, has)| has.held > 0);
        held.map(|(member, has)| (*member, has.held)).collect()
    }

    /// What happened since, in its order.
    pub fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// The States whose seats are others since, with what they have now.
    pub fn touched(&self) -> impl Iterator<Item = (OrganisationId, Held)> {
        self.touched.iter().map(|member| (*member, self.of(*member)))
    }

    /// What a State has.
    pub fn of(&self, member: OrganisationId) -> Held {
        self.quotas.get(&member).copied().unwrap_or_default()
    }

    /// Whether what States hold, and not only what people have of it, is another since.
    pub fn shares_changed(&self) -> bool {
        use EntryKind as K;
        let moves_people = |kind| matches!(kind, K::Taken | K::Freed | K::Offered | K::OfferEnded);
        self.moves.iter().any(|one| !moves_people(one.kind))
    }

    /// Enters one move, where it can be; else nothing changes.
    pub fn enter(&mut self, entry: Move) -> Result<(), Uneven> {
        use EntryKind as K;
        let (capacity, reserve, held, taken) = match entry.kind {
            K::CapacityRaised => (1, 1, 0, 0),
            K::CapacityLowered => (-1, -1, 0, 0),
            K::Allotted | K::Granted => (0, -1, 1, 0),
            K::QuotaLowered | K::TurnedBack | K::Recalled => (0, 1, -1, 0),
            K::Taken | K::Offered => (0, 0, 0, 1),
            K::Freed | K::OfferEnded => (0, 0, 0, -1),
        };
        let member = match entry.kind {
            K::CapacityRaised | K::CapacityLowered => None,
            K::Allotted | K::Granted | K::Freed | K::OfferEnded => Some(entry.to.ok_or(Uneven)?),
            K::QuotaLowered | K::TurnedBack | K::Recalled | K::Taken | K::Offered => {
                Some(entry.from.ok_or(Uneven)?)
            }
        };
        let seats = entry.seats;
        let mut has = member.map(|member| self.of(member)).unwrap_or_default();
        has.held += held * seats;
        has.taken += taken * seats;
        let left = self.reserve + reserve * seats;
        if seats <= 0 || left < 0 || has.taken < 0 || has.free() < 0 {
            return Err(Uneven);
        }
        self.capacity += capacity * seats;
        self.reserve = left;
        if let Some(member) = member {
            self.quotas.insert(member, has);
            self.touched.insert(member);
        }
        self.moves.push(entry);
        Ok(())
    }

    /// A person of a State takes a seat: one that its State has free, else one that the reserve
    /// grants it first. Answers whether there was one.
    pub fn take(&mut self, member: OrganisationId, nomination: Uuid) -> bool {
        self.give(EntryKind::Taken, member, nomination)
    }

    /// A seat is kept for a person of a State while it is offered, found as one is that is taken.
    /// Answers whether there was one.
    pub fn offer(&mut self, member: OrganisationId, nomination: Uuid) -> bool {
        self.give(EntryKind::Offered, member, nomination)
    }

    fn give(&mut self, kind: EntryKind, member: OrganisationId, nomination: Uuid) -> bool {
        let nomination = Some(nomination);
        let one = |kind, from, to| Move { seats: 1, nomination, ..Move::new(kind, from, to) };
        if self.of(member).free() == 0
            && self.enter(one(EntryKind::Granted, None, Some(member))).is_err()
        {
            return false;
        }
        self.enter(one(kind, Some(member), None)).is_ok()
    }

    /// A person leaves a seat; their State has it free again.
    pub fn free(&mut self, member: OrganisationId, nomination: Uuid, reason: &str) -> bool {
        self.leave(EntryKind::Freed, member, nomination, reason)
    }

    /// An offer comes to nothing; the State of the person has the seat free again.
    pub fn end_offer(&mut self, member: OrganisationId, nomination: Uuid) -> bool {
        self.leave(EntryKind::OfferEnded, member, nomination, "")
    }

    /// Seats that nobody has, whoever holds them.
    pub fn free_in_all(&self) -> i32 {
        self.capacity - self.quotas.values().map(|has| has.taken).sum::<i32>()
    }

    fn leave(
        &mut self,
        kind: EntryKind,
        member: OrganisationId,
        nomination: Uuid,
        reason: &str,
    ) -> bool {
        let freed = Move::new(kind, None, Some(member));
        let reason = reason.to_owned();
        self.enter(Move { nomination: Some(nomination), reason, ..freed }).is_ok()
    }

    /// A State returns free seats to the reserve.
    pub fn turn_back(&mut self, member: OrganisationId, seats: i32, reason: &str) -> bool {
        let back = Move::new(EntryKind::TurnedBack, Some(member), None);
        self.enter(Move { seats, reason: reason.to_owned(), ..back }).is_ok()
    }

    /// Takes the free seats of each State into the reserve, but for those that are `kept` for its
    /// people. Answers how many each gave.
    pub fn recall(&mut self, kept: &BTreeMap<OrganisationId, i32>) -> Vec<(OrganisationId, i32)> {
        let spare = |(member, has): (&OrganisationId, &Held)| {
            let seats = has.free() - kept.get(member).copied().unwrap_or(0);
            (seats > 0).then_some((*member, seats))
        };
        let spare: Vec<_> = self.quotas.iter().filter_map(spare).collect();
        let given = |(member, seats): &(OrganisationId, i32)| {
            let recalled = Move::new(EntryKind::Recalled, Some(*member), None);
            self.enter(Move { seats: *seats, ..recalled }).is_ok()
        };
        spare.into_iter().filter(given).collect()
    }

    /// Has so many seats. More go to the reserve; fewer come from it.
    pub fn resize(&mut self, capacity: i32) -> Result<(), Uneven> {
        let (kind, seats) = match capacity - self.capacity {
            0 => return Ok(()),
            more if more > 0 => (EntryKind::CapacityRaised, more),
            fewer => (EntryKind::CapacityLowered, -fewer),
        };
        self.enter(Move { seats, ..Move::new(kind, None, None) })
    }

    /// Shares the seats so: what a State is to have less goes to the reserve first, what others
    /// are to have more comes from it then. States that are not named have none.
    pub fn share(&mut self, wanted: &BTreeMap<OrganisationId, i32>) -> Result<(), Uneven> {
        let members: BTreeSet<_> = self.quotas.keys().chain(wanted.keys()).copied().collect();
        let more = |books: &Self, member: OrganisationId| {
            wanted.get(&member).copied().unwrap_or(0) - books.of(member).held
        };
        for member in &members {
            let fewer = -more(self, *member);
            if fewer > 0 {
                let lowered = Move::new(EntryKind::QuotaLowered, Some(*member), None);
                self.enter(Move { seats: fewer, ..lowered })?;
            }
        }
        for member in &members {
            let seats = more(self, *member);
            if seats > 0 {
                let allotted = Move::new(EntryKind::Allotted, None, Some(*member));
                self.enter(Move { seats, ..allotted })?;
            }
        }
        Ok(())
    }
}

impl Move {
    /// One seat, without more words.
    const fn new(
        kind: EntryKind,
        from: Option<OrganisationId>,
        to: Option<OrganisationId>,
    ) -> Self {
        Self { kind, from, to, seats: 1, nomination: None, reason: String::new() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member(number: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(number))
    }

    fn shared(capacity: i32, seats: &[(u128, i32)]) -> Books {
        let mut books = Books::default();
        books.resize(capacity).expect("a capacity");
        let wanted = seats.iter().map(|(number, seats)| (member(*number), *seats)).collect();
        books.share(&wanted).expect("shares");
        books
    }

    fn kinds(books: &Books) -> Vec<&'static str> {
        books.moves().iter().map(|one| one.kind.as_str()).collect()
    }

    #[test]
    fn a_person_takes_a_seat_of_the_state_and_then_one_of_the_reserve() {
        let mut books = shared(3, &[(1, 1)]);
        let person = Uuid::from_u128(9);
        assert!(books.take(member(1), person) && books.take(member(1), person));
        assert_eq!(kinds(&books), ["capacity_raised", "allotted", "taken", "granted", "taken"]);
        assert_eq!((books.of(member(1)).held, books.of(member(1)).taken, books.reserve), (2, 2, 1));
        assert!(books.take(member(2), person));
        assert!(!books.take(member(2), person) && !books.take(member(1), person));
        assert!(books.free(member(1), person, "Ill"));
        assert_eq!(books.of(member(1)).free(), 1);
        // What one State has free is not another's.
        assert!(!books.take(member(2), person));
    }

    #[test]
    fn nobody_loses_a_seat_that_a_person_has() {
        let mut books = shared(4, &[(1, 2)]);
        assert!(books.take(member(1), Uuid::from_u128(9)));
        assert!(!books.turn_back(member(1), 2, "") && books.turn_back(member(1), 1, ""));
        assert_eq!(books.share(&BTreeMap::new()), Err(Uneven));
        assert_eq!(books.resize(0), Err(Uneven));
        assert_eq!((books.resize(1), books.reserve), (Ok(()), 0));
    }

    #[test]
    fn a_recall_takes_what_is_free_and_leaves_what_is_kept_for_people() {
        let mut books = shared(9, &[(1, 3), (2, 2), (3, 2)]);
        assert!(books.take(member(1), Uuid::from_u128(9)));
        let given = books.recall(&[(member(1), 1), (member(2), 5)].into());
        assert_eq!(given, [(member(1), 1), (member(3), 2)]);
        assert_eq!(
            (books.reserve, books.of(member(1)).free(), books.of(member(2)).held),
            (5, 1, 2)
        );
        assert!(books.recall(&[(member(1), 1), (member(2), 2)].into()).is_empty());
    }

    proptest! {
        #[test]
        fn books_add_up_and_are_replayed_from_their_moves(
            capacity in 0i32..40,
            steps in proptest::collection::vec((0u8..9, 1u128..5, 0i32..12), 0..80),
        ) {
            let mut books = shared(capacity, &[]);
            for (act, who, seats) in steps {
                let (who, person) = (member(who), Uuid::from_u128(7));
                match act {
                    0 => drop(books.take(who, person)),
                    1 => drop(books.free(who, person, "")),
                    2 => drop(books.turn_back(who, seats, "")),
                    3 => drop(books.resize(seats * 4)),
                    5 => drop(books.offer(who, person)),
                    6 => drop(books.end_offer(who, person)),
                    4 => drop(books.recall(&[(who, seats)].into())),
                    _ => {
                        let mut tried = books.clone();
                        let wanted = [(who, seats), (member(2), 3)].into();
                        if tried.share(&wanted).is_ok() {
                            books = tried;
                        }
                    }
                }
                let held: i32 = books.quotas.values().map(|one| one.held).sum();
                prop_assert_eq!(books.reserve + held, books.capacity);
                let whole = |one: &Held| one.taken >= 0 && one.free() >= 0;
                prop_assert!(books.reserve >= 0 && books.quotas.values().all(whole));
            }
            let mut replayed = Books::default();
            for entry in books.moves() {
                prop_assert_eq!(replayed.enter(entry.clone()), Ok(()));
            }
            prop_assert_eq!(replayed, books);
        }
    }
}
