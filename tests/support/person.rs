//! Somebody with a browser: keeps cookies, says where requests come from.
use std::collections::BTreeMap;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use tower::ServiceExt;

use super::Reply;

/// What stands between the parts of a form with a file.
pub const BOUNDARY: &str = "----a-boundary-of-a-test";

/// A form with a file, as browsers encode it.
pub fn multipart(fields: &[(&str, &str)], (name, bytes): (&str, &[u8])) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, value) in fields {
        let part = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.as_bytes());
    }
    let head = format!(
        "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
        Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend(head.as_bytes());
    body.extend(bytes);
    body.extend(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Somebody with a browser.
pub struct Person {
    router: Router,
    origin: String,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Person {
    pub(crate) fn new(router: Router, origin: &str) -> Self {
        Self { router, origin: origin.to_owned(), cookies: Mutex::default() }
    }

    /// Signs in, and fails where that does not lead on.
    pub async fn sign_in(&self, email: &str, password: &str) -> Reply {
        let reply = self.try_to_sign_in(email, password).await;
        assert_eq!(reply.status.as_u16(), 303, "{email} is not signed in: {}", reply.text);
        reply
    }

    /// Sends the sign-in form.
    pub async fn try_to_sign_in(&self, email: &str, password: &str) -> Reply {
        self.post("/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form from one of our own pages.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let form: String =
            url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::ORIGIN, &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form)).expect("a request")).await
    }

    /// Sends a form of one of our own pages with a file of this name.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Reply {
        self.send(self.uploading(path, fields, file)).await
    }

    /// The request that sends a form with a file.
    pub fn uploading(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        file: (&str, &[u8]),
    ) -> Request<Body> {
        let request = Request::post(path)
            .header(header::ORIGIN, &self.origin)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        request.body(Body::from(multipart(fields, file))).expect("a request")
    }

    /// Sends any request with this person's cookies.
    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.parse().expect("cookies"));
        }
        let host = self.origin.split_once("://").map_or("", |(_, host)| host);
        request.headers_mut().entry(header::HOST).or_insert(host.parse().expect("a host"));
        let response = self.router.clone().oneshot(request).await.expect("a router never fails");
        let reply = Reply::read(response).await;
        self.keep_cookies(&reply);
        reply
    }

    /// Another browser of the same person: a copy of the cookies.
    #[must_use]
    pub fn second_browser(&self) -> Self {
        let cookies = self.cookies.lock().expect("no panic").clone();
        let origin = self.origin.clone();
        Self { router: self.router.clone(), origin, cookies: Mutex::new(cookies) }
    }

    /// The same browser at another instance of the same installation.
    #[must_use]
    pub fn at(&self, other: &super::TestApp) -> Self {
        Self { router: other.router(), ..self.second_browser() }
    }

    /// Puts a cookie into the browser.
    pub fn keep_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().expect("no panic").insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("no panic").get(name).cloned()
    }

    fn cookie_header(&self) -> String {
        let cookies = self.cookies.lock().expect("no panic");
        cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn keep_cookies(&self, reply: &Reply) {
        let mut cookies = self.cookies.lock().expect("no panic");
        for set in reply.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie");
            let (pair, rules) = set.split_once(';').unwrap_or((set, ""));
            let (name, value) = pair.split_once('=').expect("name and value");
            if value.is_empty() || rules.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
