//! From what programs send to what a course says, and back.
use super::shapes::{Content, MaterialShape, ModuleShape};
use crate::base::error::FieldErrors;
use crate::base::i18n::is_language_tag;
use crate::catalogue::rules::{
    CourseCode, CourseContent, CourseForm, Material, MaterialForm, Module, ModuleForm,
};

impl Content {
    /// Reads the content as a draft of this course, by the rules of its form; every fault at once,
    /// each by its pointer.
    pub fn read(&self, code: &CourseCode) -> Result<CourseContent, FieldErrors> {
        let mut errors = FieldErrors::default();
        for (field, tags) in [
            ("languages", &self.languages),
            ("translations_available", &self.translations_available),
        ] {
            for (place, tag) in tags.iter().enumerate() {
                if !is_language_tag(tag) {
                    errors.add(format!("/{field}/{place}"), "course-language-unknown");
                }
            }
        }
        for (place, typed) in self.prerequisites.iter().enumerate() {
            if let Err(message) = CourseCode::read(typed) {
                errors.add(format!("/prerequisites/{place}"), message);
            }
        }
        match (self.form().read(code), errors.is_empty()) {
            (Ok(content), true) => Ok(content),
            (Ok(_), false) => Err(errors),
            (Err(faults), _) => {
                let faults = pointed(faults);
                faults.iter().for_each(|(place, message)| errors.add(place, message.clone()));
                Err(errors)
            }
        }
    }

    /// The content with a code for each module that had none, which is none of those `taken` by
    /// other modules of the centre.
    #[must_use]
    pub fn coded(mut self, code: &CourseCode, taken: &[String]) -> Self {
        let mut form = self.form();
        form.code_modules(code, taken);
        for (module, form) in self.modules.iter_mut().zip(form.modules) {
            module.code = form.code;
        }
        self
    }

    fn form(&self) -> CourseForm {
        let number = |number: Option<u16>| number.map(|n| n.to_string()).unwrap_or_default();
        let names = |names: Vec<&'static str>| names.into_iter().map(str::to_owned).collect();
        CourseForm {
            title: self.title.clone(),
            course_type: self.course_type.clone(),
            work_plan_activity: self.work_plan_activity.clone(),
            summary: self.summary.clone(),
            duration_days: number(self.duration_days),
            min_participants: number(self.min_participants),
            max_participants: number(self.max_participants),
            levels_of_delivery: names(self.levels_of_delivery.iter().map(|v| v.as_str()).collect()),
            delivery_modes: names(self.delivery_modes.iter().map(|v| v.as_str()).collect()),
            train_the_trainer: self.train_the_trainer,
            objectives: self.objectives.join("\n"),
            modules: self.modules.iter().map(ModuleShape::form).collect(),
            audience: self.audience.clone(),
            level: self.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
            prerequisites: self.prerequisites.join(","),
            languages: self.languages.clone(),
            translations_available: self.translations_available.clone(),
            materials: self.materials.iter().map(MaterialShape::form).collect(),
        }
    }
}

impl ModuleShape {
    fn form(&self) -> ModuleForm {
        ModuleForm {
            code: self.code.clone(),
            title: self.title.clone(),
            hours: self.hours.map(|hours| hours.to_string()).unwrap_or_default(),
            summary: self.summary.clone(),
        }
    }
}

impl MaterialShape {
    fn form(&self) -> MaterialForm {
        MaterialForm {
            title: self.title.clone(),
            kind: self.kind.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
            language: self.language.clone(),
        }
    }
}

impl From<CourseContent> for Content {
    fn from(content: CourseContent) -> Self {
        Self {
            title: content.title,
            course_type: content.course_type,
            work_plan_activity: content.work_plan_activity,
            summary: content.summary,
            objectives: content.objectives,
            audience: content.audience,
            level: content.level,
            prerequisites: content.prerequisites,
            languages: content.languages,
            translations_available: content.translations_available,
            delivery_modes: content.delivery_modes,
            levels_of_delivery: content.levels_of_delivery,
            min_participants: content.min_participants,
            max_participants: content.max_participants,
            duration_days: content.duration_days,
            train_the_trainer: content.train_the_trainer,
            modules: content.modules.into_iter().map(Into::into).collect(),
            materials: content.materials.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<Module> for ModuleShape {
    fn from(module: Module) -> Self {
        let Module { code, title, hours, summary } = module;
        Self { code, title, hours, summary }
    }
}

impl From<Material> for MaterialShape {
    fn from(material: Material) -> Self {
        let Material { title, kind, language } = material;
        Self { title, kind, language }
    }
}

/// The faults of a form, each by its pointer: `m2.title` is `/modules/1/title`.
pub fn pointed(faults: FieldErrors) -> FieldErrors {
    faults.renamed(|field| {
        let numbered = field.split_once('.').and_then(|(block, part)| {
            let (list, number) = block.split_at_checked(1)?;
            let list = match list {
                "m" => "modules",
                "f" => "materials",
                _ => return None,
            };
            let number: usize = number.parse().ok()?;
            Some(format!("/{list}/{}/{part}", number.checked_sub(1)?))
        });
        match (numbered, field) {
            (Some(pointer), _) => pointer,
            (None, "files") => "/materials".to_owned(),
            (None, field) => format!("/{field}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_points_into_what_was_sent() {
        let mut faults = FieldErrors::default();
        for field in ["title", "m1.hours", "m12.title", "f2.kind", "files"] {
            faults.add(field, "course-needs-title");
        }
        let pointed = pointed(faults);
        let pointers: Vec<_> = pointed.iter().map(|(pointer, _)| pointer.to_owned()).collect();
        assert_eq!(
            pointers,
            ["/title", "/modules/0/hours", "/modules/11/title", "/materials/1/kind", "/materials"]
        );
    }

    #[test]
    fn what_a_course_says_is_read_back_from_what_programs_are_sent() {
        let code = CourseCode::read("LIA-301").expect("a code");
        let content = Content {
            title: "Liaison".into(),
            objectives: vec!["One".into(), "Two".into()],
            prerequisites: vec!["LIA-201".into()],
            modules: vec![ModuleShape { title: "A".into(), hours: Some(3), ..Default::default() }],
            languages: vec!["en".into()],
            ..Content::default()
        };
        let read = content.read(&code).expect("a draft");
        assert_eq!(read.modules[0].code, "LIA-301-M1");
        assert_eq!(Content::from(read.clone()).read(&code), Ok(read));
        let bad = Content { languages: vec!["English".into()], ..Content::default() };
        assert!(bad.read(&code).expect_err("no tag").of("/languages/0").is_some());
    }
}
