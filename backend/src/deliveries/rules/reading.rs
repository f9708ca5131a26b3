//! Reading what was typed into the form of a delivery, every fault beside its field.
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

use super::deadlines::Deadlines;
use super::plan::{For, Plan, Venue};
use super::slots::{Sessions, Slot};
use super::typed::TypedDelivery;
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::base::ids::OrganisationId;
use crate::catalogue::canonical_tag;
use crate::catalogue::rules::{DeliveryMode, DeliveryScope};

/// The longest line, in characters.
const LONGEST_LINE: usize = 200;
/// The longest text, in characters.
const LONGEST_TEXT: usize = 2_000;
/// The longest code of a State, in bytes.
const LONGEST_CODE: usize = 40;
/// The most languages.
const MOST_LANGUAGES: usize = 10;
/// The most participants.
const MOST_PEOPLE: u16 = 1_000;
/// The most days from the first to the last.
const MOST_DAYS: i64 = 92;
/// Years in which a delivery may be.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// Reads a delivery; `members` are the States by code. What is not said of deadlines is as usual.
pub fn read(
    typed: &TypedDelivery,
    members: &[(String, OrganisationId)],
) -> Result<Plan, FieldErrors> {
    let mut errors = FieldErrors::default();
    let whom = whom(typed, members, &mut errors);
    let mode = DeliveryMode::of(typed.mode.trim());
    if mode.is_none() {
        errors.add("mode", "delivery-needs-mode");
    }
    let zone = zone(&typed.zone, &mut errors);
    let days = days((&typed.first_day, &typed.last_day), &mut errors);
    let slots = slots(&typed.sessions, days, zone, &mut errors);
    let venue = venue(typed, (mode, days), &mut errors);
    let languages = languages("languages", &typed.languages, &mut errors);
    if languages.is_empty() && errors.of("languages").is_none() {
        errors.add("languages", "delivery-needs-language");
    }
    let interpretation = self::languages("interpretation", &typed.interpretation, &mut errors);
    if interpretation.iter().any(|tag| languages.contains(tag)) {
        errors.add("interpretation", "delivery-interpretation-same");
    }
    let participants = participants(typed, &mut errors);
    let documents = text("documents", &typed.documents, LONGEST_TEXT, &mut errors);
    let contact = text("contact", &typed.contact, LONGEST_LINE, &mut errors);
    if contact.is_empty() && errors.of("contact").is_none() {
        errors.add("contact", "delivery-needs-contact");
    }
    let usual = mode.unwrap_or(DeliveryMode::InPerson);
    let deadlines = Deadlines::read(&typed.deadlines, usual, &mut errors);
    errors.or(())?;
    let read = whom.zip(mode).zip(zone).zip(participants);
    let (((whom, mode), zone), participants) = read.ok_or_else(FieldErrors::default)?;
    Ok(Plan {
        whom,
        mode,
        venue,
        zone,
        days,
        slots,
        languages,
        interpretation,
        participants,
        documents,
        contact,
        deadlines,
    })
}

fn whom(
    typed: &TypedDelivery,
    members: &[(String, OrganisationId)],
    errors: &mut FieldErrors,
) -> Option<For> {
    if typed.member.len() > LONGEST_CODE {
        errors.add("member", "delivery-needs-member");
        return None;
    }
    match DeliveryScope::of(typed.scope.trim()) {
        Some(DeliveryScope::Regional) => Some(For::Region),
        Some(DeliveryScope::National) => {
            let code = typed.member.trim();
            let member = members.iter().find(|(known, _)| known == code);
            if member.is_none() {
                errors.add("member", "delivery-needs-member");
            }
            member.map(|(_, id)| For::Member(*id))
        }
        None => {
            errors.add("scope", "delivery-needs-scope");
            None
        }
    }
}

fn zone(typed: &str, errors: &mut FieldErrors) -> Option<Tz> {
    let zone = typed.trim().parse::<Tz>().ok();
    if zone.is_none() {
        errors.add("zone", "delivery-zone-bad");
    }
    zone
}

/// The first day and the last; none where they are not settled, or something is wrong.
pub(super) fn days(
    (first, last): (&str, &str),
    errors: &mut FieldErrors,
) -> Option<(NaiveDate, NaiveDate)> {
    if first.trim().is_empty() && last.trim().is_empty() {
        return None;
    }
    let mut day = |field: &'static str, typed: &str| {
        let day = typed.trim().parse::<NaiveDate>().ok().filter(|day| YEARS.contains(&day.year()));
        if day.is_none() {
            errors.add(field, "delivery-day-bad");
        }
        day
    };
    let (first, last) = (day("first_day", first), day("last_day", last));
    let (first, last) = first.zip(last)?;
    let length = (last - first).num_days();
    if length < 0 {
        errors.add("last_day", "delivery-ends-before");
        return None;
    }
    if length >= MOST_DAYS {
        errors.add("last_day", Message::new("delivery-too-long").with("most", MOST_DAYS));
        return None;
    }
    Some((first, last))
}

/// The sessions, where the days and the zone are known.
pub(super) fn slots(
    sessions: &Sessions,
    days: Option<(NaiveDate, NaiveDate)>,
    zone: Option<Tz>,
    errors: &mut FieldErrors,
) -> Vec<Slot> {
    let Some((days, zone)) = days.zip(zone) else { return Vec::new() };
    sessions.read(days, zone).unwrap_or_else(|why| {
        errors.add("slots", why);
        Vec::new()
    })
}

fn venue(
    typed: &TypedDelivery,
    (mode, days): (Option<DeliveryMode>, Option<(NaiveDate, NaiveDate)>),
    errors: &mut FieldErrors,
) -> Venue {
    let mut line = |field, typed| text(field, typed, LONGEST_LINE, errors);
    let venue = Venue {
        name: line("venue", &typed.venue),
        city: line("city", &typed.city),
        country: line("country", &typed.country),
    };
    let meets = mode.is_some_and(|mode| mode != DeliveryMode::Online) && days.is_some();
    if meets && venue.city.is_empty() && errors.of("city").is_none() {
        errors.add("city", "delivery-needs-city");
    }
    if meets && venue.country.is_empty() && errors.of("country").is_none() {
        errors.add("country", "delivery-needs-country");
    }
    venue
}

fn languages(field: &'static str, typed: &[String], errors: &mut FieldErrors) -> Vec<String> {
    let mut read = Vec::new();
    for typed in typed.iter().filter(|typed| !typed.trim().is_empty()) {
        match canonical_tag(typed.trim()) {
            Some(tag) if read.contains(&tag) => {}
            Some(tag) => read.push(tag),
            None => {
                errors.add(field, "delivery-language-bad");
                return read;
            }
        }
    }
    if typed.len() > MOST_LANGUAGES {
        let many = Message::new("delivery-languages-many").with("most", MOST_LANGUAGES);
        errors.add(field, many);
    }
    read
}

fn participants(typed: &TypedDelivery, errors: &mut FieldErrors) -> Option<(u16, u16)> {
    let mut people = |field: &'static str, typed: &str| {
        let people = typed.trim().parse::<u16>().ok();
        let people = people.filter(|people| (1..=MOST_PEOPLE).contains(people));
        if people.is_none() {
            errors.add(field, Message::new("delivery-people-bad").with("most", MOST_PEOPLE));
        }
        people
    };
    let least = people("min_participants", &typed.min_participants);
    let most = people("max_participants", &typed.max_participants);
    let read = least.zip(most)?;
    if read.0 > read.1 {
        errors.add("max_participants", "delivery-people-order");
        return None;
    }
    Some(read)
}

/// A text without characters that nobody sees.
fn text(field: &'static str, typed: &str, longest: usize, errors: &mut FieldErrors) -> String {
    let seen = |c: &char| !c.is_control() || (*c == '\n' && longest > LONGEST_LINE);
    let text: String = typed.trim().chars().filter(seen).collect();
    // What is sent is counted and not what is left of it, as programs are told.
    if typed.chars().count() > longest {
        errors.add(field, Message::new("delivery-text-long").with("most", longest));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn member() -> (String, OrganisationId) {
        ("FJ".to_owned(), OrganisationId(uuid::Uuid::from_u128(7)))
    }

    fn typed() -> TypedDelivery {
        TypedDelivery {
            scope: "regional".into(),
            mode: "in_person".into(),
            city: "Semarang".into(),
            country: "Indonesia".into(),
            zone: "Asia/Jakarta".into(),
            first_day: "2027-02-08".into(),
            last_day: "2027-02-19".into(),
            languages: vec!["EN".into(), "id".into(), "en".into()],
            min_participants: "12".into(),
            max_participants: "24".into(),
            contact: "training@jclec.example".into(),
            ..TypedDelivery::default()
        }
    }

    fn faults(change: impl FnOnce(&mut TypedDelivery)) -> Vec<String> {
        let mut typed = typed();
        change(&mut typed);
        let errors = read(&typed, &[member()]).err().unwrap_or_default();
        errors.iter().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn a_whole_form_is_read_and_tags_are_written_one_way() {
        let plan = read(&typed(), &[]).expect("a plan");
        assert_eq!(plan.languages, ["en", "id"]);
        assert_eq!((plan.whom, plan.participants), (For::Region, (12, 24)));
        assert_eq!(plan.deadlines, Deadlines::usual(DeliveryMode::InPerson));
        let national = TypedDelivery { scope: "national".into(), member: "FJ".into(), ..typed() };
        let plan = read(&national, &[member()]).expect("a plan");
        assert_eq!(plan.whom, For::Member(member().1));
    }

    #[test]
    fn an_empty_form_is_told_every_fault_at_once() {
        let errors = read(&TypedDelivery::default(), &[]).expect_err("faults");
        let fields: Vec<_> = errors.iter().map(|(field, _)| field).collect();
        let wanted = [
            "scope",
            "mode",
            "zone",
            "languages",
            "min_participants",
            "max_participants",
            "contact",
        ];
        assert_eq!(fields, wanted);
    }

    #[test]
    fn each_fault_stands_beside_its_field() {
        assert_eq!(faults(|t| t.scope = "national".into()), ["member"]);
        assert_eq!(faults(|t| t.last_day = String::new()), ["last_day"]);
        assert_eq!(faults(|t| t.last_day = "2027-02-07".into()), ["last_day"]);
        assert_eq!(faults(|t| t.last_day = "2027-09-07".into()), ["last_day"]);
        assert_eq!(faults(|t| t.first_day = "0027-02-07".into()), ["first_day"]);
        assert_eq!(faults(|t| t.zone = "Semarang".into()), ["zone"]);
        assert_eq!(faults(|t| t.city = " ".into()), ["city"]);
        assert_eq!(faults(|t| t.min_participants = "25".into()), ["max_participants"]);
        assert_eq!(faults(|t| t.interpretation = vec!["id".into()]), ["interpretation"]);
        assert_eq!(faults(|t| t.languages = vec!["English?".into()]), ["languages"]);
        assert_eq!(faults(|t| t.contact = "x".repeat(201)), ["contact"]);
        assert_eq!(faults(|t| t.sessions.usual = ("9".into(), "10".into())), ["slots"]);
    }

    #[test]
    fn days_and_a_place_may_be_settled_later() {
        let undated = |t: &mut TypedDelivery| {
            t.first_day = String::new();
            t.last_day = String::new();
            t.city = String::new();
            t.country = String::new();
        };
        assert!(faults(undated).is_empty());
        let online = |t: &mut TypedDelivery| {
            t.mode = "online".into();
            t.city = String::new();
            t.country = String::new();
        };
        assert!(faults(online).is_empty());
    }

    proptest! {
        #[test]
        fn a_plan_is_read_back_from_its_form(
            first in 0i64..10_000,
            length in 0i64..92,
            hours in (0u32..10, 11u32..23),
            least in 1u16..500,
            more in 0u16..500,
        ) {
            let first = NaiveDate::from_ymd_opt(2001, 1, 1).expect("a day")
                + chrono::Duration::days(first);
            let usual = (format!("{:02}:15", hours.0), format!("{:02}:45", hours.1));
            let typed = TypedDelivery {
                first_day: first.to_string(),
                last_day: (first + chrono::Duration::days(length)).to_string(),
                sessions: Sessions { usual, each: Vec::new() },
                min_participants: least.to_string(),
                max_participants: (least + more).to_string(),
                ..typed()
            };
            let plan = read(&typed, &[]).expect("a plan");
            let again = read(&TypedDelivery::of(&plan, ""), &[]).expect("the same");
            prop_assert_eq!(again, plan);
        }
    }
}
