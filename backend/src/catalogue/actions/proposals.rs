//! An editor proposes a draft; the Training Director publishes it or sends it back.
use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::courses::{Edition, publishable, record};
use crate::base::App;
use crate::base::db::Transaction;
use crate::base::error::{Error, Result};
use crate::base::ids::{AccountId, CourseId};
use crate::catalogue::emails::{self, Answer, Proposed};
use crate::catalogue::rules::{Act, CourseContent, CourseState, read_wanted};
use crate::catalogue::store::{Course, Hand, Proposal, courses, proposals};
use crate::identity::{self, CentreStaff, TrainingDirector};
use crate::notifications::{self, Kind};

/// Somebody of a centre proposes the working draft to the Training Directors, with a note on what
/// it changes.
pub async fn propose(app: &App, by: &CentreStaff, edition: &Edition, note: &str) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Propose).map_err(Error::Refused)?;
    if let Some(open) = open_proposal(&tx, &course).await? {
        // Pressed twice, it says already what it is to say.
        let again = open.note == note.trim() && course.revision == edition.revision + 1;
        return if again { Ok(()) } else { Err(Error::refused("proposal-refused-open")) };
    }
    if course.revision != edition.revision {
        return Err(Error::Conflict);
    }
    if !course.draft_differs {
        return Err(Error::refused("course-refused-unchanged"));
    }
    let (content, note) = publishable(&tx, by.centre(), (&course, note)).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::mark_reviewed(&tx, &course, CourseState::InReview, hand).await?;
    proposals::propose(&tx, &course, &note, hand).await?;
    let news = Proposed {
        code: &course.code,
        title: &content.title,
        from: hand.by.map(|_| by.capacity().full_name()),
        note: &note,
        version: course.published_version.unwrap_or(0) + 1,
    };
    let event = format!("{}:{}", course.id, course.revision);
    for director in identity::training_directors_of(&tx, &[by.centre().id()], hand.at).await? {
        if hand.by != Some(director.account) {
            let email = emails::proposed(app, &news);
            let to = (&director, &email);
            notifications::tell(app, &tx, Kind::CourseProposed, &event, to).await?;
        }
    }
    record(&tx, hand, &by.by(), ("course.propose", course.id, &["proposal"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// A Training Director sends a proposal back, with what is wanted.
pub async fn send_back(
    app: &App,
    by: &TrainingDirector,
    edition: &Edition,
    wanted: &str,
) -> Result<()> {
    let wanted = read_wanted(wanted)?;
    let tx = app.db.begin().await?;
    let course = proposed(&tx, &by.as_staff(), edition).await?;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::mark_reviewed(&tx, &course, CourseState::Draft, hand).await?;
    let content = course.content()?;
    let news = News { content: &content, answer: Answer::SentBack(&wanted) };
    answer_proposal(app, &tx, (&by.as_staff(), &course), &news).await?;
    record(&tx, hand, &by.by(), ("course.send_back", course.id, &["proposal"])).await?;
    tx.commit().await?;
    app.mail_bell.ring();
    Ok(())
}

/// Somebody of a centre takes a proposal back; where there is none, it is as they want it.
pub async fn withdraw(app: &App, by: &CentreStaff, edition: &Edition) -> Result<()> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    if open_proposal(&tx, &course).await?.is_none() {
        return Ok(());
    }
    if course.revision != edition.revision {
        return Err(Error::Conflict);
    }
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::mark_reviewed(&tx, &course, CourseState::Draft, hand).await?;
    proposals::close(&tx, course.id).await?;
    record(&tx, hand, &by.by(), ("course.withdraw", course.id, &["proposal"])).await?;
    tx.commit().await
}

async fn open_proposal(tx: &Transaction, course: &Course) -> Result<Option<Proposal>> {
    Ok(proposals::of_course(tx, course.id).await?.filter(Proposal::is_open))
}

/// The own course as the person read it, of which a proposal is open.
async fn proposed(tx: &Transaction, by: &CentreStaff, edition: &Edition) -> Result<Course> {
    let course = courses::to_change(tx, by.centre(), &edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    if open_proposal(tx, &course).await?.is_none() {
        return Err(Error::refused("proposal-refused-none"));
    }
    if course.revision == edition.revision { Ok(course) } else { Err(Error::Conflict) }
}

/// What became of a draft.
pub(super) struct News<'a> {
    /// What it says.
    pub(super) content: &'a CourseContent,
    /// What became of it.
    pub(super) answer: Answer<'a>,
}

/// Ends the proposal of a course, where there is one, and tells whoever made it.
pub(super) async fn answer_proposal(
    app: &App,
    tx: &Transaction,
    (by, course): (&CentreStaff, &Course),
    news: &News<'_>,
) -> Result<()> {
    let Some(proposal) = proposals::of_course(tx, course.id).await? else {
        return Ok(());
    };
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    match news.answer {
        Answer::Published(..) => proposals::close(tx, course.id).await?,
        Answer::SentBack(wanted) => proposals::send_back(tx, &proposal, wanted, hand).await?,
    }
    let Some(author) = proposal.proposed_by.filter(|author| hand.by != Some(*author)) else {
        return Ok(());
    };
    if let Some(author) = identity::author_of(tx, course.centre_id, author, hand.at).await? {
        let event = format!("{}:{}", course.id, course.revision);
        let about = (course.code.as_str(), news.content.title.as_str());
        let email = emails::answered(app, about, news.answer);
        let to = (&author, &email);
        notifications::tell(app, tx, Kind::CourseAnswered, &event, to).await?;
    }
    Ok(())
}

/// A draft that waits for a Training Director.
#[derive(Debug)]
pub struct Waiting {
    /// The proposal.
    pub proposal: Proposal,
    /// The course.
    pub course: Course,
    /// What its draft says.
    pub content: CourseContent,
    /// The name of whoever proposed it; none for a program.
    pub from: Option<String>,
}

/// Somebody of a centre sees a stretch of what waits for its Training Directors, the longest
/// waiting first, and how much there is.
pub async fn waiting(
    app: &App,
    by: &CentreStaff,
    stretch: (u64, u64),
) -> Result<(Vec<Waiting>, u64)> {
    let (found, total) = proposals::waiting(&app.db, by.centre(), stretch).await?;
    Ok((named(app, by, found).await?, total))
}

/// The same, so many after one that was read before: since when it waits, and its course.
pub async fn waiting_after(
    app: &App,
    by: &CentreStaff,
    (after, most): (Option<(DateTime<Utc>, CourseId)>, u64),
) -> Result<Vec<Waiting>> {
    let found = proposals::waiting_after(&app.db, by.centre(), (after, most)).await?;
    named(app, by, found).await
}

/// Proposals with their courses, and the names of those who made them.
async fn named(app: &App, by: &CentreStaff, found: Vec<Proposal>) -> Result<Vec<Waiting>> {
    let ids: Vec<_> = found.iter().map(|proposal| proposal.course_id).collect();
    let own = courses::of_ids(&app.db, by.centre(), &ids).await?;
    let mut own: HashMap<_, _> = own.into_iter().map(|course| (course.id, course)).collect();
    let authors: Vec<AccountId> = found.iter().filter_map(|one| one.proposed_by).collect();
    let names = identity::names_of(&app.db, &authors).await?;
    let mut waiting = Vec::new();
    for proposal in found {
        if let Some(course) = own.remove(&proposal.course_id) {
            let from = proposal.proposed_by.and_then(|author| names.get(&author).cloned());
            waiting.push(Waiting { content: course.content()?, proposal, course, from });
        }
    }
    Ok(waiting)
}
