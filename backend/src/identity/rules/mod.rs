//! What is true of accounts, roles and API clients without a database.
mod scopes;

pub use self::scopes::{NewClient, Scope};
use crate::base::closed_list::stored_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;

stored_list! {
    /// What a person may be in an organisation.
    Role {
        /// Head of training of a centre.
        TrainingDirector = "training_director", "role-training-director";
        /// Helps the Training Director with courses.
        CourseEditor = "course_editor", "role-course-editor";
        /// The member's authorised nominator.
        FocalPoint = "focal_point", "role-focal-point";
        /// Stands in for the focal point.
        DeputyFocalPoint = "deputy_focal_point", "role-deputy-focal-point";
        /// Proposes to the focal point on behalf of an agency.
        AgencyNominator = "agency_nominator", "role-agency-nominator";
        /// Coordinates at the Regional Support Office.
        RsoOfficer = "rso_officer", "role-rso-officer";
        /// Heads the Regional Support Office.
        RsoManager = "rso_manager", "role-rso-manager";
        /// Reads the audit log.
        Auditor = "auditor", "role-auditor";
        /// Keeps the installation; sees no personal data by default.
        Administrator = "administrator", "role-administrator";
    }
}

/// The capability that an organisation needs for a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Publishes courses.
    Publishes,
    /// Nominates courses and participants.
    Nominates,
    /// Oversees the region.
    Oversees,
}

impl Capability {
    /// The capabilities that the columns of an organisation say.
    pub fn of_columns(publishes: bool, nominates: bool, oversees: bool) -> Vec<Self> {
        let all = [
            (publishes, Self::Publishes),
            (nominates, Self::Nominates),
            (oversees, Self::Oversees),
        ];
        all.into_iter().filter_map(|(has, capability)| has.then_some(capability)).collect()
    }
}

impl Role {
    /// The capability that the organisation must have.
    pub const fn needs(self) -> Capability {
        match self {
            Self::TrainingDirector | Self::CourseEditor => Capability::Publishes,
            Self::FocalPoint | Self::DeputyFocalPoint | Self::AgencyNominator => {
                Capability::Nominates
            }
            Self::RsoOfficer | Self::RsoManager | Self::Auditor | Self::Administrator => {
                Capability::Oversees
            }
        }
    }

    /// Where a person in this role lands after signing in.
    pub const fn home(self) -> &'static str {
        match self {
            Self::TrainingDirector | Self::CourseEditor => "/my-centre",
            Self::FocalPoint | Self::DeputyFocalPoint | Self::AgencyNominator => "/my-state",
            Self::RsoOfficer | Self::RsoManager => "/demand",
            Self::Auditor => "/audit-log",
            Self::Administrator => "/emails",
        }
    }

    /// The longest that a session lasts, in hours, however active.
    pub const fn session_hours(self) -> i64 {
        match self {
            Self::RsoManager | Self::RsoOfficer | Self::Administrator | Self::Auditor => 12,
            _ => 24,
        }
    }
}

/// An email address as accounts are known by: trimmed, in lower case.
pub fn read_email(typed: &str) -> Option<String> {
    let email = typed.trim().to_lowercase();
    let (local, domain) = email.split_once('@')?;
    let plausible = !local.is_empty()
        && domain.contains('.')
        && email.len() <= 254
        && !email.chars().any(|c| c.is_whitespace() || c.is_control());
    (plausible && email.parse::<lettre::Address>().is_ok()).then_some(email)
}

/// The fewest characters of a password.
pub const LEAST_CHARACTERS: usize = 15;
/// The most characters of a password.
pub const MOST_CHARACTERS: usize = 256;

/// Long passwords that everybody tries first.
const COMMON: [&str; 12] = [
    "passwordpassword",
    "password1234567",
    "123456789012345",
    "1234567890123456",
    "qwertyuiopasdfgh",
    "qwertyuiopasdfghjkl",
    "1qaz2wsx3edc4rfv",
    "iloveyouiloveyou",
    "correcthorsebatterystaple",
    "letmeinletmeinletmein",
    "administratoradministrator",
    "changemechangeme",
];

/// Words of ours that a password may not be made of.
const OWN_WORDS: [&str; 8] =
    ["rctm", "bali", "process", "regional", "training", "mechanism", "password", "focalpoint"];

/// Whether `password` may be used by the person with these `words` (name, address, organisation).
pub fn read_password(password: &str, words: &[&str]) -> Result<(), FieldErrors> {
    let mut errors = FieldErrors::default();
    let length = password.chars().count();
    if length < LEAST_CHARACTERS {
        errors.add("password", Message::new("password-too-short").with("least", LEAST_CHARACTERS));
    } else if length > MOST_CHARACTERS {
        errors.add("password", Message::new("password-too-long").with("most", MOST_CHARACTERS));
    } else if is_guessable(password, words) {
        errors.add("password", "password-guessable");
    }
    errors.or(())
}

fn is_guessable(password: &str, words: &[&str]) -> bool {
    let plain = letters_and_digits(password);
    let mut rest = plain.clone();
    let personal = words.iter().flat_map(|word| word.split(|c: char| !c.is_alphanumeric()));
    for word in personal.chain(OWN_WORDS).filter(|word| word.chars().count() >= 3) {
        rest = rest.replace(&letters_and_digits(word), "");
    }
    let distinct: std::collections::HashSet<char> = plain.chars().collect();
    COMMON.contains(&plain.as_str()) || rest.chars().count() < 8 || distinct.len() < 6
}

fn letters_and_digits(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A delay that grows with failures and never locks: 0, 0, 1, 3, 5, then 10 seconds.
pub const fn delay_seconds(failures: i32) -> i64 {
    match failures {
        ..=2 => 0,
        3 => 1,
        4 => 3,
        5 => 5,
        _ => 10,
    }
}

/// How many tries an address has before it must slow down.
pub const ADDRESS_BURST: i64 = 10;
/// One try in this many seconds for an address that has used its burst.
pub const ADDRESS_SECONDS: i64 = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_go_by_their_names() {
        for role in Role::ALL {
            assert_eq!(Role::of(role.as_str()), Some(*role));
        }
        assert_eq!(Role::of("king"), None);
    }

    #[test]
    fn an_address_is_read_in_one_form() {
        assert_eq!(read_email("  Ana@Fiji.Example ").as_deref(), Some("ana@fiji.example"));
        for bad in ["", "ana", "@fiji.example", "ana@fiji", "a b@fiji.example", "a@b.c\r\nBcc: x"] {
            assert_eq!(read_email(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_password_is_long_and_not_made_of_what_everybody_knows() {
        let words = ["Ana Tuilagi", "ana@fiji.example", "Fiji"];
        for good in ["seven green kites fly", "ශ්‍රී ලංකාව සහ මුහුද", "a1b2c3d4e5f6g7h"]
        {
            assert!(read_password(good, &words).is_ok(), "{good}");
        }
        let too_long = "ab1".repeat(86);
        for bad in [
            "short",
            "passwordpassword",
            "aaaaaaaaaaaaaaaaaaaa",
            "Fiji Fiji Fiji Fiji 1",
            "rctm-bali-process-2026",
            "ana.tuilagi@fiji.example",
            too_long.as_str(),
        ] {
            assert!(read_password(bad, &words).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_brake_slows_and_never_locks() {
        assert_eq!((0..9).map(delay_seconds).collect::<Vec<_>>(), [0, 0, 0, 1, 3, 5, 10, 10, 10]);
    }
}
