use std::collections::HashSet;

use seed::{Course, Provenance, courses, demand_2016, members};

use crate::{assert_all_different, assert_language_tag};

/// The course with this code.
fn course(code: &str) -> Course {
    let found = courses().into_iter().find(|course| course.code == code);
    found.unwrap_or_else(|| panic!("there is no course {code}"))
}

#[test]
fn there_are_261_nominations_and_all_say_that_they_are_invented() {
    assert_eq!(demand_2016().len(), 261);
    assert!(demand_2016().iter().all(|nomination| nomination.provenance == Provenance::Invented));
}

#[test]
fn every_nomination_comes_from_a_member_and_only_ilo_and_three_others_are_silent() {
    let members: HashSet<String> = members().into_iter().map(|member| member.code).collect();
    let asking: HashSet<String> = demand_2016().into_iter().map(|row| row.member_code).collect();
    assert!(asking.is_subset(&members));
    let silent: HashSet<&str> = members.difference(&asking).map(String::as_str).collect();
    assert_eq!(silent, HashSet::from(["KP", "MO", "SY", "ILO"]));
}

#[test]
fn a_member_asks_once_for_a_course_at_a_level() {
    let demand = demand_2016();
    assert_all_different(
        demand.iter().map(|row| (&row.member_code, &row.course_code, row.delivery_level)),
    );
}

#[test]
fn every_nomination_asks_for_a_known_course_at_a_level_that_it_has() {
    for row in demand_2016() {
        let levels = course(&row.course_code).levels_of_delivery;
        assert!(levels.contains(&row.delivery_level), "{row:?}");
    }
}

#[test]
fn nobody_asks_for_more_places_than_a_delivery_has() {
    for row in demand_2016() {
        let places = 1..=course(&row.course_code).max_participants;
        assert!(places.contains(&row.participants_per_delivery), "{row:?}");
    }
}

#[test]
fn every_nomination_has_a_priority_a_language_and_a_reason() {
    for row in demand_2016() {
        assert!((1..=3).contains(&row.priority), "{row:?}");
        assert_language_tag(&row.preferred_language);
        assert!(!row.justification.is_empty(), "{row:?}");
    }
}
