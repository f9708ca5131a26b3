//! Terms are those of the list that the members share; where it is not sure, the file says so.
use super::languages;
use super::translations::by_key;

/// How a message carries a term.
enum Carries {
    /// It is the term.
    Whole,
    /// It contains the term.
    Within,
}
use Carries::{Whole, Within};

/// Which messages carry which term of the list.
const TERMS: &[(&str, &str, Carries)] = &[
    ("app.catalogue", "catalogue-title", Whole),
    ("course", "course", Whole),
    ("course.module", "course-module", Whole),
    ("course.materials", "course-materials", Whole),
    ("course.train_the_trainer", "course-trainers", Whole),
    ("course.train_the_trainer", "level-train-the-trainer", Whole),
    ("mode", "course-mode", Whole),
    ("mode.in_person", "course-mode-in-person", Whole),
    ("mode.in_person", "mode-in-person", Whole),
    ("mode.online", "course-mode-online", Whole),
    ("mode.online", "mode-online", Whole),
    ("mode.blended", "course-mode-blended", Whole),
    ("mode.blended", "mode-blended", Whole),
    ("level.regional", "course-delivery-regional", Whole),
    ("level.regional", "level-regional", Whole),
    ("level.national", "course-delivery-national", Whole),
    ("level.national", "level-national", Whole),
    ("org.rso", "letter-office", Within),
    ("org.rso", "layout-foot", Within),
    ("role.focal_point", "role-focal-point", Whole),
    ("role.focal_point", "role-deputy-focal-point", Within),
    ("role.training_director", "role-training-director", Whole),
    ("nomination", "email-fact-status", Whole),
    ("nomination.priority", "sheet-rank", Whole),
    ("nomination.priority", "demand-fact-priority", Whole),
    ("nomination.justification", "sheet-reason", Whole),
    ("nomination.justification", "email-fact-reason", Whole),
    ("nomination.justification", "demand-fact-reason", Whole),
    ("demand", "nav-demand", Whole),
    ("frequency.once", "frequency-once", Whole),
    ("frequency.every_two_years", "frequency-every-two-years", Whole),
    ("frequency.annual", "frequency-annual", Whole),
    ("frequency.twice_a_year", "frequency-twice-a-year", Whole),
    ("frequency.quarterly", "frequency-quarterly", Whole),
    ("frequency.monthly", "frequency-monthly", Whole),
    ("auth.sign_in", "layout-sign-in", Whole),
    ("auth.sign_in", "sign-in-title", Whole),
    ("auth.sign_in", "sign-in-button", Whole),
    ("auth.sign_out", "layout-sign-out", Whole),
    ("auth.email", "sign-in-email", Within),
    ("auth.password", "sign-in-password", Whole),
    ("auth.password", "account-password", Whole),
    ("auth.forgot_password", "sign-in-forgot", Whole),
    ("ui.language", "layout-language", Whole),
    ("ui.language", "account-language", Whole),
    ("ui.language", "facet-language", Whole),
    ("ui.language", "sheet-language", Whole),
    ("ui.search", "search", Whole),
    ("ui.save", "save", Whole),
    ("ui.save", "notices-save", Whole),
    ("ui.save", "round-save", Whole),
    ("ui.edit", "edit", Whole),
    ("ui.edit", "round-edit", Whole),
    ("ui.cancel", "cancel", Whole),
    ("ui.withdraw", "overview-withdraw", Whole),
    ("status.draft", "course-state-draft", Whole),
    ("status.draft", "round-state-draft", Whole),
    ("status.draft", "standing-draft", Whole),
    ("status.submitted", "nomination-state-submitted", Whole),
    ("status.submitted", "standing-submitted", Whole),
    ("status.submitted", "receipt-title", Whole),
];

/// A term in a language, and whether the list is sure of it.
fn term(name: &str, tag: &str) -> (String, bool) {
    // No field before the notes holds a comma.
    let mut lines = include_str!("terms.csv").lines();
    let names: Vec<_> = lines.next().expect("a head").split(',').collect();
    let at = |name: &str| names.iter().position(|one| *one == name).expect("a column");
    let line = lines.find(|line| line.split(',').next() == Some(name));
    let fields: Vec<_> = line.unwrap_or_else(|| panic!("no term {name}")).split(',').collect();
    let sure = fields[at("confident")].split(';').any(|one| one == tag);
    (fields[at(tag)].to_owned(), sure)
}

#[test]
fn terms_are_those_of_the_list() {
    let mut wrong = Vec::new();
    for tag in languages().into_iter().filter(|tag| tag != "en") {
        let messages = by_key(&tag);
        for (name, key, carries) in TERMS {
            let (term, _) = term(name, &tag);
            let said = messages.get(*key).map(|message| message.texts().join(" "));
            let said = said.unwrap_or_default().to_lowercase();
            let carried = match carries {
                Whole => said == term.to_lowercase(),
                Within => said.contains(&term.to_lowercase()),
            };
            if !carried {
                wrong.push(format!("{tag}: {key} says {said:?}, and {name} is {term:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn a_term_of_which_the_list_is_not_sure_is_marked() {
    let mut wrong = Vec::new();
    for tag in languages().into_iter().filter(|tag| tag != "en") {
        let messages = by_key(&tag);
        for (name, _, _) in TERMS {
            let marks = format!("term not settled: {name}");
            let keys = TERMS.iter().filter(|(one, _, _)| one == name).map(|(_, key, _)| *key);
            let marked = keys.filter_map(|key| messages.get(key)).any(|m| m.comment == marks);
            let (_, sure) = term(name, &tag);
            if marked == sure {
                wrong.push(format!("{tag}: {name} is {}marked", if sure { "" } else { "not " }));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
