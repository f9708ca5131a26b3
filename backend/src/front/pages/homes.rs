//! The home of a member and the home of a centre: what is due first, then the rest.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Datelike, Duration, Utc};

use super::super::actions::{self, CentreHome, StateHome};
use crate::base::App;
use crate::base::error::Result;
use crate::base::filters;
use crate::base::i18n::{Message, Reader};
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::catalogue::actions::{Care, Waiting};
use crate::catalogue::{self, CoDeliveryState, Shared};
use crate::course_nominations::{NominationRow, SheetStatus};
use crate::demand::actions::View;
use crate::demand::rules::{Choice, Column};
use crate::identity::{CentreStaff, DemandReader, StateStaff};
use crate::participants::ToNominate;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::default().get("/my-state", state).get("/my-centre", centre)
}

/// A date is "soon" when it needs somebody within this time.
const SOON: Duration = Duration::days(21);
/// How many drafts that wait for a Training Director the home of a centre lists.
const WAITING: u64 = 10;

#[derive(Template)]
#[template(path = "pages/front/state.html")]
struct StatePage<'a> {
    frame: &'a Frame,
    by: &'a StateStaff,
    home: StateHome,
    now: DateTime<Utc>,
}

async fn state(by: StateStaff, frame: Frame, State(app): State<App>) -> Result<Response> {
    let home = actions::state_home(&app, &by).await?;
    let page = StatePage { frame: &frame, by: &by, home, now: app.clock.now() };
    Ok(frame.page(&page)?.into_response())
}

#[derive(Template)]
#[template(path = "pages/front/centre.html")]
struct CentrePage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    home: CentreHome,
    around: AroundCourses,
    view: Option<View>,
}

/// What there is to do around the courses of a centre, beside writing them.
struct AroundCourses {
    /// What others ask the centre to deliver, and what it delivers of theirs.
    shared: Vec<(Shared, String)>,
    /// Courses that nobody has verified for long.
    care: Care,
    /// The first drafts that wait for a Training Director, and how many there are.
    waiting: (Vec<Waiting>, u64),
}

async fn centre(
    by: CentreStaff,
    demand: DemandReader,
    frame: Frame,
    State(app): State<App>,
) -> Result<Response> {
    let home = actions::centre_home(&app, &by).await?;
    let view = crate::demand::actions::board(&app, &demand, Choice::read(&[])).await?;
    let around = AroundCourses {
        shared: catalogue::actions::shared(&app, &by).await?,
        care: catalogue::actions::care(&app, &by).await?,
        waiting: catalogue::actions::waiting(&app, &by, (0, WAITING)).await?,
    };
    let page = CentrePage { frame: &frame, by: &by, home, around, view };
    Ok(frame.page(&page)?.into_response())
}

/// A date as a square.
struct Square {
    month: String,
    day: u32,
    weekday: String,
}

impl Square {
    /// The square of a moment, by the reader's clock.
    fn of(reader: Reader, at: DateTime<Utc>) -> Self {
        let date = reader.local_date(at);
        Self {
            month: reader.month_short(date),
            day: date.day(),
            weekday: reader.weekday_short(date),
        }
    }
}

impl StatePage<'_> {
    /// When something is due, as the square at the start of a line shows it.
    fn square(&self, at: &DateTime<Utc>) -> Square {
        Square::of(self.frame.reader, *at)
    }

    fn answer_by(&self, until: &DateTime<Utc>) -> Message {
        Message::new("offer-answer-until").with("until", self.frame.reader.moment(*until))
    }

    fn until(&self, due: &ToNominate) -> Message {
        Message::new("participants-due-until")
            .with("deadline", self.frame.reader.deadline(due.until))
            .with("seats", due.seats)
            .with("listed", due.listed)
    }

    fn saved(&self, at: &DateTime<Utc>) -> Message {
        Message::new("state-home-saved").with("moment", self.frame.reader.moment(*at))
    }

    fn is_soon(&self, at: &DateTime<Utc>) -> bool {
        *at - self.now < SOON
    }

    fn progress(&self, due: &SheetStatus) -> Message {
        let (answered, types) = due.progress;
        Message::new("state-home-progress")
            .with("answered", answered)
            .with("types", types)
            .with("deadline", self.frame.reader.deadline(due.round.closes_at))
    }

    fn state(&self) -> &str {
        &self.by.capacity().organisation().name
    }
}

impl CentrePage<'_> {
    fn square(&self, at: &DateTime<Utc>) -> Square {
        Square::of(self.frame.reader, *at)
    }

    fn letters_of(&self, row: &NominationRow) -> &str {
        self.home.members.get(&row.member).map_or("", |(letters, _)| letters.as_str())
    }

    fn name_of(&self, row: &NominationRow) -> &str {
        self.home.members.get(&row.member).map_or("", |(_, name)| name.as_str())
    }

    fn width(&self, column: &Column) -> String {
        let scale = self.view.as_ref().map_or(1, |view| view.board.scale());
        let tenths = column.total * 1000 / scale;
        format!("{}.{}%", tenths / 10, tenths % 10)
    }
}
