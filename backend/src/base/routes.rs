//! A feature's routes, listed as well as routed. Who may call one is read off its handler:
//! the first parameter is who acts, so the list cannot say anything else than the code.
use std::convert::Infallible;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::handler::Handler;
use axum::http::Method;
use axum::http::request::Parts;
use axum::routing::{MethodFilter, on};

use super::App;

/// Somebody who can stand as the first parameter of a handler.
pub trait Acts {
    /// The roles that may call, as the access table prints them.
    const MAY: &'static [&'static str];
}

/// Anybody and any program: for what stands outside the pages and reads no session.
pub struct Anyone;

impl Acts for Anyone {
    const MAY: &'static [&'static str] = &["everyone"];
}

impl FromRequestParts<App> for Anyone {
    type Rejection = Infallible;
    async fn from_request_parts(_: &mut Parts, _: &App) -> Result<Self, Infallible> {
        Ok(Self)
    }
}

/// Reads [`Acts::MAY`] off a handler's parameters: the first must be who acts.
pub trait StartsWithWhoActs {
    /// The roles that may call the handler.
    const MAY: &'static [&'static str];
}

macro_rules! handlers_of {
    ($(($($parameter:ident),*)),* $(,)?) => {$(
        impl<Via, Who: Acts, $($parameter),*> StartsWithWhoActs for (Via, Who, $($parameter,)*) {
            const MAY: &'static [&'static str] = Who::MAY;
        }
    )*};
}
handlers_of!((), (A), (A, B), (A, B, C), (A, B, C, D));

/// One route as listed.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The method it answers to.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// The roles that may call it.
    pub may: &'static [&'static str],
    /// The scope that a token needs; none for pages, and where no token is needed.
    pub scope: Option<&'static str>,
}

/// A feature's routes.
#[derive(Default)]
pub struct Routes {
    /// What serves them.
    pub router: Router<App>,
    /// What serves those that take a file: such a body may be larger and slower than others.
    pub takes_files: Router<App>,
    /// What they are.
    pub listed: Vec<Listed>,
}

impl Routes {
    /// Answers GET (and HEAD) on `path`.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        self.on(Method::GET, MethodFilter::GET, path, handler)
    }

    /// Answers POST on `path`.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        self.on(Method::POST, MethodFilter::POST, path, handler)
    }

    /// Answers POST on `path` with a form that may carry a file.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is where routes are listed")]
    pub fn post_file<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        self.takes_files = self.takes_files.route(path, on(MethodFilter::POST, handler));
        self.listed.push(Listed { method: Method::POST, path, may: T::MAY, scope: None });
        self
    }

    /// These and `other`.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.takes_files = self.takes_files.merge(other.takes_files);
        self.listed.extend(other.listed);
        self
    }

    #[expect(clippy::disallowed_methods, reason = "this is where routes are listed")]
    fn on<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: StartsWithWhoActs + 'static,
    {
        self.router = self.router.route(path, on(filter, handler));
        self.listed.push(Listed { method, path, may: T::MAY, scope: None });
        self
    }
}
