//! What programs send of people and their nominations.
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::shapes::LanguageKnown;
use crate::base::error::{Error, FieldErrors};
use crate::participants::rules::{Decision, TypedDecision, TypedPerson, Why};

/// Somebody to be put on the roster.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPersonBody {
    /// The name, as in the passport.
    #[schema(min_length = 1, max_length = 200)]
    full_name: String,
    /// The post.
    #[schema(min_length = 1, max_length = 200)]
    post: String,
    /// The unit of the State.
    #[schema(min_length = 1, max_length = 200)]
    agency: String,
    /// The address at work.
    #[schema(min_length = 3, max_length = 254)]
    email: String,
    /// Languages with their levels.
    #[serde(default)]
    #[schema(max_items = 6)]
    languages: Vec<LanguageKnown>,
}

/// What changes of somebody on the roster.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonPatch {
    /// The name, as in the passport.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    full_name: Option<String>,
    /// The post.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    post: Option<String>,
    /// The unit of the State.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 200)]
    agency: Option<String>,
    /// The address at work.
    #[serde(default)]
    #[schema(min_length = 3, max_length = 254)]
    email: Option<String>,
    /// Languages with their levels.
    #[serde(default)]
    #[schema(max_items = 6)]
    languages: Option<Vec<LanguageKnown>>,
}

fn pairs(languages: Vec<LanguageKnown>) -> Vec<(String, String)> {
    languages.into_iter().map(|one| (one.language, one.level.as_str().to_owned())).collect()
}

impl NewPersonBody {
    /// As it would be typed.
    pub fn typed(self) -> TypedPerson {
        TypedPerson {
            full_name: self.full_name,
            post: self.post,
            agency: self.agency,
            email: self.email,
            languages: pairs(self.languages),
        }
    }
}

impl PersonPatch {
    /// These changes over what was kept.
    pub fn over(self, known: TypedPerson) -> TypedPerson {
        TypedPerson {
            full_name: self.full_name.unwrap_or(known.full_name),
            post: self.post.unwrap_or(known.post),
            agency: self.agency.unwrap_or(known.agency),
            email: self.email.unwrap_or(known.email),
            languages: self.languages.map_or(known.languages, pairs),
        }
    }
}

/// Somebody to be put on a list.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNominationBody {
    /// The code of the delivery.
    #[schema(min_length = 3, max_length = 40)]
    pub delivery: String,
    /// The id of the person.
    pub person: Uuid,
    /// Why this person.
    #[serde(default)]
    #[schema(max_length = 300)]
    pub reason: String,
}

/// Who is sent to the centre.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmissionBody {
    /// The ids of the nominations.
    #[schema(min_items = 1, max_items = 200)]
    pub nominations: Vec<Uuid>,
    /// Whether each person has read the notice and agrees to be nominated.
    pub agreed: bool,
}

/// Why somebody is taken back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalBody {
    /// Why; needed once the person was sent to the centre.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Why an offered seat is declined.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalBody {
    /// Why; it may be empty.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Who goes instead.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReplacementBody {
    /// The id of the person, of the same roster.
    pub person: Uuid,
    /// Whether the person has read the notice and agrees to be nominated.
    pub agreed: bool,
    /// Why; needed after the deadline for replacements.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub reason: String,
}

/// A decision on people.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionBody {
    /// What is decided.
    #[schema(inline)]
    decision: Decision,
    /// The ids of the nominations.
    #[schema(min_items = 1, max_items = 500)]
    pub nominations: Vec<Uuid>,
    /// Why; needed unless people are accepted.
    #[serde(default)]
    #[schema(inline)]
    why: Option<Why>,
    /// The same in the words of the centre, which the State reads; needed as well where people are
    /// accepted and others stand before them on the waiting list.
    #[serde(default)]
    #[schema(max_length = 500)]
    text: String,
}

impl DecisionBody {
    /// As it would be typed.
    pub fn typed(&self) -> TypedDecision {
        TypedDecision {
            decision: self.decision.as_str().to_owned(),
            why: self.why.map_or("", Why::as_str).to_owned(),
            text: self.text.clone(),
        }
    }
}

/// Faults by the pointer into the body.
pub(super) fn pointed(error: Error) -> Error {
    match error {
        Error::Invalid(faults) => Error::Invalid(pointers(faults)),
        other => other,
    }
}

fn pointers(faults: FieldErrors) -> FieldErrors {
    faults.renamed(|field| {
        let field = if field.starts_with("reason-") { "reason" } else { field };
        format!("/{field}")
    })
}
