//! One row of a table, read as a course.
use super::code::{Code, Said};
use super::field::{Field, Mapping};
use super::plan::{Plan, World};
use super::{centres, days, languages, lists, people, titles};
use crate::base::tables::{Cell, Row, Value};
use crate::catalogue::rules::{CourseCode, CourseContent, Goal};

/// The longest title, in characters.
pub(super) const LONGEST_TITLE: usize = 255;
/// Remarks that are longer are worth a word.
const LONG_REMARKS: usize = 2000;
/// The longest text for whom a course is.
const LONGEST_AUDIENCE: usize = 2000;

/// What a row is read by, beside itself.
pub(super) struct Around<'a> {
    pub has_centres: bool,
    pub world: &'a World,
    pub section: Option<Goal>,
    pub may_have_lost: bool,
}

/// The cells of a row by what they hold, after ditto marks were resolved.
pub(super) struct Cells {
    values: Vec<(Field, Cell)>,
}

impl Cells {
    /// The cells of `row`; a ditto mark is what the row before says there.
    pub(super) fn of(row: &Row, mapping: &Mapping, before: Option<&Self>, said: &mut Said) -> Self {
        let mut values = Vec::new();
        for field in Field::ALL.iter().copied() {
            let Some(place) = mapping.place(field) else { continue };
            let mut cell = row.cells.get(place).cloned().unwrap_or_default();
            if let Value::Text(text) = &cell.value {
                if titles::is_ditto(text) {
                    said.add(Code::Ditto);
                    cell = before.map(|before| before.cell(field)).unwrap_or_default();
                    cell.merged = false;
                } else if let Some(meant) = titles::repaired(text) {
                    said.add(Code::Mojibake);
                    cell.value = Value::Text(meant);
                }
            }
            if cell.merged {
                said.add(Code::Merged);
            }
            values.push((field, cell));
        }
        Self { values }
    }

    fn cell(&self, field: Field) -> Cell {
        let cell = self.values.iter().find(|(known, _)| *known == field);
        cell.map(|(_, cell)| cell.clone()).unwrap_or_default()
    }

    fn value(&self, field: Field) -> &Value {
        let cell = self.values.iter().find(|(known, _)| *known == field);
        cell.map_or(&Value::Empty, |(_, cell)| &cell.value)
    }

    fn text(&self, field: Field) -> String {
        self.value(field).text()
    }
}

/// Reads a row as a course; what cannot be taken is said.
pub(super) fn read(cells: &Cells, around: &Around<'_>, said: &mut Said) -> Plan {
    let title = title(cells, around, said);
    let named = cells.text(Field::Centre);
    let (centre, rest) = centre(&named, around, said);
    let goal = lists::read_goal(&cells.text(Field::Goal), around.section, said);
    let types = &around.world.types;
    let (course_type, trainers) = lists::read_type(&cells.text(Field::Type), types, said);
    let levels = lists::read_levels(&cells.text(Field::Level), said);
    let reference = around.world.reference;
    let span = days::read((cells.value(Field::Start), cells.value(Field::End)), reference, said);
    let country = centre.map_or("", |centre| centre.country.as_str());
    let languages = languages::read(&cells.text(Field::Languages), country, said);
    let (fewest, most) = people::read(cells.value(Field::Participants), said);
    formulas(cells, said);
    let audience = titles::tidy(&cells.text(Field::Audience));
    let content = CourseContent {
        title,
        course_type,
        audience: audience.chars().take(LONGEST_AUDIENCE).collect(),
        languages,
        levels_of_delivery: levels,
        min_participants: fewest,
        max_participants: most,
        duration_days: span.duration,
        train_the_trainer: trainers,
        ..CourseContent::default()
    };
    let code = CourseCode::read(&cells.text(Field::Code)).map(|code| code.to_string());
    Plan {
        code: code.unwrap_or_default(),
        centre: centre.map(|centre| centre.code.clone()).unwrap_or_default(),
        centre_named: titles::tidy(&named),
        goal,
        start: span.start,
        end: span.end,
        dates: dates(cells),
        venue: titles::tidy(&cells.text(Field::Venue)),
        remarks: remarks(cells, &rest, said),
        content,
        whole: false,
    }
}

fn title(cells: &Cells, around: &Around<'_>, said: &mut Said) -> String {
    let value = cells.value(Field::Title);
    if *value == Value::NoResult {
        said.add(Code::TitleIsFormula);
        return String::new();
    }
    let raw = value.text();
    let title = titles::title(&raw, said);
    if titles::is_no_title(&title) {
        said.add(Code::NoTitle);
    } else if titles::is_lost(&title) {
        said.add(Code::TitleUnreadable);
    } else if around.may_have_lost && titles::has_lost_letters(&title) {
        said.add(Code::EncodingLoss);
    }
    if title.chars().count() > LONGEST_TITLE {
        said.add(Code::TitleTooLong);
    }
    title
}

/// The centre of a row. Whoever takes only the courses of one centre takes those without a centre
/// or with one that nobody knows for its own, and is told so.
fn centre<'a>(
    named: &str,
    around: &Around<'a>,
    said: &mut Said,
) -> (Option<&'a super::KnownCentre>, String) {
    let world = around.world;
    let (centre, rest) = centres::read(named, &world.centres, said);
    if named.trim().is_empty() && (around.has_centres || world.own.is_none()) {
        said.add(Code::NoCentre);
    }
    let Some(own) = &world.own else { return (centre, rest) };
    if centre.is_some_and(|centre| centre.code != *own) {
        said.add(Code::OtherCentre);
        return (None, rest);
    }
    (world.centres.iter().find(|known| known.code == *own), rest)
}

/// A number that is a formula without its result is left empty; texts that begin like a formula
/// are texts.
fn formulas(cells: &Cells, said: &mut Said) {
    for (field, cell) in &cells.values {
        match &cell.value {
            Value::NoResult if *field != Field::Title => said.add(Code::Formula),
            Value::Text(text) if text.starts_with(['=', '@']) => said.add(Code::FormulaText),
            _ => {}
        }
        if let Value::Text(text) = &cell.value
            && matches!(field, Field::Title | Field::Remarks)
            && titles::is_markup(text)
        {
            said.add(Code::Markup);
        }
    }
}

fn dates(cells: &Cells) -> String {
    let texts = [Field::Start, Field::End].map(|field| titles::tidy(&cells.text(field)));
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(" – ")
}

fn remarks(cells: &Cells, rest_of_centre: &str, said: &mut Said) -> String {
    let text = cells.text(Field::Remarks);
    let text = text.replace("_x000D_", "").replace("\r\n", "\n");
    let text: String = text.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    let text = text.trim().to_owned();
    if text.chars().count() > LONG_REMARKS {
        said.add(Code::LongText);
    }
    let all = [rest_of_centre.to_owned(), text];
    all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}
