//! The modules of each centre.
use rctm::base::ids::ModuleId;

use super::{COURSES, Thing, World};

impl World {
    /// Each centre has a module of two versions, and tells nobody of it.
    pub(super) async fn write_modules(&mut self) {
        for (home, _, _) in COURSES {
            let may = move |one: super::Known| one.is_of(home);
            let mut texts = Vec::new();
            for part in ["title", "summary", "other title", "note"] {
                texts.push(self.words.plant(&format!("{part} of a module of {home}"), may));
            }
            let [title, summary, other, note] = &texts[..] else { unreachable!() };
            let editor = self.person("course_editor", home);
            let id = ModuleId::new().to_string();
            let new = [
                ("id", id.as_str()),
                ("code", "QMO-901-M1"),
                ("title", title),
                ("hours", "6"),
                ("summary", summary),
            ];
            editor.post("/my-centre/modules/new", &new).await.is(303);
            let change = [
                ("version", "1"),
                ("title", other.as_str()),
                ("hours", "6"),
                ("summary", summary),
                ("note", note),
            ];
            editor.post(&format!("/my-centre/modules/{id}/edit"), &change).await.is(303);
            self.modules.push(Thing::of("a module", id, home));
        }
    }
}
