//! The bench: measures the product beside the floor, on both databases, at three sizes, and
//! prints one table. `tests/bench/run` builds and starts it.
mod client;
mod figures;
mod fill;
mod floor;
mod goals;
mod load;
mod server;
mod sink;
mod table;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use sea_orm::ConnectionTrait;

use self::figures::Stage;
use self::fill::Size;
use self::table::Table;

/// How the bench is started: `bench --rctm PROGRAM [--postgres URL] [--out FILE] [--sizes
/// 100,10,1] [--databases sqlite,postgres]`, `bench floor DATABASE ADDRESS`, or
/// `bench fill DATABASE DIVISOR`, which leaves a database to be looked at by other means.
struct Wanted {
    rctm: PathBuf,
    postgres: Option<String>,
    out: Option<PathBuf>,
    sizes: Vec<usize>,
    databases: Vec<String>,
}

impl Wanted {
    fn read(arguments: &[String]) -> Result<Self> {
        let value = |name: &str| {
            let place = arguments.iter().position(|argument| argument == name);
            place.and_then(|place| arguments.get(place + 1)).cloned()
        };
        let list = |name: &str, usual: &str| -> Vec<String> {
            let given = value(name).unwrap_or_else(|| usual.to_owned());
            given.split(',').map(str::to_owned).collect()
        };
        let sizes = list("--sizes", "100,10,1").into_iter().map(|size| size.parse());
        Ok(Self {
            rctm: value("--rctm").context("--rctm PROGRAM is missing")?.into(),
            postgres: value("--postgres"),
            out: value("--out").map(PathBuf::from),
            sizes: sizes.collect::<Result<_, _>>().context("--sizes")?,
            databases: list("--databases", "sqlite,postgres"),
        })
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [what, database, address, ..] = arguments.as_slice()
        && what == "floor"
    {
        return floor::serve(database, address.parse()?).await;
    }
    if let [what, database, divisor] = arguments.as_slice()
        && what == "fill"
    {
        return fill::fill(database, Size::divided_by(divisor.parse()?)).await;
    }
    let wanted = Wanted::read(&arguments)?;
    let began = Instant::now();
    let directory =
        tempfile::Builder::new().prefix("rctm-bench.").tempdir_in(target(&wanted.rctm)?)?;
    let mut table = Table::default();
    table.on("this machine".to_owned());
    figures::of_the_program(&wanted.rctm, directory.path(), &mut table).await?;
    for database in &wanted.databases {
        for &divisor in &wanted.sizes {
            let size = Size::divided_by(divisor);
            eprintln!("{database}, {size}");
            table.on(format!("{database}, {size}"));
            Box::pin(measure(&wanted, (database, size), directory.path(), &mut table)).await?;
        }
    }
    let text = table.markdown();
    println!(
        "{text}\n{} figures miss their goal; {} s in all",
        table.missed(),
        began.elapsed().as_secs()
    );
    if let Some(out) = &wanted.out {
        std::fs::write(out, text)?;
    }
    Ok(())
}

/// Where the program was built: databases are made beside it, on a disk and not in memory.
fn target(rctm: &Path) -> Result<&Path> {
    rctm.parent().and_then(Path::parent).context("a directory of programs")
}

async fn measure(
    wanted: &Wanted,
    (database, size): (&str, Size),
    directory: &Path,
    table: &mut Table,
) -> Result<()> {
    let place = directory.join(format!("{database}-{}", size.divisor));
    std::fs::create_dir_all(&place)?;
    let url = match database {
        "sqlite" => format!("sqlite:{}", place.join("rctm.db").display()),
        _ => on_postgres(wanted, size, "create database").await?,
    };
    fill::fill(&url, size).await?;
    let programs = (wanted.rctm.clone(), place.clone());
    let mut stage = Stage::new(programs, url).await?;
    stage.measure(table).await?;
    if size.divisor == 1 && database == "sqlite" {
        figures::of_the_pages(&stage, table).await?;
    }
    stage.end().await?;
    if database == "postgres" {
        on_postgres(wanted, size, "drop database").await?;
    }
    Ok(std::fs::remove_dir_all(place)?)
}

/// Makes or drops the database of a size; answers its address.
async fn on_postgres(wanted: &Wanted, size: Size, what: &str) -> Result<String> {
    let server = wanted.postgres.as_ref().context("--postgres URL is missing")?;
    ensure!(server.contains("@127.0.0.1:"), "the bench loads nothing but this machine");
    let name = format!("bench_{}", size.divisor);
    let admin = sea_orm::Database::connect(format!("{server}/postgres")).await?;
    admin.execute_unprepared(&format!("{what} {name}")).await?;
    admin.close().await?;
    Ok(format!("{server}/{name}"))
}
