//! A course read off rows of a table: of the columns that are there, in any order.
use std::collections::BTreeMap;

use super::Column;
use super::lists::{BETWEEN, FIELD, lines, split};
use crate::base::error::FieldErrors;
use crate::base::i18n::Message;
use crate::catalogue::rules::code::CourseCode;
use crate::catalogue::rules::content::CourseContent;
use crate::catalogue::rules::form::{CourseForm, MaterialForm, ModuleForm};
use crate::catalogue::rules::texts::{TextsOf, texts_kept};

/// Which column stands where in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<Option<Column>>);

/// A course as a table says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// Its code.
    pub code: CourseCode,
    /// The code of its centre; empty where the table has none.
    pub centre: String,
    /// What it says.
    pub content: CourseContent,
}

impl Columns {
    /// Knows a table of ours by its heads: code and title are among them, and every head but empty
    /// ones is one of ours, each once.
    pub fn of(heads: &[String]) -> Option<Self> {
        let mut known: Vec<Option<Column>> = Vec::new();
        for head in heads.iter().map(|head| head.trim().trim_start_matches('\u{feff}')) {
            let column = Column::of(head);
            if !head.is_empty() && (column.is_none() || known.contains(&column)) {
                return None;
            }
            known.push(column);
        }
        let has = |column| known.contains(&Some(column));
        (has(Column::Code) && has(Column::Title)).then_some(Self(known))
    }

    /// Where a column stands.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.0.iter().position(|known| *known == Some(column))
    }

    fn cell<'a>(&self, cells: &'a [String], column: Column) -> &'a str {
        self.place(column).and_then(|place| cells.get(place)).map_or("", String::as_str)
    }

    /// The number of the row among those of its course.
    pub fn part(&self, cells: &[String]) -> usize {
        self.cell(cells, Column::Part).trim().parse().unwrap_or(1)
    }

    /// The code that a row names, as it stands there.
    pub fn code<'a>(&self, cells: &'a [String]) -> &'a str {
        self.cell(cells, Column::Code).trim()
    }

    /// Reads a course off the cells of its rows, put [`together`]; every fault at once, by the name
    /// of the column.
    pub fn read(&self, cells: &[String]) -> Result<Read, FieldErrors> {
        let code = CourseCode::read(self.code(cells)).map_err(|message| one("code", message))?;
        let cell = |column| self.cell(cells, column);
        let items = |column| -> Vec<String> {
            let items = split(self.cell(cells, column), BETWEEN);
            items.into_iter().filter(|item| !item.is_empty()).collect()
        };
        let objectives: Vec<_> =
            lines(cell(Column::Objectives)).map(|line| split(line, '\n').concat()).collect();
        let form = CourseForm {
            title: cell(Column::Title).to_owned(),
            course_type: cell(Column::CourseType).to_owned(),
            work_plan_activity: cell(Column::Activity).to_owned(),
            summary: cell(Column::Summary).to_owned(),
            duration_days: cell(Column::Days).to_owned(),
            min_participants: cell(Column::Fewest).to_owned(),
            max_participants: cell(Column::Most).to_owned(),
            levels_of_delivery: items(Column::Scopes),
            delivery_modes: items(Column::Modes),
            train_the_trainer: matches!(cell(Column::Trainers).trim(), "yes" | "TRUE" | "1"),
            objectives: objectives.join("\n"),
            modules: lines(cell(Column::Modules)).map(module).collect(),
            audience: cell(Column::Audience).to_owned(),
            level: cell(Column::Level).trim().to_owned(),
            prerequisites: items(Column::Prerequisites).join(", "),
            languages: items(Column::Languages),
            translations_available: items(Column::Translations),
            materials: lines(cell(Column::Materials)).map(material).collect(),
        };
        let mut faults = unknown(&form);
        let texts = texts(cell(Column::Texts)).unwrap_or_else(|more| {
            more.iter().for_each(|(field, message)| faults.add(field, message.clone()));
            BTreeMap::new()
        });
        match form.read(&code) {
            Ok(content) if faults.is_empty() => {
                let content = CourseContent { texts, ..content };
                Ok(Read { code, centre: cell(Column::Centre).trim().to_owned(), content })
            }
            Ok(_) => Err(faults),
            Err(more) => {
                more.iter().for_each(|(field, message)| faults.add(field, message.clone()));
                Err(faults)
            }
        }
    }
}

/// The rows of one course as one: cells of later parts go on with those of the first.
pub fn together(columns: &Columns, rows: &[Vec<String>]) -> Vec<String> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|row| columns.part(row));
    let whole = [Column::Code, Column::Part].map(|column| columns.place(column));
    let mut all: Vec<String> = rows.first().map(|first| (*first).clone()).unwrap_or_default();
    for row in rows.into_iter().skip(1) {
        for (place, (cell, more)) in all.iter_mut().zip(row).enumerate() {
            if !whole.contains(&Some(place)) {
                cell.push_str(more);
            }
        }
    }
    all
}

/// What the course says in other languages.
fn texts(cell: &str) -> Result<BTreeMap<String, TextsOf>, FieldErrors> {
    if cell.trim().is_empty() {
        return Ok(BTreeMap::new());
    }
    let texts = serde_json::from_str(cell);
    let texts = texts.map_err(|_| one("texts", "texts-unreadable".into()))?;
    texts_kept(&CourseContent { texts, ..CourseContent::default() })
}

fn one(field: &str, message: Message) -> FieldErrors {
    let mut faults = FieldErrors::default();
    faults.add(field, message);
    faults
}

/// The form passes over values that no list has, because no page offers them; a table may have
/// them, and whoever made it is to be told.
fn unknown(form: &CourseForm) -> FieldErrors {
    use crate::base::i18n::is_language_tag;
    use crate::catalogue::rules::choices::{DeliveryMode, DeliveryScope, Level, MaterialKind};

    let mut faults = FieldErrors::default();
    let mut look = |column: Column, value: &str, known: bool| {
        if !value.is_empty() && !known {
            let message = Message::new("course-value-unknown").with("value", value);
            faults.add(column.as_str(), message);
        }
    };
    look(Column::Level, &form.level, Level::of(&form.level).is_some());
    for value in &form.levels_of_delivery {
        look(Column::Scopes, value, DeliveryScope::of(value).is_some());
    }
    for value in &form.delivery_modes {
        look(Column::Modes, value, DeliveryMode::of(value).is_some());
    }
    for tag in &form.languages {
        look(Column::Languages, tag, is_language_tag(tag));
    }
    for tag in &form.translations_available {
        look(Column::Translations, tag, is_language_tag(tag));
    }
    for material in &form.materials {
        look(Column::Materials, &material.kind, MaterialKind::of(&material.kind).is_some());
    }
    faults
}

fn module(line: &str) -> ModuleForm {
    let mut fields = split(line, FIELD).into_iter();
    let mut next = || fields.next().unwrap_or_default();
    ModuleForm { code: next(), title: next(), hours: next(), summary: next() }
}

fn material(line: &str) -> MaterialForm {
    let mut fields = split(line, FIELD).into_iter();
    let mut next = || fields.next().unwrap_or_default();
    MaterialForm { title: next(), kind: next(), language: next() }
}
