//! Files and links of courses: where centres keep them, and where readers take them.
mod form;
mod one;
mod shown;
mod taking;

pub use self::form::{add, new_material};
pub use self::one::{change, material, remove, replace, restore};
pub(super) use self::shown::{OnCourse, ShelfShown};
pub use self::taking::{download, old_download, pack};
use super::super::store::materials::Source;
use crate::base::App;
use crate::base::error::{FieldErrors, Result};
use crate::base::files::{ALL_EXTENSIONS, Arrived, Limit, Sent};
use crate::base::i18n::Message;
use crate::catalogue::rules::read_link;

/// The file or the link of a form, as it is shown again.
#[derive(Debug, Default)]
struct SourceForm {
    link: String,
    arrived: Option<Arrived>,
    /// What names the file that arrived, so that it need not be sent again.
    token: String,
}

impl SourceForm {
    /// What was sent, and what it is; every fault is noted.
    fn read(
        app: &App,
        sent: &mut Sent,
        errors: &mut FieldErrors,
    ) -> Result<(Self, Option<Source>)> {
        let link = sent.value("link").to_owned();
        let mut arrived = None;
        match sent.file.take() {
            Some(Ok(file)) => arrived = Some(file),
            Some(Err(fault)) => errors.add("file", fault),
            None if link.trim().is_empty() => errors.add("file", "material-needs-file"),
            None => {}
        }
        let token = match &arrived {
            Some(file) => file.token(&app.settings.secret_key)?,
            None => String::new(),
        };
        let mut source = arrived.clone().map(Source::File);
        if !link.trim().is_empty() {
            match read_link(&link) {
                _ if source.is_some() => errors.add("link", "material-file-or-link"),
                Ok(link) => source = Some(Source::Link(link)),
                Err(faults) => faults.iter().for_each(|(f, m)| errors.add(f, m.clone())),
            }
        }
        Ok((Self { link, arrived, token }, source))
    }

    /// What arrived, in words.
    fn arrived_words(&self) -> Option<Message> {
        let file = self.arrived.as_ref()?;
        let size = size_of(i64::try_from(file.bytes).unwrap_or(i64::MAX));
        Some(Message::new("material-arrived").with("name", file.name.as_str()).with("size", size))
    }
}

/// The length of a file as people say it.
fn size_of(bytes: i64) -> Message {
    let kilobytes = (bytes + 1023) / 1024;
    if kilobytes < 10_000 {
        Message::new("file-size-kb").with("number", kilobytes)
    } else {
        Message::new("file-size-mb").with("number", (bytes + (1 << 19)) >> 20)
    }
}

/// How large a file may be and what kinds are taken, said before anybody chooses one.
fn limits(limit: Limit) -> Message {
    let most = i64::try_from(limit.largest.min(limit.room) >> 20).unwrap_or(i64::MAX);
    Message::new("material-limits").with("most", most).with("kinds", ALL_EXTENSIONS.join(", "))
}
