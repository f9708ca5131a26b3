//! Two people at one sheet: what the other saved and what was typed here, side by side.
use chrono::{DateTime, Utc};

use super::rows::name_of;
use crate::base::App;
use crate::base::error::Result;
use crate::base::i18n::{Message, autonym};
use crate::course_nominations::rules::{Answers, Frequency, Level, Line, Mode, Quarters, Urgency};
use crate::course_nominations::store::Desk;
use crate::identity;

/// Somebody saved the sheet while it was being filled here.
pub struct Conflict {
    /// Who saved.
    pub who: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// What differs, line by line.
    pub lines: Vec<Difference>,
}

/// A line that differs.
pub struct Difference {
    /// What it asks for.
    pub name: Message,
    /// Each answer that differs: its name, theirs, yours.
    pub answers: Vec<(&'static str, Message, Message)>,
}

impl Conflict {
    /// What differs between the saved sheet on `desk` and what was typed.
    pub async fn of(app: &App, desk: &Desk, typed: &Answers) -> Result<Option<Self>> {
        let Some(sheet) = &desk.sheet else { return Ok(None) };
        let who = match sheet.saved_by {
            Some(account) => identity::names_of(&app.db, &[account]).await?.remove(&account),
            None => None,
        };
        let blank = Line::default();
        let difference = |(theirs, yours): (Option<&Line>, Option<&Line>)| {
            let named = theirs.or(yours).unwrap_or(&blank);
            let (left, right) = (spoken(desk, theirs), spoken(desk, yours));
            let pairs = left.into_iter().zip(right);
            let differing = pairs.filter(|((_, left), (_, right))| left != right);
            Difference {
                name: name_of(desk, named),
                answers: differing
                    .map(|((label, left), (_, right))| (label, left, right))
                    .collect(),
            }
        };
        let mut lines: Vec<_> =
            desk.answers.differences(typed).into_iter().map(difference).collect();
        lines.retain(|line| !line.answers.is_empty());
        Ok(Some(Self { who, at: sheet.saved_at, lines }))
    }
}

fn text(typed: &str) -> Message {
    if typed.trim().is_empty() {
        "answer-none".into()
    } else {
        Message::new("answer-typed").with("text", typed)
    }
}

fn spoken(desk: &Desk, line: Option<&Line>) -> Vec<(&'static str, Message)> {
    let blank = Line::default();
    let line = line.unwrap_or(&blank);
    let listed = |label: Option<Message>, typed: &str| label.unwrap_or_else(|| text(typed));
    let often = match line.often.as_str() {
        "0" => "frequency-none".into(),
        typed => listed(Frequency::of(typed).map(Frequency::label), typed),
    };
    let preferred = desk.preferred(line).map_or(&line.course, |course| &course.title);
    let host = if line.can_host { "answer-yes" } else { "answer-no" };
    vec![
        ("sheet-often", often),
        ("sheet-title", text(&line.title)),
        ("sheet-level", listed(Level::of(&line.level).map(Level::label), &line.level)),
        ("sheet-people", text(&line.people)),
        ("sheet-language", text(autonym(&line.language))),
        ("sheet-rank", text(&line.rank)),
        ("sheet-urgency", listed(Urgency::of(&line.urgency).map(Urgency::label), &line.urgency)),
        ("sheet-quarters", Quarters::of(&line.quarters).names().unwrap_or("answer-none".into())),
        ("sheet-reason", text(&line.reason)),
        ("sheet-course", text(preferred)),
        ("sheet-mode", listed(Mode::of(&line.mode).map(Mode::label), &line.mode)),
        ("sheet-host", host.into()),
    ]
}
