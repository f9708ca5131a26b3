//! The log of a test, as the program writes it: every line of every level that it knows of itself.
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// What was logged since the beginning.
pub struct Log {
    lines: Lines,
    _guard: DefaultGuard,
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Begins to keep what this test logs.
    pub fn begin() -> Self {
        let lines = Lines::default();
        let logs = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new("rctm=trace,warn"))
            .with_writer(lines.clone())
            .json()
            .finish();
        Self { lines, _guard: tracing::subscriber::set_default(logs) }
    }

    /// What was logged; fails where nothing was.
    pub fn text(&self) -> String {
        let bytes = self.lines.0.lock().expect("no panic").clone();
        assert!(!bytes.is_empty(), "nothing was logged");
        String::from_utf8(bytes).expect("text")
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
