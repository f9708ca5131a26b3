//! Reading tables beside requests: a few at once, one of each organisation, and how far each is.
use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

use crate::base::ids::OrganisationId;

/// Tables read at once, each in some hundred MiB at the most.
const AT_ONCE: usize = 2;

type Queue = Arc<tokio::sync::Mutex<()>>;

/// Where tables are read. Cloning is cheap.
#[derive(Clone)]
pub struct Readers(Arc<Inner>);

struct Inner {
    places: Arc<Semaphore>,
    queues: Mutex<HashMap<OrganisationId, Queue>>,
    under_way: Mutex<HashMap<Uuid, Arc<Progress>>>,
}

/// How far a table is read.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
}

/// A place among the readers, held until it is dropped.
pub struct Place {
    readers: Readers,
    table: Uuid,
    /// How far the table is read.
    pub progress: Arc<Progress>,
    _queue: OwnedMutexGuard<()>,
    _permit: OwnedSemaphorePermit,
}

impl Default for Readers {
    fn default() -> Self {
        Self(Arc::new(Inner {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            queues: Mutex::default(),
            under_way: Mutex::default(),
        }))
    }
}

impl Readers {
    /// A place for this table of an organisation, once those before it are read; none where the
    /// program stops.
    pub async fn place(&self, owner: OrganisationId, table: Uuid) -> Option<Place> {
        let progress = Arc::new(Progress::default());
        lock(&self.0.under_way).insert(table, progress.clone());
        let queue = lock(&self.0.queues).entry(owner).or_default().clone();
        let queue = queue.lock_owned().await;
        let permit = self.0.places.clone().acquire_owned().await.ok()?;
        Some(Place { readers: self.clone(), table, progress, _queue: queue, _permit: permit })
    }

    /// How many rows of a table are read, and of how many; none where it is not read here.
    pub fn progress(&self, table: Uuid) -> Option<(usize, usize)> {
        lock(&self.0.under_way).get(&table).map(|progress| progress.seen())
    }
}

impl Progress {
    /// Notes how many rows there are.
    pub fn of(&self, all: usize) {
        self.all.store(all, Ordering::Relaxed);
    }

    /// Notes that so many more are read.
    pub fn add(&self, done: usize) {
        self.done.fetch_add(done, Ordering::Relaxed);
    }

    fn seen(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        lock(&self.readers.0.under_way).remove(&self.table);
    }
}

fn lock<T>(held: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
