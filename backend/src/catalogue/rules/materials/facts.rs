//! What is said of a material: read from what somebody typed, every fault at once.
use url::Url;

use super::Access;
use crate::base::closed_list::stored_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};
use crate::catalogue::rules::choices::MaterialKind;

/// The most materials of a course, those not counted that were removed.
pub const MOST_MATERIALS: u64 = 60;
/// The most versions of a material.
pub const MOST_VERSIONS: i32 = 50;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;
/// The longest address, in characters.
pub const LONGEST_LINK: usize = 1000;
/// The longest note on a version, in characters.
const LONGEST_NOTE: usize = 500;

stored_list! {
    /// What others may do with a material.
    Licence {
        /// Anything: nobody holds rights in it.
        PublicDomain = "public_domain", "licence-public-domain";
        /// Anything that names the author.
        CcBy = "cc_by", "licence-cc-by";
        /// The same, and what comes of it is under the same licence.
        CcBySa = "cc_by_sa", "licence-cc-by-sa";
        /// Anything that names the author and sells nothing.
        CcByNc = "cc_by_nc", "licence-cc-by-nc";
        /// The same, and what comes of it is under the same licence.
        CcByNcSa = "cc_by_nc_sa", "licence-cc-by-nc-sa";
        /// Teach with it, as it is, in courses of the region.
        TrainingOnly = "training_only", "licence-training-only";
        /// Nothing without asking.
        AllRights = "all_rights", "licence-all-rights";
    }
}

/// What is said of a material.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The title, in the language of the material.
    pub title: String,
    /// What it is.
    pub kind: MaterialKind,
    /// Its language as a BCP 47 tag.
    pub language: String,
    /// What others may do with it.
    pub licence: Licence,
    /// For whom it is.
    pub access: Access,
}

/// What was typed of a material.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the material")]
pub struct FactsForm {
    pub title: String,
    pub kind: String,
    pub language: String,
    pub licence: String,
    pub access: String,
}

impl FactsForm {
    /// What was typed.
    pub fn of(fields: &[(String, String)]) -> Self {
        let value = |wanted: &str| {
            let field = fields.iter().find(|(name, _)| name == wanted);
            field.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        Self {
            title: value("title"),
            kind: value("kind"),
            language: value("language"),
            licence: value("licence"),
            access: value("access"),
        }
    }

    /// The form as it stands for a material.
    pub fn showing(facts: &Facts) -> Self {
        Self {
            title: facts.title.clone(),
            kind: facts.kind.as_str().to_owned(),
            language: facts.language.clone(),
            licence: facts.licence.as_str().to_owned(),
            access: facts.access.as_str().to_owned(),
        }
    }

    /// Reads it.
    pub fn read(&self) -> Result<Facts, FieldErrors> {
        let mut errors = FieldErrors::default();
        let title = one_line(&self.title);
        if title.is_empty() {
            errors.add("title", "material-needs-title");
        } else if title.chars().count() > LONGEST_TITLE {
            errors.add("title", Message::new("course-too-long").with("most", LONGEST_TITLE));
        }
        let kind = MaterialKind::of(&self.kind);
        if kind.is_none() {
            errors.add("kind", "material-needs-kind");
        }
        let language = self.language.trim().to_owned();
        if !is_language_tag(&language) || language.len() > 20 {
            errors.add("language", "material-needs-language");
        }
        let licence = Licence::of(&self.licence);
        if licence.is_none() {
            errors.add("licence", "material-needs-licence");
        }
        let access = Access::of(&self.access);
        if access.is_none() {
            errors.add("access", "material-needs-access");
        }
        match (kind, licence, access) {
            (Some(kind), Some(licence), Some(access)) => {
                errors.or(Facts { title, kind, language, licence, access })
            }
            _ => Err(errors),
        }
    }
}

fn one_line(typed: &str) -> String {
    typed.trim().chars().filter(|c| !c.is_control()).collect()
}

/// Reads the address of a material that is elsewhere; nobody here ever opens it.
pub fn read_link(typed: &str) -> Result<String, FieldErrors> {
    let wrong = |key: &'static str| {
        let mut errors = FieldErrors::default();
        errors.add("link", Message::new(key));
        errors
    };
    let typed = one_line(typed);
    if typed.chars().count() > LONGEST_LINK {
        return Err(wrong("material-link-long"));
    }
    let url = Url::parse(&typed).map_err(|_| wrong("material-link-bad"))?;
    let named = url.host_str().is_some_and(|host| host.contains('.'));
    let secret = !url.username().is_empty() || url.password().is_some();
    if url.scheme() != "https" || !named || secret {
        return Err(wrong("material-link-bad"));
    }
    Ok(url.into())
}

/// Reads what a new version changes; it may be empty.
pub fn read_version_note(typed: &str) -> Result<String, FieldErrors> {
    let note: String = typed.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let mut errors = FieldErrors::default();
    if note.chars().count() > LONGEST_NOTE {
        errors.add("note", Message::new("course-too-long").with("most", LONGEST_NOTE));
    }
    errors.or(note)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> FactsForm {
        FactsForm {
            title: " Guide ".into(),
            kind: "trainer_guide".into(),
            language: "en".into(),
            licence: "cc_by".into(),
            access: "members".into(),
        }
    }

    #[test]
    fn what_is_said_of_a_material_comes_back_from_its_form() {
        let facts = form().read().expect("facts");
        assert_eq!(facts.title, "Guide");
        assert_eq!(FactsForm::showing(&facts).read(), Ok(facts));
    }

    #[test]
    fn every_fault_is_told_at_once_by_its_field() {
        let faults = FactsForm::default().read().expect_err("it is empty");
        let fields: Vec<_> = faults.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["title", "kind", "language", "licence", "access"]);
        let long = FactsForm { title: "x".repeat(201), ..form() };
        assert!(long.read().is_err_and(|faults| faults.of("title").is_some()));
    }

    #[test]
    fn a_link_leads_elsewhere_safely_or_is_none() {
        assert_eq!(
            read_link(" https://example.org/a b ").as_deref(),
            Ok("https://example.org/a%20b")
        );
        for bad in [
            "",
            "http://example.org/",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://me:pass@example.org/",
            "https://localhost/",
            "//example.org",
            "/courses",
        ] {
            assert!(read_link(bad).is_err(), "{bad}");
        }
    }
}
