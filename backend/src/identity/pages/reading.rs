//! Choosing the language, and the time zone in which times are told.
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::{account_page, own_path};
use crate::base::App;
use crate::base::error::{Error, Result};
use crate::base::extract::Form;
use crate::base::i18n::{LANGUAGE_COOKIE, Locale};
use crate::base::page::Frame;
use crate::identity::actions;
use crate::identity::actors::{SignedIn, Visitor};
use crate::identity::rules::Reading;

/// How long a browser remembers the language chosen, in days.
const REMEMBERED_DAYS: i64 = 365;

#[derive(Deserialize)]
pub(super) struct ReadingForm {
    #[serde(default)]
    language: String,
    #[serde(default)]
    zone: String,
}

/// The account page: language and time zone of pages and emails.
pub(super) async fn choose(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    jar: CookieJar,
    Form(form): Form<ReadingForm>,
) -> Result<Response> {
    let wanted = match Reading::read(&form.language, &form.zone) {
        Ok(wanted) => wanted,
        Err(errors) => return account_page(&app, &by, &frame, (false, &errors)).await,
    };
    actions::choose_reading(&app, &by, wanted).await?;
    Ok((remembering(jar, wanted.language), Redirect::to("/account?saved=1")).into_response())
}

#[derive(Deserialize)]
pub(super) struct LanguageForm {
    #[serde(default)]
    language: String,
    #[serde(default)]
    next: String,
}

/// The foot of every page: the language, kept by the browser and, for who is signed in, by the
/// account.
pub(super) async fn choose_language(
    by: Visitor,
    State(app): State<App>,
    jar: CookieJar,
    Form(form): Form<LanguageForm>,
) -> Result<(CookieJar, Redirect)> {
    let language = Locale::of(&form.language);
    let language = language.ok_or_else(|| Error::Unreadable("no such language".into()))?;
    if let Some(by) = by.signed_in() {
        let wanted = Reading { language: Some(language), ..by.reading() };
        actions::choose_reading(&app, &by, wanted).await?;
    }
    let next = own_path(&form.next).unwrap_or("/");
    Ok((remembering(jar, Some(language)), Redirect::to(next)))
}

/// The browser remembers a language that was chosen, and forgets it where it is to decide itself.
fn remembering(jar: CookieJar, language: Option<Locale>) -> CookieJar {
    let cookie = |value: String| {
        Cookie::build((LANGUAGE_COOKIE, value))
            .path("/")
            .secure(true)
            .http_only(true)
            .same_site(SameSite::Lax)
    };
    match language {
        Some(locale) => {
            let days = time::Duration::days(REMEMBERED_DAYS);
            jar.add(cookie(locale.tag()).max_age(days).build())
        }
        None => jar.remove(cookie(String::new()).build()),
    }
}
