//! In what two plans of one delivery differ.
use super::plan::Plan;

/// The names of the fields in which two plans differ, for the audit log.
pub fn changes(before: &Plan, after: &Plan) -> Vec<&'static str> {
    let fields = [
        ("scope", before.whom == after.whom),
        ("mode", before.mode == after.mode),
        ("venue", before.venue == after.venue),
        ("zone", before.zone == after.zone),
        ("days", before.days == after.days),
        ("slots", before.slots == after.slots),
        ("languages", before.languages == after.languages),
        ("interpretation", before.interpretation == after.interpretation),
        ("participants", before.participants == after.participants),
        ("documents", before.documents == after.documents),
        ("contact", before.contact == after.contact),
        ("deadlines", before.deadlines == after.deadlines),
    ];
    fields.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

/// Whether calendars have to be told: when, where or how it is held is another.
pub fn is_new_to_calendars(before: &Plan, after: &Plan) -> bool {
    let told = ["mode", "venue", "zone", "days", "slots", "languages", "interpretation", "contact"];
    changes(before, after).iter().any(|field| told.contains(field))
}
