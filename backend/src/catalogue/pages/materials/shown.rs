//! How materials are listed: to readers on the page of a course, to its centre in the editor.
use super::size_of;
use crate::base::App;
use crate::base::error::Result;
use crate::base::i18n::Message;
use crate::catalogue::actions::{self, Had, KEPT_FOR_DAYS, Shelf};
use crate::catalogue::rules::{
    CourseContent, CourseForm, Listed, Material as Description, MaterialForm, MaterialKind,
    MaterialSaid, Reader, described_and_there, one_list,
};
use crate::catalogue::store::Course;
use crate::catalogue::store::materials::Material;
use crate::identity::CentreStaff;

/// What a course has, on its page.
#[derive(Debug, Default)]
pub struct OnCourse {
    had: Vec<Had>,
    /// Whether there is a file that this reader may have.
    pub pack: bool,
}

impl OnCourse {
    /// What this reader sees of a course.
    pub async fn of(app: &App, reader: Reader, course: &Course) -> Result<Self> {
        let had = actions::shown_to(app, reader, course).await?;
        let pack = had.iter().any(|had| had.open && had.material.name.is_some());
        Ok(Self { had, pack })
    }

    /// The materials in a language, those that are only described too.
    pub fn in_language<'a>(
        &'a self,
        content: &'a CourseContent,
        tag: &str,
    ) -> Vec<Listed<'a, Had>> {
        let mut list = one_list(&content.materials, &self.had, |had| said(&had.material));
        list.retain(|one| one.language.eq_ignore_ascii_case(tag));
        list
    }

    /// The languages of the course, and those of what it has.
    pub fn languages<'a>(&'a self, content: &'a CourseContent) -> Vec<&'a str> {
        let mut all = content.all_languages();
        for had in &self.had {
            let tag = had.material.language.as_str();
            if !all.iter().any(|known| known.eq_ignore_ascii_case(tag)) {
                all.push(tag);
            }
        }
        all
    }
}

fn said(material: &Material) -> MaterialSaid<'_> {
    (&material.title, material.kind(), &material.language)
}

fn description(typed: &MaterialForm) -> Description {
    let MaterialForm { title, kind, language } = typed.clone();
    Description { title, kind: MaterialKind::of(&kind), language }
}

/// What a centre keeps with its course, beside the descriptions in its draft.
#[derive(Debug)]
pub struct ShelfShown(Shelf);

impl ShelfShown {
    /// What is kept with a course.
    pub async fn of(app: &App, by: &CentreStaff, course: &Course) -> Result<Self> {
        actions::shelf(app, by, course).await.map(Self)
    }

    /// What is there, first what the draft describes, in its order.
    pub fn list<'a>(&'a self, content: &'a CourseContent) -> Vec<&'a Material> {
        let list = one_list(&content.materials, &self.0.materials, said).into_iter();
        list.filter_map(|one| one.there).collect()
    }

    /// The places, from 1, of the descriptions in a form of which a file or a link is there.
    pub fn places_in(&self, form: &CourseForm) -> Vec<usize> {
        let described: Vec<_> = form.materials.iter().map(description).collect();
        described_and_there(&described, &self.0.materials, said)
    }

    /// What was removed and can be brought back.
    pub fn removed(&self) -> &[Material] {
        &self.0.removed
    }

    /// Until when, in words.
    pub fn kept() -> Message {
        Message::new("material-removed-kept").with("days", KEPT_FOR_DAYS)
    }
}

impl Material {
    /// Its length as people say it.
    pub(in crate::catalogue) fn size(&self) -> Option<Message> {
        self.bytes().map(size_of)
    }

    /// How its file ends, in capitals: PDF.
    pub(in crate::catalogue) fn ending(&self) -> Option<String> {
        self.file_type().map(|kind| kind.extension().to_uppercase())
    }
}
