//! Two officers at one round: what the other saved and what was typed here, side by side.
use chrono::{DateTime, Utc};

use crate::base::App;
use crate::base::audit;
use crate::base::error::Result;
use crate::base::ids::RoundId;
use crate::catalogue::CourseType;
use crate::course_nominations::rules::TypedRound;
use crate::identity;
use crate::organisations::Organisation;

/// Somebody changed the round while it was being changed here.
pub struct RoundConflict {
    /// Who saved.
    pub who: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// Each answer that differs: its name, theirs, yours.
    pub answers: Vec<(&'static str, String, String)>,
}

impl RoundConflict {
    /// What differs between the round as it is saved and as it was typed.
    pub async fn of(
        app: &App,
        id: RoundId,
        (theirs, yours): (&TypedRound, &TypedRound),
        (types, members): (&[CourseType], &[Organisation]),
    ) -> Result<Self> {
        let saved = audit::last(&app.db, "round", &id.to_string()).await?;
        let who = match saved.as_ref().and_then(|entry| entry.account_id) {
            Some(account) => identity::names_of(&app.db, &[account]).await?.remove(&account),
            None => None,
        };
        let spoken = |typed| spoken(typed, (types, members));
        let pairs = spoken(theirs).into_iter().zip(spoken(yours));
        let differing = pairs.filter(|((_, theirs), (_, yours))| theirs != yours);
        let answers = differing.map(|((label, theirs), (_, yours))| (label, theirs, yours));
        Ok(Self { who, at: saved.map(|entry| entry.at), answers: answers.collect() })
    }
}

fn spoken(
    typed: &TypedRound,
    (types, members): (&[CourseType], &[Organisation]),
) -> Vec<(&'static str, String)> {
    let chosen = types.iter().filter(|known| typed.course_types.contains(&known.code));
    let chosen: Vec<&str> = chosen.map(|known| known.name.as_str()).collect();
    let invited = members.iter().filter(|member| typed.members.contains(&member.id.to_string()));
    let invited: Vec<&str> = invited.map(|member| member.name.as_str()).collect();
    vec![
        ("round-title", typed.title.clone()),
        ("round-horizon-start", typed.horizon_start.clone()),
        ("round-horizon-end", typed.horizon_end.clone()),
        ("round-opens-date", typed.opens.0.clone()),
        ("round-opens-time", typed.opens.1.clone()),
        ("round-closes-date", typed.closes.0.clone()),
        ("round-closes-time", typed.closes.1.clone()),
        ("round-grace-label", typed.grace_days.clone()),
        ("round-minimum-label", typed.minimum_cell.clone()),
        ("round-types", chosen.join(", ")),
        ("round-members", invited.join(", ")),
    ]
}
