//! The program: reads the command line and hands over.
use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    rctm::cli::run(rctm::cli::Commands::parse()).await
}
