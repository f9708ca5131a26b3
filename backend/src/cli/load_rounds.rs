//! Loading nomination rounds: one of the past with its answers, and one that is open.
use std::collections::HashMap;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, TimeZone, Utc};

use crate::base::App;
use crate::base::clock::Clock;
use crate::base::error::{Error, Result};
use crate::base::ids::RoundId;
use crate::catalogue;
use crate::course_nominations::actions::{self, Sending};
use crate::course_nominations::rules::{Answers, Line, NewRound};
use crate::course_nominations::{self, Round, RoundState, Saving};
use crate::identity::{Operator, RsoOfficer};
use crate::organisations::{self, Organisation};

/// The title of the round of the past.
const PAST: &str = "Round 2016";
/// The member that the past round did not invite.
const NOT_INVITED: &str = "ILO";
/// How many members have answered the open round.
const ANSWERED: usize = 10;

/// Loads the round of 2016, closed, and a round that is open.
pub async fn rounds(app: &App, by: &Operator) -> Result<()> {
    let loading = Loading::begin(app, by).await?;
    loading.past().await?;
    loading.open().await
}

struct Loading<'a> {
    app: &'a App,
    by: &'a Operator,
    office: RsoOfficer,
    members: Vec<Organisation>,
    types: Vec<String>,
    courses: HashMap<String, catalogue::OfferedCourse>,
    type_of: HashMap<String, String>,
    rows: Vec<seed::Nomination>,
}

impl<'a> Loading<'a> {
    async fn begin(app: &'a App, by: &'a Operator) -> Result<Self> {
        let office = organisations::by_code(&app.db, "RSO").await?.ok_or(Error::NotFound)?;
        let types = catalogue::course_types(&app.db).await?;
        let types: Vec<String> = types.into_iter().map(|course_type| course_type.code).collect();
        let codes: Vec<&str> = types.iter().map(String::as_str).collect();
        let offered = catalogue::offered_courses(&app.db, &codes).await?;
        let courses = offered.into_iter().map(|course| (course.code.clone(), course)).collect();
        Ok(Self {
            app,
            by,
            office: by.rso(office.for_identity())?,
            members: organisations::members(&app.db).await?,
            types,
            courses,
            type_of: types_of_courses(),
            rows: most_pressing_first(),
        })
    }

    async fn past(&self) -> Result<()> {
        let opens_at = moment("2015-10-01T02:00:00Z")?;
        let closes_at = moment("2015-12-11T16:59:00Z")?;
        let invited = self.members.iter().filter(|member| member.code != NOT_INVITED).collect();
        let new = self.new_round((PAST.to_owned(), 2016), (opens_at, closes_at), invited)?;
        let existing = self.existing(|round| round.title == PAST).await?;
        let round = self.opened(existing, &new).await?;
        if round.state != RoundState::Open {
            return Ok(());
        }
        for (member, day) in self.asking(&round).await?.into_iter().zip((1..26).cycle()) {
            let at = opens_at + Duration::days(30 + day);
            self.answer(&round, member, (at, usize::MAX)).await?;
        }
        let app = self.app.at(Clock::fixed(closes_at));
        actions::close_round(&app, &self.office, round.id).await
    }

    async fn open(&self) -> Result<()> {
        let (year, opens_at, closes_at) = dates_of_the_open_round(self.app.clock.now())?;
        let invited = self.members.iter().collect();
        let new =
            self.new_round((format!("Round {year}"), year), (opens_at, closes_at), invited)?;
        let existing = self.existing(|round| round.sample && round.title != PAST).await?;
        let round = self.opened(existing, &new).await?;
        if round.state != RoundState::Open {
            return Ok(());
        }
        let answered = self.members.len() - self.unanswered(&round).await?.len();
        let asking = self.asking(&round).await?.into_iter().filter(|member| !is_shown(member));
        for (member, day) in asking.take(ANSWERED.saturating_sub(answered)).zip(2..) {
            let rows = self.rows_of(&member.code).count().div_ceil(2);
            self.answer(&round, member, (round.opens_at + Duration::days(day), rows)).await?;
        }
        Ok(())
    }

    async fn existing(&self, wanted: impl Fn(&Round) -> bool) -> Result<Option<Round>> {
        let rounds = course_nominations::rounds(&self.app.db).await?;
        Ok(rounds.into_iter().find(wanted))
    }

    fn new_round(
        &self,
        (title, year): (String, i32),
        (opens_at, closes_at): (DateTime<Utc>, DateTime<Utc>),
        invited: Vec<&Organisation>,
    ) -> Result<NewRound> {
        let day = |month, day| {
            NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| bad("no such day"))
        };
        Ok(NewRound {
            title,
            horizon: (day(1, 1)?, day(12, 31)?),
            opens_at,
            closes_at,
            grace_days: 0,
            minimum_cell: 3,
            course_types: self.types.clone(),
            members: invited.into_iter().map(|member| member.id).collect(),
            sample: true,
        })
    }

    /// The round, prepared a fortnight before it opens and opened then, unless it was already.
    async fn opened(&self, existing: Option<Round>, new: &NewRound) -> Result<Round> {
        let id = existing.as_ref().map_or_else(RoundId::new, |round| round.id);
        if existing.is_none() {
            let before = self.app.at(Clock::fixed(new.opens_at - Duration::days(14)));
            actions::create_round(&before, &self.office, id, new).await?;
        }
        if existing.is_none_or(|round| round.state == RoundState::Draft) {
            let app = self.app.at(Clock::fixed(new.opens_at));
            actions::open_round(&app, &self.office, id).await?;
        }
        course_nominations::round(&self.app.db, id).await?.ok_or(Error::NotFound)
    }

    /// The members that have not answered yet.
    async fn unanswered(&self, round: &Round) -> Result<Vec<&Organisation>> {
        let answers =
            course_nominations::responses(&self.app.db, self.office.region(), round.id).await?;
        let is_silent = |member: &&Organisation| {
            answers.iter().any(|answer| answer.member == member.id && !answer.state.is_answer())
        };
        Ok(self.members.iter().filter(is_silent).collect())
    }

    /// The members that have not answered yet and have something to ask.
    async fn asking(&self, round: &Round) -> Result<Vec<&Organisation>> {
        let mut asking = self.unanswered(round).await?;
        asking.retain(|member| self.rows_of(&member.code).next().is_some());
        Ok(asking)
    }

    /// Sends the first `most` needs of a member, as its focal point would.
    async fn answer(
        &self,
        round: &Round,
        member: &Organisation,
        (at, most): (DateTime<Utc>, usize),
    ) -> Result<()> {
        let app = self.app.at(Clock::fixed(at));
        let by = self.by.focal_point(member.for_identity())?;
        let types: Vec<&str> = self.types.iter().map(String::as_str).collect();
        let mut answers = Answers::default().arranged(&types);
        answers.copy(self.lines_of(&member.code, most)?);
        let saving = Saving { round: round.id, revision: 0, answers: &answers };
        let revision = match actions::save_sheet(&app, &by, saving).await {
            // A load that was cut off has saved it already.
            Err(Error::Conflict) => 1,
            saved => saved?,
        };
        actions::submit_sheet(&app, &by, Sending { round: round.id, revision }).await
    }

    /// What a member asked for in 2016, most pressing first.
    fn rows_of<'s>(&'s self, member: &str) -> impl Iterator<Item = &'s seed::Nomination> {
        self.rows.iter().filter(move |row| row.member_code == member)
    }

    fn lines_of(&self, member: &str, most: usize) -> Result<Vec<Line>> {
        let rows = self.rows_of(member).take(most).zip(1..);
        rows.map(|(row, rank)| {
            let course_type = self.type_of.get(&row.course_code);
            let course_type = course_type.ok_or_else(|| bad(&row.course_code))?;
            let preferred = self.courses.get(&row.course_code);
            Ok(line(row, course_type.clone(), rank, preferred))
        })
        .collect()
    }
}

fn types_of_courses() -> HashMap<String, String> {
    seed::courses().into_iter().map(|course| (course.code, course.course_type)).collect()
}

fn most_pressing_first() -> Vec<seed::Nomination> {
    let mut rows = seed::demand_2016();
    rows.sort_by_key(|row| row.priority);
    rows
}

fn line(
    row: &seed::Nomination,
    key: String,
    rank: usize,
    preferred: Option<&catalogue::OfferedCourse>,
) -> Line {
    let quarter = |quarter: seed::Quarter| quarter.as_str().trim_start_matches('Q').to_owned();
    let urgency = match row.priority {
        1 => "high",
        2 => "medium",
        _ => "low",
    };
    Line {
        key,
        often: row.frequency.as_str().to_owned(),
        level: row.delivery_level.as_str().to_owned(),
        people: row.participants_per_delivery.to_string(),
        language: row.preferred_language.clone(),
        rank: rank.to_string(),
        urgency: urgency.to_owned(),
        quarters: row.preferred_quarter.map(quarter).unwrap_or_default(),
        reason: row.justification.clone(),
        course: preferred.map(|course| course.course_id.to_string()).unwrap_or_default(),
        mode: "any".to_owned(),
        can_host: false,
        title: String::new(),
    }
}

/// Whether the demonstration has accounts of this member, who are to fill its sheet themselves.
fn is_shown(member: &Organisation) -> bool {
    let accounts = seed::demonstration_accounts();
    let mut memberships = accounts.iter().flat_map(|account| &account.memberships);
    memberships.any(|membership| membership.organisation_code == member.code)
}

/// The year that the open round plans, and when it opens and closes: always open at `now`.
fn dates_of_the_open_round(now: DateTime<Utc>) -> Result<(i32, DateTime<Utc>, DateTime<Utc>)> {
    if now < moment("2026-12-01T00:00:00Z")? {
        return Ok((2027, moment("2026-11-02T02:00:00Z")?, moment("2026-12-11T16:59:00Z")?));
    }
    let zone = seed::regional_support_office().time_zone;
    let last_day = (now + Duration::days(16)).with_timezone(&zone).date_naive();
    let last_minute = NaiveTime::from_hms_opt(23, 59, 0).ok_or_else(|| bad("no such time"))?;
    let closes_at = zone.from_local_datetime(&last_day.and_time(last_minute)).latest();
    let closes_at = closes_at.ok_or_else(|| bad("no such moment"))?.with_timezone(&Utc);
    Ok((now.year() + 1, now - Duration::days(23), closes_at))
}

fn moment(text: &str) -> Result<DateTime<Utc>> {
    text.parse().map_err(|_| bad(text))
}

fn bad(what: &str) -> Error {
    Error::Internal(anyhow::anyhow!("the demonstration cannot be loaded: {what}"))
}
