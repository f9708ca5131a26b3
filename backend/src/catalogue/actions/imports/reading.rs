//! Reading the file of an import beside the request that brought it.
use chrono::NaiveDate;

use super::JudgedRow;
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::ids::{CourseId, CourseImportId};
use crate::base::tables::{Progress, Trouble};
use crate::catalogue::rules::CourseContent;
use crate::catalogue::rules::columns::Column;
use crate::catalogue::rules::import::{
    Decided, Deciding, Drafts, Examined, KnownCentre, KnownType, Mapping, Outcome, Plan, Present,
    PresentCourse, Step, Verdict, World, examine_file,
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

/// Keeps what becomes of each row: so many in a transaction, so that nobody waits long for the
/// database. Until the last of them the import counts as being read, and shows none.
async fn stage(
    app: &App,
    owner: &Owner,
    import: &CourseImport,
    (examined, progress): (Examined, &Progress),
) -> Result<()> {
    let seen = imports::seen(&app.db, owner.scope).await?;
    let around = imports::around(&app.db, owner.scope, &owner.centre).await?;
    let mut found = Found {
        whole: examined.whole,
        heads: examined.heads.texts,
        samples: examined.samples,
        mapping: examined.mapping,
        seen,
        counts: Counts::default(),
    };
    let tx = app.db.begin().await?;
    imports::remove_rows(&tx, import.id).await?;
    tx.commit().await?;
    let mut judging = Judging::new(&around, examined.held, examined.verdicts);
    while let Some(judged) = judging.next(app, owner).await? {
        let mut rows = Vec::with_capacity(judged.rows.len());
        for (verdict, decided) in judged.rows {
            count(&mut found.counts, &verdict, &decided);
            let place = decided.place.map(|place| &around.own[place]);
            let before = place.map(|own| (own, judged.drafts.get(&own.id)));
            rows.push(row(import.id, verdict, (decided, before))?);
        }
        progress.add(rows.len());
        let tx = app.db.begin().await?;
        imports::add_rows(&tx, rows).await?;
        tx.commit().await?;
    }
    let tx = app.db.begin().await?;
    let import = imports::to_change(&tx, owner.scope, import.id).await?;
    imports::mark_examined(&tx, &import, &found).await?;
    tx.commit().await
}

/// Goes through the rows of a table, so many at a time.
struct Judging<'a> {
    deciding: Deciding<'a>,
    verdicts: std::vec::IntoIter<Verdict>,
}

/// Some rows, and the drafts of the courses that they name.
struct Judged {
    rows: Vec<(Verdict, Decided)>,
    drafts: Drafts,
}

impl<'a> Judging<'a> {
    fn new(around: &'a Present, held: Vec<Column>, verdicts: Vec<Verdict>) -> Self {
        Self { deciding: Deciding::new(around, held), verdicts: verdicts.into_iter() }
    }

    /// The next rows; none after the last.
    async fn next(&mut self, app: &App, owner: &Owner) -> Result<Option<Judged>> {
        let some: Vec<Verdict> = self.verdicts.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(None);
        }
        let named = self.deciding.named(&some);
        let drafts = imports::drafts(&app.db, owner.scope, named).await?;
        let judge = |mut verdict: Verdict| {
            let decided = self.deciding.decide(&mut verdict, &drafts);
            (verdict, decided)
        };
        let rows = some.into_iter().map(judge).collect();
        Ok(Some(Judged { rows, drafts }))
    }
}

fn row(
    import_id: CourseImportId,
    verdict: Verdict,
    (decided, before): (Decided, Option<(&PresentCourse, Option<&CourseContent>)>),
) -> Result<ImportRow> {
    let step = decided.step.unwrap_or(Step::None);
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
            _ => before.map(|(course, _)| course.id),
        },
        course_code: decided.code,
        course_revision: before.map_or(0, |(course, _)| course.revision),
        facts: match facts {
            Some(facts) => json(&facts)?,
            None => String::new(),
        },
        draft: if writes { versions::freeze(&decided.content)? } else { String::new() },
        before: match before {
            Some((_, Some(draft))) if step == Step::Change => versions::freeze(draft)?,
            _ => String::new(),
        },
    })
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::Internal(error.into()))
}

fn count(counts: &mut Counts, verdict: &Verdict, decided: &Decided) {
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

/// The operator sees what would become of each row of a table: of those of a centre, or of the
/// whole region. Nothing is kept.
pub async fn preview(
    app: &App,
    _: &Operator,
    (file, staff): (Vec<u8>, Option<&CentreStaff>),
) -> Result<Result<Vec<JudgedRow>, Trouble>> {
    let Some(staff) = staff else {
        let read = blocking(file, None, region(app).await?).await?;
        let undecided = |verdict| JudgedRow::of(verdict, Decided::default());
        return Ok(read.map(|read| read.verdicts.into_iter().map(undecided).collect()));
    };
    let owner = Owner::of(staff);
    let world = world(app, &owner, app.clock.now().date_naive()).await?;
    let examined = match examined(app, &owner, (file, &world)).await? {
        Ok(examined) => examined,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let around = imports::around(&app.db, owner.scope, &owner.centre).await?;
    let mut judging = Judging::new(&around, examined.held, examined.verdicts);
    let mut rows = Vec::new();
    while let Some(judged) = judging.next(app, &owner).await? {
        let judged = judged.rows.into_iter();
        rows.extend(judged.map(|(verdict, decided)| JudgedRow::of(verdict, decided)));
    }
    Ok(Ok(rows))
}
