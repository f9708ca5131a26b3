//! The commands of the program, one file each.
mod admin;
mod api_client;
mod audit;
mod backup;
pub mod demo;
mod import;
pub mod load;
mod load_clients;
mod load_deliveries;
mod load_materials;
mod load_participants;
mod load_rounds;
mod load_seats;
mod migrate;
mod restore;
pub mod roles;
mod routes;
mod serve;
mod stop;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// RCTM, the Regional Coordinated Training Mechanism.
#[derive(Debug, Parser)]
#[command(name = "rctm", version, about)]
pub struct Commands {
    /// The file of settings; `RCTM_*` in the environment win over it.
    #[arg(long, default_value = "rctm.toml", global = true)]
    config: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Starts a demonstration on this machine, with invented people and figures.
    Demo(demo::Arguments),
    /// Serves an installation, as its settings say.
    Serve,
    /// Imports a table of courses into a centre, or says what would become of its rows.
    Import(import::Arguments),
    /// Brings the schema of the database up to date.
    Migrate,
    /// Checks the chain of the audit log, and every figure that can be derived again.
    Audit(audit::Arguments),
    /// Copies everything into a new directory, while the service runs.
    Backup(backup::Arguments),
    /// Restores a backup into a new and empty place, and checks it.
    Restore(restore::Arguments),
    /// Prints every route and who may call it.
    Routes,
    /// Administers accounts and API clients.
    #[command(subcommand)]
    Admin(admin::Command),
}

/// Runs a command; what goes wrong is said in one place, on standard error.
pub async fn run(commands: Commands) -> ExitCode {
    let config = commands.config;
    let done = match commands.command {
        Command::Demo(arguments) => demo::run(arguments).await,
        Command::Serve => serve::run(&config).await,
        Command::Import(arguments) => import::run(&config, arguments).await,
        Command::Migrate => migrate::run(&config).await,
        Command::Audit(arguments) => audit::run(&config, arguments).await,
        Command::Backup(arguments) => backup::run(&config, arguments).await,
        Command::Restore(arguments) => restore::run(&config, arguments).await,
        Command::Routes => routes::run(),
        Command::Admin(command) => admin::run(&config, command).await,
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rctm: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Says something on standard output. That nobody listens any more (`| head`) is no fault.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}
