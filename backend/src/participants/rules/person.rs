//! Somebody on the roster of a State: what is collected is what a centre needs to choose.
use super::language::Languages;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::rules::fold;
use crate::identity::read_email;

/// The longest name, post and agency, in characters.
const LONGEST: usize = 200;

/// A person as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPerson {
    /// The name, as in the passport.
    pub full_name: String,
    /// The post.
    pub post: String,
    /// The unit of the State.
    pub agency: String,
    /// The address at work.
    pub email: String,
    /// Languages with their levels.
    pub languages: Vec<(String, String)>,
}

/// A person whose answers can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nominee {
    /// The name, as in the passport.
    pub full_name: String,
    /// The post.
    pub post: String,
    /// The unit of the State.
    pub agency: String,
    /// The address at work, by which a person is known.
    pub email: String,
    /// Languages with their levels.
    pub languages: Languages,
}

impl TypedPerson {
    /// Reads it; every fault at once.
    pub fn read(&self) -> Result<Nominee, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut text = |field: &'static str, typed: &str, missing: &'static str| {
            let read = plain(typed);
            if read.is_empty() {
                errors.add(field, missing);
            } else if read.chars().count() > LONGEST {
                errors.add(field, Message::new("delivery-text-long").with("most", LONGEST));
            }
            read
        };
        let full_name = text("full_name", &self.full_name, "person-needs-name");
        let post = text("post", &self.post, "person-needs-post");
        let agency = text("agency", &self.agency, "person-needs-agency");
        let email = read_email(&self.email).unwrap_or_default();
        if email.is_empty() {
            errors.add("email", "person-needs-email");
        }
        let languages = Languages::read(&self.languages, &mut errors);
        errors.or(Nominee { full_name, post, agency, email, languages })
    }
}

impl Nominee {
    /// By what the roster is sorted.
    pub fn sort_name(&self) -> String {
        fold(&self.full_name).chars().take(LONGEST).collect()
    }

    /// By what the roster is searched.
    pub fn found_by(&self) -> String {
        let said = [&self.full_name, &self.post, &self.agency, &self.email];
        fold(&said.map(String::as_str).join(" "))
    }

    /// The same person as it would be typed.
    pub fn typed(&self) -> TypedPerson {
        let pair = |(tag, level): (&str, super::LanguageLevel)| {
            (tag.to_owned(), level.as_str().to_owned())
        };
        TypedPerson {
            full_name: self.full_name.clone(),
            post: self.post.clone(),
            agency: self.agency.clone(),
            email: self.email.clone(),
            languages: self.languages.iter().map(pair).collect(),
        }
    }

    /// The names of the fields in which another differs, for the audit log.
    pub fn changes(&self, other: &Self) -> Vec<&'static str> {
        let fields = [
            ("full_name", self.full_name == other.full_name),
            ("post", self.post == other.post),
            ("agency", self.agency == other.agency),
            ("email", self.email == other.email),
            ("languages", self.languages == other.languages),
        ];
        fields.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
    }
}

/// What was typed on one line, without what cannot be seen.
fn plain(typed: &str) -> String {
    let seen: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedPerson {
        TypedPerson {
            full_name: " Farhana \t Akter ".into(),
            post: "Assistant Director".into(),
            agency: "Immigration and Passports".into(),
            email: " F.Akter@Passports.example ".into(),
            languages: vec![("en".into(), "upper_intermediate".into())],
        }
    }

    #[test]
    fn a_person_is_kept_as_they_are_known() {
        let read = typed().read().expect("a person");
        assert_eq!(
            (read.full_name.as_str(), read.email.as_str()),
            ("Farhana Akter", "f.akter@passports.example")
        );
        assert!(read.found_by().contains("akter") && read.found_by().contains("passports"));
        assert_eq!(read.typed().read().expect("the same"), read);
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let errors = TypedPerson::default().read().expect_err("faults");
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["full_name", "post", "agency", "email"]);
        let long = TypedPerson { post: "x".repeat(201), email: "no".into(), ..typed() };
        let errors = long.read().expect_err("faults");
        assert!(errors.of("post").is_some() && errors.of("email").is_some());
    }

    #[test]
    fn the_audit_log_names_fields_and_no_values() {
        let before = typed().read().expect("a person");
        let after = Nominee { post: "Director".into(), ..before.clone() };
        assert_eq!(before.changes(&after), ["post"]);
    }
}
