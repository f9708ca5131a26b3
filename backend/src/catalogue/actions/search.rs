//! Keeping courses found by what they say.
use crate::base::App;
use crate::base::audit::{self, By, Deed};
use crate::base::error::Result;
use crate::catalogue::store;

/// The program cuts those courses anew that another version of it had cut, or none, a batch at a
/// time; answers how many. Several instances may do it at once: each batch is cut by one of them.
pub async fn keep_found(app: &App) -> Result<usize> {
    let mut all = 0;
    while store::outdated(&app.db).await? {
        let tx = app.db.begin().await?;
        let count = store::bring_up_to_date(&tx).await?;
        if count > 0 {
            let fields = ["words"];
            let deed = Deed {
                action: "catalogue.index",
                object: "catalogue",
                object_id: "",
                fields: &fields,
            };
            audit::record(&tx, app.clock.now(), &By::the_program(), deed).await?;
            tx.commit().await?;
        }
        all += count;
    }
    Ok(all)
}
