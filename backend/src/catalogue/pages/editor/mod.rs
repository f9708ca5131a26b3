//! The course editor: a page for each part, saved as a draft that may lack anything.
mod conflict;
mod described;
mod doors;
mod lists;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

use self::conflict::Both;
pub use self::doors::{
    about, deliveries, languages, materials, modules, save_about, save_deliveries, save_languages,
    save_materials, save_modules,
};
use self::lists::Lists;
use super::materials::ShelfShown;
use super::{edition, own};
use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::catalogue::actions::{self, Saved, SentPart};
use crate::catalogue::rules::{
    Act, CourseContent, CourseForm, CourseState, DeliveryMode, DeliveryScope, Level, MaterialKind,
    Part, Step, faults,
};
use crate::catalogue::store::{self, Course, Proposal, proposals};
use crate::identity::CentreStaff;

#[derive(Template)]
#[template(path = "pages/catalogue/editor.html")]
struct EditorPage<'a> {
    frame: &'a Frame,
    by: &'a CentreStaff,
    course: &'a Course,
    part: Part,
    /// What is saved.
    content: CourseContent,
    form: &'a CourseForm,
    errors: &'a FieldErrors,
    /// The revision and the print of what the form was filled on.
    base: Base,
    lists: Lists,
    /// What keeps what is saved from being published.
    missing: FieldErrors,
    /// What is proposed, or was sent back last.
    proposal: Option<Proposal>,
    /// Where a colleague wrote the same fields meanwhile.
    both: Option<Both>,
    /// The files and links, beside what is written of them.
    shelf: Option<ShelfShown>,
}

/// What a form was filled on.
#[derive(Clone, Debug)]
struct Base {
    revision: i32,
    seen: String,
}

impl Base {
    fn in_form(fields: &[(String, String)]) -> Result<Self> {
        let value = |wanted: &str| {
            fields.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
        };
        let revision = value("revision").and_then(|value| value.parse().ok());
        let revision = revision.ok_or_else(|| Error::Unreadable("no revision".into()))?;
        Ok(Self { revision, seen: value("seen").unwrap_or_default().to_owned() })
    }
}

/// Who works on which part of which course.
#[derive(Clone, Copy)]
struct Desk<'a> {
    app: &'a App,
    frame: &'a Frame,
    by: &'a CentreStaff,
    path: &'a str,
    part: Part,
}

/// The page of a part; with `check` it marks what is missing before publishing.
async fn open(desk: Desk<'_>, check: bool) -> Result<Response> {
    let course = own(desk.app, desk.by.centre(), desk.path).await?;
    let content = course.content()?;
    let mut errors = FieldErrors::default();
    if check {
        let known = store::known(&desk.app.db, desk.by.centre(), &content).await?;
        for (field, message) in faults(&content, &known).iter() {
            if Part::of(field) == desk.part {
                errors.add(field, message.clone());
            }
        }
    }
    let form = CourseForm::showing(&content);
    let base = Base { revision: course.revision, seen: desk.part.seen(&content) };
    desk.page(&course, (&form, &errors), (base, None, StatusCode::OK)).await
}

/// Saves a part, after doing what the button inside the form says.
async fn save(desk: Desk<'_>, fields: &[(String, String)]) -> Result<Response> {
    let step = Step::of(fields);
    let typed: Vec<_> =
        fields.iter().filter(|(name, _)| Part::of(name) == desk.part).cloned().collect();
    let mut form = CourseForm::of(&typed);
    form.apply(step);
    let base = Base::in_form(fields)?;
    let edition = edition(desk.path, base.revision)?;
    let content = match form.read(&edition.code) {
        Ok(content) => content,
        Err(errors) => {
            let course = own(desk.app, desk.by.centre(), desk.path).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return desk.page(&course, (&form, &errors), (base, None, status)).await;
        }
    };
    let given_up = conflict::given_up(fields);
    let sent = SentPart {
        part: desk.part,
        edition: &edition,
        seen: &base.seen,
        content: &content,
        given_up: &given_up,
    };
    match actions::save_part(desk.app, desk.by, &sent).await? {
        Saved::Whole(..) => {
            let next = next(edition.code.as_str(), (desk.part, step), &form);
            Ok(Redirect::to(&next).into_response())
        }
        Saved::Clash(clash) => conflict::shown(desk, *clash).await,
    }
}

fn next(code: &str, (part, step): (Part, Step), form: &CourseForm) -> String {
    match step {
        Step::Check => format!("/courses/{code}/publication"),
        other => format!("/courses/{code}/{}{}", part.place(), other.place(form)),
    }
}

impl Desk<'_> {
    async fn page(
        self,
        course: &Course,
        (form, errors): (&CourseForm, &FieldErrors),
        (base, both, status): (Base, Option<Both>, StatusCode),
    ) -> Result<Response> {
        course.state.allows(Act::Save).map_err(Error::Refused)?;
        let content = course.content()?;
        let known = store::known(&self.app.db, self.by.centre(), &content).await?;
        let page = EditorPage {
            frame: self.frame,
            by: self.by,
            course,
            part: self.part,
            missing: faults(&content, &known),
            proposal: proposals::of_course(&self.app.db, course.id).await?,
            content,
            form,
            errors,
            base,
            lists: Lists::of(self.app, form).await?,
            both,
            shelf: match self.part {
                Part::Materials => Some(ShelfShown::of(self.app, self.by, course).await?),
                _ => None,
            },
        };
        Ok((status, self.frame.page(&page)?).into_response())
    }
}

impl EditorPage<'_> {
    fn title(&self) -> &str {
        if self.content.title.is_empty() { &self.course.code } else { &self.content.title }
    }

    /// The name of the part in the list of the parts.
    fn current(&self) -> &'static str {
        self.part.place().strip_prefix("edit/").unwrap_or("about")
    }

    fn goal(&self) -> Option<Message> {
        let known = self.lists.types.iter().find(|known| known.code == self.form.course_type);
        known.map(|known| known.goal.label())
    }

    fn total(&self) -> Message {
        Message::new("course-hours-in-modules")
            .with("hours", self.content.hours())
            .with("modules", self.content.modules.len())
    }
}
