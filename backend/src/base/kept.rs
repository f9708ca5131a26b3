//! What every page reads and hardly anybody changes is kept in memory, as long as a number in
//! the database stands. Whoever changes it raises the number in the same transaction, so that
//! every instance that shares the database reads it anew.
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex};

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};

use super::db::Transaction;
use super::error::Result;

/// What has a number of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Which organisations there are and what they are called.
    Organisations,
    /// What the public catalogue lists, and the lists by which it is ordered.
    Catalogue,
    /// What the public pages of courses say.
    Courses,
    /// What the public reads of deliveries.
    Deliveries,
}

impl Part {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Catalogue => "catalogue",
            Self::Courses => "courses",
            Self::Deliveries => "deliveries",
        }
    }
}

/// The numbers as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers(Vec<Row>);

#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
struct Row {
    part: String,
    number: i64,
}

impl Numbers {
    /// Reads the numbers: one small query.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self> {
        let sql = "SELECT part, number FROM revision ORDER BY part";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        Ok(Self(Row::find_by_statement(statement).all(db).await?))
    }

    fn of(&self, part: Part) -> i64 {
        let row = self.0.iter().find(|row| row.part == part.as_str());
        row.map_or(0, |row| row.number)
    }
}

/// Says, within the transaction that changes it, that a part is no longer what it was.
pub async fn changed(tx: &Transaction, part: Part) -> Result<()> {
    let sql = "INSERT INTO revision (part, number) VALUES ($1, 1) \
        ON CONFLICT (part) DO UPDATE SET number = revision.number + 1";
    let values = [part.as_str().into()];
    tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(())
}

/// What is kept, one thing of each type.
#[derive(Clone, Default)]
pub struct Kept(Arc<Mutex<HashMap<TypeId, Slot>>>);

type Slot = Arc<tokio::sync::Mutex<Option<(i64, Arc<dyn Any + Send + Sync>)>>>;

impl Kept {
    /// What is kept of type `T`, where it is no older than `numbers` say; else `load` makes it
    /// anew, once for all who wait.
    pub async fn get<T: Any + Send + Sync>(
        &self,
        (numbers, part): (&Numbers, Part),
        load: impl Future<Output = Result<T>>,
    ) -> Result<Arc<T>> {
        let number = numbers.of(part);
        let slot = self.slot(TypeId::of::<T>());
        let mut kept = slot.lock().await;
        if let Some((known, thing)) = kept.as_ref()
            && *known >= number
            && let Ok(thing) = thing.clone().downcast()
        {
            return Ok(thing);
        }
        // What is read now is at least as new as the number that was read before it.
        let thing = Arc::new(load.await?);
        *kept = Some((number, thing.clone()));
        Ok(thing)
    }

    fn slot(&self, of: TypeId) -> Slot {
        self.0.lock().expect("no holder panics").entry(of).or_default().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(number: i64) -> Numbers {
        Numbers(vec![Row { part: Part::Catalogue.as_str().to_owned(), number }])
    }

    #[tokio::test]
    async fn a_thing_is_kept_until_its_number_is_raised() {
        let kept = Kept::default();
        let get = async |number: i64, fresh: u8| {
            let numbers = at(number);
            let thing = kept.get((&numbers, Part::Catalogue), async { Ok(fresh) }).await;
            *thing.expect("it loads")
        };
        assert_eq!(get(1, 10).await, 10);
        assert_eq!(get(1, 11).await, 10, "nothing changed");
        assert_eq!(get(2, 12).await, 12, "it changed");
        assert_eq!(get(1, 13).await, 12, "whoever read the number late gets what is newer");
    }

    #[tokio::test]
    async fn what_could_not_be_read_is_not_kept() {
        let kept = Kept::default();
        let numbers = at(1);
        let which = (&numbers, Part::Catalogue);
        let failed = kept.get(which, async { Err::<u8, _>(super::super::error::Error::NotFound) });
        assert!(failed.await.is_err());
        assert_eq!(*kept.get(which, async { Ok(5_u8) }).await.expect("it loads"), 5);
    }
}
