//! Versions of a course: what differs between two of them, an old one as a new draft, and a
//! course as the beginning of another.
use super::courses::{Edition, record};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::ids::CourseId;
use crate::catalogue::rules::{Act, CourseCode, CourseContent, CourseForm, Difference, between};
use crate::catalogue::store::{Course, CourseRow, Hand, Version, courses, proposals, versions};
use crate::identity::{CentreStaff, Visitor};

/// One of the two texts that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A version, by its number.
    Version(i32),
    /// The working draft, which its own centre and the Regional Support Office see.
    Draft,
}

impl Side {
    /// Reads a number or `draft`.
    pub fn read(text: &str) -> Option<Self> {
        match text {
            "draft" => Some(Self::Draft),
            number => number.parse().ok().filter(|number| *number > 0).map(Self::Version),
        }
    }
}

/// What differs between two texts of a course.
#[derive(Debug)]
pub struct Compared {
    /// The course.
    pub course: Course,
    /// The texts, the first and the second.
    pub sides: (Side, Side),
    /// The versions among them.
    pub versions: (Option<Version>, Option<Version>),
    /// What differs.
    pub differences: Vec<Difference>,
    /// Whether the reader may compare with the working draft.
    pub draft_open: bool,
}

/// Anybody compares two versions of a course; its own centre and the Regional Support Office
/// compare with the working draft too. Without a choice, the newest version with the one before.
pub async fn compare(
    app: &App,
    by: &Visitor,
    code: &CourseCode,
    (before, after): (Option<Side>, Option<Side>),
) -> Result<Compared> {
    let (course, draft_open) = readable(app, by, code).await?;
    let newest = course.published_version;
    let after = after.or_else(|| newest.map(Side::Version)).ok_or(Error::NotFound)?;
    let before = before.or_else(|| match after {
        Side::Version(number) => (number > 1).then(|| Side::Version(number - 1)).or(Some(after)),
        Side::Draft => newest.map(Side::Version),
    });
    let before = before.ok_or(Error::NotFound)?;
    let one = text_of(app, (&course, draft_open), before).await?;
    let other = text_of(app, (&course, draft_open), after).await?;
    Ok(Compared {
        differences: between(&one.1, &other.1),
        versions: (one.0, other.0),
        sides: (before, after),
        course,
        draft_open,
    })
}

async fn text_of(
    app: &App,
    (course, draft_open): (&Course, bool),
    side: Side,
) -> Result<(Option<Version>, CourseContent)> {
    match side {
        Side::Draft if draft_open => Ok((None, course.content()?)),
        Side::Draft => Err(Error::NotFound),
        Side::Version(number) => {
            let version = versions::of_number(&app.db, course.id, number).await?;
            let version = version.ok_or(Error::NotFound)?;
            let content = versions::content_of(&app.db, course.id, number).await?;
            Ok((Some(version), content))
        }
    }
}

/// A course of which somebody reads the versions, and whether its working draft is theirs to read.
pub async fn readable(app: &App, by: &Visitor, code: &CourseCode) -> Result<(Course, bool)> {
    if let Some(staff) = by.centre_staff()
        && let Some(own) = courses::of_centre(&app.db, staff.centre(), code).await?
    {
        return Ok((own, true));
    }
    if let Some(officer) = by.rso_officer() {
        let known = courses::of_region(&app.db, officer.region(), code).await?;
        return Ok((known.ok_or(Error::NotFound)?, true));
    }
    Ok((courses::public(&app.db, code).await?.ok_or(Error::NotFound)?, false))
}

/// Somebody of a centre makes an old version of its course the working draft; answers the
/// revision now. Whoever saved meanwhile is asked first, as with any other change of the draft.
pub async fn restore(app: &App, by: &CentreStaff, edition: &Edition, number: i32) -> Result<i32> {
    let tx = app.db.begin().await?;
    let course = courses::to_change(&tx, by.centre(), &edition.code).await?;
    let course = course.ok_or(Error::NotFound)?;
    course.state.allows(Act::Save).map_err(Error::Refused)?;
    let old = versions::content_of(&tx, course.id, number).await?;
    let draft = course.content()?;
    if draft == old {
        // Pressed twice, it says already what it is to say.
        return Ok(course.revision);
    }
    if course.revision != edition.revision {
        return Err(Error::Conflict);
    }
    let published = course.published_version.ok_or(Error::NotFound)?;
    let differs = versions::content_of(&tx, course.id, published).await? != old;
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    courses::save_draft(&tx, &course, &old, differs, hand).await?;
    if !differs {
        proposals::close(&tx, course.id).await?;
    }
    let which = format!("version:{number}");
    let mut fields = vec![which.as_str()];
    fields.extend(between(&draft, &old).into_iter().map(|difference| difference.name));
    record(&tx, hand, &by.by(), ("course.restore", course.id, &fields)).await?;
    tx.commit().await?;
    Ok(course.revision + 1)
}

/// Somebody of a centre begins a course with what the draft of another of its courses says;
/// sending the same form twice begins one.
pub async fn copy(
    app: &App,
    by: &CentreStaff,
    from: &CourseCode,
    (id, code): (CourseId, &CourseCode),
) -> Result<()> {
    let tx = app.db.begin().await?;
    let original = courses::of_centre(&tx, by.centre(), from).await?.ok_or(Error::NotFound)?;
    let content = copied(original.content()?, code)?;
    let new = CourseRow { id, code: code.clone(), content, sample: false };
    let hand = Hand { at: app.clock.now(), by: by.capacity().account() };
    if !courses::add(&tx, by.centre(), &new, hand).await? {
        let own = courses::of_centre(&tx, by.centre(), code).await?;
        if own.is_some_and(|own| own.id == id) {
            return Ok(());
        }
        let mut errors = FieldErrors::default();
        errors.add("code", "course-code-taken");
        return Err(errors.into());
    }
    let fields = between(&CourseContent::default(), &new.content);
    let fields: Vec<_> = fields.into_iter().map(|difference| difference.name).collect();
    record(&tx, hand, &by.by(), ("course.copy", id, &fields)).await?;
    tx.commit().await
}

/// What a copy says: its modules get codes of its own.
fn copied(mut content: CourseContent, code: &CourseCode) -> Result<CourseContent> {
    content.modules.iter_mut().for_each(|module| module.code.clear());
    content.prerequisites.retain(|known| known != code.as_str());
    Ok(CourseForm::showing(&content).read(code)?)
}
