//! What courses say in another language.
use super::{Known, World};

impl World {
    /// A centre writes the drafts of its courses in Thai.
    pub(super) async fn write_texts(&mut self, home: &'static str, codes: [&str; 2]) {
        for code in codes {
            let may = move |one: Known| one.is_of(home) || one.sees_the_region();
            let title = self.words.plant(&format!("Thai title of the draft of {code}"), may);
            let path = format!("/courses/{code}/edit/texts/th");
            let editor = &self.one("course_editor", home).person;
            let form = crate::texts::opened(editor, &path, &[("title", &title)]).await;
            editor.post(&path, &as_pairs(&form)).await.is(303);
        }
    }
}

pub fn as_pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
