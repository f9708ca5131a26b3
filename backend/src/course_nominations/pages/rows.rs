//! The rows of a sheet as they are shown: what was typed, what stood there before, what is wrong.
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::OfferedCourse;
use crate::course_nominations::rules::{About, Frequency, Level, Line, Urgency};
use crate::course_nominations::store::{Desk, MOST_TO_CHOOSE, Nomination};

/// What was typed, where it is none of a list.
fn typed(text: &str) -> Message {
    Message::new("answer-typed").with("text", text)
}

/// Course types of one goal.
pub struct Group<'a> {
    /// The goal; courses that are not on the list come last.
    pub heading: Message,
    /// Its lines.
    pub rows: Vec<Row<'a>>,
}

/// One line of the sheet.
pub struct Row<'a> {
    /// As typed.
    pub line: &'a Line,
    /// The name of the course type; none for a course that is not on the list.
    pub name: Option<&'a str>,
    /// What the member asked in the round before.
    pub last: Option<Message>,
    /// The courses on offer of the type that are there to choose from.
    pub courses: Vec<&'a OfferedCourse>,
    /// The code of the course that is preferred, as far as it is known, where the type has more
    /// courses than there are to choose from.
    pub course_code: Option<&'a str>,
    errors: &'a FieldErrors,
}

impl Row<'_> {
    /// What is wrong with a field; an empty name is how often.
    pub fn fault(&self, field: &str) -> Option<&Message> {
        match field {
            "" => self.errors.of(&self.line.key),
            field => self.errors.of(&format!("{}-{field}", self.line.key)),
        }
    }

    /// What is wrong with this line, by field.
    pub fn faults(&self) -> Vec<(&'static str, &Message)> {
        const FIELDS: [&str; 10] =
            ["", "title", "level", "people", "lang", "rank", "urgency", "reason", "mode", "course"];
        FIELDS.iter().filter_map(|field| Some((*field, self.fault(field)?))).collect()
    }

    /// Whether something beyond the usual was answered.
    pub fn has_more(&self) -> bool {
        let usual = matches!(self.line.mode.as_str(), "" | "any");
        !usual || self.line.can_host || !self.line.course.is_empty()
    }

    /// How often, in words.
    pub fn often(&self) -> Message {
        self.line.frequency().map_or_else(|| typed(&self.line.often), Frequency::label)
    }

    /// At which level, in words.
    pub fn level(&self) -> Message {
        Level::of(&self.line.level).map_or_else(|| typed(&self.line.level), Level::label)
    }

    /// How urgent, in words.
    pub fn urgency(&self) -> Message {
        Urgency::of(&self.line.urgency).map_or_else(|| typed(&self.line.urgency), Urgency::label)
    }

    /// The course type; empty for a course that is not on the list.
    pub fn code(&self) -> &str {
        self.line.course_type().unwrap_or_default()
    }

    /// The key of the line; ids and names of its fields begin with it.
    pub fn key(&self) -> &str {
        &self.line.key
    }
}

/// The lines of a sheet by goal.
pub fn groups<'a>(desk: &'a Desk, lines: &'a [Line], errors: &'a FieldErrors) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for line in lines {
        let known = desk.types.iter().find(|known| Some(known.code.as_str()) == line.course_type());
        let heading = known.map_or_else(|| "sheet-new-courses".into(), |known| known.goal.label());
        let name = known.map(|known| known.name.as_str());
        let (courses, course_code) = courses(desk, line);
        let row = Row { line, name, last: last(desk, line), courses, course_code, errors };
        match groups.last_mut().filter(|group| group.heading == heading) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { heading, rows: vec![row] }),
        }
    }
    groups
}

/// The courses to choose from; where there are too many of them, the code that was typed.
fn courses<'a>(desk: &'a Desk, line: &'a Line) -> (Vec<&'a OfferedCourse>, Option<&'a str>) {
    let of_type = |course: &&OfferedCourse| Some(course.course_type.as_str()) == line.course_type();
    let courses: Vec<&OfferedCourse> = desk.courses.iter().filter(of_type).collect();
    if courses.len() <= MOST_TO_CHOOSE {
        return (courses, None);
    }
    let known = desk.preferred(line).map(|course| course.code.as_str());
    (Vec::new(), Some(known.unwrap_or(&line.course)))
}

fn last(desk: &Desk, line: &Line) -> Option<Message> {
    let former = desk.former.as_ref()?;
    let title = &former.round.title;
    if line.is_extra() {
        return None;
    }
    let code = line.course_type()?;
    let mut same = former.nominations.iter().filter(|row| row.course_type.as_deref() == Some(code));
    let Some(first) = same.next() else {
        return Some(Message::new("sheet-last-none").with("round", title));
    };
    let asked = asked(first);
    Some(match same.count() {
        0 => Message::new("sheet-last").with("round", title).with("asked", asked),
        more => Message::new("sheet-last-more")
            .with("round", title)
            .with("asked", asked)
            .with("more", more),
    })
}

/// "2 a year, regional, 3 people".
pub fn asked(nomination: &Nomination) -> Message {
    asked_for(
        nomination.frequency.label(),
        nomination.level.label(),
        i64::from(nomination.participants),
    )
}

/// "2 a year, regional, 3 people", or without people for a translation.
pub fn asked_for(often: Message, level: Message, people: i64) -> Message {
    let key = if people == 0 { "asked-without-people" } else { "asked" };
    Message::new(key).with("often", often).with("level", level).with("people", people)
}

/// The name by which a line is called in a list of faults or differences.
pub fn name_of(desk: &Desk, line: &Line) -> Message {
    let number = line.key.rsplit_once('~').map(|(_, number)| number);
    match (line.course_type(), number) {
        (None, _) if line.title.trim().is_empty() => "sheet-new-course".into(),
        (None, _) => Message::new("sheet-line-new").with("title", line.title.trim()),
        (Some(code), None) => Message::new("sheet-line").with("type", desk.name_of(code)),
        (Some(code), Some(number)) => {
            Message::new("sheet-line-again").with("type", desk.name_of(code)).with("number", number)
        }
    }
}

/// The name of what a nomination asks for.
pub fn about(desk: &Desk, about: &About) -> String {
    match about {
        About::Type(code) => desk.name_of(code).to_owned(),
        About::New(title) => title.clone(),
    }
}

/// The faults for the summary: each with its field and the name of its line.
pub fn summary(desk: &Desk, lines: &[Line], errors: &FieldErrors) -> Vec<(String, Message)> {
    let line_of = |field: &str| {
        lines.iter().find(|line| {
            field == line.key
                || field.strip_prefix(&line.key).is_some_and(|rest| rest.starts_with('-'))
        })
    };
    let named = |(field, fault): (&str, &Message)| {
        let words = match line_of(field) {
            Some(line) if fault.key() != "sheet-fault-nothing" => Message::new("sheet-fault")
                .with("line", name_of(desk, line))
                .with("fault", fault.clone()),
            _ => fault.clone(),
        };
        (field.to_owned(), words)
    };
    errors.iter().map(named).collect()
}
