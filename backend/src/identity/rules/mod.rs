//! What is true of accounts, roles and API clients without a database.
mod scopes;

use std::collections::BTreeMap;

use chrono_tz::Tz;

pub use self::scopes::{NewClient, Scope};
use crate::base::closed_list::stored_list;
use crate::base::error::FieldErrors;
use crate::base::i18n::{Locale, Message, place_of};

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

/// How a table or a form names a language that nobody chose: BCP 47's "undetermined".
const NO_LANGUAGE: &str = "und";

/// In which language and time zone somebody wants to read pages and emails.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// The language; none leaves it to the browser, and emails are then in English.
    pub language: Option<Locale>,
    /// The time zone; none stands for that of the organisation.
    pub zone: Option<Tz>,
}

impl Reading {
    /// What a table keeps. A language or a zone that is no more known counts as not chosen.
    pub fn kept(language: &str, zone: Option<&str>) -> Self {
        Self { language: Locale::of(language), zone: zone.and_then(|name| name.parse().ok()) }
    }

    /// What a form says: a language or `und`, a zone or nothing.
    pub fn read(language: &str, zone: &str) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        let read = Self::kept(language, Some(zone));
        if read.language.is_none() && language != NO_LANGUAGE {
            errors.add("language", "account-language-unknown");
        }
        if read.zone.is_none() && !zone.is_empty() {
            errors.add("zone", "account-zone-unknown");
        }
        errors.or(read)
    }

    /// The language as tables and forms name it.
    pub fn language_tag(self) -> String {
        self.language.map_or_else(|| NO_LANGUAGE.to_owned(), Locale::tag)
    }

    /// The fields in which this differs from `other`, as the audit log names them.
    pub fn differences(self, other: Self) -> Vec<&'static str> {
        let language = (self.language != other.language).then_some("locale");
        let zone = (self.zone != other.zone).then_some("time_zone");
        language.into_iter().chain(zone).collect()
    }
}

/// Zones in which officers of the region are posted, beside those of the organisations.
const POSTS: [Tz; 16] = [
    Tz::UTC,
    Tz::Africa__Cairo,
    Tz::Africa__Johannesburg,
    Tz::Africa__Nairobi,
    Tz::America__Chicago,
    Tz::America__Los_Angeles,
    Tz::America__New_York,
    Tz::America__Sao_Paulo,
    Tz::Asia__Riyadh,
    Tz::Europe__Berlin,
    Tz::Europe__Brussels,
    Tz::Europe__London,
    Tz::Europe__Moscow,
    Tz::Europe__Paris,
    Tz::Europe__Rome,
    Tz::Europe__Zurich,
];

/// The zones to choose from, by the names of their cities: those of the organisations, those of
/// posts abroad, and the one chosen before.
pub fn zones_to_choose(organisations: &[String], chosen: Option<Tz>) -> Vec<(String, Tz)> {
    let known = organisations.iter().filter_map(|name| name.parse::<Tz>().ok());
    let zones = known.chain(POSTS).chain(chosen).map(|zone| (place_of(zone), zone));
    let sorted: BTreeMap<_, _> = zones.map(|(place, zone)| ((place, zone.name()), zone)).collect();
    sorted.into_iter().map(|((place, _), zone)| (place, zone)).collect()
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
    fn what_somebody_chose_is_read_as_it_was_kept() {
        let dhaka = Reading { language: Locale::of("id"), zone: Some(Tz::Asia__Dhaka) };
        for reading in [Reading::default(), dhaka] {
            let zone = reading.zone.map(Tz::name);
            assert_eq!(Reading::kept(&reading.language_tag(), zone), reading);
            let form = Reading::read(&reading.language_tag(), zone.unwrap_or_default());
            assert_eq!(form.ok(), Some(reading));
        }
        assert_eq!(dhaka.differences(dhaka), Vec::<&str>::new());
        assert_eq!(dhaka.differences(Reading::default()), ["locale", "time_zone"]);
    }

    #[test]
    fn a_language_and_a_zone_are_those_of_the_lists() {
        for (language, zone) in [("fr", ""), ("", ""), ("und", "Asia/Atlantis"), ("ar", "x")] {
            assert!(Reading::read(language, zone).is_err(), "{language} {zone}");
        }
    }

    #[test]
    fn zones_are_listed_once_by_the_name_of_the_city() {
        let organisations = ["Asia/Dhaka", "Pacific/Port_Moresby", "Europe/Paris"];
        let chosen = Some(Tz::Asia__Tokyo);
        let zones = zones_to_choose(&organisations.map(str::to_owned), chosen);
        let places: Vec<_> = zones.iter().map(|(place, _)| place.as_str()).collect();
        assert!(places.is_sorted(), "{places:?}");
        for place in ["Dhaka", "Paris", "Port Moresby", "Tokyo", "UTC"] {
            assert_eq!(places.iter().filter(|one| **one == place).count(), 1, "{place}");
        }
    }

    #[test]
    fn the_brake_slows_and_never_locks() {
        assert_eq!((0..9).map(delay_seconds).collect::<Vec<_>>(), [0, 0, 0, 1, 3, 5, 10, 10, 10]);
    }
}
