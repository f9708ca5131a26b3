use std::collections::HashSet;

use seed::{DeliveryLevel, DeliveryStanding, courses, deliveries, members};

#[test]
fn a_delivery_is_of_a_course_of_the_seed_and_says_what_that_offers() {
    let courses = courses();
    for one in deliveries() {
        let course = courses.iter().find(|course| course.code == one.course_code);
        let course = course.unwrap_or_else(|| panic!("{} is no course", one.course_code));
        assert!(course.delivery_modes.contains(&one.mode), "{one:?}");
        assert!(course.levels_of_delivery.contains(&one.level), "{one:?}");
        assert!(course.languages.iter().any(|tag| tag == one.language), "{one:?}");
        assert_eq!(one.begins_in_weeks.is_some(), one.days > 0, "{one:?}");
    }
}

#[test]
fn a_national_delivery_is_for_a_member_and_no_other_is() {
    let members: HashSet<_> = members().into_iter().map(|member| member.code).collect();
    for one in deliveries() {
        let national = one.level == DeliveryLevel::National;
        assert_eq!(one.member_code.is_some(), national, "{one:?}");
        assert!(one.member_code.is_none_or(|code| members.contains(code)), "{one:?}");
    }
}

#[test]
fn deliveries_of_every_standing_are_there_to_be_looked_at() {
    let all = deliveries();
    let has = |fits: fn(&DeliveryStanding) -> bool| all.iter().any(|one| fits(&one.standing));
    assert!(has(|one| *one == DeliveryStanding::Proposed));
    assert!(has(|one| *one == DeliveryStanding::Announced));
    assert!(has(|one| matches!(one, DeliveryStanding::Postponed(_))));
    assert!(has(|one| matches!(one, DeliveryStanding::Cancelled(_))));
    assert!(all.iter().any(|one| one.begins_in_weeks.is_none()));
}
