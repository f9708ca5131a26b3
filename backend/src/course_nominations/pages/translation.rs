//! "We need this in our language": a course nomination of that kind, begun on the page of a course.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Query};
use crate::base::filters;
use crate::base::ids::RoundId;
use crate::base::page::Frame;
use crate::catalogue::{self, OfferedCourse, TAUGHT_LANGUAGES, canonical_tag};
use crate::course_nominations::actions::{self, Translation};
use crate::course_nominations::rules::LONGEST_REASON;
use crate::course_nominations::store::Round;
use crate::identity::FocalPoint;
use crate::organisations;

#[derive(Template)]
#[template(path = "pages/course_nominations/translation.html")]
struct TranslationPage<'a> {
    frame: &'a Frame,
    state: &'a str,
    course: &'a OfferedCourse,
    rounds: Vec<Round>,
    languages: Vec<String>,
    form: &'a TranslationForm,
    errors: &'a FieldErrors,
    longest: usize,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    course: String,
}

#[derive(Deserialize, Default)]
pub(super) struct TranslationForm {
    #[serde(default)]
    course: String,
    #[serde(default)]
    round: Option<RoundId>,
    #[serde(default)]
    language: String,
    #[serde(default)]
    reason: String,
}

impl TranslationForm {
    fn is_for(&self, round: &RoundId) -> bool {
        self.round.as_ref() == Some(round)
    }
}

/// In which language, and in which round.
pub(super) async fn show(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    if asked.course.trim().is_empty() {
        // A course is chosen first.
        return Ok(Redirect::to("/catalogue").into_response());
    }
    let form = TranslationForm { course: asked.course, ..TranslationForm::default() };
    page(&app, (&by, &frame), &form, &FieldErrors::default()).await
}

/// Puts the need into the sheet.
pub(super) async fn ask(
    by: FocalPoint,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<TranslationForm>,
) -> Result<Response> {
    let course = course_of(&app, &form.course).await?;
    let mut errors = FieldErrors::default();
    let language = canonical_tag(&form.language).filter(|tag| tag != "en");
    if language.is_none() {
        errors.add("language", "translation-language-choose");
    }
    if form.reason.chars().count() > LONGEST_REASON {
        errors.add("reason", "sheet-fault-long");
    }
    let rounds = actions::rounds_taking(&app, &by, &course.course_type).await?;
    let round = rounds.iter().find(|round| Some(round.id) == form.round);
    if round.is_none() {
        errors.add("round", "translation-round-choose");
    }
    let (Some(round), Some(language), true) = (round, language, errors.is_empty()) else {
        return page(&app, (&by, &frame), &form, &errors).await;
    };
    let reason = form.reason.trim();
    let asked = Translation { round: round.id, course: &course, language: &language, reason };
    let line = actions::ask_translation(&app, &by, &asked).await?;
    let sheet = format!("/rounds/{}/sheet?saved=1#{line}", round.id);
    Ok(Redirect::to(&sheet).into_response())
}

/// The course of this code, where it is on offer.
async fn course_of(app: &App, code: &str) -> Result<OfferedCourse> {
    let code = [code.trim().to_ascii_uppercase()];
    let found = catalogue::offered_of_codes(&app.db, &code).await?;
    found.into_iter().next().ok_or(Error::NotFound)
}

async fn page(
    app: &App,
    (by, frame): (&FocalPoint, &Frame),
    form: &TranslationForm,
    errors: &FieldErrors,
) -> Result<Response> {
    let course = course_of(app, &form.course).await?;
    let page = TranslationPage {
        frame,
        state: &by.capacity().organisation().name,
        rounds: actions::rounds_taking(app, by, &course.course_type).await?,
        course: &course,
        languages: languages(app, by).await?,
        form,
        errors,
        longest: LONGEST_REASON,
    };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

/// The member's own languages, then those of the region.
async fn languages(app: &App, by: &FocalPoint) -> Result<Vec<String>> {
    let member = organisations::by_id(&app.db, by.capacity().organisation().id).await?;
    let own = member.iter().flat_map(|member| member.language_tags().map(str::to_owned));
    let mut tags: Vec<String> = Vec::new();
    for tag in own.chain(TAUGHT_LANGUAGES.map(str::to_owned)) {
        if tag != "en" && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    Ok(tags)
}
