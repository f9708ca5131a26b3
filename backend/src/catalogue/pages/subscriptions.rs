//! Asking to be told by email what is new for a filter, and the subscriptions of a person.
use askama::Template;
use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path, Query};
use crate::base::filters;
use crate::base::ids::SubscriptionId;
use crate::base::page::Frame;
use crate::base::server::Peer;
use crate::catalogue::rules::{
    Filter, Rhythm, SubscriptionForm, SubscriptionStep, kept, of_kept, read_query,
};
use crate::catalogue::store::{Subscription, subscriptions};
use crate::catalogue::{actions, emails};
use crate::identity::{SignedIn, Visitor};

#[derive(Template)]
#[template(path = "pages/catalogue/subscription_new.html")]
struct NewPage<'a> {
    frame: &'a Frame,
    by: Option<SignedIn>,
    form: &'a SubscriptionForm,
    words: emails::Words,
    filter: Filter,
    errors: &'a FieldErrors,
}

/// The form, about the filter that stands in the address.
pub(super) async fn new_subscription(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response> {
    let form = SubscriptionForm {
        filter: kept(&Filter::read(&query)),
        often: Rhythm::Weekly.as_str().to_owned(),
        language: frame.reader.locale.tag(),
        ..SubscriptionForm::default()
    };
    form_page(&app, (&by, &frame), &form, &FieldErrors::default()).await
}

async fn form_page(
    app: &App,
    (by, frame): (&Visitor, &Frame),
    form: &SubscriptionForm,
    errors: &FieldErrors,
) -> Result<Response> {
    let filter = read_query(&form.filter);
    let words = emails::words(app, &app.db, &filter).await?;
    let page = NewPage { frame, by: by.signed_in(), form, words, filter, errors };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, frame.page(&page)?).into_response())
}

/// People who are signed in are subscribed at once; everybody else is written to first.
pub(super) async fn subscribe(
    by: Visitor,
    frame: Frame,
    State(app): State<App>,
    peer: Option<Extension<Peer>>,
    Form(form): Form<SubscriptionForm>,
) -> Result<Response> {
    let done = match by.signed_in() {
        Some(person) => match form.read() {
            Ok(wish) => {
                actions::subscribe(&app, &person, &wish, frame.reader.zone).await?;
                Ok("/subscriptions?done=saved")
            }
            Err(errors) => Err(errors),
        },
        None => match form.read_addressed() {
            Ok((address, wish)) => {
                let peer = peer.map(|Extension(peer)| peer.0);
                actions::ask(&app, &by, peer, (&address, &wish)).await?;
                Ok("/subscriptions/asked")
            }
            Err(errors) => Err(errors),
        },
    };
    match done {
        Ok(next) => Ok(Redirect::to(next).into_response()),
        Err(errors) => form_page(&app, (&by, &frame), &form, &errors).await,
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/subscription_asked.html")]
struct AskedPage<'a> {
    frame: &'a Frame,
}

/// What whoever asked does next, whatever is known of the address.
pub(super) async fn asked(_: Visitor, frame: Frame) -> Result<Html<String>> {
    frame.page(&AskedPage { frame: &frame })
}

/// A subscription as pages show it.
pub(super) struct Shown {
    pub(super) row: Subscription,
    pub(super) words: emails::Words,
    /// The address of what it finds; none where its filter is no longer understood.
    pub(super) href: Option<String>,
}

impl Shown {
    pub(super) async fn of(app: &App, row: Subscription) -> Result<Self> {
        let filter = of_kept(&row.filter);
        let told = read_query(&row.filter);
        let words = emails::words(app, &app.db, &told).await?;
        Ok(Self { row, words, href: filter.map(|filter| filter.href()) })
    }

    /// Where the forms of its owner go.
    fn own_action(&self) -> String {
        format!("/subscriptions/{}", self.row.id)
    }
}

#[derive(Template)]
#[template(path = "pages/catalogue/subscriptions.html")]
struct OwnPage<'a> {
    frame: &'a Frame,
    by: &'a SignedIn,
    shown: Vec<Shown>,
    done: &'a Done,
    /// What was removed, so that it can be asked for again.
    removed: Option<(&'a SubscriptionForm, emails::Words)>,
}

/// What was done before the page was shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Done {
    done: String,
    #[serde(flatten)]
    removed: SubscriptionForm,
}

/// A person's subscriptions.
pub(super) async fn own(
    by: SignedIn,
    frame: Frame,
    State(app): State<App>,
    Query(done): Query<Done>,
) -> Result<Html<String>> {
    let mut shown = Vec::new();
    for row in subscriptions::of_account(&app.db, by.account()).await? {
        shown.push(Shown::of(&app, row).await?);
    }
    let removed = match (done.done.as_str(), done.removed.read()) {
        ("removed", Ok(wish)) => {
            let words = emails::words(&app, &app.db, &read_query(&wish.filter)).await?;
            Some((&done.removed, words))
        }
        _ => None,
    };
    frame.page(&OwnPage { frame: &frame, by: &by, shown, done: &done, removed })
}

/// What a button beside a subscription says, with the fields beside it.
#[derive(Deserialize)]
pub(super) struct StepForm {
    revision: i32,
    #[serde(default, rename = "do")]
    button: String,
    #[serde(default)]
    often: String,
    #[serde(default)]
    language: String,
}

impl StepForm {
    pub(super) fn read(&self) -> Result<(i32, SubscriptionStep)> {
        let step = SubscriptionStep::read(&self.button, &self.often, &self.language);
        let step = step.ok_or_else(|| Error::Unreadable("no such step".into()))?;
        Ok((self.revision, step))
    }
}

/// Changes, pauses, resumes or removes one of a person's subscriptions.
pub(super) async fn step(
    by: SignedIn,
    State(app): State<App>,
    Path(id): Path<SubscriptionId>,
    Form(form): Form<StepForm>,
) -> Result<Redirect> {
    let (revision, step) = form.read()?;
    let was = actions::step_of_person(&app, &by, (id, revision), step).await?;
    Ok(Redirect::to(&match step {
        SubscriptionStep::Remove => removed(&was),
        SubscriptionStep::Change(..) => "/subscriptions?done=saved".to_owned(),
        SubscriptionStep::Pause => "/subscriptions?done=paused".to_owned(),
        SubscriptionStep::Resume => "/subscriptions?done=resumed".to_owned(),
    }))
}

/// The page after a removal, which offers what was removed once more.
fn removed(was: &Subscription) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("done", "removed").append_pair("filter", &was.filter);
    query.append_pair("often", was.rhythm.as_str()).append_pair("language", &was.locale);
    format!("/subscriptions?{}", query.finish())
}
