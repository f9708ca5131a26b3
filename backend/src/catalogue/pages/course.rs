//! The page of a course: for everyone once it was published, before that for its centre and the
//! Regional Support Office.
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::json_ld::{self, About};
use super::materials::OnCourse;
use super::scheduled::Scheduled;
use super::{code_in, own, public};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::{Path, Query};
use crate::base::filters;
use crate::base::i18n::{Message, autonym};
use crate::base::json_ld::JsonLd;
use crate::base::kept::Numbers;
use crate::base::page::Frame;
use crate::catalogue::actions::reader_of;
use crate::catalogue::rules::{
    Access, Act, CourseCode, CourseContent, CourseState, Offering, Reader, SOURCE, Said, TextState,
    canonical_tag, is_stale, may_schedule,
};
use crate::catalogue::store::{
    self, Course, CourseType, OfferedCourse, Version, courses, versions,
};
use crate::identity::{CentreStaff, Visitor};
use crate::organisations::{self, Organisation};

#[derive(Template)]
#[template(path = "pages/catalogue/course.html")]
struct CoursePage<'a> {
    frame: &'a Frame,
    course: &'a Course,
    content: &'a CourseContent,
    around: Around,
    materials: OnCourse,
    deliveries: Vec<Scheduled>,
    reader: Reads,
    /// Whether this is the working draft, which the public does not see.
    draft: bool,
    text: Text<'a>,
    /// The version that is shown.
    shown: Option<Version>,
    canonical: String,
    json_ld: Option<JsonLd>,
    care: Care,
    now: DateTime<Utc>,
}

/// What the own centre, and those that deliver the course with it, can do beside reading.
#[derive(Clone, Copy, Debug, Default)]
struct Care {
    /// Say that the course is still right, or take that back.
    verification: Verification,
    /// Open the page on delivering it together.
    share: bool,
    /// Schedule deliveries of it.
    schedule: bool,
}

/// What stands around the content of a course.
struct Around {
    centre: Organisation,
    course_type: Option<CourseType>,
    versions: Vec<Version>,
    partners: Vec<Organisation>,
    named: Vec<OfferedCourse>,
    activity: Option<String>,
}

/// The language of the texts.
struct Text<'a> {
    /// Its tag.
    tag: &'a str,
    said: Said<'a>,
    offered: Vec<&'a str>,
    /// The name of the language that was asked for, where the course is not offered in it.
    refused: Option<String>,
    /// Whether nobody asked for a language and the course is not offered in the reader's own.
    is_fallback: bool,
}

/// What the address asks for beside the course.
#[derive(Deserialize)]
pub struct InLanguage {
    #[serde(default)]
    text: Option<String>,
}

/// In which language somebody is to read the texts.
struct Wish {
    tag: String,
    /// Whether it was asked for, and not only the language of the page.
    is_asked: bool,
}

impl InLanguage {
    /// The language of the texts, the reader's own where none is asked for; what is no tag is a
    /// page that is not there.
    fn wish(&self, frame: &Frame) -> Result<Wish> {
        match &self.text {
            Some(typed) => {
                let tag = canonical_tag(typed).ok_or(Error::NotFound)?;
                Ok(Wish { tag, is_asked: true })
            }
            None => Ok(Wish { tag: frame.reader.locale.tag(), is_asked: false }),
        }
    }
}

impl<'a> Text<'a> {
    /// The texts in a language; drafts of them are read by the centre only.
    fn of(content: &'a CourseContent, wish: &'a Wish, with_drafts: bool) -> Self {
        let offered =
            if with_drafts { content.languages_said() } else { content.languages_offered() };
        let known = offered.contains(&wish.tag.as_str());
        let tag = if known { &wish.tag } else { SOURCE };
        let refused = (!known && wish.is_asked).then(|| autonym(&wish.tag).to_owned());
        let is_fallback = !known && !wish.is_asked;
        Self { tag, said: content.said_in(tag), offered, refused, is_fallback }
    }
}

/// What the reader can do about the date on which the course was last verified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Verification {
    /// Nothing.
    #[default]
    None,
    /// Say that the course is still right.
    Open,
    /// Take back that it is.
    Done,
}

/// Who reads the page, as far as it offers them something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    Public,
    FocalPoint,
    OwnCentre,
    Other,
}

/// The page of a course, with the deliveries of it that there are for who reads it.
pub async fn course_page(
    app: &App,
    (by, frame): (&Visitor, &Frame),
    (path, wanted): (&str, &InLanguage),
    deliveries: Vec<Scheduled>,
) -> Result<Response> {
    let code = code_in(path)?;
    let wish = wanted.wish(frame)?;
    let course = match courses::public(&app.db, &code).await? {
        Some(course) => course,
        None => unpublished(app, by, &code).await?,
    };
    let content = match course.published_version {
        Some(version) => versions::content_of(&app.db, course.id, version).await?,
        None => course.content()?,
    };
    let draft = !course.is_public();
    let text = Text::of(&content, &wish, draft);
    let seen = (&course, &content, text, draft);
    let mut page = whole(app, frame, seen, (reads(by, &course), deliveries)).await?;
    let reader = reader_of(app, by, (course.id, course.centre_id)).await?;
    page.materials = OnCourse::of(app, reader, &course).await?;
    if let Some(staff) = by.centre_staff() {
        page.care = care(app, &staff, &page).await?;
    }
    Ok(if draft { frame.page(&page)?.into_response() } else { public(by, frame.page(&page)?) })
}

/// The working draft as the public would see it.
pub async fn preview(
    by: CentreStaff,
    frame: Frame,
    State(app): State<App>,
    Path(path): Path<String>,
    Query(wanted): Query<InLanguage>,
) -> Result<Response> {
    let wish = wanted.wish(&frame)?;
    let course = own(&app, by.centre(), &path).await?;
    let content = course.content()?;
    let text = Text::of(&content, &wish, true);
    let seen = (&course, &content, text, true);
    let mut page = whole(&app, &frame, seen, (Reads::OwnCentre, Vec::new())).await?;
    page.materials = OnCourse::of(&app, Reader::Teaches, &course).await?;
    Ok(frame.page(&page)?.into_response())
}

/// A version as it was published.
pub(super) async fn version_page(
    app: &App,
    (frame, by): (&Frame, &Visitor),
    (course, content): (&Course, &CourseContent),
    (version, wanted): (Version, &InLanguage),
) -> Result<Html<String>> {
    let wish = wanted.wish(frame)?;
    let seen = (course, content, Text::of(content, &wish, false), false);
    let mut page = whole(app, frame, seen, (reads(by, course), Vec::new())).await?;
    if Some(version.number) != course.published_version {
        page.json_ld = None;
    }
    page.shown = Some(version);
    let reader = reader_of(app, by, (course.id, course.centre_id)).await?;
    page.materials = OnCourse::of(app, reader, course).await?;
    frame.page(&page)
}

async fn care(app: &App, by: &CentreStaff, page: &CoursePage<'_>) -> Result<Care> {
    let (course, own) = (page.course, page.reader == Reads::OwnCentre);
    let centre = by.centre().id();
    let partners = page.around.partners.iter().map(|partner| partner.id).collect();
    let offering = Offering { state: course.state, owner: course.centre_id, partners };
    let decides = own && by.may_publish() && course.state.may(Act::Verify);
    let verification = match decides {
        true if store::freshness::before(&app.db, course).await?.is_some() => Verification::Done,
        true => Verification::Open,
        false => Verification::None,
    };
    Ok(Care {
        verification,
        share: (own && course.is_public())
            || store::co_delivery::of_partner(&app.db, by.centre(), course.id).await?.is_some(),
        schedule: may_schedule(&offering, centre),
    })
}

/// A course that was never published, for those who may see it.
async fn unpublished(app: &App, by: &Visitor, code: &CourseCode) -> Result<Course> {
    let seen = match (by.centre_staff(), by.rso_officer()) {
        (Some(staff), _) => courses::of_centre(&app.db, staff.centre(), code).await?,
        (None, Some(officer)) => courses::of_region(&app.db, officer.region(), code).await?,
        (None, None) => None,
    };
    seen.ok_or(Error::NotFound)
}

fn reads(by: &Visitor, course: &Course) -> Reads {
    let own = by.centre_staff().is_some_and(|staff| staff.centre().id() == course.centre_id);
    if own {
        Reads::OwnCentre
    } else if by.focal_point().is_some() {
        Reads::FocalPoint
    } else if by.is_signed_in() {
        Reads::Other
    } else {
        Reads::Public
    }
}

async fn whole<'a>(
    app: &App,
    frame: &'a Frame,
    (course, content, text, draft): (&'a Course, &'a CourseContent, Text<'a>, bool),
    (reader, deliveries): (Reads, Vec<Scheduled>),
) -> Result<CoursePage<'a>> {
    let around = around(app, course, content).await?;
    let address = app.settings.link(&format!("/courses/{}", course.code));
    let published = around.versions.iter().find(|v| Some(v.number) == course.published_version);
    let shown = published.filter(|_| !draft).cloned();
    let instances: Vec<_> = deliveries.iter().filter_map(|one| one.instance.clone()).collect();
    let json_ld = shown.as_ref().map(|version| {
        let about = About {
            address: &address,
            code: &course.code,
            centre: &around.centre.name,
            partners: &around.partners,
            website: around.centre.website.as_deref(),
            version: version.number,
            published_at: version.published_at,
            instances: &instances,
        };
        json_ld::course(content, &about)
    });
    let canonical = match text.tag {
        SOURCE => address,
        tag => format!("{address}?text={tag}"),
    };
    Ok(CoursePage {
        frame,
        course,
        content,
        around,
        materials: OnCourse::default(),
        deliveries,
        reader,
        draft,
        text,
        shown,
        canonical,
        json_ld,
        care: Care::default(),
        now: app.clock.now(),
    })
}

async fn around(app: &App, course: &Course, content: &CourseContent) -> Result<Around> {
    let numbers = Numbers::read(&app.db).await?;
    let organisations = organisations::directory(app, &numbers).await?;
    let lists = store::lists(app, &numbers).await?;
    let mut named = content.prerequisites.clone();
    named.extend(course.successor_code.clone());
    let partners = store::co_delivery::partners(&app.db, course.id).await?;
    Ok(Around {
        partners: partners.iter().filter_map(|id| organisations.of(*id).cloned()).collect(),
        centre: organisations.of(course.centre_id).cloned().ok_or(Error::NotFound)?,
        course_type: lists.types.iter().find(|known| known.code == content.course_type).cloned(),
        versions: versions::history(&app.db, course.id).await?,
        named: store::offered_of_codes(&app.db, &named).await?,
        activity: lists
            .activities
            .iter()
            .find(|known| known.code == content.work_plan_activity)
            .map(|known| known.title.clone()),
    })
}

impl CoursePage<'_> {
    /// Whether nobody has verified the course for long.
    fn is_stale(&self) -> bool {
        self.course.state == CourseState::Published
            && self.course.verified_at.is_some_and(|at| is_stale(at, self.now))
    }

    /// Whether another version than the one in the catalogue is shown.
    fn is_old(&self) -> bool {
        self.shown.as_ref().is_some_and(|v| Some(v.number) != self.course.published_version)
    }

    fn title(&self) -> &str {
        let title = self.text.said.title.text;
        if title.is_empty() { &self.course.code } else { title }
    }

    /// Whether the English was changed since the texts shown were read over.
    fn is_out_of_date(&self) -> bool {
        self.content.text_state(self.text.tag) == TextState::OutOfDate
    }

    /// How far the texts in a language are, where readers should know.
    fn doubt(&self, tag: &str) -> Option<TextState> {
        let state = self.content.text_state(tag);
        (state != TextState::Reviewed).then_some(state)
    }

    /// Where the texts are read in a language.
    fn address_in(&self, tag: &str) -> String {
        let page = match &self.shown {
            Some(version) if self.is_old() => format!("/versions/{}", version.number),
            None if self.draft && self.course.is_public() => "/preview".to_owned(),
            _ => String::new(),
        };
        format!("/courses/{}{page}?text={tag}", self.course.code)
    }

    fn modules_total(&self) -> Message {
        Message::new("course-modules-total")
            .with("modules", self.content.modules.len())
            .with("hours", self.content.hours())
            .with("days", self.content.duration_days.unwrap_or_default())
    }

    fn group(&self) -> Option<Message> {
        let (least, most) = self.content.min_participants.zip(self.content.max_participants)?;
        Some(Message::new("course-group-people").with("least", least).with("most", most))
    }

    /// The title of another course, where it is in the catalogue.
    fn title_of(&self, code: &str) -> Option<&str> {
        let named = self.around.named.iter().find(|named| named.code == code);
        named.map(|named| named.title.as_str())
    }

    fn is_taught_in(&self, tag: &str) -> bool {
        self.content.languages.iter().any(|known| known == tag)
    }

    fn is_translated_to(&self, tag: &str) -> bool {
        self.content.translations_available.iter().any(|known| known == tag)
    }
}
