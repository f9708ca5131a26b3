//! A delivery as it is typed into its form, or sent by a program.
use super::plan::Plan;
use super::slots::Sessions;

/// A delivery as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDelivery {
    /// For whom it is run: `regional` or `national`.
    pub scope: String,
    /// The code of the State for which it is, where it is national.
    pub member: String,
    /// How it is held.
    pub mode: String,
    /// The place.
    pub venue: String,
    /// The city.
    pub city: String,
    /// The country.
    pub country: String,
    /// The time zone, as IANA names it.
    pub zone: String,
    /// The first day; empty where it is not settled.
    pub first_day: String,
    /// The last day; empty where it is not settled.
    pub last_day: String,
    /// The sessions.
    pub sessions: Sessions,
    /// The languages, BCP 47.
    pub languages: Vec<String>,
    /// The languages into which it is interpreted, BCP 47.
    pub interpretation: Vec<String>,
    /// The fewest participants.
    pub min_participants: String,
    /// The most participants.
    pub max_participants: String,
    /// The documents that are asked of participants.
    pub documents: String,
    /// Whom to ask.
    pub contact: String,
    /// The days before the start on which something is due; empty where it is as usual.
    pub deadlines: [String; 6],
}

impl TypedDelivery {
    /// The form that would be read as this plan; `member` is the code of the State.
    pub fn of(plan: &Plan, member: &str) -> Self {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        let hour = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        let each = plan.slots.iter();
        let each = each.map(|slot| (slot.day.to_string(), hour(slot.starts), hour(slot.ends)));
        Self {
            scope: plan.whom.scope().as_str().to_owned(),
            member: member.to_owned(),
            mode: plan.mode.as_str().to_owned(),
            venue: plan.venue.name.clone(),
            city: plan.venue.city.clone(),
            country: plan.venue.country.clone(),
            zone: plan.zone.name().to_owned(),
            first_day: day(plan.days.map(|days| days.0)).unwrap_or_default(),
            last_day: day(plan.days.map(|days| days.1)).unwrap_or_default(),
            sessions: Sessions { usual: Default::default(), each: each.collect() },
            languages: plan.languages.clone(),
            interpretation: plan.interpretation.clone(),
            min_participants: plan.participants.0.to_string(),
            max_participants: plan.participants.1.to_string(),
            documents: plan.documents.clone(),
            contact: plan.contact.clone(),
            deadlines: plan.deadlines.days().map(|days| days.to_string()),
        }
    }

    /// The answers in which two forms differ: the key of the label, theirs and ours.
    pub fn differences(&self, ours: &Self) -> Vec<(&'static str, String, String)> {
        let sides = self.answers().into_iter().zip(ours.answers());
        let differing = sides.filter(|((_, theirs), (_, ours))| theirs != ours);
        differing.map(|((label, theirs), (_, ours))| (label, theirs, ours)).collect()
    }

    /// Every answer with the key of its label.
    fn answers(&self) -> [(&'static str, String); 16] {
        let each = self.sessions.each.iter().filter(|(_, starts, _)| !starts.trim().is_empty());
        let each = each.map(|(day, starts, ends)| format!("{day} {starts}-{ends}"));
        let due = self.deadlines.iter().map(|days| days.trim().to_owned());
        [
            ("delivery-scope", self.scope.clone()),
            ("delivery-member", self.member.clone()),
            ("delivery-mode", self.mode.clone()),
            ("delivery-venue", self.venue.trim().to_owned()),
            ("delivery-city", self.city.trim().to_owned()),
            ("delivery-country", self.country.trim().to_owned()),
            ("delivery-zone", self.zone.trim().to_owned()),
            ("delivery-first-day", self.first_day.clone()),
            ("delivery-last-day", self.last_day.clone()),
            ("delivery-sessions", each.collect::<Vec<_>>().join(", ")),
            ("delivery-languages", self.languages.join(", ")),
            ("delivery-interpretation", self.interpretation.join(", ")),
            ("delivery-people", format!("{}, {}", self.min_participants, self.max_participants)),
            ("delivery-documents", self.documents.trim().replace('\r', "")),
            ("delivery-contact", self.contact.trim().to_owned()),
            ("delivery-deadlines", due.collect::<Vec<_>>().join(", ")),
        ]
    }
}
