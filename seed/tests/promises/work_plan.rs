use seed::{Activity, TrainingBasis, courses, work_plan};

use crate::assert_all_different;

#[test]
fn there_are_the_20_activities_of_attachment_a() {
    assert_eq!(work_plan().len(), 20);
}

#[test]
fn every_activity_has_a_code_and_a_title_of_its_own() {
    assert_all_different(work_plan().iter().map(|activity| &activity.code));
    assert_all_different(work_plan().iter().map(|activity| &activity.title));
}

#[test]
fn the_training_basis_says_whether_an_activity_implies_training() {
    use TrainingBasis::{Explicit, LearningEvent, Mechanism};
    for Activity { code, training_basis, implies_training, .. } in work_plan() {
        let trains = matches!(training_basis, Explicit | LearningEvent | Mechanism);
        assert_eq!(trains, implies_training, "{code}");
    }
}

#[test]
fn the_funding_status_is_the_printed_one_in_one_spelling() {
    for activity in work_plan() {
        let printed = activity.funding_as_printed.to_lowercase().replace(' ', "_");
        assert_eq!(activity.funding_status.as_str(), printed, "{}", activity.code);
    }
}

#[test]
fn every_activity_that_implies_training_has_a_course() {
    let courses = courses();
    for activity in work_plan().iter().filter(|activity| activity.implies_training) {
        let code = &activity.code;
        assert!(courses.iter().any(|course| course.work_plan_activity == *code), "{code}");
    }
}
