//! Checking the whole installation: at the console, every night, after a restore.
use super::rules::{Outcome, is_due};
use crate::base::App;
use crate::base::audit::chain::Head;
use crate::base::audit::{self, By, Deed};
use crate::base::error::Result;
use crate::base::files;
use crate::base::mailer::{Trouble, TroubleKind};
use crate::base::outbox;
use crate::identity::{self, Operator};
use crate::{catalogue, course_nominations, deliveries, participants};

/// The kind of thing that the entries of checks speak of.
const LOG: &str = "audit";
/// What an entry of a check names where there were differences.
const DIFFERENCES: &str = "differences";

/// Anybody at the machine checks the audit log and what can be derived again, as of one moment,
/// while the service runs; `say` hears each difference in a sentence.
pub async fn inspect(
    app: &App,
    expected: Option<&Head>,
    say: &mut (dyn FnMut(&str) + Send),
) -> Result<Outcome> {
    let mut count = 0;
    let mut tell = |difference: &str| {
        count += 1;
        say(difference);
    };
    let snapshot = app.db.snapshot().await?;
    let mut faulty = |fault: audit::Fault| tell(&fault.to_string());
    let walked = audit::walk(&snapshot, app.db.chain(), expected, &mut faulty).await?;
    for differences in [
        course_nominations::differences(&snapshot).await?,
        catalogue::differences(&snapshot).await?,
        deliveries::differences(&snapshot).await?,
        participants::differences(&snapshot).await?,
        outbox::differences(&snapshot).await?,
    ] {
        for difference in &differences {
            tell(difference);
        }
    }
    // The files take longer than a database may be held for.
    let stored = files::kept(&snapshot).await?;
    drop(snapshot);
    for difference in files::check(app, &stored).await? {
        tell(&difference);
    }
    Ok(Outcome::of(walked, count))
}

/// The program checks itself once a night, whichever instance comes first, writes the head of
/// the audit log to the log of the machine, and raises the alarm where something differs.
pub async fn every_night(app: &App) -> Result<()> {
    let last = audit::last_of(&app.db, LOG).await?;
    app.alarm.set(last.as_ref().is_some_and(|entry| entry.fields == DIFFERENCES));
    let checked = last.filter(|entry| entry.action == "audit.check");
    if !is_due(checked.map(|entry| entry.at), app.clock.now()) {
        return Ok(());
    }
    let mut say = |difference: &str| {
        tracing::warn!("The audit found a difference: {difference}");
    };
    let outcome = inspect(app, None, &mut say).await?;
    let head = &outcome.head;
    tracing::info!(entries = outcome.entries, "The head of the audit log is {head}");
    if outcome.differences > 0 {
        let count = outcome.differences;
        tracing::warn!("The audit found {count} differences; `rctm audit` prints them");
    }
    note(app, &outcome).await
}

/// Leaves an entry that a check was made, and raises or ends the alarm.
async fn note(app: &App, outcome: &Outcome) -> Result<()> {
    let fields: &[&str] = if outcome.differences > 0 { &[DIFFERENCES] } else { &[] };
    let seq = outcome.head.seq.to_string();
    let deed = Deed { action: "audit.check", object: LOG, object_id: &seq, fields };
    let tx = app.db.begin().await?;
    audit::record(&tx, app.clock.now(), &By::the_program(), deed).await?;
    tx.commit().await?;
    app.alarm.set(outcome.differences > 0);
    Ok(())
}

/// The operator has restored a backup: every session ends, and emails that waited when it was
/// made are not sent again unless somebody says so. Answers how many those are.
pub async fn settle_after_restore(app: &App, by: &Operator, head: &Head) -> Result<u64> {
    let tx = app.db.begin().await?;
    identity::end_every_session(&tx).await?;
    let stopped = outbox::hold_back(&tx, Trouble::of(TroubleKind::Restored)).await?;
    let seq = head.seq.to_string();
    let fields = ["sessions", "emails"];
    let deed = Deed {
        action: "installation.restore",
        object: "installation",
        object_id: &seq,
        fields: &fields,
    };
    audit::record(&tx, app.clock.now(), &by.by(), deed).await?;
    tx.commit().await?;
    Ok(stopped)
}
