//! What can be wrong with one line of a sheet, and with the order of its lines.
use std::collections::{HashMap, HashSet};

use super::line::{Line, Preference};
use super::lists::{Level, Urgency};
use super::needs::{About, LONGEST_REASON, LONGEST_TITLE, Scope};
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};
use crate::base::ids::CourseId;

/// Ranks are unique; a line without one takes the first that is free, in the order of the sheet.
pub(super) fn ranks<'a>(
    asked: &[&'a Line],
    most: usize,
    errors: &mut FieldErrors,
) -> HashMap<&'a str, u16> {
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    let mut taken = HashSet::new();
    let mut ranks = HashMap::new();
    for line in asked.iter().filter(|line| !line.rank.trim().is_empty()) {
        let field = format!("{}-rank", line.key);
        match line.rank.trim().parse::<u16>() {
            Ok(rank) if !(1..=most).contains(&rank) => errors.add(field, rank_bad(most)),
            Ok(rank) if !taken.insert(rank) => {
                errors.add(field, Message::new("sheet-fault-rank-twice").with("rank", rank));
            }
            Ok(rank) => {
                ranks.insert(line.key.as_str(), rank);
            }
            Err(_) => errors.add(field, rank_bad(most)),
        }
    }
    let mut free = (1..=most).filter(|rank| !taken.contains(rank));
    for line in asked.iter().filter(|line| line.rank.trim().is_empty()) {
        if let Some(rank) = free.next() {
            ranks.insert(line.key.as_str(), rank);
        }
    }
    ranks
}

fn rank_bad(most: u16) -> Message {
    Message::new("sheet-fault-rank").with("most", most)
}

/// Notes what is wrong with a line.
pub(super) struct Faults<'a> {
    pub line: &'a Line,
    pub errors: &'a mut FieldErrors,
}

impl Faults<'_> {
    fn add(&mut self, field: &str, message: impl Into<Message>) {
        let id = match field {
            "" => self.line.key.clone(),
            field => format!("{}-{field}", self.line.key),
        };
        self.errors.add(id, message);
    }

    pub fn listed<T>(&mut self, field: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.add(field, "sheet-fault-choose");
        }
        value
    }

    pub fn about(&mut self, scope: &Scope<'_>) -> Option<About> {
        let Some(code) = self.line.course_type() else {
            let title = one_line(&self.line.title);
            if (1..=LONGEST_TITLE).contains(&title.chars().count()) {
                return Some(About::New(title));
            }
            self.add("title", Message::new("sheet-fault-title").with("most", LONGEST_TITLE));
            return None;
        };
        let known = scope.types.contains(&code).then(|| About::Type(code.to_owned()));
        self.listed("", known)
    }

    pub fn people(&mut self, level: Level) -> Option<u16> {
        if level == Level::Translation {
            return Some(0);
        }
        match self.line.people.trim().parse() {
            Ok(people) if (1..=level.most_people()).contains(&people) => Some(people),
            _ => {
                let key = match level {
                    Level::Regional => "sheet-fault-people-regional",
                    _ => "sheet-fault-people",
                };
                self.add("people", Message::new(key).with("most", level.most_people()));
                None
            }
        }
    }

    pub fn language(&mut self) -> Option<String> {
        let language = Some(self.line.language.trim().to_owned());
        self.listed("lang", language.filter(|tag| is_language_tag(tag)))
    }

    pub fn reason(&mut self, urgency: Option<Urgency>) -> Option<String> {
        let reason = one_line(&self.line.reason);
        let needed = if self.line.course_type().is_none() {
            Some("sheet-fault-why")
        } else if urgency == Some(Urgency::High) {
            Some("sheet-fault-reason")
        } else {
            None
        };
        match (reason.chars().count(), needed) {
            (0, Some(key)) => self.add("reason", key),
            (length, _) if length > LONGEST_REASON => {
                self.add("reason", Message::new("sheet-fault-long").with("most", LONGEST_REASON));
            }
            _ => return Some(reason),
        }
        None
    }

    pub fn course(&mut self, scope: &Scope<'_>) -> Option<CourseId> {
        let preferred = self.line.preferred()?;
        let offered = scope.courses.iter().find(|(id, code, course_type)| {
            let named = match &preferred {
                Preference::Id(chosen) => chosen == id,
                Preference::Code(typed) => typed == code,
            };
            named && Some(*course_type) == self.line.course_type()
        });
        if offered.is_none() && matches!(preferred, Preference::Code(_)) {
            self.add("course", "sheet-fault-course");
            return None;
        }
        self.listed("course", offered.map(|(id, ..)| *id))
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads the reason of a deed that needs one.
pub fn read_reason(typed: &str) -> Result<String, FieldErrors> {
    let reason = one_line(typed);
    let mut errors = FieldErrors::default();
    match reason.chars().count() {
        1..=LONGEST_REASON => {}
        0 => errors.add("reason", "withdrawal-fault-reason"),
        _ => errors.add("reason", Message::new("sheet-fault-long").with("most", LONGEST_REASON)),
    }
    errors.or(reason)
}
