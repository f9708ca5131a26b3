//! A course as rows of a table.
use super::lists::joined;
use super::{Column, Record};
use crate::base::export::{Cell, LONGEST_TEXT};
use crate::catalogue::rules::choices::MaterialKind;
use crate::catalogue::rules::content::{CourseContent, Material, Module};

/// The rows of a course: one, or more where a text is longer than a cell holds.
pub fn rows(record: &Record) -> Vec<Vec<Cell>> {
    let mut rest: Vec<String> = Column::ALL.iter().map(|column| text(record, *column)).collect();
    let mut rows = Vec::new();
    loop {
        let mut row = Vec::with_capacity(rest.len());
        for (column, text) in Column::ALL.iter().zip(&mut rest) {
            row.push(match column {
                // Each row names its course, so that rows that were sorted still belong to it.
                Column::Code => Cell::from(record.code.as_str()),
                Column::Part => Cell::from(i64::try_from(rows.len() + 1).unwrap_or(i64::MAX)),
                column => cell(*column, taken(text)),
            });
        }
        rows.push(row);
        if rest.iter().all(String::is_empty) {
            return rows;
        }
    }
}

/// As much of a text as one cell holds; the rest stays. A piece ends before no blank, because
/// readers of tables take those off.
fn taken(text: &mut String) -> String {
    let Some((mut end, _)) = text.char_indices().nth(LONGEST_TEXT) else {
        return std::mem::take(text);
    };
    let blank = |place: usize| {
        let around = [text[..place].chars().next_back(), text[place..].chars().next()];
        around.iter().flatten().any(|letter| letter.is_whitespace())
    };
    while end > 1 && (!text.is_char_boundary(end) || blank(end)) {
        end -= 1;
    }
    let rest = text.split_off(end);
    std::mem::replace(text, rest)
}

/// Numbers are numbers to a spreadsheet.
fn cell(column: Column, text: String) -> Cell {
    match column {
        Column::Days | Column::Fewest | Column::Most | Column::Version => {
            text.parse().map_or(Cell::Text(text), Cell::Number)
        }
        _ => Cell::Text(text),
    }
}

fn text(record: &Record, column: Column) -> String {
    let content = &record.content;
    let number = |number: Option<u16>| number.map(|n| n.to_string()).unwrap_or_default();
    let moment = |at: Option<chrono::DateTime<chrono::Utc>>| {
        at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
    };
    match column {
        Column::Code | Column::Part => String::new(),
        Column::Title => content.title.clone(),
        Column::Centre => record.centre.clone(),
        Column::CentreName => record.centre_name.clone(),
        Column::State => record.state.as_str().to_owned(),
        Column::Goal => record.goal.clone(),
        Column::CourseType => content.course_type.clone(),
        Column::Activity => content.work_plan_activity.clone(),
        Column::Level => content.level.map(|level| level.as_str().to_owned()).unwrap_or_default(),
        Column::Days => number(content.duration_days),
        Column::Fewest => number(content.min_participants),
        Column::Most => number(content.max_participants),
        Column::Trainers => if content.train_the_trainer { "yes" } else { "no" }.to_owned(),
        Column::Summary => content.summary.clone(),
        Column::Audience => content.audience.clone(),
        Column::Texts if content.texts.is_empty() => String::new(),
        Column::Texts => serde_json::json!(content.texts).to_string(),
        Column::Version => record.version.map(|n| n.to_string()).unwrap_or_default(),
        Column::PublishedAt => moment(record.published_at),
        Column::VerifiedAt => moment(record.verified_at),
        _ => list(content, column),
    }
}

fn list(content: &CourseContent, column: Column) -> String {
    let joined_by = |items: &[String]| joined(items.iter().map(String::as_str), "; ");
    match column {
        Column::Scopes => joined(content.levels_of_delivery.iter().map(|v| v.as_str()), "; "),
        Column::Modes => joined(content.delivery_modes.iter().map(|v| v.as_str()), "; "),
        Column::Languages => joined_by(&content.languages),
        Column::Translations => joined_by(&content.translations_available),
        Column::Prerequisites => joined_by(&content.prerequisites),
        Column::Objectives => joined(content.objectives.iter().map(String::as_str), "\n"),
        Column::Modules => content.modules.iter().map(module).collect::<Vec<_>>().join("\n"),
        Column::Materials => content.materials.iter().map(material).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

fn module(module: &Module) -> String {
    let hours = module.hours.map(|hours| hours.to_string()).unwrap_or_default();
    joined([&module.code, &module.title, &hours, &module.summary].map(String::as_str), " | ")
}

fn material(material: &Material) -> String {
    let kind = material.kind.map(MaterialKind::as_str).unwrap_or_default();
    joined([&material.title, kind, &material.language], " | ")
}
