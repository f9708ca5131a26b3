//! Whether the last check of the installation found differences; pages say so to those who look
//! after it. Each instance learns it from the audit log, so asking costs a page nothing.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the last check of the installation found differences.
#[derive(Clone, Debug, Default)]
pub struct Alarm(Arc<AtomicBool>);

impl Alarm {
    /// Raises or ends it.
    pub fn set(&self, raised: bool) {
        self.0.store(raised, Ordering::Relaxed);
    }

    /// Whether it is raised.
    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
