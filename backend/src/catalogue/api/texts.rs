//! What a course says in other languages, for programs.
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::courses::{ReadCourse, code_in, own, read};
use super::{PART, code};
use crate::base::App;
use crate::base::api::{Asked, Condition, Items, Operation, Parameter, Stated, outdated};
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Json, Path};
use crate::base::i18n::is_right_to_left;
use crate::catalogue::actions::{self, Edition, TextsRow};
use crate::catalogue::rules::{
    CourseContent, SOURCE, Slot, TextState, TextsOf, TypedTexts, canonical_tag,
};
use crate::identity::{Access, ApiRoutes, CentreStaff, Scope, TrainingDirector, Visitor};

/// What the tag of a language looks like.
const TAG: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$";

/// The API of the texts.
pub fn routes() -> ApiRoutes {
    let open = Access::Public(Scope::CatalogueRead);
    let reads = Access::Needs(Scope::CatalogueRead);
    let writes = Access::Needs(Scope::CatalogueWrite);
    let language = "/courses/{code}/texts/{language}";
    ApiRoutes::default()
        .get("/course-texts", reads, grid, list_states())
        .get("/courses/{code}/texts", open, list, list_texts())
        .get(language, open, show, read_texts())
        .put(language, writes, put, write())
        .post("/courses/{code}/texts/{language}/review", writes, review, approve())
        .post("/courses/{code}/texts/{language}/review/withdrawal", writes, unreview, disapprove())
        .post("/courses/{code}/texts/{language}/removal", writes, remove, give_up())
}

/// The title of a module in a language.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ModuleTitle {
    /// The code of the module.
    #[schema(min_length = 1, max_length = 200)]
    code: String,
    /// Its title.
    #[schema(max_length = 200)]
    title: String,
}

/// What a program writes in a language; what is left out or empty is shown in English.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TextsBody {
    /// The title.
    #[schema(max_length = 200)]
    title: String,
    /// What it is.
    #[schema(max_length = 2000)]
    summary: String,
    /// What participants can do afterwards, in the order of the English; at most as many.
    #[schema(max_items = 40)]
    objectives: Vec<String>,
    /// Who should come.
    #[schema(max_length = 2000)]
    audience: String,
    /// The titles of modules of the course.
    #[schema(max_items = 40)]
    modules: Vec<ModuleTitle>,
}

/// What a course says in a language; what is empty is to be shown in English.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseTexts)]
#[serde(deny_unknown_fields)]
pub struct TextsOut {
    /// The language (BCP 47).
    language: String,
    /// `rtl` or `ltr`, by its script.
    direction: &'static str,
    /// How far the texts are.
    #[schema(inline)]
    state: TextState,
    /// The title.
    title: String,
    /// What it is.
    summary: String,
    /// What participants can do afterwards, in the order of the English.
    objectives: Vec<String>,
    /// Who should come.
    audience: String,
    /// The titles of modules.
    modules: Vec<ModuleTitle>,
}

/// The one page of the languages of a course.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CourseTextsList {
    /// The texts, by the tags of their languages.
    items: Vec<TextsOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    next: Option<String>,
}

/// How far the texts in a language are.
#[derive(Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LanguageState {
    /// The language (BCP 47).
    language: String,
    /// How far its texts are.
    #[schema(inline)]
    state: TextState,
}

/// How far the texts of the draft of a course are.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseLanguages)]
#[serde(deny_unknown_fields)]
pub struct CourseLanguagesOut {
    /// The code of the course.
    code: String,
    /// Its title in English.
    title: String,
    /// The languages beside English; another one is missing.
    languages: Vec<LanguageState>,
}

fn example() -> Value {
    json!({
        "title": "Petugas penghubung imigrasi dalam praktik",
        "summary": "Bagaimana petugas penghubung membangun jejaring.",
        "objectives": ["Membangun jejaring kontak"],
        "audience": "Petugas sebelum penempatan pertama",
        "modules": [{"code": "LIA-201-M1", "title": "Jejaring"}],
    })
}

fn example_out() -> Value {
    let mut out = example();
    out["language"] = json!("id");
    out["direction"] = json!("ltr");
    out["state"] = json!("reviewed");
    out
}

fn tag() -> Parameter {
    Parameter::path("language", "The tag of the language (BCP 47), not `en`.", TAG)
}

fn list_states() -> Operation {
    let example = json!({
        "code": "LIA-201", "title": "Immigration liaison in practice",
        "languages": [{"language": "id", "state": "out_of_date"}],
    });
    Operation::new("course_texts.list", PART, "List how far your courses are in which languages")
        .about("The drafts of the courses of your own centre, by code.")
        .lists::<CourseLanguagesOut>("A page of courses.", &example)
        .problems(&[422])
}

fn list_texts() -> Operation {
    Operation::new("courses.texts.list", PART, "List what a course says in other languages")
        .about(
            "Everybody reads what was reviewed, as it was published. A client of its own centre \
             sees the texts of the working draft. What a language lacks is to be shown in English.",
        )
        .takes(code())
        .answers::<CourseTextsList>(
            "The texts, on one page.",
            json!({"items": [example_out()], "next": null}),
        )
}

fn read_texts() -> Operation {
    Operation::new("courses.texts.read", PART, "Read what a course says in a language")
        .takes(code())
        .takes(tag())
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn write() -> Operation {
    Operation::new("courses.texts.write", PART, "Write what a course says in a language")
        .about("It replaces all that the draft says in the language, and is to be reviewed.")
        .takes(code())
        .takes(tag())
        .takes(Parameter::if_match(true))
        .body::<TextsBody>(example())
        .answers_state::<TextsOut>("The texts as they are now.", example_out())
        .problems(&[412, 428])
}

fn step(id: &'static str, summary: &'static str) -> Operation {
    Operation::new(id, PART, summary)
        .takes(code())
        .takes(tag())
        .takes(Parameter::if_match(false))
        .problems(&[412])
}

fn approve() -> Operation {
    step("courses.texts.review", "Say that the texts in a language were reviewed")
        .about(
            "They become public with the next version. Send `If-Match` to be sure that they are \
             the ones that were read over.",
        )
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn disapprove() -> Operation {
    step("courses.texts.unreview", "Take a review back")
        .answers_state::<TextsOut>("The texts.", example_out())
}

fn give_up() -> Operation {
    step("courses.texts.remove", "Remove what a course says in a language")
        .about("What was published keeps it until the next version.")
        .answers::<CourseTextsList>(
            "The texts that are left.",
            json!({"items": [example_out()], "next": null}),
        )
}

/// How far the courses of the own centre are.
async fn grid(
    by: CentreStaff,
    State(app): State<App>,
    asked: Asked,
) -> Result<Json<Items<CourseLanguagesOut>>> {
    let mut asked = asked;
    let paging = asked.paging::<String>("course_texts");
    let paging = asked.done(paging)?;
    let after = paging.after().map(String::as_str);
    let rows = actions::texts_after(&app, &by, (after, paging.rows())).await?;
    let key = |row: &TextsRow| row.code.clone();
    Ok(Json(paging.page(&app, rows, (key, states))?))
}

fn states(row: TextsRow) -> CourseLanguagesOut {
    let state = |(language, state)| LanguageState { language, state };
    CourseLanguagesOut {
        code: row.code,
        title: row.title,
        languages: row.languages.into_iter().map(state).collect(),
    }
}

/// The languages that somebody may read the course in, beside English.
async fn list(
    by: Visitor,
    State(app): State<App>,
    Path(path): Path<String>,
) -> Result<Json<CourseTextsList>> {
    Ok(Json(listed(&read(&by, &app, &path).await?)))
}

fn listed(read: &ReadCourse) -> CourseTextsList {
    let tags = may_be_read(read);
    let items = tags.into_iter().filter_map(|tag| shown(&read.content, tag)).collect();
    CourseTextsList { items, next: None }
}

fn may_be_read(read: &ReadCourse) -> Vec<&str> {
    let content = &read.content;
    if read.unpublished { content.languages_said() } else { content.languages_offered() }
}

fn shown(content: &CourseContent, tag: &str) -> Option<TextsOut> {
    let texts: &TextsOf = content.texts.get(tag)?;
    let title = |(code, title): (&String, &String)| ModuleTitle {
        code: code.clone(),
        title: title.clone(),
    };
    Some(TextsOut {
        language: tag.to_owned(),
        direction: if is_right_to_left(tag) { "rtl" } else { "ltr" },
        state: content.text_state(tag),
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        objectives: texts.objectives.clone(),
        audience: texts.audience.clone(),
        modules: texts.modules.iter().map(title).collect(),
    })
}

/// What the course says in one language.
async fn show(
    by: Visitor,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
) -> Result<Stated<TextsOut>> {
    let tag = tag_in(&language)?;
    let read = read(&by, &app, &path).await?;
    let known = may_be_read(&read).contains(&tag.as_str());
    let body = shown(&read.content, &tag).filter(|_| known).ok_or(Error::NotFound)?;
    Ok(Stated { revision: read.course.revision, body })
}

fn tag_in(path: &str) -> Result<String> {
    canonical_tag(path).filter(|tag| tag == path && tag != SOURCE).ok_or(Error::NotFound)
}

async fn after(
    app: &App,
    by: &CentreStaff,
    edition: &Edition,
    tag: &str,
) -> Result<Stated<TextsOut>> {
    let course = own(app, by.centre(), &edition.code).await?;
    let body = shown(&course.content()?, tag).ok_or(Error::NotFound)?;
    Ok(Stated { revision: course.revision, body })
}

async fn edition(
    app: &App,
    by: &CentreStaff,
    path: &str,
    condition: &Condition,
) -> Result<Edition> {
    let code = code_in(path)?;
    let revision = condition.revision(own(app, by.centre(), &code).await?.revision)?;
    Ok(Edition { code, revision })
}

/// Writes what the draft says in one language.
async fn put(
    by: CentreStaff,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
    Json(body): Json<TextsBody>,
) -> Result<Stated<TextsOut>> {
    let tag = tag_in(&language)?;
    let code = code_in(&path)?;
    let course = own(&app, by.centre(), &code).await?;
    let edition = Edition { code, revision: condition.required(course.revision)? };
    let content = course.content()?;
    let typed = body.read(&content)?;
    let put = actions::put_texts(&app, &by, &edition, (&tag, &typed)).await;
    put.map_err(outdated).map_err(|error| match error {
        Error::Invalid(faults) => Error::Invalid(pointed(&content, faults)),
        other => other,
    })?;
    after(&app, &by, &edition, &tag).await
}

impl TextsBody {
    /// The texts by their places; what has no place in the course is a fault.
    fn read(&self, content: &CourseContent) -> Result<TypedTexts, FieldErrors> {
        let mut errors = FieldErrors::default();
        let mut texts = TextsOf {
            title: self.title.clone(),
            summary: self.summary.clone(),
            objectives: self.objectives.clone(),
            audience: self.audience.clone(),
            ..TextsOf::default()
        };
        if self.objectives.len() > content.objectives.len() {
            errors.add("/objectives", "texts-more-objectives");
        }
        for (place, module) in self.modules.iter().enumerate() {
            if content.modules.iter().all(|known| known.code != module.code) {
                errors.add(format!("/modules/{place}/code"), "texts-module-unknown");
            }
            texts.modules.insert(module.code.clone(), module.title.clone());
        }
        errors.or(TypedTexts::showing(content, &texts))
    }
}

/// Faults by the pointers into what was sent.
fn pointed(content: &CourseContent, faults: FieldErrors) -> FieldErrors {
    let slots = content.slots();
    faults.renamed(|field| {
        match slots.iter().map(|at| &at.slot).find(|slot| slot.name() == field) {
            Some(Slot::Objective(place)) => format!("/objectives/{place}"),
            Some(Slot::Module(_)) => "/modules".to_owned(),
            _ => format!("/{field}"),
        }
    })
}

/// Says that the texts were reviewed.
async fn review(
    by: TrainingDirector,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Stated<TextsOut>> {
    let (tag, staff) = (tag_in(&language)?, by.as_staff());
    let edition = edition(&app, &staff, &path, &condition).await?;
    actions::review_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    after(&app, &staff, &edition, &tag).await
}

/// Takes that back.
async fn unreview(
    by: TrainingDirector,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Stated<TextsOut>> {
    let (tag, staff) = (tag_in(&language)?, by.as_staff());
    let edition = edition(&app, &staff, &path, &condition).await?;
    actions::unreview_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    after(&app, &staff, &edition, &tag).await
}

/// Removes a language.
async fn remove(
    by: CentreStaff,
    State(app): State<App>,
    Path((path, language)): Path<(String, String)>,
    condition: Condition,
) -> Result<Json<CourseTextsList>> {
    let tag = tag_in(&language)?;
    let edition = edition(&app, &by, &path, &condition).await?;
    actions::remove_texts(&app, &by, &edition, &tag).await.map_err(outdated)?;
    let course = own(&app, by.centre(), &edition.code).await?;
    let content = course.content()?;
    Ok(Json(listed(&ReadCourse { course, content, unpublished: true })))
}
