//! A table of courses that comes from outside: what each of its rows says, and what becomes of it.
//!
//! Nothing here knows of a database. The same table, read by the same world, always gives the same
//! verdicts.
mod centres;
mod code;
mod days;
mod deciding;
mod field;
mod languages;
mod lists;
mod own;
mod people;
mod plan;
mod row;
mod titles;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

pub use self::centres::KnownCentre;
use self::code::Said;
pub use self::code::{Code, Outcome};
pub use self::deciding::{
    Around as Present, Course as PresentCourse, Decided, Deciding, Drafts, Step,
};
pub use self::field::{Field, Heads, Mapping};
pub use self::lists::KnownType;
pub use self::own::{examine_json, is_json};
pub use self::plan::{Examined, Facts, Plan, Verdict, World};
use self::row::{Around, Cells};
pub use self::titles::key as title_key;
use super::columns::Column;
use super::goal::Goal;
use crate::base::tables::{self, Row, Table, Trouble};

/// The beginnings of the names of sums, folded.
const SUMS: [&str; 10] = [
    "subtotal",
    "sub-total",
    "sub total",
    "total",
    "grand total",
    "jumlah",
    "sous-total",
    "المجموع",
    "الاجمالي",
    "รวม",
];

/// Reads a file: CSV, a workbook, or the JSON that is exported.
pub fn examine_file(
    bytes: &[u8],
    mapping: Option<&Mapping>,
    world: &World,
) -> Result<Examined, Trouble> {
    let is_text = !bytes.starts_with(b"PK");
    if is_text
        && let Ok(text) = tables::text_of(bytes)
        && is_json(&text)
    {
        let examined = examine_json(&text, world).ok_or(Trouble::OtherJson)?;
        return match examined.verdicts.len() {
            0 => Err(Trouble::Empty),
            many if many > tables::MOST_ROWS => Err(Trouble::TooManyRows),
            _ => Ok(examined),
        };
    }
    examine(&tables::read(bytes)?, mapping, world).ok_or(Trouble::NoHeads)
}

/// The columns of a course of which a table with this mapping says something.
fn held(mapping: &Mapping) -> Vec<Column> {
    let held = |field: &Field| match field {
        Field::Title => &[Column::Title][..],
        Field::Type => &[Column::CourseType, Column::Trainers],
        Field::Level => &[Column::Scopes],
        Field::End => &[Column::Days],
        Field::Languages => &[Column::Languages],
        Field::Participants => &[Column::Fewest, Column::Most],
        Field::Audience => &[Column::Audience],
        _ => &[],
    };
    mapping.0.iter().flatten().flat_map(held).copied().collect()
}

/// Reads a table: by `mapping`, where somebody said what its columns hold. None where no heads are
/// found.
pub fn examine(table: &Table, mapping: Option<&Mapping>, world: &World) -> Option<Examined> {
    if let Some(examined) = own::examine(table, world) {
        return Some(examined);
    }
    let heads = Heads::find(&table.rows)?;
    let mapping = match mapping {
        Some(mapping) => mapping.clone(),
        None => Mapping::of_heads(&heads.texts),
    };
    let mut reading = Reading {
        mapping: &mapping,
        world,
        may_have_lost: table.may_have_lost,
        width: width(&heads),
        section: None,
        before: None,
        known: Known::default(),
    };
    let last = table.rows.iter().rposition(|row| is_data(row, &mapping)).unwrap_or(0);
    let mut verdicts = before(&table.rows[..heads.place]);
    verdicts.push(skipped(&table.rows[heads.place], Code::Header));
    for (place, row) in table.rows.iter().enumerate().skip(heads.place + 1) {
        verdicts.push(reading.verdict(row, place > last));
    }
    let samples = samples(&table.rows[heads.place + 1..], heads.texts.len());
    let held = held(&mapping);
    Some(Examined { heads, mapping, whole: false, held, samples, verdicts })
}

/// What stands first in each column below the heads.
fn samples(rows: &[Row], columns: usize) -> Vec<String> {
    let wide: Vec<&Row> = rows.iter().filter(|row| row.filled().count() > 2).take(20).collect();
    let sample = |column: usize| {
        let texts = wide.iter().map(|row| row.value(column).text());
        texts.map(|text| titles::tidy(&text)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    (0..columns).map(|column| sample(column).chars().take(60).collect()).collect()
}

fn width(heads: &Heads) -> usize {
    let filled = heads.texts.iter().rposition(|text| !text.trim().is_empty());
    heads.texts.len().max(filled.map_or(0, |place| place + 1))
}

/// The rows before the heads.
fn before(rows: &[Row]) -> Vec<Verdict> {
    let mut title = true;
    let verdict = |row: &Row| {
        let code = match row.filled().count() {
            0 => Code::Blank,
            1 if title => Code::Title,
            1 => Code::Note,
            _ => Code::Header,
        };
        title &= code == Code::Blank;
        skipped(row, code)
    };
    rows.iter().map(verdict).collect()
}

fn skipped(row: &Row, code: Code) -> Verdict {
    Verdict {
        number: row.number,
        outcome: Outcome::Skip,
        codes: vec![code],
        title: shown(row),
        plan: None,
        detail: String::new(),
    }
}

/// What stands first in a row.
fn shown(row: &Row) -> String {
    let first = row.filled().next().map(|place| row.value(place).text());
    first.unwrap_or_default().chars().take(400).collect()
}

/// Whether a row has something in two columns of the table beside its number.
fn is_data(row: &Row, mapping: &Mapping) -> bool {
    let number = mapping.place(Field::Number);
    let sum = || SUMS.iter().any(|name| super::fold(&shown(row)).starts_with(name));
    row.filled().filter(|place| Some(*place) != number).count() >= 2 && !sum()
}

/// Reads one row after the other.
struct Reading<'a> {
    mapping: &'a Mapping,
    world: &'a World,
    may_have_lost: bool,
    width: usize,
    section: Option<Goal>,
    before: Option<Cells>,
    known: Known,
}

impl Reading<'_> {
    fn verdict(&mut self, row: &Row, after_the_last: bool) -> Verdict {
        if let Some(code) = self.skips(row, after_the_last) {
            return skipped(row, code);
        }
        let mut said = Said::default();
        let cells = Cells::of(row, self.mapping, self.before.as_ref(), &mut said);
        if row.hidden {
            said.add(Code::HiddenRow);
        }
        let around = Around {
            has_centres: self.mapping.place(Field::Centre).is_some(),
            world: self.world,
            section: self.section,
            may_have_lost: self.may_have_lost,
        };
        let plan = row::read(&cells, &around, &mut said);
        if row.cells.len() > self.width {
            said.add(Code::TooManyColumns);
        }
        self.before = Some(cells);
        if !is_rejected(&said) {
            self.known.compare(&plan, &mut said);
        }
        let codes = said.codes();
        let outcome = codes.iter().map(|code| code.outcome()).max().unwrap_or(Outcome::Import);
        if outcome != Outcome::Reject {
            self.known.add(&plan);
        }
        let title = self.mapping.place(Field::Title).map(|place| row.value(place).text());
        Verdict {
            number: row.number,
            outcome,
            codes,
            title: title.unwrap_or_default().chars().take(400).collect(),
            plan: (outcome != Outcome::Reject).then_some(plan),
            detail: String::new(),
        }
    }

    /// Why a row is no course, where it is none.
    fn skips(&mut self, row: &Row, after_the_last: bool) -> Option<Code> {
        let number = self.mapping.place(Field::Number);
        let filled: Vec<usize> = row.filled().filter(|place| Some(*place) != number).collect();
        let alone = row.filled().collect::<Vec<_>>();
        let text = shown(row);
        let folded = super::fold(&text);
        if let [place] = alone[..] {
            if let Some(goal) = lists::goal(&text) {
                self.section = Some(goal);
                return Some(Code::Section);
            }
            let is_number = text.trim().trim_end_matches('.').parse::<f64>().is_ok();
            if Some(place) == number && !is_number
                || place == 0 && self.mapping.place(Field::Title) != Some(0) && !is_number
            {
                let note = after_the_last || folded.starts_with('*');
                if !note {
                    self.section = None;
                }
                return Some(if note { Code::Footnote } else { Code::Section });
            }
        }
        if filled.is_empty() && !self.has_blank_title(row) {
            return Some(Code::Blank);
        }
        let first = filled.first().map(|place| super::fold(&row.value(*place).text()));
        let sum = |text: &str| SUMS.iter().any(|name| text.starts_with(name));
        let title = self.mapping.place(Field::Title);
        // A course whose title begins with the word has a centre or a type; a sum has numbers only.
        let bare = filled.iter().filter(|place| Some(**place) != title).all(|place| {
            let text = row.value(*place).text();
            text.trim().parse::<f64>().is_ok() || sum(&super::fold(&text))
        });
        if bare && (sum(&folded) || first.is_some_and(|text| sum(&text))) {
            return Some(Code::Subtotal);
        }
        None
    }

    /// Whether the title holds blanks, which somebody typed.
    fn has_blank_title(&self, row: &Row) -> bool {
        let title = self.mapping.place(Field::Title);
        title.is_some_and(|place| !row.value(place).text().is_empty())
    }
}

fn is_rejected(said: &Said) -> bool {
    said.clone().codes().iter().any(|code| code.outcome() == Outcome::Reject)
}

/// The rows that were taken so far, by what makes two of them the same.
#[derive(Default)]
struct Known {
    same: HashSet<(String, String, Option<NaiveDate>)>,
    like: HashMap<String, HashSet<String>>,
}

impl Known {
    fn compare(&self, plan: &Plan, said: &mut Said) {
        let title = &plan.content.title;
        let same = (title_key(title), plan.centre.clone(), plan.start);
        if plan.start.is_some() && self.same.contains(&same) {
            said.add(Code::Duplicate);
        }
        let like = self.like.get(&titles::bare_key(title));
        let centre =
            |known: &String| *known == plan.centre || known.is_empty() || plan.centre.is_empty();
        if like.is_some_and(|centres| centres.iter().any(centre)) {
            said.add(Code::PossibleDuplicate);
        }
    }

    fn add(&mut self, plan: &Plan) {
        let title = &plan.content.title;
        self.same.insert((title_key(title), plan.centre.clone(), plan.start));
        self.like.entry(titles::bare_key(title)).or_default().insert(plan.centre.clone());
    }
}

#[cfg(test)]
mod tests;
