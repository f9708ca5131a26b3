//! Reading the file of an import beside the request that brought it.
use chrono::NaiveDate;

use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, CourseImportId};
use crate::base::tables::{Progress, Trouble};
use crate::catalogue::rules::import::{
    Code, Decided, Examined, KnownCentre, KnownType, Mapping, Outcome, Plan, PresentCourse, Step,
    Verdict, World, decide, examine_file,
};
use crate::catalogue::store::imports::{self, Found};
use crate::catalogue::store::{self, Counts, CourseImport, ImportRow, ImportState, versions};
use crate::identity::{CentreScope, CentreStaff, Operator};
use crate::organisations;

/// How many rows are kept in one statement.
const AT_ONCE: usize = 400;

/// Whose courses are read, by whom.
#[derive(Clone, Debug)]
struct Owner {
    scope: CentreScope,
    centre: String,
}

impl Owner {
    fn of(by: &CentreStaff) -> Self {
        Self { scope: by.centre(), centre: by.capacity().organisation().code.clone() }
    }
}

/// Begins to read the file of an import.
pub(super) fn begin(app: &App, by: &CentreStaff, id: CourseImportId) {
    let owner = Owner::of(by);
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = read(&app, &owner, id).await {
            tracing::error!(%error, import = %id, "The file of an import could not be read");
        }
    });
}

async fn read(app: &App, owner: &Owner, id: CourseImportId) -> Result<()> {
    let Some(place) = app.readers.place(owner.scope.id(), id.0).await else { return Ok(()) };
    let import = imports::of_centre(&app.db, owner.scope, id).await?.ok_or(Error::NotFound)?;
    if import.state != ImportState::Reading {
        return Ok(());
    }
    let Some(file) = imports::file_of(&app.db, &import).await? else { return Ok(()) };
    let world = world(app, owner, import.reference).await?;
    let examined = match examined(app, owner, (file, &world)).await? {
        Ok(examined) => examined,
        Err(trouble) => return fail(app, owner, &import, trouble).await,
    };
    place.progress.of(examined.verdicts.len());
    stage(app, owner, &import, (examined, &place.progress)).await
}

/// What stands in a file: read by what the centre has said before of tables with the same heads.
async fn examined(
    app: &App,
    owner: &Owner,
    (file, world): (Vec<u8>, &World),
) -> Result<Result<Examined, Trouble>> {
    let first = blocking(file.clone(), None, world.clone()).await?;
    let Ok(examined) = first else { return Ok(first) };
    if examined.whole {
        return Ok(Ok(examined));
    }
    let heads = examined.heads.fingerprint();
    match imports::remembered(&app.db, owner.scope, &heads).await? {
        Some(mapping) if mapping != examined.mapping => {
            drop(examined);
            blocking(file, Some(mapping), world.clone()).await
        }
        _ => Ok(Ok(examined)),
    }
}

async fn blocking(
    file: Vec<u8>,
    mapping: Option<Mapping>,
    world: World,
) -> Result<Result<Examined, Trouble>> {
    let reading =
        tokio::task::spawn_blocking(move || examine_file(&file, mapping.as_ref(), &world));
    reading.await.map_err(|error| Error::Internal(error.into()))
}

async fn fail(app: &App, owner: &Owner, import: &CourseImport, trouble: Trouble) -> Result<()> {
    let tx = app.db.begin().await?;
    let import = imports::to_change(&tx, owner.scope, import.id).await?;
    imports::mark_failed(&tx, &import, trouble).await?;
    tx.commit().await
}

/// Keeps what becomes of each row.
async fn stage(
    app: &App,
    owner: &Owner,
    import: &CourseImport,
    (mut examined, progress): (Examined, &Progress),
) -> Result<()> {
    let seen = imports::seen(&app.db, owner.scope).await?;
    let around = imports::around(&app.db, owner.scope, &owner.centre).await?;
    let decided = decide(&mut examined, &around);
    let counts = counted(&examined, &decided);
    let found = Found {
        whole: examined.whole,
        heads: examined.heads.texts,
        samples: examined.samples,
        mapping: examined.mapping,
        seen,
        counts,
    };
    let tx = app.db.begin().await?;
    imports::remove_rows(&tx, import.id).await?;
    let mut rows = Vec::with_capacity(AT_ONCE);
    for (verdict, decided) in examined.verdicts.into_iter().zip(decided) {
        rows.push(row(import.id, verdict, (decided, &around.own))?);
        if rows.len() == AT_ONCE {
            imports::add_rows(&tx, std::mem::take(&mut rows)).await?;
            progress.add(AT_ONCE);
        }
    }
    imports::add_rows(&tx, rows).await?;
    let import = imports::to_change(&tx, owner.scope, import.id).await?;
    imports::mark_examined(&tx, &import, &found).await?;
    tx.commit().await
}

fn row(
    import_id: CourseImportId,
    verdict: Verdict,
    (decided, own): (Decided, &[PresentCourse]),
) -> Result<ImportRow> {
    let step = decided.step.unwrap_or(Step::None);
    let before = decided.place.map(|place| &own[place]);
    let writes = matches!(step, Step::New | Step::Change);
    let facts = verdict.plan.as_ref().map(Plan::facts);
    let facts = facts.filter(|facts| !facts.is_empty());
    let codes: Vec<&str> = verdict.codes.iter().map(|code| code.as_str()).collect();
    Ok(ImportRow {
        import_id,
        number: i32::try_from(verdict.number).unwrap_or(i32::MAX),
        outcome: verdict.outcome,
        step,
        codes: codes.join(";"),
        title: verdict.title.replace('\0', ""),
        detail: verdict.detail,
        course_id: match step {
            Step::New => Some(CourseId::new()),
            _ => before.map(|course| course.id),
        },
        course_code: decided.code,
        course_revision: before.map_or(0, |course| course.revision),
        facts: match facts {
            Some(facts) => json(&facts)?,
            None => String::new(),
        },
        draft: if writes { versions::freeze(&decided.content)? } else { String::new() },
        before: match before.filter(|_| step == Step::Change) {
            Some(course) => versions::freeze(&course.content)?,
            None => String::new(),
        },
    })
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Internal(error.into()))
}

fn counted(examined: &Examined, decided: &[Decided]) -> Counts {
    let mut counts = Counts::default();
    for (verdict, decided) in examined.verdicts.iter().zip(decided) {
        match (verdict.outcome, decided.step) {
            (Outcome::Skip, _) => counts.skipped += 1,
            (Outcome::Reject, _) => counts.rejected += 1,
            (_, Some(Step::New)) => counts.new += 1,
            (_, Some(Step::Change)) => counts.change += 1,
            (_, _) => counts.same += 1,
        }
        if verdict.outcome == Outcome::ImportWithWarning {
            counts.warned += 1;
        }
    }
    counts
}

/// What a table of the centre is read by.
async fn world(app: &App, owner: &Owner, reference: NaiveDate) -> Result<World> {
    Ok(World { own: Some(owner.centre.clone()), reference, ..region(app).await? })
}

/// What tables of the whole region are read by.
async fn region(app: &App) -> Result<World> {
    let centres = organisations::centres(&app.db).await?.into_iter().map(|centre| KnownCentre {
        code: centre.code,
        name: centre.name,
        short_name: centre.short_name,
        country: centre.country.unwrap_or_default(),
    });
    let types = store::course_types(&app.db).await?.into_iter().map(|kind| KnownType {
        code: kind.code,
        name: kind.name,
        short_name: kind.short_name,
        abbreviation: kind.abbreviation,
    });
    Ok(World {
        centres: centres.collect(),
        types: types.collect(),
        own: None,
        reference: app.clock.now().date_naive(),
    })
}

/// A row of a table that was only looked at.
#[derive(Clone, Debug)]
pub struct PreviewedRow {
    /// Its number.
    pub number: u32,
    /// What would become of it.
    pub outcome: Outcome,
    /// Why.
    pub codes: Vec<Code>,
    /// What it would do.
    pub step: Step,
    /// The code of the course.
    pub course: String,
    /// The title as it stands in the table.
    pub title: String,
}

/// A table that was only looked at.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// Its rows.
    pub rows: Vec<PreviewedRow>,
}

/// The operator sees what would become of each row of a table: of those of a centre, or of the
/// whole region. Nothing is kept.
pub async fn preview(
    app: &App,
    _: &Operator,
    (file, staff): (Vec<u8>, Option<&CentreStaff>),
) -> Result<Result<Previewed, Trouble>> {
    let Some(staff) = staff else {
        let read = blocking(file, None, region(app).await?).await?;
        return Ok(read.map(|examined| previewed(examined, Vec::new())));
    };
    let owner = Owner::of(staff);
    let world = world(app, &owner, app.clock.now().date_naive()).await?;
    let mut examined = match examined(app, &owner, (file, &world)).await? {
        Ok(examined) => examined,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let around = imports::around(&app.db, owner.scope, &owner.centre).await?;
    let decided = decide(&mut examined, &around);
    Ok(Ok(previewed(examined, decided)))
}

fn previewed(examined: Examined, decided: Vec<Decided>) -> Previewed {
    let decided = decided.into_iter().chain(std::iter::repeat_with(Decided::default));
    let row = |(verdict, decided): (Verdict, Decided)| PreviewedRow {
        number: verdict.number,
        outcome: verdict.outcome,
        codes: verdict.codes,
        step: decided.step.unwrap_or(Step::None),
        course: decided.code,
        title: verdict.title,
    };
    Previewed { rows: examined.verdicts.into_iter().zip(decided).map(row).collect() }
}
