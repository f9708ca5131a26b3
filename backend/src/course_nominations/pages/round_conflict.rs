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
    pub answers: Vec<(&'static str, Vec<String>, Vec<String>)>,
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
    (known, organisations): (&[CourseType], &[Organisation]),
) -> Vec<(&'static str, Vec<String>)> {
    let chosen = known.iter().filter(|known| typed.course_types.contains(&known.code));
    let invited = organisations.iter().filter(|one| typed.members.contains(&one.id.to_string()));
    let one = |answer: &String| vec![answer.clone()];
    vec![
        ("round-title", one(&typed.title)),
        ("round-horizon-start", one(&typed.horizon_start)),
        ("round-horizon-end", one(&typed.horizon_end)),
        ("round-opens-date", one(&typed.opens.0)),
        ("round-opens-time", one(&typed.opens.1)),
        ("round-closes-date", one(&typed.closes.0)),
        ("round-closes-time", one(&typed.closes.1)),
        ("round-grace-label", one(&typed.grace_days)),
        ("round-minimum-label", one(&typed.minimum_cell)),
        ("round-types", chosen.map(|known| known.name.clone()).collect()),
        ("round-members", invited.map(|member| member.name.clone()).collect()),
    ]
}
