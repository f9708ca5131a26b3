//! Starting, memory, and the size of the program.
use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use super::Stage;
use crate::goals::{BINARY, DEMONSTRATION, MEMORY_AFTER, MEMORY_AT_REST, START};
use crate::load::median;
use crate::server::Server;
use crate::table::Table;

/// How often it is started.
const STARTS: usize = 5;

impl Stage {
    pub(super) async fn start(&mut self, table: &mut Table) -> Result<()> {
        let mut times = Vec::new();
        for _ in 0..STARTS {
            let log = self.directory.join("product.log");
            let next = Server::product(&self.rctm, &self.url, self.sink.address, &log).await?;
            times.push(next.began_in);
            std::mem::replace(&mut self.product, next).stop()?;
        }
        table.value(START, median(times));
        tokio::time::sleep(Duration::from_secs(1)).await;
        table.value(MEMORY_AT_REST, self.product.anonymous_mib()?);
        Ok(())
    }

    pub(super) fn memory_after(&self, table: &mut Table) -> Result<()> {
        table.value(MEMORY_AFTER, self.product.anonymous_mib()?);
        Ok(())
    }
}

/// The size of the program, in megabytes.
pub fn binary(rctm: &Path, table: &mut Table) -> Result<()> {
    let size = u32::try_from(std::fs::metadata(rctm)?.len())?;
    table.value(BINARY, f64::from(size) / 1e6);
    Ok(())
}

/// From an empty directory to the first page.
pub async fn demonstration(rctm: &Path, directory: &Path, table: &mut Table) -> Result<()> {
    let mut times = Vec::new();
    for number in 0..3 {
        let empty = directory.join(format!("demo-{number}"));
        let server = Server::demonstration(rctm, &empty, &directory.join("demo.log")).await?;
        times.push(server.began_in);
        server.stop()?;
    }
    table.value(DEMONSTRATION, median(times));
    Ok(())
}
