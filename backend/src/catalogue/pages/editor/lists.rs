//! What can be chosen from in the editor.
use crate::base::App;
use crate::base::error::Result;
use crate::catalogue::rules::{CourseForm, TAUGHT_LANGUAGES};
use crate::catalogue::store::{self, Activity, CourseType};

/// What can be chosen from.
pub(super) struct Lists {
    pub(super) types: Vec<CourseType>,
    pub(super) activities: Vec<Activity>,
    pub(super) languages: Vec<String>,
}

impl Lists {
    pub(super) async fn of(app: &App, form: &CourseForm) -> Result<Self> {
        Ok(Self {
            types: store::course_types(&app.db).await?,
            activities: store::activities(&app.db).await?,
            languages: languages(form),
        })
    }
}

/// The languages to offer: those of the region and whatever the course has beside them.
fn languages(form: &CourseForm) -> Vec<String> {
    let mut all: Vec<String> = TAUGHT_LANGUAGES.map(str::to_owned).to_vec();
    let materials = form.materials.iter().map(|material| &material.language);
    for tag in form.languages.iter().chain(&form.translations_available).chain(materials) {
        if !tag.is_empty() && !all.contains(tag) {
            all.push(tag.clone());
        }
    }
    all
}
