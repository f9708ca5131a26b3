use seed::{course_types, courses};

use crate::assert_all_different;

#[test]
fn there_are_13_course_types() {
    assert_eq!(course_types().len(), 13);
}

#[test]
fn every_course_type_has_a_code_and_a_name_of_its_own() {
    assert_all_different(course_types().iter().map(|course_type| &course_type.code));
    assert_all_different(course_types().iter().map(|course_type| &course_type.name));
    assert_all_different(course_types().iter().map(|course_type| &course_type.abbreviation));
}

#[test]
fn every_course_type_has_a_course() {
    let courses = courses();
    for course_type in course_types() {
        let code = &course_type.code;
        assert!(courses.iter().any(|course| course.course_type == *code), "{code}");
    }
}
