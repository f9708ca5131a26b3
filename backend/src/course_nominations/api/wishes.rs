//! In which languages States need the courses of a centre, for programs.
use std::collections::HashMap;

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::base::App;
use crate::base::error::Result;
use crate::base::extract::Json;
use crate::course_nominations::actions;
use crate::identity::CentreStaff;

/// A course, or a course type, that States need in a language.
#[derive(Serialize, ToSchema)]
#[schema(as = TranslationWanted)]
#[serde(deny_unknown_fields)]
pub struct WishOut {
    /// The code of the course; null where any course of the type would do.
    #[schema(required)]
    course: Option<String>,
    /// The code of the course type.
    course_type: String,
    /// The language (BCP 47).
    language: String,
    /// How many States need it.
    members: i64,
}

/// The one page of the languages that are wanted.
#[derive(Serialize, ToSchema)]
#[schema(as = TranslationsWanted)]
#[serde(deny_unknown_fields)]
pub struct WishesOut {
    /// What is wanted, by course type and language.
    items: Vec<WishOut>,
    /// Always null: they are on the first page.
    #[schema(required)]
    next: Option<String>,
}

/// What is wanted of the own centre.
pub async fn list(by: CentreStaff, State(app): State<App>) -> Result<Json<WishesOut>> {
    let (wishes, own) = actions::languages_wanted(&app, &by).await?;
    let codes: HashMap<_, _> = own.into_iter().collect();
    let item = |wish: crate::course_nominations::LanguageWish| WishOut {
        course: wish.course_id.and_then(|id| codes.get(&id).cloned()),
        course_type: wish.course_type,
        language: wish.language,
        members: wish.members,
    };
    Ok(Json(WishesOut { items: wishes.into_iter().map(item).collect(), next: None }))
}
