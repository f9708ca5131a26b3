//! `rctm import`: a table of courses, at the console.
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use clap::Args;

use super::admin::in_words;
use super::print;
use crate::base::App;
use crate::base::clock::Clock;
use crate::base::config::Settings;
use crate::base::i18n::Locale;
use crate::base::ids::CourseImportId;
use crate::base::tables::Trouble;
use crate::base::upload::plain_name;
use crate::catalogue::actions::imports::{self, JudgedRow};
use crate::catalogue::{ImportState, NewImport};
use crate::identity::{CentreStaff, Operator};
use crate::{app, organisations};

/// How long a table may take to be read.
const READ_WITHIN: Duration = Duration::from_mins(2);

/// Which table, and whose courses are taken.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file: CSV in any encoding, a workbook, or JSON that was exported.
    file: PathBuf,
    /// The code of the centre whose courses are taken, such as JCLEC. Without it nothing can be
    /// taken; a dry run then judges the rows of every centre.
    #[arg(long)]
    centre: Option<String>,
    /// Says what would become of each row, and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Does not ask before it takes the courses.
    #[arg(long)]
    yes: bool,
}

/// Reads the table, says what becomes of each row, and takes it over.
pub async fn run(config: &Path, arguments: Arguments) -> anyhow::Result<()> {
    ensure!(
        arguments.dry_run || arguments.centre.is_some(),
        "--centre says whose courses are taken; without it, only --dry-run is possible"
    );
    let app = app::open(Settings::load(config)?, Clock::system()).await?;
    ensure!(
        app::is_migrated(&app).await?,
        "the schema of the database is not up to date: run `rctm migrate`"
    );
    let most = app.settings.limits.largest_table;
    let size = std::fs::metadata(&arguments.file)
        .with_context(|| format!("{} cannot be read", arguments.file.display()))?
        .len();
    ensure!(size <= most as u64, "the file is too large: {most} bytes at the most");
    let file = std::fs::read(&arguments.file)
        .with_context(|| format!("{} cannot be read", arguments.file.display()))?;
    let by = Operator::at_the_console();
    match &arguments.centre {
        Some(code) if !arguments.dry_run => {
            let staff = staff(&app, &by, code).await?;
            take(&app, &staff, (file, &arguments)).await?;
        }
        _ => look(&app, &by, (file, &arguments)).await?,
    }
    app.db.close().await?;
    Ok(())
}

/// Says what would become of each row; nothing is kept.
async fn look(
    app: &App,
    by: &Operator,
    (file, arguments): (Vec<u8>, &Arguments),
) -> anyhow::Result<()> {
    let staff = match &arguments.centre {
        Some(code) => Some(staff(app, by, code).await?),
        None => None,
    };
    let judged = imports::preview(app, by, (file, staff.as_ref())).await.map_err(in_words)?;
    let judged = judged.map_err(|trouble| why(arguments, trouble))?;
    print(HEADS)?;
    judged.iter().try_for_each(say)
}

async fn staff(app: &App, by: &Operator, code: &str) -> anyhow::Result<CentreStaff> {
    let centre = organisations::by_code(&app.db, code).await.map_err(in_words)?;
    let centre = centre.with_context(|| format!("--centre: there is no organisation {code}"))?;
    let director = by.training_director(centre.for_identity()).map_err(in_words)?;
    Ok(director.as_staff())
}

fn why(arguments: &Arguments, trouble: Trouble) -> anyhow::Error {
    let words = Locale::english().say(&trouble.label());
    anyhow::anyhow!("{}: {words}", arguments.file.display())
}

/// The heads of what is said of rows, with tabs between.
const HEADS: &str = "row\toutcome\tcodes\tstep\tcourse\ttitle";

/// One line a row.
fn say(row: &JudgedRow) -> anyhow::Result<()> {
    let codes: Vec<&str> = row.codes.iter().map(|code| code.as_str()).collect();
    let title = row.title.replace(['\t', '\n', '\r'], " ");
    let (outcome, codes) = (row.outcome.as_str(), codes.join(";"));
    let (number, step, course) = (row.number, row.step.as_str(), &row.course);
    Ok(print(&format!("{number}\t{outcome}\t{codes}\t{step}\t{course}\t{title}"))?)
}

/// Says what becomes of each row of an import.
async fn say_all(app: &App, by: &CentreStaff, id: CourseImportId) -> anyhow::Result<()> {
    print(HEADS)?;
    let mut after = None;
    loop {
        let rows = imports::judged(app, by, (id, after)).await.map_err(in_words)?;
        rows.iter().try_for_each(say)?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.number);
    }
}

async fn take(
    app: &App,
    by: &CentreStaff,
    (file, arguments): (Vec<u8>, &Arguments),
) -> anyhow::Result<()> {
    let name = arguments.file.file_name().map(|name| name.to_string_lossy().into_owned());
    let file_name = plain_name(&name.unwrap_or_default());
    let new = NewImport { id: CourseImportId::new(), file_name, file };
    let id = imports::send(app, by, new).await.map_err(in_words)?;
    let import = imports::read_within(app, by, (id, READ_WITHIN)).await.map_err(in_words)?;
    if let Some(trouble) = import.why_not() {
        return Err(why(arguments, trouble));
    }
    ensure!(import.state == ImportState::Examined, "the table is not read yet");
    say_all(app, by, id).await?;
    let counts = import.counted();
    if counts.changing() == 0 {
        return Ok(print("There is nothing to import.")?);
    }
    if !arguments.yes {
        print(&format!(
            "This begins {} courses and changes {}. Import them? Type yes.",
            counts.new, counts.change
        ))?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        if answer.trim() != "yes" {
            bail!("nothing was imported");
        }
    }
    imports::confirm(app, by, id).await.map_err(in_words)?;
    Ok(print(&format!("Imported: {} courses begun, {} changed.", counts.new, counts.change))?)
}
