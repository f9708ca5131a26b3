//! Routes of the API: each is listed with the scope that it needs and with what the document says
//! of it, or it does not compile.
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, on};

use super::actors::Who;
use super::rules::Scope;
use crate::base::App;
use crate::base::api::{Operation, once};
use crate::base::error::{Error, Result};
use crate::base::ids::ApiClientId;
use crate::base::routes::{Listed, Routes, StartsWithWhoActs};

/// What a request must show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Nothing: this is where tokens come from.
    Open,
    /// Nothing, but a token of this scope may show more. A token without it shows what anybody
    /// sees.
    Public(Scope),
    /// A token of this scope.
    Needs(Scope),
}

impl Access {
    const fn scope(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::Public(scope) | Self::Needs(scope) => Some(scope.as_str()),
        }
    }

    fn admit(self, request: &mut Request) -> Result<Option<ApiClientId>> {
        let client = match request.extensions().get::<Who>() {
            Some(Who::Client(client)) => Some((client.id, client.scopes.as_slice())),
            Some(Who::Person(_)) | None => None,
        };
        match (self, client) {
            (Self::Open | Self::Public(_), None) => Ok(None),
            (Self::Open, Some((id, _))) => Ok(Some(id)),
            (Self::Needs(_), None) => Err(Error::SignIn),
            (Self::Public(scope) | Self::Needs(scope), Some((id, scopes)))
                if scopes.contains(&scope) =>
            {
                Ok(Some(id))
            }
            (Self::Needs(scope), Some(_)) => Err(Error::OutOfScope(scope.as_str())),
            (Self::Public(_), Some(_)) => {
                request.extensions_mut().remove::<Who>();
                Ok(None)
            }
        }
    }
}

/// A feature's part of the API. Paths are below the root of the API.
#[derive(Default)]
pub struct ApiRoutes {
    /// What serves them, and what they are.
    pub routes: Routes,
    /// What the document says of each, in the same order.
    pub operations: Vec<Operation>,
}

macro_rules! methods {
    ($($(#[$doc:meta])* $method:ident: $name:ident;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $method<H, T>(
            self,
            path: &'static str,
            access: Access,
            handler: H,
            operation: Operation,
        ) -> Self
        where
            H: Handler<T, App>,
            T: StartsWithWhoActs + 'static,
        {
            let method = (Method::$name, MethodFilter::$name);
            self.on(method, (path, access), handler, operation)
        }
    )+};
}

impl ApiRoutes {
    methods! {
        /// Answers GET (and HEAD) on `path`.
        get: GET;
        /// Answers POST on `path`; what is repeated with the same key is done once.
        post: POST;
        /// Answers PUT on `path`; what is repeated with the same key is done once.
        put: PUT;
        /// Answers PATCH on `path`; what is repeated with the same key is done once.
        patch: PATCH;
    }

    /// Answers PUT on `path` with a body that is a file. The same file sent again changes nothing,
    /// so nothing of it is kept for a repetition.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is where routes of the API are listed")]
    pub fn put_file<H, T>(
        mut self,
        path: &'static str,
        access: Access,
        handler: H,
        operation: Operation,
    ) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        let admitted = move |State(app): State<App>, mut request: Request| {
            let handler = handler.clone();
            async move {
                match access.admit(&mut request) {
                    Ok(_) => handler.call(request, app).await,
                    Err(error) => error.into_response(),
                }
            }
        };
        let takes_files = std::mem::take(&mut self.routes.takes_files);
        self.routes.takes_files = takes_files.route(path, on(MethodFilter::PUT, admitted));
        let (method, scope) = (Method::PUT, access.scope());
        self.routes.listed.push(Listed { method, path, may: T::MAY, scope });
        self.operations.push(operation);
        self
    }

    /// These and `other`.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.routes = self.routes.and(other.routes);
        self.operations.extend(other.operations);
        self
    }

    #[expect(clippy::disallowed_methods, reason = "this is where routes of the API are listed")]
    fn on<H, T>(
        mut self,
        (method, filter): (Method, MethodFilter),
        (path, access): (&'static str, Access),
        handler: H,
        operation: Operation,
    ) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        let guarded = move |State(app): State<App>, request: Request| {
            let handler = handler.clone();
            async move { guarded(access, handler, app, request).await }
        };
        self.routes.router = self.routes.router.route(path, on(filter, guarded));
        let listed = Listed { method, path, may: T::MAY, scope: access.scope() };
        self.routes.listed.push(listed);
        self.operations.push(operation);
        self
    }
}

/// Lets in who may come in, and does what is repeated once.
async fn guarded<H, T>(access: Access, handler: H, app: App, mut request: Request) -> Response
where
    H: Handler<T, App>,
    T: 'static,
{
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let done = match access.admit(&mut request) {
        Ok(Some(client)) if !reads && access != Access::Open => {
            let state = app.clone();
            once(&app, client, request, |request| handler.call(request, state)).await
        }
        Ok(_) => Ok(handler.call(request, app).await),
        Err(error) => Err(error),
    };
    done.unwrap_or_else(IntoResponse::into_response)
}
