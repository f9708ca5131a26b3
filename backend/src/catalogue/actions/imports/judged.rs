//! What becomes of the rows of a table, one by one.
use crate::base::App;
use crate::base::error::Result;
use crate::base::ids::CourseImportId;
use crate::catalogue::rules::import::{Code, Decided, Outcome, Step, Verdict};
use crate::catalogue::store::ImportRow;
use crate::catalogue::store::imports::{self, Shown};
use crate::identity::CentreStaff;

/// How many rows are read at once.
const AT_ONCE: u64 = 400;

/// A row, and what becomes of it.
#[derive(Clone, Debug)]
pub struct JudgedRow {
    /// Its number.
    pub number: i32,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Why.
    pub codes: Vec<Code>,
    /// What it does.
    pub step: Step,
    /// The code of the course.
    pub course: String,
    /// The title as it stands in the table.
    pub title: String,
}

impl JudgedRow {
    pub(super) fn of(verdict: Verdict, decided: Decided) -> Self {
        Self {
            number: i32::try_from(verdict.number).unwrap_or(i32::MAX),
            outcome: verdict.outcome,
            codes: verdict.codes,
            step: decided.step.unwrap_or(Step::None),
            course: decided.code,
            title: verdict.title,
        }
    }
}

impl From<ImportRow> for JudgedRow {
    fn from(row: ImportRow) -> Self {
        Self {
            codes: row.reasons(),
            number: row.number,
            outcome: row.outcome,
            step: row.step,
            course: row.course_code,
            title: row.title,
        }
    }
}

/// The next rows of an import of the centre after one of this number.
pub async fn judged(
    app: &App,
    by: &CentreStaff,
    (id, after): (CourseImportId, Option<i32>),
) -> Result<Vec<JudgedRow>> {
    let import = super::find(app, by, id).await?;
    let after = after.unwrap_or(i32::MIN);
    let (rows, _) = imports::rows(&app.db, &import, (Shown::All, after), (0, AT_ONCE)).await?;
    Ok(rows.into_iter().map(JudgedRow::from).collect())
}
