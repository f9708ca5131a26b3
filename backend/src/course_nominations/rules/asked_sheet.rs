//! A sheet as a program fills it, already typed, and back: the same lines as the form has.
use super::answers::{Answers, MOST_LINES_OF_A_TYPE};
use super::line::{Line, NEW_COURSE, Preference, Usual, key_of};
use super::lists::{Frequency, Level, Mode, Urgency};
use super::needs::{LONGEST_REASON, LONGEST_TITLE};
use crate::base::error::FieldErrors;
use crate::base::i18n::{Message, is_language_tag};
use crate::base::ids::CourseId;

/// One line of a sheet as a program fills it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedLine {
    /// The code of the course type; none for a course that does not exist yet.
    pub course_type: Option<String>,
    /// The title of a course that does not exist yet.
    pub new_course: Option<String>,
    /// How often; none where it is not answered, or not needed.
    pub frequency: Option<Frequency>,
    /// The member says that it does not need this.
    pub not_needed: bool,
    /// For whom; none takes the usual answer of the sheet. So do the next three.
    pub level: Option<Level>,
    /// People at each delivery.
    pub participants: Option<u16>,
    /// The language wanted, BCP 47.
    pub language: Option<String>,
    /// How urgent.
    pub urgency: Option<Urgency>,
    /// The place in the member's order of importance, from 1; none follows the sheet.
    pub priority: Option<u16>,
    /// The quarters that suit, 1 to 4.
    pub quarters: Vec<u8>,
    /// Why.
    pub justification: String,
    /// The code of a course that is preferred.
    pub preferred_course: Option<String>,
    /// How it is to be held.
    pub mode: Option<Mode>,
    /// Whether the member can host.
    pub can_host: bool,
}

/// What lines may name: course types by their codes, and courses on offer by code and type.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// The codes of the course types of the round.
    pub types: &'a [&'a str],
    /// Id, code and course type of the courses on offer.
    pub courses: &'a [(CourseId, &'a str, &'a str)],
}

impl Offer<'_> {
    /// The answers that these lines give; what is wrong is named by its place among them.
    pub fn read(&self, lines: &[AskedLine], usual: Usual) -> Result<Answers, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut read: Vec<Line> = Vec::new();
        for (index, asked) in lines.iter().enumerate() {
            let mut fault = |field: &str, message: Message| {
                errors.add(format!("lines/{index}/{field}"), message);
            };
            let Some(code) = self.code_of(asked, &mut fault) else { continue };
            let number = read.iter().filter(|line| is_of(line, code)).count() + 1;
            if number > MOST_LINES_OF_A_TYPE {
                let most = Message::new("problem-sheet-lines").with("most", MOST_LINES_OF_A_TYPE);
                fault("course_type", most);
                continue;
            }
            read.push(self.line(asked, (key_of(code, number), &usual), &mut fault));
        }
        errors.or(Answers { usual, lines: read }.arranged(self.types))
    }

    fn code_of<'l>(
        &self,
        asked: &'l AskedLine,
        fault: &mut impl FnMut(&str, Message),
    ) -> Option<&'l str> {
        match (asked.course_type.as_deref(), asked.new_course.as_deref()) {
            (Some(code), None) if self.types.contains(&code) => return Some(code),
            (Some(_), None) => fault("course_type", "problem-sheet-type".into()),
            (None, Some(title)) if title.chars().count() <= LONGEST_TITLE => {
                return Some(NEW_COURSE);
            }
            (None, Some(_)) => {
                let most = Message::new("sheet-fault-title").with("most", LONGEST_TITLE);
                fault("new_course", most);
            }
            (Some(_), Some(_)) | (None, None) => {
                fault("course_type", "problem-sheet-what".into());
            }
        }
        None
    }

    fn line(
        &self,
        asked: &AskedLine,
        (key, usual): (String, &Usual),
        fault: &mut impl FnMut(&str, Message),
    ) -> Line {
        let mut line = Line::usual(key, usual);
        line.often = match asked.frequency {
            Some(frequency) => frequency.as_str().to_owned(),
            None if asked.not_needed => "0".to_owned(),
            None => String::new(),
        };
        if asked.frequency.is_some() && asked.not_needed {
            fault("not_needed", "problem-sheet-not-needed".into());
        }
        if let Some(level) = asked.level {
            level.as_str().clone_into(&mut line.level);
        }
        if let Some(people) = asked.participants {
            line.people = people.to_string();
        }
        if let Some(urgency) = asked.urgency {
            urgency.as_str().clone_into(&mut line.urgency);
        }
        if let Some(mode) = asked.mode {
            mode.as_str().clone_into(&mut line.mode);
        }
        if let Some(tag) = &asked.language {
            if !is_language_tag(tag) {
                fault("language", "sheet-fault-choose".into());
            }
            line.language.clone_from(tag);
        }
        line.rank = asked.priority.map(|rank| rank.to_string()).unwrap_or_default();
        line.quarters = quarters(&asked.quarters, fault);
        if asked.justification.chars().count() > LONGEST_REASON {
            fault("justification", Message::new("sheet-fault-long").with("most", LONGEST_REASON));
        }
        line.reason.clone_from(&asked.justification);
        line.course = self.course(asked, fault);
        line.can_host = asked.can_host;
        line.title = asked.new_course.clone().unwrap_or_default();
        line
    }

    fn course(&self, asked: &AskedLine, fault: &mut impl FnMut(&str, Message)) -> String {
        let Some(code) = &asked.preferred_course else { return String::new() };
        let is_it = |known: &&(CourseId, &str, &str)| {
            known.1 == code && Some(known.2) == asked.course_type.as_deref()
        };
        let Some((id, _, _)) = self.courses.iter().find(is_it) else {
            fault("preferred_course", "problem-sheet-course".into());
            return String::new();
        };
        id.to_string()
    }

    /// A line as a program reads it. What was typed and is none of a list is left out.
    pub fn show(&self, line: &Line) -> AskedLine {
        let preferred = line.preferred();
        let course = self.courses.iter().find(|(id, code, _)| match &preferred {
            Some(Preference::Id(chosen)) => chosen == id,
            Some(Preference::Code(typed)) => typed == code,
            None => false,
        });
        AskedLine {
            course_type: line.course_type().map(str::to_owned),
            new_course: line.course_type().is_none().then(|| line.title.clone()),
            frequency: line.frequency(),
            not_needed: line.is_answered() && !line.is_asked(),
            level: Level::of(&line.level),
            participants: line.people.trim().parse().ok(),
            language: Some(line.language.clone()).filter(|tag| is_language_tag(tag)),
            urgency: Urgency::of(&line.urgency),
            priority: line.rank.trim().parse().ok().filter(|rank| *rank > 0),
            quarters: line.chosen_quarters().numbers().collect(),
            justification: line.reason.clone(),
            preferred_course: course.map(|known| known.1.to_owned()),
            mode: Mode::of(&line.mode),
            can_host: line.can_host,
        }
    }
}

fn is_of(line: &Line, code: &str) -> bool {
    line.course_type().unwrap_or(NEW_COURSE) == code
}

fn quarters(numbers: &[u8], fault: &mut impl FnMut(&str, Message)) -> String {
    let digits: String = (1..=4_u8)
        .filter(|number| numbers.contains(number))
        .map(|number| number.to_string())
        .collect();
    if digits.len() != numbers.len() {
        fault("quarters", "problem-sheet-quarters".into());
    }
    digits
}

/// Where a fault of a sheet stands among the lines that a program was shown: `liaison-people` is
/// `lines/0/participants` where `liaison` is the first line.
pub fn place_of(field: &str, shown: &[&Line]) -> String {
    let of_line = |(index, line): (usize, &&Line)| {
        let rest = field.strip_prefix(line.key.as_str())?;
        let name = match rest {
            "" => "frequency",
            rest => match rest.strip_prefix('-')? {
                "people" => "participants",
                "lang" => "language",
                "rank" => "priority",
                "reason" => "justification",
                "course" => "preferred_course",
                "title" => "new_course",
                other => other,
            },
        };
        Some(format!("lines/{index}/{name}"))
    };
    shown.iter().enumerate().find_map(of_line).unwrap_or_else(|| "lines".to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const OFFER: Offer<'static> = Offer { types: &["liaison", "induction"], courses: &[] };

    fn of_type(code: &str) -> AskedLine {
        AskedLine { course_type: Some(code.to_owned()), ..AskedLine::default() }
    }

    fn faults(lines: &[AskedLine]) -> Vec<String> {
        let errors = OFFER.read(lines, Usual::default()).expect_err("there are faults");
        errors.iter().map(|(field, _)| field.to_owned()).collect()
    }

    #[test]
    fn what_is_left_out_is_answered_as_usual() {
        let asked = AskedLine { frequency: Some(Frequency::Annual), ..of_type("induction") };
        let answers = OFFER.read(&[asked], Usual::default()).expect("a sheet");
        let keys: Vec<_> = answers.lines.iter().map(|line| line.key.as_str()).collect();
        assert_eq!(keys, ["liaison", "induction", "~1"]);
        assert_eq!(
            (answers.lines[1].often.as_str(), answers.lines[1].people.as_str()),
            ("annual", "3")
        );
    }

    #[test]
    fn every_fault_is_named_by_its_place() {
        let both = AskedLine { new_course: Some("x".into()), ..of_type("liaison") };
        let odd = AskedLine {
            quarters: vec![1, 1, 7],
            justification: "x".repeat(LONGEST_REASON + 1),
            preferred_course: Some("NONE-1".into()),
            ..of_type("liaison")
        };
        assert_eq!(
            faults(&[both, AskedLine::default(), of_type("maritime"), odd]),
            [
                "lines/0/course_type",
                "lines/1/course_type",
                "lines/2/course_type",
                "lines/3/quarters",
                "lines/3/justification",
                "lines/3/preferred_course",
            ]
        );
        let six: Vec<_> = (0..6).map(|_| of_type("liaison")).collect();
        assert_eq!(faults(&six), ["lines/5/course_type"]);
    }

    #[test]
    fn a_fault_of_the_sheet_is_found_among_the_lines_shown() {
        let line = |key: &str| Line { key: key.to_owned(), ..Line::default() };
        let (first, second) = (line("liaison"), line("liaison~2"));
        let shown = [&first, &second];
        assert_eq!(place_of("liaison-people", &shown), "lines/0/participants");
        assert_eq!(place_of("liaison~2", &shown), "lines/1/frequency");
        assert_eq!(place_of("induction", &shown), "lines");
    }

    proptest! {
        #[test]
        fn what_a_program_wrote_it_reads(people in 0_u16..500, rank in 1_u16..40, reason in "\\PC{0,80}") {
            let asked = AskedLine {
                frequency: Some(Frequency::Quarterly),
                level: Some(Level::National),
                participants: Some(people),
                language: Some("id".into()),
                urgency: Some(Urgency::Low),
                priority: Some(rank),
                quarters: vec![2, 4],
                justification: reason,
                mode: Some(Mode::Online),
                can_host: true,
                ..of_type("liaison")
            };
            let answers = OFFER.read(std::slice::from_ref(&asked), Usual::default()).expect("a sheet");
            prop_assert_eq!(OFFER.show(&answers.lines[0]), asked);
        }
    }
}
