//! What the landing pages read.
use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::base::App;
use crate::base::audit::{self, AuditEntry};
use crate::base::error::Result;
use crate::base::ids::OrganisationId;
use crate::catalogue::{self, CourseState, Goal};
use crate::course_nominations::{self, Filter, NominationRow, Round, RoundState, SheetStatus};
use crate::deliveries::{self, Delivery};
use crate::identity::{self, AuditReader, CentreStaff, Colleague, Role, StateStaff};
use crate::organisations::{self, Organisation};
use crate::participants::{self, OverviewRow, ToAnswer, ToConfirm, ToDecide, ToNominate};

/// Entries of the audit log on one page.
pub const ENTRIES_A_PAGE: usize = 50;

/// A page of the audit log.
#[derive(Debug)]
pub struct AuditLog {
    /// The entries, newest first.
    pub entries: Vec<AuditEntry>,
    /// Where the next page begins, if there is one.
    pub older_than: Option<i64>,
    /// Names of organisations.
    pub names: HashMap<OrganisationId, String>,
    /// Whether all organisations' entries are shown.
    pub everybody: bool,
}

/// Somebody reads the audit log: all of it, or the own organisation's.
pub async fn audit_log(app: &App, by: &AuditReader, before: Option<i64>) -> Result<AuditLog> {
    let organisation = by.organisation();
    // One more than fits tells whether there is another page.
    let limit = ENTRIES_A_PAGE as u64 + 1;
    let mut entries = audit::entries(&app.db, organisation, before, limit).await?;
    let more = entries.len() > ENTRIES_A_PAGE;
    entries.truncate(ENTRIES_A_PAGE);
    let older_than = more.then(|| entries.last().map(|entry| entry.seq)).flatten();
    let mut ids: Vec<_> = entries.iter().filter_map(|entry| entry.organisation_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let organisations = organisations::by_ids(&app.db, &ids).await?;
    let names = organisations.into_iter().map(|one| (one.id, one.name)).collect();
    Ok(AuditLog { entries, older_than, names, everybody: organisation.is_none() })
}

/// What the public home shows.
#[derive(Debug)]
pub struct Home {
    /// The members on the map.
    pub tiles: Vec<HomeTile>,
    /// Rounds in which members may nominate now.
    pub open_rounds: Vec<Round>,
    /// The goals with their course types.
    pub goals: Vec<GoalIndex>,
    /// The next deliveries for several States.
    pub next: Vec<NextDelivery>,
    /// Centres that have published a course.
    pub centres: Vec<HomeCentre>,
}

/// A delivery on the home page.
#[derive(Debug)]
pub struct NextDelivery {
    /// The delivery.
    pub delivery: Delivery,
    /// The short name of the centre that holds it.
    pub centre: String,
    /// Until when States nominate people, where that is still to come.
    pub nominate_until: Option<DateTime<Utc>>,
}

/// A member's square on the home page.
#[derive(Debug)]
pub struct HomeTile {
    /// Column from 1.
    pub column: i32,
    /// Row from 1.
    pub row: i32,
    /// The letters.
    pub letters: String,
    /// The name.
    pub name: String,
    /// Whether a centre of excellence is there.
    pub hosts: bool,
}

/// A goal with its course types.
#[derive(Debug)]
pub struct GoalIndex {
    /// The goal.
    pub goal: Goal,
    /// Its course types.
    pub types: Vec<TypeIndex>,
}

/// A course type with the number of its published courses.
#[derive(Debug)]
pub struct TypeIndex {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// Published courses.
    pub courses: i64,
}

/// A centre on the home page.
#[derive(Debug)]
pub struct HomeCentre {
    /// The code.
    pub code: String,
    /// The name.
    pub name: String,
    /// City and country.
    pub place: String,
}

/// How many deliveries the home page shows.
const NEXT: u64 = 5;

/// The next deliveries for several States, with the names of their centres.
async fn next_deliveries(app: &App, known: &[Organisation]) -> Result<Vec<NextDelivery>> {
    let now = app.clock.now();
    let next = deliveries::next_public(&app.db, now.date_naive(), NEXT).await?;
    let shown = |delivery: Delivery| {
        let centre = known.iter().find(|one| one.id == delivery.centre_id);
        NextDelivery {
            centre: centre.map(|one| one.short_name.clone()).unwrap_or_default(),
            nominate_until: delivery.nominate_until(now),
            delivery,
        }
    };
    Ok(next.into_iter().map(shown).collect())
}

/// Anybody opens the home page.
pub async fn home(app: &App) -> Result<Home> {
    let organisations = organisations::all(&app.db).await?;
    let summary = catalogue::catalogue_summary(&app.db).await?;
    let types = catalogue::course_types(&app.db).await?;
    let codes: Vec<&str> = types.iter().map(|one| one.code.as_str()).collect();
    let publishing = catalogue::centres_publishing(&app.db, &codes).await?;
    let publishes = |id| publishing.iter().any(|(_, centre)| *centre == id);
    let goals = Goal::ALL.iter().copied().map(|goal| GoalIndex {
        goal,
        types: types
            .iter()
            .filter(|one| one.goal == goal)
            .map(|one| TypeIndex {
                code: one.code.clone(),
                name: one.name.clone(),
                courses: summary.of_type(&one.code),
            })
            .collect(),
    });
    Ok(Home {
        tiles: tiles(&organisations),
        open_rounds: course_nominations::open_rounds(&app.db).await?,
        next: next_deliveries(app, &organisations).await?,
        goals: goals.filter(|goal| !goal.types.is_empty()).collect(),
        centres: organisations.iter().filter(|one| publishes(one.id)).map(home_centre).collect(),
    })
}

fn tiles(organisations: &[Organisation]) -> Vec<HomeTile> {
    let hosts = |name: &str| {
        organisations.iter().any(|one| one.publishes && one.country.as_deref() == Some(name))
    };
    let squares = organisations.iter().filter_map(|one| {
        let (column, row) = one.tile_column.zip(one.tile_row)?;
        Some(HomeTile {
            column: column + 1,
            row: row + 1,
            letters: one.tile.clone(),
            name: one.name.clone(),
            hosts: hosts(&one.name),
        })
    });
    squares.collect()
}

fn home_centre(centre: &Organisation) -> HomeCentre {
    let place = [centre.city.as_deref(), centre.country.as_deref()];
    HomeCentre {
        code: centre.code.clone(),
        name: centre.name.clone(),
        place: place.into_iter().flatten().collect::<Vec<_>>().join(", "),
    }
}

/// What the home of a member shows.
#[derive(Debug)]
pub struct StateHome {
    /// The open rounds with the member's sheets, the next to close first.
    pub due: Vec<SheetStatus>,
    /// The newest round that has closed, with what the member asked for in it.
    pub last: Option<(Round, Vec<NominationRow>)>,
    /// Names of course types, by code.
    pub types: HashMap<String, String>,
    /// Who acts for the member.
    pub colleagues: Vec<Colleague>,
    /// The people whom it has put forward, the newest first.
    pub participants: Vec<OverviewRow>,
    /// The seats that are offered to its people, for a focal point.
    pub to_answer: Vec<ToAnswer>,
    /// The deliveries for which it names people.
    pub to_nominate: Vec<ToNominate>,
}

/// How many of its people the home of a member shows.
const PEOPLE: u64 = 10;

/// Somebody of a member sees what is due and what became of what was asked for.
pub async fn state_home(app: &App, by: &StateStaff) -> Result<StateHome> {
    let state = by.state();
    let rounds = course_nominations::rounds_of(&app.db, state).await?;
    let ended = |round: &&Round| round.state != RoundState::Open;
    let last = match rounds.iter().find(ended) {
        Some(round) => {
            let all = Filter::default();
            let rows =
                course_nominations::nominations_of_state(&app.db, state, round.id, &all).await?;
            Some((round.clone(), rows)).filter(|(_, rows)| !rows.is_empty())
        }
        None => None,
    };
    let roles = [Role::FocalPoint, Role::DeputyFocalPoint];
    let now = app.clock.now();
    Ok(StateHome {
        due: course_nominations::sheet_status(&app.db, state).await?,
        last,
        types: type_names(app).await?,
        colleagues: identity::colleagues(&app.db, &[state.id()], &roles, now).await?,
        participants: participants::actions::overview(app, by, (true, (0, PEOPLE))).await?.0,
        to_answer: participants::actions::to_answer(app, by).await?,
        to_nominate: participants::actions::to_nominate(app, by).await?,
    })
}

/// What the home of a centre shows.
#[derive(Debug)]
pub struct CentreHome {
    /// The first of the centre's courses.
    pub courses: Vec<HomeCourse>,
    /// How many it has.
    pub course_count: u64,
    /// The newest nominations for the course types that the centre publishes.
    pub new_demand: Vec<NominationRow>,
    /// Names of members.
    pub members: HashMap<OrganisationId, (String, String)>,
    /// The deliveries for which people wait for a decision, for a Training Director.
    pub to_decide: Vec<ToDecide>,
    /// The deliveries of which the centre has to say whether they take place, for a Training
    /// Director.
    pub to_confirm: Vec<ToConfirm>,
    /// Names of course types, by code.
    pub types: HashMap<String, String>,
}

/// A course on the home of its centre.
#[derive(Debug)]
pub struct HomeCourse {
    /// The code.
    pub code: String,
    /// The title, as the draft has it.
    pub title: String,
    /// The languages it is taught in, BCP 47.
    pub languages: Vec<String>,
    /// Where it stands.
    pub state: CourseState,
    /// Whether the draft has changes that are not published.
    pub draft_differs: bool,
}

/// How many new nominations the home of a centre shows.
const NEW_DEMAND: u64 = 6;

/// Somebody of a centre sees its courses and what is asked of them.
pub async fn centre_home(app: &App, by: &CentreStaff) -> Result<CentreHome> {
    let centre = by.centre();
    let types = catalogue::types_published_by(&app.db, centre).await?;
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    let new_demand = course_nominations::new_demand(&app.db, centre, &types, NEW_DEMAND).await?;
    let ids: Vec<_> = new_demand.iter().map(|row| row.member).collect();
    let members = organisations::by_ids(&app.db, &ids).await?;
    let (courses, course_count) = catalogue::courses_of_centre(&app.db, centre).await?;
    let (to_decide, to_confirm) = match by.director() {
        Some(director) => (
            participants::actions::to_decide(app, &director).await?,
            participants::actions::to_confirm(app, &director).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    Ok(CentreHome {
        courses: courses.into_iter().map(home_course).collect::<Result<_>>()?,
        course_count,
        new_demand,
        to_decide,
        to_confirm,
        members: members.into_iter().map(|one| (one.id, (one.tile, one.name))).collect(),
        types: type_names(app).await?,
    })
}

fn home_course(course: catalogue::Course) -> Result<HomeCourse> {
    let content = course.content()?;
    Ok(HomeCourse {
        code: course.code,
        title: content.title,
        languages: content.languages,
        state: course.state,
        draft_differs: course.draft_differs && course.published_version.is_some(),
    })
}

async fn type_names(app: &App) -> Result<HashMap<String, String>> {
    let types = catalogue::course_types(&app.db).await?;
    Ok(types.into_iter().map(|one| (one.code, one.name)).collect())
}
