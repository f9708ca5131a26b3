//! Tables of ours, which come back as they were.
use std::collections::HashMap;

use super::code::{Code, Outcome};
use super::field::{Heads, Mapping};
use super::plan::{Examined, Plan, Verdict, World};
use crate::base::error::FieldErrors;
use crate::base::export::restored;
use crate::base::tables::{Row, Table};
use crate::catalogue::rules::columns::{Column, Columns, Exported, Read, read_json, together};

/// Reads a table of ours; none where its heads are not ours.
pub(super) fn examine(table: &Table, world: &World) -> Option<Examined> {
    let place = table.rows.iter().position(|row| row.filled().next().is_some())?;
    let texts = cells(&table.rows[place]);
    let columns = Columns::of(&texts)?;
    let rows: Vec<(u32, Vec<String>)> =
        table.rows[place + 1..].iter().map(|row| (row.number, cells(row))).collect();
    // Rows of one course may stand anywhere, so that a table that was sorted is still read.
    let mut parts: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (_, row)) in rows.iter().enumerate() {
        parts.entry(columns.code(row).to_ascii_uppercase()).or_default().push(at);
    }
    let mut verdicts = vec![Verdict {
        number: table.rows[place].number,
        outcome: Outcome::Skip,
        codes: vec![Code::Header],
        title: String::new(),
        plan: None,
        detail: String::new(),
    }];
    for (at, (number, row)) in rows.iter().enumerate() {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            verdicts.push(verdict(*number, vec![Code::Blank], String::new(), None));
            continue;
        }
        let own = &parts[&columns.code(row).to_ascii_uppercase()];
        let first =
            own.iter().copied().find(|at| columns.part(&rows[*at].1) <= 1).unwrap_or(own[0]);
        let twice = columns.part(row) <= 1 && at != first;
        if twice {
            verdicts.push(verdict(*number, vec![Code::Duplicate], title(&columns, row), None));
        } else if at == first {
            let of_course: Vec<Vec<String>> = own
                .iter()
                .filter(|other| **other == first || columns.part(&rows[**other].1) > 1)
                .map(|at| rows[*at].1.clone())
                .collect();
            let whole = together(&columns, &of_course);
            verdicts.push(judged(*number, title(&columns, row), columns.read(&whole), world));
        } else {
            // What goes on with a row before is no row of its own.
            verdicts.push(verdict(*number, vec![Code::Note], title(&columns, row), None));
        }
    }
    let heads = Heads { place, texts };
    let held = Column::ALL.iter().copied().filter(|column| columns.place(*column).is_some());
    Some(ours(heads, held.collect(), verdicts))
}

fn ours(heads: Heads, held: Vec<Column>, verdicts: Vec<Verdict>) -> Examined {
    let (mapping, samples) = (Mapping::default(), Vec::new());
    Examined { heads, mapping, whole: true, held, samples, verdicts }
}

fn cells(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| restored(&cell.value.text()).into_owned()).collect()
}

fn title(columns: &Columns, row: &[String]) -> String {
    let place = columns.place(Column::Title);
    place.and_then(|place| row.get(place)).cloned().unwrap_or_default().chars().take(400).collect()
}

fn verdict(number: u32, codes: Vec<Code>, title: String, plan: Option<Plan>) -> Verdict {
    let outcome = codes.iter().map(|code| code.outcome()).max().unwrap_or(Outcome::Import);
    let plan = plan.filter(|_| outcome != Outcome::Reject);
    Verdict { number, outcome, codes, title, plan, detail: String::new() }
}

fn judged(number: u32, title: String, read: Result<Read, FieldErrors>, world: &World) -> Verdict {
    let read = match read {
        Ok(read) => read,
        Err(faults) => {
            let mut names: Vec<&str> = faults.iter().map(|(field, _)| field).collect();
            names.dedup();
            let detail = names.join(", ");
            return Verdict { detail, ..verdict(number, vec![Code::Unreadable], title, None) };
        }
    };
    let mut codes = Vec::new();
    let known = world.centres.iter().find(|known| known.code.eq_ignore_ascii_case(&read.centre));
    let mut centre = known.map(|known| known.code.clone()).unwrap_or_default();
    match &world.own {
        Some(own) if read.centre.is_empty() || centre == *own => centre.clone_from(own),
        Some(_) => codes.push(Code::OtherCentre),
        None if read.centre.is_empty() => codes.push(Code::NoCentre),
        None if known.is_none() => codes.push(Code::CentreUnknown),
        None => {}
    }
    let plan = Plan {
        code: read.code.to_string(),
        centre,
        centre_named: read.centre,
        content: read.content,
        whole: true,
        ..Plan::default()
    };
    verdict(number, codes, title, Some(plan))
}

/// Whether a file is JSON rather than a table.
pub fn is_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '['])
}

/// Courses as JSON: a list, or an object that holds one.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Courses {
    List(Vec<Exported>),
    Named { courses: Vec<Exported> },
    Items { items: Vec<Exported> },
}

/// Reads courses from JSON; none where it is not what we write.
pub fn examine_json(text: &str, world: &World) -> Option<Examined> {
    let courses = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let (Courses::List(courses) | Courses::Named { courses } | Courses::Items { items: courses }) =
        courses;
    let mut verdicts: Vec<Verdict> = Vec::new();
    let mut codes = std::collections::HashSet::new();
    for (number, course) in (1..).zip(&courses) {
        let title: String = course.content.title.chars().take(400).collect();
        let twice = !codes.insert(course.code.trim().to_ascii_uppercase());
        verdicts.push(if twice {
            verdict(number, vec![Code::Duplicate], title, None)
        } else {
            judged(number, title, read_json(course), world)
        });
    }
    Some(ours(Heads::default(), Column::ALL.to_vec(), verdicts))
}
