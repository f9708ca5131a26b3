//! The program: reads the command line and hands over.
use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// Gives memory back after a rush; the allocator of the C library keeps what it once had.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    rctm::cli::run(rctm::cli::Commands::parse()).await
}
