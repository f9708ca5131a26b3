//! The table: figure, floor, product, ratio, bytes, goal, met or not.
use std::fmt::Write;

use super::goals::{Figure, Goal};
use super::load::Found;

const HEADS: [&str; 11] = [
    "figure",
    "on",
    "floor",
    "product",
    "ratio",
    "median ms",
    "p99 ms",
    "req/s",
    "bytes",
    "goal",
    "met",
];

/// Every line so far, and where the next ones are measured.
#[derive(Debug, Default)]
pub struct Table {
    on: String,
    lines: Vec<[String; 11]>,
    missed: usize,
}

impl Table {
    /// From now on lines are of this database and size.
    pub fn on(&mut self, place: String) {
        self.on = place;
    }

    /// A figure with the load that found it; `floor` is the same of the floor.
    pub fn load(&mut self, figure: Figure, floor: Option<Found>, found: Found) {
        self.line((figure, ""), (floor.map(|floor| floor.cpu_ms), found.cpu_ms), Some(found));
    }

    /// A figure.
    pub fn value(&mut self, figure: Figure, value: f64) {
        self.line((figure, ""), (None, value), None);
    }

    /// A figure beside that of the floor.
    pub fn beside(&mut self, figure: Figure, floor: f64, value: f64) {
        self.line((figure, ""), (Some(floor), value), None);
    }

    /// A figure of something of a name.
    pub fn of(&mut self, figure: Figure, name: &str, value: f64) {
        self.line((figure, name), (None, value), None);
    }

    fn line(
        &mut self,
        (figure, name): (Figure, &str),
        (floor, value): (Option<f64>, f64),
        found: Option<Found>,
    ) {
        let met = figure.goals.iter().all(|goal| goal.is_met(floor, value));
        self.missed += usize::from(!met);
        let verdict = match (figure.goals, met) {
            ([], _) => "",
            (_, true) => "yes",
            (_, false) => "NO",
        };
        let with_unit = |value: f64| format!("{} {}", short(value), figure.unit).trim().to_owned();
        let of = |value: fn(&Found) -> f64| found.as_ref().map(value).map(short);
        let goals: Vec<String> = figure.goals.iter().map(|goal| goal.words(figure.unit)).collect();
        let line = [
            format!("{} {name}", figure.name).trim().to_owned(),
            self.on.clone(),
            floor.map(with_unit).unwrap_or_default(),
            with_unit(value),
            floor.map(|floor| format!("{:.2}", value / floor)).unwrap_or_default(),
            of(|found| found.median).unwrap_or_default(),
            of(|found| found.p99).unwrap_or_default(),
            of(|found| found.rate).unwrap_or_default(),
            of(|found| found.bytes).unwrap_or_default(),
            goals.join(", "),
            verdict.to_owned(),
        ];
        eprintln!("  {}", line.join(" | "));
        self.lines.push(line);
    }

    /// How many figures miss their goal.
    pub fn missed(&self) -> usize {
        self.missed
    }

    /// The table in Markdown, with columns of even width.
    pub fn markdown(&self) -> String {
        let heads = HEADS.map(str::to_owned);
        let rows = || std::iter::once(&heads).chain(&self.lines);
        let widths: Vec<usize> = (0..HEADS.len())
            .map(|column| rows().map(|row| row[column].chars().count()).max().unwrap_or(0))
            .collect();
        let mut text = String::new();
        for (number, row) in rows().enumerate() {
            let cells: Vec<String> =
                row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:<width$}")).collect();
            let _ = writeln!(text, "| {} |", cells.join(" | "));
            if number == 0 {
                let rules: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                let _ = writeln!(text, "| {} |", rules.join(" | "));
            }
        }
        text
    }
}

impl Goal {
    fn is_met(self, floor: Option<f64>, value: f64) -> bool {
        match self {
            Self::TimesFloor(times) => floor.is_some_and(|floor| value <= floor * times),
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }

    fn words(self, unit: &str) -> String {
        let words = match self {
            Self::TimesFloor(times) => format!("<= {times} x floor"),
            Self::AtMost(most) => format!("<= {} {unit}", short(most)),
            Self::AtLeast(least) => format!(">= {} {unit}", short(least)),
        };
        words.trim().to_owned()
    }
}

/// With as many digits as say something.
fn short(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        0.0 => "0".to_owned(),
        _ => format!("{value:.2}"),
    }
}
