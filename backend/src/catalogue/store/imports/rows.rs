//! The rows of an import.
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::{CourseImport, ImportState};
use crate::base::closed_list::closed_list;
use crate::base::db::Transaction;
use crate::base::error::Result;
use crate::base::ids::{CourseId, CourseImportId};
use crate::catalogue::rules::import::{Code, Facts, Outcome, Step};

mod entity {
    use sea_orm::entity::prelude::*;

    use crate::base::ids::{CourseId, CourseImportId};
    use crate::catalogue::rules::import::{Outcome, Step};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "course_import_row")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub import_id: CourseImportId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub outcome: Outcome,
        pub step: Step,
        #[sea_orm(column_type = "Text")]
        pub codes: String,
        #[sea_orm(column_type = "Text")]
        pub title: String,
        #[sea_orm(column_type = "Text")]
        pub detail: String,
        pub course_id: Option<CourseId>,
        pub course_code: String,
        /// The revision of the course before.
        pub course_revision: i32,
        #[sea_orm(column_type = "Text")]
        pub facts: String,
        /// What the draft says afterwards; empty where it stays.
        #[sea_orm(column_type = "Text")]
        pub draft: String,
        /// What it said before.
        #[sea_orm(column_type = "Text")]
        pub before: String,
    }
    impl ActiveModelBehavior for ActiveModel {}
}
use entity::ActiveModel;
pub use entity::Model as ImportRow;
pub(super) use entity::{COLUMN, Column, Entity};

closed_list! {
    /// Which rows are shown.
    Shown {
        /// All that are more than titles, sums and blanks.
        Courses = "courses", "import-shown-courses";
        /// Those that begin a course.
        New = "new", "import-step-new";
        /// Those that change one.
        Change = "change", "import-step-change";
        /// Those whose course is there already.
        Same = "same", "import-step-same";
        /// Those that somebody should look at.
        Warned = "warned", "import-outcome-warn";
        /// Those that are left out.
        Rejected = "rejected", "import-outcome-reject";
        /// Those that are no courses.
        Skipped = "skipped", "import-outcome-skip";
        /// Every row.
        All = "all", "import-shown-all";
    }
}

impl ImportRow {
    /// Why it becomes what it becomes.
    pub fn reasons(&self) -> Vec<Code> {
        self.codes.split(';').filter_map(Code::of).collect()
    }

    /// What the table says beside the course.
    pub fn said_beside(&self) -> Facts {
        serde_json::from_str(&self.facts).unwrap_or_default()
    }
}

fn shown(which: Shown) -> Condition {
    let all = Condition::all();
    match which {
        Shown::All => all,
        Shown::Courses => all.add(COLUMN.outcome.ne(Outcome::Skip)),
        Shown::New => all.add(COLUMN.step.eq(Step::New)),
        Shown::Change => all.add(COLUMN.step.eq(Step::Change)),
        Shown::Same => all.add(COLUMN.step.eq(Step::Same)),
        Shown::Warned => all.add(COLUMN.outcome.eq(Outcome::ImportWithWarning)),
        Shown::Rejected => all.add(COLUMN.outcome.eq(Outcome::Reject)),
        Shown::Skipped => all.add(COLUMN.outcome.eq(Outcome::Skip)),
    }
}

/// A stretch of the rows of an import after one of this number, and how many there are in all. One
/// that is still read, or never was to its end, has none to show.
pub async fn rows(
    db: &impl ConnectionTrait,
    import: &CourseImport,
    (which, after): (Shown, i32),
    (skipped, most): (u64, u64),
) -> Result<(Vec<ImportRow>, u64)> {
    if matches!(import.state, ImportState::Reading | ImportState::Failed) {
        return Ok((Vec::new(), 0));
    }
    let own = Entity::find().filter(COLUMN.import_id.eq(import.id)).filter(shown(which));
    let total = own.clone().count(db).await?;
    let page = own.filter(COLUMN.number.gt(after)).order_by_asc(Column::Number);
    Ok((page.offset(skipped).limit(most).all(db).await?, total))
}

/// Keeps rows of an import.
pub async fn add_rows(tx: &Transaction, rows: Vec<ImportRow>) -> Result<()> {
    let active = |row: ImportRow| ActiveModel {
        import_id: Set(row.import_id),
        number: Set(row.number),
        outcome: Set(row.outcome),
        step: Set(row.step),
        codes: Set(row.codes),
        title: Set(row.title),
        detail: Set(row.detail),
        course_id: Set(row.course_id),
        course_code: Set(row.course_code),
        course_revision: Set(row.course_revision),
        facts: Set(row.facts),
        draft: Set(row.draft),
        before: Set(row.before),
    };
    if !rows.is_empty() {
        Entity::insert_many(rows.into_iter().map(active)).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Forgets the rows of an import.
pub async fn remove_rows(tx: &Transaction, import: CourseImportId) -> Result<()> {
    Entity::delete_many().filter(COLUMN.import_id.eq(import)).exec(tx).await?;
    Ok(())
}

/// The next rows of an import, after this number, that do `step`.
pub(super) async fn doing(
    tx: &Transaction,
    import: &CourseImport,
    (step, after): (Step, i32),
    most: u64,
) -> Result<Vec<ImportRow>> {
    let own = Entity::find().filter(COLUMN.import_id.eq(import.id)).filter(COLUMN.step.eq(step));
    let next = own.filter(COLUMN.number.gt(after)).order_by_asc(Column::Number);
    Ok(next.limit(most).all(tx).await?)
}

/// The ids of the courses to which rows of an import do `step`.
pub(super) async fn courses_of(
    tx: &Transaction,
    import: &CourseImport,
    step: Step,
) -> Result<Vec<(CourseId, i32, String)>> {
    let own = Entity::find().filter(COLUMN.import_id.eq(import.id)).filter(COLUMN.step.eq(step));
    let which = own.select_only().column(Column::CourseId).column(Column::CourseRevision);
    let rows: Vec<(Option<CourseId>, i32, String)> =
        which.column(Column::CourseCode).into_tuple().all(tx).await?;
    Ok(rows.into_iter().filter_map(|(id, revision, code)| Some((id?, revision, code))).collect())
}
