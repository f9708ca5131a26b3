use std::collections::{HashMap, HashSet};

use seed::{Course, Goal, Material, centres, course_types, courses, work_plan};

use crate::{assert_all_different, assert_language_tag, shape};

#[test]
fn there_are_34_courses() {
    assert_eq!(courses().len(), 34);
}

#[test]
fn every_course_and_module_has_a_code_of_its_own() {
    let courses = courses();
    assert_all_different(courses.iter().map(|course| &course.code));
    assert_all_different(courses.iter().map(|course| course.title.to_lowercase()));
    let modules = courses.iter().flat_map(|course| &course.modules);
    assert_all_different(modules.map(|module| &module.code));
}

#[test]
fn a_code_says_whether_a_course_makes_trainers() {
    for Course { code, train_the_trainer, .. } in courses() {
        assert_eq!(shape(&code), "AAA-000");
        assert_eq!(code.contains("-9"), train_the_trainer, "{code}");
    }
}

#[test]
fn every_course_belongs_to_a_known_centre() {
    let centres: HashSet<String> = centres().into_iter().map(|centre| centre.code).collect();
    for course in courses() {
        assert!(centres.contains(&course.centre_code), "{}", course.code);
    }
}

#[test]
fn every_course_serves_the_goal_of_its_activity() {
    let goals: HashMap<String, Goal> =
        work_plan().into_iter().map(|activity| (activity.code, activity.goal)).collect();
    for course in courses() {
        assert_eq!(goals.get(&course.work_plan_activity), Some(&course.goal), "{}", course.code);
    }
}

#[test]
fn every_course_serves_the_goal_of_its_type() {
    let goals: HashMap<String, Goal> =
        course_types().into_iter().map(|kind| (kind.code, kind.goal)).collect();
    for course in courses() {
        assert_eq!(goals.get(&course.course_type), Some(&course.goal), "{}", course.code);
    }
}

#[test]
fn nobody_waits_for_a_course_forever() {
    let courses = courses();
    let mut waiting: Vec<&Course> = courses.iter().collect();
    let mut taken: HashSet<&String> = HashSet::new();
    let may_take = |course: &Course, taken: &HashSet<_>| {
        course.prerequisites.iter().all(|p| taken.contains(p))
    };
    while let Some(next) = waiting.iter().position(|course| may_take(course, &taken)) {
        taken.insert(&waiting.swap_remove(next).code);
    }
    assert!(waiting.is_empty(), "unknown or circular prerequisites: {waiting:#?}");
}

#[test]
fn every_course_says_how_it_is_held_and_for_whom() {
    for course in courses() {
        assert!(!course.delivery_modes.is_empty(), "{}", course.code);
        assert!(!course.levels_of_delivery.is_empty(), "{}", course.code);
        assert_all_different(course.delivery_modes);
        assert_all_different(course.levels_of_delivery);
    }
}

#[test]
fn the_smallest_group_is_no_larger_than_the_largest() {
    for course in courses() {
        let group = 1..=course.max_participants;
        assert!(group.contains(&course.min_participants), "{}", course.code);
    }
}

#[test]
fn a_working_day_has_between_four_and_a_half_and_seven_hours() {
    for course in courses() {
        let hours: f64 = course.modules.iter().map(|module| f64::from(module.hours)).sum();
        let hours_a_day = hours / f64::from(course.duration_days);
        assert!((4.5..=7.0).contains(&hours_a_day), "{}: {hours_a_day}", course.code);
    }
}

#[test]
fn every_course_has_at_least_three_objectives() {
    for course in courses() {
        assert!(course.objectives.len() >= 3, "{}", course.code);
    }
}

#[test]
fn a_language_is_well_formed_and_either_taught_or_translated() {
    for course in courses() {
        assert!(!course.languages.is_empty(), "{}", course.code);
        let tags = || course.languages.iter().chain(&course.translations_available);
        tags().for_each(|tag| assert_language_tag(tag));
        assert_all_different(tags());
    }
}

#[test]
fn every_material_is_in_a_language_of_its_course() {
    for course in courses() {
        for Material { title, language, .. } in &course.materials {
            let known = course.languages.contains(language)
                || course.translations_available.contains(language);
            assert!(known, "{}: {title} in {language}", course.code);
        }
    }
}
