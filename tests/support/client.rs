//! A program with a token, as an organisation runs one.
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use serde_json::Value;
use tower::ServiceExt;

use super::Reply;

/// A program with a token. Whatever it is answered must be in the document of the API.
pub struct Client {
    router: Router,
    host: String,
    document: Value,
    /// Its token; none for a program that shows none.
    pub token: Option<String>,
}

impl Client {
    pub(crate) fn new(router: Router, origin: &str, document: Value) -> Self {
        let host = origin.split_once("://").map_or("", |(_, host)| host).to_owned();
        Self { router, host, document, token: None }
    }

    /// The same program with another token.
    #[must_use]
    pub fn with(&self, token: &str) -> Self {
        Self {
            router: self.router.clone(),
            host: self.host.clone(),
            document: self.document.clone(),
            token: Some(token.to_owned()),
        }
    }

    /// Reads what is at `path`, below the root of the API.
    pub async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, &[], None).await
    }

    /// Sends a body.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.ask(Method::POST, path, &[], Some(body)).await
    }

    /// Sends a body with a key, for repeating it.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> Reply {
        self.ask(Method::POST, path, &[("idempotency-key", key)], Some(body)).await
    }

    /// Sends a change of what has this `ETag`.
    pub async fn patch(&self, path: &str, tag: &str, body: Value) -> Reply {
        self.ask(Method::PATCH, path, &[("if-match", tag)], Some(body)).await
    }

    /// Puts a file.
    pub async fn put_file(&self, path: &str, headers: &[(&str, &str)], bytes: &[u8]) -> Reply {
        let mut request = Request::put(format!("/api/v1{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.header(header::CONTENT_TYPE, "application/octet-stream");
        self.send(request.body(Body::from(bytes.to_vec())).expect("a request")).await
    }

    /// Sends any request with this program's token.
    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.send(request.body(body).expect("a request")).await
    }

    /// Sends any request with this program's token.
    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        request.headers_mut().entry(header::HOST).or_insert(self.host.parse().expect("a host"));
        if let Some(token) = &self.token {
            let shown = format!("Bearer {token}").parse().expect("a header");
            request.headers_mut().insert(header::AUTHORIZATION, shown);
        }
        let asked = (request.method().clone(), request.uri().path().to_owned());
        let response = self.router.clone().oneshot(request).await.expect("a router never fails");
        let reply = Reply::read(response).await;
        self.is_documented(&asked, &reply);
        reply
    }

    /// Fails where the document has the operation and does not have this answer of it.
    fn is_documented(&self, (method, path): &(Method, String), reply: &Reply) {
        let status = reply.status.as_u16();
        if status >= 400 {
            assert_eq!(reply.header("content-type"), Some("application/problem+json"));
            let problem = reply.json();
            assert_eq!(problem["status"], status, "{}", reply.text);
            for field in ["type", "title", "detail", "request_id"] {
                assert!(problem[field].as_str().is_some_and(|text| !text.is_empty()), "{field}");
            }
        }
        let paths = self.document["paths"].as_object().expect("paths");
        let operation = paths.iter().find(|(template, _)| fits(template, path));
        let operation = operation.map(|(_, methods)| &methods[method.as_str().to_lowercase()]);
        if let Some(operation) = operation.filter(|operation| operation.is_object()) {
            let known = operation["responses"].get(status.to_string()).is_some();
            assert!(known, "{method} {path} answers {status}, undocumented: {}", reply.text);
        }
    }
}

/// Whether a path is one of a template with parameters in braces.
fn fits(template: &str, path: &str) -> bool {
    let (template, path) = (template.split('/'), path.split('/'));
    template.clone().count() == path.clone().count()
        && template.zip(path).all(|(known, part)| known.starts_with('{') || known == part)
}
