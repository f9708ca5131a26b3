//! The API clients of an organisation: who made them, what they may do, how they are revoked.
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::base::App;
use crate::base::error::{Error, FieldErrors, Result};
use crate::base::extract::{Form, Path};
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::ids::ApiClientId;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::actions::{self, Credentials};
use crate::identity::actors::ApiClientKeeper;
use crate::identity::rules::{NewClient, Scope};
use crate::identity::store::ApiClient;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::default()
        .get("/api-clients", list)
        .post("/api-clients", make)
        .get("/api-clients/{id}/revocation", revocation)
        .post("/api-clients/{id}/revocation", revoke)
}

#[derive(Template)]
#[template(path = "pages/identity/api_clients.html")]
struct ClientsPage<'a> {
    frame: &'a Frame,
    organisation: &'a str,
    clients: Vec<ApiClient>,
    form: &'a ClientForm,
    open: Vec<Scope>,
    errors: &'a FieldErrors,
    refused: Option<&'a Message>,
    /// What the client just made proves itself by, for this one time.
    made: Option<&'a Made>,
}

impl ClientsPage<'_> {
    /// Since when a client is revoked, if it is.
    fn revoked(&self, client: &ApiClient) -> Option<Message> {
        let day = self.frame.reader.day(client.revoked_at?);
        Some(Message::new("api-client-revoked").with("date", day))
    }
}

/// A client that was just made; its secret is known the first time only.
struct Made {
    name: String,
    credentials: Option<Credentials>,
}

#[derive(Deserialize)]
struct ClientForm {
    id: ApiClientId,
    #[serde(default)]
    name: String,
    #[serde(default)]
    scopes: Vec<String>,
}

impl ClientForm {
    fn empty() -> Self {
        Self { id: ApiClientId::new(), name: String::new(), scopes: Vec::new() }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass references")]
    fn allows(&self, scope: &Scope) -> bool {
        self.scopes.iter().any(|name| name == scope.as_str())
    }
}

async fn list(by: ApiClientKeeper, frame: Frame, State(app): State<App>) -> Result<Response> {
    let done = Done { errors: FieldErrors::default(), refused: None, made: None };
    page(&app, (&by, &frame), &ClientForm::empty(), done).await
}

/// What came of pressing the button.
struct Done {
    errors: FieldErrors,
    refused: Option<Message>,
    made: Option<Made>,
}

async fn page(
    app: &App,
    (by, frame): (&ApiClientKeeper, &Frame),
    form: &ClientForm,
    done: Done,
) -> Result<Response> {
    let organisation = by.capacity().organisation();
    let page = ClientsPage {
        frame,
        organisation: &organisation.name,
        clients: actions::my_api_clients(app, by).await?,
        form,
        open: Scope::open_to(&organisation.capabilities),
        errors: &done.errors,
        refused: done.refused.as_ref(),
        made: done.made.as_ref(),
    };
    let status = match (&done.refused, done.errors.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    Ok((status, frame.page(&page)?).into_response())
}

async fn make(
    by: ApiClientKeeper,
    frame: Frame,
    State(app): State<App>,
    Form(form): Form<ClientForm>,
) -> Result<Response> {
    let capabilities = &by.capacity().organisation().capabilities;
    let made = match NewClient::read(&form.name, &form.scopes, capabilities) {
        Ok(new) => {
            let credentials = actions::make_api_client(&app, &by, form.id, &new).await;
            credentials.map(|credentials| Made { name: new.name, credentials })
        }
        Err(errors) => Err(errors.into()),
    };
    let nothing = Done { errors: FieldErrors::default(), refused: None, made: None };
    let (form, done) = match made {
        Ok(made) => (ClientForm::empty(), Done { made: Some(made), ..nothing }),
        Err(Error::Invalid(errors)) => (form, Done { errors, ..nothing }),
        Err(Error::Refused(why)) => (form, Done { refused: Some(why), ..nothing }),
        Err(other) => return Err(other),
    };
    page(&app, (&by, &frame), &form, done).await
}

#[derive(Template)]
#[template(path = "pages/identity/api_client_revocation.html")]
struct RevocationPage<'a> {
    frame: &'a Frame,
    client: ApiClient,
}

async fn revocation(
    by: ApiClientKeeper,
    frame: Frame,
    State(app): State<App>,
    Path(id): Path<ApiClientId>,
) -> Result<Response> {
    let client = actions::my_api_client(&app, &by, id).await?;
    if client.revoked_at.is_some() {
        return Ok(Redirect::to("/api-clients").into_response());
    }
    Ok(frame.page(&RevocationPage { frame: &frame, client })?.into_response())
}

async fn revoke(
    by: ApiClientKeeper,
    State(app): State<App>,
    Path(id): Path<ApiClientId>,
) -> Result<Redirect> {
    actions::revoke_api_client(&app, &by, id).await?;
    Ok(Redirect::to("/api-clients"))
}
