//! The materials that a draft names, beside the files and links that are there.
use super::EditorPage;
use crate::catalogue::rules::MaterialForm;

/// A material that the draft names.
pub(super) struct Described<'a> {
    /// Its number in the form.
    pub(super) number: usize,
    /// Its number among those that the form shows; none where its file or link is there, so that
    /// the list of files shows it.
    pub(super) shown: Option<usize>,
    /// Whether it is saved, so that its file can be added.
    pub(super) saved: bool,
    /// What was typed.
    pub(super) typed: &'a MaterialForm,
}

impl EditorPage<'_> {
    /// What the form names, in its order; what has a fault is always shown.
    pub(super) fn described(&self) -> Vec<Described<'_>> {
        let there = self.shelf.as_ref().map(|shelf| shelf.places_in(self.form));
        let there = there.unwrap_or_default();
        let mut shown = 0;
        (1..)
            .zip(&self.form.materials)
            .map(|(number, typed)| {
                let hidden = there.contains(&number) && !self.is_wrong(number);
                shown += usize::from(!hidden);
                let saved = self.content.materials.get(number - 1);
                let saved = saved.is_some_and(|saved| MaterialForm::showing(saved) == *typed);
                Described { number, shown: (!hidden).then_some(shown), saved, typed }
            })
            .collect()
    }

    fn is_wrong(&self, number: usize) -> bool {
        let wrong = |name: &str| self.errors.of(&format!("f{number}.{name}")).is_some();
        ["title", "kind", "language"].into_iter().any(wrong)
    }
}
