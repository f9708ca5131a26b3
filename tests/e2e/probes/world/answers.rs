//! What States type into their sheets, each text a word of its own.
use super::{COURSES, SHARED, Words};

/// What a State asks for: of the type that JCLEC teaches, of the one that ABFC teaches, and
/// something new.
pub(super) fn sent_answers(words: &mut Words, home: &'static str) -> Vec<(String, String)> {
    let asked = |key: &str, rank: &str| {
        [("freq", "annual"), ("people", "3"), ("urgency", "high"), ("rank", rank)]
            .map(|(field, value)| (format!("{key}.{field}"), value.to_owned()))
    };
    let mut fields = Vec::new();
    for (key, rank) in [("liaison", "1"), ("induction", "2"), ("~1", "3")] {
        fields.extend(asked(key, rank));
        let word = words.plant(&format!("reason of {home} for {key}"), move |one| {
            let teaches =
                ["JCLEC", "ABFC"].iter().any(|centre| one.is_of(centre) && teaches(centre, key));
            one.is_of(home) || one.sees_the_region() || teaches
        });
        fields.push((format!("{key}.reason"), word));
    }
    let title = words.plant(&format!("title of a new course of {home}"), move |one| {
        one.is_of(home) || one.sees_the_region()
    });
    fields.push(("~1.title".to_owned(), title));
    fields
}

pub(super) fn teaches(centre: &str, course_type: &str) -> bool {
    let is_shared = |course: &seed::Course| course.code == COURSES[0].2;
    let mut shared = seed::courses().into_iter().filter(is_shared);
    (centre == SHARED.1 && shared.any(|course| course.course_type == course_type))
        || seed::courses().iter().any(|c| c.centre_code == centre && c.course_type == course_type)
}

/// What is typed into a sheet that is not sent.
pub(super) fn draft_answers(words: &mut Words, home: &'static str) -> Vec<(String, String)> {
    let mut fields = vec![("liaison.freq".to_owned(), "annual".to_owned())];
    for name in ["liaison.reason", "liaison.people", "liaison.rank", "~1.title", "~1.reason"] {
        let what = format!("{name} in a draft of {home}");
        fields.push((name.to_owned(), words.plant(&what, move |one| one.is_of(home))));
    }
    fields
}
